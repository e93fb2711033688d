/* noun_forms: the forms of a noun out of its plural pattern. */
#include "locale/noun_forms.h"

#include <string.h>

/* A shorter common part ("os" of osoba, osób) says too little. */
enum { STEM_LETTERS = 4 };

/* The end of the braces that open at text[0], at the closing one; NULL when they do not close. */
static const char *
closing_brace(const char *text)
{
	int depth = 0;

	for (const char *p = text; *p; p++) {
		if (*p == '{')
			depth++;
		else if (*p == '}' && --depth == 0)
			return p;
	}
	return NULL;
}

static void
add_form(GPtrArray *forms, const char *text, gsize bytes)
{
	g_autofree char *form = g_strndup(text, bytes);
	g_auto(GStrv) sides = g_strsplit(form, "{1}", 2);
	char *noun = g_strjoinv("", sides);

	g_strstrip(noun);
	if (*noun)
		g_ptr_array_add(forms, noun);
	else
		g_free(noun);
}

GPtrArray *
noun_forms(const char *pattern)
{
	GPtrArray *forms = g_ptr_array_new_with_free_func(g_free);
	const char *p = strstr(pattern, "select,");

	if (!p) {
		add_form(forms, pattern, strlen(pattern));
		return forms;
	}
	while ((p = strchr(p, '{'))) {
		const char *end = closing_brace(p);

		if (!end)
			break;
		add_form(forms, p + 1, (gsize)(end - p - 1));
		p = end + 1;
	}
	return forms;
}

/* Bytes that both begin with, whole characters. */
static gsize
common_prefix(const char *a, gsize limit, const char *b)
{
	gsize n = 0;

	while (n < limit && b[n] && a[n] == b[n])
		n++;
	while (n > 0 && ((unsigned char)a[n] & 0xC0) == 0x80)
		n--;
	return n;
}

char *
noun_stem(const GPtrArray *forms)
{
	const char *first;
	gsize common;

	if (forms->len == 0)
		return NULL;
	first = g_ptr_array_index(forms, 0);
	common = strlen(first);
	for (guint i = 0; i < forms->len; i++)
		common = common_prefix(first, common, g_ptr_array_index(forms, i));
	for (const char *p = first; p < first + common; p = g_utf8_next_char(p))
		if (!g_unichar_isalpha(g_utf8_get_char(p)))
			return NULL;
	if (g_utf8_strlen(first, (gssize)common) < STEM_LETTERS)
		return NULL;
	return g_strdup_printf("%.*s*", (int)common, first);
}
