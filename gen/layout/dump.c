/*
 * dump: the area tree and the tag tree as text, for `dump areas`, `dump tags` and tests; see
 * area.h.
 */
#include "layout/area.h"

#include <string.h>

static void
number(GString *out, double value)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	/* -0.00 is 0.00. */
	if (value > -0.005 && value < 0.005)
		value = 0;
	g_string_append_c(out, ' ');
	g_string_append(out, g_ascii_formatd(text, sizeof text, "%.2f", value));
}

/* In quotes, with what would end or hide in them escaped. */
static void
quoted(GString *out, const char *text, gssize length)
{
	const char *end = text + (length < 0 ? (gssize)strlen(text) : length);

	g_string_append_c(out, '"');
	for (; text < end; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);

		if (c == '"' || c == '\\')
			g_string_append_c(out, '\\');
		if (c < 0x20 || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) ||
		    (c >= 0x2028 && c <= 0x202F))
			g_string_append_printf(out, "\\u%04X", c);
		else
			g_string_append_unichar(out, c);
	}
	g_string_append_c(out, '"');
}

static void
colour(GString *out, const char *name, guint32 value)
{
	if (value != AREA_NO_COLOUR)
		g_string_append_printf(out, " %s=#%06x", name, value);
}

static const char *
kind_name(const struct area *area)
{
	static const char *const names[] = {"block", "line", "text", "graphic", "leader"};

	/* A block says what object it is of. */
	return area->kind == AREA_BLOCK && area->fo ? area->fo : names[area->kind];
}

/* The text of an area; the space that a line ends with (paragraph.h) is not shown. */
static void
text_dump(GString *out, const struct area *area, bool last)
{
	const char *text = area->text + area->glyphs->item->offset;
	int length = area->glyphs->item->length;

	if (last && length > 0 && text[length - 1] == ' ')
		length--;
	g_string_append_c(out, ' ');
	quoted(out, text, length);
}

/* Is there nothing but that space? */
static bool
is_line_end(const struct area *area, bool last)
{
	return last && area->kind == AREA_TEXT && area->glyphs && !area->hyphen &&
	       area->glyphs->item->length == 1 && area->text[area->glyphs->item->offset] == ' ';
}

static void
attributes_dump(GString *out, const struct area *area, bool last)
{
	if (area->kind == AREA_LINE || area->kind == AREA_TEXT || area->kind == AREA_LEADER) {
		g_string_append(out, " base");
		number(out, area->baseline);
	}
	if (area->id)
		g_string_append_printf(out, " id=%s", area->id);
	if (area->tag)
		g_string_append_printf(out, " tag=%s#%d", area->tag->type, area->tag->order);
	if (area->kind == AREA_BLOCK)
		colour(out, "background", area->background);
	if (area->borders) {
		g_string_append(out, " borders");
		for (int i = 0; i < 4; i++)
			number(out, area->borders->width[i]);
	}
	if (area->kind == AREA_TEXT || area->kind == AREA_LEADER)
		colour(out, "colour", area->colour);
	if (area->hyphen)
		g_string_append(out, " hyphen");
	if (area->kind == AREA_TEXT && area->glyphs && !area->hyphen)
		text_dump(out, area, last);
}

static void
areas_dump(GString *out, const struct area *area, int depth)
{
	for (; area; area = area->next) {
		bool last = !area->next;

		if (is_line_end(area, last))
			continue;
		g_string_append_printf(out, "%*s%s", 2 * depth, "", kind_name(area));
		number(out, area->x);
		number(out, area->y);
		number(out, area->width);
		number(out, area->height);
		attributes_dump(out, area, last);
		g_string_append_c(out, '\n');
		areas_dump(out, area->first, depth + 1);
	}
}

char *
area_tree_dump(const struct area_tree *tree)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < tree->pages->len; i++) {
		const struct page *page = tree->pages->pdata[i];

		g_string_append_printf(out, "page %u", i + 1);
		number(out, page->width);
		number(out, page->height);
		g_string_append_printf(out, " label=%s\n", page->label ? page->label : "");
		g_string_append(out, "  furniture\n");
		areas_dump(out, page->furniture->first, 2);
		g_string_append(out, "  flow\n");
		areas_dump(out, page->flow->first, 2);
	}
	return g_string_free(out, FALSE);
}

static void
text_free(void *text)
{
	g_string_free(text, TRUE);
}

static GString *
text_of(GHashTable *texts, struct tag *tag)
{
	GString *text = g_hash_table_lookup(texts, tag);

	if (text)
		return text;
	text = g_string_new(NULL);
	g_hash_table_insert(texts, tag, text);
	return text;
}

/* The text of all areas of each tag, as it is in the file. */
static void
texts_gather(GHashTable *texts, const struct area *area)
{
	for (; area; area = area->next) {
		texts_gather(texts, area->first);
		if (area->tag && area->glyphs && !area->hyphen)
			g_string_append_len(text_of(texts, area->tag),
					    area->text + area->glyphs->item->offset,
					    area->glyphs->item->length);
	}
}

static void
attribute_dump(GString *out, const char *name, const char *value)
{
	if (!value)
		return;
	g_string_append_printf(out, " %s=", name);
	quoted(out, value, -1);
}

static void
tag_dump(GString *out, const struct tag *tag, GHashTable *texts, int depth)
{
	const GString *text = g_hash_table_lookup(texts, tag);

	g_string_append_printf(out, "%*s%s", 2 * depth, "", tag->type);
	attribute_dump(out, "lang", tag->lang);
	attribute_dump(out, "alt", tag->alt);
	attribute_dump(out, "scope", tag->scope);
	attribute_dump(out, "id", tag->id);
	if (tag->colspan > 1)
		g_string_append_printf(out, " colspan=%d", tag->colspan);
	if (tag->rowspan > 1)
		g_string_append_printf(out, " rowspan=%d", tag->rowspan);
	attribute_dump(out, "uri", tag->uri);
	attribute_dump(out, "dest", tag->dest);
	if (text) {
		g_string_append_c(out, ' ');
		quoted(out, text->str, (gssize)text->len);
	}
	g_string_append_c(out, '\n');
	for (guint i = 0; tag->children && i < tag->children->len; i++)
		tag_dump(out, tag->children->pdata[i], texts, depth + 1);
}

char *
tag_tree_dump(const struct area_tree *tree)
{
	g_autoptr(GHashTable) texts = g_hash_table_new_full(NULL, NULL, NULL, text_free);
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < tree->pages->len; i++)
		texts_gather(texts, ((const struct page *)tree->pages->pdata[i])->flow->first);
	tag_dump(out, tree->document, texts, 0);
	return g_string_free(out, FALSE);
}
