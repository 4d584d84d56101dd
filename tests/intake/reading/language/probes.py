"""Invented sentences by language, long and short, to see whether a language is known.

`sr` stands twice, in Latin and in Cyrillic letters. The sister languages of Serbian are written
with words that tell them from it; a sentence without such a word is the same in all four.
"""

ENGLISH = """
The boat was launched before dawn with forty people on board.
Two men were arrested near the port on Tuesday.
He paid half of the money in advance.
They crossed on foot.
The driver fled into the woods.
A lorry was stopped at the checkpoint and searched.
Nobody was hurt.
She told officers that her brother had arranged everything.
Prices have gone up since January.
The group moves families from the border to the coast.
Patrols found three engines hidden under a tarpaulin.
What happened next is not clear.
The vehicle is registered in Germany.
Life jackets were bought in bulk and stored in a garage.
It is not known who organised the journey.
"""

SERBIAN_LATIN = """
Vozač je uhapšen na naplatnoj rampi.
Policija je pre dva dana pronašla grupu migranata u šumi.
Prevezli su ih kombijem do granice.
Cena je porasla posle leta.
Lice je poznato od ranije.
Nije želeo da kaže ko ga je poslao.
Novac se predaje u menjačnici.
Sutra kreću dve grupe.
U kući je zatečeno dvanaest osoba.
Traže hiljadu evra po glavi.
Vodič je pobegao preko reke.
Nema povređenih.
Na tom mestu čekaju čamac.
Telefon je isključen od srede.
Osumnjičeni su sprovedeni u tužilaštvo.
"""

SERBIAN_CYRILLIC = """
Возач је ухапшен на наплатној рампи.
Полиција је пре два дана пронашла групу миграната у шуми.
Превезли су их комбијем до границе.
Цена је порасла после лета.
Лице је познато од раније.
Није желео да каже ко га је послао.
Новац се предаје у мењачници.
Сутра крећу две групе.
У кући је затечено дванаест особа.
Траже хиљаду евра по глави.
Водич је побегао преко реке.
Нема повређених.
На том месту чекају чамац.
Телефон је искључен од среде.
Осумњичени су спроведени у тужилаштво.
"""

CROATIAN = """
Vozač je uhićen na naplatnim postajama.
Policija je tijekom noći pronašla skupinu migranata u šumi.
Tko je platio prijevoz nije poznato.
Cijena je porasla u siječnju na tisuću eura.
Uhićena su dvojica državljana treće zemlje.
Nitko nije ozlijeđen, priopćila je policija.
Kazneno djelo počinjeno je u lipnju.
Ravnateljstvo policije potvrdilo je suradnju s kolegama.
Vozilo je zaustavljeno u listopadu na autocesti.
U vlaku su pronađena trojica bez putovnica.
Prošli tjedan prešli su rijeku.
Općina je otvorila prihvatni centar.
Traže dvije tisuće eura po osobi.
Osumnjičeni je uhićen u studenome kod granice, tijekom nadzora.
Točno mjesto prelaska nije poznato.
"""

BOSNIAN = """
Uhapšena su dvojica državljana BiH, saopćeno je iz Tužilaštva kantona.
Prije dvije sedmice pronađeni su u napuštenoj kući.
Općina je tražila pomoć, saopćeno je danas.
Migranti su smješteni u kamp, rekao je uposlenik Službe na ovom mjestu.
Djeca su predata socijalnom centru u Sarajevu.
Granična policija je prije dva dana zaustavila vozilo.
Sigurnost na putu je lošija, kaže čovjek iz sela.
Vozač je vidio patrolu i lahko pobjegao preko rijeke.
Cijena je hiljada eura, ali niko ne zna ko uzima novac, kaže uposlenica općine.
Tužilaštvo kantona je podiglo optužnicu protiv dvije osobe.
Saopćenje je objavljeno poslije hapšenja, prije sjednice vlade Federacije.
Sedmicu dana čekali su na tom mjestu.
U Sarajevu je uhapšen čovjek koji je vodio posao.
Tačno mjesto prelaska nije poznato, saopćila je SIPA.
Ovdje ih smještaju u kuću pored rijeke.
"""

MONTENEGRIN = """
Službenici Uprave policije uhapsili su dva lica u Nikšiću, gdje je pronađeno vozilo.
Sjutra kreću dvije grupe iz Rožaja.
Nijesu htjeli da kažu ko ih je poslao.
Uprava policije saopštila je da su prije dva dana zaustavili kombi.
Bezbjednost na granici je pojačana, saopšteno je danas iz Podgorice.
Čovjek iz Pljevalja ponudio je prevoz, a cijena je petsto eura.
Opština je prije mjesec otvorila kamp blizu Ulcinja.
Lice je smješteno u kuću, ali nijesmo vidjeli ko vozi.
Crnogorski državljanin uhapšen je u Baru, gdje je čekao čamac.
Šta se desilo sjutradan, nije poznato.
Obavještenje je stiglo u nedjelju iz Berana.
Vozač je pobjegao preko rijeke kod Bijelog Polja, saopštio je načelnik bezbjednosti.
Crnogorska policija traži dva lica na tom mjestu.
Ovđe ih čekaju, a onđe plaćaju.
Nijesam vidio vozilo prije ponedjeljka.
"""

MACEDONIAN = """
Возачот беше уапсен на наплатната рампа.
Полицијата пред два дена пронајде група мигранти во шумата.
Ги превезле со комбе до границата.
Цената порасна по летото.
Лицето е познато од порано.
Не сакаше да каже кој го пратил.
Парите се предаваат во менувачница.
Утре тргнуваат две групи.
Во куќата се затекнати дванаесет лица.
Бараат илјада евра по глава.
Водичот избега преку реката.
Нема повредени.
На тоа место чекаат чамец.
Телефонот е исклучен од среда.
Осомничените се приведени кај обвинителот.
"""

BULGARIAN = """
Шофьорът беше задържан на входа на магистралата.
Полицията преди два дни откри група мигранти в гората.
Превозили са ги с микробус до границата.
Цената се вдигна след лятото.
Лицето е познато отпреди.
Не искаше да каже кой го е изпратил.
Парите се предават в обменно бюро.
Утре тръгват две групи.
В къщата са открити дванадесет души.
Искат хиляда евро на човек.
Водачът избяга през реката.
Няма пострадали.
На това място чакат лодка.
Телефонът е изключен от сряда.
Заподозрените са предадени на прокуратурата.
"""

ALBANIAN = """
Shoferi u arrestua te pika e pagesës.
Policia gjeti dy ditë më parë një grup emigrantësh në pyll.
I çuan me furgon deri në kufi.
Çmimi u rrit pas verës.
Personi njihet nga më parë.
Nuk donte të tregonte kush e kishte dërguar.
Paratë dorëzohen në zyrën e këmbimit.
Nesër nisen dy grupe.
Në shtëpi u gjetën dymbëdhjetë veta.
Kërkojnë një mijë euro për kokë.
Udhërrëfyesi iku përtej lumit.
Nuk ka të lënduar.
Në atë vend presin gomonen.
Telefoni është fikur që të mërkurën.
Të dyshuarit iu dorëzuan prokurorisë.
"""

TURKISH = """
Şoför gişede yakalandı.
Polis iki gün önce ormanda bir grup göçmen buldu.
Onları minibüsle sınıra kadar götürdüler.
Yazdan sonra fiyat arttı.
Şahıs daha önceden biliniyor.
Kendisini kimin gönderdiğini söylemek istemedi.
Para döviz bürosunda teslim ediliyor.
Yarın iki grup yola çıkıyor.
Evde on iki kişi bulundu.
Kişi başı bin avro istiyorlar.
Rehber nehrin karşısına kaçtı.
Yaralı yok.
O yerde botu bekliyorlar.
Telefon çarşambadan beri kapalı.
Şüpheliler savcılığa sevk edildi.
"""

GREEK = """
Ο οδηγός συνελήφθη στα διόδια.
Η αστυνομία βρήκε πριν από δύο ημέρες ομάδα μεταναστών στο δάσος.
Τους μετέφεραν με φορτηγάκι μέχρι τα σύνορα.
Η τιμή ανέβηκε μετά το καλοκαίρι.
Το άτομο είναι γνωστό από παλιά.
Δεν ήθελε να πει ποιος τον έστειλε.
Τα χρήματα παραδίδονται σε ανταλλακτήριο.
Αύριο ξεκινούν δύο ομάδες.
Στο σπίτι βρέθηκαν δώδεκα άτομα.
Ζητούν χίλια ευρώ το κεφάλι.
Ο διακινητής διέφυγε.
Δεν υπάρχουν τραυματίες.
Εκεί περιμένουν τη βάρκα.
Το τηλέφωνο είναι κλειστό.
Παρέμειναν κρυμμένοι.
"""

ARABIC = """
تم توقيف السائق عند نقطة التفتيش.
عثرت الشرطة قبل يومين على مجموعة من المهاجرين في الغابة.
نقلوهم بسيارة صغيرة إلى الحدود.
ارتفع السعر بعد الصيف.
الشخص معروف من قبل.
لم يرد أن يقول من أرسله.
يتم تسليم المال في مكتب الصرافة.
غدا تنطلق مجموعتان من هناك.
كان في البيت اثنا عشر شخصا.
يطلبون ألف يورو عن كل شخص.
هرب المرشد عبر النهر.
لا توجد إصابات.
ينتظرون القارب في ذلك المكان.
الهاتف مغلق منذ يوم الأربعاء.
أحيل المشتبه بهم إلى النيابة.
"""

PERSIAN = """
راننده در عوارضی دستگیر شد.
پلیس دو روز پیش گروهی از مهاجران را در جنگل پیدا کرد.
آنها را با ون تا مرز بردند.
قیمت بعد از تابستان بالا رفت.
این فرد از قبل شناخته شده است.
نمی‌خواست بگوید چه کسی او را فرستاده بود.
پول در صرافی تحویل داده می‌شود.
فردا دو گروه حرکت می‌کنند.
در خانه دوازده نفر بودند.
برای هر نفر هزار یورو می‌خواهند.
راهنما از رودخانه گذشت و فرار کرد.
هیچ کس زخمی نشد.
آنجا منتظر قایق هستند.
تلفن از چهارشنبه خاموش است.
متهمان به دادستانی معرفی شدند.
"""

KURMANJI = """
Ajokar li ber deriyê rê hate girtin.
Polîsan berî du rojan komek koçber di daristanê de dîtin.
Ew bi mînîbusê heta sînor birin.
Biha piştî havînê zêde bû.
Ev kes ji berê ve tê naskirin.
Wî nedixwest bibêje kê ew şandibû.
Pere li nivîsgeha pereguhertinê tê dayîn.
Sibê du kom bi rê dikevin.
Di malê de duwanzdeh kes hebûn.
Ji bo her kesî hezar euro dixwazin.
Rêber ji çem derbas bû û reviya.
Kes birîndar nebû.
Ew li wir li benda qeyikê ne.
Telefon ji roja çarşemê ve girtî ye.
Gumanbar ji dozgeriyê re hatin şandin.
"""

SORANI = """
شۆفێرەکە لە بازگەکە دەستگیر کرا.
پۆلیس دوو ڕۆژ لەمەوبەر کۆمەڵێک کۆچبەری لە دارستانەکەدا دۆزییەوە.
بە ئۆتۆمبێلێکی بچووک گەیاندیانە سەر سنوور.
نرخەکە دوای هاوین زیادی کرد.
ئەو کەسە پێشتر ناسراو بوو.
نەیدەویست بڵێت کێ ناردوویەتی.
پارەکە لە نووسینگەی گۆڕینەوە دەدرێت.
سبەی دوو کۆمەڵە بەڕێ دەکەون.
لە ماڵەکەدا دوازدە کەس هەبوون.
بۆ هەر کەسێک هەزار یۆرۆ دەوێت.
ڕێبەرەکە لە ڕووبارەکە پەڕییەوە.
کەس بریندار نەبوو.
لەو شوێنە چاوەڕێی بەلەمەکە دەکەن.
تەلەفۆنەکە لە چوارشەممەوە داخراوە.
گومانلێکراوان ڕەوانەی دادگا کران.
"""

PASHTO = """
موټر چلوونکی په پوسته کې ونیول شو.
پولیسو دوه ورځې مخکې په ځنګله کې یوه ډله کډوال وموندل.
هغوی یې په موټر کې تر پولې ورسول.
بیه له دوبي وروسته لوړه شوه.
دا کس له پخوا پېژندل شوی دی.
نه یې غوښتل چې ووایي چا لېږلی و.
پیسې په صرافۍ کې ورکول کېږي.
سبا دوې ډلې روانېږي.
په کور کې دولس تنه وو.
د هر سړي لپاره زر یورو غواړي.
لارښود له سیند څخه واوښت.
هیڅوک ټپي نه شول.
هلته کښتۍ ته په تمه دي.
ټلیفون له چهارشنبې راهیسې بند دی.
شکمن کسان څارنوالۍ ته وسپارل شول.
"""

PROBES = {
    "en": ENGLISH,
    "sr Latin": SERBIAN_LATIN,
    "sr Cyrillic": SERBIAN_CYRILLIC,
    "hr": CROATIAN,
    "bs": BOSNIAN,
    "cnr": MONTENEGRIN,
    "mk": MACEDONIAN,
    "bg": BULGARIAN,
    "sq": ALBANIAN,
    "tr": TURKISH,
    "el": GREEK,
    "ar": ARABIC,
    "fa": PERSIAN,
    "ku": KURMANJI,
    "ckb": SORANI,
    "ps": PASHTO,
}
"""Sentences of each language, one a line."""

NOT_READ = """
A sofőrt a határ közelében fogták el, és nem tett vallomást.
Șoferul a fost prins la frontieră împreună cu trei persoane.
L'autista è stato fermato al confine con tre persone nel furgone.
El conductor fue detenido en la frontera con tres personas.
Kierowca został zatrzymany na granicy przez policję.
Водитель был задержан на границе после того как полиция остановила машину.
Водія затримали на кордоні після того, як поліція зупинила авто.
De bestuurder werd aangehouden bij de grens en niet verhoord.
Voznika so prijeli na meji, kjer je policija našla tudi dva čolna.
Řidič byl zadržen na hranici, kde policie našla také dva čluny.
ڈرائیور کو سرحد پر گرفتار کر لیا گیا ہے اور پولیس نے گاڑی روک لی۔
Föraren greps vid gränsen och polisen fann två båtar.
"""
"""Sentences in languages that are not read."""
