"""Surnames of near letters are other names, spellings of one name are not, in all scripts."""

import pytest

from headwater.resolve.names import STRONG, compare, name_bits, read_name

NEAR = """
Petrović Петковић | Petrović Petković | Petrov Петков | Petrov Petkov | Marković Мирковић
Perić Пејић | Perić Pejić | Stojanović Стојковић | Stojanović Stojković | Milošević Миловић
Milošević Milović | Kovačević Ковачић | Kovačević Kovačić | Babić Башић | Babić Bašić
Simić Савић | Simić Savić | Nikolić Николов | Nikolić Nikčević | Jovanović Јовичић
Hoxha Хоти | Hoxha Hoti | Berisha Beqiri | Hasani Хасанов | Ivanov Иванчев | Ivanov Ivanovski
Dimitrov Димитриев | Dimitrov Димовски | Georgiev Григоров | Georgiev Grigorov | Jokić Jović
Bošković Božović | Vuković Vujović | Lazić Lazović | Begić Begović | Mehić Mešić
Marković Marinković | Marković Mirković | Gjoni Gjini | Shehu Shehi | Yilmaz Yildiz | Kaya Kara
Karimi كرماني | Rahimi رحماني | Rahimi Rahmani | Rahimi Karimi | Ahmadi محمدي | Noori نظري
Nazari نوري | Naseri نظري | Saleh صالحي | Hosseini حسني | Majid مجيب | Samir سمیع | Habib حسيب
Habibi حبيب | Tahir طارق | Walid خالد | Rasheed رشدي | Ahmadzai احمدی | Yusufi یوسفزی
Петровић Петковић | Иванов Ивашев | Стојановић Стојковић | رحيمي رحماني | نظري نصيري
"""
ONE = """
Hadžić Хаџић | Gjergji Ѓорѓи | Muhammad محمد | Mohamed محمد | Petrović Петровић
Petrovitch Петровић | Petrović Petrovich | Đorđević Ђорђевић | Djordjevic Ђорђевић
Dordevic Ђорђевић | Đorđević Djordjevic | Gjorgievski Ѓорѓиевски | Xhaferi Џафери
Dzaferi Џафери | Hoxha Хоџа | Hodza Хоџа | Hoxha Hodža | Çela Чела | Qerimi Ќерими
Krasniqi Красниќи | Krasniqi Красники | Cosic Ћосић | Šehović Шеховић | Šehović Sehovic
Shcherbakov Щербаков | Yordanov Йорданов | Khristov Христов | Tsvetkov Цветков
Zhivkov Живков | Rexhepi Реџепи | Rexhepi Redžepi | Jashari Јашари | Jašari Jashari
Bytyqi Битиќи | Thaçi Тачи | Mohammadi محمدي | Hosseini حسيني | Husseini الحسيني
Hosseini Husseini | Karimi كريمي | Karimi Kareemi | Rahmani رحماني | Yousef يوسف
Jusuf يوسف | Abdulrahman عبدالرحمن | Khalil خليل | Halil خليل | Ahmadzai احمدزی
Ghulam غلام | Qasim قاسم | Kasim قاسم | Jafar جعفر | Djaafar جعفر | Shaheen شاهين
Öztürk اوزتورک | Öztürk Oezturk | Yılmaz Yilmaz | Sherzad شێرزاد | Karwan کاروان
Behrouz بهروز | Mohammed Мухаммед | Osman Осман | Oleksandr Олександр | Kowalski Kovalski
Testovic Testvic | Petrović Petorvić | Stojanović Stoianovic | Андрејев Андреев
"""


def pairs(text):
    return [tuple(pair.split()) for line in text.split("\n") for pair in line.split("|") if pair]


@pytest.mark.parametrize(("left", "right"), pairs(NEAR))
def test_two_surnames_of_near_letters_are_never_strong_evidence(left, right):
    for given in ("Karim", "Petar Karim"):
        assert not compare(f"{given} {left}", f"{given} {right}").verdict.startswith("Strong")


@pytest.mark.parametrize(("left", "right"), pairs(ONE))
def test_spellings_of_one_surname_are_strong_evidence(left, right):
    assert compare(f"Karim {left}", f"Karim {right}").bits > STRONG + 5


@pytest.mark.parametrize(("left", "right"), pairs(NEAR))
def test_a_near_surname_says_much_less_than_the_same(left, right):
    near = name_bits(*map(read_name, (f"Karim {left}", f"Karim {right}")))
    same = name_bits(*map(read_name, (f"Karim {left}", f"Karim {left}")))
    assert near < same - 3


def test_a_given_name_does_not_carry_a_near_surname():
    found = compare("Petar Petrović", "Петар Петковић")
    assert found.bits < name_bits(*map(read_name, ("Petar Petrović", "Петар Петровић"))) / 2
    assert any("held down" in line and "hardly alike" in line for line in found.lines())


def test_a_wrong_letter_is_shown_where_it_stands():
    found = compare("Petar Petrović", "Петар Петковић")
    pair = min(found.pairs, key=lambda pair: pair.bits)
    least = min(pair.units, key=lambda unit: unit.bits)
    assert (least.left, least.right) == ("r", "к")
