/* Numbers of running text (gen/locale/prose): what is read, and what counts nothing. */
#include "test-locale.h"

#include "locale/prose.h"
#include "locale/vocabulary.h"

/* What is missing from the figures counts nothing: dates, places in documents, names, quotations.
 */
static const struct passage {
	const char *tag, *text;
	const char *figures; /* "about 281000000 USD ‘some 281 million dollars’; …" */
} passages[] = {
	{"en", "It took some 281 million dollars and US$23 million in 21 North Korean vessels.",
	 "about 281000000 USD ‘some 281 million dollars’; 23000000 USD ‘US$23 million’; 21 vessel "
	 "‘21 North Korean vessels’"},
	{"en", "On 25 September 2020, in May 2019 and in 2018–2019, para 12, p. 59 of S/2021/211.",
	 ""},
	{"en",
	 "Resolution 2397 (2017), COVID-19, KN-23, 3.2.1, at 10:30, the 4th, A4, (2397), § 281.",
	 ""},
	{"en",
	 "He said “about 281 million dollars”, and \"281 million\" again; an inch is 25.4 mm.",
	 "25.4 - ‘25.4’"},
	{"en",
	 "More than a thousand workers; fifteen per cent; tenfold; both vessels; 1,000 or more.",
	 "over 1000 worker ‘More than a thousand workers’; 15 percent ‘fifteen per cent’; 10 times "
	 "‘tenfold’; 2 vessel ‘both vessels’; at-least 1000 - ‘1,000 or more’"},
	{"en", "There were 21. Vessels came. 21, vessels; 12 months; 12 long months.",
	 "21 - ‘21’; 21 - ‘21’; 12 month ‘12 months’; 12 - ‘12’"},
	{"pl",
	 "Skradziono ok. 281 mln dolarów, czyli 281 mln. dolarów, w 21 północnokoreańskich "
	 "statkach.",
	 "about 281000000 USD ‘ok. 281 mln dolarów’; 281000000 USD ‘281 mln. dolarów’; 21 vessel "
	 "‘21 północnokoreańskich statkach’"},
	{"pl", "25 września 2020 r., art. 12, pkt 3, s. 59, rezolucja nr 2397; „ponad 1000 osób”.",
	 ""},
	{"uk",
	 "Викрадено близько 281 млн доларів; понад тисячу осіб; у п. 12 і на с. 59, 4 травня.",
	 "about 281000000 USD ‘близько 281 млн доларів’; over 1000 person ‘понад тисячу осіб’"},
	{"ru", "Похищено около 281 млн долларов; более тысячи человек; резолюция 2397 (2017).",
	 "about 281000000 USD ‘около 281 млн долларов’; over 1000 person ‘более тысячи человек’"},
	{"de",
	 "Rund 281 Millionen Dollar, 3,7 Millionen Tonnen; am 25. September 2020; Nr. 281; 1,5 "
	 "Mrd. Euro.",
	 "about 281000000 USD ‘Rund 281 Millionen Dollar’; 3700000 tonne ‘3,7 Millionen Tonnen’; "
	 "1500000000 EUR ‘1,5 Mrd. Euro’"},
	{"fr",
	 "Environ 281 millions de dollars ; le 25 septembre 2020 ; « 281 millions de dollars » ; "
	 "12,5 %.",
	 "about 281000000 USD ‘Environ 281 millions de dollars’; 12.5 percent ‘12,5 %’"},
	{"es",
	 "Unos 281 millones de dólares; el 25 de septiembre de 2020; el artículo 281; 15 por "
	 "ciento.",
	 "about 281000000 USD ‘Unos 281 millones de dólares’; 15 percent ‘15 por ciento’"},
	{"es", "De 21 buques se llevaron entre 10 y 20 toneladas.",
	 "between 21 vessel ‘21 buques’; between 10 - ‘10’; 20 tonne ‘20 toneladas’"},
	{"ar", "سرقت نحو 281 مليون دولار، و٢٨١ مليون دولار، في 25 أيلول/سبتمبر 2020، الفقرة 12.",
	 "about 281000000 USD ‘نحو 281 مليون دولار’; 281000000 USD ‘٢٨١ مليون دولار’"},
	{"zh", "盗窃约2.81亿美元，2020年9月25日，第12段；“2.81亿美元”；超过1000人。",
	 "about 281000000 USD ‘约2.81亿美元’; over 1000 person ‘超过1000人’"},
	{"ja", "約2億8100万ドルが盗まれ、2020年9月25日、第12段落、「2億8100万ドル」、1000人以上。",
	 "about 281000000 USD ‘約2億8100万ドル’; at-least 1000 person ‘1000人以上’"},
	{"ko",
	 "약 2억 8100만 달러를 훔쳤고 2020년 9월 25일, 제12항, “2억 8100만 달러”, 1000명 이상.",
	 "about 281000000 USD ‘약 2억 8100만 달러’; at-least 1000 person ‘1000명 이상’"},
};

/* One figure after the other: qualifiers, value, unit, and the words that say it. */
static char *
figures_of(const struct locale *locale, const char *text)
{
	g_autoptr(Prose) prose = prose_read(locale, text);
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < prose->figures->len; i++) {
		const struct prose_figure *figure = prose_figure(prose, i);
		g_autofree char *value = decimal_to_text(figure->value);
		gsize start, end;

		prose_bounds(prose, figure, &start, &end);
		g_string_append(out, i > 0 ? "; " : "");
		for (unsigned q = 0; q < QUALIFIER_COUNT; q++) {
			if (figure->qualifiers & 1u << q)
				g_string_append_printf(out, "%s ",
						       qualifier_name((enum qualifier)q));
		}
		g_string_append_printf(out, "%s %s ‘%.*s’", value,
				       figure->unit ? figure->unit : "-", (int)(end - start),
				       text + start);
	}
	return g_string_free(out, FALSE);
}

static void
test_passages(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(passages); i++) {
		const struct passage *passage = &passages[i];
		g_autoptr(Locale) locale = test_locale_open(passage->tag);
		g_autofree char *got = figures_of(locale, passage->text);

		g_assert_cmpstr(got, ==, passage->figures);
	}
}

/* The same of passages.tsv: language, passage, figures. */
static void
test_more_passages(void)
{
	g_autofree char *path = g_build_filename(CHANCERY_SOURCE, "tests/unit/passages.tsv", NULL);
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;

	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	lines = g_strsplit(text, "\n", -1);
	for (gsize i = 0; lines[i]; i++) {
		g_auto(GStrv) cells = g_strsplit(lines[i], "\t", -1);
		g_autoptr(Locale) locale = NULL;
		g_autofree char *got = NULL;

		if (lines[i][0] == '#' || lines[i][0] == '\0')
			continue;
		g_assert_cmpuint(g_strv_length(cells), ==, 3);
		locale = test_locale_open(cells[0]);
		got = figures_of(locale, cells[1]);
		g_assert_cmpstr(got, ==, cells[2]);
	}
}

/* Eight bytes are folded at once where they can be: it must not show where that begins. */
static void
test_fold_anywhere(void)
{
	const char *text = "A  B~cZ \t@[`{ ДЖЁд é“É”ﬁ\u00a0 e\u0301 ８５\u2019S  ";
	const char *folded = "a b~cz @[`{ джёд é“é”fi é 85's ";

	for (int offset = 0; offset < 20; offset++) {
		g_autofree char *start = g_strnfill((gsize)offset, 'x');
		g_autofree char *whole = g_strconcat(start, text, NULL);
		g_autofree char *wanted = g_strconcat(start, folded, NULL);
		g_autofree char *got = vocabulary_fold(whole);

		g_assert_cmpstr(got, ==, wanted);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/locale/prose/passages", test_passages);
	g_test_add_func("/locale/prose/fold-anywhere", test_fold_anywhere);
	g_test_add_func("/locale/prose/more-passages", test_more_passages);
	return g_test_run();
}
