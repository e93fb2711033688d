/* noun_forms: the forms of a noun out of its plural pattern. */
#include "locale/noun_forms.h"

#include <string.h>

#include "base/utf8.h"

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
form_free(gpointer data)
{
	struct noun_form *form = data;

	g_free(form->text);
	g_free(form);
}

/* The form in text, of the category that stands before it in the pattern. */
static void
add_form(GPtrArray *forms, const char *text, gsize bytes, int number)
{
	const char *mark = memmem(text, bytes, "{1}", strlen("{1}"));
	gsize before = mark ? (gsize)(mark - text) : bytes;
	gsize behind = mark ? before + strlen("{1}") : bytes;
	struct noun_form *form = g_new0(struct noun_form, 1);

	form->text = g_malloc0(bytes + 1);
	memcpy(form->text, text, before);
	memcpy(form->text + before, text + behind, bytes - behind);
	g_strstrip(form->text);
	form->number = mark ? 0 : number;
	if (*form->text)
		g_ptr_array_add(forms, form);
	else
		form_free(form);
}

/* What the category whose name ends at end says by itself. */
static int
number_of_category(const char *start, const char *end)
{
	while (end > start && end[-1] == ' ')
		end--;
	if (end - start >= 3 && strncmp(end - 3, "one", 3) == 0)
		return 1;
	return end - start >= 3 && strncmp(end - 3, "two", 3) == 0 ? 2 : 0;
}

GPtrArray *
noun_forms(const char *pattern)
{
	GPtrArray *forms = g_ptr_array_new_with_free_func(form_free);
	const char *p = strstr(pattern, "select,");
	const char *open;

	if (!p) {
		add_form(forms, pattern, strlen(pattern), 0);
		return forms;
	}
	while ((open = strchr(p, '{'))) {
		const char *end = closing_brace(open);

		if (!end)
			break;
		add_form(forms, open + 1, (gsize)(end - open - 1), number_of_category(p, open));
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
	while (n > 0 && utf8_continues(a[n]))
		n--;
	return n;
}

char *
noun_stem(const GPtrArray *forms)
{
	const struct noun_form *form;
	const char *first;
	gsize common;

	if (forms->len == 0)
		return NULL;
	form = g_ptr_array_index(forms, 0);
	first = form->text;
	common = strlen(first);
	for (guint i = 0; i < forms->len; i++) {
		form = g_ptr_array_index(forms, i);
		common = common_prefix(first, common, form->text);
	}
	for (const char *p = first; p < first + common; p = g_utf8_next_char(p))
		if (!g_unichar_isalpha(g_utf8_get_char(p)))
			return NULL;
	if (g_utf8_strlen(first, (gssize)common) < STEM_LETTERS)
		return NULL;
	return g_strdup_printf("%.*s*", (int)common, first);
}
