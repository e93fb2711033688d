/* image_block: image files that stand beside the brief, as figures. */
#include <string.h>

#include "base/diag.h"
#include "base/file.h"
#include "bulletin/assembly.h"
#include "image/image.h"

/* A pixel is that of CSS, 3/4 pt; what is larger is made to fit the page with its caption. */
#define POINTS_PER_PIXEL 0.75
#define WIDTH_MOST 470.0
#define HEIGHT_MOST 560.0

/* "photos/Busan 1.jpg" as an id, photos-busan-1; the caller frees. */
static char *
id_of(const char *path)
{
	const char *end = strrchr(path, '.');
	gsize length = end && end != path ? (gsize)(end - path) : strlen(path);
	g_autoptr(GString) id = g_string_new(NULL);

	for (gsize i = 0; i < length && id->len < 60; i++) {
		if (g_ascii_isalnum(path[i]))
			g_string_append_c(id, g_ascii_tolower(path[i]));
		else if (id->len > 0 && id->str[id->len - 1] != '-')
			g_string_append_c(id, '-');
	}
	if (id->len > 0 && id->str[id->len - 1] == '-')
		g_string_truncate(id, id->len - 1);
	return g_strdup(id->len > 0 ? id->str : "image");
}

static struct diag *
refuse(struct assembly *a, const xmlNode *raw, const char *path, const char *why)
{
	return diag_add(a->env->diags, DIAG_IMAGE_INVALID, tree_loc(raw, a->file),
			"the image “%s” %s", path, why);
}

/* NULL with image-invalid. */
static GBytes *
read_image(struct assembly *a, const xmlNode *raw, const char *path)
{
	g_autoptr(GError) error = NULL;
	GBytes *bytes = a->env->folder
				? file_read_below(a->env->folder, path, FILE_LIMIT, &error)
				: NULL;

	if (bytes)
		return bytes;
	if (g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
		diag_help(refuse(a, raw, path, "is not there"),
			  "put the file beside the brief and write its name as it is");
	else if (g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
		refuse(a, raw, path, "is larger than 64 MiB");
	else
		diag_help(refuse(a, raw, path, "cannot be read"),
			  "it must be a file in the bulletin's folder: no link, no ..");
	return NULL;
}

static void
set_length(xmlNode *node, const char *name, double points)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	tree_set(node, name, g_ascii_formatd(text, sizeof(text), "%.2f", points));
}

static void
set_size(xmlNode *raw, const struct image *image)
{
	double width = image->width * POINTS_PER_PIXEL;
	double height = image->height * POINTS_PER_PIXEL;
	double shrink = MIN(1, MIN(WIDTH_MOST / width, HEIGHT_MOST / height));

	/* at least what %.2f shows: a line of one pixel may be scaled to nothing */
	set_length(raw, "width", MAX(width * shrink, 0.01));
	set_length(raw, "height", MAX(height * shrink, 0.01));
}

bool
image_load(struct assembly *a, xmlNode *raw)
{
	const char *path = tree_find(raw, "path"), *why = NULL;
	g_autoptr(GBytes) bytes = read_image(a, raw, path);
	g_autofree char *id = id_of(path), *src = NULL;
	struct image *image;

	if (!bytes)
		return false;
	image = image_open(bytes, &why);
	if (!image) {
		refuse(a, raw, path, why);
		return false;
	}
	src = g_strdup_printf("figures/%s.%s", id, image->extension);
	tree_set(raw, "path", id);
	tree_set(raw, "src", src);
	set_size(raw, image);
	g_hash_table_insert(a->edition->files, g_strdup(src), g_bytes_ref(image->bytes));
	g_hash_table_insert(a->edition->images, g_strdup(src), image);
	return true;
}

void
image_resolve(struct assembly *a, xmlNode *raw)
{
	g_autofree char *title = g_strdup(tree_find(raw, "title"));
	xmlNode *alt = tree_new(raw->doc, TREE_B, "alt"), *caption;

	tree_move_children(raw, alt);
	raw_become(raw, TREE_B, "figure");
	tree_set(raw, "kind", "image");
	caption = tree_add(raw, TREE_B, "caption");
	if (title)
		tree_add_run(caption, title);
	/* alt-missing has been told; no figure is published without any words */
	if (!alt->children)
		tree_add_run(alt, title ? title : tree_find(raw, "label"));
	xmlAddChild(raw, alt);
	resolve_tree(a, alt);
}
