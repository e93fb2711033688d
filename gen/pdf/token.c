#include "pdf/token.h"

#include <string.h>

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool
is_delimiter(char c)
{
	return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '/' ||
	       c == '%';
}

static const char *
skip_space(const char *p, const char *end)
{
	while (p < end && (is_space(*p) || *p == '%')) {
		if (*p == '%')
			while (p < end && *p != '\n' && *p != '\r')
				p++;
		else
			p++;
	}
	return p;
}

static const char *
skip_string(const char *p, const char *end)
{
	int depth = 0;

	do {
		if (*p == '\\')
			p++;
		else if (*p == '(')
			depth++;
		else if (*p == ')')
			depth--;
		p++;
	} while (p < end && depth);
	return MIN(p, end);
}

static const char *
skip_hex(const char *p, const char *end)
{
	while (p < end && *p != '>')
		p++;
	return p < end ? p + 1 : end;
}

static const char *
skip_word(const char *p, const char *end)
{
	const char *start = p;

	if (*p == '/')
		p++;
	while (p < end && !is_space(*p) && !is_delimiter(*p))
		p++;
	return p == start ? p + 1 : p;
}

bool
token_next(const char **at, const char *end, struct token *token)
{
	const char *p = skip_space(*at, end);

	*at = p;
	if (p >= end)
		return false;
	token->start = p;
	if (*p == '(')
		p = skip_string(p, end);
	else if (p + 1 < end && (*p == '<' || *p == '>') && p[1] == *p)
		p += 2;
	else if (*p == '<')
		p = skip_hex(p, end);
	else
		p = skip_word(p, end);
	token->end = *at = p;
	return true;
}

bool
token_is(const struct token *token, const char *word)
{
	gsize length = (gsize)(token->end - token->start);

	return strncmp(token->start, word, length) == 0 && word[length] == '\0';
}

guint
token_number(const struct token *token)
{
	guint number = 0;

	for (const char *p = token->start; p < token->end && g_ascii_isdigit(*p); p++)
		number = number * 10 + (guint)(*p - '0');
	return number;
}

static bool
opens(const struct token *token)
{
	return token_is(token, "<<") || token_is(token, "[");
}

static bool
closes(const struct token *token)
{
	return token_is(token, ">>") || token_is(token, "]");
}

/* Behind "G R", if that is what follows a number; else NULL. */
static const char *
behind_reference(const char *at, const char *end)
{
	struct token generation, word;

	if (token_next(&at, end, &generation) && g_ascii_isdigit(*generation.start) &&
	    token_next(&at, end, &word) && token_is(&word, "R"))
		return at;
	return NULL;
}

bool
token_next_object(const char **at, const char *end, struct token *object)
{
	struct token token;
	int depth;

	if (!token_next(at, end, object) || closes(object))
		return false;
	if (g_ascii_isdigit(*object->start)) {
		const char *behind = behind_reference(*at, end);

		if (behind)
			object->end = *at = behind;
	}
	depth = opens(object) ? 1 : 0;
	while (depth > 0 && token_next(at, end, &token))
		depth += opens(&token) ? 1 : closes(&token) ? -1 : 0;
	object->end = *at;
	return true;
}

guint
token_reference(const struct token *object)
{
	if (!g_ascii_isdigit(*object->start) || object->end[-1] != 'R')
		return 0;
	return token_number(object);
}

bool
token_find_key(const struct token *dictionary, const char *key, struct token *value)
{
	const char *at = dictionary->start;
	struct token name;

	if (!token_next(&at, dictionary->end, &name) || !token_is(&name, "<<"))
		return false;
	while (token_next(&at, dictionary->end, &name) && *name.start == '/') {
		if (!token_next_object(&at, dictionary->end, value))
			return false;
		if (token_is(&name, key))
			return true;
	}
	return false;
}
