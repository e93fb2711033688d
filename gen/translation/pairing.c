/* pairing: which unit of a translation stands for which unit of the source. */
#include "translation/pairing.h"

#include <string.h>

#include "translation/lock.h"

/* A table of more cells than this is not made: units are then paired by their rank. */
enum { CELLS_MOST = 1 << 23, WEIGHT_KIND = 2, WEIGHT_LOCK = 16, WEIGHT_FIGURE = 8 };

struct aligner {
	const GPtrArray *source, *translation;
	GHashTable *stamped; /* name of a source unit -> name of its translation */
	guint32 *best;	     /* (n + 1) × (m + 1): the weight of the rest from (i, j) on */
};

const char *
pair_state_name(enum pair_state state)
{
	static const char *const names[] = {"current", "stale", "unstamped", "missing"};

	return names[state];
}

static const struct unit *
unit_at(const GPtrArray *units, guint index)
{
	return g_ptr_array_index(units, index);
}

/* What a figure shows is named in both: "](chart:thefts)". */
static bool
same_figure(const struct unit *a, const struct unit *b)
{
	const char *of_a = strstr(a->text, "]("), *of_b = strstr(b->text, "](");

	return a->kind == UNIT_FIGURE && of_a && of_b && strcmp(of_a, of_b) == 0;
}

/* 0: never a pair. */
static guint32
weight(const struct aligner *aligner, guint i, guint j)
{
	const struct unit *source = unit_at(aligner->source, i);
	const struct unit *translation = unit_at(aligner->translation, j);
	const char *known;

	if (source->kind != translation->kind || source->level != translation->level)
		return 0;
	known = g_hash_table_lookup(aligner->stamped, source->name);
	if (known && strcmp(known, translation->name) == 0)
		return WEIGHT_LOCK;
	return same_figure(source, translation) ? WEIGHT_FIGURE : WEIGHT_KIND;
}

static guint32 *
cell(const struct aligner *aligner, guint i, guint j)
{
	return &aligner->best[(gsize)i * (aligner->translation->len + 1) + j];
}

static void
fill(struct aligner *aligner)
{
	guint n = aligner->source->len, m = aligner->translation->len;

	aligner->best = g_new0(guint32, (gsize)(n + 1) * (m + 1));
	for (guint i = n; i-- > 0;) {
		for (guint j = m; j-- > 0;) {
			guint32 w = weight(aligner, i, j);
			guint32 best = MAX(*cell(aligner, i + 1, j), *cell(aligner, i, j + 1));

			if (w > 0)
				best = MAX(best, w + *cell(aligner, i + 1, j + 1));
			*cell(aligner, i, j) = best;
		}
	}
}

/* The index of each source unit's translation, -1 for none, into partner. */
static void
align(struct aligner *aligner, int *partner)
{
	guint n = aligner->source->len, m = aligner->translation->len, j = 0;

	if ((gsize)n * m > CELLS_MOST) {
		for (guint i = 0; i < n; i++)
			partner[i] = i < m && weight(aligner, i, i) > 0 ? (int)i : -1;
		return;
	}
	fill(aligner);
	for (guint i = 0; i < n; i++) {
		partner[i] = -1;
		/* Of equally good ways the one that pairs early. */
		while (j<m && * cell(aligner, i, j)> * cell(aligner, i + 1, j)) {
			guint32 w = weight(aligner, i, j);

			if (w > 0 && *cell(aligner, i, j) == w + *cell(aligner, i + 1, j + 1)) {
				partner[i] = (int)j++;
				break;
			}
			j++;
		}
	}
	g_free(aligner->best);
}

/* ---- states ---- */

/* What of the lock the pairs have gone through so far. */
struct course {
	const GPtrArray *entries; /* NULL: never stamped */
	GHashTable *index;	  /* name of a source unit -> its entry's index + 1 */
	GHashTable *rendered;	  /* name of a translation's unit -> its entry's index + 1 */
	GHashTable *present;	  /* names of the units that the source has now */
	guint next;		  /* the first entry not passed yet */
};

static const struct lock_entry *
entry_at(const struct course *course, guint index)
{
	return g_ptr_array_index(course->entries, index);
}

static void
course_start(struct course *course, const GPtrArray *source)
{
	course->index = g_hash_table_new(g_str_hash, g_str_equal);
	course->rendered = g_hash_table_new(g_str_hash, g_str_equal);
	course->present = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < source->len; i++)
		g_hash_table_add(course->present, unit_at(source, i)->name);
	for (guint i = 0; course->entries && i < course->entries->len; i++) {
		const struct lock_entry *entry = entry_at(course, i);

		g_hash_table_insert(course->index, entry->unit, GUINT_TO_POINTER(i + 1));
		g_hash_table_insert(course->rendered, entry->translation, GUINT_TO_POINTER(i + 1));
	}
}

static void
course_end(struct course *course)
{
	g_hash_table_unref(course->index);
	g_hash_table_unref(course->rendered);
	g_hash_table_unref(course->present);
}

static bool
is_gone(const struct course *course, guint index)
{
	return !g_hash_table_contains(course->present, entry_at(course, index)->unit);
}

/*
 * The entry whose source unit has become this one: that of the same translation, or, if the
 * translation was changed too, the next one in order whose unit the source has no more.
 */
static const struct lock_entry *
find_former(const struct course *course, const struct pair *pair)
{
	guint same =
		GPOINTER_TO_UINT(g_hash_table_lookup(course->rendered, pair->translation->name));

	if (same > 0 && is_gone(course, same - 1))
		return entry_at(course, same - 1);
	if (course->entries && course->next < course->entries->len && is_gone(course, course->next))
		return entry_at(course, course->next);
	return NULL;
}

static void
settle(struct course *course, struct pair *pair)
{
	guint known = GPOINTER_TO_UINT(g_hash_table_lookup(course->index, pair->source->name));
	const struct lock_entry *former;

	if (!pair->translation) {
		pair->state = PAIR_MISSING;
		return;
	}
	if (known > 0) {
		pair->state = PAIR_CURRENT;
		course->next = known;
		return;
	}
	former = find_former(course, pair);
	pair->state = former ? PAIR_STALE : PAIR_UNSTAMPED;
	if (!former)
		return;
	pair->stamped = former->unit;
	course->next = GPOINTER_TO_UINT(g_hash_table_lookup(course->index, former->unit));
}

static GHashTable *
stamped_table(const GPtrArray *entries)
{
	GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; entries && i < entries->len; i++) {
		const struct lock_entry *entry = g_ptr_array_index(entries, i);

		g_hash_table_insert(table, entry->unit, entry->translation);
	}
	return table;
}

struct pairing *
pairing_new(GPtrArray *source, GPtrArray *translation, const struct lock *lock, const char *lang)
{
	struct pairing *pairing = g_new0(struct pairing, 1);
	struct course course = {.entries = lock_entries(lock, lang)};
	g_autoptr(GHashTable) stamped = stamped_table(course.entries);
	struct aligner aligner = {.source = source, .translation = translation, .stamped = stamped};
	g_autofree int *partner = g_new(int, source->len + 1);

	pairing->source = source;
	pairing->translation = translation;
	pairing->stamped = course.entries != NULL;
	pairing->pairs = g_array_new(FALSE, TRUE, sizeof(struct pair));
	align(&aligner, partner);
	course_start(&course, source);
	for (guint i = 0; i < source->len; i++) {
		struct pair pair = {.source = unit_at(source, i)};

		if (partner[i] >= 0)
			pair.translation = unit_at(translation, (guint)partner[i]);
		settle(&course, &pair);
		pairing->counts[pair.state]++;
		g_array_append_val(pairing->pairs, pair);
	}
	course_end(&course);
	return pairing;
}

void
pairing_free(struct pairing *pairing)
{
	if (!pairing)
		return;
	g_array_unref(pairing->pairs);
	g_ptr_array_unref(pairing->source);
	g_ptr_array_unref(pairing->translation);
	g_free(pairing);
}
