"""Sixty invented sentences with what they say, ten for each language the reader knows.

Each line of `claims` is `Schema.property value`; a person, network or place is written by name.
Names of places and public bodies are not listed: they have tests of their own.
The names of persons are invented.
"""

from typing import NamedTuple

REPORT_DATE = "2026-05-20"


class Example(NamedTuple):
    language: str
    text: str
    claims: str


ENGLISH = (
    Example(
        "en",
        "The organiser Besnik Tarova charges between GBP 2,500 and 3,000 per person.",
        """Person.name Besnik Tarova; NetworkRole.member Besnik Tarova; NetworkRole.role organiser;
        Fee.amountLow 2500; Fee.amountHigh 3000; Fee.currency GBP; Fee.basis person""",
    ),
    Example(
        "en",
        "On 4 May 2026, 23 migrants walked from Bihać to Maljevac.",
        """Leg.from Bihać; Leg.to Maljevac; Leg.mode foot; Leg.persons 23; Leg.date 2026-05-04""",
    ),
    Example(
        "en",
        "Border Force seized four inflatable boats and 30 life jackets in Dover yesterday.",
        """Seizure.article boats; Seizure.unit inflatable boats; Seizure.quantity 4;
        Seizure.agency border-force; Seizure.place Dover; Seizure.date 2026-05-19""",
    ),
    Example(
        "en",
        "Three men were detained near Calais in early March 2026.",
        """Arrest.persons 3; Arrest.place Calais; Arrest.date 2026-03-01/2026-03-10""",
    ),
    Example(
        "en",
        "The trade is worth EUR 50m a year, according to a study.",
        "",
    ),
    Example(
        "en",
        "Up to 45,000 migrants could arrive this year.",
        """Observation.countHigh 45000; Observation.unit migrants; Observation.period 2026""",
    ),
    Example(
        "en",
        "The child Leila Farhad was found with 6 passengers in a lorry at Horgoš.",
        "Observation.count 6; Observation.unit passengers; Observation.place Horgoš",
    ),
    Example(
        "en",
        'Ilir Shenaj, known as "Doc", met Goran Pešti in Niš on 12/04/2026.',
        """Person.name Ilir Shenaj; Person.alias Doc; Person.name Goran Pešti;
        Contact.source Ilir Shenaj; Contact.target Goran Pešti; Contact.kind meeting;
        Contact.place Niš; Contact.date 2026-04-12""",
    ),
    Example(
        "en",
        "Driver Goran Pešti uses the telephone +381 64 123 4567.",
        """Person.name Goran Pešti; Person.phone +381641234567; NetworkRole.member Goran Pešti;
        NetworkRole.role driver""",
    ),
    Example(
        "en",
        "The boat launched from Gravelines on 2026-04-30 with 52 people aboard.",
        """Launch.place Gravelines; Launch.personsAboard 52; Launch.date 2026-04-30""",
    ),
)

SERBIAN = (
    Example(
        "sr",
        "Vozač Milenko Stojkić je 15. marta 2026. prevezao 12 lica iz Preševa u Suboticu kombijem.",
        """Person.name Milenko Stojkić; NetworkRole.member Milenko Stojkić;
        NetworkRole.role driver; Leg.from Preševo; Leg.to Subotica; Leg.mode van; Leg.persons 12;
        Leg.date 2026-03-15; Leg.operator Milenko Stojkić""",
    ),
    Example(
        "sr",
        "Za prelazak se plaća između 2.500 i 3.000 evra po osobi, unapred.",
        """Fee.amountLow 2500; Fee.amountHigh 3000; Fee.currency EUR; Fee.basis person;
        Fee.paymentMode upfront""",
    ),
    Example(
        "sr",
        "Granična policija je 3. aprila 2026. u Horgošu uhapsila tri osobe.",
        """Arrest.persons 3; Arrest.agency granicna-policija; Arrest.place Horgoš;
        Arrest.date 2026-04-03""",
    ),
    Example(
        "sr",
        "Организатор Стојан Вукић звани „Беби“ наплаћује 3.500 евра по лицу.",
        """Person.name Стојан Вукић; Person.alias Беби; NetworkRole.member Стојан Вукић;
        NetworkRole.role organiser; Fee.amountLow 3500; Fee.amountHigh 3500; Fee.currency EUR;
        Fee.basis person""",
    ),
    Example(
        "sr",
        "Код Бачких Винограда је 5. маја 2026. године затечено 14 миграната.",
        """Observation.count 14; Observation.unit миграната; Observation.period 2026-05-05;
        Observation.place Bački Vinogradi""",
    ),
    Example(
        "sr",
        "Полиција је у Шиду запленила два гумена чамца.",
        """Seizure.article boats; Seizure.unit гумена чамца; Seizure.quantity 2;
        Seizure.place Šid""",
    ),
    Example(
        "sr",
        "Navodno Zoran Gavrić radi kao vozač za grupu „Sokol“.",
        """Person.name Zoran Gavrić; Network.name Sokol; NetworkRole.member Zoran Gavrić;
        NetworkRole.role driver; NetworkRole.network Sokol""",
    ),
    Example(
        "sr",
        "Vrednost robe procenjena je na 20.000 evra.",
        "",
    ),
    Example(
        "sr",
        "Mitar Lazović se 31.11.2026. sastao sa Zoranom Gavrićem u Nišu.",
        """Person.name Mitar Lazović; Person.name Zoran Gavrić;
        Contact.source Mitar Lazović; Contact.target Zoran Gavrić; Contact.kind meeting;
        Contact.place Niš; Contact.date 31.11.2026.""",
    ),
    Example(
        "sr",
        "Kombi registarskih oznaka SU-123-AB viđen je juče u Somboru.",
        """Vehicle.registrationNumber SU123AB; Vehicle.country rs; Sighting.subject Vehicle;
        Sighting.place Sombor; Sighting.date 2026-05-19""",
    ),
)

BOSNIAN_CROATIAN = (
    Example(
        "bs",
        "Osobe su 7. maja 2026. prevezene iz Bihaća do Velike Kladuše automobilom.",
        """Leg.from Bihać; Leg.to Velika Kladuša; Leg.mode car; Leg.date 2026-05-07""",
    ),
    Example(
        "bs",
        "Cijena prijelaza je 1.000 eura po osobi, novac se drži kod garanta.",
        """Fee.amountLow 1000; Fee.amountHigh 1000; Fee.currency EUR; Fee.basis person;
        Fee.paymentMode escrow""",
    ),
    Example(
        "bs",
        "Prije dva dana kod mjesta Zvornik pronađeno je 9 migranata.",
        """Observation.count 9; Observation.unit migranata; Observation.place Zvornik;
        Observation.period 2026-05-18""",
    ),
    Example(
        "bs",
        "Koordinator Emir Hasagić koristi broj telefona +387 61 234 567.",
        """Person.name Emir Hasagić; NetworkRole.member Emir Hasagić;
        NetworkRole.role coordinator; Person.phone +38761234567""",
    ),
    Example(
        "bs",
        "U Drini su se utopile dvije osobe.",
        "Incident.dead 2; Incident.place Drina",
    ),
    Example(
        "hr",
        "Policija je tijekom svibnja uhitila pet osoba u Zagrebu.",
        "Arrest.persons 5; Arrest.place Zagreb; Arrest.date 2026-05",
    ),
    Example(
        "hr",
        "Vozač Tomo Rendulić uhićen je u Karlovcu 1. travnja 2026.",
        """Person.name Tomo Rendulić; NetworkRole.member Tomo Rendulić; NetworkRole.role driver;
        Arrest.person Tomo Rendulić; Arrest.place Karlovac; Arrest.date 2026-04-01""",
    ),
    Example(
        "hr",
        "Prema navodima svjedoka, put od Maljevca do Trsta stoji oko 2.000 eura po osobi.",
        """Fee.amountLow 2000; Fee.amountHigh 2000; Fee.currency EUR; Fee.basis person;
        Fee.from Maljevac; Fee.to Trieste; Leg.from Maljevac; Leg.to Trieste; Fee.leg Leg""",
    ),
    Example(
        "hr",
        "Zaplijenjena su četiri vanbrodska motora u Rijeci.",
        """Seizure.article engines; Seizure.unit vanbrodska motora; Seizure.quantity 4;
        Seizure.place Rijeka""",
    ),
    Example(
        "bs",
        "Migrant Karim Saleh i njegova supruga smješteni su u kamp Lipa.",
        "",
    ),
)

MACEDONIAN = (
    Example(
        "mk",
        "Возачот Горан Митковски превезе 20 мигранти од Гевгелија до Табановце со комбе.",
        """Person.name Горан Митковски; NetworkRole.member Горан Митковски;
        NetworkRole.role driver; Leg.from Gevgelija; Leg.to Tabanovce; Leg.mode van;
        Leg.persons 20; Leg.operator Горан Митковски""",
    ),
    Example(
        "mk",
        "Цената е 1.500 евра по лице и се плаќа однапред.",
        """Fee.amountLow 1500; Fee.amountHigh 1500; Fee.currency EUR; Fee.basis person;
        Fee.paymentMode upfront""",
    ),
    Example(
        "mk",
        "Полицијата на 12 мај 2026 уапси две лица во Куманово.",
        "Arrest.persons 2; Arrest.place Kumanovo; Arrest.date 2026-05-12",
    ),
    Example(
        "mk",
        "Во Лојане беа пронајдени 31 мигрант.",
        "Observation.count 31; Observation.unit мигрант; Observation.place Lojane",
    ),
    Example(
        "mk",
        "Организаторот Бекир Реџовски, наречен „Бато“, го користи бројот +389 70 123 456.",
        """Person.name Бекир Реџовски; Person.alias Бато; Person.phone +38970123456;
        NetworkRole.member Бекир Реџовски; NetworkRole.role organiser""",
    ),
    Example(
        "mk",
        "Се очекува 500 лица да пристигнат оваа година.",
        "Observation.count 500; Observation.unit лица; Observation.period 2026",
    ),
    Example(
        "mk",
        "Запленети се три гумени чамци во Струга.",
        """Seizure.article boats; Seizure.unit гумени чамци; Seizure.quantity 3;
        Seizure.place Struga""",
    ),
    Example(
        "mk",
        "Групата „Сокол“ ја води патеката преку Демир Капија.",
        "Network.name Сокол",
    ),
    Example(
        "mk",
        "Возило со регистарски ознаки TE-1234-AB е видено вчера во Скопје.",
        """Vehicle.registrationNumber TE1234AB; Vehicle.country mk; Sighting.subject Vehicle;
        Sighting.place Skopje; Sighting.date 2026-05-19""",
    ),
    Example(
        "mk",
        "Министерството за внатрешни работи соопшти дека границата е мирна.",
        "",
    ),
)

BULGARIAN = (
    Example(
        "bg",
        "Шофьорът Иван Стойчев превози 15 лица от Свиленград до София с бус на 5 май 2026 г.",
        """Person.name Иван Стойчев; NetworkRole.member Иван Стойчев; NetworkRole.role driver;
        Leg.from Svilengrad; Leg.to Sofia; Leg.mode van; Leg.persons 15; Leg.date 2026-05-05;
        Leg.operator Иван Стойчев""",
    ),
    Example(
        "bg",
        "Цената е от 2 000 до 2 500 евро на човек.",
        "Fee.amountLow 2000; Fee.amountHigh 2500; Fee.currency EUR; Fee.basis person",
    ),
    Example(
        "bg",
        "Гранична полиция арестува трима души край Капитан Андреево.",
        """Arrest.persons 3; Arrest.agency granicna-policija;
        Arrest.place Kapitan Andreevo""",
    ),
    Example(
        "bg",
        "При проверката са иззети две надуваеми лодки и 20 спасителни жилетки.",
        "Seizure.article boats; Seizure.unit надуваеми лодки; Seizure.quantity 2",
    ),
    Example(
        "bg",
        "Вчера край Малко Търново бяха открити 11 мигранти.",
        """Observation.count 11; Observation.unit мигранти; Observation.period 2026-05-19;
        Observation.place Malko Tarnovo""",
    ),
    Example(
        "bg",
        "Организаторът Стефан Дечков, известен с прякор „Чичо“, отрича обвиненията.",
        """Person.name Стефан Дечков; NetworkRole.member Стефан Дечков;
        NetworkRole.member Стефан Дечков; NetworkRole.description отрича обвиненията;
        NetworkRole.role organiser""",
    ),
    Example(
        "bg",
        "Смята се, че пазарът е на стойност 3 000 000 евро.",
        "",
    ),
    Example(
        "bg",
        "Пътуването от Истанбул до София струва 1 800 евро на човек и се плаща предварително.",
        """Leg.from Istanbul; Leg.to Sofia; Fee.leg Leg; Fee.from Istanbul; Fee.to Sofia;
        Fee.amountLow 1800; Fee.amountHigh 1800; Fee.currency EUR; Fee.basis person;
        Fee.paymentMode upfront""",
    ),
    Example(
        "bg",
        "Доставчикът Пламен Кирчев достави 10 двигателя в Бургас.",
        """Person.name Пламен Кирчев; NetworkRole.member Пламен Кирчев;
        NetworkRole.role equipment_supplier; EquipmentSupply.article engines;
        EquipmentSupply.unit двигателя; EquipmentSupply.quantity 10;
        EquipmentSupply.supplier Пламен Кирчев; EquipmentSupply.place Burgas""",
    ),
    Example(
        "bg",
        "Двама души загинаха при катастрофа край Бургас на 2 май 2026 г.",
        "Incident.dead 2; Incident.place Burgas; Incident.date 2026-05-02",
    ),
)

ALBANIAN = (
    Example(
        "sq",
        "Shoferi Agim Beqollari transportoi 10 emigrantë nga Tirana në Prishtinë me furgon.",
        """Person.name Agim Beqollari; NetworkRole.member Agim Beqollari; NetworkRole.role driver;
        Leg.from Tirana; Leg.to Pristina; Leg.mode van; Leg.persons 10;
        Leg.operator Agim Beqollari""",
    ),
    Example(
        "sq",
        "Çmimi është nga 3.000 deri në 4.000 euro për person, paguhet pas mbërritjes.",
        """Fee.amountLow 3000; Fee.amountHigh 4000; Fee.currency EUR; Fee.basis person;
        Fee.paymentMode on_arrival""",
    ),
    Example(
        "sq",
        "Policia e Shtetit arrestoi tre persona në Shkodër më 5 mars 2026.",
        """Arrest.persons 3; Arrest.agency policia-shtetit; Arrest.place Shkodër;
        Arrest.date 2026-03-05""",
    ),
    Example(
        "sq",
        "Organizatori Kastriot Dervina, i njohur si “Kapiteni”, përdor numrin +355 69 123 4567.",
        """Person.name Kastriot Dervina; Person.alias Kapiteni; Person.phone +355691234567;
        NetworkRole.member Kastriot Dervina; NetworkRole.role organiser""",
    ),
    Example(
        "sq",
        "Në Kakavijë u gjetën 18 migrantë.",
        "Observation.count 18; Observation.unit migrantë; Observation.place Kakavia",
    ),
    Example(
        "sq",
        "U sekuestruan dy gomone dhe tre motorë në Vlorë.",
        """Seizure.article boats; Seizure.unit gomone; Seizure.quantity 2; Seizure.place Vlorë;
        Seizure.article engines; Seizure.unit motorë; Seizure.quantity 3; Seizure.place Vlorë""",
    ),
    Example(
        "sq",
        "Vlera e tregut është 5 milionë euro.",
        "",
    ),
    Example(
        "sq",
        "Sipas policisë, grupi “Shqiponja” kontrollon rrugën nga Kukësi në Prizren.",
        "Network.name Shqiponja; Leg.from Kukës; Leg.to Prizren; Leg.network Shqiponja",
    ),
    Example(
        "sq",
        "Automjeti me targa AA 123 BB u pa dje në Durrës.",
        """Vehicle.registrationNumber AA123BB; Vehicle.country al; Sighting.subject Vehicle;
        Sighting.place Durrës; Sighting.date 2026-05-19""",
    ),
    Example(
        "sq",
        "Viktima Sara Ahmeti u dërgua në spital.",
        "",
    ),
)

EXAMPLES = (*ENGLISH, *SERBIAN, *BOSNIAN_CROATIAN, *MACEDONIAN, *BULGARIAN, *ALBANIAN)
