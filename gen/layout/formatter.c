/* formatter: see formatter.h. */
#include "layout/formatter.h"

#include "base/diag.h"
#include "layout/inline.h"

const struct strut *
formatter_strut(struct formatter *formatter, const struct text_style *style)
{
	struct strut *strut = g_hash_table_lookup(formatter->struts, style);
	struct span span = {.kind = SPAN_TEXT, .text = "0", .style = span_style_of(style)};
	struct paragraph_style plain = {.line_height = style->size, .lang = style->lang};
	g_autoptr(Paragraph) paragraph = NULL;

	if (strut)
		return strut;
	/* A digit, for not every script's fonts have the letters of another. */
	span.style.rise = 0;
	paragraph = paragraph_new(formatter->typesetter, &span, 1, &plain, formatter->env->diags);
	paragraph_break(paragraph, 1000);
	strut = g_new0(struct strut, 1);
	strut->ascent = paragraph_line(paragraph, 0)->ascent;
	strut->descent = paragraph_line(paragraph, 0)->descent;
	g_hash_table_insert(formatter->struts, (void *)style, strut);
	return strut;
}

void
formatter_complain(const struct formatter *formatter, const struct fo_node *fo, const char *what)
{
	diag_add(formatter->env->diags, DIAG_FO_UNSUPPORTED, fo->at, "fo:%s: %s",
		 fo_kind_name(fo->kind), what);
}
