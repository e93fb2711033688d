/* graphic: see graphic.h. */
#include "layout/graphic.h"

#include <string.h>
#include "base/diag.h"
#include "chart/scene.h"

/* "figures/a.svg" of "url(figures/a.svg)" or "url('figures/a.svg')"; the caller frees. */
static char *
src_path(const char *src)
{
	g_autofree char *inside = NULL;
	gsize n;

	if (!src)
		return NULL;
	if (!g_str_has_prefix(src, "url(") || !g_str_has_suffix(src, ")"))
		return g_strdup(src);
	inside = g_strndup(src + 4, strlen(src) - 5);
	n = strlen(inside);
	if (n >= 2 && (*inside == '\'' || *inside == '"') && inside[n - 1] == *inside)
		return g_strndup(inside + 1, n - 2);
	return g_steal_pointer(&inside);
}

const struct scene *
graphic_scene(struct formatter *formatter, const struct fo_node *node)
{
	const struct layout_env *env = formatter->env;
	g_autofree char *path = src_path(fo_attribute(node, "src"));
	const struct scene *scene = NULL;

	if (path && env->find_scene)
		scene = env->find_scene(path, env->user);
	if (!scene)
		diag_add(env->diags, DIAG_IMAGE_INVALID, node->at, "there is no graphic %s",
			 path ? path : "without src");
	return scene;
}

void
graphic_size(struct formatter *formatter, const struct fo_node *node, double measure, double *width,
	     double *height)
{
	const struct scene *scene = graphic_scene(formatter, node);
	const struct box_style *box = node->box;
	struct length across = box->content_width, down = box->content_height;
	double ratio;

	*width = *height = 0;
	if (!scene || !(scene->width > 0) || !(scene->height > 0))
		return;
	ratio = scene->height / scene->width;
	if (across.unit == LENGTH_AUTO && down.unit == LENGTH_AUTO) {
		across = box->width;
		down = box->height;
	}
	*width = length_resolve(across, measure, 0);
	*height = length_resolve(down, formatter->page_room, 0);
	if (!(*width > 0))
		*width = *height > 0 ? *height / ratio : scene->width;
	if (!(*height > 0))
		*height = *width * ratio;
	if (measure > 0 && *width > measure) {
		*height *= measure / *width;
		*width = measure;
	}
}
