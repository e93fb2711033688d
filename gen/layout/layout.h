/*
 * layout: XSL-FO (the subset of docs/fo-subset.md) to an area tree.
 *
 * Elements and properties outside the subset are fo-unsupported; nothing is ignored silently.  Problems name the Markdown line
 * where the FO carries it (attribute `source` of urn:chancery:fo), else the stylesheet-made FO element.
 */
#ifndef CHANCERY_LAYOUT_LAYOUT_H
#define CHANCERY_LAYOUT_LAYOUT_H

#include <glib.h>
#include <libxml/tree.h>
#include "layout/area.h"

struct diag_list;
struct image;
struct typesetter;
struct scene;

struct layout_env {
	/* Shared by all documents of a run (paragraph.h): dictionaries and faces are loaded once. Outlives the trees. */
	struct typesetter *typesetter;
	/* The scene behind <fo:external-graphic src="url(SRC)"/>, or NULL; lent, must outlive the area tree. */
	const struct scene *(*find_scene)(const char *src, void *user);
	void *user;
	struct diag_list *diags;
	/* The same for a file: an image; may be NULL. */
	const struct image *(*find_image)(const char *src, void *user);
};

/*
 * Never NULL; what could not be laid out is a diagnostic.  Takes fo, which is freed while it is read: it is large, and the
 * tree lends nothing of it.
 */
struct area_tree *layout_format(xmlDoc *fo, const struct layout_env *env);

#endif
