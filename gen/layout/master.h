/*
 * master: page masters and which of them a page is made from (XSL 1.1 §6.4).
 *
 * Read from fo:layout-master-set once.  Rectangles are in points, from the page's top left corner.
 */
#ifndef CHANCERY_LAYOUT_MASTER_H
#define CHANCERY_LAYOUT_MASTER_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

struct diag_list;
struct masters;

enum region_kind { REGION_BODY, REGION_BEFORE, REGION_AFTER, REGION_START, REGION_END, REGION_COUNT };

struct region {
	bool present;
	const char *name;	/* region-name or its default; lent by the document */
	double margin[4];	/* body: top, right, bottom, left */
	double extent;		/* the others */
	int display_align;	/* enum display_align */
	guint columns;		/* body */
	double gap;		/* between them */
};

struct page_master {
	const char *name;
	int quarters;		/* reference-orientation, in quarters of a turn to the left */
	double width, height;	/* as it is read: reference-orientation has turned the paper */
	double margin[4];	/* top, right, bottom, left */
	struct region regions[REGION_COUNT];
};

struct rectangle {
	double x, y, width, height;
};

/* Never NULL; what is wrong with the masters is in diags. */
struct masters *masters_read(const xmlNode *root, struct diag_list *diags);
void masters_free(struct masters *masters);
typedef struct masters Masters;	/* for g_autoptr(Masters) only */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Masters, masters_free)

/* Is there a master of that name, simple or sequence? */
bool masters_have(const struct masters *masters, const char *name);
/* What the conditions of XSL 1.1 §6.4.12 ask of a page. */
struct page_case {
	guint index;		/* in its sequence, from 0 */
	int number;		/* its page number */
	bool last, blank;
};

/*
 * The master of a page.  Where no alternative fits, the last one of the name; without any master at
 * all, A4 with margins of 72 points.  Never NULL.
 */
const struct page_master *masters_choose(const struct masters *masters, const char *name,
					 struct page_case page);

/* Where a region is on the page; rtl says on which side region-start is. */
struct rectangle region_rectangle(const struct page_master *master, enum region_kind kind,
				  bool rtl);

#endif
