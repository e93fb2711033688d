/* complaint: see complaint.h. */
#include "xslt/complaint.h"

#include <libxml/xmlerror.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#define TEXT_LIMIT 4096 /* a loop can complain for ever; bytes */

static void
add_text(struct complaint *complaint, const char *text)
{
	if (complaint->text->len < TEXT_LIMIT)
		g_string_append(complaint->text, text);
}

static void
end_line(struct complaint *complaint)
{
	const GString *text = complaint->text;

	if (text->len && text->str[text->len - 1] != '\n')
		add_text(complaint, "\n");
}

/* libxslt's generic errors: printf fragments, a message may come in several. */
static void G_GNUC_PRINTF(2, 3) on_generic(void *data, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list args;

	va_start(args, format);
	text = g_strdup_vprintf(format, args);
	va_end(args);
	add_text(data, text);
}

/* libxml2's parser and XPath errors. */
static void
on_structured(void *data, xmlError *problem)
{
	struct complaint *complaint = data;

	end_line(complaint);
	if (problem->file)
		add_text(complaint, problem->file);
	if (problem->file && problem->line > 0) {
		g_autofree char *line = g_strdup_printf(":%d", problem->line);

		add_text(complaint, line);
	}
	add_text(complaint, problem->file ? ": " : "");
	add_text(complaint, problem->message ? problem->message : "unknown error");
	end_line(complaint);
}

void
complaint_begin(struct complaint *complaint)
{
	complaint->text = g_string_new(NULL);
	complaint->before = xmlStructuredError;
	complaint->before_data = xmlStructuredErrorContext;
	xmlSetStructuredErrorFunc(complaint, on_structured);
	xsltSetGenericErrorFunc(complaint, on_generic);
}

void
complaint_attach(struct complaint *complaint, xsltTransformContext *context)
{
	xsltSetTransformErrorFunc(context, complaint, on_generic);
}

void
complaint_add(struct complaint *complaint, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list args;

	va_start(args, format);
	text = g_strdup_vprintf(format, args);
	va_end(args);
	end_line(complaint);
	add_text(complaint, text);
	end_line(complaint);
}

/*
 * libxslt writes "runtime error: file F line N element E" on a line of its own before the message:
 * "F:N: message". The caller frees.
 */
static char *
tidy(const char *text)
{
	g_autoptr(GRegex) place = g_regex_new("(?:compilation |runtime )?error: file (\\S+)(?: "
					      "line (\\d+))?(?: element \\S+)?\\n",
					      0, 0, NULL);
	g_autofree char *placed = g_regex_replace(place, text, -1, 0, "\\1:\\2: ", 0, NULL);

	g_strchomp(placed);
	return g_steal_pointer(&placed);
}

bool
complaint_end(struct complaint *complaint, const char *what, GError **error)
{
	g_autoptr(GString) text = g_steal_pointer(&complaint->text);
	g_autofree char *message = NULL;

	xmlSetStructuredErrorFunc(complaint->before_data, complaint->before);
	xsltSetGenericErrorFunc(NULL, NULL);
	if (!text->len)
		return true;
	message = tidy(text->str);
	g_set_error(error, g_quark_from_static_string("chancery-xslt"), 0, "%s: %s", what, message);
	return false;
}
