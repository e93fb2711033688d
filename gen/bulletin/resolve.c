/* resolve: the walk that turns raw elements into final ones, in reading order. */
#include "bulletin/assembly.h"

/* a, b, … z, aa: notes of a table stand below it and are lettered apart from those of the text. */
static char *
letters(int number)
{
	GString *text = g_string_new(NULL);

	for (; number > 0; number = (number - 1) / 26)
		g_string_prepend_c(text, (char)('a' + (number - 1) % 26));
	return g_string_free(text, FALSE);
}

static void
note_letter(struct assembly *a, const xmlNode *table, xmlNode *note)
{
	g_autofree char *letter = NULL, *id = NULL;

	if (a->noted_table != table)
		a->n_table_notes = 0;
	a->noted_table = table;
	letter = letters(++a->n_table_notes);
	id = g_strdup_printf("note-%s-%s", tree_find(table, "id"), letter);
	tree_set(note, "id", id);
	page_set(a, note, "number", letter);
}

void
note_number(struct assembly *a, xmlNode *note)
{
	const xmlNode *table = tree_above(note, TREE_B, "table");
	g_autofree char *id = NULL;

	if (table) {
		note_letter(a, table, note);
		return;
	}
	id = g_strdup_printf("note-%d", ++a->n_notes);
	tree_set(note, "id", id);
	if (page_wanted(a))
		tree_set_int(note, "number", a->n_notes);
}

bool
note_allowed(const xmlNode *node)
{
	static const char *const closed[] = {"note", "title", "subtitle", "alt"};

	for (gsize i = 0; i < G_N_ELEMENTS(closed); i++) {
		if (tree_above(node, TREE_B, closed[i]))
			return false;
	}
	return true;
}

/* The author's note at its first reference. */
static void
resolve_note(struct assembly *a, xmlNode *note)
{
	const char *label = tree_find(note, "label");

	if (!label)
		return;
	g_hash_table_insert(a->notes, g_strdup(label), note);
	tree_unset(note, "label");
	note_number(a, note);
}

static void
resolve_noteref(struct assembly *a, xmlNode *noteref)
{
	const char *label = tree_find(noteref, "label");
	const xmlNode *note = label ? g_hash_table_lookup(a->notes, label) : NULL;

	if (!label)
		return;
	/* the brief keeps a noteref only after its note */
	g_assert(note);
	tree_set(noteref, "target", tree_find(note, "id"));
	page_set(a, noteref, "number", tree_find(note, "number"));
	tree_unset(noteref, "label");
}

static void
resolve_node(struct assembly *a, xmlNode *node)
{
	if (tree_is(node, TREE_B, "raw-fact"))
		fact_resolve(a, node);
	else if (tree_is(node, TREE_B, "raw-cite"))
		citation_resolve(a, node);
	else if (tree_is(node, TREE_B, "raw-entity"))
		entity_resolve(a, node);
	else if (tree_is(node, TREE_B, "raw-figure"))
		figure_resolve(a, node);
	else if (tree_is(node, TREE_B, "raw-anchor") || tree_is(node, TREE_B, "raw-literal"))
		raw_become(node, TREE_B, "abandoned");
	else if (tree_is(node, TREE_B, "note"))
		resolve_note(a, node);
	else if (tree_is(node, TREE_B, "noteref"))
		resolve_noteref(a, node);
}

void
resolve_tree(struct assembly *a, xmlNode *tree)
{
	/*
	 * Elements change in place, and what they get inside is final: walking on into it does no
	 * harm.
	 */
	for (xmlNode *node = tree; node; node = tree_next(node, tree, false)) {
		if (node->type == XML_ELEMENT_NODE)
			resolve_node(a, node);
	}
}
