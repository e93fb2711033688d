/* resolver: see resolver.h. */
#include "layout/resolver.h"

#include <string.h>

struct resolver {
	struct style_table *styles;
	GHashTable *found; /* key, a GBytes, to struct styles * */
	GString *key;	   /* of the object looked at */
};

struct resolver *
resolver_new(void)
{
	struct resolver *resolver = g_new0(struct resolver, 1);

	resolver->styles = style_table_new();
	resolver->found = g_hash_table_new_full(g_bytes_hash, g_bytes_equal,
						(GDestroyNotify)g_bytes_unref, g_free);
	resolver->key = g_string_new(NULL);
	return resolver;
}

void
resolver_free(struct resolver *resolver)
{
	if (!resolver)
		return;
	g_hash_table_unref(resolver->found);
	style_table_free(resolver->styles);
	g_string_free(resolver->key, TRUE);
	g_free(resolver);
}

/* With the NUL that ends it, which stands in no attribute. */
static void
append_text(GString *key, const xmlChar *text)
{
	const char *chars = text ? (const char *)text : "";

	g_string_append_len(key, chars, (gssize)strlen(chars) + 1);
}

/* Everything that the styles depend on. */
static void
write_key(GString *key, const struct property_source *source, const struct text_style *parent)
{
	g_string_truncate(key, 0);
	g_string_append_len(key, (const char *)&parent, sizeof parent);
	g_string_append_len(key, (const char *)&source->place, sizeof source->place);
	for (const xmlAttr *attr = source->xml->properties; attr; attr = attr->next) {
		if (!property_counts(source, attr))
			continue;
		append_text(key, attr->ns ? attr->ns->href : NULL);
		append_text(key, attr->name);
		append_text(key, attr->children ? attr->children->content : NULL);
	}
}

struct styles
resolver_find(struct resolver *resolver, const struct property_source *source,
	      const struct text_style *parent, struct diag_list *diags)
{
	g_autoptr(GBytes) key = NULL;
	struct text_style text, initial;
	struct box_style box;
	struct styles styles, *known;
	bool clean;

	write_key(resolver->key, source, parent);
	key = g_bytes_new_static(resolver->key->str, resolver->key->len);
	known = g_hash_table_lookup(resolver->found, key);
	if (known)
		return *known;
	initial = text_style_initial();
	clean = property_resolve(source, parent ? parent : &initial, diags, &text, &box);
	styles.text = style_table_text(resolver->styles, &text);
	styles.box = style_table_box(resolver->styles, &box);
	if (clean)
		g_hash_table_insert(resolver->found,
				    g_bytes_new(resolver->key->str, resolver->key->len),
				    g_memdup2(&styles, sizeof styles));
	return styles;
}
