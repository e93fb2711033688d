/*
 * literal: strings and numbers as PDF writes them (ISO 32000-1 7.3 and 7.9.2).
 */
#ifndef CHANCERY_PDF_LITERAL_H
#define CHANCERY_PDF_LITERAL_H

#include <glib.h>
#include <string.h>

/* g_string_append_len; before GLib 2.76 that is a call, and a file is made of 100,000 words. */
static inline void
literal_append_bytes(GString *out, const char *bytes, gsize n)
{
	char *end = out->str + out->len;

	if (G_UNLIKELY(n >= out->allocated_len - out->len)) {
		g_string_append_len(out, bytes, (gssize)n);
		return;
	}
	memcpy(end, bytes, n);
	end[n] = '\0';
	out->len += n;
}

/* Words of PDF's own, as they are. */
static inline void
literal_append_word(GString *out, const char *word)
{
	literal_append_bytes(out, word, strlen(word));
}

/* A text string: "(…)" for ASCII, else UTF-16BE with its mark, in hexadecimal; "()" for NULL. */
void literal_append_text(GString *out, const char *utf8);
/* The same for length bytes that need not end with a NUL. */
void literal_append_slice(GString *out, const char *utf8, gsize length);

/* As name trees order them (7.9.6): by the bytes that literal_append_text writes of each. */
int literal_compare(const char *a, const char *b);

/* Lengths are written in hundredths of a point: a seven-thousandth of an inch. */
gint64 literal_hundredths(double value);
/* "12.5 ", "-3 ": without digits that say nothing, and a space behind. */
void literal_append_hundredths(GString *out, gint64 hundredths);
/* The same of a length in points. */
void literal_append_number(GString *out, double value);
/* "12": decimal digits alone. */
void literal_append_integer(GString *out, gint64 value);
/* "12 0 R" */
void literal_append_reference(GString *out, guint number);

/* "2021-02-10T00:00:00Z" as "D:20210210000000Z" (7.9.4); the epoch for NULL; the caller frees. */
char *literal_date(const char *iso);

#endif
