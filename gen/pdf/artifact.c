#include "pdf/artifact.h"

#include <stdbool.h>
#include <string.h>
#include "pdf/token.h"

static bool
token_in(const struct token *token, const char *const *words)
{
	for (; *words; words++) {
		if (token_is(token, *words))
			return true;
	}
	return false;
}

static bool
is_operator(const struct token *token)
{
	return !strchr("0123456789.-+(<[/>])", *token->start);
}

/*
 * Operators that open a path, a text object or paint at once, and those that end what was opened.
 */
static const char *const opening[] = {"m", "re", "BT", "Do", "sh", "BI", NULL};
static const char *const closing[] = {"S", "s", "f", "f*", "F", "B", "B*", "b", "b*",
					"n", "ET", "Do", "sh", "EI", NULL};
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

	while (token_next(&at, end, &token)) {
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
