/* text: checks of author-supplied UTF-8 before any parser sees it. */
#include <string.h>

#include "base/text_private.h"
#include "base/utf8.h"

/* Where reading stands. */
struct reader {
	const char *p, *end;
	GString *out;
	bool plain;	  /* what was read so far is (text_is_plain) */
	GArray *refusals; /* struct refusal: told once all is known to be UTF-8 */
};

struct refusal {
	const char *p;
	const char *what;
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
	       (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) ||
	       (c >= 0xfdd0 && c <= 0xfeff) || c >= 0xfff0;
}

/*
 * The length of the character at p, which is not ASCII; 0 where it is none (RFC 3629, section 4: no
 * overlong forms, no surrogates, nothing beyond U+10FFFF).
 */
static inline gsize
character_length(const char *p, const char *end)
{
	const guchar *s = (const guchar *)p;
	gsize length = s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;

	if (s[0] < 0xc2 || s[0] > 0xf4 || (gsize)(end - p) < length || !utf8_continues(p[1]))
		return 0;
	if (length == 2)
		return 2;
	if (!utf8_continues(p[2]) || (length == 4 && !utf8_continues(p[3])))
		return 0;
	if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f) ||
	    (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f))
		return 0;
	return length;
}

/* Behind the letters, signs and blanks of ASCII from p on, an end of line behind them too. */
static const char *
behind_ascii(const char *p, const char *end)
{
	while (end - p >= 8) {
		guint64 word = utf8_eight(p);

		/* Controls reach the highest bit by the loss of 0x20, DEL by one more. */
		word = (word | (word - UTF8_EACH(0x20)) | (word + UTF8_EACH(1))) & UTF8_EACH(0x80);
		if (word != 0) {
			p += utf8_count_low(word);
			return *p == '\n' || *p == '\t' ? p + 1 : p;
		}
		p += 8;
	}
	while (p < end && ((*p >= ' ' && *p < 0x7f) || *p == '\n' || *p == '\t'))
		p++;
	return p;
}

/* Is it a letter of two bytes, Latin, Cyrillic or Arabic, that is fine and plain? */
static inline bool
is_calm_pair(const char *p)
{
	guchar lead = (guchar)p[0], next = (guchar)p[1];

	if ((next & 0xc0) != 0x80)
		return false;
	return lead == 0xd0 || lead == 0xd1 || (lead >= 0xc3 && lead <= 0xcb) ||
	       (lead == 0xd8 && next >= 0xa0) || (lead == 0xd9 && next <= 0x8a);
}

/* Behind the letters of two bytes from p on, and the blanks and signs that stand alone between
 * them. */
static const char *
behind_pairs(const char *p, const char *end)
{
	while (end - p >= 2) {
		if (is_calm_pair(p))
			p += 2;
		else if (*p >= ' ' && *p < 0x7f && (guchar)p[1] >= 0x80)
			p++;
		else
			break;
	}
	return p;
}

/* Is it an ideograph or a syllable of Hangul that is fine and plain, as all that begin so are? */
static inline bool
is_calm_triple(const char *p, const char *end)
{
	guchar lead = (guchar)*p;

	return ((lead >= 0xe4 && lead <= 0xe9) || lead == 0xeb || lead == 0xec) && end - p >= 3 &&
	       utf8_continues(p[1]) && utf8_continues(p[2]);
}

/* The length of the character at p if it is fine, else 0; *plain becomes false where it is not
 * plain. */
static gsize
fine_length(const char *p, const char *end, bool *plain)
{
	gsize length = character_length(p, end);
	gunichar c = length > 0 ? utf8_at(p) : 0;

	if (length == 0 || may_be_refused(c))
		return 0;
	*plain = *plain && text_is_plain(c);
	return length;
}

/* Behind the characters from p on that are plainly fine; *plain becomes false if one was not plain.
 */
static const char *
behind_fine(const char *p, const char *end, bool *plain)
{
	while (p < end) {
		const char *start = p;

		if ((guchar)*p < 0x80)
			p = behind_ascii(p, end);
		else if ((guchar)*p < 0xe0)
			p = behind_pairs(p, end);
		else if (is_calm_triple(p, end))
			p += 3;
		if (p == start && (guchar)*p >= 0x80)
			p += fine_length(p, end, plain);
		if (p == start)
			break;
	}
	return p;
}

static gunichar
character_at(const char *p, const char *end)
{
	if (p < end && ((guchar)*p < 0x80 || character_length(p, end) > 0))
		return utf8_at(p);
	return 0;
}

/* Takes the character that reading stands at, or notes what it is refused as. */
static void
take_doubtful(struct reader *reader)
{
	const char *next = reader->p, *behind = reader->out->str + reader->out->len;
	gunichar c = utf8_take(&next);
	gunichar before = reader->out->len > 0 ? utf8_at(utf8_before(behind)) : 0;
	gunichar after = character_at(next, reader->end);
	struct refusal refusal = {.p = reader->p, .what = refused(c, before, after)};

	reader->plain = reader->plain && (refusal.what || text_is_plain(c));
	if (!refusal.what)
		g_string_append_len(reader->out, reader->p, next - reader->p);
	else if (c != '\r' || after != '\n')
		g_array_append_val(reader->refusals, refusal);
	reader->p = next;
}

/* Reads all; false where it stands at a byte that is not UTF-8. */
static bool
take_all(struct reader *reader)
{
	for (;;) {
		const char *fine = behind_fine(reader->p, reader->end, &reader->plain);

		g_string_append_len(reader->out, reader->p, fine - reader->p);
		reader->p = fine;
		if (fine == reader->end)
			return true;
		if ((guchar)*fine >= 0x80 && character_length(fine, reader->end) == 0)
			return false;
		take_doubtful(reader);
	}
}

/* Adds text-control for what was refused of the text from p on. */
static void
report_refusals(const GArray *refusals, const char *p, const char *file, struct diag_list *diags)
{
	struct loc at = {.file = file, .line = 1, .column = 1};

	for (guint i = 0; i < refusals->len; i++) {
		const struct refusal *refusal = &g_array_index(refusals, struct refusal, i);

		for (; p < refusal->p; p++) {
			if (*p == '\n')
				at = (struct loc){.file = file, .line = at.line + 1, .column = 1};
			else
				at.column += !utf8_continues(*p);
		}
		at.end_column = at.column + 1;
		diag_help(diag_add(diags, DIAG_TEXT_CONTROL, at, "%s U+%04X", refusal->what,
				   utf8_at(p)),
			  "delete it; retype the words beside it if they look wrong");
	}
}

/* Adds the character at p, or text-control for it, to what is kept; gives the next one. */
static const char *
keep_decoded(GString *kept, const char *text, const char *p, struct loc at, struct diag_list *diags)
{
	const char *next = p;
	gunichar c = utf8_take(&next);
	const char *what = refused(c, p > text ? utf8_at(utf8_before(p)) : 0, utf8_at(next));

	if (what)
		diag_help(diag_add(diags, DIAG_TEXT_CONTROL, at, "%s U+%04X, written as an escape",
				   what, c),
			  "delete it");
	else
		g_string_append_len(kept, p, next - p);
	return next;
}

char *
text_refuse_decoded(const char *text, gsize from, gsize to, struct loc at, struct diag_list *diags)
{
	const char *p = text + from, *end = text + to;
	bool plain = true;
	const char *fine = behind_fine(p, end, &plain);
	GString *kept;

	/* Nearly all. */
	if (fine == end)
		return NULL;
	kept = g_string_new(NULL);
	while (p < end) {
		g_string_append_len(kept, p, fine - p);
		p = fine;
		if (p < end)
			p = keep_decoded(kept, text, p, at, diags);
		fine = behind_fine(p, end, &plain);
	}
	return g_string_free(kept, kept->len == to - from);
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

/*
 * Is it in normalisation form C?  One note a file: whoever writes decomposed text writes all of it
 * so.
 */
static bool
check_normal(const GString *text, const char *file, struct diag_list *diags)
{
	const char *found = text_uncomposed(text->str, text->len), *line = text->str;
	struct loc at = {.file = file, .line = 1};

	if (!found)
		return true;
	for (const char *p = line; (p = memchr(p, '\n', (gsize)(found - p))); line = ++p)
		at.line++;
	at.column = text_column(line, (gsize)(found - line));
	diag_help(diag_add(diags, DIAG_TEXT_NFC, at, "letters and their marks stand apart here"),
		  "harmless in print, but searching may miss it; retype it or normalise the file "
		  "to NFC");
	return false;
}

GString *
text_read_form(GBytes *bytes, const char *file, struct diag_list *diags, bool *composed)
{
	gsize size = 0;
	const char *data = g_bytes_get_data(bytes, &size);
	g_autoptr(GArray) refusals = g_array_new(FALSE, FALSE, sizeof(struct refusal));
	struct reader reader = {.plain = true, .refusals = refusals};

	if (size >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0) {
		data += 3;
		size -= 3;
	}
	*composed = false;
	file = g_intern_string(file);
	reader.p = data;
	reader.end = data + size;
	reader.out = g_string_sized_new(size + 1);
	if (!take_all(&reader)) {
		refuse_encoding(data, reader.p, file, diags);
		g_string_free(reader.out, TRUE);
		return NULL;
	}
	report_refusals(refusals, data, file, diags);
	*composed = reader.plain || check_normal(reader.out, file, diags);
	return reader.out;
}

GString *
text_read(GBytes *bytes, const char *file, struct diag_list *diags)
{
	bool composed;

	return text_read_form(bytes, file, diags, &composed);
}

bool
text_is_utf8(const char *text, gsize size)
{
	bool plain = true;
	const char *end = text + size, *p = behind_fine(text, end, &plain);

	while (p < end) {
		gsize length = (guchar)*p < 0x80 ? 1 : character_length(p, end);

		if (length == 0)
			return false;
		p = behind_fine(p + length, end, &plain);
	}
	return true;
}

int
text_column(const char *line, gsize byte)
{
	int column = 1;

	/* Every byte that does not continue a character starts one. */
	for (gsize i = 0; i < byte && line[i]; i++)
		column += !utf8_continues(line[i]);
	return column;
}
