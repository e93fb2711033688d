#include "pdf/artifact.h"

#include <stdbool.h>
#include <string.h>

struct token {
	const char *start, *end;
};

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
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
	while (p < end && !is_space(*p) && !strchr("()<>[]/%", *p))
		p++;
	return p == start ? p + 1 : p;
}

/* The next token (ISO 32000-1 7.2); false at the end. */
static bool
next_token(const char **at, const char *end, struct token *token)
{
	const char *p = *at;

	while (p < end && is_space(*p))
		p++;
	if (p >= end)
		return false;
	token->start = p;
	if (*p == '(')
		p = skip_string(p, end);
	else if (p + 1 < end && (!strncmp(p, "<<", 2) || !strncmp(p, ">>", 2)))
		p += 2;
	else if (*p == '<')
		p = skip_hex(p, end);
	else
		p = skip_word(p, end);
	token->end = *at = p;
	return true;
}

static bool
token_in(const struct token *token, const char *const *words)
{
	gsize length = (gsize)(token->end - token->start);

	for (; *words; words++) {
		if (strlen(*words) == length && !memcmp(*words, token->start, length))
			return true;
	}
	return false;
}

static bool
is_operator(const struct token *token)
{
	return !strchr("0123456789.-+(<[/>])", *token->start);
}

/* Operators that open a path, a text object or paint at once, and those that end what was opened. */
static const char *const opening[] = {"m", "re", "BT", "Do", "sh", "BI", NULL};
static const char *const closing[] = {"S", "s", "f", "f*", "F", "B", "B*", "b", "b*", "n", "ET", "Do", "sh", "EI", NULL};
static const char *const marking[] = {"BDC", "BMC", NULL};
static const char *const unmarking[] = {"EMC", NULL};

GString *
artifact_mark(const char *stream, gsize length)
{
	const char *end = stream + length, *at = stream, *copied = stream, *operation = stream;
	GString *out = g_string_sized_new(length + length / 8);
	struct token token;
	int depth = 0;
	bool open = false;

	while (next_token(&at, end, &token)) {
		if (!is_operator(&token))
			continue;
		if (depth == 0 && !open && token_in(&token, opening)) {
			g_string_append_len(out, copied, operation - copied);
			g_string_append(out, "\n/Artifact BMC");
			copied = operation;
			open = true;
		}
		if (token_in(&token, marking))
			depth++;
		else if (token_in(&token, unmarking))
			depth--;
		if (open && depth == 0 && token_in(&token, closing)) {
			g_string_append_len(out, copied, token.end - copied);
			g_string_append(out, "\nEMC");
			copied = token.end;
			open = false;
		}
		operation = token.end;
	}
	g_string_append_len(out, copied, end - copied);
	return out;
}
