/* graphic: see graphic.h. */
#include "layout/graphic.h"

#include <string.h>
#include "base/diag.h"
#include "chart/scene.h"
#include "image/image.h"

/* An image file has 96 pixels to the inch unless it is told its size, as CSS has it. */
#define POINTS_PER_PIXEL 0.75

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

struct graphic
graphic_find(struct formatter *formatter, const struct fo_node *node)
{
	const struct layout_env *env = formatter->env;
	g_autofree char *path = src_path(fo_attribute(node, "src"));
	struct graphic graphic = {0};

	if (path && env->find_scene)
		graphic.scene = env->find_scene(path, env->user);
	if (path && !graphic.scene && env->find_image)
		graphic.image = env->find_image(path, env->user);
	if (graphic.scene) {
		graphic.width = graphic.scene->width;
		graphic.height = graphic.scene->height;
	} else if (graphic.image) {
		graphic.width = graphic.image->width * POINTS_PER_PIXEL;
		graphic.height = graphic.image->height * POINTS_PER_PIXEL;
	} else {
		diag_add(env->diags, DIAG_IMAGE_INVALID, node->at, "there is no graphic “%s”",
			 path ? path : "without src");
	}
	return graphic;
}

void
graphic_size(struct formatter *formatter, const struct fo_node *node, double measure, double *width,
	     double *height)
{
	const struct graphic graphic = graphic_find(formatter, node);
	const struct box_style *box = node->box;
	struct length across = box->content_width, down = box->content_height;
	double ratio;

	*width = *height = 0;
	if (!(graphic.width > 0) || !(graphic.height > 0))
		return;
	ratio = graphic.height / graphic.width;
	if (across.unit == LENGTH_AUTO && down.unit == LENGTH_AUTO) {
		across = box->width;
		down = box->height;
	}
	*width = length_resolve(across, measure, 0);
	*height = length_resolve(down, formatter->page_room, 0);
	if (!(*width > 0))
		*width = *height > 0 ? *height / ratio : graphic.width;
	if (!(*height > 0))
		*height = *width * ratio;
	if (measure > 0 && *width > measure) {
		*height *= measure / *width;
		*width = measure;
	}
}
