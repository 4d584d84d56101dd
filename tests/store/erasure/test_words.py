"""Words are found whole and blacked out letter by letter."""

from headwater.store.erasure.words import Words, blacked_out


def test_words_are_found_whole_and_blacked_out_letter_by_letter():
    words = Words(["Ali Veli", "Al"])
    assert words.blackened("Ali Veli, alibi, Ali Velija") == "███ ████, alibi, Ali Velija"
    assert words.mentioned("(Ali Veli)")
    assert not words.mentioned("Al")
    assert words.blackened(7) == 7
    assert Words([]).blackened("x") == "x"
    assert blacked_out("ab cd", [(1, 4)]) == "a█ █d"
