#include "pdf/body.h"
#include "pdf/finish_private.h"

/* A child of an element. */
struct kid {
	struct token text;
	guint object;		/* 0: content */
	bool caption, host;	/* a Caption; a Figure or Table, that can have one */
};

static GArray *
kids_of(const struct body *body, guint parent)
{
	GArray *kids = g_array_new(FALSE, TRUE, sizeof(struct kid));
	struct token text = body_object(body, parent), list, type;
	struct kid kid = {0};

	if (!token_find_key(&text, "/K", &list) || *list.start++ != '[')
		return kids;
	while (token_next_object(&list.start, list.end, &kid.text)) {
		kid.object = token_reference(&kid.text);
		kid.caption = kid.host = false;
		if (kid.object) {
			text = body_object(body, kid.object);
			if (!token_find_key(&text, "/S", &type))
				continue;
			kid.caption = token_is(&type, "/Caption");
			kid.host = token_is(&type, "/Figure") || token_is(&type, "/Table");
		}
		g_array_append_val(kids, kid);
	}
	return kids;
}

static void
append_slice(GString *out, const char *start, const char *end)
{
	g_string_append_len(out, start, end - start);
	g_string_append_c(out, ' ');
}

/* The caption becomes the first child, or the last. */
static void
adopt(struct body *body, guint host, guint caption, bool first)
{
	g_autoptr(GString) kids = g_string_new("[");
	g_autofree char *parent = g_strdup_printf("%u 0 R", host);
	struct token text = body_object(body, host), list;

	if (first)
		g_string_append_printf(kids, "%u 0 R ", caption);
	if (token_find_key(&text, "/K", &list)) {
		bool several = *list.start == '[';

		append_slice(kids, list.start + several, list.end - several);
	}
	if (!first)
		g_string_append_printf(kids, "%u 0 R ", caption);
	g_string_append_c(kids, ']');
	body_set_key(body, host, "/K", kids->str);
	body_set_key(body, caption, "/P", parent);
}

/* What the caption at index belongs to: what follows, else what is before; NULL for neither. */
static struct kid *
host_of(const GArray *kids, guint index, bool *first)
{
	*first = true;
	if (index + 1 < kids->len && g_array_index(kids, struct kid, index + 1).host)
		return &g_array_index(kids, struct kid, index + 1);
	*first = false;
	if (index > 0 && g_array_index(kids, struct kid, index - 1).host)
		return &g_array_index(kids, struct kid, index - 1);
	return NULL;
}

void
finish_captions(struct finish *finish, guint parent)
{
	g_autoptr(GArray) kids = kids_of(finish->body, parent);
	g_autoptr(GString) left = g_string_new("[");

	for (guint i = 0; i < kids->len; i++) {
		struct kid *kid = &g_array_index(kids, struct kid, i);
		bool first;
		struct kid *host = kid->caption ? host_of(kids, i, &first) : NULL;

		if (host) {
			adopt(finish->body, host->object, kid->object, first);
			/* it has its caption now */
			host->host = false;
		} else {
			append_slice(left, kid->text.start, kid->text.end);
		}
	}
	g_string_append_c(left, ']');
	if (kids->len)
		body_set_key(finish->body, parent, "/K", left->str);
}
