/*
 * diag_github: --format=github: workflow commands, which GitHub makes annotations of.
 *
 * One line each: `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=NAME::message`.  In a
 * message % and line ends are escaped, in a property : and , as well.
 */
#include <string.h>

#include "base/diag_private.h"
#include "base/diag_report.h"
#include "base/place.h"

static void
append_escaped(GString *out, const char *text, const char *also)
{
	for (const char *p = text; *p; p++) {
		if (*p == '%' || *p == '\r' || *p == '\n' || strchr(also, *p))
			g_string_append_printf(out, "%%%02X", (unsigned)(unsigned char)*p);
		else
			g_string_append_c(out, *p);
	}
}

static void
append_place(GString *out, struct loc at, const char *dir)
{
	g_autofree char *file = at.file ? diag_file_from_here(dir, at.file) : NULL;

	if (!file)
		return;
	g_string_append(out, "file=");
	append_escaped(out, file, ":,");
	if (at.line > 0)
		g_string_append_printf(out, ",line=%d", at.line);
	if (at.line > 0 && at.column > 0)
		g_string_append_printf(out, ",col=%d", at.column);
	if (at.line > 0 && at.end_column > at.column)
		g_string_append_printf(out, ",endLine=%d,endColumn=%d", at.line, at.end_column);
	g_string_append_c(out, ',');
}

/* An annotation has one text: help and related places follow the message on lines of their own. */
static char *
whole_message(const struct diag *diag)
{
	GString *text = g_string_new(diag->message);

	if (diag->help)
		g_string_append_printf(text, "\nhelp: %s", diag->help);
	for (guint i = 0; diag->related && i < diag->related->len; i++) {
		const struct diag_related *related = diag->related->pdata[i];
		g_autofree char *place = loc_to_text(related->at);

		g_string_append_printf(text, "\n%s%s%s", place, *place ? ": " : "",
				       related->message);
	}
	return g_string_free(text, FALSE);
}

char *
diag_github(const struct diag_list *list, const GPtrArray *listed, const struct diag_view *view)
{
	static const char *const commands[] = {"", "notice", "warning", "error"};
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < listed->len; i++) {
		const struct diag *diag = listed->pdata[i];
		g_autofree char *message = whole_message(diag);

		g_string_append_printf(out, "::%s ", commands[list->severity[diag->id]]);
		append_place(out, diag->at, view->places->dir);
		g_string_append_printf(out, "title=%s::", diag_name(diag->id));
		append_escaped(out, message, "");
		g_string_append_c(out, '\n');
	}
	return g_string_free(out, FALSE);
}
