/* xliff_import: an XLIFF file put into the brief of its language. */
#include <libxml/tree.h>
#include <string.h>

#include "base/diag.h"
#include "translation/pairing.h"
#include "translation/xliff.h"
#include "translation/xliff_private.h"
#include "translation/xliff_read.h"
#include "translation/xliff_target.h"

/* Bytes of the brief to be replaced. */
struct change {
	gsize start, end;
	char *text;
};

struct import {
	const struct xliff_input *input;
	struct xliff_document document;
	GHashTable *units; /* id -> unit element */
	struct diag_list *diags;
	const char *brief; /* what is changed: the translation's, or for a new one the source's */
	GArray *changes;   /* struct change, in order of the brief */
	struct xliff_result *result;
	const struct unit *last; /* behind it the next missing unit belongs; NULL: none yet */
	bool good;
};

void
xliff_result_free(struct xliff_result *result)
{
	if (!result)
		return;
	g_free(result->brief);
	g_ptr_array_unref(result->done);
	g_free(result);
}

/* ---- reading ---- */

static void
collect_units(struct import *import, xmlNode *parent, int depth)
{
	for (xmlNode *node = parent->children; node && depth < 100; node = node->next) {
		const char *id = xliff_is(node, "unit") ? xliff_attribute(node, "id") : NULL;

		if (id)
			g_hash_table_insert(import->units, (gpointer)id, node);
		else if (xliff_is(node, "file") || xliff_is(node, "group"))
			collect_units(import, node, depth + 1);
	}
}

static bool
check_languages(struct import *import)
{
	const xmlNode *root = xmlDocGetRootElement(import->document.doc);
	const struct xliff_names *names = import->input->names;
	const char *from = xliff_attribute(root, "srcLang");
	const char *to = xliff_attribute(root, "trgLang");

	if (g_strcmp0(from, names->source_lang) == 0 && g_strcmp0(to, names->target_lang) == 0)
		return true;
	diag_help(diag_add(import->diags, DIAG_XLIFF_INVALID, xliff_place(&import->document, root),
			   "this file is from “%s” to “%s”", from ? from : "", to ? to : ""),
		  "import it as what it is; here %s to %s was asked for", names->source_lang,
		  names->target_lang);
	return false;
}

/* Units that the source has no more, or has otherwise now. */
static void
check_known(struct import *import)
{
	g_autoptr(GHashTable) present = g_hash_table_new(g_str_hash, g_str_equal);
	const GPtrArray *source = import->input->pairing->source;
	GHashTableIter units;
	gpointer id, node;

	for (guint i = 0; i < source->len; i++)
		g_hash_table_add(present, ((struct unit *)g_ptr_array_index(source, i))->name);
	g_hash_table_iter_init(&units, import->units);
	while (g_hash_table_iter_next(&units, &id, &node)) {
		const char *name = id;

		if (*name == 'u' && g_hash_table_contains(present, name + 1))
			continue;
		diag_help(diag_add(import->diags, DIAG_UNIT_STALE,
				   xliff_place(&import->document, node),
				   "the source of unit “%s” has changed since the export", name),
			  "it is left out; export again for what is still to be done");
	}
}

/* ---- writing ---- */

static void
replace(struct import *import, gsize start, gsize end, char *text)
{
	struct change change = {start, end, text};

	g_array_append_val(import->changes, change);
}

/* A text of the front matter, as a scalar in quotes. */
static char *
front_matter_line(const struct unit *unit, const char *text)
{
	GString *out = g_string_new(unit_kind_name(unit->kind));

	g_string_append(out, ": \"");
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			g_string_append_c(out, '\\');
		g_string_append_c(out, *text);
	}
	g_string_append(out, "\"\n");
	return g_string_free(out, FALSE);
}

static bool
in_front_matter(const struct unit *unit)
{
	return unit->kind <= UNIT_SUMMARY;
}

/* What stands before a unit in its first line: "- ", "> "; the caller frees. */
static char *
lead_of(const char *brief, const struct unit *unit)
{
	gsize line = unit->start;

	while (line > 0 && brief[line - 1] != '\n')
		line--;
	return g_strndup(brief + line, unit->start - line);
}

/* Line ends within a unit, as in tables, keep what stands before the lines of its container. */
static char *
body_text(const char *brief, const struct unit *like, const char *text)
{
	g_autofree char *lead = lead_of(brief, like);
	g_autofree char *line_end = NULL;
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (char *p = lead; *p; p++)
		*p = *p == '>' ? '>' : ' ';
	line_end = g_strconcat("\n", lead, NULL);
	return g_strjoinv(line_end, lines);
}

static void
change_unit(struct import *import, const struct unit *unit, const char *text)
{
	import->result->changed++;
	replace(import, unit->start, unit->end,
		in_front_matter(unit) ? front_matter_line(unit, text)
				      : body_text(import->brief, unit, text));
}

/* A unit that the brief lacks goes behind the one that comes before it. */
static void
add_unit(struct import *import, const struct pair *pair, const char *text)
{
	const char *source = import->input->source;
	g_autofree char *lead = lead_of(source, pair->source);
	g_autofree char *body = body_text(source, pair->source, text);
	gsize at = import->last ? import->last->end : 0;
	bool tight = *lead && import->last && import->last->level == pair->source->level;

	import->result->changed++;
	if (in_front_matter(pair->source) ||
	    (!import->last && g_str_has_prefix(import->brief, "---"))) {
		diag_help(diag_add(import->diags, DIAG_UNIT_MISSING, pair->source->at,
				   "the translation has no place for this %s",
				   unit_kind_name(pair->source->kind)),
			  "write its front matter first: %s: …",
			  unit_kind_name(pair->source->kind));
		return;
	}
	if (import->last)
		replace(import, at, at, g_strconcat(tight ? "\n" : "\n\n", lead, body, NULL));
	else
		replace(import, at, at, g_strconcat(lead, body, "\n\n", NULL));
}

/* From the start of the unit's first line to the start of what follows its last. */
static void
remove_unit(struct import *import, const struct unit *unit)
{
	g_autofree char *lead = lead_of(import->brief, unit);
	gsize end = unit->end;

	if (!in_front_matter(unit)) {
		while (import->brief[end] == '\n')
			end++;
	}
	replace(import, unit->start - (in_front_matter(unit) ? 0 : strlen(lead)), end,
		g_strdup(""));
}

static void
take_text(struct import *import, const struct pair *pair, const char *text)
{
	const struct unit *unit = pair->translation;

	/* A brief that is new is the source's with its texts exchanged. */
	if (!import->input->translation)
		unit = pair->source;
	if (!unit)
		add_unit(import, pair, text);
	else if (strcmp(unit->text, text) != 0)
		change_unit(import, unit, text);
}

static void
import_pair(struct import *import, const struct pair *pair)
{
	g_autofree char *id = g_strconcat("u", pair->source->name, NULL);
	xmlNode *element = g_hash_table_lookup(import->units, id);
	struct xliff_target target = {0};

	if (element && !xliff_target_read(&import->document, element, pair, import->diags, &target))
		import->good = false;
	if (target.text) {
		take_text(import, pair, target.text);
		if (target.done)
			g_ptr_array_add(import->result->done, g_strdup(pair->source->name));
	} else if (!import->input->translation && import->good) {
		remove_unit(import, pair->source);
	}
	if (pair->translation && !in_front_matter(pair->translation))
		import->last = pair->translation;
	g_free(target.text);
}

static char *
changed_brief(const struct import *import)
{
	GString *out = g_string_new(NULL);
	gsize at = 0;

	for (guint i = 0; i < import->changes->len; i++) {
		const struct change *change = &g_array_index(import->changes, struct change, i);

		if (change->start > at)
			g_string_append_len(out, import->brief + at, (gssize)(change->start - at));
		g_string_append(out, change->text);
		at = MAX(at, change->end);
	}
	g_string_append(out, import->brief + at);
	return g_string_free(out, FALSE);
}

static gint
compare_changes(gconstpointer a, gconstpointer b)
{
	const struct change *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

static void
change_clear(gpointer change)
{
	g_free(((struct change *)change)->text);
}

static void
import_all(struct import *import)
{
	const GArray *pairs = import->input->pairing->pairs;

	collect_units(import, xmlDocGetRootElement(import->document.doc), 0);
	check_known(import);
	for (guint i = 0; i < pairs->len; i++)
		import_pair(import, &g_array_index(pairs, struct pair, i));
	g_array_sort(import->changes, compare_changes);
	if (import->good)
		import->result->brief = changed_brief(import);
}

struct xliff_result *
xliff_import(GBytes *bytes, const char *file, const struct xliff_input *input,
	     struct diag_list *diags)
{
	g_autoptr(XliffResult) result = g_new0(struct xliff_result, 1);
	struct import import = {.input = input,
				.diags = diags,
				.brief = input->translation ? input->translation : input->source,
				.result = result,
				.good = true};

	result->done = g_ptr_array_new_with_free_func(g_free);
	import.changes = g_array_new(FALSE, FALSE, sizeof(struct change));
	g_array_set_clear_func(import.changes, change_clear);
	import.units = g_hash_table_new(g_str_hash, g_str_equal);
	if (xliff_read(&import.document, bytes, file, diags) && check_languages(&import))
		import_all(&import);
	g_hash_table_unref(import.units);
	g_array_unref(import.changes);
	xliff_document_clear(&import.document);
	return result->brief ? g_steal_pointer(&result) : NULL;
}
