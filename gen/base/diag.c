/* diag: the list of diagnostics, names and severities. */
#include "base/diag.h"

#include <string.h>

#include "base/diag_private.h"
#include "base/diag_report.h"

struct entry {
	enum diag_severity severity;
	const char *name;
	const char *summary;
};

static const struct entry table[DIAG_COUNT] = {
#define DIAG(id, severity, name, summary) [DIAG_##id] = {severity, name, summary},
#include "base/diag.def"
#undef DIAG
};

static const char *const severities[] = {"off", "note", "warning", "error"};

static void
related_free(gpointer data)
{
	struct diag_related *related = data;

	g_free(related->message);
	g_free(related);
}

static void
diag_free(gpointer data)
{
	struct diag *diag = data;

	g_free(diag->message);
	g_free(diag->help);
	if (diag->related)
		g_ptr_array_unref(diag->related);
	g_free(diag);
}

struct diag_list *
diag_list_new(void)
{
	struct diag_list *list = g_new0(struct diag_list, 1);

	list->items = g_ptr_array_new_with_free_func(diag_free);
	for (int id = 0; id < DIAG_COUNT; id++)
		list->severity[id] = table[id].severity;
	return list;
}

void
diag_list_free(struct diag_list *list)
{
	if (!list)
		return;
	g_ptr_array_unref(list->items);
	g_free(list);
}

const char *
diag_name(enum diag_id id)
{
	g_assert(id < DIAG_COUNT);
	return table[id].name;
}

enum diag_id
diag_find(const char *name)
{
	for (enum diag_id id = 0; id < DIAG_COUNT; id++) {
		if (strcmp(table[id].name, name) == 0)
			return id;
	}
	return DIAG_COUNT;
}

const char *
diag_summary(enum diag_id id)
{
	g_assert(id < DIAG_COUNT);
	return table[id].summary;
}

enum diag_severity
diag_default_severity(enum diag_id id)
{
	g_assert(id < DIAG_COUNT);
	return table[id].severity;
}

const char *
diag_severity_name(enum diag_severity severity)
{
	return severities[severity];
}

bool
diag_severity_of_name(const char *name, enum diag_severity *severity)
{
	for (size_t i = 0; i < G_N_ELEMENTS(severities); i++) {
		if (strcmp(severities[i], name) == 0) {
			*severity = (enum diag_severity)i;
			return true;
		}
	}
	return false;
}

void
diag_list_set_severity(struct diag_list *list, enum diag_id id, enum diag_severity severity)
{
	g_assert(id < DIAG_COUNT);
	list->severity[id] = severity;
}

enum diag_severity
diag_list_severity(const struct diag_list *list, enum diag_id id)
{
	g_assert(id < DIAG_COUNT);
	return list->severity[id];
}

bool
diag_setting_parse(const char *setting, enum diag_id *id, enum diag_severity *severity)
{
	g_auto(GStrv) parts = g_strsplit(setting, "=", 2);

	if (!parts[0] || !parts[1])
		return false;
	*id = diag_find(parts[0]);
	return *id < DIAG_COUNT && diag_severity_of_name(parts[1], severity);
}

/* What would turn the text that follows it: embeddings, overrides and isolates of the bidi algorithm. */
static bool
turns_text(gunichar c)
{
	return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/*
 * A message is one line of valid UTF-8 whatever the author's text holds, so that one diagnostic is one line of a log and
 * cannot drive a terminal.
 */
static char *
one_line(const char *format, va_list args)
{
	g_autofree char *text = g_strdup_vprintf(format, args);
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	GString *line = g_string_new(NULL);

	for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (g_unichar_iscntrl(c) || c == 0x2028 || c == 0x2029)
			c = ' ';
		g_string_append_unichar(line, turns_text(c) ? 0xfffd : c);
	}
	return g_string_free(line, FALSE);
}

struct diag *
diag_add(struct diag_list *list, enum diag_id id, struct loc at, const char *format, ...)
{
	struct diag *diag = g_new0(struct diag, 1);
	va_list args;

	g_assert(id < DIAG_COUNT);
	diag->id = id;
	diag->at = at;
	va_start(args, format);
	diag->message = one_line(format, args);
	va_end(args);
	g_ptr_array_add(list->items, diag);
	return diag;
}

void
diag_help(struct diag *diag, const char *format, ...)
{
	va_list args;

	g_free(diag->help);
	va_start(args, format);
	diag->help = one_line(format, args);
	va_end(args);
}

void
diag_relate(struct diag *diag, struct loc at, const char *format, ...)
{
	struct diag_related *related = g_new0(struct diag_related, 1);
	va_list args;

	related->at = at;
	va_start(args, format);
	related->message = one_line(format, args);
	va_end(args);
	if (!diag->related)
		diag->related = g_ptr_array_new_with_free_func(related_free);
	g_ptr_array_add(diag->related, related);
}

static int
compare_loc(struct loc a, struct loc b)
{
	int order = g_strcmp0(a.file, b.file);

	if (order == 0)
		order = (a.line > b.line) - (a.line < b.line);
	if (order == 0)
		order = (a.column > b.column) - (a.column < b.column);
	return order;
}

static int
compare(const struct diag *a, const struct diag *b)
{
	int order = compare_loc(a->at, b->at);

	if (order == 0)
		order = strcmp(diag_name(a->id), diag_name(b->id));
	if (order == 0)
		order = strcmp(a->message, b->message);
	return order;
}

static int
compare_pointers(gconstpointer a, gconstpointer b)
{
	const struct diag *const *x = a;
	const struct diag *const *y = b;

	return compare(*x, *y);
}

GPtrArray *
diag_list_sorted(const struct diag_list *list)
{
	GPtrArray *sorted = g_ptr_array_new();
	guint kept = 0;

	for (guint i = 0; i < list->items->len; i++) {
		struct diag *diag = list->items->pdata[i];

		if (list->severity[diag->id] != DIAG_OFF)
			g_ptr_array_add(sorted, diag);
	}
	g_ptr_array_sort(sorted, compare_pointers);
	for (guint i = 0; i < sorted->len; i++) {
		if (kept == 0 || compare(sorted->pdata[kept - 1], sorted->pdata[i]) != 0)
			sorted->pdata[kept++] = sorted->pdata[i];
	}
	g_ptr_array_set_size(sorted, (int)kept);
	return sorted;
}

bool
diag_list_has(const struct diag_list *list, enum diag_id id, const char *file)
{
	for (guint i = 0; i < list->items->len; i++) {
		const struct diag *diag = list->items->pdata[i];

		if (diag->id == id && diag->at.file == file)
			return true;
	}
	return false;
}

unsigned
diag_list_count(const struct diag_list *list, enum diag_severity severity)
{
	g_autoptr(GPtrArray) sorted = diag_list_sorted(list);
	unsigned count = 0;

	for (guint i = 0; i < sorted->len; i++) {
		const struct diag *diag = sorted->pdata[i];

		if (list->severity[diag->id] == severity)
			count++;
	}
	return count;
}
