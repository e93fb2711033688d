/* fact_line: a fact on one line. */
#include "cmd/fact_line.h"

#include "data/dataset.h"
#include "locale/locale.h"

char *
fact_line_value(const struct claim *claim, const struct locale *locale)
{
	const char *text;

	if (claim->kind == CLAIM_QUANTITY)
		return locale_amount(locale, &claim->amount, FORM_FULL);
	if (claim->kind == CLAIM_DATE)
		return locale_date(locale, &claim->date);
	text = text_in(claim->text, locale_tag(locale), locale_tag(locale), NULL);
	return g_strdup(text ? text : "-");
}

void
fact_line_append(GString *out, const struct fact *fact, const struct locale *locale)
{
	const struct claim *claim = fact->preferred;
	g_autofree char *value = fact_line_value(claim, locale);

	g_string_append_printf(out, "%s\t%s\t%s\t%s", fact->path, value,
			       hedge_name(claim->hedge) ? hedge_name(claim->hedge) : "-",
			       claim->has_source ? claim->source.id : "-");
	if (claim->has_source && claim->source.at)
		g_string_append_printf(out, "#%s", claim->source.at);
	g_string_append_c(out, '\n');
}
