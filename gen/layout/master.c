/* master: see master.h. */
#include "layout/master.h"

#include <string.h>
#include "base/diag.h"
#include "layout/fo.h"
#include "layout/property.h"

struct alternative {
	const char *master;
	const char *position, *parity, *blank; /* NULL: any */
};

struct sequence_master {
	const char *name;
	GArray *alternatives; /* struct alternative */
};

struct masters {
	GArray *pages;	   /* struct page_master */
	GArray *sequences; /* struct sequence_master */
	struct page_master standard;
	struct diag_list *diags;
};

static const char *const region_elements[REGION_COUNT] = {
	"region-body", "region-before", "region-after", "region-start", "region-end"};
static const char *const region_names[REGION_COUNT] = {"xsl-region-body", "xsl-region-before",
						       "xsl-region-after", "xsl-region-start",
						       "xsl-region-end"};

static void
complain(const struct masters *masters, const xmlNode *xml, const char *what)
{
	diag_add(masters->diags, DIAG_FO_UNSUPPORTED, LOC_NONE, "fo:%s: %s",
		 (const char *)xml->name, what);
}

static bool
is_named(const xmlNode *xml, const char *name)
{
	return xml->type == XML_ELEMENT_NODE && xml->ns &&
	       strcmp((const char *)xml->ns->href, FO_NS) == 0 &&
	       strcmp((const char *)xml->name, name) == 0;
}

/* "margin" with one to four values, as CSS spreads them. */
static bool
margins_parse(const char *text, double margin[4])
{
	g_auto(GStrv) parts = g_strsplit_set(text, " \t\n", -1);
	double values[4];
	int n = 0;

	for (gsize i = 0; parts[i]; i++) {
		if (!*parts[i])
			continue;
		if (n == 4 || !length_parse_points(parts[i], 12, &values[n++]))
			return false;
	}
	if (n == 0)
		return false;
	margin[0] = values[0];
	margin[1] = n > 1 ? values[1] : values[0];
	margin[2] = n > 2 ? values[2] : values[0];
	margin[3] = n > 3 ? values[3] : margin[1];
	return true;
}

/* The value of "margin-top" and the like; false where name is something else. */
static bool
margin_side_parse(const char *name, const char *value, double margin[4], bool *good)
{
	static const char *const sides[] = {"margin-top", "margin-right", "margin-bottom",
					    "margin-left"};

	for (int i = 0; i < 4; i++) {
		if (strcmp(name, sides[i]) != 0)
			continue;
		*good = length_parse_points(value, 12, &margin[i]);
		return true;
	}
	return false;
}

static bool
display_parse(const char *value, int *display)
{
	static const char *const words[] = {"before", "center", "after"};

	for (int i = 0; i < 3; i++)
		if (strcmp(value, words[i]) == 0)
			*display = i;
	return strcmp(value, "auto") == 0 || strcmp(value, words[*display]) == 0;
}

static bool
count_parse(const char *value, guint *count)
{
	guint64 number = 0;

	if (!g_ascii_string_to_unsigned(value, 10, 1, 20, &number, NULL))
		return false;
	*count = (guint)number;
	return true;
}

/* Attributes of a region; an unknown one or one of another value is fo-unsupported. */
static bool
region_attribute(struct region *region, bool body, const char *name, const char *value)
{
	bool good = false;

	if (strcmp(name, "region-name") == 0)
		return (region->name = value) != NULL;
	if (strcmp(name, "display-align") == 0)
		return display_parse(value, &region->display_align);
	if (body && strcmp(name, "margin") == 0)
		return margins_parse(value, region->margin);
	if (body && margin_side_parse(name, value, region->margin, &good))
		return good;
	if (body && strcmp(name, "column-count") == 0)
		return count_parse(value, &region->columns);
	if (body && strcmp(name, "column-gap") == 0)
		return length_parse_points(value, 12, &region->gap) && region->gap >= 0;
	if (!body && strcmp(name, "extent") == 0)
		return length_parse_points(value, 12, &region->extent);
	return false;
}

/* How many quarters of a turn to the left. */
static bool
orientation_parse(const char *value, int *quarters)
{
	static const char *const turns[] = {"0", "90", "180", "270", "-90", "-180", "-270"};

	for (int i = 0; i < (int)G_N_ELEMENTS(turns); i++) {
		if (strcmp(value, turns[i]) != 0)
			continue;
		*quarters = i < 4 ? i : 7 - i;
		return *quarters != 2;
	}
	return false;
}

/*
 * Width, height and margins are those of the paper (XSL 1.1 §7.21.3); a page that is read turned is
 * made as it is read.  A quarter to the left: what was the left edge becomes the top.
 */
static void
page_turn(struct page_master *master)
{
	double width = master->width, margin[4];

	if (master->quarters % 2 == 0)
		return;
	master->width = master->height;
	master->height = width;
	memcpy(margin, master->margin, sizeof margin);
	for (int side = 0; side < 4; side++)
		master->margin[side] = margin[(side + (master->quarters == 1 ? 3 : 1)) % 4];
}

static bool
page_attribute(struct page_master *master, const char *name, const char *value)
{
	bool good = false;

	if (strcmp(name, "master-name") == 0)
		return (master->name = value) != NULL;
	if (strcmp(name, "page-width") == 0)
		return length_parse_points(value, 12, &master->width) && master->width > 0;
	if (strcmp(name, "page-height") == 0)
		return length_parse_points(value, 12, &master->height) && master->height > 0;
	if (strcmp(name, "margin") == 0)
		return margins_parse(value, master->margin);
	if (strcmp(name, "reference-orientation") == 0)
		return orientation_parse(value, &master->quarters);
	return margin_side_parse(name, value, master->margin, &good) && good;
}

static void
region_read(struct masters *masters, struct page_master *master, const xmlNode *xml)
{
	for (int kind = 0; kind < REGION_COUNT; kind++) {
		struct region *region = &master->regions[kind];

		if (!is_named(xml, region_elements[kind]))
			continue;
		region->present = true;
		for (const xmlAttr *attr = xml->properties; attr; attr = attr->next) {
			const char *name = (const char *)attr->name;

			if (attr->ns || !region_attribute(region, kind == REGION_BODY, name,
							  xml_attribute(xml, name)))
				complain(masters, xml, name);
		}
		return;
	}
	if (xml->type == XML_ELEMENT_NODE)
		complain(masters, xml, "in a page master");
}

static struct page_master
page_master_standard(void)
{
	struct page_master master = {
		.width = 595.28,
		.height = 841.89,
		.margin = {72, 72, 72, 72},
	};

	for (int kind = 0; kind < REGION_COUNT; kind++)
		master.regions[kind].name = region_names[kind];
	master.regions[REGION_BODY].columns = 1;
	master.regions[REGION_BODY].gap = 12;
	master.regions[REGION_BODY].present = true;
	return master;
}

static void
page_master_read(struct masters *masters, const xmlNode *xml)
{
	struct page_master master = page_master_standard();

	memset(master.margin, 0, sizeof master.margin);
	for (const xmlAttr *attr = xml->properties; attr; attr = attr->next) {
		const char *name = (const char *)attr->name;

		if (attr->ns || !page_attribute(&master, name, xml_attribute(xml, name)))
			complain(masters, xml, name);
	}
	page_turn(&master);
	for (const xmlNode *child = xml->children; child; child = child->next)
		region_read(masters, &master, child);
	g_array_append_val(masters->pages, master);
}

static bool
condition_is(const char *value, const char *const *words)
{
	for (; *words; words++)
		if (strcmp(value, *words) == 0)
			return true;
	return false;
}

static void
alternative_read(struct masters *masters, struct sequence_master *sequence, const xmlNode *xml)
{
	static const char *const positions[] = {"first", "last", "only", "rest", "any", NULL};
	static const char *const parities[] = {"odd", "even", "any", NULL};
	static const char *const blanks[] = {"blank", "not-blank", "any", NULL};
	struct alternative alternative = {NULL, NULL, NULL, NULL};

	for (const xmlAttr *attr = xml->properties; attr; attr = attr->next) {
		const char *name = (const char *)attr->name, *value = xml_attribute(xml, name);

		if (strcmp(name, "master-reference") == 0)
			alternative.master = value;
		else if (strcmp(name, "page-position") == 0 && condition_is(value, positions))
			alternative.position = value;
		else if (strcmp(name, "odd-or-even") == 0 && condition_is(value, parities))
			alternative.parity = value;
		else if (strcmp(name, "blank-or-not-blank") == 0 && condition_is(value, blanks))
			alternative.blank = value;
		else
			complain(masters, xml, name);
	}
	g_array_append_val(sequence->alternatives, alternative);
}

static void
sequence_master_read(struct masters *masters, const xmlNode *xml)
{
	struct sequence_master sequence = {xml_attribute(xml, "master-name"),
					   g_array_new(FALSE, TRUE, sizeof(struct alternative))};

	for (const xmlNode *child = xml->children; child; child = child->next) {
		if (!is_named(child, "repeatable-page-master-alternatives")) {
			if (child->type == XML_ELEMENT_NODE)
				complain(masters, child, "in a page-sequence-master");
			continue;
		}
		for (const xmlNode *node = child->children; node; node = node->next)
			if (is_named(node, "conditional-page-master-reference"))
				alternative_read(masters, &sequence, node);
	}
	g_array_append_val(masters->sequences, sequence);
}

static void
sequence_master_clear(void *data)
{
	g_array_unref(((struct sequence_master *)data)->alternatives);
}

static void
set_read(struct masters *masters, const xmlNode *set)
{
	for (const xmlNode *xml = set->children; xml; xml = xml->next) {
		if (is_named(xml, "simple-page-master"))
			page_master_read(masters, xml);
		else if (is_named(xml, "page-sequence-master"))
			sequence_master_read(masters, xml);
		else if (xml->type == XML_ELEMENT_NODE)
			complain(masters, xml, "in fo:layout-master-set");
	}
}

struct masters *
masters_read(const xmlNode *root, struct diag_list *diags)
{
	struct masters *masters = g_new0(struct masters, 1);

	masters->pages = g_array_new(FALSE, TRUE, sizeof(struct page_master));
	masters->sequences = g_array_new(FALSE, TRUE, sizeof(struct sequence_master));
	g_array_set_clear_func(masters->sequences, sequence_master_clear);
	masters->standard = page_master_standard();
	masters->diags = diags;
	for (const xmlNode *xml = root->children; xml; xml = xml->next)
		if (is_named(xml, "layout-master-set"))
			set_read(masters, xml);
	return masters;
}

void
masters_free(struct masters *masters)
{
	if (!masters)
		return;
	g_array_unref(masters->pages);
	g_array_unref(masters->sequences);
	g_free(masters);
}

static const struct page_master *
page_master_find(const struct masters *masters, const char *name)
{
	for (guint i = 0; i < masters->pages->len; i++) {
		const struct page_master *master =
			&g_array_index(masters->pages, struct page_master, i);

		if (g_strcmp0(master->name, name) == 0)
			return master;
	}
	return NULL;
}

static const struct sequence_master *
sequence_master_find(const struct masters *masters, const char *name)
{
	for (guint i = 0; i < masters->sequences->len; i++) {
		const struct sequence_master *sequence =
			&g_array_index(masters->sequences, struct sequence_master, i);

		if (g_strcmp0(sequence->name, name) == 0)
			return sequence;
	}
	return NULL;
}

bool
masters_have(const struct masters *masters, const char *name)
{
	return page_master_find(masters, name) || sequence_master_find(masters, name);
}

static bool
position_fits(const char *position, struct page_case page)
{
	if (!position || strcmp(position, "any") == 0)
		return true;
	if (strcmp(position, "first") == 0)
		return page.index == 0;
	if (strcmp(position, "last") == 0)
		return page.last;
	if (strcmp(position, "only") == 0)
		return page.last && page.index == 0;
	return page.index > 0 && !page.last;
}

static bool
alternative_fits(const struct alternative *alternative, struct page_case page)
{
	const char *parity = page.number % 2 ? "odd" : "even";
	const char *blank = page.blank ? "blank" : "not-blank";

	return position_fits(alternative->position, page) &&
	       (!alternative->parity || strcmp(alternative->parity, "any") == 0 ||
		strcmp(alternative->parity, parity) == 0) &&
	       (!alternative->blank || strcmp(alternative->blank, "any") == 0 ||
		strcmp(alternative->blank, blank) == 0);
}

const struct page_master *
masters_choose(const struct masters *masters, const char *name, struct page_case page)
{
	const struct page_master *master = page_master_find(masters, name), *last = NULL;
	const struct sequence_master *sequence =
		master ? NULL : sequence_master_find(masters, name);

	for (guint i = 0; sequence && i < sequence->alternatives->len && !master; i++) {
		const struct alternative *alternative =
			&g_array_index(sequence->alternatives, struct alternative, i);

		last = page_master_find(masters, alternative->master);
		if (alternative_fits(alternative, page))
			master = last;
	}
	if (!master)
		master = last;
	return master ? master : &masters->standard;
}

static double
extent_of(const struct page_master *master, enum region_kind kind)
{
	return master->regions[kind].present ? master->regions[kind].extent : 0;
}

struct rectangle
region_rectangle(const struct page_master *master, enum region_kind kind, bool rtl)
{
	struct rectangle content = {
		master->margin[3],
		master->margin[0],
		master->width - master->margin[3] - master->margin[1],
		master->height - master->margin[0] - master->margin[2],
	};
	const struct region *region = &master->regions[kind];
	double left = extent_of(master, rtl ? REGION_END : REGION_START);
	double right = extent_of(master, rtl ? REGION_START : REGION_END);
	struct rectangle out = content;

	switch (kind) {
	case REGION_BEFORE:
	case REGION_AFTER: /* precedence is false: the sides go all the way */
		out.x += left;
		out.width -= left + right;
		out.height = region->extent;
		if (kind == REGION_AFTER)
			out.y += content.height - region->extent;
		return out;
	case REGION_START:
	case REGION_END:
		out.width = region->extent;
		if ((kind == REGION_END) != rtl)
			out.x += content.width - region->extent;
		return out;
	default:
		out.x += region->margin[3];
		out.y += region->margin[0];
		out.width -= region->margin[3] + region->margin[1];
		out.height -= region->margin[0] + region->margin[2];
		return out;
	}
}
