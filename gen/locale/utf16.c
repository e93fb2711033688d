/* utf16: strings to and from ICU's UTF-16. */
#include "locale/utf16.h"

#include <string.h>
#include <unicode/ustring.h>

UChar *
utf16_new(const char *text, int32_t *length)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t bytes = (int32_t)strlen(text);
	/* UTF-16 never has more units than UTF-8 has bytes. */
	UChar *out = g_new(UChar, (gsize)bytes + 1);
	int32_t units = 0;

	u_strFromUTF8(out, bytes + 1, &units, text, bytes, &status);
	g_assert(U_SUCCESS(status));
	if (length)
		*length = units;
	return out;
}

char *
utf8_new(const UChar *text, int32_t length)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t units = length < 0 ? u_strlen(text) : length;
	int32_t bytes = 0;
	char *out = g_malloc((gsize)units * 3 + 1);

	u_strToUTF8(out, units * 3 + 1, &bytes, text, units, &status);
	g_assert(U_SUCCESS(status));
	return out;
}
