/* file_name: names of files in content/. */
#include "data/file_name.h"

#include <glib.h>

#include "base/diag.h"

void
file_name_report_id(const char *file, const char *id, struct diag_list *diags)
{
	struct loc at = {.file = g_intern_string(file)};

	diag_help(diag_add(diags, DIAG_SCHEMA_VALUE, at, "the name “%s” is not an id", id),
		  "small letters a to z and digits, joined by single hyphens");
}

bool
file_name_is_yaml(const char *file, struct diag_list *diags)
{
	struct loc at = {0};
	g_autofree char *small = NULL;

	if (g_str_has_suffix(file, ".yaml"))
		return true;
	small = g_ascii_strdown(file, -1);
	if (!g_str_has_suffix(small, ".yml") && !g_str_has_suffix(small, ".yaml"))
		return false;
	at.file = g_intern_string(file);
	diag_help(diag_add(diags, DIAG_SCHEMA_VALUE, at, "this file is not read"),
		  "give it a name that ends in .yaml");
	return false;
}
