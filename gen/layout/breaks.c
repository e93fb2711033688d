/* breaks: see breaks.h. */
#include "layout/breaks.h"

#include <pango/pango.h>
#include <stdbool.h>
#include <string.h>
#include "layout/plain.h"

struct breaks {
	GHashTable *patterns; /* text with letters in a row as "a", digits as "0" → GByteArray *, 1
				 or 0 for each of its characters and the end */
	GString *pattern;     /* of the stretch looked at */
};

static void
places_free(gpointer places)
{
	g_byte_array_unref(places);
}

struct breaks *
breaks_new(void)
{
	struct breaks *breaks = g_new0(struct breaks, 1);

	breaks->patterns = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, places_free);
	breaks->pattern = g_string_new(NULL);
	return breaks;
}

void
breaks_free(struct breaks *breaks)
{
	if (!breaks)
		return;
	g_hash_table_unref(breaks->patterns);
	g_string_free(breaks->pattern, TRUE);
	g_free(breaks);
}

/* All letters of the plain alphabets are of one class, AL; U+00AA and U+00BA count as such. */
static bool
is_letter(gunichar ch)
{
	PangoScript script;

	if (ch < 0x80)
		return g_ascii_isalpha((char)ch);
	return plain_script_of(ch, &script) && script != PANGO_SCRIPT_COMMON &&
	       g_unichar_isalpha(ch);
}

enum kind { KIND_OTHER, KIND_LETTER, KIND_DIGIT };

static enum kind
kind_of(gunichar ch)
{
	if (ch < 0x80 && g_ascii_isdigit((char)ch))
		return KIND_DIGIT;
	return is_letter(ch) ? KIND_LETTER : KIND_OTHER;
}

static GByteArray *
places_of(const char *text, gsize length)
{
	glong n = g_utf8_strlen(text, (gssize)length);
	g_autofree PangoLogAttr *attrs = g_new0(PangoLogAttr, n + 1);
	GByteArray *places = g_byte_array_sized_new((guint)n + 1);

	pango_default_break(text, (int)length, NULL, attrs, (int)n + 1);
	for (glong i = 0; i <= n; i++) {
		guint8 place = attrs[i].is_line_break;

		g_byte_array_append(places, &place, 1);
	}
	return places;
}

/* Inside the stretch, and where it ends the text, after it. */
static void
mark_stretch(struct breaks *breaks, const char *start, const char *end, guint8 *flags, guint8 flag)
{
	const GString *pattern = breaks->pattern;
	const GByteArray *places = g_hash_table_lookup(breaks->patterns, pattern->str);
	enum kind before = KIND_OTHER;
	guint i = 0;

	if (!places) {
		places = places_of(pattern->str, pattern->len);
		g_hash_table_insert(breaks->patterns, g_strdup(pattern->str), (gpointer)places);
	}
	for (const char *p = start; p < end; p = g_utf8_next_char(p)) {
		enum kind kind = kind_of(g_utf8_get_char(p));

		if (kind != KIND_OTHER && kind == before)
			continue;
		before = kind;
		if (places->data[i++] && p > start)
			flags[p - start] |= flag;
	}
	if (places->data[i])
		flags[end - start] |= flag;
}

/* To the next space between letters, and with it; *word: there are only letters before that. */
static const char *
next_stretch(GString *pattern, const char *start, const char *end, bool *word)
{
	enum kind before = KIND_OTHER;
	const char *p = start;

	g_string_truncate(pattern, 0);
	*word = true;
	while (p < end) {
		gunichar ch = g_utf8_get_char(p);
		const char *next = g_utf8_next_char(p);
		enum kind kind = kind_of(ch);

		if (kind == KIND_OTHER)
			g_string_append_len(pattern, p, next - p);
		else if (kind != before)
			g_string_append_c(pattern, kind == KIND_LETTER ? 'a' : '0');
		if (ch == ' ' && before == KIND_LETTER && next < end &&
		    is_letter(g_utf8_get_char(next)))
			return next;
		*word = *word && kind == KIND_LETTER;
		before = kind;
		p = next;
	}
	*word = false; /* no space ends it */
	return end;
}

void
breaks_mark(struct breaks *breaks, const char *text, gsize length, guint8 *flags, guint8 flag)
{
	const char *end = text + length;

	for (const char *p = text; p < end;) {
		bool word;
		const char *next = next_stretch(breaks->pattern, p, end, &word);

		if (!word)
			mark_stretch(breaks, p, next, flags + (p - text), flag);
		if (next < end)
			flags[next - text] |= flag;
		p = next;
	}
}
