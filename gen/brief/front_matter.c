/* front_matter: the YAML that opens a brief. */
#include "brief/front_matter.h"

#include <string.h>

#include "base/diag.h"
#include "base/text.h"
#include "base/yaml.h"
#include "brief/brief.h"
#include "brief/convert.h"
#include "brief/tree.h"

enum { FIRST_LINE = 1 }; /* the "---" before the YAML */

/* The length of a line that is nothing but a fence, its end included; 0 if it is none. */
static gsize
fence_length(const char *line, bool closing)
{
	gsize length = strcspn(line, "\n"), blanks;

	if (strncmp(line, "---", 3) != 0 && !(closing && strncmp(line, "...", 3) == 0))
		return 0;
	blanks = strspn(line + 3, " \t");
	return 3 + blanks == length ? length + (line[length] == '\n') : 0;
}

char *
front_matter_cut(GString *text)
{
	gsize start = fence_length(text->str, false), end = start, fence = 0, lines = 1;
	char *yaml;

	while (start > 0 && text->str[end]) {
		fence = fence_length(text->str + end, true);
		lines++;
		if (fence > 0)
			break;
		end += strcspn(text->str + end, "\n");
		end += text->str[end] == '\n';
	}
	if (fence == 0)
		return NULL;
	yaml = g_strndup(text->str + start, end - start);
	/* the text before its end is longer than its line ends alone */
	memset(text->str, '\n', lines);
	g_string_erase(text, (gssize)lines, (gssize)(end + fence - lines));
	return yaml;
}

/* Skips blanks and line ends of the source, counting. */
static const char *
skip_blanks(const char *p, struct place *place)
{
	for (; *p == ' ' || *p == '\t' || *p == '\n'; p++) {
		place->column++;
		if (*p == '\n')
			*place = (struct place){.line = place->line + 1, .column = 1};
	}
	return p;
}

static void
end_line(struct passage *passage, struct place place)
{
	gsize start = 0;

	if (passage->lines->len == 0)
		g_array_append_val(passage->lines, start);
	passage_add_at(passage, "\n", 1, place);
	start = passage->text->len;
	g_array_append_val(passage->lines, start);
}

/* Bytes that the source writes as the scalar's text has them, up to a line end or blanks. */
static gsize
same_length(const char *text, const char *source)
{
	gsize n = 0;

	for (; text[n] && text[n] != '\n' && text[n] == source[n]; n++) {
		if (text[n] == ' ' && strchr(" \t\n", source[n + 1]))
			break;
	}
	return n;
}

/*
 * The scalar's text with the place of each character, found by reading the source along with it:
 * folded lines differ only in blanks.  False where the text was written with escapes; then nothing
 * is added.
 */
static bool
add_places(struct passage *passage, const struct brief_text *source, const struct yaml_node *node)
{
	struct place place = {.line = node->at.line, .column = node->at.column};
	gsize length = 0, before = passage->text->len;
	const char *p = brief_text_line(source, node->at.line - FIRST_LINE, &length);

	if (!p || place.column < 1 || g_utf8_strlen(p, (gssize)length) < place.column - 1)
		return false;
	p = skip_blanks(g_utf8_offset_to_pointer(p, place.column - 1), &place);
	for (const char *t = node->text; *t;) {
		gsize same = same_length(t, p);

		passage_add_run(passage, p, same, &place);
		p += same;
		t += same;
		if (*t && *t != ' ' && *t != '\n') {
			passage_truncate(passage, before);
			return false;
		}
		for (; *t == ' ' || *t == '\n'; t++) {
			/* A folded line ends as one of the body does: not everywhere with a blank.
			 */
			bool folded = p[strspn(p, " \t")] == '\n';

			if (folded)
				end_line(passage, place);
			else
				passage_add_at(passage, " ", 1, place);
			p = skip_blanks(p, &place);
		}
	}
	return true;
}

/* Inline Markdown of a scalar as an element of ours. */
static xmlNode *
read_inlines(struct conversion *cv, const struct brief_text *source, const struct yaml_node *node)
{
	xmlNode *element = tree_new(cv->doc, TREE_B, node->key);
	g_autoptr(Passage) passage = passage_new(cv->text.file);
	struct place place = {.line = node->at.line, .column = node->at.column};
	g_autofree char *text = NULL;

	tree_set_loc(element, (struct loc){.line = node->at.line, .column = node->at.column});
	passage->fragment = true;
	passage_add_at(passage, FRAGMENT_START, strlen(FRAGMENT_START), place);
	if (!add_places(passage, source, node)) {
		text = g_strdelimit(g_strdup(node->text), "\n", ' ');
		passage_add_at(passage, text, strlen(text), place);
	}
	convert_fragment(cv, passage, element);
	return element;
}

static bool
want_scalar(struct conversion *cv, const struct yaml_node *node)
{
	if (node->type == YAML_SCALAR)
		return true;
	diag_add(cv->diags, DIAG_SCHEMA_TYPE, node->at, "“%s” must be a text",
		 node->key ? node->key : "keyword");
	return false;
}

static void
read_keywords(struct conversion *cv, const struct yaml_node *node, struct brief *brief)
{
	if (node->type != YAML_SEQUENCE) {
		diag_help(diag_add(cv->diags, DIAG_SCHEMA_TYPE, node->at,
				   "“keywords” must be a list"),
			  "write [one, two]");
		return;
	}
	for (guint i = 0; i < node->items->len; i++) {
		const struct yaml_node *item = g_ptr_array_index(node->items, i);

		if (item->type == YAML_SCALAR)
			g_ptr_array_add(brief->keywords, g_strdup(item->text));
		else
			diag_add(cv->diags, DIAG_SCHEMA_TYPE, item->at, "a keyword must be a text");
	}
}

static void
refuse_key(struct conversion *cv, const struct yaml_node *node)
{
	static const char *const keys[] = {"keywords", "subtitle", "summary", "title",
					   "translator"};
	g_autoptr(GPtrArray) known = g_ptr_array_new();
	struct diag *diag = diag_add(cv->diags, DIAG_SCHEMA_UNKNOWN_KEY, node->key_at,
				     "“%s” means nothing in the front matter", node->key);
	const char *near;

	for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
		g_ptr_array_add(known, (gpointer)keys[i]);
	near = diag_nearest(node->key, known);
	if (near)
		diag_help(diag, "did you mean “%s”?", near);
	else
		diag_help(diag, "the keys are title, subtitle, summary, keywords, translator");
}

static void
read_key(struct conversion *cv, const struct brief_text *source, const struct yaml_node *node,
	 struct brief *brief)
{
	xmlNode **slot = NULL;

	if (strcmp(node->key, "title") == 0)
		slot = &brief->title;
	else if (strcmp(node->key, "subtitle") == 0)
		slot = &brief->subtitle;
	else if (strcmp(node->key, "summary") == 0)
		slot = &brief->summary;
	if (slot) {
		if (want_scalar(cv, node) && *node->text)
			*slot = read_inlines(cv, source, node);
	} else if (strcmp(node->key, "keywords") == 0) {
		read_keywords(cv, node, brief);
	} else if (strcmp(node->key, "translator") == 0) {
		if (want_scalar(cv, node))
			brief->translator = g_strdup(node->text);
	} else {
		refuse_key(cv, node);
	}
}

void
front_matter_read(struct conversion *cv, const char *yaml, struct brief *brief)
{
	g_autoptr(YamlTree) tree = yaml_read(yaml, cv->text.file, FIRST_LINE, cv->diags);
	const struct yaml_node *root = yaml_root(tree);
	struct brief_text source;

	if (!root)
		return;
	if (root->type != YAML_MAPPING) {
		diag_help(diag_add(cv->diags, DIAG_SCHEMA_TYPE, root->at,
				   "the front matter must be keys with values"),
			  "write title: …");
		return;
	}
	brief_text_init(&source, yaml, cv->text.file);
	for (guint i = 0; i < root->items->len; i++)
		read_key(cv, &source, g_ptr_array_index(root->items, i), brief);
	brief_text_clear(&source);
}
