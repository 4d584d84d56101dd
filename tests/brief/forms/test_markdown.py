"""The form for wikis and case systems."""

import re

from hypothesis import given
from hypothesis import strategies as st

from headwater.brief import compose, rendered
from headwater.brief.forms.markdown import _safe as safe
from tests.brief.fixtures import occasion, picture, ranking, tables


def _made(**changed: list) -> str:
    return rendered(compose(picture(**changed), [ranking()], occasion()), ".md").decode()


def test_every_row_of_a_table_has_as_many_cells_as_its_head():
    rows = tables()["places"] * 3
    rows = [row | {"id": f"{n}", "name": f"a|b `c` {n}"} for n, row in enumerate(rows)]
    text = _made(places=rows)
    tables_found = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert tables_found
    for table in tables_found:
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(widths) == 1


@given(st.text())
def test_no_word_acts_as_markup(text: str):
    shown = safe(text)
    assert "\n" not in shown
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`|\[\]#$]", shown)
    assert "<" not in shown
    assert ">" not in shown


def test_each_citation_has_its_anchor():
    text = _made()
    cited = set(re.findall(r"\]\(#(e\d+)\)", text))
    assert cited
    assert cited <= set(re.findall(r'<a id="(e\d+)"', text))


def test_marked_words_keep_the_spaces_around_them():
    text = _made()
    assert re.search(r" <u>[^<]+</u> ", text)
    assert not re.search(r"\w<u>|</u>\w", text)
