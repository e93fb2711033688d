/* test-plain: what is taken for granted of plain texts is what Pango makes of them. */
#include "layout/plain.h"
#include "layout/breaks.h"
#include "paragraph_fixture.h"

static GList *
pango_items(struct fixture *fixture, const char *text, const struct face *face)
{
	PangoAttrList *attributes = pango_attr_list_new();
	GList *items;

	pango_attr_list_insert(attributes, pango_attr_font_desc_new(face->description));
	pango_attr_list_insert(attributes, pango_attr_language_new(face->language));
	items = pango_itemize_with_base_dir(typesetter_context(fixture->typesetter),
					    PANGO_DIRECTION_LTR, text, 0, (int)strlen(text),
					    attributes, NULL);
	pango_attr_list_unref(attributes);
	return items;
}

/* Where there is a plain item of text, Pango makes this one too.  True where there is one. */
static bool
check_item(struct fixture *fixture, const char *text, const struct span_style *style,
	   PangoScript script)
{
	struct face face = typesetter_face(fixture->typesetter, style);
	PangoItem *item = plain_item(typesetter_plain(fixture->typesetter),
				     typesetter_context(fixture->typesetter), &face, script, text,
				     strlen(text));
	GList *items = item ? pango_items(fixture, text, &face) : NULL;

	if (item) {
		const PangoAnalysis *mine = &item->analysis;
		const PangoAnalysis *theirs = &((PangoItem *)items->data)->analysis;

		g_assert_null(items->next);
		g_assert_true(mine->font == theirs->font && mine->language == theirs->language);
		g_assert_cmpint(mine->script, ==, theirs->script);
		g_assert_cmpint(mine->level, ==, theirs->level);
		g_assert_cmpint(mine->gravity, ==, theirs->gravity);
		g_assert_cmpint(mine->flags, ==, theirs->flags);
		pango_item_free(item);
	}
	g_list_free_full(items, (GDestroyNotify)pango_item_free);
	return item != NULL;
}

static void
check_items(struct fixture *fixture, const struct span_style *style)
{
	static const char *const letters[][2] = {
		{"a", "z"}, {"α", "ω"}, {"а", "я"}, {"", ""}, {"1", "2"}};
	guint checked = 0;

	for (gunichar ch = 0x20; ch < 0x3000; ch++) {
		char bytes[7] = "";
		PangoScript own;

		if (!plain_script_of(ch, &own))
			continue;
		g_unichar_to_utf8(ch, bytes);
		for (gsize i = 0; i < G_N_ELEMENTS(letters); i++) {
			g_autofree char *text =
				g_strconcat(letters[i][0], bytes, " (", bytes, letters[i][1], NULL);
			PangoScript script = PANGO_SCRIPT_COMMON;

			if (plain_text(text, strlen(text), &script))
				checked += check_item(fixture, text, style, script);
		}
	}
	g_assert_cmpuint(checked, >, 500);
}

static void
test_items(struct fixture *fixture, gconstpointer data)
{
	static const char *const langs[] = {"en", "pl", "uk", "el", "ko", "sr-Latn"};
	static const char *const roles[] = {"serif", "sans-serif", "monospace"};

	(void)data;
	for (gsize i = 0; i < G_N_ELEMENTS(roles); i++)
		for (gsize k = 0; k < G_N_ELEMENTS(langs); k++)
			check_items(fixture, &(struct span_style){.role = roles[i],
								  .size = 10,
								  .weight = k % 2 ? 700 : 400,
								  .italic = k > 2,
								  .lang = langs[k]});
}

static void
test_others(struct fixture *fixture, gconstpointer data)
{
	static const char *const texts[] = {"da\u0301", "כ",	    "a\u00ADb", "一",
					    "a я",	"a\u200Db", "👍"};

	(void)fixture;
	(void)data;
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		PangoScript script = PANGO_SCRIPT_COMMON;

		g_assert_false(plain_text(texts[i], strlen(texts[i]), &script));
	}
}

static void
check_breaks(struct breaks *breaks, const char *text)
{
	glong n = g_utf8_strlen(text, -1);
	gsize length = strlen(text);
	g_autofree PangoLogAttr *attrs = g_new0(PangoLogAttr, n + 1);
	g_autofree guint8 *flags = g_new0(guint8, length + 1);
	const char *p = text;

	breaks_mark(breaks, text, length, flags, 4);
	pango_default_break(text, (int)length, NULL, attrs, (int)n + 1);
	for (glong i = 1; i <= n; i++) {
		p = g_utf8_next_char(p);
		if ((flags[p - text] != 0) != (attrs[i].is_line_break != 0))
			g_error("\"%s\": break before byte %td: %d", text, p - text,
				flags[p - text]);
	}
}

/* All texts of a few characters, of each class that plain texts have, between words. */
static void
test_breaks(struct fixture *fixture, gconstpointer data)
{
	static const char *const parts[] = {
		" ", "x", "Ж", "7", ",", "-", "(", ")", "\"", "/", "%", "$", "«", "–", "—",
		"\u00A0", "’", "\u2028", "\t", "\u200C", "\u2022", "…", "\u2009", "!", "ª",
		"\u02BC",
		/* The last bytes of their numbers are those of digits. */
		"а", "‹", "‰"};
	const gsize n = G_N_ELEMENTS(parts);
	struct breaks *breaks = breaks_new();

	(void)fixture;
	(void)data;
	for (gsize i = 0; i < n * n * n; i++) {
		const char *a = parts[i % n], *b = parts[i / n % n], *c = parts[i / n / n];
		g_autofree char *inside =
			g_strconcat("one two", a, b, c, "three ", a, "four", b, " 5", c, NULL);
		g_autofree char *outside = g_strconcat(a, b, "six", c, " seven", b, a, NULL);

		check_breaks(breaks, inside);
		check_breaks(breaks, outside);
	}
	breaks_free(breaks);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/plain/items", struct fixture, NULL, set_up, test_items, tear_down);
	g_test_add("/plain/others", struct fixture, NULL, set_up, test_others, tear_down);
	g_test_add("/plain/breaks", struct fixture, NULL, set_up, test_breaks, tear_down);
	return g_test_run();
}
