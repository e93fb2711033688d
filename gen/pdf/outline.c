/* outline: bookmarks as the document outline (ISO 32000-1 12.3.3). */
#include "layout/area.h"
#include "pdf/body.h"
#include "pdf/edition.h"
#include "pdf/literal.h"

static guint
n_bookmarks(const GPtrArray *bookmarks)
{
	return bookmarks ? bookmarks->len : 0;
}

/* How many are to be seen when all around is open. */
static int
count_shown(const GPtrArray *bookmarks)
{
	int n = 0;

	for (guint i = 0; i < n_bookmarks(bookmarks); i++) {
		const struct bookmark *bookmark = g_ptr_array_index(bookmarks, i);

		n += 1 + (bookmark->open ? count_shown(bookmark->children) : 0);
	}
	return n;
}

/* The items of one level follow one another from first on. */
static guint
add_items(const struct edition *edition, const GPtrArray *bookmarks, guint parent)
{
	guint n = n_bookmarks(bookmarks), first = body_reserve_many(edition->body, n);

	for (guint i = 0; i < n; i++) {
		const struct bookmark *bookmark = g_ptr_array_index(bookmarks, i);
		guint children = n_bookmarks(bookmark->children), child = 0;
		int count = count_shown(bookmark->children);
		GString *out;

		if (children)
			child = add_items(edition, bookmark->children, first + i);
		out = body_open(edition->body, first + i);
		g_string_append(out, "<</Title");
		literal_append_text(out, bookmark->title);
		g_string_append_printf(out, "/Parent %u 0 R", parent);
		if (i > 0)
			g_string_append_printf(out, "/Prev %u 0 R", first + i - 1);
		if (i + 1 < n)
			g_string_append_printf(out, "/Next %u 0 R", first + i + 1);
		if (children)
			g_string_append_printf(out, "/First %u 0 R/Last %u 0 R/Count %d", child,
					       child + children - 1,
					       bookmark->open ? count : -count);
		edition_append_action(edition, out, bookmark->dest);
		g_string_append(out, ">>");
		body_close(edition->body);
	}
	return first;
}

guint
edition_outlines(const struct edition *edition)
{
	const GPtrArray *bookmarks = edition->tree->bookmarks;
	guint number, first;

	if (!n_bookmarks(bookmarks))
		return 0;
	number = body_reserve(edition->body);
	first = add_items(edition, bookmarks, number);
	body_put(edition->body, number,
		 g_strdup_printf("<</Type/Outlines/First %u 0 R/Last %u 0 R/Count %d>>", first,
				 first + bookmarks->len - 1, count_shown(bookmarks)));
	return number;
}
