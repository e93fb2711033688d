/* note: the author's notes. */
#include "brief/note.h"

#include <string.h>

#include "base/diag.h"
#include "brief/convert.h"
#include "brief/tree.h"

struct note_definition {
	char *label;
	xmlNode *paragraph; /* without a parent until it is placed */
	bool placed;
	struct loc at;
};

static void
definition_free(gpointer data)
{
	struct note_definition *note = data;

	if (!note->placed)
		xmlFreeNode(note->paragraph);
	g_free(note->label);
	g_free(note);
}

void
note_init(struct conversion *cv)
{
	cv->notes = g_hash_table_new(g_str_hash, g_str_equal);
	cv->note_order = g_ptr_array_new_with_free_func(definition_free);
}

void
note_clear(struct conversion *cv)
{
	g_hash_table_unref(cv->notes);
	g_ptr_array_unref(cv->note_order);
}

/* The length of "[^id]" at p, 0 if it is none. */
static gsize
reference_length(const char *p, gsize size)
{
	gsize i = 2;

	if (size < 4 || p[0] != '[' || p[1] != '^')
		return 0;
	while (i < size && i < 66 && !strchr("[]^ \t\n\001", p[i]))
		i++;
	return i > 2 && i < size && p[i] == ']' ? i + 1 : 0;
}

bool
note_find_reference(const char *text, gsize size, gsize *start, gsize *length)
{
	const char *p = text, *end = text + size;

	for (; (p = memchr(p, '[', (gsize)(end - p))); p++) {
		*length = reference_length(p, (gsize)(end - p));
		if (*length > 0) {
			*start = (gsize)(p - text);
			return true;
		}
	}
	return false;
}

void
note_hide_colons(char *text)
{
	char *line = text;

	while (*line) {
		char *p = line, *end = strchrnul(line, '\n');
		gsize length;

		while (*p == ' ' || *p == '\t' || *p == '>')
			p++;
		length = reference_length(p, (gsize)(end - p));
		if (length > 0 && p[length] == ':')
			p[length] = NOTE_COLON;
		line = *end ? end + 1 : end;
	}
}

/* Does a definition begin at this child of a paragraph? */
static bool
is_definition(const xmlNode *child)
{
	const xmlNode *before = child->prev, *after = child->next;

	return tree_is(child, TREE_B, "noteref") &&
	       (!before || tree_is(before, TREE_CM, "softbreak")) &&
	       tree_is(after, TREE_CM, "text") && after->children &&
	       after->children->content[0] == NOTE_COLON;
}

static void
add_definition(struct conversion *cv, const xmlNode *noteref, xmlNode *paragraph)
{
	struct note_definition *note = g_new0(struct note_definition, 1);
	const struct note_definition *earlier;

	note->label = g_strdup(tree_find(noteref, "label"));
	note->at = tree_loc(noteref, cv->text.file);
	note->paragraph = paragraph;
	g_ptr_array_add(cv->note_order, note);
	earlier = g_hash_table_lookup(cv->notes, note->label);
	if (earlier) {
		diag_relate(diag_add(cv->diags, DIAG_ID_DUPLICATE, note->at,
				     "the note [^%s] is written twice", note->label),
			    earlier->at, "first here");
		return;
	}
	g_hash_table_insert(cv->notes, note->label, note);
}

/* Everything from the definition's mark to the next one moves into a paragraph of its own. */
static xmlNode *
take_definition(struct conversion *cv, xmlNode *noteref)
{
	xmlNode *paragraph = tree_new(noteref->doc, TREE_CM, "paragraph");
	xmlNode *text = noteref->next, *child, *next;
	g_autofree char *rest = g_strdup((const char *)text->children->content + 1);
	struct loc at = tree_loc(noteref, cv->text.file);

	at.end_column = 0;
	tree_set_loc(paragraph, at);
	xmlNodeSetContent(text, NULL);
	xmlNodeAddContent(text, BAD_CAST g_strchug(rest));
	for (child = text; child && !(tree_is(child, TREE_CM, "softbreak") && child->next &&
				      is_definition(child->next));
	     child = next) {
		next = child->next;
		xmlUnlinkNode(child);
		xmlAddChild(paragraph, child);
	}
	add_definition(cv, noteref, paragraph);
	tree_drop(noteref);
	if (child)
		tree_drop(child);
	return paragraph;
}

bool
note_split(struct conversion *cv, xmlNode *paragraph)
{
	xmlNode *child = paragraph->children;

	while (child) {
		xmlNode *before = child->prev;

		if (!is_definition(child)) {
			child = child->next;
			continue;
		}
		take_definition(cv, child);
		child = before ? before->next : paragraph->children;
		/* the line end that led to the definition; the next one begins a line again */
		if (before && tree_is(before, TREE_CM, "softbreak") && !child)
			tree_drop(before);
	}
	if (paragraph->children)
		return true;
	tree_drop(paragraph);
	return false;
}

static void
refuse_reference(struct conversion *cv, xmlNode *noteref)
{
	const char *label = tree_find(noteref, "label");
	struct loc at = tree_loc(noteref, cv->text.file);
	g_autofree char *text = g_strdup_printf("[^%s]", label);
	g_autoptr(GPtrArray) known = g_ptr_array_new();
	struct diag *diag;
	const char *near;

	if (tree_above(noteref, TREE_B, "note")) {
		diag = diag_add(cv->diags, DIAG_REF_UNKNOWN, at, "a note cannot hold the note %s",
				text);
		diag_help(diag, "refer to it in the text");
	} else {
		diag = diag_add(cv->diags, DIAG_REF_UNKNOWN, at, "there is no note %s", text);
		for (guint i = 0; i < cv->note_order->len; i++) {
			struct note_definition *note = g_ptr_array_index(cv->note_order, i);

			g_ptr_array_add(known, note->label);
		}
		near = diag_nearest(label, known);
		if (near)
			diag_help(diag, "did you mean [^%s]?", near);
		else
			diag_help(diag, "write it as a paragraph of its own: %s: …", text);
	}
	xmlAddPrevSibling(noteref, tree_new(noteref->doc, TREE_CM, "text"));
	xmlNodeAddContent(noteref->prev, BAD_CAST text);
}

/* Puts what belongs at a reference in its place; returns where to go on. */
static xmlNode *
place_one(struct conversion *cv, xmlNode *noteref, const xmlNode *tree)
{
	struct note_definition *note = g_hash_table_lookup(cv->notes, tree_find(noteref, "label"));
	xmlNode *placed;

	if (!note || tree_above(noteref, TREE_B, "note")) {
		refuse_reference(cv, noteref);
		placed = noteref->prev;
		tree_drop(noteref);
		return tree_next(placed, tree, true);
	}
	if (note->placed)
		return tree_next(noteref, tree, true);
	note->placed = true;
	xmlNodeSetName(noteref, BAD_CAST "note");
	tree_set(noteref, "kind", "note");
	xmlAddChild(noteref, note->paragraph);
	return tree_next(noteref, tree, false);
}

void
note_place(struct conversion *cv, xmlNode *tree)
{
	xmlNode *node = cv->has_noterefs ? tree : NULL;

	while (node) {
		if (tree_is(node, TREE_B, "noteref"))
			node = place_one(cv, node, tree);
		else
			node = tree_next(node, tree, false);
	}
}

void
note_forbid(struct conversion *cv, xmlNode *words, const char *what)
{
	xmlNode *node = cv->has_noterefs ? words : NULL, *next;

	for (; node; node = next) {
		next = tree_next(node, words, false);
		if (!tree_is(node, TREE_B, "noteref"))
			continue;
		diag_help(diag_add(cv->diags, DIAG_SCHEMA_VALUE, tree_loc(node, cv->text.file),
				   "a note cannot stand in %s", what),
			  "put it in the summary or the text");
		tree_drop(node);
	}
}

static void
restore_colons(xmlChar *text)
{
	char *p = (char *)text;

	while (p && (p = strchr(p, NOTE_COLON)))
		*p = ':';
}

static void
restore_tree(const xmlNode *tree)
{
	for (const xmlNode *node = tree; node; node = tree_next(node, tree, false)) {
		if (node->type == XML_TEXT_NODE) {
			restore_colons(node->content);
			continue;
		}
		for (const xmlAttr *attr = node->properties; attr; attr = attr->next)
			restore_colons(attr->children ? attr->children->content : NULL);
	}
}

void
note_finish(struct conversion *cv, xmlNode *const *trees, gsize n)
{
	for (guint i = 0; i < cv->note_order->len; i++) {
		const struct note_definition *note = g_ptr_array_index(cv->note_order, i);

		if (!note->placed && g_hash_table_lookup(cv->notes, note->label) == note)
			diag_help(diag_add(cv->diags, DIAG_REF_UNKNOWN, note->at,
					   "nothing refers to the note [^%s]", note->label),
				  "write [^%s] in the text, or delete the note", note->label);
	}
	for (gsize i = 0; i < n; i++)
		restore_tree(trees[i]);
}
