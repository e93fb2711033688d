/* place: where a publication and the program's own files are. */
#include "base/place.h"

/* The folder of the running program; the caller frees. */
static char *
program_folder(void)
{
	g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);

	return program ? g_path_get_dirname(program) : NULL;
}

char *
places_beside_program(const char *name)
{
	g_autofree char *folder = program_folder();

	return folder ? g_build_filename(folder, name, NULL) : NULL;
}

/* ../share/chancery beside the program when that is there; the caller frees. */
static char *
installed_share(void)
{
	g_autofree char *folder = program_folder(), *share = NULL;

	if (!folder)
		return NULL;
	share = g_build_filename(folder, "..", "share", "chancery", NULL);
	if (!g_file_test(share, G_FILE_TEST_IS_DIR))
		return NULL;
	return g_steal_pointer(&share);
}

static char *
find_share(void)
{
	const char *set = g_getenv("CHANCERY_SHARE");
	char *share;

	if (set && *set)
		return g_strdup(set);
	share = installed_share();
	return share ? share : g_strdup(CHANCERY_SOURCE);
}

struct places *
places_new(const char *dir)
{
	struct places *places = g_new0(struct places, 1);
	g_autofree char *gathered = NULL;

	places->dir = g_strdup(dir && *dir ? dir : ".");
	places->share = find_share();
	gathered = g_build_filename(places->share, "gathered", NULL);
	if (g_file_test(gathered, G_FILE_TEST_IS_DIR))
		places->fonts = g_steal_pointer(&gathered);
	else
		places->fonts = g_build_filename(CHANCERY_SOURCE, "build", "fonts", NULL);
	return places;
}

void
places_free(struct places *places)
{
	if (!places)
		return;
	g_free(places->dir);
	g_free(places->share);
	g_free(places->fonts);
	g_free(places);
}

char *
places_find(const struct places *places, const char *relative)
{
	g_autofree char *own = g_build_filename(places->dir, relative, NULL);
	g_autofree char *shipped = NULL;

	if (g_file_test(own, G_FILE_TEST_EXISTS))
		return g_steal_pointer(&own);
	shipped = g_build_filename(places->share, relative, NULL);
	if (g_file_test(shipped, G_FILE_TEST_EXISTS))
		return g_steal_pointer(&shipped);
	return NULL;
}
