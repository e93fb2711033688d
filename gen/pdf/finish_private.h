/*
 * finish_private: the parts of finish, in the order in which they run.
 */
#ifndef CHANCERY_PDF_FINISH_PRIVATE_H
#define CHANCERY_PDF_FINISH_PRIVATE_H

#include <glib.h>
#include <stdbool.h>

struct area_tree;
struct body;
struct element_list;
struct pdf_options;
struct pdf_standard;

struct finish {
	struct body *body;
	struct element_list *elements;
	const struct area_tree *tree;
	const struct pdf_standard *standard;
	const char *date;	/* "D:…" */
};

/*
 * finish_tree.c: attributes onto the structure tree, and the numbers of its objects into elements;
 * false when the tree in the file differs from the recorded one.
 */
bool finish_tree(struct finish *finish);
/* finish_order.c: elements that were drawn in parts become one, at their place in the tag tree. */
void finish_order(struct finish *finish);
/* finish_caption.c: captions move into the figure or table beside them, if the standard says so. */
void finish_captions(struct finish *finish);
/* finish_link.c: structure destinations and references, by what the elements' tags say. */
void finish_links(struct finish *finish);
/*
 * finish_label.c: page labels (ISO 32000-1 12.4.2) for every page; cairo leaves out those that count
 * from 1, and a tree without page 0 is none.
 */
void finish_labels(struct finish *finish);
/* finish_attach.c: embedded files with AFRelationship. */
void finish_attach(struct finish *finish, const struct pdf_options *options);

#endif
