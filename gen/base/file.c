/* file: bounded reads and whole writes. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef DIR Folder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Folder, closedir)

/* Sets error from errno, with the path, and gives false. */
static bool
fail(GError **error, const char *what, const char *path)
{
	int code = errno;

	g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(code), "%s: %s: %s", path,
		    what, g_strerror(code));
	return false;
}

/* Reads up to size bytes, going on after short reads; the count, or -1 with errno. */
static gssize
read_fully(int fd, char *into, gsize size)
{
	gsize done = 0;

	while (done < size) {
		ssize_t got = read(fd, into + done, size - done);

		if (got == 0)
			break;
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		done += (gsize)got;
	}
	return (gssize)done;
}

/* What is behind fd, or NULL with error set. */
static GBytes *
read_open(int fd, const char *path, gsize limit, GError **error)
{
	g_autofree char *data = NULL;
	struct stat info;
	gssize size;

	if (fstat(fd, &info) != 0) {
		fail(error, "cannot read", path);
		return NULL;
	}
	if (!S_ISREG(info.st_mode)) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s: not a regular file",
			    path);
		return NULL;
	}
	if ((guint64)info.st_size > limit) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC,
			    "%s: larger than the limit of %" G_GSIZE_FORMAT " bytes", path, limit);
		return NULL;
	}
	data = g_malloc((gsize)info.st_size + 1);
	size = read_fully(fd, data, (gsize)info.st_size);
	if (size < 0) {
		fail(error, "cannot read", path);
		return NULL;
	}
	data[size] = '\0';
	return g_bytes_new_take(g_steal_pointer(&data), (gsize)size);
}

GBytes *
file_read(const char *path, gsize limit, GError **error)
{
	/* O_NONBLOCK: a FIFO in content/ must not hang the build before fstat can refuse it. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	GBytes *bytes;

	if (fd < 0) {
		fail(error, "cannot open", path);
		return NULL;
	}
	bytes = read_open(fd, path, limit, error);
	close(fd);
	return bytes;
}

/* Descends by descriptor, one name at a time: a link is not followed, wherever it leads. */
static int
open_below(const char *folder, char *const *names)
{
	int at = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	for (; at >= 0 && *names; names++) {
		int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
		int next = openat(at, *names, names[1] ? flags | O_DIRECTORY : flags);

		close(at);
		at = next;
	}
	return at;
}

GBytes *
file_read_below(const char *folder, const char *path, gsize limit, GError **error)
{
	g_auto(GStrv) names = g_strsplit(path, "/", -1);
	GBytes *bytes;
	int fd;

	for (char **name = names; *name; name++) {
		if (**name && strcmp(*name, ".") != 0 && strcmp(*name, "..") != 0)
			continue;
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_PERM,
			    "%s: no path that stays in its folder", path);
		return NULL;
	}
	fd = *names ? open_below(folder, names) : -1;
	if (fd < 0) {
		fail(error, "cannot open", path);
		return NULL;
	}
	bytes = read_open(fd, path, limit, error);
	close(fd);
	return bytes;
}

static bool
write_fully(int fd, const char *data, gsize size)
{
	while (size > 0) {
		ssize_t put = write(fd, data, size);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		data += put;
		size -= (gsize)put;
	}
	return true;
}

/* The name is on disk only once its folder is. */
static bool
sync_folder(const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool good;

	if (fd < 0)
		return false;
	good = fsync(fd) == 0 || errno == EINVAL;	/* EINVAL: the file system has no such thing */
	close(fd);
	return good;
}

bool
file_write(const char *path, const void *data, gsize size, GError **error)
{
	/* The process number keeps two builds apart; one process writes a path once at a time. */
	g_autofree char *part = g_strdup_printf("%s.%ld.part", path, (long)getpid());
	int fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
	bool good;

	if (fd < 0)
		return fail(error, "cannot write", path);
	good = write_fully(fd, data, size) && fsync(fd) == 0;
	if (!good)
		fail(error, "cannot write", path);
	if (close(fd) != 0 && good)
		good = fail(error, "cannot write", path);
	if (good && (rename(part, path) != 0 || !sync_folder(path)))
		good = fail(error, "cannot put in place", path);
	if (!good)
		unlink(part);
	return good;
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
	const char *const *x = a;
	const char *const *y = b;

	return strcmp(*x, *y);
}

GPtrArray *
file_list(const char *path, GError **error)
{
	g_autoptr(Folder) folder = opendir(path);
	g_autoptr(GPtrArray) names = NULL;
	struct dirent *entry;

	if (!folder) {
		fail(error, "cannot list", path);
		return NULL;
	}
	names = g_ptr_array_new_with_free_func(g_free);
	for (errno = 0; (entry = readdir(folder)); errno = 0) {
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			g_ptr_array_add(names, g_strdup(entry->d_name));
	}
	if (errno != 0) {
		fail(error, "cannot list", path);
		return NULL;
	}
	g_ptr_array_sort(names, compare_names);
	return g_steal_pointer(&names);
}

bool
file_make_dirs(const char *path, GError **error)
{
	if (g_mkdir_with_parents(path, 0777) != 0)
		return fail(error, "cannot make the folder", path);
	return true;
}

static bool remove_at(int parent, const char *name, const char *path, GError **error);

/* Removes what is in the folder behind fd, and closes fd. */
static bool
empty_folder(int fd, const char *path, GError **error)
{
	g_autoptr(Folder) folder = fdopendir(fd);
	struct dirent *entry;

	if (!folder) {
		fail(error, "cannot list", path);
		close(fd);
		return false;
	}
	while ((entry = readdir(folder))) {
		g_autofree char *below = NULL;

		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		below = g_build_filename(path, entry->d_name, NULL);
		if (!remove_at(dirfd(folder), entry->d_name, below, error))
			return false;
	}
	return true;
}

/* Descends by descriptor with O_NOFOLLOW, so that a link put there meanwhile leads nowhere. */
static bool
remove_at(int parent, const char *name, const char *path, GError **error)
{
	int fd;

	if (unlinkat(parent, name, 0) == 0 || errno == ENOENT)
		return true;
	if (errno != EISDIR && errno != EPERM)
		return fail(error, "cannot remove", path);
	fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return fail(error, "cannot remove", path);
	if (!empty_folder(fd, path, error))
		return false;
	if (unlinkat(parent, name, AT_REMOVEDIR) != 0 && errno != ENOENT)
		return fail(error, "cannot remove", path);
	return true;
}

bool
file_remove(const char *path, GError **error)
{
	return remove_at(AT_FDCWD, path, path, error);
}
