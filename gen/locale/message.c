/* message: labels with arguments, through ICU's MessageFormat. */
#include "locale/locale_private.h"

#include <string.h>
#include <unicode/umsg.h>
#include "locale/utf16.h"

void
message_cache_free(gpointer format)
{
	umsg_close(format);
}

bool
label_has_arguments(const char *text)
{
	return strchr(text, '{') != NULL;
}

/* The compiled pattern of the key, kept; NULL when ICU does not accept it. */
static UMessageFormat *
find_format(const struct locale *locale, const char *key, const char *pattern)
{
	UErrorCode status = U_ZERO_ERROR;
	UMessageFormat *format = g_hash_table_lookup(locale->cache->messages, key);
	g_autofree UChar *text = NULL;
	int32_t length;

	if (format)
		return format;
	text = utf16_new(pattern, &length);
	format = umsg_open(text, length, locale->icu, NULL, &status);
	if (U_FAILURE(status)) {
		umsg_close(format);
		return NULL;
	}
	g_hash_table_insert(locale->cache->messages, g_strdup(key), format);
	return format;
}

/*
 * umsg takes variable arguments and reads as many as the pattern names: all four are always passed,
 * so that a pattern that names one too many reads an empty text and no stray memory.
 */
static char *
format_four(const UMessageFormat *format, UChar *const args[MESSAGE_ARGUMENTS])
{
	UErrorCode status = U_ZERO_ERROR;
	UChar small[256];
	g_autofree UChar *large = NULL;
	int32_t length = umsg_format(format, small, G_N_ELEMENTS(small), &status, args[0], args[1],
				     args[2], args[3]);

	if (U_SUCCESS(status))
		return utf8_new(small, length);
	if (status != U_BUFFER_OVERFLOW_ERROR)
		return NULL;
	status = U_ZERO_ERROR;
	large = g_new(UChar, (gsize)length + 1);
	length =
		umsg_format(format, large, length + 1, &status, args[0], args[1], args[2], args[3]);
	return U_SUCCESS(status) ? utf8_new(large, length) : NULL;
}

/* The highest argument number plus one that the pattern names. */
static int
arguments_of(const char *pattern)
{
	int most = 0;

	for (const char *p = strchr(pattern, '{'); p; p = strchr(p + 1, '{'))
		if (g_ascii_isdigit(p[1]))
			most = MAX(most,
				   (g_ascii_isdigit(p[2]) ? MESSAGE_ARGUMENTS : p[1] - '0') + 1);
	return most;
}

/* Is the pattern nothing but text and arguments that are put in as they are? */
static bool
is_plain(const char *pattern)
{
	for (const char *p = strpbrk(pattern, "{'"); p; p = strpbrk(p + 1, "{'"))
		if (*p == '\'' || !g_ascii_isdigit(p[1]) || p[2] != '}')
			return false;
	return true;
}

/* What ICU makes of such a pattern, which most are. */
static char *
fill_plain(const char *pattern, int n, const char *const *args)
{
	GString *out = g_string_new(NULL);

	for (;;) {
		const char *open = strchrnul(pattern, '{');

		g_string_append_len(out, pattern, open - pattern);
		if (!*open)
			return g_string_free(out, FALSE);
		if (open[1] - '0' < n)
			g_string_append(out, args[open[1] - '0']);
		pattern = open + strlen("{0}");
	}
}

char *
message_format(const struct locale *locale, const char *key, int n, const char *const *args)
{
	const char *pattern = locale_find(locale, key);
	UMessageFormat *format;
	UChar *wide[MESSAGE_ARGUMENTS];
	char *out;

	g_assert(pattern && n <= MESSAGE_ARGUMENTS);
	if (arguments_of(pattern) > MESSAGE_ARGUMENTS)
		return g_strdup(key);
	if (is_plain(pattern))
		return fill_plain(pattern, n, args);
	format = find_format(locale, key, pattern);
	if (!format)
		return g_strdup(key);
	for (int i = 0; i < MESSAGE_ARGUMENTS; i++)
		wide[i] = utf16_new(i < n ? args[i] : "", NULL);
	out = format_four(format, wide);
	for (int i = 0; i < MESSAGE_ARGUMENTS; i++)
		g_free(wide[i]);
	return out ? out : g_strdup(key);
}
