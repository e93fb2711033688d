/* footnote: bodies of footnotes to the galley of notes (XSL 1.1 §6.12.3). */
#include "layout/block.h"

guint
footnotes_lay(struct formatter *formatter, struct galley *galley, const struct line *line)
{
	struct galley *notes = galley_notes(galley);
	guint before = notes ? galley_length(notes) : 0;

	for (guint i = 0; i < line->fragments->len; i++) {
		const struct fragment *fragment =
			&g_array_index(line->fragments, struct fragment, i);
		const struct fo_node *owner = fragment->span->owner, *body;

		if (fragment->span->kind != SPAN_ANCHOR || owner->kind != FO_FOOTNOTE)
			continue;
		body = fo_child(owner, FO_FOOTNOTE_BODY);
		if (!body || !notes) {
			formatter_complain(formatter, owner,
					   notes ? "no body" : "inside static content or a note");
			continue;
		}
		/* A note begins on the page of its reference, and may run over from there. */
		galley_keep(notes, PENALTY_KEEP);
		block_content(formatter, notes, body);
	}
	return notes ? galley_length(notes) - before : 0;
}
