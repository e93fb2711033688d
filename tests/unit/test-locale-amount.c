/* Numbers, amounts and units as each language writes them. '_' is U+00A0, '~' U+202F. */
#include "test-locale.h"

struct printed {
	const char *tag;
	const char *amount;
	enum amount_form form;
	const char *text;
};

static const struct printed table[] = {
	{"en", "about 281 million USD", FORM_FULL, "about $281 million"},
	{"en", "about 281 million USD", FORM_SHORT, "c. $281M"},
	{"en", "about 281 million USD", FORM_BARE, "$281 million"},
	{"en", "about 281 million USD", FORM_NUMBER, "281 million"},
	{"en", "exact 23 million USD", FORM_FULL, "$23 million"},
	{"en", "exact 23 million USD", FORM_SHORT, "$23M"},
	{"en", "exact 23 million USD", FORM_BARE, "$23 million"},
	{"en", "exact 23 million USD", FORM_NUMBER, "23 million"},
	{"en", "over 1000 one person", FORM_FULL, "more than 1,000 persons"},
	{"en", "over 1000 one person", FORM_SHORT, "more than 1,000 persons"},
	{"en", "about 13000 one visa", FORM_FULL, "about 13,000 visas"},
	{"en", "about 13000 one visa", FORM_SHORT, "c. 13,000 visas"},
	{"en", "exact 3.7 million tonne", FORM_FULL, "3.7 million tonnes"},
	{"en", "exact 3.7 million tonne", FORM_SHORT, "3.7M tonnes"},
	{"en", "about 21 one vessel", FORM_FULL, "about 21 vessels"},
	{"en", "about 21 one vessel", FORM_SHORT, "c. 21 vessels"},
	{"en", "between 10..20 million USD", FORM_FULL, "between $10 million and $20 million"},
	{"en", "between 10..20 million USD", FORM_SHORT, "$10–$20M"},
	{"en", "estimated 370 million USD", FORM_FULL, "an estimated $370 million"},
	{"en", "estimated 370 million USD", FORM_SHORT, "$370M (estimate)"},
	{"en", "exact 17.5 one percent", FORM_FULL, "17.5 per cent"},
	{"en", "exact 17.5 one percent", FORM_SHORT, "17.5%"},
	{"en", "exact 1.5 billion EUR", FORM_FULL, "€1.5 billion"},
	{"en", "exact 1.5 billion EUR", FORM_SHORT, "€1.5B"},
	{"en", "exact 2 one vessel", FORM_FULL, "2 vessels"},
	{"en", "exact 2 one vessel", FORM_SHORT, "2 vessels"},
	{"en", "estimated 100 one USD/tonne", FORM_FULL, "an estimated $100 a tonne"},
	{"en", "estimated 100 one USD/tonne", FORM_SHORT, "$100 a tonne (estimate)"},
	{"en", "about 316 million USD", FORM_FULL, "about $316 million"},
	{"en", "over 20 million USD", FORM_FULL, "more than $20 million"},
	{"en", "exact 4 one person", FORM_FULL, "4 persons"},
	{"en", "at-least 1 million tonne", FORM_FULL, "at least 1 million tonnes"},
	{"en", "at-least 22 million USD", FORM_FULL, "at least $22 million"},
	{"en", "over 100 one shipment", FORM_FULL, "more than 100 shipments"},
	{"en", "exact 12 one month", FORM_FULL, "12 months"},
	{"en", "exact 10 one times", FORM_FULL, "10 times"},
	{"en", "about 3 one vessel", FORM_FULL, "about 3 vessels"},
	{"en", "over 1 one tonne", FORM_FULL, "more than 1 tonne"},
	{"en", "between 10..21 one vessel", FORM_FULL, "between 10 and 21 vessels"},
	{"en", "about 10..20 one person", FORM_FULL, "about 10–20 persons"},
	{"en", "exact 281.10 million USD", FORM_FULL, "$281.10 million"},
	{"en", "up-to 3 one vessel", FORM_FULL, "up to 3 vessels"},
	{"en", "under 5 one incident", FORM_FULL, "less than 5 incidents"},
	{"en", "exact 5 million GBP", FORM_FULL, "5 million British pounds"},
	{"en", "exact 1 one vessel", FORM_FULL, "1 vessel"},
	{"en", "exact 0.3 billion USD", FORM_FULL, "$300 million"},
	{"en", "exact 1234567 one person", FORM_FULL, "1,234,567 persons"},
	{"en", "exact 0 one launch", FORM_FULL, "0 launches"},
	{"en", "exact 300 million -", FORM_FULL, "300 million"},
	{"en", "exact 22 one worker", FORM_FULL, "22 workers"},
	{"en", "exact 21 one state", FORM_FULL, "21 States"},
	{"pl", "about 281 million USD", FORM_FULL, "około 281_mln dolarów amerykańskich"},
	{"pl", "about 281 million USD", FORM_SHORT, "ok. 281_mln USD"},
	{"pl", "about 281 million USD", FORM_BARE, "281_mln dolarów amerykańskich"},
	{"pl", "about 281 million USD", FORM_NUMBER, "281_mln"},
	{"pl", "exact 23 million USD", FORM_FULL, "23_mln dolarów amerykańskich"},
	{"pl", "exact 23 million USD", FORM_SHORT, "23_mln USD"},
	{"pl", "exact 23 million USD", FORM_BARE, "23_mln dolarów amerykańskich"},
	{"pl", "exact 23 million USD", FORM_NUMBER, "23_mln"},
	{"pl", "over 1000 one person", FORM_FULL, "ponad 1000 osób"},
	{"pl", "over 1000 one person", FORM_SHORT, "ponad 1000 osób"},
	{"pl", "about 13000 one visa", FORM_FULL, "około 13_000 wiz"},
	{"pl", "about 13000 one visa", FORM_SHORT, "ok. 13_000 wiz"},
	{"pl", "exact 3.7 million tonne", FORM_FULL, "3,7_mln ton"},
	{"pl", "exact 3.7 million tonne", FORM_SHORT, "3,7_mln ton"},
	{"pl", "about 21 one vessel", FORM_FULL, "około 21 statków"},
	{"pl", "about 21 one vessel", FORM_SHORT, "ok. 21 statków"},
	{"pl", "between 10..20 million USD", FORM_FULL,
	 "od 10_mln do 20_mln dolarów amerykańskich"},
	{"pl", "between 10..20 million USD", FORM_SHORT, "10–20_mln USD"},
	{"pl", "estimated 370 million USD", FORM_FULL, "szacunkowo 370_mln dolarów amerykańskich"},
	{"pl", "estimated 370 million USD", FORM_SHORT, "370_mln USD (szacunek)"},
	{"pl", "exact 17.5 one percent", FORM_FULL, "17,5%"},
	{"pl", "exact 17.5 one percent", FORM_SHORT, "17,5%"},
	{"pl", "exact 1.5 billion EUR", FORM_FULL, "1,5_mld euro"},
	{"pl", "exact 1.5 billion EUR", FORM_SHORT, "1,5_mld EUR"},
	{"pl", "exact 2 one vessel", FORM_FULL, "2 statki"},
	{"pl", "exact 2 one vessel", FORM_SHORT, "2 statki"},
	{"pl", "estimated 100 one USD/tonne", FORM_FULL,
	 "szacunkowo 100 dolarów amerykańskich za tonę"},
	{"pl", "estimated 100 one USD/tonne", FORM_SHORT, "100 USD za tonę (szacunek)"},
	{"pl", "about 316 million USD", FORM_FULL, "około 316_mln dolarów amerykańskich"},
	{"pl", "over 20 million USD", FORM_FULL, "ponad 20_mln dolarów amerykańskich"},
	{"pl", "exact 4 one person", FORM_FULL, "4 osoby"},
	{"pl", "at-least 1 million tonne", FORM_FULL, "co najmniej 1_mln ton"},
	{"pl", "at-least 22 million USD", FORM_FULL, "co najmniej 22_mln dolarów amerykańskich"},
	{"pl", "over 100 one shipment", FORM_FULL, "ponad 100 transportów"},
	{"pl", "exact 12 one month", FORM_FULL, "12 miesięcy"},
	{"pl", "exact 10 one times", FORM_FULL, "10 razy"},
	{"pl", "about 3 one vessel", FORM_FULL, "około 3 statków"},
	{"pl", "over 1 one tonne", FORM_FULL, "ponad 1 tonę"},
	{"pl", "between 10..21 one vessel", FORM_FULL, "od 10 do 21 statków"},
	{"pl", "about 10..20 one person", FORM_FULL, "około 10–20 osób"},
	{"pl", "exact 281.10 million USD", FORM_FULL, "281,10_mln dolarów amerykańskich"},
	{"pl", "up-to 3 one vessel", FORM_FULL, "do 3 statków"},
	{"pl", "under 5 one incident", FORM_FULL, "mniej niż 5 incydentów"},
	{"pl", "exact 5 million GBP", FORM_FULL, "5_mln funtów szterlingów"},
	{"pl", "exact 1 one vessel", FORM_FULL, "1 statek"},
	{"pl", "exact 0.3 billion USD", FORM_FULL, "300_mln dolarów amerykańskich"},
	{"pl", "exact 1234567 one person", FORM_FULL, "1_234_567 osób"},
	{"pl", "exact 0 one launch", FORM_FULL, "0 wystrzeleń"},
	{"pl", "exact 300 million -", FORM_FULL, "300_mln"},
	{"pl", "exact 22 one worker", FORM_FULL, "22 pracowników"},
	{"pl", "exact 21 one state", FORM_FULL, "21 państw"},
	{"uk", "about 281 million USD", FORM_FULL, "близько 281_млн доларів США"},
	{"uk", "about 281 million USD", FORM_SHORT, "бл. 281_млн дол. США"},
	{"uk", "about 281 million USD", FORM_BARE, "281_млн доларів США"},
	{"uk", "about 281 million USD", FORM_NUMBER, "281_млн"},
	{"uk", "exact 23 million USD", FORM_FULL, "23_млн доларів США"},
	{"uk", "exact 23 million USD", FORM_SHORT, "23_млн дол. США"},
	{"uk", "exact 23 million USD", FORM_BARE, "23_млн доларів США"},
	{"uk", "exact 23 million USD", FORM_NUMBER, "23_млн"},
	{"uk", "over 1000 one person", FORM_FULL, "понад 1_000 осіб"},
	{"uk", "over 1000 one person", FORM_SHORT, "понад 1_000 осіб"},
	{"uk", "about 13000 one visa", FORM_FULL, "близько 13_000 віз"},
	{"uk", "about 13000 one visa", FORM_SHORT, "бл. 13_000 віз"},
	{"uk", "exact 3.7 million tonne", FORM_FULL, "3,7_млн тонн"},
	{"uk", "exact 3.7 million tonne", FORM_SHORT, "3,7_млн тонн"},
	{"uk", "about 21 one vessel", FORM_FULL, "близько 21 судна"},
	{"uk", "about 21 one vessel", FORM_SHORT, "бл. 21 судна"},
	{"uk", "between 10..20 million USD", FORM_FULL, "від 10_млн до 20_млн доларів США"},
	{"uk", "between 10..20 million USD", FORM_SHORT, "10–20_млн дол. США"},
	{"uk", "estimated 370 million USD", FORM_FULL, "за оцінкою, 370_млн доларів США"},
	{"uk", "estimated 370 million USD", FORM_SHORT, "370_млн дол. США (оцінка)"},
	{"uk", "exact 17.5 one percent", FORM_FULL, "17,5_%"},
	{"uk", "exact 17.5 one percent", FORM_SHORT, "17,5_%"},
	{"uk", "exact 1.5 billion EUR", FORM_FULL, "1,5_млрд євро"},
	{"uk", "exact 1.5 billion EUR", FORM_SHORT, "1,5_млрд євро"},
	{"uk", "exact 2 one vessel", FORM_FULL, "2 судна"},
	{"uk", "exact 2 one vessel", FORM_SHORT, "2 судна"},
	{"uk", "estimated 100 one USD/tonne", FORM_FULL, "за оцінкою, 100 доларів США за тонну"},
	{"uk", "estimated 100 one USD/tonne", FORM_SHORT, "100 дол. США за тонну (оцінка)"},
	{"uk", "about 316 million USD", FORM_FULL, "близько 316_млн доларів США"},
	{"uk", "over 20 million USD", FORM_FULL, "понад 20_млн доларів США"},
	{"uk", "exact 4 one person", FORM_FULL, "4 особи"},
	{"uk", "at-least 1 million tonne", FORM_FULL, "щонайменше 1_млн тонн"},
	{"uk", "at-least 22 million USD", FORM_FULL, "щонайменше 22_млн доларів США"},
	{"uk", "over 100 one shipment", FORM_FULL, "понад 100 партій вантажу"},
	{"uk", "exact 12 one month", FORM_FULL, "12 місяців"},
	{"uk", "exact 10 one times", FORM_FULL, "10 разів"},
	{"uk", "about 3 one vessel", FORM_FULL, "близько 3 суден"},
	{"uk", "over 1 one tonne", FORM_FULL, "понад 1 тонну"},
	{"uk", "between 10..21 one vessel", FORM_FULL, "від 10 до 21 судна"},
	{"uk", "about 10..20 one person", FORM_FULL, "близько 10–20 осіб"},
	{"uk", "exact 281.10 million USD", FORM_FULL, "281,10_млн доларів США"},
	{"uk", "up-to 3 one vessel", FORM_FULL, "до 3 суден"},
	{"uk", "under 5 one incident", FORM_FULL, "менше ніж 5 інцидентів"},
	{"uk", "exact 5 million GBP", FORM_FULL, "5_млн англійських фунтів"},
	{"uk", "exact 1 one vessel", FORM_FULL, "1 судно"},
	{"uk", "exact 0.3 billion USD", FORM_FULL, "300_млн доларів США"},
	{"uk", "exact 1234567 one person", FORM_FULL, "1_234_567 осіб"},
	{"uk", "exact 0 one launch", FORM_FULL, "0 пусків"},
	{"uk", "exact 300 million -", FORM_FULL, "300_млн"},
	{"uk", "exact 22 one worker", FORM_FULL, "22 працівники"},
	{"uk", "exact 21 one state", FORM_FULL, "21 держава"},
	{"ru", "about 281 million USD", FORM_FULL, "около 281_млн долларов США"},
	{"ru", "about 281 million USD", FORM_SHORT, "ок. 281_млн долл. США"},
	{"ru", "exact 23 million USD", FORM_FULL, "23_млн долларов США"},
	{"ru", "exact 23 million USD", FORM_SHORT, "23_млн долл. США"},
	{"ru", "over 1000 one person", FORM_FULL, "более 1_000 человек"},
	{"ru", "about 13000 one visa", FORM_FULL, "около 13_000 виз"},
	{"ru", "exact 3.7 million tonne", FORM_FULL, "3,7_млн тонн"},
	{"ru", "about 21 one vessel", FORM_FULL, "около 21 судна"},
	{"ru", "between 10..20 million USD", FORM_FULL, "от 10_млн до 20_млн долларов США"},
	{"ru", "estimated 370 million USD", FORM_FULL, "по оценке, 370_млн долларов США"},
	{"ru", "exact 17.5 one percent", FORM_FULL, "17,5 процента"},
	{"ru", "exact 1.5 billion EUR", FORM_FULL, "1,5_млрд евро"},
	{"ru", "exact 2 one vessel", FORM_FULL, "2 судна"},
	{"ru", "estimated 100 one USD/tonne", FORM_FULL, "по оценке, 100 долларов США за тонну"},
	{"de", "about 281 million USD", FORM_FULL, "rund 281 Millionen US-Dollar"},
	{"de", "about 281 million USD", FORM_SHORT, "ca. 281_Mio. US-$"},
	{"de", "exact 23 million USD", FORM_FULL, "23 Millionen US-Dollar"},
	{"de", "exact 23 million USD", FORM_SHORT, "23_Mio. US-$"},
	{"de", "over 1000 one person", FORM_FULL, "mehr als 1.000 Personen"},
	{"de", "about 13000 one visa", FORM_FULL, "rund 13.000 Visa"},
	{"de", "exact 3.7 million tonne", FORM_FULL, "3,7 Millionen Tonnen"},
	{"de", "about 21 one vessel", FORM_FULL, "rund 21 Schiffe"},
	{"de", "between 10..20 million USD", FORM_FULL,
	 "zwischen 10 Millionen und 20 Millionen US-Dollar"},
	{"de", "estimated 370 million USD", FORM_FULL, "geschätzt 370 Millionen US-Dollar"},
	{"de", "exact 17.5 one percent", FORM_FULL, "17,5 Prozent"},
	{"de", "exact 1.5 billion EUR", FORM_FULL, "1,5 Milliarden Euro"},
	{"de", "exact 2 one vessel", FORM_FULL, "2 Schiffe"},
	{"de", "estimated 100 one USD/tonne", FORM_FULL, "geschätzt 100 US-Dollar pro Tonne"},
	{"fr", "about 281 million USD", FORM_FULL,
	 "environ 281 millions de dollars des États-Unis"},
	{"fr", "about 281 million USD", FORM_SHORT, "env. 281_M_$"},
	{"fr", "exact 23 million USD", FORM_FULL, "23 millions de dollars des États-Unis"},
	{"fr", "exact 23 million USD", FORM_SHORT, "23_M_$"},
	{"fr", "over 1000 one person", FORM_FULL, "plus de 1~000 personnes"},
	{"fr", "about 13000 one visa", FORM_FULL, "environ 13~000 visas"},
	{"fr", "exact 3.7 million tonne", FORM_FULL, "3,7 millions de tonnes"},
	{"fr", "about 21 one vessel", FORM_FULL, "environ 21 navires"},
	{"fr", "between 10..20 million USD", FORM_FULL,
	 "entre 10 millions et 20 millions de dollars des États-Unis"},
	{"fr", "estimated 370 million USD", FORM_FULL,
	 "370 millions de dollars des États-Unis selon les estimations"},
	{"fr", "exact 17.5 one percent", FORM_FULL, "17,5_%"},
	{"fr", "exact 1.5 billion EUR", FORM_FULL, "1,5 milliard d’euros"},
	{"fr", "exact 2 one vessel", FORM_FULL, "2 navires"},
	{"fr", "estimated 100 one USD/tonne", FORM_FULL,
	 "100 dollars des États-Unis la tonne selon les estimations"},
	{"es", "about 281 million USD", FORM_FULL,
	 "aproximadamente 281 millones de dólares de los Estados Unidos"},
	{"es", "about 281 million USD", FORM_SHORT, "aprox. 281_M USD"},
	{"es", "exact 23 million USD", FORM_FULL, "23 millones de dólares de los Estados Unidos"},
	{"es", "exact 23 million USD", FORM_SHORT, "23_M USD"},
	{"es", "over 1000 one person", FORM_FULL, "más de 1000 personas"},
	{"es", "about 13000 one visa", FORM_FULL, "aproximadamente 13.000 visados"},
	{"es", "exact 3.7 million tonne", FORM_FULL, "3,7 millones de toneladas"},
	{"es", "about 21 one vessel", FORM_FULL, "aproximadamente 21 buques"},
	{"es", "between 10..20 million USD", FORM_FULL,
	 "entre 10 millones y 20 millones de dólares de los Estados Unidos"},
	{"es", "estimated 370 million USD", FORM_FULL,
	 "370 millones de dólares de los Estados Unidos, según estimaciones"},
	{"es", "exact 17.5 one percent", FORM_FULL, "17,5_%"},
	{"es", "exact 1.5 billion EUR", FORM_FULL, "1,5 mil millones de euros"},
	{"es", "exact 2 one vessel", FORM_FULL, "2 buques"},
	{"es", "estimated 100 one USD/tonne", FORM_FULL,
	 "100 dólares de los Estados Unidos por tonelada, según estimaciones"},
	{"ar", "about 281 million USD", FORM_FULL, "نحو 281 مليون دولار أمريكي"},
	{"ar", "about 281 million USD", FORM_SHORT, "نحو 281_مليون دولار"},
	{"ar", "exact 23 million USD", FORM_FULL, "23 مليون دولار أمريكي"},
	{"ar", "exact 23 million USD", FORM_SHORT, "23_مليون دولار"},
	{"ar", "over 1000 one person", FORM_FULL, "أكثر من 1,000 شخص"},
	{"ar", "about 13000 one visa", FORM_FULL, "نحو 13,000 تأشيرة"},
	{"ar", "exact 3.7 million tonne", FORM_FULL, "3.7 مليون طن"},
	{"ar", "about 21 one vessel", FORM_FULL, "نحو 21 سفينة"},
	{"ar", "between 10..20 million USD", FORM_FULL, "بين 10 ملايين و20 مليون دولار أمريكي"},
	{"ar", "estimated 370 million USD", FORM_FULL, "370 مليون دولار أمريكي (تقدير)"},
	{"ar", "exact 17.5 one percent", FORM_FULL, "17.5 في المائة"},
	{"ar", "exact 1.5 billion EUR", FORM_FULL, "1.5 مليار يورو"},
	{"ar", "exact 2 one vessel", FORM_FULL, "سفينتان"},
	{"ar", "estimated 100 one USD/tonne", FORM_FULL, "100 دولار أمريكي للطن (تقدير)"},
	{"zh", "about 281 million USD", FORM_FULL, "约2.81亿美元"},
	{"zh", "about 281 million USD", FORM_SHORT, "约2.81亿美元"},
	{"zh", "exact 23 million USD", FORM_FULL, "2300万美元"},
	{"zh", "exact 23 million USD", FORM_SHORT, "2300万美元"},
	{"zh", "over 1000 one person", FORM_FULL, "超过1,000人"},
	{"zh", "about 13000 one visa", FORM_FULL, "约13,000份签证"},
	{"zh", "exact 3.7 million tonne", FORM_FULL, "370万吨"},
	{"zh", "about 21 one vessel", FORM_FULL, "约21艘船"},
	{"zh", "between 10..20 million USD", FORM_FULL, "1000万至2000万美元"},
	{"zh", "estimated 370 million USD", FORM_FULL, "估计3.7亿美元"},
	{"zh", "exact 17.5 one percent", FORM_FULL, "17.5%"},
	{"zh", "exact 1.5 billion EUR", FORM_FULL, "15亿欧元"},
	{"zh", "exact 2 one vessel", FORM_FULL, "2艘船"},
	{"zh", "estimated 100 one USD/tonne", FORM_FULL, "估计每吨100美元"},
	{"ja", "about 281 million USD", FORM_FULL, "約2.81億米ドル"},
	{"ja", "about 281 million USD", FORM_SHORT, "約2.81億ドル"},
	{"ja", "exact 23 million USD", FORM_FULL, "2300万米ドル"},
	{"ja", "exact 23 million USD", FORM_SHORT, "2300万ドル"},
	{"ja", "over 1000 one person", FORM_FULL, "1,000人超"},
	{"ja", "about 13000 one visa", FORM_FULL, "約13,000件の査証"},
	{"ja", "exact 3.7 million tonne", FORM_FULL, "370万トン"},
	{"ja", "about 21 one vessel", FORM_FULL, "約21隻の船舶"},
	{"ja", "between 10..20 million USD", FORM_FULL, "1000万～2000万米ドル"},
	{"ja", "estimated 370 million USD", FORM_FULL, "推定3.7億米ドル"},
	{"ja", "exact 17.5 one percent", FORM_FULL, "17.5％"},
	{"ja", "exact 1.5 billion EUR", FORM_FULL, "15億ユーロ"},
	{"ja", "exact 2 one vessel", FORM_FULL, "2隻の船舶"},
	{"ja", "estimated 100 one USD/tonne", FORM_FULL, "推定1トン当たり100米ドル"},
	{"ko", "about 281 million USD", FORM_FULL, "약 2.81억 미국 달러"},
	{"ko", "about 281 million USD", FORM_SHORT, "약 2.81억 달러"},
	{"ko", "exact 23 million USD", FORM_FULL, "2300만 미국 달러"},
	{"ko", "exact 23 million USD", FORM_SHORT, "2300만 달러"},
	{"ko", "over 1000 one person", FORM_FULL, "1,000명 초과"},
	{"ko", "about 13000 one visa", FORM_FULL, "약 13,000건의 비자"},
	{"ko", "exact 3.7 million tonne", FORM_FULL, "370만 톤"},
	{"ko", "about 21 one vessel", FORM_FULL, "약 21척의 선박"},
	{"ko", "between 10..20 million USD", FORM_FULL, "1000만~2000만 미국 달러"},
	{"ko", "estimated 370 million USD", FORM_FULL, "추정 3.7억 미국 달러"},
	{"ko", "exact 17.5 one percent", FORM_FULL, "17.5%"},
	{"ko", "exact 1.5 billion EUR", FORM_FULL, "15억 유로"},
	{"ko", "exact 2 one vessel", FORM_FULL, "2척의 선박"},
	{"ko", "estimated 100 one USD/tonne", FORM_FULL, "추정 톤당 100 미국 달러"},
};

/* Reports every difference, then fails: one run shows all. */
static void
test_amounts(void)
{
	g_autoptr(Locale) locale = NULL;
	unsigned wrong = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(table); i++) {
		struct amount amount = test_amount(table[i].amount);
		g_autofree char *text = NULL, *shown = NULL;

		if (!locale || strcmp(locale_tag(locale), table[i].tag) != 0) {
			g_clear_pointer(&locale, locale_free);
			locale = test_locale_open(table[i].tag);
		}
		text = locale_amount(locale, &amount, table[i].form);
		shown = test_show_spaces(text);
		if (strcmp(shown, table[i].text) == 0)
			continue;
		g_test_message("%s, %s: “%s”, not “%s”", table[i].tag, table[i].amount, shown,
			       table[i].text);
		wrong++;
	}
	g_assert_cmpuint(wrong, ==, 0);
}

static void
check(char *text, const char *expected)
{
	g_autofree char *shown = test_show_spaces(text);

	g_assert_cmpstr(shown, ==, expected);
	g_free(text);
}

static void
test_numbers(void)
{
	g_autoptr(Locale) en = test_locale_open("en");
	g_autoptr(Locale) pl = test_locale_open("pl");
	g_autoptr(Locale) fr = test_locale_open("fr");
	g_autoptr(Locale) ar = test_locale_open("ar");

	check(locale_integer(en, 1234567), "1,234,567");
	check(locale_integer(pl, 1000), "1000");
	check(locale_integer(pl, -13000), "-13_000");
	check(locale_integer(fr, 13000), "13~000");
	check(locale_integer(ar, 13000), "13,000");
	check(locale_decimal(pl, (struct decimal){28110, -2}), "281,10");
	check(locale_decimal(en, (struct decimal){123456789012345678, -2}),
	      "1,234,567,890,123,456.78");
	check(locale_compact(en, (struct decimal){300000000, 0}), "300M");
	check(locale_compact(pl, (struct decimal){3, 8}), "300_mln");
	check(locale_compact(en, (struct decimal){300000, 0}), "300,000");
	check(locale_section_number(en, 14), "XIV");
	check(locale_section_number(ar, 14), "14");
}

static void
test_units(void)
{
	g_autoptr(Locale) en = test_locale_open("en");
	g_autoptr(Locale) pl = test_locale_open("pl");
	struct amount odd = test_amount("exact 5 one gizmo");

	check(locale_unit(en, "USD"), "US dollars");
	check(locale_unit(en, "visa"), "visas");
	check(locale_unit(pl, "USD/tonne"), "dolary amerykańskie za tonę");
	check(locale_unit(pl, "GBP"), "funt szterling");
	check(locale_unit(en, "gizmo"), "gizmo");
	check(locale_amount(en, &odd, FORM_FULL), "5_gizmo");
}

static void
test_lists(void)
{
	static const char *const items[] = {"a", "b", "c"};
	g_autoptr(Locale) en = test_locale_open("en");
	g_autoptr(Locale) pl = test_locale_open("pl");
	g_autoptr(Locale) ja = test_locale_open("ja");

	check(locale_list(en, items, 3), "a, b and c");
	check(locale_list(pl, items, 2), "a i b");
	check(locale_list(ja, items, 3), "a、b、c");
	check(locale_list(ja, items, 1), "a");
	check(locale_list(ja, items, 0), "");
	check(locale_language_name("pl"), "polski");
	check(locale_language_name("uk"), "українська");
	check(locale_language_name("zh-Hans"), "简体中文");
	g_assert_cmpint(locale_collate(pl, "łódź", "los"), >, 0);
	g_assert_cmpint(locale_collate(pl, "łódź", "mak"), <, 0);
	g_assert_cmpint(locale_collate(pl, "a", "a"), ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/locale/amount/table", test_amounts);
	g_test_add_func("/locale/amount/numbers", test_numbers);
	g_test_add_func("/locale/amount/units", test_units);
	g_test_add_func("/locale/amount/lists", test_lists);
	return g_test_run();
}
