/*
 * parity: a translation beside the brief of the source language.
 *
 * Both are read as the same tree: headings part a brief into sections, sections hold paragraphs,
 * paragraphs hold links. What is compared is compared within its counterpart, so that one thing
 * missing is told once: where headings differ, nothing below is compared from there on; where the
 * paragraphs of a section differ, nothing in them.  Links are compared as often as they occur, in
 * any order, since languages order words differently.
 */
#include <string.h>

#include "check/check_private.h"

/* One side: some blocks of an outline. */
struct side {
	const struct checked *brief;
	GPtrArray *blocks; /* const struct block * */
};

struct comparison {
	const struct check_env *env;
	struct side source, target;
};

/* ---- sequences of blocks ---- */

static const struct block *
block_at(const struct side *side, guint at)
{
	return at < side->blocks->len ? g_ptr_array_index(side->blocks, at) : NULL;
}

static bool
is_heading(const struct block *block)
{
	return block->kind == BLOCK_HEADING;
}

static bool
is_paragraph(const struct block *block)
{
	return block->kind == BLOCK_TITLE || block->kind == BLOCK_SUBTITLE ||
	       block->kind == BLOCK_SUMMARY || block->kind == BLOCK_PARAGRAPH ||
	       block->kind == BLOCK_ITEM || block->kind == BLOCK_QUOTATION ||
	       block->kind == BLOCK_NOTE;
}

static bool
is_figure(const struct block *block)
{
	return block->kind == BLOCK_FIGURE;
}

static bool
is_table(const struct block *block)
{
	return block->kind == BLOCK_TABLE;
}

/* The blocks from `from` up to `to` that belong to the aspect; the caller unrefs. */
static GPtrArray *
select_blocks(const GPtrArray *blocks, guint from, guint to,
	      bool (*takes)(const struct block *block))
{
	GPtrArray *taken = g_ptr_array_new();

	for (guint i = from; i < to; i++) {
		if (takes(g_ptr_array_index(blocks, i)))
			g_ptr_array_add(taken, g_ptr_array_index(blocks, i));
	}
	return taken;
}

/* Where a block of the outline stands in it. */
static guint
index_of(const GPtrArray *blocks, const struct block *block)
{
	guint at = 0;

	while (g_ptr_array_index(blocks, at) != block)
		at++;
	return at;
}

/* How many cells follow a pipe table. */
static guint
count_cells(const GPtrArray *blocks, const struct block *table)
{
	guint cells = 0;

	for (guint at = index_of(blocks, table) + 1; at < blocks->len; at++) {
		const struct block *block = g_ptr_array_index(blocks, at);

		if (block->kind == BLOCK_CELL)
			cells++;
		else if (block->kind != BLOCK_NOTE)
			break;
	}
	return cells;
}

/* Are the two blocks counterparts? */
static bool
blocks_match(const struct comparison *comparison, const struct block *source,
	     const struct block *target)
{
	if (source->kind != target->kind || source->level != target->level ||
	    source->columns != target->columns || g_strcmp0(source->id, target->id) != 0)
		return false;
	return source->kind != BLOCK_TABLE ||
	       count_cells(comparison->source.brief->outline->blocks, source) ==
		       count_cells(comparison->target.brief->outline->blocks, target);
}

/* ---- words ---- */

static const char *
noun_of(const struct block *block)
{
	static const char *const nouns[] = {
		[BLOCK_TITLE] = "title",	 [BLOCK_SUBTITLE] = "subtitle",
		[BLOCK_SUMMARY] = "summary",	 [BLOCK_HEADING] = "heading",
		[BLOCK_PARAGRAPH] = "paragraph", [BLOCK_ITEM] = "list item",
		[BLOCK_QUOTATION] = "quotation", [BLOCK_NOTE] = "note",
		[BLOCK_FIGURE] = "figure",	 [BLOCK_TABLE] = "table",
		[BLOCK_CELL] = "cell",
	};

	return nouns[block->kind];
}

/* "heading “Findings”", "table thefts-table", "paragraph “Two thefts …”" */
static char *
describe(const struct side *side, const struct block *block)
{
	g_autoptr(GString) words = g_string_new(NULL);
	g_autofree char *start = NULL;

	if (block->id && *block->id)
		return g_strdup_printf("%s “%s”", noun_of(block), block->id);
	if (block->kind == BLOCK_TABLE) {
		guint cells = count_cells(side->brief->outline->blocks, block);

		return g_strdup_printf("table of %d by %u cells", block->columns,
				       block->columns ? cells / (guint)block->columns : 0);
	}
	for (guint i = 0; i < block->n_spans; i++)
		g_string_append(words, block_span(block, i)->text);
	g_strstrip(words->str);
	start = g_utf8_substring(words->str, 0, MIN(g_utf8_strlen(words->str, -1), 40));
	if (g_utf8_strlen(words->str, -1) > 40) {
		char *whole = g_strconcat(start, "…", NULL);

		g_free(start);
		start = whole;
	}
	return g_strdup_printf("%s “%s”", noun_of(block), start);
}

/* Where something is missing from a brief: at the block that stands in its place, else at the last
 * one. */
static struct loc
place_in(const struct side *side, guint at, const struct block *fallback)
{
	const struct block *block = block_at(side, at);

	if (block)
		return block->at;
	if (fallback)
		return fallback->at;
	return (struct loc){.file = side->brief->outline->file, .line = 1, .column = 1};
}

/* ---- blocks in order ---- */

static bool
occurs_from(const struct comparison *comparison, const struct side *side, guint from,
	    const struct block *block, bool is_source)
{
	for (guint i = from; i < side->blocks->len; i++) {
		const struct block *other = block_at(side, i);

		if (is_source ? blocks_match(comparison, other, block)
			      : blocks_match(comparison, block, other))
			return true;
	}
	return false;
}

static void
tell_blocks(const struct comparison *comparison, enum diag_id id, guint at,
	    const struct block *fallback, const struct block *origin)
{
	const struct side *source = &comparison->source, *target = &comparison->target;
	const struct block *wanted = block_at(source, at), *found = block_at(target, at);
	g_autofree char *w = wanted ? describe(source, wanted) : NULL;
	g_autofree char *f = found ? describe(target, found) : NULL;
	const char *lang = source->brief->lang;
	struct loc place = place_in(target, at, fallback);
	struct diag *diag;
	bool fewer = target->blocks->len < source->blocks->len;

	if (wanted && (!found || (fewer && occurs_from(comparison, source, at + 1, found, true))))
		diag = diag_add(comparison->env->diags, id, place, "the %s of %s is missing here",
				w, lang);
	else if (found && (!wanted || (target->blocks->len > source->blocks->len &&
				       occurs_from(comparison, target, at + 1, wanted, false))))
		diag = diag_add(comparison->env->diags, id, place,
				"this %s has no counterpart in %s", f, lang);
	else if (wanted->kind == BLOCK_HEADING && found->kind == BLOCK_HEADING)
		diag = diag_add(comparison->env->diags, id, place,
				"this heading is of another level than its counterpart in %s",
				lang);
	else
		diag = diag_add(comparison->env->diags, id, place,
				"here stands a %s, and in %s the %s", f, lang, w);
	diag_relate(diag, place_in(source, at, origin), "%s",
		    wanted ? "the counterpart" : "there it ends");
	diag_help(diag,
		  wanted && !found ? "translate it, or put it where %s has it"
				   : "bring it into line with %s",
		  source->brief->outline->file);
}

/* Index of the first pair that differs; the common length where one only goes on; -1 for none. */
static int
first_difference(const struct comparison *comparison)
{
	guint n = comparison->source.blocks->len, m = comparison->target.blocks->len;

	for (guint i = 0; i < n || i < m; i++) {
		if (i >= n || i >= m ||
		    !blocks_match(comparison, block_at(&comparison->source, i),
				  block_at(&comparison->target, i)))
			return (int)i;
	}
	return -1;
}

/* ---- links of two blocks ---- */

struct link_aspect {
	enum span_kind span;
	enum diag_id id;
	const char *scheme;
};

static const struct link_aspect link_aspects[] = {
	{SPAN_FACT, DIAG_PARITY_FACTS, "fact"},
	{SPAN_CITE, DIAG_PARITY_CITES, "cite"},
	{SPAN_ENTITY, DIAG_PARITY_ENTITIES, "entity"},
};

static bool
same_link(const struct span *a, const struct span *b)
{
	return a->kind == b->kind && g_strcmp0(a->path, b->path) == 0 &&
	       g_strcmp0(a->fragment, b->fragment) == 0 && g_strcmp0(a->claim, b->claim) == 0 &&
	       span_is_note(a) == span_is_note(b);
}

/* How often the link stands among the spans before `before`. */
static guint
count_link(const struct block *block, guint before, const struct span *link)
{
	guint n = 0;

	for (guint i = 0; i < before; i++)
		n += same_link(block_span(block, i), link);
	return n;
}

/* The first link of a kind in one block that stands less often in the other; NULL if there is none.
 */
static const struct span *
first_extra(const struct block *block, const struct block *other, enum span_kind kind)
{
	for (guint i = 0; i < block->n_spans; i++) {
		const struct span *span = block_span(block, i);

		if (span->kind == kind &&
		    count_link(block, i, span) >= count_link(other, other->n_spans, span))
			return span;
	}
	return NULL;
}

static char *
link_text(const struct link_aspect *aspect, const struct span *span)
{
	const char *key = span_is_note(span) ? "?form=claims" : span->claim ? "?claim=" : "";

	return g_strdup_printf("%s:%s%s%s%s%s", aspect->scheme, span->path, key,
			       *key && !span_is_note(span) ? span->claim : "",
			       span->fragment ? "#" : "", span->fragment ? span->fragment : "");
}

static void
compare_links(const struct comparison *comparison, const struct link_aspect *aspect,
	      const struct block *source, const struct block *target)
{
	const struct span *missing = first_extra(source, target, aspect->span);
	const struct span *added = first_extra(target, source, aspect->span);
	const char *lang = comparison->source.brief->lang;
	g_autofree char *m = missing ? link_text(aspect, missing) : NULL;
	g_autofree char *n = added ? link_text(aspect, added) : NULL;
	struct diag *diag;

	if (!missing && !added)
		return;
	if (missing && added)
		diag = diag_add(comparison->env->diags, aspect->id, added->at,
				"“%s” stands where %s has “%s”", n, lang, m);
	else if (missing)
		diag = diag_add(comparison->env->diags, aspect->id, target->at,
				"“%s” of %s is missing from this %s", m, lang, noun_of(target));
	else
		diag = diag_add(comparison->env->diags, aspect->id, added->at,
				"“%s” is not in this %s of %s", n, noun_of(target), lang);
	if (missing)
		diag_help(diag, "write [](%s), or bind your own words to it", m);
	else
		diag_help(diag, "leave it out, or add it to %s",
			  comparison->source.brief->outline->file);
	diag_relate(diag, missing ? missing->at : source->at, "the counterpart");
}

/* The next link from a span on that is compared, or the end. */
static guint
next_link(const struct block *block, guint at)
{
	while (at < block->n_spans) {
		enum span_kind kind = block_span(block, at)->kind;

		if (kind == SPAN_FACT || kind == SPAN_CITE || kind == SPAN_ENTITY)
			break;
		at++;
	}
	return at;
}

/* The same links in the same order, as mostly. */
static bool
same_links(const struct block *a, const struct block *b)
{
	guint i = next_link(a, 0), j = next_link(b, 0);

	while (i < a->n_spans && j < b->n_spans) {
		if (!same_link(block_span(a, i), block_span(b, j)))
			return false;
		i = next_link(a, i + 1);
		j = next_link(b, j + 1);
	}
	return i == a->n_spans && j == b->n_spans;
}

static void
compare_all_links(const struct comparison *comparison, const struct block *source,
		  const struct block *target)
{
	if (same_links(source, target))
		return;
	for (gsize i = 0; i < G_N_ELEMENTS(link_aspects); i++)
		compare_links(comparison, &link_aspects[i], source, target);
}

/* ---- sections ---- */

/* The index of the n-th heading, or the end. */
static guint
heading_index(const GPtrArray *blocks, guint n)
{
	for (guint i = 0; i < blocks->len; i++) {
		if (is_heading(g_ptr_array_index(blocks, i)) && n-- == 0)
			return i;
	}
	return blocks->len;
}

/* The paragraphs below the n-th heading (0: before all), and that heading; the caller unrefs. */
static GPtrArray *
section_paragraphs(const GPtrArray *blocks, guint n, const struct block **heading)
{
	guint from = n == 0 ? 0 : heading_index(blocks, n - 1);

	*heading = n == 0 ? NULL : g_ptr_array_index(blocks, from);
	return select_blocks(blocks, from, heading_index(blocks, n), is_paragraph);
}

static void
compare_section(const struct comparison *whole, guint section)
{
	const GPtrArray *blocks[2] = {whole->source.brief->outline->blocks,
				      whole->target.brief->outline->blocks};
	const struct block *heading[2] = {NULL, NULL};
	g_autoptr(GPtrArray) source = section_paragraphs(blocks[0], section, &heading[0]);
	g_autoptr(GPtrArray) target = section_paragraphs(blocks[1], section, &heading[1]);
	struct comparison part = *whole;
	int at;

	part.source.blocks = source;
	part.target.blocks = target;
	if (heading[0])
		compare_all_links(whole, heading[0], heading[1]);
	at = first_difference(&part);
	if (at >= 0) {
		const struct block *last =
			at > 0 ? block_at(&part.target, (guint)at - 1) : heading[1];
		const struct block *origin =
			at > 0 ? block_at(&part.source, (guint)at - 1) : heading[0];

		tell_blocks(&part, DIAG_PARITY_PARAGRAPHS, (guint)at, last, origin);
		return;
	}
	for (guint i = 0; i < source->len; i++)
		compare_all_links(whole, block_at(&part.source, i), block_at(&part.target, i));
}

/* Headings in order; how many sections are counterparts, the one before all headings among them. */
static guint
compare_headings(const struct comparison *whole)
{
	struct comparison headings = *whole;
	const GPtrArray *source = whole->source.brief->outline->blocks;
	const GPtrArray *target = whole->target.brief->outline->blocks;
	g_autoptr(GPtrArray) a = select_blocks(source, 0, source->len, is_heading);
	g_autoptr(GPtrArray) b = select_blocks(target, 0, target->len, is_heading);
	int at;

	headings.source.blocks = a;
	headings.target.blocks = b;
	at = first_difference(&headings);
	if (at < 0)
		return a->len + 1;
	tell_blocks(&headings, DIAG_PARITY_HEADINGS, (guint)at,
		    target->len ? g_ptr_array_index(target, target->len - 1) : NULL,
		    source->len ? g_ptr_array_index(source, source->len - 1) : NULL);
	/* the section before the difference may hold what is below a heading that is missing */
	return (guint)at;
}

/* ---- figures and tables ---- */

/* The cells and the caption of two tables or figures that are counterparts. */
static void
compare_inside(const struct comparison *whole, const struct block *source,
	       const struct block *target)
{
	const GPtrArray *a = whole->source.brief->outline->blocks;
	const GPtrArray *b = whole->target.brief->outline->blocks;
	guint i = index_of(a, source), k = index_of(b, target);

	compare_all_links(whole, source, target);
	if (!source->columns)
		return;
	for (i++, k++; i < a->len && k < b->len; i++, k++) {
		const struct block *x = g_ptr_array_index(a, i), *y = g_ptr_array_index(b, k);

		if (x->kind != y->kind || (x->kind != BLOCK_CELL && x->kind != BLOCK_NOTE))
			return;
		if (x->kind == BLOCK_CELL)
			compare_all_links(whole, x, y);
	}
}

static void
compare_sequence(const struct comparison *whole, enum diag_id id,
		 bool (*takes)(const struct block *block))
{
	struct comparison part = *whole;
	const GPtrArray *source = whole->source.brief->outline->blocks;
	const GPtrArray *target = whole->target.brief->outline->blocks;
	g_autoptr(GPtrArray) a = select_blocks(source, 0, source->len, takes);
	g_autoptr(GPtrArray) b = select_blocks(target, 0, target->len, takes);
	int at;

	part.source.blocks = a;
	part.target.blocks = b;
	at = first_difference(&part);
	for (guint i = 0; i < (at < 0 ? a->len : (guint)at); i++)
		compare_inside(whole, block_at(&part.source, i), block_at(&part.target, i));
	if (at >= 0)
		tell_blocks(&part, id, (guint)at,
			    target->len ? g_ptr_array_index(target, target->len - 1) : NULL,
			    source->len ? g_ptr_array_index(source, source->len - 1) : NULL);
}

void
parity_check(const struct check_env *env, const struct checked *source, const struct checked *brief)
{
	struct comparison whole = {.env = env,
				   .source = {source, source->outline->blocks},
				   .target = {brief, brief->outline->blocks}};
	guint sections = compare_headings(&whole);

	for (guint i = 0; i < sections; i++)
		compare_section(&whole, i);
	compare_sequence(&whole, DIAG_PARITY_FIGURES, is_figure);
	compare_sequence(&whole, DIAG_PARITY_TABLES, is_table);
}
