/* limits: what a brief may ask of cmark. */
#include "brief/limits.h"

#include <string.h>

#include "base/diag.h"
#include "base/text.h"
#include "brief/passage.h"

/* The length of a container marker at p ("> ", "- ", "12. "), 0 if there is none. */
static gsize
marker_length(const char *p, const char *end)
{
	gsize digits = 0;

	if (p < end && *p == '>')
		return 1;
	if (p < end && strchr("-+*", *p))
		return p + 1 == end || p[1] == ' ' || p[1] == '\t' ? 1 : 0;
	while (p + digits < end && g_ascii_isdigit(p[digits]) && digits < 10)
		digits++;
	if (digits == 0 || p + digits == end || !strchr(".)", p[digits]))
		return 0;
	p += digits + 1;
	return p == end || *p == ' ' || *p == '\t' ? digits + 1 : 0;
}

static int
count_markers(const char *line, gsize length)
{
	const char *end = line + length;
	int count = 0;
	gsize step;

	for (;;) {
		while (line < end && (*line == ' ' || *line == '\t'))
			line++;
		step = marker_length(line, end);
		if (step == 0)
			return count;
		line += step;
		count++;
	}
}

/*
 * Where the brackets of a line nest too deep, or NULL; *open goes from line to line of a paragraph.
 */
static const char *
too_many_brackets(const char *line, gsize length, int *open)
{
	const char *end = line + length;

	for (const char *p = line; (p += strcspn(p, "\\[]\n")) < end; p++) {
		if (*p == '\\' && p + 1 < end)
			p++;
		else if (*p == '[' && ++*open > LIMIT_DEPTH)
			return p;
		else if (*p == ']' && *open > 0)
			--*open;
	}
	return NULL;
}

static bool
is_blank(const char *line, gsize length)
{
	return strspn(line, " \t") >= length;
}

static void
refuse(struct diag_list *diags, struct loc at, const char *what)
{
	diag_help(diag_add(diags, DIAG_INPUT_TOO_LARGE, at, "%s", what),
		  "the brief is not read any further");
}

bool
limits_hold(const struct brief_text *brief, gsize bytes, struct diag_list *diags)
{
	struct loc at = {.file = brief->file, .line = 1, .column = 1};
	const char *line, *bracket;
	gsize length = 0;
	int open = 0, markers = 0, blocks = 0;

	if (bytes > LIMIT_BYTES) {
		refuse(diags, at, "a brief of more than 1 MiB");
		return false;
	}
	for (; (line = brief_text_line(brief, at.line, &length)); at.line++) {
		if (is_blank(line, length))
			open = 0;
		markers = count_markers(line, length);
		blocks += 1 + markers;
		if (blocks > LIMIT_BLOCKS) {
			refuse(diags, at, "more than 32,768 lines, list and quotation marks");
			return false;
		}
		if (markers > LIMIT_MARKERS) {
			refuse(diags, at, "more than 32 quotation or list markers in one line");
			return false;
		}
		bracket = too_many_brackets(line, length, &open);
		if (bracket) {
			at.column = text_column(line, (gsize)(bracket - line));
			refuse(diags, at, "more than 100 brackets inside one another");
			return false;
		}
	}
	return true;
}
