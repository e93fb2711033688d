/*
 * brief: one Markdown file to a tree of the bulletin XML, before anything is looked up.  The only
 * user of cmark.
 *
 * The result has the blocks and inlines of docs/bulletin-xml.md, but facts, citations, entities and
 * references are raw: they carry what the author wrote (attributes named as in brief_raw below) and
 * bulletin/ resolves them.  Pipe tables, notes, front matter, language runs, anchors are done here;
 * so are the checks that need no data (raw-html, link-scheme, text-control, heading-skip …).
 */
#ifndef CHANCERY_BRIEF_BRIEF_H
#define CHANCERY_BRIEF_BRIEF_H

#include <glib.h>
#include <libxml/tree.h>

struct diag_list;

#define NS_COMMONMARK "http://commonmark.org/xml/1.0"
#define NS_BULLETIN "urn:chancery:bulletin"

/*
 * Raw elements, all in NS_BULLETIN, each with its place (tree_loc):
 *   raw-fact, raw-cite, raw-entity, raw-ref
 *               @path (between the scheme and '?' or '#'), @fragment, @form, @claim, @lang;
 *               children: the author's wording, none if empty
 *   raw-figure  a block, from an image alone in its paragraph: @kind chart|map|table, @path;
 *               children: the caption
 *   raw-anchor  @path; names the block it stands in
 *   raw-literal its children are meant as they are
 *   note        @kind note, @label, its paragraph as child, at the first reference; then
 *               noteref, @label
 * Places of raw elements tell the first column not meant too, and so do those of runs of text, which
 * are byte for byte as in the file.
 */
struct brief {
	xmlDoc *doc;		/* root: NS_COMMONMARK document */
	/* Elements of NS_BULLETIN with inlines, the brief's own, outside doc's root; NULL if none. */
	xmlNode *title, *subtitle, *summary;
	GPtrArray *keywords;	/* char * */
	char *translator;
	const char *file;	/* interned: content/bulletins/ID/LANG.md */
	GPtrArray *units;	/* struct unit *: what is translated; NULL unless brief_read_source read it */
};

/* Never NULL; text is a whole brief as read from disk.  file is relative to the publication. */
struct brief *brief_read(GBytes *bytes, const char *file, struct diag_list *diags);
/* As brief_read, with the units that translations are judged by. */
struct brief *brief_read_source(GBytes *bytes, const char *file, struct diag_list *diags);
void brief_free(struct brief *brief);
typedef struct brief Brief;	/* for g_autoptr(Brief) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Brief, brief_free)

#endif
