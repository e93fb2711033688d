/* stage: build/stage, and how it becomes out/. */
#include "build/stage.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/place.h"

struct stage {
	char *out, *root;	/* DIR/out, DIR/build/stage */
	int lock;		/* -1 or a descriptor that holds the lock */
};

static bool
fail(GError **error, const char *what, const char *path)
{
	int code = errno;

	g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(code), "%s: %s: %s", path,
		    what, g_strerror(code));
	return false;
}

/* The kernel drops the lock with the process, so a killed run needs no cleaning up. */
static bool
take_lock(struct stage *stage, const char *path, GError **error)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);

	if (fd < 0)
		return fail(error, "cannot open", path);
	if (flock(fd, LOCK_EX | LOCK_NB) == 0) {
		stage->lock = fd;
		return true;
	}
	if (errno == EWOULDBLOCK)
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_AGAIN,
			    "%s: another build is running", path);
	else
		fail(error, "cannot lock", path);
	close(fd);
	return false;
}

static bool
make_folder(const char *path, GError **error)
{
	if (mkdir(path, 0755) != 0 && errno != EEXIST)
		return fail(error, "cannot make the folder", path);
	if (chmod(path, 0755) != 0)
		return fail(error, "cannot set the mode", path);
	return true;
}

/* Folders above path, each with its mode. */
static bool
make_parents(const struct stage *stage, const char *path, GError **error)
{
	for (const char *p = strchr(path, '/'); p; p = strchr(p + 1, '/')) {
		g_autofree char *head = g_strndup(path, (gsize)(p - path));
		g_autofree char *folder = g_build_filename(stage->root, head, NULL);

		if (!make_folder(folder, error))
			return false;
	}
	return true;
}

/* Hard links are enough: a published file is replaced, never changed. */
static bool
link_tree(const char *from, const char *to, GError **error)
{
	g_autoptr(GPtrArray) names = file_list(from, error);

	if (!names || !make_folder(to, error))
		return false;
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *source = g_build_filename(from, names->pdata[i], NULL);
		g_autofree char *target = g_build_filename(to, names->pdata[i], NULL);
		struct stat info;

		if (lstat(source, &info) != 0)
			return fail(error, "cannot read", source);
		if (S_ISDIR(info.st_mode)) {
			if (!link_tree(source, target, error))
				return false;
		} else if (S_ISREG(info.st_mode) && link(source, target) != 0) {
			return fail(error, "cannot link", source);
		}
	}
	return true;
}

struct stage *
stage_open(const struct places *places, bool keep, GError **error)
{
	g_autoptr(Stage) stage = g_new0(struct stage, 1);
	g_autofree char *build = g_build_filename(places->dir, "build", NULL);
	g_autofree char *lock = g_build_filename(build, "lock", NULL);

	stage->lock = -1;
	stage->out = g_build_filename(places->dir, "out", NULL);
	stage->root = g_build_filename(build, "stage", NULL);
	if (!file_make_dirs(build, error) || !take_lock(stage, lock, error) ||
	    !file_remove(stage->root, error) || !make_folder(stage->root, error))
		return NULL;
	if (keep && g_file_test(stage->out, G_FILE_TEST_IS_DIR) &&
	    !link_tree(stage->out, stage->root, error))
		return NULL;
	return g_steal_pointer(&stage);
}

void
stage_free(struct stage *stage)
{
	if (!stage)
		return;
	if (stage->lock >= 0) {
		file_remove(stage->root, NULL);
		close(stage->lock);
	}
	g_free(stage->root);
	g_free(stage->out);
	g_free(stage);
}

static bool
write_new(const char *path, GBytes *bytes, GError **error)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
	gsize size = 0;
	const char *data = g_bytes_get_data(bytes, &size);
	bool good = fd >= 0 && fchmod(fd, 0644) == 0;

	while (good && size > 0) {
		ssize_t put = write(fd, data, size);

		if (put < 0 && errno == EINTR)
			continue;
		good = put >= 0;
		data += good ? put : 0;
		size -= good ? (gsize)put : 0;
	}
	if (!good)
		fail(error, "cannot write", path);
	if (fd >= 0 && close(fd) != 0 && good)
		good = fail(error, "cannot write", path);
	return good;
}

bool
stage_put(struct stage *stage, const char *path, GBytes *bytes, GError **error)
{
	g_autofree char *target = g_build_filename(stage->root, path, NULL);

	if (!make_parents(stage, path, error))
		return false;
	/* It may be a link to what out/ holds, which must not change. */
	if (unlink(target) != 0 && errno != ENOENT)
		return fail(error, "cannot replace", target);
	return write_new(target, bytes, error);
}

bool
stage_drop(struct stage *stage, const char *path, GError **error)
{
	g_autofree char *target = g_build_filename(stage->root, path, NULL);

	return file_remove(target, error);
}

GPtrArray *
stage_list(const struct stage *stage, const char *path, GError **error)
{
	g_autofree char *folder = g_build_filename(stage->root, path, NULL);

	return file_list(folder, error);
}

/* One syncfs instead of an fsync for every file: a power cut must not leave empty files behind whole names. */
static bool
sync_stage(const struct stage *stage, GError **error)
{
	int fd = open(stage->root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool good = fd >= 0 && syncfs(fd) == 0;

	if (!good)
		fail(error, "cannot put on disk", stage->root);
	if (fd >= 0)
		close(fd);
	return good;
}

/* For file systems that cannot exchange two names: for an instant there is no out/, but never half of one. */
static bool
swap_in_steps(const struct stage *stage, GError **error)
{
	g_autofree char *old = g_strconcat(stage->root, ".old", NULL);

	if (!file_remove(old, error))
		return false;
	if (rename(stage->out, old) != 0)
		return fail(error, "cannot move away", stage->out);
	if (rename(stage->root, stage->out) != 0) {
		fail(error, "cannot publish", stage->out);
		if (rename(old, stage->out) != 0)
			g_prefix_error(error, "the previous out/ is at %s; ", old);
		return false;
	}
	return file_remove(old, error);
}

bool
stage_publish(struct stage *stage, GError **error)
{
	if (!sync_stage(stage, error))
		return false;
	if (renameat2(AT_FDCWD, stage->root, AT_FDCWD, stage->out, RENAME_EXCHANGE) == 0)
		return file_remove(stage->root, error);
	if (errno == ENOENT) {
		if (rename(stage->root, stage->out) != 0)
			return fail(error, "cannot publish", stage->out);
		return true;
	}
	if (errno != EINVAL && errno != ENOSYS)
		return fail(error, "cannot publish", stage->out);
	return swap_in_steps(stage, error);
}
