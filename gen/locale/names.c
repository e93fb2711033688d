/* names: names of languages, lists of names, and their order. */
#include "locale/locale_private.h"

#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/uldnames.h>
#include "locale/utf16.h"

/* The name of tag in the language of an ICU locale; the tag where ICU knows none. */
static char *
name_in(const char *icu, const char *tag)
{
	UErrorCode status = U_ZERO_ERROR;
	ULocaleDisplayNames *names = uldn_open(icu, ULDN_DIALECT_NAMES, &status);
	UChar name[128];
	int32_t length;

	if (U_FAILURE(status))
		return g_strdup(tag);
	length = uldn_localeDisplayName(names, tag, name, G_N_ELEMENTS(name), &status);
	uldn_close(names);
	return U_SUCCESS(status) ? utf8_new(name, length) : g_strdup(tag);
}

bool
locale_is_language(const char *tag)
{
	gsize length = strcspn(tag, "-");
	g_autofree char *language = NULL;

	if (length != 2)
		return true;
	for (const char *const *known = uloc_getISOLanguages(); *known; known++) {
		if (tag[0] == (*known)[0] && tag[1] == (*known)[1] && !(*known)[2])
			return true;
	}
	/* Those that have another tag by now are known by this alone; it takes five times as long.
	 */
	language = g_strndup(tag, length);
	return *uloc_getISO3Language(language);
}

bool
locale_is_currency(const char *code)
{
	g_autofree UChar *wide = utf16_new(code, NULL);

	return ucurr_getNumericCode(wide) != 0;
}

char *
locale_language_name(const char *tag)
{
	return name_in(tag, tag);
}

char *
locale_name_of_language(const struct locale *locale, const char *tag)
{
	return name_in(locale->icu, tag);
}

static char *
format_list(const UListFormatter *list, const UChar *const *items, int n)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t length = ulistfmt_format(list, items, NULL, n, NULL, 0, &status);
	g_autofree UChar *out = g_new(UChar, (gsize)length + 1);

	status = U_ZERO_ERROR;
	length = ulistfmt_format(list, items, NULL, n, out, length + 1, &status);
	g_assert(U_SUCCESS(status));
	return utf8_new(out, length);
}

char *
locale_list(const struct locale *locale, const char *const *items, int n)
{
	struct locale_cache *cache = locale->cache;
	UErrorCode status = U_ZERO_ERROR;
	g_autoptr(GPtrArray) wide = g_ptr_array_new_with_free_func(g_free);

	if (n <= 1)
		return g_strdup(n == 1 ? items[0] : "");
	if (!cache->list)
		cache->list = ulistfmt_open(locale->icu, &status);
	if (U_FAILURE(status))
		return g_strdup(items[0]);
	for (int i = 0; i < n; i++)
		g_ptr_array_add(wide, utf16_new(items[i], NULL));
	return format_list(cache->list, (const UChar *const *)wide->pdata, n);
}

int
locale_collate(const struct locale *locale, const char *a, const char *b)
{
	struct locale_cache *cache = locale->cache;
	UErrorCode status = U_ZERO_ERROR;
	int order;

	if (!cache->collator)
		cache->collator = ucol_open(locale->icu, &status);
	if (U_FAILURE(status))
		return strcmp(a, b);
	order = ucol_strcollUTF8(cache->collator, a, -1, b, -1, &status);
	/* Names that collate alike keep a fixed order. */
	return order ? order : strcmp(a, b);
}
