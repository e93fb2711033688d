/*
 * assembly: one edition while it is being put together; what the files of this folder share.
 *
 * Order (assemble.c): anchors, numbers, then facts, citations, entities, notes and figures in
 * reading order, then references (which may point forward), then the checks of the whole; then, for
 * readers alone, the tree is tidied and framed.  Raw elements turn into final ones in place, so that a node found once stays valid.
 */
#ifndef CHANCERY_BULLETIN_ASSEMBLY_H
#define CHANCERY_BULLETIN_ASSEMBLY_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include "base/loc.h"
#include "brief/tree.h"
#include "bulletin/bulletin.h"

struct claim;
struct diag;
struct fact;
struct figure_spec;
struct incident;
struct rows;
struct source;
struct source_at;
struct text;

/* What ref: can point to. */
struct target {
	xmlNode *block;
	struct loc at;
};

struct assembly {
	const struct edition_env *env;
	struct edition *edition;
	const char *lang, *source_lang, *file;
	xmlDoc *doc;
	xmlNode *meta, *document;
	GHashTable *targets;	/* the author's id -> struct target * */
	GHashTable *notes;	/* the author's label -> xmlNode * of the b:note */
	GHashTable *mentioned;	/* entity ids already named in this part of the edition */
	GPtrArray *cited;	/* the edition's sources */
	GHashTable *used;	/* the edition's facts, incidents and sources: each is listed once */
	GHashTable *described;	/* const struct source *: those that a citation has told all of */
	int n_notes;
	const xmlNode *noted_table;	/* the last one with a note */
	int n_table_notes;	/* of that table, so far */
	int n_missing;	/* texts with characters that no font has, so far */
	/* const struct source *: in a check, those whose words the fonts of the language all have */
	GHashTable *shown;
};

/* ---- anchor.c, number.c: before anything is resolved ---- */
/* raw-anchors become @anchor of the block they name, and targets. */
void anchor_collect(struct assembly *a);
/*
 * Ids and numbers of headings, paragraphs, figures and tables; figures whose id is unknown become
 * paragraphs.
 */
void number_blocks(struct assembly *a);
/*
 * Read the file of a raw figure and keep it with the edition; the figure gets src, width and
 * height, and its path becomes an id.  False with image-invalid.
 */
bool image_load(struct assembly *a, xmlNode *raw);
/* Declare a target; false with id-duplicate if there is one of that id. */
bool target_add(struct assembly *a, const char *id, xmlNode *block, struct loc at);

/* ---- resolve.c and one file for each sort of raw element; the node is changed in place ---- */
void resolve_tree(struct assembly *a, xmlNode *tree);
void fact_resolve(struct assembly *a, xmlNode *raw);
void citation_resolve(struct assembly *a, xmlNode *raw);
void entity_resolve(struct assembly *a, xmlNode *raw);
/*
 * A fact, with the incident that it or what it is derived from tells of, joins those of the edition;
 * NULL is none.
 */
void fact_use(struct assembly *a, const struct fact *fact);
/* The same for an incident alone. */
void incident_use(struct assembly *a, const struct incident *incident);
/* b:key-figures at the end of meta, if bulletin.yaml lists any (key_figures.c). */
void key_figures_build(struct assembly *a);
void figure_resolve(struct assembly *a, xmlNode *raw);
/* A raw figure whose image has been loaded: its words become b:alt, flat once all is tidied. */
void image_resolve(struct assembly *a, xmlNode *raw);
void reference_resolve_all(struct assembly *a, xmlNode *tree);

/* The next note's number and id on a b:note. */
void note_number(struct assembly *a, xmlNode *note);
/* Does an open note, or a title, forbid a note here? */
bool note_allowed(const xmlNode *node);

/* ---- source_note.c ---- */
/* A b:citation for one source; the source joins those cited. */
void source_cite(struct assembly *a, const struct source *source, const char *at,
		     xmlNode *into, struct loc loc);
void source_count(struct assembly *a, const struct source *source);
/* b:sources at the end of the bulletin. */
void source_list(struct assembly *a, xmlNode *root);

/* ---- wording.c: texts of the data in the language, and links that are gone ---- */
/* The locale of a raw element's @lang or of the run around it; NULL if none is at hand. */
const struct locale *locale_at(const struct assembly *a, const xmlNode *node, const char **lang);
/* A text as inlines: in b:span, and unit-missing, when it is in another language. */
void text_add(struct assembly *a, const struct text *text, xmlNode *into);
/*
 * The same text as a lent string; *foreign is its language where that is not the bulletin's, else
 * NULL.
 */
const char *text_here(const struct assembly *a, const struct text *text, const char **foreign);
void text_missing(const struct assembly *a, const struct text *text);
/* "did you mean …?" if anything is near.  True if it was. */
bool help_nearest(struct diag *diag, const char *word, const GPtrArray *candidates);
/*
 * A raw element that means nothing: an element-less run of its words, or of `instead` if it has
 * none.
 */
void raw_abandon(xmlNode *raw, const char *instead);
/* Put a b:span around a node that is in another language than what is around it. */
void mark_language(xmlNode *node, const char *lang);
/* Rename a raw element and drop what only raw ones carry. */
void raw_become(xmlNode *raw, enum tree_space space, const char *name);
/*
 * A label whose arguments are elements: text pieces go to `piece`, argument i to `argument`.
 */
void label_spread(const struct locale *locale, const char *key, int n, xmlNode *into,
		  void (*piece)(xmlNode *into, const char *text),
		  void (*argument)(xmlNode *into, int i, void *user), void *user);

/*
 * ---- page.c: what only pages show, and nothing here asks for ----
 * A check makes no nodes of it: what is wrong with its words is found as they are given.
 */
/* Does the edition go on to pages? */
bool page_wanted(const struct assembly *a);
/* A new last child of parent, in a check the parent itself; lent. */
xmlNode *page_add(const struct assembly *a, xmlNode *parent, const char *name);
void page_set(const struct assembly *a, xmlNode *node, const char *name, const char *value);
/*
 * A run of words, in a b:span where they have a language of their own; an element of ours with words, likewise.  NULL words
 * are none, a NULL language is that of what is around.
 */
void page_run(struct assembly *a, xmlNode *into, const char *words, const char *lang);
void page_words(struct assembly *a, xmlNode *into, const char *name, const char *words,
		const char *lang);
/* The same as text_add, unit-missing too. */
void page_text(struct assembly *a, const struct text *text, xmlNode *into);

/* ---- data_table.c ---- */
/* b:columns, b:thead, b:tbody for rows. */
void data_table_fill(struct assembly *a, const struct rows *rows, xmlNode *into);

/* ---- table_orientation.c ---- */
/* orientation="landscape" on each table too wide for a page that stands, unless its author chose. */
void tables_orient(xmlNode *document);

/* ---- checks of the whole, and the end ---- */
void coverage_check(struct assembly *a);
/* What lies after the day of publication; and the same of a figure over a series. */
void timing_check(struct assembly *a);
void timing_check_series(const struct assembly *a, const struct figure_spec *spec,
			 const struct rows *rows);
void glyphs_check(struct assembly *a, xmlNode *tree);
/* Of words that would stand in a node, in a language of their own or, where that is NULL, in the node's. */
void glyphs_check_words(struct assembly *a, const xmlNode *at, const char *lang, const char *words);
/* Drop what only the checks needed and join neighbouring texts. */
void tidy_tree(const struct assembly *a, xmlNode *tree);
/* Figure and word of a b:fact ("281 million") stay together: U+00A0 between them. */
void tidy_fact(xmlNode *fact);

/* ---- frame.c, data_file.c ---- */
/* The facts as a file of the edition, and b:digest in meta; after everything else is resolved. */
void data_file_add(struct assembly *a);
void frame_fill(struct assembly *a, xmlNode *labels);
/* unit-missing of the publication's own words. */
void frame_check(const struct assembly *a);

#endif
