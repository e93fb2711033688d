/* page_label: page labels (ISO 32000-1 12.4.2) for every page; those that count on need one. */
#include "layout/area.h"
#include "pdf/body.h"
#include "pdf/edition.h"
#include "pdf/literal.h"

/* What a label says as a number; 0 where it is none, or not written as one would be. */
static guint64
number_of(const char *label)
{
	guint64 number = 0;

	if (!label || *label < '1' || *label > '9')
		return 0;
	for (; g_ascii_isdigit(*label); label++)
		number = number * 10 + (guint64)g_ascii_digit_value(*label);
	return *label ? 0 : number;
}

guint
edition_page_labels(const struct edition *edition)
{
	const GPtrArray *pages = edition->tree->pages;
	GString *tree = g_string_new("<</Nums[");
	guint64 last = 0;

	for (guint i = 0; i < pages->len; i++) {
		const char *label = ((const struct page *)g_ptr_array_index(pages, i))->label;
		guint64 number = number_of(label);

		if (!number) {
			g_string_append_printf(tree, "%u<</P", i);
			literal_append_text(tree, label);
			g_string_append(tree, ">>");
		} else if (!last || number != last + 1) {
			g_string_append_printf(tree, "%u<</S/D/St %" G_GUINT64_FORMAT ">>", i,
					       number);
		}
		last = number;
	}
	g_string_append(tree, "]>>");
	return body_add(edition->body, g_string_free(tree, FALSE));
}
