/* page_number: see page_number.h. */
#include "layout/page_number.h"

#include <string.h>

static char *
roman(int number)
{
	const struct {
		int value;
		const char *sign;
	} signs[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
		     {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},	{9, "ix"},
		     {5, "v"},	  {4, "iv"},   {1, "i"}};
	GString *out = g_string_new(NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
		for (; number >= signs[i].value; number -= signs[i].value)
			g_string_append(out, signs[i].sign);
	return g_string_free(out, FALSE);
}

/* a to z, aa, ab, … */
static char *
letters(int number)
{
	GString *out = g_string_new(NULL);

	for (; number > 0; number = (number - 1) / 26)
		g_string_prepend_c(out, (char)('a' + (number - 1) % 26));
	return g_string_free(out, FALSE);
}

const char *
page_number_text(struct formatter *formatter, const struct fo_node *sequence, int number)
{
	const char *format = fo_attribute(sequence, "format");
	g_autofree char *text = NULL;

	if (!format || strcmp(format, "1") == 0)
		text = g_strdup_printf("%d", number);
	else if (strcmp(format, "01") == 0)
		text = g_strdup_printf("%02d", number);
	else if (strcmp(format, "i") == 0 || strcmp(format, "I") == 0)
		text = roman(number);
	else if (strcmp(format, "a") == 0 || strcmp(format, "A") == 0)
		text = letters(number);
	if (!text) {
		formatter_complain(formatter, sequence, "value of format");
		text = g_strdup_printf("%d", number);
	} else if (strcmp(format ? format : "1", "I") == 0 || g_strcmp0(format, "A") == 0) {
		g_autofree char *low = g_steal_pointer(&text);

		text = g_ascii_strup(low, -1);
	}
	return g_string_chunk_insert_const(formatter->strings, text);
}
