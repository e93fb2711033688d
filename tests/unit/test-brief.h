/* What the tests of brief/ share: a brief read from a string, and its tree as one line of text. */
#ifndef TEST_BRIEF_H
#define TEST_BRIEF_H

#include <glib.h>
#include <string.h>

#include "base/diag.h"
#include "brief/brief.h"
#include "brief/tree.h"

static inline struct brief *
read_markdown(const char *markdown, char **said)
{
	g_autoptr(GBytes) bytes = g_bytes_new(markdown, strlen(markdown));
	g_autoptr(DiagList) diags = diag_list_new();
	struct brief *brief = brief_read(bytes, "t", diags);

	*said = diag_list_to_text(diags, NULL, false);
	return brief;
}

/* "paragraph@1:1[text@1:1-4'abc' raw-fact@1:4-12(path=a.b)]"; its own place follows the @. */
static inline void
write_node(GString *out, const xmlNode *node)
{
	struct loc at = tree_loc(node, "t");

	if (node->type == XML_TEXT_NODE) {
		g_string_append_printf(out, "'%s'", (const char *)node->content);
		return;
	}
	g_string_append(out, (const char *)node->name);
	if (tree_has_loc(node))
		g_string_append_printf(out, "@%d:%d", at.line, at.column);
	if (tree_has_loc(node) && at.end_column > 0)
		g_string_append_printf(out, "-%d", at.end_column);
	for (const xmlAttr *attr = node->properties; attr; attr = attr->next)
		g_string_append_printf(out, "(%s=%s)", (const char *)attr->name,
				       attr->children ? (const char *)attr->children->content : "");
	if (!node->children)
		return;
	if (!tree_is(node, TREE_CM, "text"))
		g_string_append_c(out, '[');
	for (const xmlNode *child = node->children; child; child = child->next) {
		if (child->prev)
			g_string_append_c(out, ' ');
		write_node(out, child);
	}
	if (!tree_is(node, TREE_CM, "text"))
		g_string_append_c(out, ']');
}

/* The blocks of the body, one a line. */
static inline char *
body_text(const struct brief *brief)
{
	GString *out = g_string_new(NULL);
	const xmlNode *block = xmlDocGetRootElement(brief->doc)->children;

	for (; block; block = block->next) {
		write_node(out, block);
		if (block->next)
			g_string_append_c(out, '\n');
	}
	return g_string_free(out, FALSE);
}

static inline char *
node_text(const xmlNode *node)
{
	GString *out = g_string_new(NULL);

	if (node)
		write_node(out, node);
	return g_string_free(out, FALSE);
}

/* Reads Markdown and compares its blocks and what is said about it. */
static inline void
assert_brief(const char *markdown, const char *blocks, const char *messages)
{
	g_autofree char *said = NULL;
	g_autoptr(Brief) brief = read_markdown(markdown, &said);
	g_autofree char *got = body_text(brief);

	g_assert_cmpstr(got, ==, blocks);
	g_assert_cmpstr(said, ==, messages);
}

/* The messages alone. */
static inline void
assert_said(const char *markdown, const char *messages)
{
	g_autofree char *said = NULL;

	brief_free(read_markdown(markdown, &said));
	g_assert_cmpstr(said, ==, messages);
}

#endif
