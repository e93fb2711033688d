/* loc: places as text, and back. */
#include "base/loc.h"

#include <glib.h>
#include <limits.h>
#include <string.h>

char *
loc_to_text(struct loc at)
{
	const char *file = at.file ? at.file : "";

	if (at.line <= 0)
		return g_strdup(file);
	if (at.column <= 0)
		return g_strdup_printf("%s:%d", file, at.line);
	return g_strdup_printf("%s:%d:%d", file, at.line, at.column);
}

/*
 * Takes ":digits" off the end of the first *length bytes of text and gives the number, or -1.
 * File names may hold colons themselves, so places are read from the right.
 */
static int
take_number(const char *text, size_t *length)
{
	size_t start = *length;
	int value = 0;

	while (start > 0 && g_ascii_isdigit(text[start - 1]))
		start--;
	if (start == *length || start == 0 || text[start - 1] != ':')
		return -1;
	for (size_t i = start; i < *length; i++) {
		if (value > (INT_MAX - 9) / 10)
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	*length = start - 1;
	return value;
}

struct loc
loc_of_text(const char *text)
{
	struct loc at = LOC_NONE;
	g_autofree char *file = NULL;
	size_t length;
	int last, first;

	if (!text)
		return LOC_NONE;
	length = strlen(text);
	last = take_number(text, &length);
	if (last < 0)
		return LOC_NONE;
	first = take_number(text, &length);
	at.line = first < 0 ? last : first;
	at.column = first < 0 ? 0 : last;
	if (length > 0) {
		file = g_strndup(text, length);
		at.file = g_intern_string(file);
	}
	return at;
}
