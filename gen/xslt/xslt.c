/* xslt: see xslt.h. */
#include "xslt/xslt.h"

#include <libxml/parser.h>
#include <libxslt/documents.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdbool.h>
#include <string.h>
#include "xslt/complaint.h"
#include "xslt/html.h"
#include "xslt/loader.h"

#define DEPTH_LIMIT 1000      /* templates within templates; ours need some dozens */
#define STEP_LIMIT 20000000UL /* of libxslt; a table of 10,000 rows and 6 columns takes 800,000 */

struct stylesheet {
	xsltStylesheet *compiled;
	xsltSecurityPrefs *security;
	char *relative;
};

/* What the loader needs while a stylesheet is compiled; the stylesheet's _private points here. */
struct loading {
	const struct places *places;
	struct complaint *complaint;
};

/* Only while a stylesheet is compiled (there is no context then) may anything be read, and only
 * what load admits. */
static int
admit_stylesheets(xsltSecurityPrefs *security, xsltTransformContext *context, const char *value)
{
	(void)security;
	(void)value;
	return context == NULL;
}

/* xsl:include and xsl:import, never document(). */
static xmlDoc *
load(const xmlChar *address, xmlDict *dict, int options, void *context, xsltLoadType type)
{
	const xsltStylesheet *sheet = context;
	const struct loading *loading;

	(void)options;
	if (type != XSLT_LOAD_STYLESHEET || !sheet)
		return NULL;
	while (sheet->parent)
		sheet = sheet->parent;
	loading = sheet->_private;
	return loading ? loader_read(loading->places, (const char *)address, dict,
				     loading->complaint)
		       : NULL;
}

static xsltSecurityPrefs *
forbid_all(void)
{
	static const xsltSecurityOption forbidden[] = {
		XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_READ_NETWORK,
		XSLT_SECPREF_WRITE_NETWORK};
	xsltSecurityPrefs *security = xsltNewSecurityPrefs();

	for (gsize i = 0; i < G_N_ELEMENTS(forbidden); i++)
		xsltSetSecurityPrefs(security, forbidden[i], xsltSecurityForbid);
	xsltSetSecurityPrefs(security, XSLT_SECPREF_READ_FILE, admit_stylesheets);
	return security;
}

static void
compile(struct stylesheet *sheet, const struct places *places, struct complaint *complaint)
{
	struct loading loading = {places, complaint};
	xsltStylesheet *compiled = xsltNewStylesheet();
	xmlDoc *doc =
		compiled ? loader_read(places, sheet->relative, compiled->dict, complaint) : NULL;
	bool detached;

	if (!doc) {
		complaint_add(complaint, "%s: cannot be read", sheet->relative);
		xsltFreeStylesheet(compiled);
		return;
	}
	compiled->_private = &loading;
	if (xsltParseStylesheetUser(compiled, doc) == 0 && compiled->errors == 0) {
		compiled->_private = NULL;
		sheet->compiled = compiled;
		return;
	}
	complaint_add(complaint, "%s: not a stylesheet", sheet->relative);
	detached = !compiled->doc; /* as libxslt leaves it after an error */
	xsltFreeStylesheet(compiled);
	if (detached)
		xmlFreeDoc(doc);
}

struct stylesheet *
stylesheet_open(const struct places *places, const char *relative, GError **error)
{
	g_autoptr(Stylesheet) sheet = g_new0(struct stylesheet, 1);
	xsltSecurityPrefs *before = xsltGetDefaultSecurityPrefs();
	struct complaint complaint;

	sheet->relative = g_strdup(relative);
	sheet->security = forbid_all();
	complaint_begin(&complaint);
	xsltSetDefaultSecurityPrefs(sheet->security);
	xsltSetLoaderFunc(load);
	compile(sheet, places, &complaint);
	xsltSetLoaderFunc(NULL);
	xsltSetDefaultSecurityPrefs(before);
	if (!complaint_end(&complaint, relative, error))
		return NULL;
	return g_steal_pointer(&sheet);
}

void
stylesheet_free(struct stylesheet *sheet)
{
	if (!sheet)
		return;
	if (sheet->compiled)
		xsltFreeStylesheet(sheet->compiled);
	xsltFreeSecurityPrefs(sheet->security);
	g_free(sheet->relative);
	g_free(sheet);
}

/* NULL, or what has no complaint only if the context says that all went well. */
static xmlDoc *
transform(const struct stylesheet *sheet, xmlDoc *doc, const char *const *params,
	  struct complaint *complaint)
{
	xsltTransformContext *context = xsltNewTransformContext(sheet->compiled, doc);
	xmlDoc *result = NULL;

	if (!context) {
		complaint_add(complaint, "no transformation context");
		return NULL;
	}
	context->maxTemplateDepth = DEPTH_LIMIT;
	context->opLimit = STEP_LIMIT;
	complaint_attach(complaint, context);
	if (xsltSetCtxtSecurityPrefs(sheet->security, context) != 0)
		complaint_add(complaint, "no security preferences");
	else if (!params || xsltQuoteUserParams(context, (const char **)(gpointer)params) == 0)
		result = xsltApplyStylesheetUser(sheet->compiled, doc, NULL, NULL, NULL, context);
	if (!result || context->state != XSLT_STATE_OK)
		complaint_add(complaint, "the transformation did not end well");
	xsltFreeTransformContext(context);
	return result;
}

xmlDoc *
stylesheet_apply(const struct stylesheet *sheet, xmlDoc *doc, const char *const *params,
		 GError **error)
{
	xsltSecurityPrefs *before = xsltGetDefaultSecurityPrefs();
	struct complaint complaint;
	xmlDoc *result;

	complaint_begin(&complaint);
	xsltSetDefaultSecurityPrefs(sheet->security);
	xsltSetLoaderFunc(load);
	result = transform(sheet, doc, params, &complaint);
	xsltSetLoaderFunc(NULL);
	xsltSetDefaultSecurityPrefs(before);
	if (complaint_end(&complaint, sheet->relative, error))
		return result;
	xmlFreeDoc(result);
	return NULL;
}

GBytes *
stylesheet_serialise(const struct stylesheet *sheet, xmlDoc *result, GError **error)
{
	const xmlChar *method = NULL;
	struct complaint complaint;
	xmlChar *text = NULL;
	int size = 0, status;

	XSLT_GET_IMPORT_PTR(method, sheet->compiled, method)
	if (method && strcmp((const char *)method, "html") == 0)
		return html_serialise(result, error);
	complaint_begin(&complaint);
	status = xsltSaveResultToString(&text, &size, result, sheet->compiled);
	if (status != 0 || !text)
		complaint_add(&complaint, "the result cannot be written");
	if (complaint_end(&complaint, sheet->relative, error))
		return g_bytes_new_with_free_func(text, (gsize)size, (GDestroyNotify)xmlFree, text);
	xmlFree(text);
	return NULL;
}
