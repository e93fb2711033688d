/* resolver: see resolver.h. */
#include "layout/resolver.h"

/*
 * Everything that the styles of an object depend on.  The strings are namespace (may be NULL), name
 * and value of each attribute that counts, one attribute after the other.
 */
struct key {
	const struct text_style *parent;
	int place;
	guint hash;
	GPtrArray *strings; /* const char *; those of a key that is kept are the resolver's */
};

struct resolver {
	struct style_table *styles;
	GHashTable *found;     /* struct key * to struct styles * */
	GStringChunk *strings; /* of the keys in it */
	struct key key;	       /* of the object looked at */
};

static guint
key_hash(gconstpointer key)
{
	return ((const struct key *)key)->hash;
}

static gboolean
key_equal(gconstpointer a, gconstpointer b)
{
	const struct key *one = a, *other = b;

	if (one->hash != other->hash || one->parent != other->parent ||
	    one->place != other->place || one->strings->len != other->strings->len)
		return FALSE;
	for (guint i = 0; i < one->strings->len; i++)
		if (g_strcmp0(one->strings->pdata[i], other->strings->pdata[i]) != 0)
			return FALSE;
	return TRUE;
}

static void
key_free(gpointer data)
{
	struct key *key = data;

	g_ptr_array_unref(key->strings);
	g_free(key);
}

struct resolver *
resolver_new(void)
{
	struct resolver *resolver = g_new0(struct resolver, 1);

	resolver->styles = style_table_new();
	resolver->found = g_hash_table_new_full(key_hash, key_equal, key_free, g_free);
	resolver->strings = g_string_chunk_new(1024);
	resolver->key.strings = g_ptr_array_new();
	return resolver;
}

void
resolver_free(struct resolver *resolver)
{
	if (!resolver)
		return;
	g_hash_table_unref(resolver->found);
	style_table_free(resolver->styles);
	g_string_chunk_free(resolver->strings);
	g_ptr_array_unref(resolver->key.strings);
	g_free(resolver);
}

/* Values tell objects apart better than names do, and are shorter. */
static void
write_key(struct key *key, const struct property_source *source, const struct text_style *parent)
{
	guint hash = g_direct_hash(parent) * 33 + (guint)source->place;

	g_ptr_array_set_size(key->strings, 0);
	for (const xmlAttr *attr = source->xml->properties; attr; attr = attr->next) {
		const char *value = xml_attribute_text(attr);

		if (!property_counts(source, attr))
			continue;
		g_ptr_array_add(key->strings, attr->ns ? (void *)attr->ns->href : NULL);
		g_ptr_array_add(key->strings, (void *)attr->name);
		g_ptr_array_add(key->strings, (void *)value);
		hash = hash * 33 + (guint8)*attr->name;
		for (; *value; value++)
			hash = hash * 33 + (guint8)*value;
	}
	key->parent = parent;
	key->place = source->place;
	key->hash = hash;
}

static void
key_keep(struct resolver *resolver, const struct styles *styles)
{
	struct key *kept = g_memdup2(&resolver->key, sizeof resolver->key);
	const GPtrArray *strings = resolver->key.strings;

	kept->strings = g_ptr_array_sized_new(strings->len);
	for (guint i = 0; i < strings->len; i++)
		g_ptr_array_add(kept->strings, strings->pdata[i]
						       ? g_string_chunk_insert(resolver->strings,
									       strings->pdata[i])
						       : NULL);
	g_hash_table_insert(resolver->found, kept, g_memdup2(styles, sizeof *styles));
}

struct styles
resolver_find(struct resolver *resolver, const struct property_source *source,
	      const struct text_style *parent, struct diag_list *diags)
{
	struct text_style text, initial;
	struct box_style box;
	struct styles styles, *known;
	bool clean;

	write_key(&resolver->key, source, parent);
	known = g_hash_table_lookup(resolver->found, &resolver->key);
	if (known)
		return *known;
	initial = text_style_initial();
	clean = property_resolve(source, parent ? parent : &initial, diags, &text, &box);
	styles.text = style_table_text(resolver->styles, &text);
	styles.box = style_table_box(resolver->styles, &box);
	if (clean)
		key_keep(resolver, &styles);
	return styles;
}
