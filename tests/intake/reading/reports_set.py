"""Short invented reports in many manners, with what must be read in them and what must not.

Communiqués, newspaper style, messages, notes without diacritics or in capitals. Each line of `claims`
is `Schema.property value`, as in `development_set`; `never` holds what would be wrong. What else is
read is not judged. The names of persons are invented.
"""

from typing import NamedTuple

REPORT_DATE = "2026-05-20"


class Sample(NamedTuple):
    language: str
    text: str
    claims: str
    never: str = ""


ENGLISH = (
    Sample(
        "en",
        "Detectives apprehended two suspected facilitators at a lay-by outside Ashford on Tuesday night.",
        "Arrest.persons 2; Arrest.place Ashford",
    ),
    Sample(
        "en",
        "Nineteen Afghans, among them four children, were pulled from a refrigerated lorry at the Horgoš "
        "crossing on 11 May 2026.",
        "Observation.count 19; Observation.place Horgoš; Observation.period 2026-05-11",
        "Arrest.persons 19",
    ),
    Sample(
        "en",
        "A place in the dinghy now goes for anything between 1,800 and 2,200 euros a head, cash up front, "
        "says a trusted contact.",
        """Fee.amountLow 1800; Fee.amountHigh 2200; Fee.currency EUR; Fee.basis person;
        Fee.paymentMode upfront""",
    ),
    Sample(
        "en",
        "hi mate, new price calais to dover 2500 pounds per person pay when you arrive, ask for Doc on "
        "+44 7700 900123",
        """PriceAdvert.amountLow 2500|Fee.amountLow 2500; Fee.currency GBP|PriceAdvert.currency GBP;
        Fee.basis person|PriceAdvert.basis person; LegalEntity.phone +447700900123""",
    ),
    Sample(
        "en",
        "The ringleader, named as Arben Dushkaj (41), is believed to have masterminded transfers from "
        "Durrës through Bari to Milan hidden in camper vans.",
        """Person.name Arben Dushkaj; NetworkRole.role organiser; NetworkRole.member Arben Dushkaj;
        Leg.from Durrës; Leg.to Milan""",
    ),
    Sample(
        "en",
        "Goran Veljan and his brother-in-law Senad Krupić were detained by Border Police near Bihać on "
        "9 May 2026 after 14 passengers had been found in their van.",
        """Arrest.person Goran Veljan; Arrest.person Senad Krupić; Arrest.place Bihać;
        Arrest.date 2026-05-09""",
    ),
    Sample(
        "en",
        "During a search of a warehouse in Osnabrück, investigators recovered 11 rubber boats and 9 outboard "
        "motors.",
        """Seizure.article boats; Seizure.quantity 11; Seizure.article engines; Seizure.quantity 9;
        Seizure.place Osnabrück""",
    ),
    Sample(
        "en",
        "An overloaded boat carrying 61 people put to sea from Wimereux before dawn on 14 May 2026.",
        "Launch.place Wimereux; Launch.personsAboard 61; Launch.date 2026-05-14",
    ),
    Sample(
        "en",
        "Analysts warn that as many as 48,000 people might cross the Channel by the end of the year.",
        "Observation.countHigh 48000|Observation.count 48000",
    ),
    Sample(
        "en",
        "Besar Lumi is preparing to bring another 20 people from Kukës to Prizren next week.",
        "Leg.from Kukës; Leg.to Prizren; Leg.persons 20; Leg.operator Besar Lumi",
    ),
    Sample(
        "en",
        "The attempt to move 16 people from Šid to Vukovar on foot failed on 3 May 2026.",
        "Leg.from Šid; Leg.to Vukovar; Leg.mode foot; Leg.persons 16; Leg.date 2026-05-03",
    ),
    Sample(
        "en",
        "Petrit Gjeka, a money changer from Tirana, wired EUR 4,500 to Milan Horvatić on 2 May 2026.",
        """Person.name Petrit Gjeka; Payment.payer Petrit Gjeka; Payment.beneficiary Milan Horvatić;
        Payment.amount 4500; Payment.currency EUR; Payment.date 2026-05-02; NetworkRole.role hawaladar""",
        "Fee.amountLow 4500",
    ),
    Sample(
        "en",
        "The witness Marta Kelmendi said her driver, Ylli Berani, took the group from Subotica to Szeged by "
        "car.",
        "Leg.from Subotica; Leg.to Szeged; Leg.mode car; Person.name Ylli Berani",
        "Person.name Marta Kelmendi",
    ),
    Sample(
        "en",
        "Two bodies were washed ashore at Sangatte on 6 May 2026; three people are still missing.",
        "Incident.dead 2; Incident.missing 3; Incident.place Sangatte; Incident.date 2026-05-06",
    ),
    Sample(
        "en",
        "Ardit Molla flatly denies any involvement with the Falcon network.",
        "Person.name Ardit Molla; Network.name Falcon; NetworkRole.network Falcon",
    ),
    Sample(
        "en",
        "A grey Opel with plate NS 482-KL, driven by Dušan Matavulj, was spotted at Horgoš on 8 May 2026.",
        "Vehicle.registrationNumber NS482KL; Vehicle.operator Dušan Matavulj; Person.name Dušan Matavulj",
    ),
    Sample(
        "en",
        "Ten engines were delivered to Calais by Kamran Delawar on 4 May 2026.",
        """EquipmentSupply.article engines; EquipmentSupply.quantity 10; EquipmentSupply.place Calais;
        EquipmentSupply.supplier Kamran Delawar""",
    ),
    Sample(
        "en",
        "Police stopped a minibus near Gevgelija on 7 May 2026. The driver, Stojan Pavlev, was arrested.",
        "Arrest.person Stojan Pavlev; Arrest.place Gevgelija; Arrest.date 2026-05-07; NetworkRole.role driver",
    ),
)

SERBIAN = (
    Sample(
        "sr",
        "Pripadnici MUP-a u Subotici uhapsili su Ž. P. (1987) i Dragana Kneževića (39) zbog sumnje da su "
        "izvršili krivično delo nedozvoljen prelaz državne granice i krijumčarenje ljudi.",
        "Arrest.person Dragana Kneževića; Arrest.place Subotica",
    ),
    Sample(
        "sr",
        "Oni se terete da su 5. maja 2026. kombijem prevezli 22 migranta od Bujanovca do Subotice.",
        "Leg.from Bujanovac; Leg.to Subotica; Leg.mode van; Leg.persons 22; Leg.date 2026-05-05",
    ),
    Sample(
        "sr",
        "U vozilu kojim je upravljao Slaviša Đukanović, kod Sremske Mitrovice, zatečeno je devet stranih "
        "državljana.",
        "Observation.count 9; Person.name Slaviša Đukanović; Observation.place Sremska Mitrovica",
    ),
    Sample(
        "sr",
        "Za prebacivanje preko Drine uzimaju 350 evra po glavi, a ko nema para - odrađuje.",
        "Fee.amountLow 350; Fee.currency EUR; Fee.basis person",
    ),
    Sample(
        "sr",
        "cao, cena od beograda do madjarske granice je 800 eura po coveku, ide se kombijem, zovi Dzoniju "
        "na +381 64 555 0123",
        "Fee.amountLow 800|PriceAdvert.amountLow 800; Fee.currency EUR; Fee.basis person; "
        "LegalEntity.phone +381645550123",
    ),
    Sample(
        "sr",
        "Kao organizator grupe označen je Radiša Stamenić, zvani „Brzi”, iz Vranja.",
        """Person.name Radiša Stamenić; NetworkRole.role organiser; NetworkRole.member Radiša Stamenić;
        Person.alias Brzi""",
    ),
    Sample(
        "sr",
        "Prilikom pretresa garaže u Novom Sadu pronađena su tri gumena čamca i dva vanbrodska motora.",
        """Seizure.article boats; Seizure.quantity 3; Seizure.article engines; Seizure.quantity 2;
        Seizure.place Novi Sad""",
    ),
    Sample(
        "sr",
        "Nenad Vuković je 2. maja 2026. godine isplatio Đorđu Paniću 1.500 evra.",
        "Payment.payer Nenad Vuković; Payment.amount 1500; Payment.currency EUR; Payment.date 2026-05-02",
        "Fee.amountLow 1500",
    ),
    Sample(
        "sr",
        "Planirano je da Jovica Radak sutra preveze 15 lica iz Šida do Tovarnika.",
        "Leg.from Šid; Leg.to Tovarnik; Leg.persons 15; Leg.operator Jovica Radak",
    ),
    Sample(
        "sr",
        "VOZAC MILUTIN RAJKOV UHAPSEN U HORGOSU 6. MAJA 2026.",
        "Arrest.place Horgoš; Arrest.date 2026-05-06",
    ),
    Sample(
        "sr",
        "Troje ljudi utopilo se u Dunavu kod Apatina, a dvoje se vodi kao nestalo.",
        "Incident.dead 3; Incident.missing 2; Incident.place Apatin",
    ),
    Sample(
        "sr",
        "Žrtva, Leila Karimi (+381 63 555 0177), navela je da ju je držao Aleksandar Tubić.",
        "Person.name Aleksandar Tubić",
        "Person.name Leila Karimi; Person.phone +381635550177; LegalEntity.phone +381635550177",
    ),
    Sample(
        "sr",
        "Процењује се да би до краја године преко Србије могло да прође и до 30.000 миграната.",
        "Observation.countHigh 30000|Observation.count 30000",
    ),
    Sample(
        "sr",
        "Полицајци су у Димитровграду лишили слободе возача Станка Петрова који је у камиону превозио 17 "
        "држављана Сирије.",
        "Arrest.person Станка Петрова; Arrest.place Dimitrovgrad; NetworkRole.role driver",
    ),
    Sample(
        "sr",
        "Група је кренула пешице из Прешева и након два дана стигла у Врање.",
        "Leg.from Preševo; Leg.to Vranje; Leg.mode foot",
    ),
    Sample(
        "sr",
        "Предраг Илинчић негира да је био члан групе „Ледена”.",
        "Person.name Предраг Илинчић; NetworkRole.network Ледена",
    ),
)

CROATIAN_BOSNIAN = (
    Sample(
        "hr",
        "Policijski službenici PU karlovačke zatekli su 12. svibnja 2026. kod Rakovice 35-godišnjaka koji je "
        "u kombiju prevozio 16 migranata.",
        "Observation.count 16|Leg.persons 16",
    ),
    Sample(
        "hr",
        "Osumnjičeni Zdravko Periša tražio je 1.200 eura po osobi za prijevoz od Velike Kladuše do Trsta.",
        """Fee.amountLow 1200; Fee.currency EUR; Fee.basis person; Leg.from Velika Kladuša;
        Leg.to Trieste; Person.name Zdravko Periša""",
    ),
    Sample(
        "hr",
        "U kamionu s hladnjačom na odmorištu kod Slavonskog Broda otkriveno je 27 stranih državljana.",
        "Observation.count 27; Observation.place Slavonski Brod",
    ),
    Sample(
        "hr",
        "Uhićeni su Mato Kolarević i Luka Šimunac; u njihovu su vozilu pronađena tri pištolja.",
        "Arrest.person Mato Kolarević; Arrest.person Luka Šimunac",
    ),
    Sample(
        "hr",
        "Sumnja se da je skupinu vodio Ivica Barukčić, poznatiji kao \"Kum\", s boravištem u Zagrebu.",
        "Person.name Ivica Barukčić; Person.alias Kum",
    ),
    Sample(
        "hr",
        "Tijekom travnja 2026. na području Županje zabilježeno je 340 nezakonitih prelazaka.",
        "Observation.count 340; Observation.period 2026-04; Observation.place Županja",
    ),
    Sample(
        "bs",
        "Granična policija BiH je kod Zvornika oduzela dva čamca na napuhavanje i jedan motor.",
        "Seizure.article boats; Seizure.quantity 2; Seizure.place Zvornik",
    ),
    Sample(
        "bs",
        "Adnan Sejfić nudi prevoz Sarajevo - Bihać za 200 KM po osobi, plaća se prije polaska.",
        """PriceAdvert.amountLow 200|Fee.amountLow 200; Fee.currency BAM|PriceAdvert.currency BAM;
        Fee.basis person|PriceAdvert.basis person; Leg.from Sarajevo; Leg.to Bihać""",
    ),
    Sample(
        "bs",
        "Dana 8. maja 2026. godine Haris Omeragić se u Tuzli sreo sa Nedimom Begićem.",
        """Contact.source Haris Omeragić; Contact.target Nedimom Begićem; Contact.kind meeting;
        Contact.place Tuzla; Contact.date 2026-05-08""",
    ),
    Sample(
        "bs",
        "Pokušaj prelaska 11 osoba iz Bihaća u Korenicu spriječen je 10. maja 2026.",
        "Leg.from Bihać; Leg.persons 11; Leg.date 2026-05-10",
    ),
    Sample(
        "bs",
        "uhapsen vodic Samir Delic u Velikoj Kladusi, vodio 9 ljudi preko Gline do Zagreba pjeske",
        "Person.name Samir Delic; NetworkRole.role guide",
    ),
    Sample(
        "bs",
        "Vozilo registarskih oznaka A12-B-345, koje koristi Mirza Halilčević, primijećeno je u Cazinu.",
        "Vehicle.registrationNumber A12B345; Person.name Mirza Halilčević",
    ),
)

MACEDONIAN = (
    Sample(
        "mk",
        "СВР Тетово поднесе кривична пријава против Беким Рустеми (44) за криумчарење мигранти.",
        "Person.name Беким Рустеми",
    ),
    Sample(
        "mk",
        "На 3 мај 2026 година кај Демир Капија, во товарно возило, беа откриени 42 мигранти од Сирија и "
        "Пакистан.",
        "Observation.count 42; Observation.place Demir Kapija; Observation.period 2026-05-03",
    ),
    Sample(
        "mk",
        "Возачот Јовица Стојчевски бил приведен во полициска станица во Велес.",
        "Arrest.person Јовица Стојчевски; Arrest.place Veles; NetworkRole.role driver",
    ),
    Sample(
        "mk",
        "За пренос од Гевгелија до Лојане бараат 600 евра по човек, парите се даваат однапред.",
        """Fee.amountLow 600; Fee.currency EUR; Fee.basis person; Fee.paymentMode upfront;
        Fee.from Gevgelija; Fee.to Lojane""",
    ),
    Sample(
        "mk",
        "При претрес во гаража во Охрид се најдени пет гумени чамци и четири вонбродски мотори.",
        """Seizure.article boats; Seizure.quantity 5; Seizure.article engines; Seizure.quantity 4;
        Seizure.place Ohrid""",
    ),
    Sample(
        "mk",
        "Групата „Ветар“ ја раководи Никола Трпчески, познат како „Фокс“.",
        "Network.name Ветар; Person.name Никола Трпчески; Person.alias Фокс",
    ),
    Sample(
        "mk",
        "Вчера во Куманово се сретнале Агрон Беќири и Драган Миленков.",
        "Person.name Агрон Беќири; Person.name Драган Миленков",
    ),
    Sample(
        "mk",
        "Се планира следната недела 25 лица да бидат префрлени од Струмица до Скопје со комбе.",
        "Leg.from Strumica; Leg.to Skopje; Leg.persons 25; Leg.mode van",
    ),
    Sample(
        "mk",
        "Две лица загинаа во сообраќајна несреќа кај Неготино на 9 мај 2026.",
        "Incident.dead 2; Incident.place Negotino; Incident.date 2026-05-09",
    ),
    Sample(
        "mk",
        "Жртвата Амина Халили изјави дека патот го платила 3.000 евра.",
        "",
        "Person.name Амина Халили",
    ),
    Sample(
        "mk",
        "Зоран Атанасов му исплатил на Блерим Адеми 2.000 евра на 4 мај 2026 година.",
        "Payment.payer Зоран Атанасов; Payment.beneficiary Блерим Адеми; Payment.amount 2000",
    ),
    Sample(
        "mk",
        "Се проценува дека годинава би можеле да поминат до 20.000 мигранти.",
        "Observation.countHigh 20000|Observation.count 20000",
    ),
    Sample(
        "mk",
        "Обидот за премин на 13 лица од Богородица кон Гевгелија беше спречен.",
        "Leg.persons 13; Leg.to Gevgelija",
    ),
)

BULGARIAN = (
    Sample(
        "bg",
        "Служители на Гранична полиция задържаха край Елхово двама каналджии, превозвали 18 мигранти.",
        "Observation.count 18",
        "Arrest.persons 18",
    ),
    Sample(
        "bg",
        "Водачът на буса Кирил Манолов е арестуван на 6 май 2026 г. в Харманли.",
        "Arrest.person Кирил Манолов; Arrest.place Harmanli; Arrest.date 2026-05-06; NetworkRole.role driver",
    ),
    Sample(
        "bg",
        "Таксата за превеждане от Одрин до София е 3000 евро на човек, половината се дава в аванс.",
        "Fee.amountLow 3000; Fee.currency EUR; Fee.basis person; Fee.from Edirne; Fee.to Sofia",
    ),
    Sample(
        "bg",
        "Групата е ръководена от Живко Данчев с прякор „Полковника“.",
        "Person.name Живко Данчев; Person.alias Полковника",
    ),
    Sample(
        "bg",
        "При обиск в склад в Пловдив бяха открити и иззети 14 надуваеми лодки и 8 извънбордови двигателя.",
        """Seizure.article boats; Seizure.quantity 14; Seizure.article engines; Seizure.quantity 8;
        Seizure.place Plovdiv""",
    ),
    Sample(
        "bg",
        "На 11 май 2026 г. 23 чужденци са отведени пеша от Малко Търново до Бургас.",
        "Leg.from Malko Tarnovo; Leg.to Burgas; Leg.mode foot; Leg.persons 23; Leg.date 2026-05-11",
    ),
    Sample(
        "bg",
        "Според източник Митко Радулов планира да прекара 30 души от Свиленград през Хасково до Драгоман.",
        "Leg.from Svilengrad; Leg.to Haskovo; Leg.from Haskovo; Leg.to Dragoman; Person.name Митко Радулов",
    ),
    Sample(
        "bg",
        "Пострадалата Зейнеб Карими, тел. +359 88 555 0144, посочи за свой превозвач Асен Тодев.",
        "Person.name Асен Тодев",
        "Person.name Зейнеб Карими; Person.phone +359885550144; LegalEntity.phone +359885550144",
    ),
    Sample(
        "bg",
        "Трима мигранти са загинали при катастрофа на магистралата край Бургас на 2 май 2026 г.",
        "Incident.dead 3; Incident.place Burgas; Incident.date 2026-05-02",
    ),
    Sample(
        "bg",
        "Очаква се до края на годината през границата да преминат 15 000 души.",
        "Observation.count 15000",
    ),
    Sample(
        "bg",
        "Росен Колев отрече да е част от групата „Вихър“.",
        "Person.name Росен Колев; NetworkRole.network Вихър",
    ),
    Sample(
        "bg",
        "Тодор Пенев преведе 5 200 евро на Хасан Демирел на 3 май 2026 г.",
        "Payment.payer Тодор Пенев; Payment.beneficiary Хасан Демирел; Payment.amount 5200",
        "Fee.amountLow 5200",
    ),
    Sample(
        "bg",
        "Лек автомобил с рег. № Х 1234 КВ, управляван от Стоян Желев, е спрян край Любимец.",
        "Vehicle.operator Стоян Желев; Person.name Стоян Желев",
    ),
)

ALBANIAN = (
    Sample(
        "sq",
        "Policia e Kukësit vuri në pranga shtetasin Fatos Hysenaj, 36 vjeç, i cili transportonte 14 "
        "emigrantë drejt Tiranës.",
        "Person.name Fatos Hysenaj; Arrest.person Fatos Hysenaj",
    ),
    Sample(
        "sq",
        "Më 6 maj 2026, në Shkodër u ndaluan tre persona të dyshuar për trafikim.",
        "Arrest.persons 3; Arrest.place Shkodër; Arrest.date 2026-05-06",
    ),
    Sample(
        "sq",
        "Tarifa për kalimin nga Durrësi në Bari është 2.500 euro për kokë dhe paguhet para nisjes.",
        """Fee.amountLow 2500; Fee.currency EUR; Fee.basis person; Fee.paymentMode upfront;
        Fee.from Durrës; Fee.to Bari""",
    ),
    Sample(
        "sq",
        "Gjatë kontrollit në një magazinë në Vlorë u gjetën gjashtë gomone dhe katër motorë.",
        """Seizure.article boats; Seizure.quantity 6; Seizure.article engines; Seizure.quantity 4;
        Seizure.place Vlorë""",
    ),
    Sample(
        "sq",
        "Kreu i grupit, Ilir Gashi, i njohur me nofkën “Ujku”, jep urdhra nga Prishtina.",
        """Person.name Ilir Gashi; NetworkRole.role organiser; NetworkRole.member Ilir Gashi;
        Person.alias Ujku""",
    ),
    Sample(
        "sq",
        "Shefqet Doda dërgoi 3.000 euro te Bledar Kola më 2 maj 2026.",
        "Payment.payer Shefqet Doda; Payment.beneficiary Bledar Kola; Payment.amount 3000",
        "Fee.amountLow 3000",
    ),
    Sample(
        "sq",
        "Arben Tahiri po përgatit kalimin e 20 personave nga Prizreni në Kukës javën e ardhshme.",
        "Leg.from Prizren; Leg.to Kukës; Leg.persons 20; Person.name Arben Tahiri",
    ),
    Sample(
        "sq",
        "Katër emigrantë u mbytën pranë Sarandës më 4 maj 2026, dy të tjerë janë zhdukur.",
        "Incident.dead 4; Incident.place Sarandë; Incident.date 2026-05-04",
    ),
    Sample(
        "sq",
        "Viktima Aisha Noori tha se shoferi Gent Marku e çoi nga Tirana në Shkodër me makinë.",
        "Leg.from Tirana; Leg.to Shkodër; Leg.mode car; Person.name Gent Marku; NetworkRole.role driver",
        "Person.name Aisha Noori",
    ),
    Sample(
        "sq",
        "Agim Lleshi mohon çdo lidhje me grupin “Shqiponja”.",
        "Person.name Agim Lleshi; NetworkRole.network Shqiponja",
    ),
    Sample(
        "sq",
        "Pritet që deri në fund të vitit të mbërrijnë deri në 9.000 emigrantë.",
        "Observation.countHigh 9000|Observation.count 9000",
    ),
    Sample(
        "sq",
        "Automjeti me targa AA 456 CD, në pronësi të Luan Zekës, u ndalua në Morinë me 8 persona brenda.",
        "Vehicle.registrationNumber AA456CD; Observation.count 8",
    ),
    Sample(
        "sq",
        "shoferi Besnik Hoxhaj (tel +355 69 555 0166) i coi 12 veta nga Korca ne Bilisht me furgon",
        """Person.name Besnik Hoxhaj; Person.phone +355695550166; Leg.from Korçë; Leg.to Bilisht;
        Leg.mode van; Leg.persons 12""",
    ),
)

SAMPLES = (*ENGLISH, *SERBIAN, *CROATIAN_BOSNIAN, *MACEDONIAN, *BULGARIAN, *ALBANIAN)
