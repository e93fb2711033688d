/*
 * token: the words of PDF syntax (ISO 32000-1 7.2 and 7.3): enough to read what cairo wrote.
 *
 * Tokens are slices of the text they were found in, not NUL-terminated.  Comments count as space.
 */
#ifndef CHANCERY_PDF_TOKEN_H
#define CHANCERY_PDF_TOKEN_H

#include <glib.h>
#include <stdbool.h>

struct token {
	const char *start, *end;
};

/*
 * The next token, *at moved behind it; false at the end.  "<<" and ">>" are tokens; a string is
 * one.
 */
bool token_next(const char **at, const char *end, struct token *token);
bool token_is(const struct token *token, const char *word);
/* The number it begins with; 0 for none. */
guint token_number(const struct token *token);

/*
 * The next whole object, a slice like "[ 1 2 ]", "<< … >>" or "12 0 R"; false at the end or at a
 * closing bracket.
 */
bool token_next_object(const char **at, const char *end, struct token *object);
/* N of "N 0 R"; 0 for any other object. */
guint token_reference(const struct token *object);
/* The value of a key ("/S") of the dictionary "<< … >>"; false where it has none. */
bool token_find_key(const struct token *dictionary, const char *key, struct token *value);

#endif
