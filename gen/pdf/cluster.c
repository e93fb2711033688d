#include "pdf/cluster.h"

#include <stdbool.h>

struct cluster {
	const PangoGlyphInfo *glyphs;
	int n_glyphs;
	struct share *shares;
	struct share characters[CLUSTER_MOST];
	bool given[CLUSTER_MOST]; /* the character has its glyph */
	int n;
};

/* False for too many characters. */
static bool
split(struct cluster *cluster, const char *text, gsize length)
{
	for (const char *p = text, *next; p < text + length; p = next) {
		next = g_utf8_next_char(p);
		if (cluster->n == CLUSTER_MOST)
			return false;
		cluster->characters[cluster->n++] = (struct share){p, (gsize)(next - p)};
	}
	return true;
}

/* Characters find the glyphs that the font has for them. */
static void
match(struct cluster *cluster, hb_font_t *font)
{
	for (int i = 0; i < cluster->n; i++) {
		gunichar ch = g_utf8_get_char(cluster->characters[i].text);
		hb_codepoint_t wanted;

		if (!hb_font_get_nominal_glyph(font, ch, &wanted))
			continue;
		for (int at = 0; at < cluster->n_glyphs && !cluster->given[i]; at++) {
			if (cluster->glyphs[at].glyph != wanted || cluster->shares[at].length)
				continue;
			cluster->shares[at] = cluster->characters[i];
			cluster->given[i] = true;
		}
	}
}

/* The one glyph without a share, or -1 for another number of them. */
static int
glyph_left(const struct cluster *cluster)
{
	int left = -1;

	for (int at = 0; at < cluster->n_glyphs; at++) {
		if (cluster->shares[at].length)
			continue;
		if (left >= 0)
			return -1;
		left = at;
	}
	return left;
}

/* A letter that changed its form has the characters that found no glyph, if they adjoin. */
static void
give_rest(struct cluster *cluster)
{
	int left = glyph_left(cluster);
	struct share rest = {0};

	for (int i = 0; i < cluster->n; i++) {
		const struct share *character = &cluster->characters[i];

		if (cluster->given[i])
			continue;
		if (rest.length && rest.text + rest.length != character->text)
			return;
		if (!rest.length)
			rest.text = character->text;
		rest.length += character->length;
	}
	if (left >= 0)
		cluster->shares[left] = rest;
}

void
cluster_share(hb_font_t *font, const PangoGlyphInfo *glyphs, int n, const char *text, gsize length,
	      struct share *shares)
{
	struct cluster cluster = {.glyphs = glyphs, .n_glyphs = n, .shares = shares};

	g_assert(n <= CLUSTER_MOST);
	for (int i = 0; i < n; i++)
		shares[i] = (struct share){0};
	if (!split(&cluster, text, length))
		return;
	match(&cluster, font);
	give_rest(&cluster);
}
