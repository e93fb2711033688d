/* cache: see cache.h. */
#include "base/cache.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/file.h"

enum { DIGEST_SIZE = 16 };

/*
 * MD5 of the key and the data, against accidents: a file that changed its name is no good either,
 * and who may write into the folder may write into out/ as well.
 */
static void
digest_of(const char *key, const void *data, gsize size, guint8 *digest)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_MD5);
	gsize length = DIGEST_SIZE;

	g_checksum_update(sum, (const guchar *)key, (gssize)strlen(key));
	g_checksum_update(sum, data, (gssize)size);
	g_checksum_get_digest(sum, digest, &length);
}

GBytes *
cache_find(const char *folder, const char *key)
{
	g_autofree char *path = g_build_filename(folder, key, NULL);
	g_autoptr(GBytes) file = file_read(path, FILE_LIMIT, NULL);
	gsize size = 0;
	const guint8 *data = file ? g_bytes_get_data(file, &size) : NULL;
	guint8 digest[DIGEST_SIZE];

	if (size < DIGEST_SIZE)
		return NULL;
	digest_of(key, data + DIGEST_SIZE, size - DIGEST_SIZE, digest);
	if (memcmp(digest, data, DIGEST_SIZE) != 0)
		return NULL;
	return g_bytes_new_from_bytes(file, DIGEST_SIZE, size - DIGEST_SIZE);
}

struct kept {
	char *path;
	gint64 written; /* microseconds */
};

static void
kept_clear(gpointer data)
{
	g_free(((struct kept *)data)->path);
}

/* The last written first; by name where two are as old. */
static int
compare_age(gconstpointer a, gconstpointer b)
{
	const struct kept *one = a, *two = b;

	if (one->written != two->written)
		return one->written < two->written ? 1 : -1;
	return strcmp(one->path, two->path);
}

static void
prune(const char *folder)
{
	g_autoptr(GPtrArray) names = file_list(folder, NULL);
	g_autoptr(GArray) files = g_array_new(FALSE, FALSE, sizeof(struct kept));

	if (!names || names->len <= CACHE_FILES_MOST)
		return;
	g_array_set_clear_func(files, kept_clear);
	for (guint i = 0; i < names->len; i++) {
		struct kept kept = {g_build_filename(folder, names->pdata[i], NULL), 0};
		GStatBuf status;

		if (g_stat(kept.path, &status) == 0)
			kept.written = (gint64)status.st_mtim.tv_sec * G_USEC_PER_SEC +
				       status.st_mtim.tv_nsec / 1000;
		g_array_append_val(files, kept);
	}
	g_array_sort(files, compare_age);
	for (guint i = CACHE_FILES_MOST; i < files->len; i++)
		file_remove(g_array_index(files, struct kept, i).path, NULL);
}

void
cache_keep(const char *folder, const char *key, GBytes *data)
{
	g_autofree char *path = g_build_filename(folder, key, NULL);
	g_autoptr(GByteArray) file = g_byte_array_new();
	guint8 digest[DIGEST_SIZE];
	gsize size;
	const guint8 *bytes = g_bytes_get_data(data, &size);

	digest_of(key, bytes, size, digest);
	g_byte_array_append(file, digest, sizeof(digest));
	g_byte_array_append(file, bytes, (guint)size);
	if (file_make_dirs(folder, NULL) && file_write(path, file->data, file->len, NULL))
		prune(folder);
}
