/* destination: what a link or image of a brief points to. */
#include "brief/destination.h"

#include <string.h>

#include "base/diag.h"
#include "locale/locale.h"

static const char link_help[] = "links may use https:, http:, mailto:, a relative address, or "
				"fact: cite: entity: ref: anchor: literal: lang:";

static const char *const schemes[] = {
	[DESTINATION_FACT] = "fact",	 [DESTINATION_CITE] = "cite",
	[DESTINATION_ENTITY] = "entity", [DESTINATION_REF] = "ref",
	[DESTINATION_ANCHOR] = "anchor", [DESTINATION_LITERAL] = "literal",
	[DESTINATION_LANG] = "lang",	 [DESTINATION_CHART] = "chart",
	[DESTINATION_MAP] = "map",	 [DESTINATION_TABLE] = "table",
};

/* What is being read, for the parts of it. */
struct reading {
	struct destination *out;
	const char *url;
	struct loc at;
	struct diag_list *diags;
};

const char *
destination_scheme(enum destination_kind kind)
{
	return kind < G_N_ELEMENTS(schemes) ? schemes[kind] : NULL;
}

/* %XX undone; an escape that is none, or would make a NUL, stays as written. */
static char *
decode(const char *text, gsize length)
{
	GString *out;

	if (!memchr(text, '%', length))
		return g_strndup(text, length);
	out = g_string_sized_new(length);
	for (gsize i = 0; i < length; i++) {
		int high = -1, low = -1;

		if (text[i] == '%' && length - i > 2) {
			high = g_ascii_xdigit_value(text[i + 1]);
			low = g_ascii_xdigit_value(text[i + 2]);
		}
		if (high >= 0 && low >= 0 && high + low > 0) {
			g_string_append_c(out, (char)(high * 16 + low));
			i += 2;
		} else {
			g_string_append_c(out, text[i]);
		}
	}
	if (!g_utf8_validate(out->str, (gssize)out->len, NULL))
		g_string_append_len(g_string_truncate(out, 0), text, (gssize)length);
	return g_string_free(out, FALSE);
}

static void
refuse(struct reading *reading, const char *why, const char *help)
{
	diag_help(diag_add(reading->diags, DIAG_LINK_SCHEME, reading->at, "%s: “%s”", why,
			   reading->url),
		  "%s", help);
	reading->out->kind = DESTINATION_REFUSED;
}

static void
refuse_scheme(struct reading *reading, gsize length)
{
	g_autofree char *word = g_strndup(reading->url, length);
	g_autoptr(GPtrArray) known = g_ptr_array_new();
	g_autofree char *why = g_strdup_printf("links of the scheme %s: are not allowed", word);
	g_autofree char *help = NULL;
	const char *near;

	for (gsize i = 0; i < G_N_ELEMENTS(schemes); i++) {
		if (schemes[i])
			g_ptr_array_add(known, (gpointer)schemes[i]);
	}
	g_ptr_array_add(known, (gpointer) "https");
	g_ptr_array_add(known, (gpointer) "mailto");
	near = diag_nearest(word, known);
	if (near)
		help = g_strdup_printf("did you mean “%s:”?", near);
	refuse(reading, why, help ? help : link_help);
}

/* Is the word of so many bytes the scheme, whatever its case? */
static bool
is_scheme(const char *scheme, const char *word, gsize length)
{
	return g_ascii_tolower(*word) == *scheme && strlen(scheme) == length &&
	       g_ascii_strncasecmp(scheme, word, length) == 0;
}

/* Which of ours the word is; REFUSED for a stranger. */
static enum destination_kind
kind_of_scheme(const char *word, gsize length)
{
	for (gsize i = 0; i < G_N_ELEMENTS(schemes); i++) {
		if (schemes[i] && is_scheme(schemes[i], word, length))
			return (enum destination_kind)i;
	}
	if (is_scheme("https", word, length) || is_scheme("http", word, length) ||
	    is_scheme("mailto", word, length))
		return DESTINATION_WEB;
	return DESTINATION_REFUSED;
}

static void
read_parameter(struct reading *reading, const char *part, gsize length)
{
	static const char *const names[] = {"claim", "form", "lang"};
	struct destination *out = reading->out;
	const char *equals = memchr(part, '=', length);
	gsize key_length = equals ? (gsize)(equals - part) : length;
	g_autofree char *key = g_strndup(part, key_length);
	char **slots[] = {&out->claim, &out->form, &out->lang};
	g_autoptr(GPtrArray) known = g_ptr_array_new();
	struct diag *diag;
	const char *near;

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_ptr_array_add(known, (gpointer)names[i]);
		if (strcmp(names[i], key) != 0)
			continue;
		g_free(*slots[i]);
		*slots[i] = equals ? decode(equals + 1, length - key_length - 1) : g_strdup("");
		return;
	}
	diag = diag_add(reading->diags, DIAG_SCHEMA_UNKNOWN_KEY, reading->at,
			"“%s” means nothing in a link", key);
	near = diag_nearest(key, known);
	if (near)
		diag_help(diag, "did you mean “%s=”?", near);
	else
		diag_help(diag, "after ? stand form=, claim= or lang=");
}

/* Fragment first, since '?' has no meaning after '#' (RFC 3986 section 3). */
static void
read_parts(struct reading *reading, const char *rest)
{
	gsize length = strcspn(rest, "#");
	const char *query = memchr(rest, '?', length);
	gsize path_length = query ? (gsize)(query - rest) : length;
	gsize at = path_length + 1;

	if (rest[length] == '#')
		reading->out->fragment = decode(rest + length + 1, strlen(rest + length + 1));
	reading->out->path = decode(rest, path_length);
	while (at < length) {
		gsize part = strcspn(rest + at, "&#");

		if (part > length - at)
			part = length - at;
		read_parameter(reading, rest + at, part);
		at += part + 1;
	}
}

/* RFC 5646, as far as its shape goes. */
static bool
looks_like_tag(const char *tag)
{
	gsize run = 0, runs = 0;

	for (const char *p = tag;; p++) {
		if (g_ascii_isalnum(*p) && (runs > 0 || g_ascii_isalpha(*p))) {
			run++;
			continue;
		}
		if ((*p && *p != '-') || run < (runs == 0 ? 2 : 1) || run > 8)
			return false;
		if (!*p)
			return true;
		runs++;
		run = 0;
	}
}

static bool
looks_like_id(const char *id)
{
	gsize length = strlen(id);

	if (length == 0 || length > 64 || id[0] == '-' || id[length - 1] == '-' || strstr(id, "--"))
		return false;
	return strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

static void
check_values(struct reading *reading)
{
	struct destination *out = reading->out;
	const char *tag = out->kind == DESTINATION_LANG ? out->path : out->lang;

	if (tag && (!looks_like_tag(tag) || !locale_is_language(tag))) {
		diag_help(diag_add(reading->diags, DIAG_SCHEMA_VALUE, reading->at,
				   "“%s” is not a language tag", tag),
			  "write a tag such as en, uk or zh-Hans");
		g_clear_pointer(&out->lang, g_free);
		if (out->kind == DESTINATION_LANG)
			out->kind = DESTINATION_REFUSED;
	}
	if (out->kind == DESTINATION_ANCHOR && !looks_like_id(out->path)) {
		diag_help(diag_add(reading->diags, DIAG_SCHEMA_VALUE, reading->at,
				   "“%s” is not an id", out->path),
			  "ids are small letters, digits and single hyphens, at most 64");
		out->kind = DESTINATION_REFUSED;
	}
}

/* An image needs something that can be drawn, a link something that can be followed. */
static void
check_use(struct reading *reading, bool image)
{
	enum destination_kind kind = reading->out->kind;
	bool drawn =
		kind == DESTINATION_CHART || kind == DESTINATION_MAP || kind == DESTINATION_TABLE;

	if (!image && drawn)
		refuse(reading, "a figure is placed by an image, not by a link",
		       "write ![caption](…) alone in a paragraph, or link to it with ref:");
	else if (image && !drawn && kind != DESTINATION_RELATIVE)
		refuse(reading, "this is nothing that an image can show",
		       "images are chart:ID, map:ID, table:ID or a file beside the brief");
}

/*
 * A relative address must not leave the site by the ways browsers forgive: //host, \host, an empty
 * scheme.
 */
static void
read_relative(struct reading *reading)
{
	const char *url = reading->url;

	reading->out->kind = DESTINATION_RELATIVE;
	if ((url[0] == '/' || url[0] == '\\') && (url[1] == '/' || url[1] == '\\'))
		refuse(reading, "an address of another host without a scheme",
		       "write https: before it");
	else if (strchr(url, '\\'))
		refuse(reading, "a backslash in an address", "write / instead");
}

void
destination_read(struct destination *out, const char *url, bool image, struct loc at,
		 struct diag_list *diags)
{
	struct reading reading = {.out = out, .url = url, .at = at, .diags = diags};
	gsize stop = strcspn(url, ":/?#");

	*out = (struct destination){.kind = DESTINATION_REFUSED};
	for (const char *p = url; *p; p++) {
		if ((unsigned char)*p <= 0x20 || *p == 0x7f) {
			refuse(&reading, "a space or control character in an address", link_help);
			out->path = g_strdup(url);
			return;
		}
	}
	if (url[stop] == ':') {
		out->kind = kind_of_scheme(url, stop);
		if (out->kind == DESTINATION_REFUSED)
			refuse_scheme(&reading, stop);
	} else if (url[0] == '#' && url[1] && !image) {
		out->kind = DESTINATION_REF;
		out->path = decode(url + 1, strlen(url + 1));
		return;
	} else {
		read_relative(&reading);
	}
	if (out->kind == DESTINATION_RELATIVE && image)
		out->path = decode(url, strlen(url));
	else if (out->kind <= DESTINATION_RELATIVE)
		out->path = g_strdup(url);
	else
		read_parts(&reading, url + stop + 1);
	if (out->kind > DESTINATION_RELATIVE)
		check_values(&reading);
	if (out->kind != DESTINATION_REFUSED)
		check_use(&reading, image);
}

void
destination_clear(struct destination *destination)
{
	/* of most links there is the path alone */
	g_clear_pointer(&destination->path, g_free);
	g_clear_pointer(&destination->fragment, g_free);
	g_clear_pointer(&destination->form, g_free);
	g_clear_pointer(&destination->claim, g_free);
	g_clear_pointer(&destination->lang, g_free);
}
