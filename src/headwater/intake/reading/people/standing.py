"""Standing: words beside a name that say who is moved, a child, kin, or acts for a public body."""

import re
from collections.abc import Iterable
from functools import lru_cache

NATION = re.compile(
    r"(?:syrian|afghan|iraqi|iranian|pakistani|bangladeshi|somali|eritrean|sudanese|ethiopian|"
    r"moroccan|algerian|tunisian|egyptian|nepal(?:i|ese)|burundian|"
    r"sirij(?:ac|k|sk)|avganistansk|afganistansk|pakistansk|iransk|sirij(?:ca|cu|ci|anac|anc)|avganistan(?:ac|c|k)|afganistan(?:ac|c|k)|avganac|"
    r"avganc|afganac|afganc|iračan|iračk|iran(?:ac|c|k)|pakistan(?:ac|c|k)|bangladeš|somal|"
    r"eritrej|sudan(?:ac|c|k)|marokan(?:ac|c|k)|alžir(?:ac|c|k)|tunižan|egipćan|nepal(?:ac|c|k)|"
    r"сириј(?:ск|ац|ец|ка|ци|ц|анец)|сири(?:йск|ски|ец|йц|йк)|авганистан(?:ск|ац|ец|ц|к)|авган(?:ац|ец|ц)|"
    r"афганистан(?:ск|ец|ц|к)|афган(?:ец|ц|к)|ирачан|ирачк|ирак(?:чан|ч)|иран(?:ац|ец|ц|к)|"
    r"пакистан(?:ск|ац|ец|ц|к)|бангладеш|сомал|еритре|судан(?:ац|ец|ц|к)|марокан(?:ац|ец|ц|к)|"
    r"алжир(?:ац|ец|ц|к)|тунижан|тунис(?:ец|ц)|египћан|египетец|египтян|непал(?:ац|ец|ц|к)|"
    r"sirian|afgan|irak(?:en|ian)|pakistanez|bangladeshas|maroken|algjerian|tunizian|egjiptian)"
    r"\w{0,5}",
    re.IGNORECASE,
)
_SMUGGLED = (
    r"(?:smuggled|trafficked|krijumčaren\w*|prokrijumčaren\w*|prošvercovan\w*|"
    r"кријумчарен\w*|прокријумчарен\w*|криумчарен\w*|контрабандиран\w*|"
    r"i kontrabanduar\w*|të kontrabanduar\w*|trafikuar\w*)"
)
_AGE_WORD = r"(?:1[0-7]|[1-9])[- ]?(?:year-old|godišnj\w+|годишњ\w+|годишн\w+|vjeçar\w*|vjeç\w*)"
SMUGGLED = re.compile(_SMUGGLED + r"\s$", re.IGNORECASE)
CHILD_BEFORE = re.compile(r"(?<!\d)" + _AGE_WORD + r"\s(?:\w+\s)?$", re.IGNORECASE)
CHILD_AFTER = re.compile(
    r"\s?[,(]\s?(?:(?:aged|age|only|star\w?|стар\w?|на|moshë)\s)?"
    r"(?:(?:an?|the|i|një)\s)?(?:(?:1[0-7]|[1-9])\s?"
    r"(?:god(?:in[ae]|\.)|год(?:ин[аеи]|\.)|vjeç|years?(?:\sold)?)?\s?(?:[,)]|\s(?:was|is|je)\b)|"
    + _AGE_WORD
    + ")",
    re.IGNORECASE,
)
NATION_AFTER = re.compile(
    r"\s?[,(]\s?(?:(?:an?|the|\d+[\w-]*|државјанин|državljanin|državljanka|držav\w+|shtetas)\s?,?\s?)*"
    + NATION.pattern,
    re.IGNORECASE,
)
KIN = re.compile(
    r"\b(?:brother|sister|father|mother|uncle|aunt|cousin|wife|husband|son|daughter|parents?|"
    r"relative|brat\w?|sestr[aeu]|ota?c\w?|majk[aeu]|stri[cč]\w?|ujak\w?|tetk[aeu]|rođa[kc]\w*|"
    r"suprug\w?|žen[aeu]|muž\w?|sin\w?|ćerk[aeu]|kćerk[aeu]|брат\w{0,3}|сестра\w{0,2}|"
    r"сестр[еуи]|отац|оца|оцу|татко\w?|баща\w?|мајка\w?|мајк[еу]|майка\w?|стри[цч]\w?|"
    r"уја[кч]\w*|вујко|чичо|тетка|рођа[кц]\w*|роднина|роднини|братучед\w*|братовчед\w*|"
    r"супруг\w{0,4}|съпруг\w{0,3}|жена|сопруг\w{0,4}|син\w{0,3}|ћерк[аеу]|ќерка\w?|дъщеря|"
    r"vëlla\w*|motr\w+|babai\w*|nën[aë]\w?|xhaxhai\w*|daj[aë]\w*|kushëri\w*|grua\w?|gruaja|"
    r"bashkëshort\w*|burri|djali|vajza)(?!\w)",
    re.IGNORECASE,
)
KIN_BEFORE = re.compile(
    KIN.pattern + r"(?:\s(?:i|e)\s(?:saj|tij|tyre)|\s(?:му|ѝ|ѝ|и|им|му))?\s?,?\s$", re.IGNORECASE
)
OFFICER = re.compile(
    r"(?:officer|constable|policeman|policewoman|inspector|sergeant|superintendent|detective|"
    r"policaj(?:ac|c\w{1,2}|k[ae])|inspektor\w{0,3}|graničar\w{0,2}|"
    r"полицај(?:ац|ц\w{1,2})|полицаец\w{0,3}|полицай\w{0,4}|инспектор\w{0,4}|граничар\w{0,4}|"
    r"полициски|полицейски|polici|polici|polic(?:i|in|it)|oficer\w{0,3}|inspektori\w?)",
    re.IGNORECASE,
)

POLICE = re.compile(
    r"\b(?:polic\w*|полиц\w*|officers?|customs|guards?|coast\s?guards?|navy|rescuers?|agents?|detectives?|inspe[ck]tor\w*|"
    r"carin\w*|царин\w*|graničar\w*|граничар\w*|инспектор\w*|служб\w*|službenici|dogan\w*|"
    r"MUP|МУП|МВР|СВР|служител\w*|митнич\w*|митниц\w*)(?!\w)",
    re.IGNORECASE,
)
"""Police, customs, border guards and rescuers at sea, by their words."""

_CARRIED_EN = (
    r"(?:carried|taken|driven|transported|smuggled|ferried|moved|brought|transferred|shipped|"
    r"trafficked|led|guided|sailed|escorted)"
)
_CARRIED_SH = (
    r"(?:prev[eo]že?n|prevezen|prevežen|prebačen|odvezen|dovezen|krijumčaren|prokrijumčaren|"
    r"prevođen|transportovan|transportiran|prevožen)[aieo]?"
)
_CARRIED_CYR = (
    r"(?:превезен|пребачен|одвезен|довезен|кријумчарен|прокријумчарен|превођен|транспортован|"
    r"пренесен|префрлен|криумчарен|транспортиран|превозен|прекаран|закаран|откаран|докаран|"
    r"прехвърлен|преведен)[аиео]?"
)
_CARRIED_SQ = r"(?:transportua\w?|transportuar|çua\w?|dërgua\w?|bart\w*|soll\w*|kontrabandua\w?)"
CARRIED = re.compile(
    rf"\b(?:(?:was|were|been|being)\s(?:then\s|later\s|also\s)?{_CARRIED_EN}|{_CARRIED_SH}|"
    rf"{_CARRIED_CYR}|(?:u|është|janë|ishte|ishin)\s{_CARRIED_SQ})(?!\w)",
    re.IGNORECASE,
)
"""A passive that says somebody was carried."""
_BETWEEN = (
    r"\s?(?:[,(][^,().\n]{1,20}[,)]\s?)?(?:(?:je|su|је|су|е|се|са|беше|беа|бе|бяха|бил\w?)\s)?"
)
CARRIED_AFTER = re.compile(_BETWEEN + CARRIED.pattern, re.IGNORECASE)
CARRIED_BEFORE = re.compile(
    rf"\b(?:{_CARRIED_SH}|{_CARRIED_CYR})\s(?:(?:je|su|је|су|е|се|са)\s)?$", re.IGNORECASE
)
INTO_CUSTODY = re.compile(
    r"custody|police|prison|court|jail|detention|questioning|hospital|pritvor|zatvor|stanic|"
    r"polici|tužila|sud\b|bolnic|притвор|затвор|станиц|полици|тужила|суд|болниц|арест|съд|"
    r"burg|gjykat|paraburgim|spital",
    re.IGNORECASE,
)


# Letters of which some stand wherever the patterns fit: where none do, nothing is looked for.
_OF_CARRYING = (
    *("carri", "taken", "driven", "transport", "smuggled", "ferried", "moved", "brought", "ransf"),
    *("shipped", "trafficked", "led", "guided", "sailed", "escorted", "prev", "prebač", "vezen"),
    *("rijumčaren", "превез", "пребачен", "везен", "ријумчарен", "превођен", "транспорт"),
    *("пренесен", "префрлен", "криумчарен", "превозен", "каран", "хвърлен", "преведен", "çua"),
    *("dërgua", "bart", "soll", "kontrabandua"),
)
_OF_SMUGGLED = (
    *("smuggled", "trafficked", "rijumčaren", "vercovan", "ријумчарен", "криумчарен"),
    *("контрабандиран", "kontrabanduar", "trafikuar"),
)
_OF_AGES = ("year-old", "godišnj", "годишњ", "годишн", "vjeç")


def _spoken(letters: Iterable[str], text: str) -> bool:
    return any(each in text for each in letters)


class Spoken:
    """What a text may say of somebody at all, told at once for all the names in it.

    Attributes:
        carrying: That somebody was carried.
        smuggled: That somebody was smuggled.
        ages: How old a child is, in a word.
    """

    __slots__ = ("ages", "carrying", "smuggled")

    def __init__(self, lowered: str) -> None:
        self.carrying = _spoken(_OF_CARRYING, lowered)
        self.smuggled = _spoken(_OF_SMUGGLED, lowered)
        self.ages = _spoken(_OF_AGES, lowered)


@lru_cache(4)
def spoken(lowered: str) -> Spoken:
    """What a text in small letters may say of somebody at all."""
    return Spoken(lowered)


@lru_cache(16_384)
def says(word: str) -> str:
    """What a word before a name says: `nation`, `officer`, `smuggled`, or nothing."""
    if NATION.fullmatch(word):
        return "nation"
    if OFFICER.fullmatch(word):
        return "officer"
    return "smuggled" if SMUGGLED.match(word + " ") else ""
