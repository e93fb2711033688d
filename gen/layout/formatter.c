/* formatter: see formatter.h. */
#include "layout/formatter.h"

#include "base/diag.h"
#include "layout/inline.h"

static bool
share_font(const struct text_style *a, const struct text_style *b)
{
	return a->size == b->size && a->weight == b->weight && a->italic == b->italic &&
	       a->family == b->family && a->lang == b->lang;
}

/* Measured for the first style with that font. */
static struct strut *
strut_known(const struct formatter *formatter, const struct text_style *style)
{
	for (guint i = 0; i < formatter->fonts->len; i++)
		if (share_font(formatter->fonts->pdata[i], style))
			return g_memdup2(
				g_hash_table_lookup(formatter->struts, formatter->fonts->pdata[i]),
				sizeof(struct strut));
	return NULL;
}

static struct strut *
strut_measure(struct formatter *formatter, const struct text_style *style)
{
	struct span span = {.kind = SPAN_TEXT, .text = "0", .style = span_style_of(style)};
	struct paragraph_style plain = {.line_height = style->size, .lang = style->lang};
	struct strut *strut = g_new0(struct strut, 1);
	g_autoptr(Paragraph) paragraph = NULL;

	/* A digit, for not every script's fonts have the letters of another. */
	span.style.rise = 0;
	paragraph = paragraph_new(formatter->typesetter, &span, 1, &plain, formatter->env->diags);
	paragraph_break(paragraph, 1000);
	strut->ascent = paragraph_line(paragraph, 0)->ascent;
	strut->descent = paragraph_line(paragraph, 0)->descent;
	g_ptr_array_add(formatter->fonts, (void *)style);
	return strut;
}

const struct strut *
formatter_strut(struct formatter *formatter, const struct text_style *style)
{
	struct strut *strut = g_hash_table_lookup(formatter->struts, style);

	if (strut)
		return strut;
	strut = strut_known(formatter, style);
	if (!strut)
		strut = strut_measure(formatter, style);
	g_hash_table_insert(formatter->struts, (void *)style, strut);
	return strut;
}

void
formatter_complain(const struct formatter *formatter, const struct fo_node *fo, const char *what)
{
	diag_add(formatter->env->diags, DIAG_FO_UNSUPPORTED, fo->at, "fo:%s: %s",
		 fo_kind_name(fo->kind), what);
}
