/* imo: numbers of ships and their check digit. */
#include "base/imo.h"

#include <string.h>

enum { DIGITS = 7 };

static int
check_digit(const char *digits)
{
	int sum = 0;

	for (int i = 0; i < DIGITS - 1; i++)
		sum += (digits[i] - '0') * (DIGITS - i);
	return sum % 10;
}

bool
imo_check(const char *text, struct loc at, struct diag_list *diags)
{
	const char *digits = g_str_has_prefix(text, "IMO ") ? text + strlen("IMO ") : text;
	struct diag *diag;

	if (strspn(digits, "0123456789") != DIGITS || digits[DIGITS]) {
		diag = diag_add(diags, DIAG_IMO_INVALID, at, "“%s” is not an IMO number", text);
		diag_help(diag, "seven digits, such as 9074729");
		return false;
	}
	if (digits[DIGITS - 1] - '0' == check_digit(digits))
		return true;
	diag = diag_add(diags, DIAG_IMO_INVALID, at,
			"“%s” is no ship's: its check digit would be %d", text,
			check_digit(digits));
	diag_help(diag, "compare it with the source, digit by digit");
	return false;
}
