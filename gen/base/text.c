/* text: checks of author-supplied UTF-8 before any parser sees it. */
#include "base/text.h"

#include <string.h>

/* Where reading stands. */
struct reader {
	const char *p, *end;
	struct loc at;
	gunichar before; /* the last character kept, 0 at the start */
	GString *out;
	struct diag_list *diags;
};

/* Scripts whose letters join or stack, where U+200C and U+200D change what is written. */
static bool
wants_joiner(gunichar c)
{
	if (!g_unichar_isalpha(c) && !g_unichar_ismark(c))
		return false;
	switch (g_unichar_get_script(c)) {
	case G_UNICODE_SCRIPT_ARABIC:
	case G_UNICODE_SCRIPT_SYRIAC:
	case G_UNICODE_SCRIPT_MONGOLIAN:
	case G_UNICODE_SCRIPT_NKO:
	case G_UNICODE_SCRIPT_DEVANAGARI:
	case G_UNICODE_SCRIPT_BENGALI:
	case G_UNICODE_SCRIPT_GURMUKHI:
	case G_UNICODE_SCRIPT_GUJARATI:
	case G_UNICODE_SCRIPT_ORIYA:
	case G_UNICODE_SCRIPT_TAMIL:
	case G_UNICODE_SCRIPT_TELUGU:
	case G_UNICODE_SCRIPT_KANNADA:
	case G_UNICODE_SCRIPT_MALAYALAM:
	case G_UNICODE_SCRIPT_SINHALA:
	case G_UNICODE_SCRIPT_TIBETAN:
	case G_UNICODE_SCRIPT_MYANMAR:
	case G_UNICODE_SCRIPT_KHMER:
	case G_UNICODE_SCRIPT_INHERITED: /* vowel signs and marks shared by these scripts */
		return true;
	default:
		return false;
	}
}

/* What a refused character is, in words; NULL where the character is fine. */
static const char *
refused(gunichar c, gunichar before, gunichar after)
{
	if (c == '\n' || c == '\t')
		return NULL;
	if (c < 0x20 || (c >= 0x7f && c <= 0x9f))
		return "control character";
	if (c == 0x200c || c == 0x200d)
		/* Persian typists also leave one between a space and a letter, where it does
		 * nothing. */
		return wants_joiner(before) || wants_joiner(after) ? NULL : "zero-width joiner";
	if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
		return "bidirectional override or embedding";
	if (c == 0x200e || c == 0x200f || c == 0x061c)
		return "invisible direction mark";
	if (c == 0x200b || (c >= 0x2060 && c <= 0x2064) || c == 0xfeff || c == 0x180e)
		return "zero-width character";
	if (c == 0x2028 || c == 0x2029)
		return "line or paragraph separator";
	if ((c >= 0x206a && c <= 0x206f) || (c >= 0xfff9 && c <= 0xfffb) ||
	    (c >= 0xe0000 && c <= 0xe007f))
		return "invisible format character";
	if ((c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef))
		return "noncharacter";
	return NULL;
}

/* Outside these, refused() has nothing to say of a character that is not ASCII; speed is all that
 * this is for. */
static bool
may_be_refused(gunichar c)
{
	return c < 0xa0 || c == 0x61c || c == 0x180e || (c >= 0x200b && c <= 0x200f) ||
	       (c >= 0x2028 && c <= 0x206f) || c >= 0xfb00;
}

/* As many characters at once as are plainly fine and in one line. */
static void
take_run(struct reader *reader)
{
	const char *p = reader->p, *start = p, *last = p;
	guint c;
	int columns = 0;

	while (p < reader->end) {
		c = (guchar)*p;
		if (c < 0x80 ? c < 0x20 || c == 0x7f : may_be_refused(g_utf8_get_char(p)))
			break;
		last = p;
		p = g_utf8_next_char(p);
		columns++;
	}
	if (columns == 0)
		return;
	g_string_append_len(reader->out, start, p - start);
	reader->before = g_utf8_get_char(last);
	reader->at.column += columns;
	reader->p = p;
}

static void
take_character(struct reader *reader)
{
	gunichar c = g_utf8_get_char(reader->p);
	const char *next = g_utf8_next_char(reader->p);
	gunichar after = next < reader->end ? g_utf8_get_char(next) : 0;
	struct loc at = reader->at;
	const char *what;

	if (c == '\r' && after == '\n') {
		reader->p = next;
		return;
	}
	what = refused(c, reader->before, after);
	if (what) {
		at.end_column = at.column + 1;
		diag_help(diag_add(reader->diags, DIAG_TEXT_CONTROL, at, "%s U+%04X", what, c),
			  "delete it; retype the words beside it if they look wrong");
	} else {
		g_string_append_len(reader->out, reader->p, next - reader->p);
		reader->before = c;
	}
	reader->at.column++;
	if (c == '\n') {
		reader->at.line++;
		reader->at.column = 1;
	}
	reader->p = next;
}

/* Adds text-encoding at the first byte that is not UTF-8. */
static void
refuse_encoding(const char *start, const char *bad, const char *file, struct diag_list *diags)
{
	struct loc at = {.file = file, .line = 1};
	const char *line = start;

	for (const char *p = start; p < bad; p++) {
		if (*p == '\n') {
			at.line++;
			line = p + 1;
		}
	}
	at.column = text_column(line, (gsize)(bad - line));
	diag_help(diag_add(diags, DIAG_TEXT_ENCODING, at, "byte 0x%02X is not valid UTF-8",
			   (unsigned)(unsigned char)*bad),
		  "save the file as UTF-8");
}

/* g_utf8_validate_len stops at NUL, which is a control character here and no fault of the encoding.
 */
static const char *
first_invalid(const char *p, const char *end)
{
	while (p < end && !g_utf8_validate_len(p, (gsize)(end - p), &p)) {
		if (*p != '\0')
			return p;
		p++;
	}
	return NULL;
}

/*
 * Could composing change a line with this character?  Marks, the Jamo that compose, and characters
 * that stand for another (Kelvin and Angstrom signs, compatibility ideographs).  The blocks without
 * any are told first, since most text is in them.
 */
static bool
may_compose(gunichar c)
{
	if (c < 0x300 || (c >= 0x388 && c < 0x483) || (c >= 0x2010 && c < 0x20d0) ||
	    (c >= 0x3100 && c < 0xa66f) || (c >= 0xac00 && c <= 0xd7a3))
		return false;
	return g_unichar_combining_class(c) != 0 || g_unichar_ismark(c) ||
	       (c >= 0x1160 && c <= 0x11ff) || (c >= 0x1f71 && c <= 0x1fff) ||
	       (c >= 0x2000 && c <= 0x232a) || (c >= 0xf900 && c <= 0xfaff) ||
	       (c >= 0xfb1d && c <= 0xfb4e) || c >= 0x1d15e;
}

/* Adds text-nfc where the line from p to end, at at, first differs from its normalisation form C;
 * false if nowhere. */
static bool
check_composed(const char *p, const char *end, struct loc at, struct diag_list *diags)
{
	g_autofree char *composed = g_utf8_normalize(p, end - p, G_NORMALIZE_NFC);
	const char *same = composed;

	for (; p < end && *p == *same; p++, same++)
		at.column += ((unsigned char)*p & 0xc0) != 0x80;
	if (p == end && *same == '\0')
		return false;
	at.column = MAX(1, at.column - (((unsigned char)*p & 0xc0) == 0x80));
	diag_help(diag_add(diags, DIAG_TEXT_NFC, at, "letters and their marks stand apart here"),
		  "harmless in print, but searching may miss it; retype it or normalise the file "
		  "to NFC");
	return true;
}

/* One note a file: whoever writes decomposed text writes all of it so. */
static void
check_normal(const char *text, const char *file, struct diag_list *diags)
{
	struct loc at = {.file = file, .line = 1, .column = 1};

	for (const char *line = text; *line; at.line++) {
		const char *end = strchrnul(line, '\n');
		bool suspect = false;

		for (const char *p = line; p < end && !suspect; p = g_utf8_next_char(p))
			suspect = (unsigned char)*p >= 0xcc && may_compose(g_utf8_get_char(p));
		if (suspect && check_composed(line, end, at, diags))
			return;
		line = *end ? end + 1 : end;
	}
}

GString *
text_read(GBytes *bytes, const char *file, struct diag_list *diags)
{
	gsize size = 0;
	const char *data = g_bytes_get_data(bytes, &size);
	struct reader reader = {.diags = diags};
	const char *bad;

	if (size >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0) {
		data += 3;
		size -= 3;
	}
	file = g_intern_string(file);
	bad = size > 0 ? first_invalid(data, data + size) : NULL;
	if (bad) {
		refuse_encoding(data, bad, file, diags);
		return NULL;
	}
	reader.p = data;
	reader.end = data + size;
	reader.at = (struct loc){.file = file, .line = 1, .column = 1};
	reader.out = g_string_sized_new(size + 1);
	while (reader.p < reader.end) {
		take_run(&reader);
		if (reader.p < reader.end)
			take_character(&reader);
	}
	check_normal(reader.out->str, file, diags);
	return reader.out;
}

char *
text_compose(const char *text)
{
	const char *p = text;

	for (; *p; p = g_utf8_next_char(p)) {
		if ((guchar)*p >= 0xcc && may_compose(g_utf8_get_char(p)))
			return g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
	}
	return g_strndup(text, (gsize)(p - text));
}

int
text_column(const char *line, gsize byte)
{
	int column = 1;

	/* Every byte that does not continue a character starts one. */
	for (gsize i = 0; i < byte && line[i]; i++) {
		if (((unsigned char)line[i] & 0xc0) != 0x80)
			column++;
	}
	return column;
}
