"""Reading: each culture's letters stand for their own sounds."""

import pytest

from headwater.exercise.identities.names.sounds import read_sounds


@pytest.mark.parametrize(
    ("culture", "form", "sounds"),
    [
        ("arab", "Muḥammad", "mŭhămmăd"),
        ("arab", "al-Baghdādī", "%băġdAdI"),
        ("arab", "ʿAbd~Raḥmān", "ʿăbd~răhmAn"),
        ("arab", "Fāṭimah", "fAtĭmä"),
        ("persian", "Muḥsin", "mohsen"),
        ("persian", "Khusraw", "xosrăw"),
        ("persian", "Fāṭimah", "fAtemæ"),
        ("dari", "Waḥīd", "wăhId"),
        ("pashto", "Yūsufzay", "jUsŭfzăj"),
        ("kurdish", "Şêrko", "šErko"),
        ("kurdish", "Ḧesen", "hɛsɛn"),
        ("serbian", "Đorđević", "đorđević"),
        ("serbian", "Ljiljana Njegoš", "ļiļana ñegoš"),
        ("macedonian", "Ѓорѓи", "đorđi"),
        ("bulgarian", "Щерьо", "šterjo"),
        ("albanian", "Xhemajl Gjoni", "ǰemajl đoni"),
        ("turkish", "Çağlar", "čalar"),
        ("turkish", "İbrahim", "ibrahim"),
    ],
)
def test_forms_are_read_by_the_rules_of_their_culture(culture: str, form: str, sounds: str) -> None:
    assert read_sounds(culture, form) == sounds
