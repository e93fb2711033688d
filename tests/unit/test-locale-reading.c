/* Wordings that translators write, and what is to be said of each. */
#include "test-locale.h"

struct wording {
	const char *tag;
	const char *text;
	const char *amount;
	enum wording_verdict verdict;
	enum amount_form form;
};

#define EQUAL WORDING_EQUAL
#define NONE WORDING_NO_FIGURE
#define VALUE WORDING_VALUE
#define UNIT WORDING_UNIT
#define QUALIFIER WORDING_QUALIFIER

static const struct wording wordings[] = {
	/* English: value */
	{"en", "about $281 million", "about 281 million USD", EQUAL, FORM_FULL},
	{"en", "some 281 million US dollars", "about 281 million USD", EQUAL, FORM_FULL},
	{"en", "roughly US$281m", "about 281 million USD", EQUAL, FORM_FULL},
	{"en", "about $0.28 billion", "about 281 million USD", EQUAL, FORM_FULL},
	{"en", "about $0.3 bn", "about 281 million USD", EQUAL, FORM_FULL},
	{"en", "about $282 million", "about 281 million USD", VALUE, FORM_FULL},
	{"en", "about $280 million", "about 281 million USD", VALUE, FORM_FULL},
	{"en", "about $281 billion", "about 281 million USD", VALUE, FORM_FULL},
	{"en", "about $281", "about 281 million USD", VALUE, FORM_FULL},
	{"en", "about 281,000,000 dollars", "about 281 million USD", EQUAL, FORM_FULL},
	{"en", "about $281.0 million", "about 281 million USD", EQUAL, FORM_FULL},
	{"en", "about $281.4 million", "about 281 million USD", VALUE, FORM_FULL},
	{"en", "3.7 million tonnes", "exact 3.7 million tonne", EQUAL, FORM_FULL},
	{"en", "3.7 million tons", "exact 3.7 million tonne", EQUAL, FORM_FULL},
	{"en", "3,7 million tonnes", "exact 3.7 million tonne", EQUAL, FORM_FULL},
	{"en", "37 million tonnes", "exact 3.7 million tonne", VALUE, FORM_FULL},
	{"en", "over a thousand", "over 1000 one person", EQUAL, FORM_FULL},
	{"en", "more than one thousand IT workers", "over 1000 one person", EQUAL, FORM_FULL},
	{"en", "more than 1,000 workers in 2019", "over 1000 one person", EQUAL, FORM_FULL},
	{"en", "more than 10,000 workers", "over 1000 one person", VALUE, FORM_FULL},
	{"en", "over thousands of workers", "over 1000 one person", NONE, FORM_FULL},
	{"en", "four men", "exact 4 one person", EQUAL, FORM_FULL},
	{"en", "two pairs of men", "exact 4 one person", VALUE, FORM_FULL},
	{"en", "a pair of armoured cars", "exact 2 one vehicle", EQUAL, FORM_FULL},
	{"en", "20 ship-to-ship transfers", "exact 20 one incident", EQUAL, FORM_FULL},
	{"en", "20 ships", "exact 20 one incident", UNIT, FORM_FULL},
	{"en", "a 15-tonne load", "exact 15 one tonne", EQUAL, FORM_FULL},
	{"en", "a 15-tonne load", "exact 15 one vehicle", UNIT, FORM_FULL},
	{"de", "20 Schiff-zu-Schiff-Umladungen", "exact 20 one incident", EQUAL, FORM_FULL},
	{"en", "an estimated 100 dollars a tonne", "estimated 100 one USD/tonne", EQUAL, FORM_FULL},
	{"en", "an estimated 100 euros a tonne", "estimated 100 one USD/tonne", UNIT, FORM_FULL},
	{"en", "100 dollars a tonne", "estimated 100 one USD/tonne", QUALIFIER, FORM_FULL},
	{"pl", "szacunkowo 100 dolarów za tonę", "estimated 100 one USD/tonne", EQUAL, FORM_FULL},
	{"ja", "推定1トン当たり100ドル", "estimated 100 one USD/tonne", EQUAL, FORM_FULL},
	{"ja", "推定1トン当たり110ドル", "estimated 100 one USD/tonne", VALUE, FORM_FULL},
	{"en", "no price", "no-bound 0 one USD/tonne", EQUAL, FORM_FULL},
	{"en", "22 dollars a tonne", "no-bound 0 one USD/tonne", QUALIFIER, FORM_NUMBER},
	{"en", "a dozen vessels", "exact 12 one vessel", EQUAL, FORM_FULL},
	{"en", "twenty-one vessels", "exact 21 one vessel", EQUAL, FORM_FULL},
	{"en", "twenty vessels", "exact 21 one vessel", VALUE, FORM_FULL},
	{"en", "three hundred and thirty-nine launches", "exact 339 one launch", EQUAL, FORM_FULL},
	{"en", "half a million tonnes", "exact 500000 one tonne", EQUAL, FORM_FULL},
	{"en", "one and a half million tonnes", "exact 1.5 million tonne", EQUAL, FORM_FULL},
	{"en", "tenfold", "exact 10 one times", EQUAL, FORM_FULL},
	{"en", "a 10-fold rise", "exact 10 one times", EQUAL, FORM_FULL},
	{"en", "twice as many", "exact 10 one times", VALUE, FORM_FULL},
	{"en", "tenfold since 2017", "exact 10 one times", EQUAL, FORM_FULL},
	{"en", "17.5 per cent", "exact 17.5 one percent", EQUAL, FORM_FULL},
	{"en", "about 13\u202f000 visas", "about 13000 one visa", EQUAL, FORM_FULL},
	{"en", "about 13\u2009000 tourist visas", "about 13000 one visa", EQUAL, FORM_FULL},
	{"en", "about 13.000 visas", "about 13000 one visa", VALUE, FORM_FULL},
	{"en", "2000 nationals", "exact 2000 one person", EQUAL, FORM_FULL},
	{"en", "nationals", "exact 2000 one person", NONE, FORM_FULL},
	{"en", "281 or 282 million dollars", "about 281 million USD", VALUE, FORM_FULL},
	{"en", "minus 5 per cent", "exact -5 one percent", VALUE, FORM_FULL},
	{"en", "\u22125 per cent", "exact -5 one percent", EQUAL, FORM_FULL},
	/* English: unit */
	{"en", "about \u20ac281 million", "about 281 million USD", UNIT, FORM_FULL},
	{"en", "about 281 million won", "about 281 million USD", UNIT, FORM_FULL},
	{"en", "about 281 million Canadian dollars", "about 281 million USD", UNIT, FORM_FULL},
	{"en", "about 281 million tonnes", "about 281 million USD", UNIT, FORM_FULL},
	{"en", "about 281 million", "about 281 million USD", EQUAL, FORM_FULL},
	{"en", "over 1,000 vessels", "over 1000 one person", UNIT, FORM_FULL},
	{"en", "12 years", "exact 12 one month", UNIT, FORM_FULL},
	{"en", "four men last year", "exact 4 one person", EQUAL, FORM_FULL},
	{"en", "$100 a tonne", "exact 100 one USD/tonne", EQUAL, FORM_FULL},
	{"en", "\u20ac281 million", "about 281 million USD", EQUAL, FORM_NUMBER},
	/* English: qualifier */
	{"en", "$281 million", "about 281 million USD", QUALIFIER, FORM_FULL},
	{"en", "$281 million", "about 281 million USD", EQUAL, FORM_BARE},
	{"en", "over $281 million", "about 281 million USD", QUALIFIER, FORM_FULL},
	{"en", "nearly $281 million", "about 281 million USD", QUALIFIER, FORM_FULL},
	{"en", "about 23 million dollars", "exact 23 million USD", QUALIFIER, FORM_FULL},
	{"en", "exactly 23 million dollars", "exact 23 million USD", EQUAL, FORM_FULL},
	{"en", "no fewer than 100 shipments", "over 100 one shipment", QUALIFIER, FORM_FULL},
	{"en", "no fewer than 100 shipments", "at-least 100 one shipment", EQUAL, FORM_FULL},
	{"en", "1 million tonnes or more", "at-least 1 million tonne", EQUAL, FORM_FULL},
	{"en", "no more than 3 vessels", "up-to 3 one vessel", EQUAL, FORM_FULL},
	{"en", "more than 3 vessels", "up-to 3 one vessel", QUALIFIER, FORM_FULL},
	{"en", "an estimated $370 million", "estimated 370 million USD", EQUAL, FORM_FULL},
	{"en", "an estimated $370 million or more", "estimated 370 million USD", QUALIFIER,
	 FORM_FULL},
	{"en", "between 10 and 20 vessels", "between 10..20 one vessel", EQUAL, FORM_FULL},
	{"en", "10\u201320 million dollars", "between 10..20 million USD", EQUAL, FORM_FULL},
	{"en", "10 to 21 million dollars", "between 10..20 million USD", VALUE, FORM_FULL},
	{"en", "10 million dollars", "between 10..20 million USD", VALUE, FORM_FULL},
	/* Polish */
	{"pl", "ok. 281 mln dolarów", "about 281 million USD", EQUAL, FORM_FULL},
	{"pl", "około 281\u00a0mln dolarów amerykańskich", "about 281 million USD", EQUAL,
	 FORM_FULL},
	{"pl", "około 0,3 mld dolarów", "about 281 million USD", EQUAL, FORM_FULL},
	{"pl", "około 280 mln dolarów", "about 281 million USD", VALUE, FORM_FULL},
	{"pl", "około 281 mld dolarów", "about 281 million USD", VALUE, FORM_FULL},
	{"pl", "ponad 281 mln dolarów", "about 281 million USD", QUALIFIER, FORM_FULL},
	{"pl", "281 mln dolarów", "about 281 million USD", QUALIFIER, FORM_FULL},
	{"pl", "281 mln", "about 281 million USD", EQUAL, FORM_BARE},
	{"pl", "około 281 mln złotych", "about 281 million USD", UNIT, FORM_FULL},
	{"pl", "około 281 mln dolarów kanadyjskich", "about 281 million USD", UNIT, FORM_FULL},
	{"pl", "około dwustu osiemdziesięciu jeden milionów dolarów", "about 281 million USD",
	 EQUAL, FORM_FULL},
	{"pl", "ponad tysiąc", "over 1000 one person", EQUAL, FORM_FULL},
	{"pl", "ponad tysiąc pracowników", "over 1000 one person", EQUAL, FORM_FULL},
	{"pl", "ponad tysiące pracowników", "over 1000 one person", NONE, FORM_FULL},
	{"pl", "ponad dwa tysiące osób", "over 1000 one person", VALUE, FORM_FULL},
	{"pl", "przeszło 1000 osób", "over 1000 one person", EQUAL, FORM_FULL},
	{"pl", "ponad 1,000 osób", "over 1000 one person", VALUE, FORM_FULL},
	{"pl", "około 13 000 wiz", "about 13000 one visa", EQUAL, FORM_FULL},
	{"pl", "około 13 tys. wiz turystycznych", "about 13000 one visa", EQUAL, FORM_FULL},
	{"pl", "około trzynastu tysięcy wiz", "about 13000 one visa", EQUAL, FORM_FULL},
	{"pl", "około 13 tys. osób", "about 13000 one visa", UNIT, FORM_FULL},
	{"pl", "czterech mężczyzn", "exact 4 one person", EQUAL, FORM_FULL},
	{"pl", "czworo obywateli", "exact 4 one person", EQUAL, FORM_FULL},
	{"pl", "trzech mężczyzn", "exact 4 one person", VALUE, FORM_FULL},
	{"pl", "co najmniej milion ton", "at-least 1 million tonne", EQUAL, FORM_FULL},
	{"pl", "nie mniej niż 1 mln ton", "at-least 1 million tonne", EQUAL, FORM_FULL},
	{"pl", "mniej niż 1 mln ton", "at-least 1 million tonne", QUALIFIER, FORM_FULL},
	{"pl", "półtora miliona ton", "exact 1.5 million tonne", EQUAL, FORM_FULL},
	{"pl", "dziesięciokrotny wzrost", "exact 10 one times", EQUAL, FORM_FULL},
	{"pl", "dwukrotnie", "exact 10 one times", VALUE, FORM_FULL},
	{"pl", "od 10 do 20 statków", "between 10..20 one vessel", EQUAL, FORM_FULL},
	{"pl", "3,7 mln ton", "exact 3.7 million tonne", EQUAL, FORM_FULL},
	{"pl", "3.7 mln ton", "exact 3.7 million tonne", EQUAL, FORM_FULL},
	{"pl", "szacunkowo 370 mln dolarów", "estimated 370 million USD", EQUAL, FORM_FULL},
	{"pl", "szacowana na 370 mln dolarów kwota", "estimated 370 million USD", EQUAL, FORM_FULL},
	{"pl", "12 miesięcy", "exact 12 one month", EQUAL, FORM_FULL},
	{"pl", "12 lat", "exact 12 one month", UNIT, FORM_FULL},
	{"pl", "dwa pojazdy", "exact 2 one vehicle", EQUAL, FORM_FULL},
	/* Ukrainian */
	{"uk", "близько 281 млн доларів США", "about 281 million USD", EQUAL, FORM_FULL},
	{"uk", "приблизно 281 мільйон доларів", "about 281 million USD", EQUAL, FORM_FULL},
	{"uk", "281 млн", "about 281 million USD", QUALIFIER, FORM_FULL},
	{"uk", "281 млн", "about 281 million USD", EQUAL, FORM_BARE},
	{"uk", "281 млрд", "about 281 million USD", VALUE, FORM_BARE},
	{"uk", "близько 281 млн гривень", "about 281 million USD", UNIT, FORM_FULL},
	{"uk", "понад тисячу ІТ-працівників", "over 1000 one person", EQUAL, FORM_FULL},
	{"uk", "понад тисячі працівників", "over 1000 one person", NONE, FORM_FULL},
	{"uk", "більш ніж 1000 осіб", "over 1000 one person", EQUAL, FORM_FULL},
	{"uk", "не більше 1000 осіб", "over 1000 one person", QUALIFIER, FORM_FULL},
	{"uk", "чотирьох чоловіків", "exact 4 one person", EQUAL, FORM_FULL},
	{"uk", "четверо", "exact 4 one person", EQUAL, FORM_FULL},
	{"uk", "п\u2019ятеро", "exact 4 one person", VALUE, FORM_FULL},
	{"uk", "п\u02bcять суден", "exact 5 one vessel", EQUAL, FORM_FULL},
	{"uk", "близько 13 тис. віз", "about 13000 one visa", EQUAL, FORM_FULL},
	{"uk", "близько тринадцяти тисяч віз", "about 13000 one visa", EQUAL, FORM_FULL},
	{"uk", "щонайменше мільйон тонн", "at-least 1 million tonne", EQUAL, FORM_FULL},
	{"uk", "півтора мільйона тонн", "exact 1.5 million tonne", EQUAL, FORM_FULL},
	{"uk", "півмільйона тонн", "exact 1.5 million tonne", VALUE, FORM_FULL},
	{"uk", "у десять разів", "exact 10 one times", EQUAL, FORM_FULL},
	{"uk", "удесятеро", "exact 10 one times", EQUAL, FORM_FULL},
	{"uk", "3,7 млн тонн вугілля", "exact 3.7 million tonne", EQUAL, FORM_FULL},
	{"uk", "від 10 до 20 суден", "between 10..20 one vessel", EQUAL, FORM_FULL},
	/* Russian, German, French, Spanish */
	{"ru", "около 281 миллиона долларов", "about 281 million USD", EQUAL, FORM_FULL},
	{"ru", "свыше 281 млн долл. США", "about 281 million USD", QUALIFIER, FORM_FULL},
	{"ru", "более тысячи человек", "over 1000 one person", EQUAL, FORM_FULL},
	{"ru", "не менее тысячи человек", "over 1000 one person", QUALIFIER, FORM_FULL},
	{"ru", "четверо мужчин", "exact 4 one person", EQUAL, FORM_FULL},
	{"ru", "полтора миллиона тонн", "exact 1.5 million tonne", EQUAL, FORM_FULL},
	{"ru", "около 281 млн рублей", "about 281 million USD", UNIT, FORM_FULL},
	{"de", "rund 281 Millionen US-Dollar", "about 281 million USD", EQUAL, FORM_FULL},
	{"de", "etwa 281 Mio. Dollar", "about 281 million USD", EQUAL, FORM_FULL},
	{"de", "etwa 281 Mrd. Dollar", "about 281 million USD", VALUE, FORM_FULL},
	{"de", "über tausend Arbeitskräfte", "over 1000 one person", EQUAL, FORM_FULL},
	{"de", "rund 13.000 Visa", "about 13000 one visa", EQUAL, FORM_FULL},
	{"de", "rund 13,000 Visa", "about 13000 one visa", VALUE, FORM_FULL},
	{"de", "anderthalb Millionen Tonnen", "exact 1.5 million tonne", EQUAL, FORM_FULL},
	{"de", "verzehnfacht", "exact 10 one times", EQUAL, FORM_FULL},
	{"fr", "environ 281 millions de dollars", "about 281 million USD", EQUAL, FORM_FULL},
	{"fr", "plus de 281 millions de dollars", "about 281 million USD", QUALIFIER, FORM_FULL},
	{"fr", "environ 281 millions d\u2019euros", "about 281 million USD", UNIT, FORM_FULL},
	{"fr", "environ 1,5 Md$", "about 1.5 billion USD", EQUAL, FORM_FULL},
	{"fr", "plus de mille travailleurs", "over 1000 one person", EQUAL, FORM_FULL},
	{"fr", "quelque 13\u202f000 visas", "about 13000 one visa", EQUAL, FORM_FULL},
	{"fr", "quatre hommes", "exact 4 one person", EQUAL, FORM_FULL},
	{"es", "aproximadamente 281 millones de dólares", "about 281 million USD", EQUAL,
	 FORM_FULL},
	{"es", "unos 1500 millones de dólares", "about 1.5 billion USD", EQUAL, FORM_FULL},
	{"es", "unos 1,5 mil millones de dólares", "about 1.5 billion USD", EQUAL, FORM_FULL},
	{"es", "unos 1,5 millones de dólares", "about 1.5 billion USD", VALUE, FORM_FULL},
	{"es", "más de mil personas", "over 1000 one person", EQUAL, FORM_FULL},
	{"es", "13.000 visados", "about 13000 one visa", QUALIFIER, FORM_FULL},
	/* Arabic, Chinese, Japanese, Korean */
	{"ar", "نحو 281 مليون دولار", "about 281 million USD", EQUAL, FORM_FULL},
	{"ar", "نحو ٢٨١ مليون دولار", "about 281 million USD", EQUAL, FORM_FULL},
	{"ar", "نحو ٢٨٢ مليون دولار", "about 281 million USD", VALUE, FORM_FULL},
	{"ar", "٣٫٧ مليون طن", "exact 3.7 million tonne", EQUAL, FORM_FULL},
	{"ar", "أكثر من ألف شخص", "over 1000 one person", EQUAL, FORM_FULL},
	{"ar", "بنحو 281 مليون دولار", "about 281 million USD", EQUAL, FORM_FULL},
	{"ar", "281 مليون يورو", "exact 281 million USD", UNIT, FORM_FULL},
	{"zh", "约2.81亿美元", "about 281 million USD", EQUAL, FORM_FULL},
	{"zh", "约2亿8100万美元", "about 281 million USD", EQUAL, FORM_FULL},
	{"zh", "约2.81万美元", "about 281 million USD", VALUE, FORM_FULL},
	{"zh", "2.81亿欧元", "exact 281 million USD", UNIT, FORM_FULL},
	{"zh", "一千多人", "over 1000 one person", EQUAL, FORM_FULL},
	{"zh", "超过2000万美元", "over 20 million USD", EQUAL, FORM_FULL},
	{"zh", "约1.3万份签证", "about 13000 one visa", EQUAL, FORM_FULL},
	{"zh", "四名男子", "exact 4 one person", EQUAL, FORM_FULL},
	{"zh", "二十一艘船", "exact 21 one vessel", EQUAL, FORM_FULL},
	{"ja", "約2億8100万ドル", "about 281 million USD", EQUAL, FORM_FULL},
	{"ja", "約２億８１００万ドル", "about 281 million USD", EQUAL, FORM_FULL},
	{"ja", "2000万ドル以上", "over 20 million USD", QUALIFIER, FORM_FULL},
	{"ja", "2000万ドル超", "over 20 million USD", EQUAL, FORM_FULL},
	{"ja", "1万3000件の査証", "exact 13000 one visa", EQUAL, FORM_FULL},
	{"ko", "약 2억 8100만 달러를", "about 281 million USD", EQUAL, FORM_FULL},
	{"ko", "2억 8200만 달러", "exact 281 million USD", VALUE, FORM_FULL},
	{"ko", "1,000명 이상", "over 1000 one person", QUALIFIER, FORM_FULL},
	{"ko", "1,000명이 넘는", "over 1000 one person", EQUAL, FORM_FULL},
	{"ko", "네 명", "exact 4 one person", EQUAL, FORM_FULL},
	{"ko", "대한민국", "exact 1 one person", NONE, FORM_FULL},
};

struct dating {
	const char *tag;
	const char *text;
	const char *date;
	enum wording_verdict verdict;
};

static const struct dating datings[] = {
	{"en", "September 2020", "2020-09", EQUAL},
	{"en", "2020", "2020-09", EQUAL},
	{"en", "in September", "2020-09", EQUAL},
	{"en", "October 2020", "2020-09", VALUE},
	{"en", "September 2021", "2020-09", VALUE},
	{"en", "25 September 2020", "2020-09", VALUE},
	{"en", "25 September 2020", "2020-09-25", EQUAL},
	{"en", "September 25, 2020", "2020-09-25", EQUAL},
	{"en", "25th of September 2020", "2020-09-25", EQUAL},
	{"en", "recently", "2020-09", NONE},
	{"en", "from January to August 2019", "2019-01/2019-08", EQUAL},
	{"en", "January\u2013August 2019", "2019-01/2019-08", EQUAL},
	{"en", "from January to September 2019", "2019-01/2019-08", VALUE},
	{"en", "in 2019", "2019-01/2019-08", EQUAL},
	{"en", "January 2019", "2019-01/2019-08", VALUE},
	{"en", "between December 2019 and November 2020", "2019-12~/2020-11", EQUAL},
	{"en", "since May 2019", "2019-05/..", EQUAL},
	{"en", "until May 2019", "2019-05/..", QUALIFIER},
	{"en", "by 22 December 2019", "../2019-12-22", EQUAL},
	{"pl", "we wrześniu 2020 r.", "2020-09", EQUAL},
	{"pl", "w październiku 2020 r.", "2020-09", VALUE},
	{"pl", "25 września 2020 roku", "2020-09-25", EQUAL},
	{"pl", "25.09.2020", "2020-09-25", EQUAL},
	{"pl", "26.09.2020", "2020-09-25", VALUE},
	{"pl", "od stycznia do sierpnia 2019 r.", "2019-01/2019-08", EQUAL},
	{"pl", "od stycznia do lipca 2019 r.", "2019-01/2019-08", VALUE},
	{"pl", "do 22 grudnia 2019 r.", "../2019-12-22", EQUAL},
	{"pl", "od 22 grudnia 2019 r.", "../2019-12-22", QUALIFIER},
	{"uk", "у вересні 2020 року", "2020-09", EQUAL},
	{"uk", "у серпні 2020 року", "2020-09", VALUE},
	{"uk", "від грудня 2019 р. до листопада 2020 р.", "2019-12~/2020-11", EQUAL},
	{"uk", "з травня 2019 року", "2019-05/..", EQUAL},
	{"ru", "с января по август 2019 года", "2019-01/2019-08", EQUAL},
	{"de", "im September 2020", "2020-09", EQUAL},
	{"fr", "le 1er janvier 2020", "2020-01-01", EQUAL},
	{"fr", "en décembre 2020", "2020-01", VALUE},
	{"es", "25 de septiembre de 2020", "2020-09-25", EQUAL},
	{"ar", "في سبتمبر 2020", "2020-09", EQUAL},
	{"zh", "2020年9月25日", "2020-09-25", EQUAL},
	{"zh", "2019年1月至8月", "2019-01/2019-08", EQUAL},
	{"ja", "2020年10月", "2020-09", VALUE},
	{"ko", "2020년 9월", "2020-09", EQUAL},
};

static const char *const verdicts[] = {"equal", "no figure", "value", "unit", "qualifier"};

/* The locale of tag out of table, opened at its first use. */
static const struct locale *
locale_of(GHashTable *table, const char *tag)
{
	struct locale *locale = g_hash_table_lookup(table, tag);

	if (!locale) {
		locale = test_locale_open(tag);
		g_hash_table_insert(table, (gpointer)tag, locale);
	}
	return locale;
}

static GHashTable *
new_table(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)locale_free);
}

/* Reports every wrong verdict, then fails: one run shows all. */
static void
test_amounts(void)
{
	g_autoptr(GHashTable) locales = new_table();
	unsigned wrong = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(wordings); i++) {
		const struct wording *w = &wordings[i];
		struct amount amount = test_amount(w->amount);
		g_autofree char *found = NULL;
		enum wording_verdict verdict = locale_compare_amount(
			locale_of(locales, w->tag), w->text, &amount, w->form, &found);

		if (verdict == w->verdict)
			continue;
		g_test_message("%s: “%s” for %s: %s, not %s (read: %s)", w->tag, w->text, w->amount,
			       verdicts[verdict], verdicts[w->verdict], found ? found : "nothing");
		wrong++;
	}
	g_assert_cmpuint(wrong, ==, 0);
}

static void
test_dates(void)
{
	g_autoptr(GHashTable) locales = new_table();
	unsigned wrong = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(datings); i++) {
		const struct dating *d = &datings[i];
		g_autofree char *found = NULL;
		enum wording_verdict verdict;
		struct edtf date;

		g_assert_true(edtf_parse(d->date, &date, NULL));
		verdict = locale_compare_date(locale_of(locales, d->tag), d->text, &date, &found);
		if (verdict == d->verdict)
			continue;
		g_test_message("%s: “%s” for %s: %s, not %s (read: %s)", d->tag, d->text, d->date,
			       verdicts[verdict], verdicts[d->verdict], found ? found : "nothing");
		wrong++;
	}
	g_assert_cmpuint(wrong, ==, 0);
}

/* What the program prints it must read as equal, in every language. */
static void
test_own_words(void)
{
	static const char *const tags[] = {"en", "fr", "es", "ru", "ar", "zh",
					   "ko", "ja", "pl", "uk", "de"};
	static const char *const amounts[] = {
		"about 281 million USD",   "exact 23 million USD",	"over 20 million USD",
		"at-least 22 million USD", "estimated 370 million USD", "under 5 million EUR",
		"up-to 3 one vessel",	   "over 1000 one person",	"about 13000 one visa",
		"exact 3.7 million tonne", "exact 12 one month",	"between 10..20 one vessel",
		"about 21 one vessel",	   "exact 17.5 one percent",	"exact 10 one times",
		"exact 100 one USD/tonne", "exact 2 one vehicle",	"exact 281.10 million USD"};
	unsigned wrong = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(tags) * G_N_ELEMENTS(amounts) * 2; i++) {
		const char *tag = tags[i / 2 / G_N_ELEMENTS(amounts)];
		struct amount amount = test_amount(amounts[i / 2 % G_N_ELEMENTS(amounts)]);
		g_autoptr(Locale) locale = test_locale_open(tag);
		g_autofree char *text =
			locale_amount(locale, &amount, i % 2 ? FORM_SHORT : FORM_FULL);
		g_autofree char *found = NULL;
		enum wording_verdict verdict =
			locale_compare_amount(locale, text, &amount, FORM_FULL, &found);

		if (verdict == EQUAL)
			continue;
		g_test_message("%s: our own “%s”: %s (read: %s)", tag, text, verdicts[verdict],
			       found ? found : "nothing");
		wrong++;
	}
	g_assert_cmpuint(wrong, ==, 0);
}

/* And so it must the dates. */
static void
test_own_dates(void)
{
	static const char *const tags[] = {"en", "fr", "es", "ru", "ar", "zh",
					   "ko", "ja", "pl", "uk", "de"};
	static const char *const dates[] = {"2020-09",
					    "2020-09-25",
					    "2020",
					    "2019-12~/2020-11",
					    "2019-01/2019-08",
					    "2019-05/..",
					    "../2019-12-22",
					    "2019-12~",
					    "2020-09-25/2020-09-27",
					    "2019-12-25/2020-01-03",
					    "2019/2020"};
	unsigned wrong = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(tags) * G_N_ELEMENTS(dates); i++) {
		const char *tag = tags[i / G_N_ELEMENTS(dates)];
		g_autoptr(Locale) locale = test_locale_open(tag);
		g_autofree char *text = NULL, *found = NULL;
		enum wording_verdict verdict;
		struct edtf date;

		g_assert_true(edtf_parse(dates[i % G_N_ELEMENTS(dates)], &date, NULL));
		text = locale_date(locale, &date);
		verdict = locale_compare_date(locale, text, &date, &found);
		if (verdict == EQUAL)
			continue;
		g_test_message("%s: our own “%s”: %s (read: %s)", tag, text, verdicts[verdict],
			       found ? found : "nothing");
		wrong++;
	}
	g_assert_cmpuint(wrong, ==, 0);
}

static void
test_found(void)
{
	g_autoptr(Locale) locale = test_locale_open("pl");
	struct amount amount = test_amount("about 281 million USD");
	g_autofree char *found = NULL, *none = NULL;

	locale_compare_amount(locale, "ponad 282 mln euro", &amount, FORM_FULL, &found);
	g_assert_cmpstr(found, ==, "over 282 000 000");
	g_assert_cmpint(locale_compare_amount(locale, "wiele", &amount, FORM_FULL, &none), ==,
			NONE);
	g_assert_null(none);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/locale/reading/amounts", test_amounts);
	g_test_add_func("/locale/reading/dates", test_dates);
	g_test_add_func("/locale/reading/own-words", test_own_words);
	g_test_add_func("/locale/reading/own-dates", test_own_dates);
	g_test_add_func("/locale/reading/found", test_found);
	return g_test_run();
}
