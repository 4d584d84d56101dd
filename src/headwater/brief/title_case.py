"""Words that are written with a capital and name nobody: they never make a person's name."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """mr mrs ms miss dr sir officer inspector captain colonel major sergeant lieutenant detective
    agent judge prosecutor suspect witness victim minor driver smuggler boy girl child man woman
    gospodin gospođa g. gđa господин госпођа госпожа zoti zonja herr frau madame monsieur
    osumnjičeni осумњичени maloletni малолетни"""
)
"""After one of these a lone capitalised word is somebody's name."""

COMMON = TITLES | _words(
    """the a an and or of in on at to for from by with into near after before under over between
    among during against about via per as is are was were be been has have had would
    this that these those it its he she they we you his her their our who what when where which
    while since until two three four five six seven eight nine ten one no not all some many more
    most other another each every both then there here if but also only however according
    in u na iz od za sa i a së dhe në nga me për u и у на из од до за са с в от по је се është
    monday tuesday wednesday thursday friday saturday sunday
    january february march july september october november december
    british english french german serbian bosnian albanian macedonian bulgarian turkish greek
    croatian hungarian austrian italian romanian slovenian montenegrin kosovan kosovar balkan
    afghan syrian iraqi iranian kurdish vietnamese european american western eastern northern
    southern central upper lower great new europe africa asia america
    border police unit hub home office minister ministry secretary state government agency force
    command service services court prosecution prosecutor's immigration enforcement intelligence
    national international federal regional local joint task team group crime criminal organised
    organized security customs coast guard interior foreign affairs defence justice department
    directorate headquarters centre center operation operations president prime chief director
    commissioner spokesperson report reports item article date place name phone vehicle
    engine engines boat boats document documents passport passports
    street road square bridge river sea port harbour airport station city town county district
    region municipality village camp hotel motorway channel route routes union nations council
    parliament commission committee company bank ltd limited gmbh telegram facebook whatsapp
    signal viber tiktok instagram google euro euros pound pounds dollar dollars
    uk eu un us usa uae nca cps mod eur gbp usd bam mkd rsd all europol frontex interpol eurojust
    iom unhcr nato mup"""
)
"""Function words, days, nations, institutions, kinds of place: frequent in title case."""

PARTICLES = _words("al el bin ben ibn abu de da di del della van von der den la le")
"""Small words inside a name."""

ARABIC_CUES = _words(
    """السيد السيدة المدعو المدعوة المسمى اسمه اسمها واسمه واسمها يدعى تدعى القاصر الشاب الطفل
    الطفلة المهرب المشتبه الشاهد الضحية المهاجر آقای خانم نام بنام بەناوی کاک جناب نامی مسمی"""
)
"""Words behind which a name follows in Arabic, Persian, Kurdish and Urdu texts."""

ARABIC_STOPS = _words(
    """في من إلى الى على عن مع و أن ان قد كان كانت هو هي الذي التي به بعد قبل در از به با که را و
    است بود لە بۆ بە کە نے سے کو میں کا کی کے"""
)
"""Function words at which a name in those texts is over."""
