"""Words that people write in plain files for the words that the vocabulary has."""

MODES: dict[str, str] = {
    word: mode
    for mode, words in {
        "foot": "on_foot by_foot walk walking walked hike pješice peške",
        "car": "cars taxi taxis cab automobile saloon jeep suv auto",
        "van": "vans minivan minivans minibus minibuses campervan camper kombi furgon",
        "lorry": "lorries truck trucks hgv hgvs trailer trailers tanker kamion kamioni",
        "bus": "buses coach coaches autobus",
        "train": "trains rail railway freight_train voz vlak",
        "boat": "boats small_boat small_boats dinghy dinghies rubber_boat rubber_boats rib ribs "
        "inflatable inflatables inflatable_boat inflatable_boats speedboat speedboats raft rafts "
        "čamac",
        "ship": "ships ferry ferries vessel vessels",
        "air": "plane planes aeroplane airplane aircraft flight flights by_air avion",
        "taxi_boat": "taxi_boats taxiboat taxiboats water_taxi",
        "other": "others",
    }.items()
    for word in words.split()
} | {f"by_{mode}": mode for mode in ("car", "van", "lorry", "bus", "train", "boat", "ship")}
"""Common words for a mode, in English and the plainest of the region."""

BASES = {
    "per_person": "person",
    "persons": "person",
    "per_family": "family",
    "families": "family",
    "per_vehicle_trip": "vehicle_trip",
    "per_boat": "boat",
    "boats": "boat",
    "per_leg": "leg",
    "per_whole_journey": "whole_journey",
    "journey": "whole_journey",
}
"""Common words for what a fee is paid for."""

PAYMENTS = {"up_front": "upfront", "in_advance": "upfront", "prepaid": "upfront"}
"""Common words for when a fee is paid."""

SERVICES = {"package": "full_package", "leg_by_leg": "per_leg"}
"""Common words for how a journey is sold."""

KINDS = {
    "person": "Person",
    "company": "Company",
    "organization": "Organization",
    "public_body": "PublicBody",
    "network": "Network",
}
"""What an end of a movement of money may be said to be, as schemata."""

BODIES = {"firm": "company", "business": "company", "organisation": "organization"} | {
    "publicbody": "public_body",
    "legalentity": "person",
    "legal_entity": "person",
}
"""Other words for it; a legal entity may be somebody, and is treated as a person."""
