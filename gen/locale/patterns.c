/* patterns: see patterns.h. */
#include "locale/patterns.h"

#include <stdlib.h>
#include <string.h>

#define BUCKETS 65536

/* Its letters; then what each place between them is worth, one more than there are letters. */
struct pattern {
	const char *letters; /* ended by a NUL, then the values */
	guint n;	     /* letters */
	bool changes;	     /* breaks by it change the spelling */
};

/* Patterns by their first two bytes; those of one bucket are sorted when they are first wanted. */
struct level {
	GArray *patterns;  /* struct pattern */
	guint *starts;	   /* by bucket, and the end */
	bool *sorted;	   /* by bucket */
	bool begins[256];  /* some pattern begins with the byte */
	GPtrArray *pieces; /* what a text holds, char *, is not broken before or after */
};

struct patterns {
	char *charset, *text; /* letters and values are written over the text read */
	bool utf8;
	int left, right, inner_left, inner_right; /* inner: at the joints of compounds */
	struct level levels[2];			  /* of compounds, of words */
	guint n_levels;
};

/* ---- reading ---- */

static guint
bucket_of(const char *letters)
{
	return (guint)(guint8)letters[0] << 8 | (letters[0] ? (guint8)letters[1] : 0);
}

/* "1ab2c" at line becomes "abc", NUL, "1020": there is room, for a value is a digit or nothing. */
static void
read_pattern(struct level *level, const char *line, char **out)
{
	struct pattern pattern = {.letters = *out, .changes = strchr(line, '/') != NULL};
	const char *p;
	char *values;
	guint k = 0;

	for (p = line; (guint8)*p > ' ' && *p != '/'; p++)
		if (*p < '0' || *p > '9')
			(*out)[pattern.n++] = *p;
	values = *out + pattern.n;
	*values++ = '\0';
	memset(values, '0', pattern.n + 1);
	for (p = line; (guint8)*p > ' ' && *p != '/'; p++) {
		if (*p < '0' || *p > '9')
			k++;
		else
			values[k] = *p;
	}
	*out = values + pattern.n + 1;
	if (pattern.n > 0)
		g_array_append_val(level->patterns, pattern);
}

/* "NOHYPHEN -,'" */
static void
read_pieces(struct level *level, const char *list)
{
	g_auto(GStrv) pieces = g_strsplit(list, ",", -1);

	for (gsize i = 0; pieces[i]; i++)
		if (*g_strstrip(pieces[i]))
			g_ptr_array_add(level->pieces, g_strdup(pieces[i]));
}

static bool
read_number(const char *line, const char *name, int *number)
{
	if (!g_str_has_prefix(line, name))
		return false;
	*number = atoi(line + strlen(name));
	return true;
}

static void
read_line(struct patterns *patterns, struct level *level, const char *line, char **out)
{
	static const char no[] = "NOHYPHEN";

	if (read_number(line, "LEFTHYPHENMIN", &patterns->left) ||
	    read_number(line, "RIGHTHYPHENMIN", &patterns->right) ||
	    read_number(line, "COMPOUNDLEFTHYPHENMIN", &patterns->inner_left) ||
	    read_number(line, "COMPOUNDRIGHTHYPHENMIN", &patterns->inner_right))
		return;
	if (g_str_has_prefix(line, no))
		read_pieces(level, line + strlen(no));
	else if (*line != '%')
		read_pattern(level, line, out);
}

/* Put the patterns of each bucket together, in the order they were read. */
static void
fill_buckets(struct level *level)
{
	GArray *filled =
		g_array_sized_new(FALSE, FALSE, sizeof(struct pattern), level->patterns->len);
	guint *next = g_new0(guint, BUCKETS + 1);

	level->sorted = g_new0(bool, BUCKETS);
	for (guint i = 0; i < level->patterns->len; i++) {
		const char *letters = g_array_index(level->patterns, struct pattern, i).letters;

		level->begins[(guint8)letters[0]] = true;
		next[bucket_of(letters) + 1]++;
	}
	for (guint i = 0; i < BUCKETS; i++)
		next[i + 1] += next[i];
	level->starts = g_memdup2(next, (BUCKETS + 1) * sizeof *next);
	g_array_set_size(filled, level->patterns->len);
	for (guint i = 0; i < level->patterns->len; i++) {
		struct pattern pattern = g_array_index(level->patterns, struct pattern, i);

		g_array_index(filled, struct pattern, next[bucket_of(pattern.letters)]++) = pattern;
	}
	g_free(next);
	g_array_unref(level->patterns);
	level->patterns = filled;
}

static struct level *
add_level(struct patterns *patterns)
{
	struct level *level = &patterns->levels[patterns->n_levels++];

	level->patterns = g_array_new(FALSE, FALSE, sizeof(struct pattern));
	level->pieces = g_ptr_array_new_with_free_func(g_free);
	return level;
}

/* Where a dictionary has no level for compounds, they are parted at hyphens and apostrophes. */
static void
add_default_level(struct patterns *patterns, char *out)
{
	static const char *const lines[] = {"NOHYPHEN ',-",	      "1-1",	  "1'1",
					    "NOHYPHEN \u2013,\u2019", "1\u20131", "1\u20191"};
	gsize n = patterns->utf8 ? G_N_ELEMENTS(lines) : 3;
	struct level *level;

	patterns->levels[1] = patterns->levels[0];
	patterns->n_levels = 0;
	level = add_level(patterns);
	patterns->n_levels = 2;
	for (gsize i = 0; i < n; i++)
		read_line(patterns, level, lines[i], &out);
	if (patterns->inner_left == 0)
		patterns->inner_left = patterns->left ? patterns->left : 3;
	if (patterns->inner_right == 0)
		patterns->inner_right = patterns->right ? patterns->right : 3;
}

/* A pattern of n bytes takes at most 2 n + 2, so it cannot be written over the line. */
static void
read_lines(struct patterns *patterns, char *line, gsize size)
{
	struct level *level = add_level(patterns);
	char *out = g_malloc(2 * size + 64), *end;

	patterns->text = out;
	for (; *line; line = end) {
		end = line + strcspn(line, "\n");
		if (*end)
			*end++ = '\0';
		if (!patterns->charset)
			patterns->charset = g_strdup(g_strchomp(line));
		else if (g_str_has_prefix(line, "NEXTLEVEL") && patterns->n_levels < 2)
			level = add_level(patterns);
		else
			read_line(patterns, level, line, &out);
	}
	if (!patterns->charset)
		patterns->charset = g_strdup("");
	patterns->utf8 = strcmp(patterns->charset, "UTF-8") == 0;
	if (patterns->n_levels == 1)
		add_default_level(patterns, out);
	for (guint i = 0; i < patterns->n_levels; i++)
		fill_buckets(&patterns->levels[i]);
}

struct patterns *
patterns_load(const char *path)
{
	g_autofree char *text = NULL;
	struct patterns *patterns;
	gsize size = 0;

	if (!g_file_get_contents(path, &text, &size, NULL) || size == 0)
		return NULL;
	patterns = g_new0(struct patterns, 1);
	read_lines(patterns, text, size);
	return patterns;
}

void
patterns_free(struct patterns *patterns)
{
	if (!patterns)
		return;
	for (guint i = 0; i < patterns->n_levels; i++) {
		g_array_unref(patterns->levels[i].patterns);
		g_ptr_array_unref(patterns->levels[i].pieces);
		g_free(patterns->levels[i].starts);
		g_free(patterns->levels[i].sorted);
	}
	g_free(patterns->charset);
	g_free(patterns->text);
	g_free(patterns);
}

const char *
patterns_charset(const struct patterns *patterns)
{
	return patterns->charset;
}

int
patterns_left(const struct patterns *patterns)
{
	return patterns->left;
}

int
patterns_right(const struct patterns *patterns)
{
	return patterns->right;
}

/* ---- finding ---- */

/* Of equal ones the later counts, so it comes first. */
static int
pattern_compare(const void *a, const void *b)
{
	const struct pattern *x = a, *y = b;
	int order = strcmp(x->letters, y->letters);

	return order ? order : x->letters < y->letters ? 1 : -1;
}

/*
 * The first pattern at or after the n letters, in their bucket; NULL where none begins with them.
 */
static const struct pattern *
find_pattern(struct level *level, const char *letters, gsize n)
{
	guint bucket = (guint)(guint8)letters[0] << 8 | (n > 1 ? (guint8)letters[1] : 0);
	guint low = level->starts[bucket], high = level->starts[bucket + 1], end = high;
	struct pattern *patterns = (struct pattern *)(void *)level->patterns->data;

	if (!level->sorted[bucket])
		qsort(patterns + low, high - low, sizeof *patterns, pattern_compare);
	level->sorted[bucket] = true;
	while (low < high) {
		guint middle = (low + high) / 2;

		if (strncmp(patterns[middle].letters, letters, n) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < end && strncmp(patterns[low].letters, letters, n) == 0 ? &patterns[low] : NULL;
}

/* What is known of the places between the letters of a word, while patterns are looked for. */
struct marks {
	char *values;  /* after each byte: odd for a break */
	bool *changes; /* that would change the spelling */
};

/* offset: of the place before its first letter. */
static void
apply(const struct pattern *pattern, const struct marks *marks, gssize offset)
{
	const char *values = pattern->letters + pattern->n + 1;

	for (guint k = 0; k <= pattern->n; k++) {
		gssize at = offset + (gssize)k;

		if (values[k] == '0' || at < 0 || marks->values[at] >= values[k])
			continue;
		marks->values[at] = values[k];
		marks->changes[at] = pattern->changes;
	}
}

/*
 * At each letter the longest beginning of a pattern that ends there is looked at, and counts if it
 * is a pattern: dictionaries are made so that it holds what shorter ones say.
 */
static void
mark(struct level *level, const char *word, gsize size, const struct marks *marks)
{
	g_autofree char *dotted = g_strdup_printf(".%.*s.", (int)size, word);
	gsize from = 0;

	memset(marks->values, '0', size + 2);
	memset(marks->changes, 0, (size + 2) * sizeof(bool));
	for (gsize i = 0; i < size + 2; i++) {
		const struct pattern *found = NULL;

		for (; from < i && !found; from += found ? 0 : 1)
			found = find_pattern(level, dotted + from, i + 1 - from);
		if (from == i && !found) {
			found = find_pattern(level, dotted + i, 1);
			from += level->begins[(guint8)dotted[i]] ? 0 : 1;
		}
		if (found && found->n == i + 1 - from)
			apply(found, marks, (gssize)from - 1);
	}
	/* So far what stands before each byte. */
	for (gsize i = 0; i + 1 < size; i++) {
		marks->values[i] = marks->values[i + 1];
		marks->changes[i] = marks->changes[i + 1];
	}
	if (size > 0)
		marks->values[size - 1] = '0';
}

static bool
begins_character(const struct patterns *patterns, char byte)
{
	return !patterns->utf8 || ((guint8)byte & 0xC0) != 0x80;
}

/* No break before the first characters are over. */
static void
clear_left(const struct patterns *patterns, const char *word, gsize size, char *values, int least)
{
	gsize i = 0;

	for (int n = 1; n < least && i < size; n++)
		do
			values[i++] = '0';
		while (i < size && !begins_character(patterns, word[i]));
}

static void
clear_right(const struct patterns *patterns, const char *word, gsize size, char *values, int least)
{
	int n = 0;

	for (gsize i = size; n < least && i-- > 1;) {
		values[i] = '0';
		n += begins_character(patterns, word[i]) ? 1 : 0;
	}
}

/* A word, or a part of a compound: is its beginning and its end that of the word? */
struct part {
	const char *text;
	gsize size;
	bool first, last;
};

struct least {
	int left, right;
};

static void hyphenate(struct patterns *patterns, const struct part *part, const struct least *inner,
		      const struct marks *marks);

/* From begin to the byte at, after which the compound is parted or ends. */
static void
hyphenate_part(struct patterns *patterns, const struct part *word, gsize begin, gsize at,
	       const struct least *inner, const struct marks *marks)
{
	const struct part part = {word->text + begin, at - begin + 1, begin == 0 && word->first,
				  !(marks->values[at] & 1) && word->last};
	g_autofree char *values = g_malloc(part.size + 2);
	g_autofree bool *changes = g_new(bool, part.size + 2);

	hyphenate(patterns, &part, inner, &(struct marks){values, changes});
	memcpy(marks->values + begin, values, at - begin);
	memcpy(marks->changes + begin, changes, (at - begin) * sizeof(bool));
}

static void
hyphenate(struct patterns *patterns, const struct part *part, const struct least *inner,
	  const struct marks *marks)
{
	gsize begin = 0;

	mark(&patterns->levels[0], part->text, part->size, marks);
	for (gsize i = 0; i < part->size; i++) {
		if (!(marks->values[i] & 1) && !(begin > 0 && i + 1 == part->size))
			continue;
		/* One letter is no part. */
		if (i == begin && i > 0 && i + 1 == part->size)
			marks->values[i - 1] = '0';
		if (i > begin)
			hyphenate_part(patterns, part, begin, i, inner, marks);
		begin = i + 1;
	}
	if (begin > 0)
		return;
	mark(&patterns->levels[1], part->text, part->size, marks);
	if (!part->first)
		clear_left(patterns, part->text, part->size, marks->values, inner->left);
	if (!part->last)
		clear_right(patterns, part->text, part->size, marks->values, inner->right);
}

/* No break after a piece that wants none, nor before it. */
static void
clear_pieces(const GPtrArray *pieces, const char *word, char *values)
{
	for (guint i = 0; i < pieces->len; i++) {
		const char *piece = pieces->pdata[i];

		for (const char *p = word; (p = strstr(p, piece)) != NULL; p++) {
			values[(gsize)(p - word) + strlen(piece) - 1] = '0';
			if (p > word)
				values[p - word - 1] = '0';
		}
	}
}

void
patterns_word(struct patterns *patterns, const char *word, gsize size, int left, int right,
	      bool *breaks)
{
	const struct part whole = {word, size, true, true};
	const struct least inner = {MAX(left, patterns->inner_left),
				    MAX(right, patterns->inner_right)};
	g_autofree char *values = g_malloc(size + 2);
	g_autofree bool *changes = g_new(bool, size + 2);

	hyphenate(patterns, &whole, &inner, &(struct marks){values, changes});
	clear_left(patterns, word, size, values, MAX(left, patterns->left));
	clear_right(patterns, word, size, values, MAX(right, patterns->right));
	clear_pieces(patterns->levels[0].pieces, word, values);
	for (gsize i = 0; i < size; i++)
		breaks[i] = (values[i] & 1) && !changes[i];
}
