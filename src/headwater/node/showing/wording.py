"""Wording: plain words for columns, settings and verdicts whose declared names are terse."""

_COLUMNS = {
    "alone": "pairs fewer without this person alone",
    "e_value": "evidence of a change",
    "in_set": "pairs more if the others go and this person stays",
    "likeliest": "part the signs point to",
    "need": "what data would help",
    "needed": "needed for a choice as good",
    "p_above": "chance of passing the threshold",
    "p_placebo": "share of placebos as large",
    "p_top5": "among the first five",
    "placebo_rate": "share of placebos called an effect",
    "q05": "5 % lie below",
    "q10": "10 % lie below",
    "q25": "25 % lie below",
    "q50": "half lie below",
    "q75": "75 % lie below",
    "q90": "90 % lie below",
    "q95": "95 % lie below",
    "rank_high": "worst rank",
    "rank_low": "best rank",
    "roles": "every part, and what shows it",
    "seen_half": "chance to see a fall by half",
    "settles": "what would settle it",
    "treated": "series",
    "without": "pairs left by the best choice that spares this person",
}
_BY_SIGNS = "what these signs alone would say, 0 to 1"
_COLUMNS_OF = {("organisers.roles", "probability"): _BY_SIGNS}
"""Columns whose name says more in one method than in the others."""
_PARTS = {"probability": _BY_SIGNS}
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
    "insufficient": "insufficient: nobody can say yet, all of it rests on one origin",
}
_WHY_THIS = {
    "organisers.groups": (
        "Other ways of grouping put people together who do not hang together, or deal them out "
        "anew each month; these groups keep their names until others are clearly better."
    ),
    "organisers.ranking": (
        "Counting ties finds who is seen most. This joins where somebody stands with what "
        "statements show them doing, counts copies of one story once, and says how far each place"
        " could move."
    ),
    "organisers.removal": (
        "The best-placed people one by one are often not the best set. All sets are weighed "
        "against each other, and a bound proves how much better any other could be."
    ),
    "organisers.robust_removal": (
        "The best set of a wrong picture is often a bad one. Where plain removal takes every tie "
        "as true, this looks for a set that does well whichever ties are false or missing."
    ),
    "organisers.roles": (
        "A place in the network makes nobody anything: a part is listed only where a statement "
        "speaks for it, and what rests on one origin is called insufficient."
    ),
    "organisers.sequence": (
        "What is left right after a removal misleads, because recovery decides: here contacts "
        "close ranks and places are filled again, in the same worlds for every order."
    ),
    "routes.map": (
        "Nothing is fitted and nothing guessed: legs are counted as they were told, copies of one"
        " story once, so that each leads to its sentences."
    ),
    "routes.shift": (
        "A threshold tried month after month on many legs raises one false alarm after the other."
        " Here their share is held, however often anybody looks."
    ),
    "routes.flow": (
        "Counts alone leave a leg empty where nobody watched. This learns from its neighbours and"
        " its past what it carries, and gives a span, not a zero."
    ),
    "routes.risk": (
        "Plain rates make a leg with one wreck look deadliest, and one without any look safe. "
        "Here each leg leans a little on all others, and the span says how much is known."
    ),
    "business.fees": (
        "An average would mix units and hide what contradicts. A range stays a range, only fees "
        "of one basis and currency are compared, and contradicting sources stand apart."
    ),
    "business.economics": (
        "One figure of profit would hide what nobody knows. Each input is a range, and the answer"
        " says which of them to find out next."
    ),
    "business.squeeze": (
        "What is seized most often is not what costs the trade most. Prices, other ways and "
        "danger to life move too, so they are reckoned together."
    ),
    "business.money": (
        "Like sums on near days meet by chance too. Each pair is weighed against how often it "
        "would, and one movement belongs to one other at most."
    ),
    "outlook.arrivals": (
        "No single forecast is good in every season. Several are mixed by how well each did at "
        "past dates, and plain rules stand beside as a check."
    ),
    "outlook.scenarios": (
        "Assumptions changed one after the other get their share by the order they come in. Here "
        "each share is the mean over all orders."
    ),
    "impact.effect": (
        "Counts wander without a cause, so that a comparison of before and after finds effects "
        "everywhere. Here the change is held against what would have been, and against the "
        "changes found where nothing happened."
    ),
    "impact.power": (
        "A formula promises too much where counts wander. Here the very comparison that will be "
        "the judge is tried out where nothing happened."
    ),
    "impact.sequential": (
        "Who tests every week at 5 % finds an effect that is not there in about one world in five"
        " within a year. Here that chance stays at 5 %, however often anybody looks."
    ),
    "impact.ledger": (
        "Added up, the lists of several agencies count one arrest several times. Here one event "
        "counts once, whoever reports it."
    ),
}
"""Why a method answers its question as it does, and not as is usual; docs/explanation has more."""


def why_this(method: str) -> str:
    """Why this method and not another, in a sentence or two."""
    return _WHY_THIS[method]


def in_words(name: str) -> str:
    """A name of a column or a parameter as words."""
    return name.replace("_", " ")


def column_words(name: str, method: str = "") -> str:
    """What the head of a column says, where a method is named in its table."""
    return _COLUMNS_OF.get((method, name)) or _COLUMNS.get(name, in_words(name))


def part_words(name: str) -> str:
    """What a part of a value is called, where it stands in a sentence of several."""
    return _PARTS.get(name, in_words(name))


def setting_words(name: str) -> str:
    """The label of a method's parameter."""
    return _SETTINGS.get(name, in_words(name).capitalize())


def verdict_words(verdict: str) -> str:
    """What a verdict means; one that needs no word of explanation stays."""
    return _VERDICTS.get(verdict, in_words(verdict))
