/* word_diff: what was added to a text and taken from it, word by word. */
#include "translation/word_diff.h"

#include <string.h>

/* Texts with more pairs of words than this are shown as one change. */
enum { CELLS_MOST = 1 << 22 };

static void
run_free(gpointer data)
{
	struct word_run *run = data;

	g_free(run->text);
	g_free(run);
}

/* Han and Hiragana have no blanks between words: each character is one. */
static gboolean
stands_alone(gunichar c)
{
	switch (g_unichar_get_script(c)) {
	case G_UNICODE_SCRIPT_HAN:
	case G_UNICODE_SCRIPT_HIRAGANA:
	case G_UNICODE_SCRIPT_KATAKANA:
	case G_UNICODE_SCRIPT_THAI:
		return TRUE;
	default:
		return FALSE;
	}
}

static const char *
word_end(const char *p)
{
	if (stands_alone(g_utf8_get_char(p)))
		return g_utf8_next_char(p);
	while (*p && !g_unichar_isspace(g_utf8_get_char(p)) && !stands_alone(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	while (*p && g_unichar_isspace(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	return p;
}

/* Words with the blanks behind them. */
static GPtrArray *
split(const char *text)
{
	GPtrArray *words = g_ptr_array_new_with_free_func(g_free);

	for (const char *p = text; *p;) {
		const char *end = word_end(p);

		if (end == p)
			end = g_utf8_next_char(p);
		g_ptr_array_add(words, g_strndup(p, (gsize)(end - p)));
		p = end;
	}
	return words;
}

/* The last word of a text lacks the blank that it has elsewhere. */
static gboolean
same_word(const char *a, const char *b)
{
	gsize n = strlen(a), m = strlen(b);

	while (n > 0 && g_ascii_isspace(a[n - 1]))
		n--;
	while (m > 0 && g_ascii_isspace(b[m - 1]))
		m--;
	return n == m && memcmp(a, b, n) == 0;
}

static void
add(GPtrArray *runs, enum word_change change, const char *word)
{
	struct word_run *last = runs->len > 0 ? g_ptr_array_index(runs, runs->len - 1) : NULL;
	char *longer;

	if (!last || last->change != change) {
		last = g_new0(struct word_run, 1);
		last->change = change;
		last->text = g_strdup("");
		g_ptr_array_add(runs, last);
	}
	longer = g_strconcat(last->text, word, NULL);
	g_free(last->text);
	last->text = longer;
}

/* The longest common subsequence of the words from (i, j) on. */
static guint32 *
lengths_new(const GPtrArray *a, const GPtrArray *b)
{
	gsize width = (gsize)b->len + 1;
	guint32 *best = g_new0(guint32, ((gsize)a->len + 1) * width);

	for (guint i = a->len; i-- > 0;) {
		for (guint j = b->len; j-- > 0;) {
			guint32 *here = &best[i * width + j];

			if (same_word(a->pdata[i], b->pdata[j]))
				*here = 1 + here[width + 1];
			else
				*here = MAX(here[width], here[1]);
		}
	}
	return best;
}

GPtrArray *
word_diff(const char *before, const char *after)
{
	GPtrArray *runs = g_ptr_array_new_with_free_func(run_free);
	g_autoptr(GPtrArray) a = split(before);
	g_autoptr(GPtrArray) b = split(after);
	gsize width = (gsize)b->len + 1;
	g_autofree guint32 *best = NULL;
	guint i = 0, j = 0;

	if (((gsize)a->len + 1) * width <= CELLS_MOST)
		best = lengths_new(a, b);
	while (best && i < a->len && j < b->len) {
		const guint32 *here = &best[i * width + j];

		if (same_word(a->pdata[i], b->pdata[j])) {
			add(runs, WORDS_KEPT, b->pdata[j]);
			i++;
			j++;
		} else if (here[width] >= here[1]) {
			add(runs, WORDS_REMOVED, a->pdata[i++]);
		} else {
			add(runs, WORDS_ADDED, b->pdata[j++]);
		}
	}
	while (i < a->len)
		add(runs, WORDS_REMOVED, a->pdata[i++]);
	while (j < b->len)
		add(runs, WORDS_ADDED, b->pdata[j++]);
	return runs;
}

char *
word_diff_to_text(const GPtrArray *runs)
{
	static const char *const open[] = {"", "[-", "{+"}, *const close[] = {"", "-]", "+}"};
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < runs->len; i++) {
		const struct word_run *run = g_ptr_array_index(runs, i);
		gsize length = strlen(run->text), words = length;

		while (words > 0 && g_ascii_isspace(run->text[words - 1]))
			words--;
		g_string_append(out, open[run->change]);
		g_string_append_len(out, run->text, (gssize)words);
		g_string_append(out, close[run->change]);
		g_string_append_len(out, run->text + words, (gssize)(length - words));
	}
	return g_string_free(out, FALSE);
}
