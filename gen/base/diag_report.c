/* diag_report: which diagnostics are listed, in which form. */
#include "base/diag_report.h"

#include <string.h>

#include "base/diag_private.h"
#include "base/file.h"
#include "base/place.h"

bool
diag_format_of_name(const char *name, enum diag_format *format)
{
	static const char *const names[] = {"text", "json", "sarif", "github"};

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		if (strcmp(names[i], name) == 0) {
			*format = (enum diag_format)i;
			return true;
		}
	}
	return false;
}

char *
diag_report(const struct diag_list *list, const struct diag_view *view, unsigned *left_out)
{
	g_autoptr(GPtrArray) listed = diag_list_sorted(list);

	*left_out = 0;
	if (view->max > 0 && listed->len > (guint)view->max) {
		*left_out = listed->len - (guint)view->max;
		g_ptr_array_set_size(listed, view->max);
	}
	switch (view->format) {
	case DIAG_FORMAT_JSON:
		return diag_json(list, listed);
	case DIAG_FORMAT_SARIF:
		return diag_sarif(list, listed, view);
	case DIAG_FORMAT_GITHUB:
		return diag_github(list, listed, view);
	default:
		return diag_text(list, listed, view->places->dir, view->colour);
	}
}

char *
diag_list_to_text(const struct diag_list *list, const char *dir, bool colour)
{
	g_autoptr(GPtrArray) sorted = diag_list_sorted(list);

	return diag_text(list, sorted, dir, colour);
}

char *
diag_page(const struct places *places, enum diag_id id)
{
	g_autofree char *name = g_strconcat(diag_name(id), ".md", NULL);
	g_autofree char *path = g_build_filename(places->share, "docs", "diagnostics", name, NULL);
	g_autoptr(GBytes) bytes = file_read(path, FILE_LIMIT, NULL);
	gsize size = 0;
	const char *text = bytes ? g_bytes_get_data(bytes, &size) : NULL;

	return text ? g_strndup(text, size) : NULL;
}

char *
diag_file_from_here(const char *dir, const char *file)
{
	return g_path_is_absolute(dir) || strcmp(dir, ".") == 0 ? g_strdup(file)
								: g_build_filename(dir, file, NULL);
}
