/* align: which bytes of the Markdown a text of cmark's came from. */
#include "brief/align.h"

#include <string.h>

/* The length of what has the shape of an entity or character reference, else 0. */
static gsize
entity_length(const char *p)
{
	gsize n = 1;

	if (p[n] == '#')
		n++;
	while (g_ascii_isalnum(p[n]) && n < 34)
		n++;
	return p[n] == ';' && n > 1 ? n + 1 : 0;
}

static void
flush(GArray *runs, struct align_run *run)
{
	if (run->length > 0)
		g_array_append_vals(runs, run, 1);
	run->from += run->length;
	run->source = run->source_end;
	run->length = 0;
}

/* One run of its own: text bytes that the Markdown writes in another way. */
static void
take_escaped(GArray *runs, struct align_run *run, gsize length, gsize source_length)
{
	flush(runs, run);
	run->length = length;
	run->source_end = run->source + source_length;
	run->escaped = true;
	flush(runs, run);
	run->escaped = false;
}

/* How many bytes are the same in both, up to the end or what may be an escape or entity. */
static gsize
same_length(const char *text, const char *markdown)
{
	gsize plain = strcspn(text, "\\&"), n = 0;

	if (strncmp(text, markdown, plain) == 0)
		return plain;
	while (text[n] == markdown[n])
		n++;
	return n;
}

bool
align_text(GArray *runs, const char *markdown, gsize start, const char *text)
{
	struct align_run run = {.source = start, .source_end = start};
	gsize entity, same;

	g_array_set_size(runs, 0);
	while (text[run.from + run.length]) {
		const char *t = text + run.from + run.length;
		const char *m = markdown + run.source_end;

		entity = *m == '&' ? entity_length(m) : 0;
		if (*m == '\\' && g_ascii_ispunct(m[1]) && *t == m[1]) {
			take_escaped(runs, &run, 1, 2);
		} else if (entity > 0 && strncmp(t, m, entity) != 0) {
			take_escaped(runs, &run, (gsize)(g_utf8_next_char(t) - t), entity);
		} else if (*t == *m) {
			same = 1 + same_length(t + 1, m + 1);
			run.length += same;
			run.source_end += same;
		} else {
			return false;
		}
	}
	flush(runs, &run);
	return true;
}
