/* codes: the text of a unit parted into words to translate and codes that must not be touched. */
#include "translation/codes.h"

#include <stdbool.h>
#include <string.h>

enum { DEPTH_MOST = 20 };

struct splitter {
	GPtrArray *codes;
	const char *start; /* of the unit's text */
	const char *words; /* where the words began that no code has ended yet; NULL: none */
	bool table;
	int depth; /* links within links are none, images within links are */
};

static void split(struct splitter *splitter, const char *p, const char *end);

static void
code_free(gpointer data)
{
	struct code *code = data;

	g_free(code->text);
	g_free(code);
}

static struct code *
push(struct splitter *splitter, enum code_kind kind, const char *text, gsize length)
{
	struct code *code = g_new0(struct code, 1);

	code->kind = kind;
	code->text = g_strndup(text, length);
	g_ptr_array_add(splitter->codes, code);
	return code;
}

/* Words up to here are a piece. */
static void
end_words(struct splitter *splitter, const char *here)
{
	if (splitter->words)
		push(splitter, CODE_WORDS, splitter->words, (gsize)(here - splitter->words));
	splitter->words = NULL;
}

/* A code; its index. */
static guint
add(struct splitter *splitter, enum code_kind kind, const char *text, gsize length)
{
	end_words(splitter, text);
	push(splitter, kind, text, length);
	return splitter->codes->len - 1;
}

static void
add_words(struct splitter *splitter, const char *text)
{
	if (!splitter->words)
		splitter->words = text;
}

static struct code *
code_at(const GPtrArray *codes, guint index)
{
	return g_ptr_array_index(codes, index);
}

static void
tie(struct splitter *splitter, guint open, guint close)
{
	code_at(splitter->codes, open)->partner = close;
	code_at(splitter->codes, close)->partner = open;
}

/* ---- what stands between marks ---- */

/* Behind the code span that begins at p, or NULL. */
static const char *
span_end(const char *p, const char *end)
{
	gsize ticks = strspn(p, "`");

	for (const char *q = p + ticks; q < end; q++) {
		gsize run = strspn(q, "`");

		if (run == ticks)
			return q + run;
		if (run > 0)
			q += run - 1;
	}
	return NULL;
}

/* The bracket or parenthesis that closes the one at p, or NULL. */
static const char *
closing(const char *p, const char *end)
{
	const char open = *p, close = open == '[' ? ']' : ')';
	int depth = 0;

	for (; p < end; p++) {
		const char *behind = *p == '`' && open == '[' ? span_end(p, end) : NULL;

		if (behind)
			p = behind - 1;
		else if (*p == '\\' && p + 1 < end)
			p++;
		else if (*p == open)
			depth++;
		else if (*p == close && --depth == 0)
			return p;
	}
	return NULL;
}

/* The title within "(photo.jpg "Title")": its words; NULL for none. */
static const char *
find_title(const char *open, const char *close, const char **title_end)
{
	const char *last = close - 1;

	while (last > open && g_ascii_isspace(*last))
		last--;
	if (last <= open + 1 || (*last != '"' && *last != '\''))
		return NULL;
	*title_end = last;
	for (const char *p = open + 1; p < last; p++) {
		if (*p == *last && g_ascii_isspace(p[-1]))
			return p + 1;
	}
	return NULL;
}

/* "](photo.jpg "Title")": the title is words between two codes. */
static guint
add_close(struct splitter *splitter, const char *bracket, const char *close)
{
	const char *title_end = NULL, *title = find_title(bracket + 1, close, &title_end);
	guint index;

	if (!title)
		return add(splitter, CODE_CLOSE, bracket, (gsize)(close + 1 - bracket));
	index = add(splitter, CODE_CLOSE, bracket, (gsize)(title - bracket));
	if (title_end > title)
		add_words(splitter, title);
	add(splitter, CODE_ALONE, title_end, (gsize)(close + 1 - title_end));
	return index;
}

/* A link or image at p; behind it, or NULL where there is none. */
static const char *
split_link(struct splitter *splitter, const char *p, const char *end)
{
	const char *bracket = *p == '!' ? p + 1 : p, *middle, *close = NULL;
	guint open;

	middle = bracket < end && *bracket == '[' && splitter->depth < DEPTH_MOST
			 ? closing(bracket, end)
			 : NULL;
	if (middle && middle + 1 < end && middle[1] == '(')
		close = closing(middle + 1, end);
	if (!close)
		return NULL;
	if (middle == bracket + 1) {
		add(splitter, CODE_ALONE, p, (gsize)(close + 1 - p));
		return close + 1;
	}
	open = add(splitter, CODE_OPEN, p, (gsize)(bracket + 1 - p));
	splitter->depth++;
	split(splitter, bracket + 1, middle);
	splitter->depth--;
	tie(splitter, open, add_close(splitter, middle, close));
	return close + 1;
}

/* "[^1]" or, where the unit begins, "[^1]: ". */
static const char *
split_note(struct splitter *splitter, const char *p, const char *end)
{
	const char *close = p + 1 < end && p[1] == '^' ? closing(p, end) : NULL;
	const char *behind;

	if (!close || close == p + 2 || memchr(p, ' ', (gsize)(close - p)))
		return NULL;
	behind = close + 1;
	if (p == splitter->start && behind < end && *behind == ':') {
		behind++;
		while (behind < end && *behind == ' ')
			behind++;
	}
	add(splitter, CODE_ALONE, p, (gsize)(behind - p));
	return behind;
}

/* ---- tables ---- */

/* "|---|:--:|" from p to its line's end. */
static bool
is_rule(const char *p, const char *end)
{
	gsize length = strcspn(p, "\n");

	return p + length <= end && strspn(p, "|:- \t") == length && memchr(p, '-', length) != NULL;
}

/* The bars between two cells with what is around them, line ends and the rule among it. */
static const char *
split_bars(struct splitter *splitter, const char *p, const char *end)
{
	const char *q = p;

	for (;;) {
		while (q < end && strchr(" \t|\n", *q))
			q++;
		if (q < end && q > splitter->start && q[-1] == '|' && is_rule(q, end)) {
			q += strcspn(q, "\n");
			continue;
		}
		break;
	}
	if (!memchr(p, '|', (gsize)(q - p)))
		return NULL;
	add(splitter, CODE_ALONE, p, (gsize)(q - p));
	return q;
}

/* ---- emphasis ---- */

/* Asterisks at p open (1), close (-1), or are words (0). */
static int
side_of(const struct splitter *splitter, const char *p, gsize run, const char *end)
{
	bool blank_before = p == splitter->start || g_ascii_isspace(p[-1]);
	bool blank_behind = p + run >= end || g_ascii_isspace(p[run]);

	if (run > 2 || blank_before == blank_behind)
		return run > 2 || blank_before ? 0 : -1;
	return blank_before ? 1 : -1;
}

/* The last run of as many asterisks since `first` that waits for its end; -1 if there is none. */
static int
waiting(const struct splitter *splitter, guint first, gsize run)
{
	for (guint i = splitter->codes->len; i-- > first;) {
		const struct code *code = code_at(splitter->codes, i);

		if (code->kind == CODE_OPEN && code->partner == 0 && *code->text == '*' &&
		    strlen(code->text) == run)
			return (int)i;
	}
	return -1;
}

static const char *
split_stars(struct splitter *splitter, const char *p, const char *end, guint first)
{
	gsize run = strspn(p, "*");
	int side = side_of(splitter, p, run, end);
	int open = side < 0 ? waiting(splitter, first, run) : -1;

	if (open >= 0)
		tie(splitter, (guint)open, add(splitter, CODE_CLOSE, p, run));
	else if (side > 0)
		add(splitter, CODE_OPEN, p, run);
	else
		return NULL;
	return p + run;
}

/* ---- all of it ---- */

static const char *
split_one(struct splitter *splitter, const char *p, const char *end, guint first)
{
	const char *behind = NULL;

	switch (*p) {
	case '`':
		behind = span_end(p, end);
		if (behind)
			add(splitter, CODE_ALONE, p, (gsize)(behind - p));
		return behind;
	case '[':
		behind = split_note(splitter, p, end);
		return behind ? behind : split_link(splitter, p, end);
	case '!':
		return split_link(splitter, p, end);
	case '*':
		return split_stars(splitter, p, end, first);
	case ' ':
	case '|':
	case '\n':
		return splitter->table ? split_bars(splitter, p, end) : NULL;
	default:
		return NULL;
	}
}

static void
split(struct splitter *splitter, const char *p, const char *end)
{
	guint first = splitter->codes->len;

	while (p < end) {
		const char *behind = split_one(splitter, p, end, first);
		gsize length = *p == '\\' && p + 1 < end ? 2 : 1;

		if (!behind) {
			add_words(splitter, p);
			behind = p + length;
		}
		p = behind;
	}
	if (splitter->depth > 0)
		end_words(splitter, end);
	/* Asterisks that nothing closes are asterisks. */
	for (guint i = first; i < splitter->codes->len; i++) {
		struct code *code = code_at(splitter->codes, i);

		if (code->kind == CODE_OPEN && code->partner == 0 && *code->text == '*')
			code->kind = CODE_WORDS;
	}
}

/* Pairs must nest: one that reaches out of another is no pair. */
static void
drop_crossing(GPtrArray *codes)
{
	g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint));

	for (guint i = 0; i < codes->len; i++) {
		struct code *code = code_at(codes, i);

		if (code->kind == CODE_OPEN)
			g_array_append_val(open, i);
		while (code->kind == CODE_CLOSE) {
			guint last = g_array_index(open, guint, open->len - 1);

			g_array_set_size(open, open->len - 1);
			if (last == code->partner)
				break;
			code_at(codes, code_at(codes, last)->partner)->kind = CODE_WORDS;
			code_at(codes, last)->kind = CODE_WORDS;
		}
	}
}

GPtrArray *
codes_split(const char *text, enum unit_kind kind)
{
	struct splitter splitter = {.codes = g_ptr_array_new_with_free_func(code_free),
				    .start = text,
				    .table = kind == UNIT_TABLE};
	int id = 0;

	if (kind == UNIT_CODE)
		add(&splitter, CODE_ALONE, text, strlen(text));
	else
		split(&splitter, text, text + strlen(text));
	end_words(&splitter, text + strlen(text));
	drop_crossing(splitter.codes);
	for (guint i = 0; i < splitter.codes->len; i++) {
		struct code *code = code_at(splitter.codes, i);

		if (code->kind == CODE_OPEN || code->kind == CODE_ALONE)
			code->id = ++id;
		else if (code->kind == CODE_CLOSE)
			code->id = code_at(splitter.codes, code->partner)->id;
	}
	return splitter.codes;
}

char *
code_key(const GPtrArray *codes, const struct code *code)
{
	const char *close = code->kind == CODE_OPEN ? code_at(codes, code->partner)->text : "";

	return g_strconcat(code->text, "\n", close, NULL);
}
