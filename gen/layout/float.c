/*
 * float: before-floats (XSL 1.1 §6.12.2).  One stands at its place where the page has room for it
 * there; else it goes to the top of the next page and the text after it moves up.
 */
#include <string.h>
#include "layout/block.h"

/*
 * Only what stands in the flow itself can leave it, and only without footnotes, whose order would
 * change.  What is higher than a page had better break.
 */
static bool
may_float(const struct formatter *formatter, const struct galley *galley,
	  const struct galley *inner, guint notes)
{
	return galley == formatter->flow && notes == 0 &&
	       galley_height(inner, 0, galley_length(inner)) <= formatter->page_room;
}

void
float_lay(struct formatter *formatter, struct galley *galley, const struct fo_node *node)
{
	struct galley *notes = galley_notes(galley);
	guint before = notes ? galley_length(notes) : 0;
	struct galley *inner = galley_new(galley_width(galley), galley_is_rtl(galley), notes);
	const char *to = fo_attribute(node, "float");

	if (!to || strcmp(to, "before") != 0)
		formatter_complain(formatter, node, "value of float");
	block_content(formatter, inner, node);
	if (galley_length(inner) == 0) {
		galley_free(inner);
		return;
	}
	if (notes && galley_length(notes) > before)
		formatter_complain(formatter, node, "a footnote in it");
	if (!may_float(formatter, galley, inner, notes ? galley_length(notes) - before : 0)) {
		galley_append(galley, inner);
		galley_free(inner);
		return;
	}
	/* The box around it must not wait for it to begin. */
	if (galley_is_opening(galley)) {
		galley_add(galley, NULL, 0, 0);
		galley_keep(galley, PENALTY_KEEP);
	}
	galley_float(galley, inner);
}
