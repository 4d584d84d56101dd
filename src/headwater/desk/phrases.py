"""Phrases: sentences that the program puts together, by their form, to be said in any language.

Alerts, questions, refusals and reasons are written in English where they arise; some are kept so.
A page knows such a sentence by its form, `The {sort} {number} is named.`, and says the form in the
language of its reader, with the values in their places. Values stand as they are, but for those of
`SAID`, which are words of ours themselves; a `{count}` is a number.
"""

import re
from collections.abc import Mapping
from functools import cache

_OURS = ("agrees", "asked", "chance", "counted", "doubt", "information", "kinds", "legs", "many")
SAID = frozenset((*_OURS, "mode", "rank", "rule", "sort", "source", "who"))
"""Values that are said in the reader's language too: words and phrases, or several of them."""

PHRASES: tuple[str, ...] = (
    # what a watch asks
    "any new leg between {place} and {other} by {mode}",
    "any new leg between {place} and {other} on {mode}",
    "any new leg between {place} and {other}",
    "any new leg through {place} by {mode}",
    "any new leg through {place} on {mode}",
    "any new leg through {place}",
    "any new leg by {mode}",
    "any new leg on {mode}",
    "the {sort} {number} anywhere",
    "a person called {name}, in any script",
    "anything on the network {name}",
    "anything on {place}",
    "danger to life at {place}",
    "danger to life",
    "the words {words}",
    # what an alert says
    "A life may be at risk ({kinds}) at {place}; {many}.",
    "A life may be at risk ({kinds}) at {place}.",
    "A life may be at risk ({kinds}); {many}.",
    "A life may be at risk ({kinds}).",
    "People may be in danger ({kinds}) at {place}; {many}.",
    "People may be in danger ({kinds}) at {place}.",
    "People may be in danger ({kinds}); {many}.",
    "People may be in danger ({kinds}).",
    "A leg {legs}.",
    "from {place} to {other} by {mode}",
    "from {place} to {other} on {mode}",
    "from {place} to {other}",
    "through {place} by {mode}",
    "through {place} on {mode}",
    "through {place}",
    "by {mode}",
    "on {mode}",
    "New: {asked}.",
    "The network {name} is named.",
    "The {sort} {number} is named.",
    "The words {words} stand in it.",
    "A person called {name}: chance {chance} that it is the watched name.",
    "A person who may be the one watched for was found by what is known of both.",
    "{place} is named.",
    "{count} people",
    "{count} dead",
    "{count} missing",
    "cold",
    "distress",
    "injury",
    "sinking",
    "suffocation",
    "thirst",
    "violence",
    "dead or missing",
    "sign of coercion",
    "document",
    "account",
    # for whom it is
    "whoever reads reports here",
    "the safeguarding role",
    "everybody",
    "safeguarding",
    # grades
    "source: {source}; information: {information}",
    # what waits for review, and why
    "Are {name} and {other} the same?",
    "{name} and {other} are the same",
    "What is {name}?",
    "{name}: {who} may be recorded by another agency as being moved: categorise",
    "this suspect",
    "this person",
    "It may protect somebody: the {agrees} agrees.",
    "Until somebody decides, the person is in no ranking, removal or group.",
    "Named in {counted}, without a category.",
    "{count} report",
    "{count} reports",
    "Both are said to be the same account at the same bank.",
    "Both are said to hold the same document of the same issuer.",
    "Both are said to hold the same phone number.",
    "Both are said to bear the same plate of the same country.",
    "The records agree so well that 99 in 100 such pairs are one person.",
    "The records are likely to be of one person.",
    "The same name; a name alone never joins two persons.",
    "A person has to decide: {doubt}.",
    "Not joined: the cluster would hold more than {count}.",
    "Not joined: {doubt}",
    "No score joins them: {doubt}.",
    "A join brings {count} statements together.",
    "the names of the holders differ, and a phone may be handed on",
    "the document numbers of one kind and issuer differ",
    "the years of birth differ",
    "the recorded sex differs",
    "their names may be two of like letters",
    "what is known is not enough to be sure",
    "nobody decided yet what they are",
    "By the rule {rule}, version {count}, {when}.",
    "By {author}, {when}.",
    "plate",
    "score",
    "Does it say {text}?",
    "Here because {rank}.",
    "Accepted from {counted}.",
    "{count} source",
    "{count} sources",
    "Words: {words}.",
    "{count} statement.",
    "{count} statements.",
    "it may protect somebody",
    "it contradicts what is accepted",
    "it ties somebody who may be ranked",
    "it would be a second source of what rests on one",
    "it is about somebody who may be ranked",
    "it is a role or a tie",
    "it is a fee, price or payment",
    "it is supply, a leg or a launch",
    "it adds a detail",
    "it says again what is accepted",
    "Accepted: {text}",
    "Rejected: {text}",
    "Corrected: {text}",
    # what is wrong with a report that is being written
    "the report says nothing",
    "write what is known as an item",
    "the originator is missing",
    "name the agency that owns it",
    "the date of the information is missing",
    "the date of record is missing",
    "write it as 2026-03-15, or a month or year",
    "{day} is not a date",
    "the title is too long",
    "the originator is too long",
    "the urn is too long",
    "{count} characters at most",
    "{count} characters at most; or hand in a file",
    "the item has a provenance and no words",
    "write what is known",
    "the item is too long",
    "the conditions cannot be kept so",
    "the provenance cannot be kept so",
    "{count} characters, no brackets",
    "the source is not graded",
    "choose how good the source is",
    "the information is not graded",
    "choose how the source knows it",
    "handling C needs an action code and a sanitisation code",
    "choose both",
    # refusals that everybody meets
    "you may not bring reports in",
    "it takes the role officer, analyst or supervisor",
    "send what you have to one of them",
    "no place is known as {name}",
    "a watch knows a place by its entry in the gazetteer, in whatever spelling",
    "give another spelling, or watch for it as words",
    "neither this report nor the gazetteer names one so",
    "give another spelling",
    "nothing in this report that could stand here is called {name}",
    "wanted here: {sort}",
    "write a name as it stands in the report",
    "a watch on any leg at all is none",
    "give a place, two, or a mode",
    "{number} is too short to be one thing's number",
    "give all of it",
    "{number} is no whole phone number",
    "without its country it may be anybody's anywhere",
    "put the country in place of the first 0: +381 {number} for Serbia",
    "{number} is no phone number",
    "give its digits, without words",
    "there is nobody here who may be watched by this",
    "a watch on a person, or on what belongs to one, takes somebody decided to be suspect or "
    "convicted, and one person only",
    "a safeguarding watch takes a supervisor and a safeguarding purpose",
    "a watch is asked for {count} days at most",
    "give fewer days, and renew it when they are over",
    "a number is not watched as a word",
    "a phone or document belongs to a person, and rules of its own hold for it",
    "watch for it as an identifier",
    "nothing was changed",
    "this form did not come from a page of this session",
    "go back, load the page again, and send it once more",
    "try once more, then tell whoever runs the node",
    "somebody else changed what {user} may do since the page was opened",
    "yours would have taken theirs back unseen",
    "load the page again, look at what they may do now, and change that",
    "somebody else decided on this person since the page was opened",
    "what they decided stands below",
    "read it; if you still think so, keep your decision once more",
    "a report with this URN and other content is here already",
    "give it a URN of its own, or erase the other first",
    "that did not fit",
    "the name, the password or the code is not right, or no longer good",
    "try again; a code is good once, so wait until your authenticator shows the next; "
    "an administrator can invite you anew",
    "too many attempts failed",
    "each further one waits a little longer, never more than an hour",
    "try again in {count} seconds",
    "a password has {count} to {most} characters",
    "length is what makes it hard to guess",
    "this password would be guessed",
    "it is the name, one of the commonest passwords, or a row of keys",
    "take four or five words that nobody would put together",
    "a purpose is needed to look into a node",
    "every look is logged with what it was for",
    "What is announced",
    "What is new",
    "What conflicts",
    "What was received",
    "this invitation is not good, or no longer",
    "each is good once and for {count} hours, and a newer one ends the older",
    "if your account is set up already, sign in; else an administrator can invite you anew",
    "{count} files are too many at once",
    # what is refused of what the reader missed, or of a correction
    "there is no item {item} here",
    "part of this item is left out for your purpose, so nothing is added to it",
    "people being moved, victims and witnesses are not named for this purpose",
    "state the case or the safeguarding that it is for, if it is for one",
    "{name} does not stand in the item",
    "who is named for the first time is named by words of the item",
    "add them first, with the words that name them, or choose whom the report names; "
    "in this item: {names}",
    "add them first, with the words that name them, or choose whom the report names",
    "{text} does not stand in these words",
    "every statement rests on words of its item, letter by letter",
    "mark the words that stand for it, and no others",
    "these words name somebody who is counted here, not named",
    "people being moved, victims, witnesses and payers are left out on purpose",
    "mark the words of the name alone, or state the case or the safeguarding",
    "the item says so already",
    "accept or correct what stands there",
    "one and the same stands in two places",
    "name two",
    "it is not said which words of the item say so",
    "choose a sentence, or give the words",
    "{sort} is missing",
    "fill it in",
    "{sort} cannot be kept as it is written",
    "write at most {count} letters in one line",
    "the words {words} do not stand in the item",
    "copy them from the item",
    "{text} is no value of {property}",
    "give {sort}",
    "a date, as 2025-03-15, 2025-03 or 2025",
    "a phone with its country, as +381641234567",
    "a plain number, as 4500 or 1.5",
    "its code, as EUR",
    # where a page does what else a command does
    "see who waits under People to categorise, on the page Review; for somebody's own safety a "
    "supervisor asks, and ticks it in the form",
    "the page Review lists what can be taken back, under Joined and Decided",
    "take that back first, on the page Review, under Joined or Decided",
    "accept it",
    "decide it on the person's own page",
    "begin anew on the page Review",
    "take it back where it is listed: on the page Review, under Joined",
    "look for it by its name on the page Search",
    "answer it on the page Review",
    "the page Search finds people",
    "the page Review shows what waits",
    "the page Watches lists yours",
    "the page Alerts lists them",
    "the page People lists who there is, and adds others",
    "ask whoever runs the node to read them in",
    "split it, or ask whoever runs the node to read it in",
    "the page Settings lists your tokens",
    "make a new one on the page Settings",
    # what a finding comes to
    "On {day}, the last day foretold: about {number}, and with nine chances in ten between {low} "
    "and {high}.",
    "In the last week foretold, to {day}: about {number}, and with nine chances in ten between "
    "{low} and {high}.",
    "In the last month foretold, to {day}: about {number}, and with nine chances in ten between "
    "{low} and {high}.",
    "{named}: it fell.",
    "{named}: it rose.",
    "{named}: no change that stands out.",
    "{named}: it fell before.",
    "{named}: nothing can be said yet.",
    "{named}: no answer.",
    "Chance that {year} passes {number}: {chance}.",
    "less than 1 %",
    "more than 99 %",
)


LONGEST = 600
"""No text of ours has more characters; a longer one is somebody else's."""
_DEEPEST = 4
"""A phrase stands in a phrase so often at most."""

_SENTENCES = re.compile(r"(?<=[.?!]) (?=\w)")


def translated(text: str, known: Mapping[str, str]) -> str:
    """A text in another language, as far as it is known there sentence by sentence; else as it is.

    Args:
        text: A sentence or several, or words.
        known: Texts and phrases of the desk, each in that language.
    """
    if not known or len(text) > LONGEST:
        return text
    whole = _known(text, known)
    if whole:
        return whole
    sentences = _SENTENCES.split(text)
    if len(sentences) > 1:
        return " ".join(translated(one, known) for one in sentences)
    return "; ".join(_known(one, known) or one for one in text.split("; "))


def _known(text: str, known: Mapping[str, str], deep: int = _DEEPEST) -> str:
    """A text that is known as it stands or by its form; empty where it is not."""
    return known.get(text, "") or (_put(text, known, deep) if deep else "")


def _put(text: str, known: Mapping[str, str], deep: int) -> str:
    """A sentence whose form is known, and every value in it that is said too."""
    for phrase, form in _forms():
        found = form.fullmatch(text) if phrase in known else None
        if found:
            values = found.groupdict().items()
            told = {name: _value(name, value, known, deep - 1) for name, value in values}
            return known[phrase].format_map(told) if all(told.values()) else ""
    return ""


def _value(name: str, value: str, known: Mapping[str, str], deep: int) -> str:
    if name not in SAID or not any(letter.isalpha() for letter in value):
        return value
    whole = "" if "; " in value else _known(value, known, deep)  # a list of ours
    return whole or _several(value, known, deep)


def _several(text: str, known: Mapping[str, str], deep: int) -> str:
    """Several words or phrases, each of them known; empty where one is not, or there is but one."""
    comma = next((one for one in ("; ", ", and ", ", ") if one in text), "")
    if not comma:
        return ""
    told = [_known(one, known, deep) for one in text.split(comma)]
    return ("; " if comma == "; " else ", ").join(told) if all(told) else ""


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every phrase with a value in it, and what a text of its form looks like."""
    return tuple((one, _form(one)) for one in PHRASES if "{" in one)


def _form(phrase: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", phrase)
    told = (_group(p) if at % 2 else re.escape(p) for at, p in enumerate(pieces))
    return re.compile("".join(told), re.DOTALL)


def _group(name: str) -> str:
    return f"(?P<{name}>{r'[0-9,]+' if name == 'count' else '.+?'})"
