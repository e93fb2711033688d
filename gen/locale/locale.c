/* locale: opening a language and its labels. */
#include "locale/locale_private.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/umsg.h>
#include "locale/utf16.h"
#include "locale/vocabulary.h"

static void
close_number(gpointer formatter)
{
	unumf_close(formatter);
}

static struct locale_cache *
cache_new(void)
{
	struct locale_cache *cache = g_new0(struct locale_cache, 1);

	cache->messages =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, message_cache_free);
	cache->formatters = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, close_number);
	cache->numbers = number_cache_new();
	cache->dates = date_cache_new();
	cache->patterns = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	return cache;
}

static void
cache_free(struct locale_cache *cache)
{
	g_hash_table_unref(cache->messages);
	g_hash_table_unref(cache->formatters);
	g_hash_table_unref(cache->numbers);
	g_hash_table_unref(cache->dates);
	g_hash_table_unref(cache->patterns);
	if (cache->date)
		udat_close(cache->date);
	if (cache->plurals)
		uplrules_close(cache->plurals);
	if (cache->number)
		unumf_closeResult(cache->number);
	if (cache->list)
		ulistfmt_close(cache->list);
	if (cache->collator)
		ucol_close(cache->collator);
	vocabulary_free(cache->vocabulary);
	g_free(cache);
}

/*
 * ICU's name: the tag, or what the label file says (English dates are those of en-GB) when the tag
 * names no region, with the numbering system of the label file ("ar" counts in latn digits here).
 * "@numbers=latn", since ICU takes 4 ms to understand
 * "-u-nu-latn".
 */
static char *
icu_name(const struct locale *locale)
{
	const char *said = locale_find(locale, "meta.icu");
	const char *numbering = locale_find(locale, "meta.numbering");
	const char *name = said && !strchr(locale->tag, '-') ? said : locale->tag;

	if (numbering)
		return g_strconcat(name, "@numbers=", numbering, NULL);
	return g_strdup(name);
}

struct locale *
locale_open(const struct places *places, const char *tag, struct diag_list *diags, GError **error)
{
	struct locale *locale = g_new0(struct locale, 1);

	locale->tag = g_strdup(tag);
	locale->labels = g_array_new(FALSE, FALSE, sizeof(struct yaml_pair));
	locale->files = g_ptr_array_new_with_free_func(g_free);
	locale->texts = g_string_chunk_new(1024);
	locale->cache = cache_new();
	if (!labels_load(locale, places, diags, error)) {
		locale_free(locale);
		return NULL;
	}
	locale->icu = icu_name(locale);
	return locale;
}

void
locale_free(struct locale *locale)
{
	if (!locale)
		return;
	cache_free(locale->cache);
	g_array_unref(locale->labels);
	g_ptr_array_unref(locale->files);
	g_string_chunk_free(locale->texts);
	g_free(locale->icu);
	g_free(locale->tag);
	g_free(locale);
}

const char *
locale_tag(const struct locale *locale)
{
	return locale->tag;
}

bool
locale_is_rtl(const struct locale *locale)
{
	const char *direction = locale_find(locale, "meta.direction");

	if (direction)
		return strcmp(direction, "rtl") == 0;
	return locale_tag_is_rtl(locale->tag);
}

bool
locale_tag_is_rtl(const char *tag)
{
	return uloc_isRightToLeft(tag);
}

const char *
locale_find(const struct locale *locale, const char *key)
{
	guint low = 0, high = locale->labels->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;
		const struct yaml_pair *label = label_at(locale, middle);
		int order = strcmp(key, label->key);

		if (order == 0)
			return label->text;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

bool
locale_has(const struct locale *locale, const char *key)
{
	return locale_find(locale, key) != NULL;
}

/*
 * Is a group of keys (length bytes, the full stop among them) nothing that stylesheets print?  The
 * words of the data stand in the XML where they are meant, and what translators may write is to be
 * read only.
 */
static bool
is_of_data(const char *group, gsize length)
{
	static const char *const groups[] = {
		"chart.",     "col.",	     "conf.",	     "date.",	"group.", "hedge.",
		"kind.",      "likelihood.", "map.",	     "org.",	"place.", "qual.",
		"qualifier.", "read.",	     "source-type.", "status.", "unit.",  "val."};

	for (gsize i = 0; i < G_N_ELEMENTS(groups); i++)
		if (strncmp(groups[i], group, length) == 0)
			return true;
	return false;
}

void
locale_each_printed(const struct locale *locale,
		    void (*each)(const char *key, const char *text, void *user), void *user)
{
	const char *group = "";
	gsize length = 0;
	bool printed = false;

	for (guint i = 0; i < locale->labels->len; i++) {
		const struct yaml_pair *label = label_at(locale, i);

		if (length == 0 || strncmp(label->key, group, length) != 0) {
			group = label->key;
			length = strcspn(group, ".") + 1;
			printed = !is_of_data(group, length);
		}
		if (printed && !label_has_arguments(label->text))
			each(label->key, label->text, user);
	}
}

char *
locale_label(const struct locale *locale, const char *key, int n, const char *const *args)
{
	const char *text = locale_find(locale, key);

	if (!text || !label_has_arguments(text))
		return g_strdup(text ? text : key);
	return message_format(locale, key, n, args);
}
