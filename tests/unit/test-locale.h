/*
 * test-locale: what the tests of gen/locale share: the shipped label files, and amounts written on
 * one line.
 */
#ifndef CHANCERY_TEST_LOCALE_H
#define CHANCERY_TEST_LOCALE_H

#include <string.h>
#include "base/place.h"
#include "locale/locale.h"

/* The shipped language; one that lacks a label is a failed test. */
static inline struct locale *
test_locale_open(const char *tag)
{
	g_autoptr(Places) places = places_new(CHANCERY_SOURCE);
	g_autoptr(DiagList) diags = diag_list_new();
	struct locale *locale = locale_open(places, tag, diags, NULL);
	g_autofree char *text = diag_list_to_text(diags, NULL, false);

	g_assert_nonnull(locale);
	g_assert_cmpstr(text, ==, "");
	return locale;
}

/* "about 281 million USD", "between 10..20 one vessel"; "-" for no unit. */
static inline struct amount
test_amount(const char *text)
{
	g_auto(GStrv) words = g_strsplit(text, " ", -1);
	g_auto(GStrv) sides = NULL;
	struct amount amount = {0};

	g_assert_cmpuint(g_strv_length(words), ==, 4);
	sides = g_strsplit(words[1], "..", 2);
	g_assert_true(qualifier_of_name(words[0], &amount.qualifier));
	g_assert_true(decimal_parse(sides[0], &amount.min));
	g_assert_true(decimal_parse(sides[1] ? sides[1] : sides[0], &amount.max));
	g_assert_true(scale_of_name(words[2], &amount.scale));
	amount.unit = strcmp(words[3], "-") == 0 ? NULL : g_intern_string(words[3]);
	return amount;
}

/* NBSP and narrow NBSP as '_' and '~', so that the tables can be read. */
static inline char *
test_show_spaces(const char *text)
{
	g_autoptr(GString) out = g_string_new(text);

	g_string_replace(out, "\u00a0", "_", 0);
	g_string_replace(out, "\u202f", "~", 0);
	return g_strdup(out->str);
}

#endif
