#include "pdf/kids.h"

#include "pdf/body.h"

static void
add(GArray *kids, const struct token *text)
{
	struct kid kid = {token_reference(text), *text};

	g_array_append_val(kids, kid);
}

GArray *
kids_read(const struct body *body, guint parent)
{
	GArray *kids = g_array_new(FALSE, FALSE, sizeof(struct kid));
	struct token text = body_object(body, parent), list, kid;

	if (!token_find_key(&text, "/K", &list))
		return kids;
	if (*list.start != '[') {
		add(kids, &list);
		return kids;
	}
	for (list.start++; token_next_object(&list.start, list.end, &kid);)
		add(kids, &kid);
	return kids;
}

void
kids_write(struct body *body, guint parent, const GArray *kids)
{
	g_autoptr(GString) list = g_string_new("[");

	for (guint i = 0; i < kids->len; i++) {
		const struct kid *kid = &g_array_index(kids, struct kid, i);

		if (kid->object)
			g_string_append_printf(list, "%u 0 R ", kid->object);
		else
			g_string_append_len(list, kid->text.start,
					    kid->text.end - kid->text.start);
		g_string_append_c(list, ' ');
	}
	g_string_append_c(list, ']');
	body_set_key(body, parent, "/K", list->str);
}
