"""Wording: plain words for columns, settings and verdicts whose declared names are terse."""

_COLUMNS = {
    "alone": "pairs fewer without this person alone",
    "in_set": "pairs more if the others go and this person stays",
    "likeliest": "likeliest part",
    "needed": "needed for a choice as good",
    "p_top5": "among the first five",
    "rank_high": "worst rank",
    "rank_low": "best rank",
    "roles": "every part, and what shows it",
    "settles": "what would settle it",
    "without": "pairs left by the best choice that spares this person",
}
_SETTINGS = {
    "aim": "What to keep low",
    "already_removed": "Who is out already",
    "by": "Told apart by",
    "change": "How large a change",
    "days": "Within how many days",
    "drop_weak": "Leave out weak grades",
    "include_proposed": "Also what nobody accepted",
    "jurisdiction": "Where somebody can be arrested",
    "k": "How many people",
    "lag": "Periods between shift and operation",
    "layers": "Kinds of ties",
    "least": "At least",
    "min_groups": "Independent groups needed",
    "min_sound_groups": "Groups needed without weak grades",
    "missing": "Share of ties that nobody stated",
    "origin": "Last day that is known",
    "prior": "Where unstated ties are likely",
    "reading": "How grades are read",
    "release_as_of": "Releases up to",
    "seconds": "Seconds it may take",
    "seed": "Seed of the draws",
    "step": "Length of a period",
    "table": "Chances for each grade",
    "top": "How many rows",
    "treated": "Series that the operation was to change",
    "two_people": "Who may really be two people",
    "untouchable": "Who is not to be touched",
    "within": "Alternatives within how many per cent",
    "worlds": "How many plausible worlds",
}
_VERDICTS = {
    "assessed": "assessed: more than one origin speaks for it",
    "insufficient": "insufficient: the evidence is too thin to say, all of it rests on one origin",
}


def in_words(name: str) -> str:
    """A name of a column or a parameter as words."""
    return name.replace("_", " ")


def column_words(name: str) -> str:
    """What the head of a column says."""
    return _COLUMNS.get(name, in_words(name))


def setting_words(name: str) -> str:
    """The label of a method's parameter."""
    return _SETTINGS.get(name, in_words(name).capitalize())


def verdict_words(verdict: str) -> str:
    """What a verdict means; one that needs no word of explanation stays."""
    return _VERDICTS.get(verdict, in_words(verdict))
