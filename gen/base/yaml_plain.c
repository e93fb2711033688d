/*
 * yaml_plain: the YAML that people write, read without the library.
 *
 * Blocks of `key: value` and `- value`, with plain or quoted texts, lists and mappings in brackets
 * that end in their line, folded texts, comments.  Whatever else there is, or may be wrong, is left
 * to the library, errors too: nothing is said here, and what is read here the library reads alike.
 */
#include <string.h>

#include "base/utf8.h"
#include "base/yaml_private.h"

enum { KEY_LIMIT = 128 };

/* A mapping or sequence in block style that is still open. */
struct level {
	gsize indent;
	enum yaml_type type;
};

struct plain {
	struct yaml_builder builder;
	const char *file;
	int number;		/* of the line */
	const char *line, *end; /* without its end of line */
	gsize inner;		/* bytes of the line so far that begin no character */
	struct level levels[YAML_DEPTH_LIMIT];
	guint depth;
	GString *folded;
};

/* The place of what starts at p; p and what comes before have been counted (inner). */
static struct loc
place(const struct plain *plain, const char *p)
{
	return (struct loc){.file = plain->file,
			    .line = plain->number,
			    .column = (int)((gsize)(p - plain->line) - plain->inner) + 1};
}

/* The place of a text in the line; counts it. */
static struct loc
place_of_text(struct plain *plain, const char *text, gsize size)
{
	struct loc at = place(plain, text);

	if (size == 0)
		return at;
	plain->inner += utf8_count_continuing(text, size);
	at.end_column = place(plain, text + size).column;
	return at;
}

/* As place_of_text, of a single sign. */
static struct loc
place_of_sign(const struct plain *plain, const char *p)
{
	struct loc at = place(plain, p);

	at.end_column = at.column + 1;
	return at;
}

static const char *
skip_blanks(const struct plain *plain, const char *p)
{
	while (p < plain->end && *p == ' ')
		p++;
	return p;
}

/* Is there nothing from p on but blanks, or a comment behind one? */
static bool
is_rest_empty(const struct plain *plain, const char *p)
{
	const char *next = skip_blanks(plain, p);

	return next == plain->end || (*next == '#' && next > p);
}

static void
put_text(struct plain *plain, const char *text, gsize size, bool quoted)
{
	struct loc at = place_of_text(plain, text, size);

	yaml_put_scalar(&plain->builder, yaml_keep(&plain->builder, text, size), at, quoted);
}

/* ---- values; each returns what comes behind it, NULL where it is none of ours ---- */

static const char *
read_quoted(struct plain *plain, const char *p)
{
	const char *text = p + 1;
	const char *close = memchr(text, *p, (gsize)(plain->end - text));

	if (!close || (*p == '"' && memchr(text, '\\', (gsize)(close - text))) ||
	    (*p == '\'' && close[1] == '\''))
		return NULL;
	put_text(plain, text, (gsize)(close - text), true);
	return close + 1;
}

/* Can a plain text begin here, and be nothing else? */
static bool
starts_text(const char *p)
{
	return g_ascii_isalnum(*p) || (guchar)*p >= 0x80 || (*p && strchr("(/.+<~_$", *p)) ||
	       (*p == '-' && g_ascii_isalnum(p[1]));
}

/* Puts the text up to an end, less the blanks before it. */
static const char *
put_plain(struct plain *plain, const char *p, const char *end)
{
	gsize size = (gsize)(end - p);

	while (p[size - 1] == ' ')
		size--;
	put_text(plain, p, size, false);
	return p + size;
}

/* A plain text up to the end of the line or a comment. */
static const char *
read_text(struct plain *plain, const char *p)
{
	const char *end = plain->end, *sign;

	if (!starts_text(p))
		return NULL;
	for (sign = p; (sign = memchr(sign, '#', (gsize)(end - sign))); sign++) {
		if (sign[-1] == ' ') {
			end = sign;
			break;
		}
	}
	for (sign = p; (sign = memchr(sign, ':', (gsize)(end - sign))); sign++) {
		if (sign + 1 == plain->end || sign[1] == ' ')
			return NULL;
	}
	return put_plain(plain, p, end);
}

/* A plain text in brackets, up to the sign that ends it there. */
static const char *
read_text_within(struct plain *plain, const char *p)
{
	const char *end = p;

	if (!starts_text(p))
		return NULL;
	for (; end < plain->end && !strchr(",]}", *end); end++) {
		if (strchr("[{", *end) || (*end == '#' && end[-1] == ' ') ||
		    (*end == ':' && strchr(" ,[]{}\n", end[1])))
			return NULL;
	}
	return end < plain->end ? put_plain(plain, p, end) : NULL;
}

/* Bytes of the key at p, which a colon and a blank or nothing follow; 0 where there is none. */
static gsize
key_length(const struct plain *plain, const char *p)
{
	gsize n = 0;

	while (g_ascii_isalnum(p[n]) || (n > 0 && p[n] && strchr("-_./", p[n])))
		n++;
	if (n > KEY_LIMIT || p[n] != ':' || (p + n + 1 < plain->end && p[n + 1] != ' '))
		return 0;
	return n;
}

/* Behind a key and its colon; NULL where there is none, or it is not new. */
static const char *
read_key(struct plain *plain, const char *p)
{
	gsize length = key_length(plain, p);
	const char *key;

	if (length == 0)
		return NULL;
	key = yaml_keep(&plain->builder, p, length);
	if (yaml_put_key(&plain->builder, key, place_of_text(plain, p, length)))
		return NULL;
	return p + length + 1;
}

/* A value in brackets, or one of those within. */
static const char *
read_within(struct plain *plain, const char *p)
{
	char close = *p == '{' ? '}' : ']';

	if (*p == '"' || *p == '\'')
		return read_quoted(plain, p);
	if (*p != '{' && *p != '[')
		return read_text_within(plain, p);
	if (!yaml_open(&plain->builder, *p == '{' ? YAML_MAPPING : YAML_SEQUENCE,
		       place_of_sign(plain, p)))
		return NULL;
	p = skip_blanks(plain, p + 1);
	for (bool more = p == plain->end || *p != close; more; p = skip_blanks(plain, p + more)) {
		if (close == '}' && !(p = read_key(plain, p)))
			return NULL;
		p = read_within(plain, skip_blanks(plain, p));
		if (!p)
			return NULL;
		p = skip_blanks(plain, p);
		if (p == plain->end || (*p != ',' && *p != close))
			return NULL;
		more = *p == ',';
	}
	yaml_close(&plain->builder);
	return p + 1;
}

/* A value that ends in its line. */
static bool
read_value(struct plain *plain, const char *p)
{
	if (*p == '{' || *p == '[' || *p == '"' || *p == '\'')
		p = read_within(plain, p);
	else
		p = read_text(plain, p);
	return p && is_rest_empty(plain, p);
}

/* ---- lines ---- */

/* The next line; false where there is none. */
static bool
next_line(struct plain *plain)
{
	if (!*plain->end || !plain->end[1])
		return false;
	plain->line = plain->end + 1;
	plain->end = strchrnul(plain->line, '\n');
	plain->number++;
	plain->inner = 0;
	return true;
}

/*
 * A folded text below ">-", its lines alike: as deep, and without blanks at their ends.  Stands at
 * its last line then.
 */
static bool
read_folded(struct plain *plain, gsize above)
{
	struct plain ahead = *plain;
	struct loc at = {.file = plain->file, .line = plain->number + 1, .column = 1};
	gsize indent = 0;

	g_string_truncate(plain->folded, 0);
	while (next_line(&ahead)) {
		const char *p = skip_blanks(&ahead, ahead.line);

		if (p == ahead.end || *p == '#' || ahead.end[-1] == ' ' || !*ahead.end)
			return false;
		if ((gsize)(p - ahead.line) <= above)
			break;
		if (indent == 0)
			indent = (gsize)(p - ahead.line);
		else
			g_string_append_c(plain->folded, ' ');
		if ((gsize)(p - ahead.line) != indent)
			return false;
		g_string_append_len(plain->folded, p, ahead.end - p);
		plain->line = ahead.line;
		plain->end = ahead.end;
		plain->number = ahead.number;
	}
	if (indent == 0)
		return false;
	yaml_put_scalar(&plain->builder,
			yaml_keep(&plain->builder, plain->folded->str, plain->folded->len), at,
			true);
	return true;
}

static bool
open_level(struct plain *plain, enum yaml_type type, const char *p)
{
	if (!yaml_open(&plain->builder, type, place(plain, p)))
		return false;
	plain->levels[plain->depth++] =
		(struct level){.indent = (gsize)(p - plain->line), .type = type};
	return true;
}

static void
close_level(struct plain *plain)
{
	yaml_close(&plain->builder);
	plain->depth--;
}

/* A key that has nothing behind it and nothing below it has an empty text. */
static void
settle_key(struct plain *plain)
{
	if (yaml_innermost(&plain->builder)->key)
		yaml_put_scalar(&plain->builder, "", LOC_NONE, false);
}

/* Closes what a line at an indent ends, and opens what it begins; false where it fits nowhere. */
static bool
find_level(struct plain *plain, enum yaml_type type, const char *p)
{
	gsize indent = (gsize)(p - plain->line);
	const struct level *level = &plain->levels[plain->depth - 1];

	if (plain->depth == 0)
		return open_level(plain, type, p);
	if (yaml_innermost(&plain->builder)->key) {
		if (indent > level->indent || (indent == level->indent && type == YAML_SEQUENCE))
			return open_level(plain, type, p);
		settle_key(plain);
	}
	while (indent < level->indent ||
	       (indent == level->indent && type == YAML_MAPPING && level->type == YAML_SEQUENCE)) {
		close_level(plain);
		if (plain->depth == 0)
			return false;
		level--;
	}
	return indent == level->indent && type == level->type;
}

/* A key, and its value if that is in its line. */
static bool
read_pair(struct plain *plain, const char *p)
{
	p = read_key(plain, p);
	if (!p)
		return false;
	if (is_rest_empty(plain, p))
		return true;
	p = skip_blanks(plain, p);
	if (p[0] == '>' && p[1] == '-' && p + 2 == plain->end)
		return read_folded(plain, plain->levels[plain->depth - 1].indent);
	return read_value(plain, p);
}

/* What is behind the dash of an item: the first key of a mapping, or a value. */
static bool
read_item(struct plain *plain, const char *p)
{
	p = skip_blanks(plain, p + 1);
	if (p == plain->end)
		return false;
	if (key_length(plain, p) == 0)
		return read_value(plain, p);
	return open_level(plain, YAML_MAPPING, p) && read_pair(plain, p);
}

static bool
read_line(struct plain *plain, const char *p)
{
	if (p[0] == '-' && p[1] == ' ')
		return find_level(plain, YAML_SEQUENCE, p) && read_item(plain, p);
	return find_level(plain, YAML_MAPPING, p) && read_pair(plain, p);
}

static bool
read_lines(struct plain *plain)
{
	do {
		const char *p = skip_blanks(plain, plain->line);

		if (p < plain->end && *p != '#' && !read_line(plain, p))
			return false;
	} while (next_line(plain));
	if (plain->depth == 0)
		return false;
	settle_key(plain);
	return true;
}

struct yaml_tree *
yaml_read_plain(const char *text, const char *file, int line_offset)
{
	struct plain plain = {.file = g_intern_string(file),
			      .number = 1 + line_offset,
			      .line = text,
			      .end = strchrnul(text, '\n')};
	struct yaml_tree *tree;
	bool read;

	if (strchr(text, '\t'))
		return NULL;
	plain.folded = g_string_new(NULL);
	yaml_build(&plain.builder);
	read = read_lines(&plain);
	tree = yaml_build_end(&plain.builder, read);
	g_string_free(plain.folded, TRUE);
	if (read)
		return tree;
	yaml_free(tree);
	return NULL;
}
