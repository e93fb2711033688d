/* yaml_flat: the plainest YAML there is, read without the library. */
#include <string.h>

#include "base/yaml.h"

static bool
is_key(char c)
{
	return g_ascii_isalnum(c) || c == '.' || c == '-' || c == '_';
}

/*
 * The pair in a line, not cut yet.  Keys begin with a letter, so that no sign of YAML's is taken
 * for one; texts hold neither quotes nor escapes.
 */
static bool
read_pair(const char *line, gsize length, struct yaml_pair *out)
{
	gsize n = 0;

	while (n < length && is_key(line[n]))
		n++;
	if (!g_ascii_isalpha(line[0]) || length < n + strlen(": \"\"") || n > 128 ||
	    memcmp(line + n, ": \"", 3) != 0)
		return false;
	*out = (struct yaml_pair){line, line + n + 3};
	n = strcspn(out->text, "\"\\\t\n");
	return out->text + n == line + length - 1 && out->text[n] == '"';
}

/* Bytes of the key of a pair that is not cut yet. */
static gsize
key_length(const struct yaml_pair *pair)
{
	return (gsize)(pair->text - pair->key) - strlen(": \"");
}

static bool
is_ascending(const struct yaml_pair *a, const struct yaml_pair *b)
{
	gsize m = key_length(a), n = key_length(b);
	int order = memcmp(a->key, b->key, MIN(m, n));

	return order < 0 || (order == 0 && m < n);
}

static bool
read_lines(GArray *pairs, const char *text)
{
	for (const char *line = text; *line;) {
		const char *end = strchrnul(line, '\n');
		struct yaml_pair pair;

		if (line != end && *line != '#') {
			if (!read_pair(line, (gsize)(end - line), &pair) ||
			    (pairs->len > 0 &&
			     !is_ascending(&g_array_index(pairs, struct yaml_pair, pairs->len - 1),
					   &pair)))
				return false;
			g_array_append_val(pairs, pair);
		}
		line = *end ? end + 1 : end;
	}
	return pairs->len > 0;
}

GArray *
yaml_flat(char *text)
{
	GArray *pairs = g_array_sized_new(FALSE, FALSE, sizeof(struct yaml_pair), 512);

	if (!read_lines(pairs, text)) {
		g_array_unref(pairs);
		return NULL;
	}
	for (guint i = 0; i < pairs->len; i++) {
		const struct yaml_pair *pair = &g_array_index(pairs, struct yaml_pair, i);

		text[(gsize)(pair->key - text) + key_length(pair)] = '\0';
		*strchr(text + (pair->text - text), '"') = '\0';
	}
	return pairs;
}
