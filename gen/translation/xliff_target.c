/* xliff_target: the target of a unit of XLIFF as Markdown again. */
#include "translation/xliff_target.h"

#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "translation/codes.h"
#include "translation/pairing.h"
#include "translation/xliff_private.h"
#include "translation/xliff_read.h"

/* A code that may occur, and whether it did. */
struct known {
	const GPtrArray *codes;
	const struct code *code;
	bool wanted, seen;
};

struct reader {
	const struct xliff_document *document;
	struct diag_list *diags;
	GHashTable *known; /* id -> struct known * */
	GString *text;
	bool good, lines; /* lines: the unit may have line ends */
};

static void
fail(struct reader *reader, const xmlNode *at, const char *format, const char *what)
{
	g_autofree char *message = g_strdup_printf(format, what);

	diag_help(diag_add(reader->diags, DIAG_XLIFF_INVALID, xliff_place(reader->document, at),
			   "%s", message),
		  "bring the inline codes of the source back into the target");
	reader->good = false;
}

/* ---- the codes that belong to the unit ---- */

static void
know(struct reader *reader, const GPtrArray *codes, const GPtrArray *names, bool wanted)
{
	for (guint i = 0; i < codes->len; i++) {
		const char *name = names->pdata[i];
		struct known *known;

		if (!name || g_hash_table_contains(reader->known, name))
			continue;
		known = g_new0(struct known, 1);
		known->codes = codes;
		known->code = g_ptr_array_index(codes, i);
		known->wanted = wanted;
		g_hash_table_insert(reader->known, g_strdup(name), known);
	}
}

/* What the translation had lost before the export need not come back. */
static void
forgive(const struct reader *reader, const GPtrArray *names)
{
	GHashTableIter all;
	gpointer name, known;

	g_hash_table_iter_init(&all, reader->known);
	while (g_hash_table_iter_next(&all, &name, &known)) {
		bool kept = false;

		for (guint i = 0; i < names->len && !kept; i++)
			kept = g_strcmp0(names->pdata[i], name) == 0;
		((struct known *)known)->wanted = kept;
	}
}

static struct known *
find_code(struct reader *reader, const xmlNode *node, const char *attribute, enum code_kind kind)
{
	const char *id = xliff_attribute(node, attribute);
	struct known *known = id ? g_hash_table_lookup(reader->known, id) : NULL;

	if (!known)
		fail(reader, node, "no inline code of this unit is called “%s”", id ? id : "");
	else if (known->code->kind != kind)
		fail(reader, node, "inline code “%s” is of another kind", id);
	else
		return known;
	return NULL;
}

static struct known *
use_code(struct reader *reader, const xmlNode *node, enum code_kind kind)
{
	struct known *known = find_code(reader, node, "id", kind);

	if (known && known->seen) {
		fail(reader, node, "inline code “%s” stands here a second time",
		     xliff_attribute(node, "id"));
		return NULL;
	}
	if (known)
		known->seen = true;
	return known;
}

static const char *
close_text(const struct known *known)
{
	const struct code *close = g_ptr_array_index(known->codes, known->code->partner);

	return close->text;
}

/* ---- walking ---- */

static void
read_words(struct reader *reader, const xmlNode *node)
{
	for (const char *p = (const char *)node->content; p && *p; p++)
		g_string_append_c(reader->text, *p == '\n' && !reader->lines ? ' ' : *p);
}

/* Tags nest no deeper in a file of ours than codes do; a file of another kind is cut off. */
static void
read_content(struct reader *reader, const xmlNode *parent, int depth)
{
	if (depth > 100) {
		fail(reader, parent, "%s", "inline codes are nested too deep");
		return;
	}
	for (const xmlNode *node = parent->children; node; node = node->next) {
		struct known *known = NULL;

		if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
			read_words(reader, node);
		} else if (xliff_is(node, "ph")) {
			known = use_code(reader, node, CODE_ALONE);
			g_string_append(reader->text, known ? known->code->text : "");
		} else if (xliff_is(node, "pc") || xliff_is(node, "sc")) {
			known = use_code(reader, node, CODE_OPEN);
			g_string_append(reader->text, known ? known->code->text : "");
			read_content(reader, node, depth + 1);
			if (known && xliff_is(node, "pc"))
				g_string_append(reader->text, close_text(known));
		} else if (xliff_is(node, "ec")) {
			known = find_code(reader, node, "startRef", CODE_OPEN);
			g_string_append(reader->text, known ? close_text(known) : "");
		} else if (xliff_is(node, "mrk")) {
			read_content(reader, node, depth + 1);
		} else if (node->type == XML_ELEMENT_NODE && !xliff_is(node, "sm") &&
			   !xliff_is(node, "em")) {
			fail(reader, node, "<%s> cannot stand in a text", (const char *)node->name);
		}
	}
}

static bool
is_done(const xmlNode *segment)
{
	static const char *const done[] = {"translated", "reviewed", "final", NULL};
	const char *state = xliff_attribute(segment, "state");

	return state && g_strv_contains(done, state);
}

static xmlNode *
child_of(const xmlNode *parent, const char *name)
{
	for (xmlNode *node = parent->children; node; node = node->next) {
		if (xliff_is(node, name))
			return node;
	}
	return NULL;
}

/* A tool may have parted the unit into sentences.  False where a segment has no target. */
static bool
read_segments(struct reader *reader, const xmlNode *unit, bool *done)
{
	bool any = false, all = true;

	*done = true;
	for (const xmlNode *node = unit->children; node; node = node->next) {
		bool ignorable = xliff_is(node, "ignorable");
		const xmlNode *content;

		if (!ignorable && !xliff_is(node, "segment"))
			continue;
		content = child_of(node, "target");
		if (!content && ignorable)
			content = child_of(node, "source");
		any = any || !ignorable;
		all = all && content;
		*done = *done && (ignorable || is_done(node));
		if (content)
			read_content(reader, content, 0);
	}
	return any && all;
}

static void
check_seen(struct reader *reader, const xmlNode *unit)
{
	GHashTableIter all;
	gpointer value;
	g_autoptr(GPtrArray) lost = g_ptr_array_new();

	g_hash_table_iter_init(&all, reader->known);
	while (g_hash_table_iter_next(&all, NULL, &value)) {
		const struct known *known = value;

		if (known->wanted && !known->seen)
			g_ptr_array_add(lost, (gpointer)known->code);
	}
	for (guint id = 1; lost->len > 0 && reader->good && id < G_MAXINT; id++) {
		for (guint i = 0; i < lost->len; i++) {
			const struct code *code = g_ptr_array_index(lost, i);

			if (code->id != (int)id)
				continue;
			fail(reader, unit, "the target lacks the inline code of “%s”", code->text);
			return;
		}
	}
}

/* Words that read as markup would be another unit than the one that was translated. */
static void
check_words(struct reader *reader, const xmlNode *unit, enum unit_kind kind)
{
	g_autoptr(GPtrArray) codes = codes_split(reader->text->str, kind);
	guint found = 0, meant = 0;
	GHashTableIter all;
	gpointer value;

	for (guint i = 0; i < codes->len; i++)
		found += ((const struct code *)g_ptr_array_index(codes, i))->id > 0 &&
			 ((const struct code *)g_ptr_array_index(codes, i))->kind != CODE_CLOSE;
	g_hash_table_iter_init(&all, reader->known);
	while (g_hash_table_iter_next(&all, NULL, &value))
		meant += ((const struct known *)value)->seen;
	if (found != meant)
		fail(reader, unit, "%s",
		     "signs among the words read as markup: write \\[, \\*, \\` or \\| for the "
		     "sign "
		     "itself");
}

bool
xliff_target_read(const struct xliff_document *document, xmlNode *unit, const struct pair *pair,
		  struct diag_list *diags, struct xliff_target *target)
{
	const struct unit *like = pair->translation ? pair->translation : pair->source;
	g_autoptr(GPtrArray) source = xliff_codes(pair->source);
	g_autoptr(GPtrArray) own = xliff_code_names(source, source);
	g_autoptr(GPtrArray) translated = NULL, names = NULL;
	g_autoptr(GHashTable) known =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	g_autoptr(GString) text = g_string_new(NULL);
	struct reader reader = {.document = document,
				.diags = diags,
				.known = known,
				.text = text,
				.good = true,
				.lines = strchr(like->text, '\n') != NULL};

	*target = (struct xliff_target){0};
	know(&reader, source, own, true);
	if (pair->translation) {
		translated = xliff_codes(pair->translation);
		names = xliff_code_names(source, translated);
		forgive(&reader, names);
		know(&reader, translated, names, false);
	}
	if (!read_segments(&reader, unit, &target->done))
		return reader.good;
	if (reader.good)
		check_seen(&reader, unit);
	if (reader.good)
		check_words(&reader, unit, pair->source->kind);
	if (reader.good)
		target->text =
			g_strdup_printf("%.*s%s", (int)xliff_prefix(like), like->text, text->str);
	return reader.good;
}
