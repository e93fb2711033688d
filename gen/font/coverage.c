/* coverage: see coverage.h. */
#include "font/coverage.h"

#include <fontconfig/fontconfig.h>
#include <stdbool.h>
#include <string.h>
#include "base/utf8.h"

/* As many as FcCharSetFirstPage gives at once. */
enum { PAGE = 256, PAGES = 0x110000 / PAGE };

struct page {
	FcChar32 bits[FC_CHARSET_MAP_SIZE];
};

struct coverage {
	guint16 at[PAGES]; /* in pages; 0 for one without characters */
	GArray *pages;	   /* struct page; the first is empty */
	bool ascii;	   /* all that is seen of ASCII is there */
	struct coverage *both[2]; /* lent: those that must both have what this has; or NULL */
};

struct coverage *
coverage_new(void)
{
	struct coverage *coverage = g_new0(struct coverage, 1);
	const struct page none = {0};

	coverage->pages = g_array_new(FALSE, FALSE, sizeof(struct page));
	g_array_append_val(coverage->pages, none);
	return coverage;
}

struct coverage *
coverage_both(struct coverage *one, struct coverage *other)
{
	struct coverage *coverage = coverage_new();

	coverage->both[0] = one;
	coverage->both[1] = other;
	coverage->ascii = one->ascii && other->ascii;
	return coverage;
}

void
coverage_free(struct coverage *coverage)
{
	if (!coverage)
		return;
	g_array_unref(coverage->pages);
	g_free(coverage);
}

/* ---- sets ---- */

static inline struct page *
page_of(const struct coverage *coverage, gunichar ch)
{
	return &g_array_index(coverage->pages, struct page, coverage->at[ch / PAGE]);
}

/* To be written to. */
static struct page *
make_page(struct coverage *coverage, gunichar ch)
{
	const struct page none = {0};

	if (coverage->at[ch / PAGE] == 0) {
		coverage->at[ch / PAGE] = (guint16)coverage->pages->len;
		g_array_append_val(coverage->pages, none);
	}
	return page_of(coverage, ch);
}

static inline bool
has(const struct coverage *coverage, gunichar ch)
{
	return ch < PAGES * PAGE && page_of(coverage, ch)->bits[ch % PAGE / 32] >> ch % 32 & 1;
}

static void
add_set(struct coverage *coverage, const FcCharSet *set)
{
	struct page page;
	FcChar32 next;

	for (FcChar32 first = FcCharSetFirstPage(set, page.bits, &next); first != FC_CHARSET_DONE;
	     first = FcCharSetNextPage(set, page.bits, &next)) {
		struct page *own = make_page(coverage, first);

		for (gsize i = 0; i < G_N_ELEMENTS(page.bits); i++)
			own->bits[i] |= page.bits[i];
	}
}

/* Keep what the other has too. */
static void
intersect(struct coverage *coverage, const struct coverage *other)
{
	for (gunichar i = 0; i < PAGES; i++) {
		const struct page *theirs = page_of(other, i * PAGE);
		struct page *own = page_of(coverage, i * PAGE);

		for (gsize k = 0; coverage->at[i] && k < G_N_ELEMENTS(own->bits); k++)
			own->bits[k] &= theirs->bits[k];
	}
}

static void
unite(struct coverage *coverage, const struct coverage *other)
{
	for (gunichar i = 0; i < PAGES; i++) {
		const struct page *theirs = page_of(other, i * PAGE);
		struct page *own = other->at[i] ? make_page(coverage, i * PAGE) : NULL;

		for (gsize k = 0; own && k < G_N_ELEMENTS(own->bits); k++)
			own->bits[k] |= theirs->bits[k];
	}
}

static bool
has_ascii(const struct coverage *coverage)
{
	for (gunichar ch = '!'; ch < 0x7F; ch++)
		if (!has(coverage, ch))
			return false;
	return true;
}

void
coverage_add(struct coverage *coverage, const GPtrArray *sets)
{
	struct coverage *common = NULL;

	for (guint i = 1; i < sets->len; i++) {
		struct coverage *other;

		if (FcCharSetEqual(sets->pdata[i - 1], sets->pdata[i]))
			continue;
		if (!common) {
			common = coverage_new();
			add_set(common, sets->pdata[0]);
		}
		other = coverage_new();
		add_set(other, sets->pdata[i]);
		intersect(common, other);
		coverage_free(other);
	}
	if (common)
		unite(coverage, common);
	else if (sets->len > 0) /* mostly they are all the same */
		add_set(coverage, sets->pdata[0]);
	coverage_free(common);
	coverage->ascii = has_ascii(coverage);
}

/* ---- texts ---- */

/*
 * Characters that need no glyph of their own: HarfBuzz makes spaces of the space and hides what is
 * to be ignored.
 */
static bool
needs_no_glyph(gunichar ch)
{
	switch (g_unichar_type(ch)) {
	case G_UNICODE_CONTROL:
	case G_UNICODE_FORMAT:
	case G_UNICODE_LINE_SEPARATOR:
	case G_UNICODE_PARAGRAPH_SEPARATOR:
	case G_UNICODE_SPACE_SEPARATOR:
		return true;
	default:
		return ch >= 0xFE00 && ch <= 0xFE0F; /* variation selectors */
	}
}

static bool
has_glyph(const struct coverage *coverage, gunichar ch)
{
	gunichar base, mark;

	if (has(coverage, ch))
		return true;
	return g_unichar_decompose(ch, &base, &mark) && has_glyph(coverage, base) &&
	       (mark == 0 || has_glyph(coverage, mark));
}

/* What is fine although it has no glyph, or for both, is remembered as if it had one. */
static bool
is_fine(struct coverage *coverage, gunichar ch)
{
	if (has(coverage, ch))
		return true;
	if (coverage->both[0] ? !is_fine(coverage->both[0], ch) || !is_fine(coverage->both[1], ch)
			      : !needs_no_glyph(ch) && !has_glyph(coverage, ch))
		return false;
	make_page(coverage, ch)->bits[ch % PAGE / 32] |= (FcChar32)1 << ch % 32;
	return true;
}

const char *
coverage_missing(struct coverage *coverage, const char *text)
{
	const char *p = text, *end = text + strlen(text);

	while (p < end) {
		const char *at = p;

		gunichar ch;

		if (coverage->ascii && (guchar)*p < 0x80) {
			p += end - p < 8 ? 1 : utf8_count_low(utf8_eight(p));
			continue;
		}
		ch = utf8_take(&p);
		if (!has(coverage, ch) && !is_fine(coverage, ch))
			return at;
	}
	return NULL;
}
