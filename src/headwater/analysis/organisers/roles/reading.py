"""The declared reading: how far each sign speaks for each role.

A sign is something that a statement shows (a stated role, a function) or a place among the others.
Signs count in logits: 1 makes the odds 2.7 times as good, 3 twenty times. What is not named says
nothing about a role. None of them is about origin, religion or another protected trait.
"""

ROLES = (
    *("organiser", "coordinator", "broker", "recruiter", "transporter", "pilot", "forger"),
    *("equipment_supplier", "safe_house_keeper", "financier", "enabler"),
)
"""The roles asked about."""

STATED: dict[str, str] = {
    **{role: role for role in ROLES},
    "advertiser": "recruiter",
    "corrupt_official": "enabler",
    "driver": "transporter",
    "guide": "transporter",
    "hawaladar": "financier",
    "professional_enabler": "enabler",
}
"""Role word of the vocabulary -> the role asked about; other words speak for none of them."""

BASE = -2.2
"""Logits of each role for somebody of whom nothing speaks: one in ten."""

STATED_OWN, STATED_OTHER = 3.0, -1.0
"""Logits for a role that one origin states, and against it where one states another role."""

SIGNS: dict[str, dict[str, float]] = {
    "advertises": {"recruiter": 2.0, "broker": 1.0},
    "called_before_launch": {"coordinator": 0.5},
    "gets_equipment": {"coordinator": 1.0, "equipment_supplier": 1.0, "organiser": 0.5},
    "instructed": {"coordinator": 2.0},
    "instructs": {"organiser": 3.0},
    "is_paid": {"financier": 1.0, "broker": 0.5},
    "owns_vehicle": {"transporter": 1.0},
    "pays": {"financier": 1.0, "broker": 1.0, "organiser": 0.5},
    "pilots": {"pilot": 3.0},
    "runs_leg": {"transporter": 1.5, "organiser": -1.0},
    "sends_equipment": {"equipment_supplier": 2.0, "safe_house_keeper": 1.0},
    "several_legs": {"coordinator": 0.5},
    "stands_high": {"coordinator": 1.0, "broker": 0.5},
    "stands_between": {"coordinator": 0.5, "broker": 0.5},
    "keeps_away": {"organiser": 1.0, "financier": 0.5},
}
"""Sign -> role -> logits, where one origin shows it; two count one and a half times, never double.

The last three are places among the others and count once: high standing and brokerage in the first
tenth; and ties of money, meeting or command to people who stand higher, without any on the road.
"""

PHRASES: dict[str, str] = {
    "advertises": "offers places or prices under an account of their own",
    "called_before_launch": "is called shortly before boats put to sea",
    "gets_equipment": "orders or receives boats, engines or vehicles",
    "instructed": "takes instructions from the one who runs the network",
    "instructs": "gives others instructions, fixes dates or prices",
    "is_paid": "receives fees",
    "owns_vehicle": "provides vehicles",
    "pays": "pays those who work on the legs, or settles with a money dealer",
    "pilots": "steered a boat",
    "runs_leg": "is present on a leg",
    "sends_equipment": "supplies boats, engines or vehicles",
    "several_legs": "acts on two or more legs",
    "stands_high": "is tied to many",
    "stands_between": "stands between others",
    "keeps_away": "speaks only to people who stand higher and keeps off the road",
}
"""Each sign in words that complete: the person ..."""

SETTLES: dict[str, str] = {
    "organiser": "orders or messages in which the person gives instructions, or two members who "
    "say that they report to the person",
    "coordinator": "calls or messages that hand groups over from one leg to the next",
    "broker": "an agreement on a price between the person and a customer",
    "recruiter": "an advert or a channel that the person runs, by its account or telephone",
    "transporter": "a vehicle hired, or a driver paid, by the person",
    "pilot": "a sighting at the helm, after a human has decided the category",
    "forger": "documents, blanks or tools found with the person",
    "equipment_supplier": "an order, invoice, rented store or transport of boats or engines",
    "safe_house_keeper": "a lease or rent paid for a place where people were kept",
    "financier": "an account, cash book or settlement with a money dealer that the person runs",
    "enabler": "the licence, office or access that was used, and what was paid for it",
}
"""The evidence that settles each role best, where it is not there yet."""
