/* schema_value: one YAML value against its type. */
#include "data/schema_value.h"

#include <string.h>

#include "base/amount.h"
#include "base/diag.h"
#include "base/imo.h"
#include "base/yaml.h"
#include "data/coined.h"
#include "data/units.h"
#include "locale/locale.h"

enum { ID_LIMIT = 64, DIGITS_LIMIT = 18 /* of decimal.h */ };

bool
schema_is_null(const struct yaml_node *node)
{
	static const char *const nulls[] = {"", "~", "null", "Null", "NULL", NULL};

	/* strchr finds the end of "~nN" too, as nulls have it. */
	return node->type == YAML_SCALAR && !node->quoted && strchr("~nN", *node->text) &&
	       g_strv_contains(nulls, node->text);
}

static const char *
what_it_is(const struct yaml_node *node)
{
	if (node->type == YAML_SEQUENCE)
		return "a list";
	if (node->type == YAML_MAPPING)
		return "a mapping";
	if (schema_is_null(node))
		return "nothing";
	if (node->quoted)
		return *node->text ? "a quoted text" : "an empty text";
	return "a plain value";
}

bool
schema_type_error(const struct yaml_node *node, const char *expected, struct diag_list *diags)
{
	if (node->key)
		diag_add(diags, DIAG_SCHEMA_TYPE, node->at, "“%s” wants %s, this is %s", node->key,
			 expected, what_it_is(node));
	else
		diag_add(diags, DIAG_SCHEMA_TYPE, node->at, "%s is wanted here, this is %s",
			 expected, what_it_is(node));
	return false;
}

bool
schema_value_error(const struct yaml_node *node, const GPtrArray *candidates,
		   struct diag_list *diags, const char *format, ...)
{
	g_autofree char *message = NULL;
	const char *near = NULL;
	struct diag *diag;
	va_list args;

	va_start(args, format);
	message = g_strdup_vprintf(format, args);
	va_end(args);
	diag = diag_add(diags, DIAG_SCHEMA_VALUE, node->at, "%s", message);
	if (candidates && node->type == YAML_SCALAR)
		near = diag_nearest(node->text, candidates);
	if (near)
		diag_help(diag, "did you mean “%s”?", near);
	return false;
}

bool
schema_is_id(const char *text)
{
	size_t length = strlen(text);

	if (length == 0 || length > ID_LIMIT || text[length - 1] == '-')
		return false;
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '-') {
			if (i == 0 || text[i - 1] == '-')
				return false;
		} else if (!g_ascii_islower(text[i]) && !g_ascii_isdigit(text[i])) {
			return false;
		}
	}
	return true;
}

/* A scalar with something in it; else schema-type. */
static bool
check_filled(const struct yaml_node *node, const char *expected, struct diag_list *diags)
{
	if (node->type != YAML_SCALAR || schema_is_null(node) || !*node->text)
		return schema_type_error(node, expected, diags);
	return true;
}

static bool
check_id(const struct yaml_node *node, struct diag_list *diags)
{
	if (schema_is_id(node->text))
		return true;
	diag_help(diag_add(diags, DIAG_SCHEMA_VALUE, node->at, "“%s” is not an id", node->text),
		  "small letters a to z and digits, joined by single hyphens, at most 64");
	return false;
}

/*
 * One subtag in canonical case, by its place and length (BCP 47, section 2.1.1); false if it cannot
 * be one.
 */
static bool
append_subtag(GString *tag, const char *subtag, bool first)
{
	size_t length = strlen(subtag);

	if (length == 0 || length > 8 || (first && (length < 2 || length == 4)))
		return false;
	for (size_t i = 0; i < length; i++) {
		if (!g_ascii_isalnum(subtag[i]) || (first && !g_ascii_isalpha(subtag[i])))
			return false;
	}
	if (!first)
		g_string_append_c(tag, '-');
	for (size_t i = 0; i < length; i++) {
		bool upper = !first && (length == 2 || (length == 4 && i == 0));

		g_string_append_c(tag,
				  upper ? g_ascii_toupper(subtag[i]) : g_ascii_tolower(subtag[i]));
	}
	return true;
}

/* The text in canonical case; NULL where it is no tag.  The caller frees. */
static char *
canonical_tag(const char *text)
{
	g_auto(GStrv) subtags = g_strsplit(text, "-", -1);
	g_autoptr(GString) tag = g_string_new(NULL);

	for (int i = 0; subtags[i]; i++) {
		if (!append_subtag(tag, subtags[i], i == 0))
			return NULL;
	}
	return tag->len > 0 ? g_strdup(tag->str) : NULL;
}

/* A language of two or three letters and nothing more, as most tags are. */
static bool
is_plain_tag(const char *text)
{
	gsize letters = 0;

	while (g_ascii_islower(text[letters]))
		letters++;
	return !text[letters] && (letters == 2 || letters == 3);
}

static bool
check_tag(const char *text, struct loc at, struct diag_list *diags)
{
	g_autofree char *tag = NULL;
	struct diag *diag;

	if (is_plain_tag(text))
		return true;
	tag = canonical_tag(text);
	if (g_strcmp0(tag, text) == 0)
		return true;
	diag = diag_add(diags, DIAG_SCHEMA_VALUE, at, "“%s” is not a language tag", text);
	if (tag)
		diag_help(diag, "write “%s”", tag);
	else
		diag_help(diag, "a tag of BCP 47, such as en, pl or zh-Hans");
	return false;
}

static bool
check_language(const struct yaml_node *node, struct diag_list *diags)
{
	if (locale_is_language(node->text))
		return true;
	diag_help(diag_add(diags, DIAG_SCHEMA_VALUE, node->at, "there is no language “%s”",
			   node->text),
		  "a tag of BCP 47, such as en, pl or zh-Hans");
	return false;
}

static bool
follows_comma(const struct yaml_node *mapping, guint at)
{
	const struct yaml_node *item = mapping->items->pdata[at], *before;

	if (at == 0 || !schema_is_null(item) || *item->text)
		return false;
	before = mapping->items->pdata[at - 1];
	return before->key_at.line == item->key_at.line;
}

bool
schema_is_cut_off(const struct yaml_node *mapping, guint at, struct diag_list *diags)
{
	const struct yaml_node *item = mapping->items->pdata[at], *before;

	if (!follows_comma(mapping, at))
		return false;
	if (follows_comma(mapping, at - 1))
		return true;
	before = mapping->items->pdata[at - 1];
	diag_help(diag_add(diags, DIAG_SCHEMA_TYPE, item->key_at,
			   "“%s” is cut off: between { and } a comma ends a text", item->key),
		  "put the whole text of “%s” in quotation marks", before->key);
	return true;
}

static bool
check_languages(const struct yaml_node *node, bool lists, struct diag_list *diags)
{
	static const char *const expected = "a text, or one for each language";
	bool good = node->items->len > 0 || schema_type_error(node, expected, diags);

	for (guint i = 0; i < node->items->len; i++) {
		const struct yaml_node *item = node->items->pdata[i];

		if (schema_is_cut_off(node, i, diags)) {
			good = false;
			continue;
		}
		good &= check_tag(item->key, item->key_at, diags);
		if (!lists || item->type != YAML_SEQUENCE) {
			good &= check_filled(item, "a text", diags);
			continue;
		}
		for (guint j = 0; j < item->items->len; j++)
			good &= check_filled(item->items->pdata[j], "a text", diags);
	}
	return good;
}

bool
schema_read_date(const char *text, struct loc at, struct edtf *date, struct diag_list *diags)
{
	struct edtf_fault fault;
	struct diag *diag;

	if (edtf_parse(text, date, &fault))
		return true;
	if (fault.impossible) {
		diag_add(diags, DIAG_DATE_IMPOSSIBLE, at, "“%s” cannot be: %s", text, fault.why);
		return false;
	}
	diag = diag_add(diags, DIAG_DATE_INVALID, at, "“%s” is not a date: %s", text, fault.why);
	diag_help(diag, "EDTF: 2020-09-25, 2020-09, 2020, 2019-12~, 2019-05/..");
	return false;
}

static bool
check_date(const struct yaml_node *node, bool day, struct diag_list *diags)
{
	struct diag *diag;
	struct edtf date;

	if (!schema_read_date(node->text, node->at, &date, diags))
		return false;
	if (!day || (!date.interval && date.start.precision == EDTF_DAY &&
		     !date.start.approximate && !date.start.uncertain))
		return true;
	diag = diag_add(diags, DIAG_DATE_INVALID, node->at, "“%s” is not one day", node->text);
	diag_help(diag, "write year, month and day, such as 2021-02-10");
	return false;
}

static bool
check_time(const struct yaml_node *node, struct diag_list *diags)
{
	g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(node->text, NULL);

	if (time)
		return true;
	diag_help(diag_add(diags, DIAG_DATE_INVALID, node->at, "“%s” is not a time with its zone",
			   node->text),
		  "RFC 3339, such as 2021-02-10T06:00:00Z");
	return false;
}

/* "1234567890123456789": it is one, but not one that can be reckoned with. */
static bool
is_long_number(const struct yaml_node *node)
{
	return !node->quoted && strspn(node->text, "0123456789.") == strlen(node->text) &&
	       strlen(node->text) > DIGITS_LIMIT &&
	       strchr(node->text, '.') == strrchr(node->text, '.');
}

static bool
check_decimal(const struct yaml_node *node, struct diag_list *diags)
{
	struct decimal number;

	if (!node->quoted && decimal_parse(node->text, &number))
		return true;
	if (is_long_number(node)) {
		diag_help(diag_add(diags, DIAG_SCHEMA_TYPE, node->at,
				   "“%s” has more than %d digits", node->text, DIGITS_LIMIT),
			  "leave out those that nobody knows, or write thousands, millions or "
			  "billions with “scale”");
		return false;
	}
	diag_help(diag_add(diags, DIAG_SCHEMA_TYPE, node->at, "“%s” is not a number", node->text),
		  "digits and a point, without quotes or separators, such as 281.1");
	return false;
}

static bool
check_integer(const struct yaml_node *node, struct diag_list *diags)
{
	struct decimal number;

	if (!node->quoted && decimal_parse(node->text, &number) && number.exponent == 0 &&
	    number.mantissa >= 0 && number.mantissa <= G_MAXINT)
		return true;
	diag_add(diags, DIAG_SCHEMA_TYPE, node->at, "“%s” is not a whole number", node->text);
	return false;
}

static bool
check_boolean(const struct yaml_node *node, struct diag_list *diags)
{
	if (!node->quoted && (strcmp(node->text, "true") == 0 || strcmp(node->text, "false") == 0))
		return true;
	diag_help(diag_add(diags, DIAG_SCHEMA_TYPE, node->at, "“%s” is neither true nor false",
			   node->text),
		  "write true or false, without quotes");
	return false;
}

static bool
check_word(const struct yaml_node *node, const struct schema_field *field,
	   const struct schema_context *context)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	g_autoptr(GString) list = g_string_new(NULL);
	const GPtrArray *more = NULL;

	if (g_strv_contains(field->values, node->text))
		return true;
	for (int i = 0; field->values[i]; i++) {
		g_ptr_array_add(words, (gpointer)field->values[i]);
		g_string_append_printf(list, "%s%s", i > 0 ? ", " : "", field->values[i]);
	}
	if (field->type == SCHEMA_KIND && context->coined)
		more = coined_kinds(context->coined);
	for (guint i = 0; more && i < more->len; i++) {
		if (strcmp(more->pdata[i], node->text) == 0)
			return true;
		g_ptr_array_add(words, more->pdata[i]);
		g_string_append_printf(list, ", %s", (const char *)more->pdata[i]);
	}
	return schema_value_error(node, words, context->diags, "“%s” is none of %s", node->text,
				  list->str);
}

static bool
check_unit(const struct yaml_node *node, const struct schema_context *context)
{
	g_autofree char *near = NULL;
	struct diag *diag;

	if (context->units && g_hash_table_contains(context->units, node->text))
		return true;
	if (units_has(node->text, context->coined)) {
		if (context->units)
			g_hash_table_add(context->units, (gpointer)node->text);
		return true;
	}
	diag = diag_add(context->diags, DIAG_SCHEMA_VALUE, node->at, "“%s” is not a unit",
			node->text);
	near = units_nearest(node->text, context->coined);
	if (near)
		diag_help(diag, "did you mean “%s”?", near);
	else
		diag_help(diag,
			  "a currency code (USD), percent, times, a counted noun (tonne), or "
			  "USD/tonne; a noun of your own is a label n.X in templates/labels/");
	return false;
}

static bool
is_pinpoint(const char *text)
{
	static const char *const heads[] = {"para", "annex", "table", "p", NULL};

	if (strcmp(text, "headline") == 0)
		return true;
	for (int i = 0; heads[i]; i++) {
		const char *rest = text + strlen(heads[i]);
		gsize digits;

		if (!g_str_has_prefix(text, heads[i]))
			continue;
		digits = strspn(rest, "0123456789");
		if (digits == 0)
			continue;
		rest += digits;
		if (!*rest)
			return true;
		digits = *rest == '-' ? strspn(rest + 1, "0123456789") : 0;
		return digits > 0 && !rest[1 + digits];
	}
	return false;
}

static bool
check_pinpoint(const struct yaml_node *node, struct diag_list *diags)
{
	if (is_pinpoint(node->text))
		return true;
	diag_help(diag_add(diags, DIAG_SCHEMA_VALUE, node->at, "“%s” is not a place in a source",
			   node->text),
		  "p59, p59-61, para12, annex3, table2 or headline");
	return false;
}

static bool
check_url(const struct yaml_node *node, struct diag_list *diags)
{
	if (g_str_has_prefix(node->text, "https://") || g_str_has_prefix(node->text, "http://"))
		return true;
	diag_add(diags, DIAG_LINK_SCHEME, node->at, "“%s” is not an http or https address",
		 node->text);
	return false;
}

static bool
check_country(const struct yaml_node *node, struct diag_list *diags)
{
	if (strlen(node->text) == 2 && g_ascii_isupper(node->text[0]) &&
	    g_ascii_isupper(node->text[1]))
		return true;
	diag_add(diags, DIAG_SCHEMA_VALUE, node->at,
		 "“%s” is not a country code of ISO 3166-1 (two capitals)", node->text);
	return false;
}

bool
schema_check_value(const struct yaml_node *node, const struct schema_field *field,
		   const struct schema_context *context)
{
	struct diag_list *diags = context->diags;
	enum schema_type type = field->type;

	if ((type == SCHEMA_TEXT || type == SCHEMA_FORMS) && node->type == YAML_MAPPING)
		return check_languages(node, type == SCHEMA_FORMS, diags);
	if (type == SCHEMA_FORMS)
		return schema_type_error(node, schema_type_name(type), diags);
	if (!check_filled(node, schema_type_name(type), diags))
		return false;
	switch (type) {
	case SCHEMA_ID:
		return check_id(node, diags);
	case SCHEMA_LANGUAGE:
		return check_tag(node->text, node->at, diags) && check_language(node, diags);
	case SCHEMA_COUNTRY:
		return check_country(node, diags);
	case SCHEMA_URL:
		return check_url(node, diags);
	case SCHEMA_DATE:
	case SCHEMA_DAY:
		return check_date(node, type == SCHEMA_DAY, diags);
	case SCHEMA_TIME:
		return check_time(node, diags);
	case SCHEMA_DECIMAL:
		return check_decimal(node, diags);
	case SCHEMA_INTEGER:
		return check_integer(node, diags);
	case SCHEMA_BOOLEAN:
		return check_boolean(node, diags);
	case SCHEMA_ENUM:
	case SCHEMA_KIND:
		return check_word(node, field, context);
	case SCHEMA_UNIT:
		return check_unit(node, context);
	case SCHEMA_PINPOINT:
		return check_pinpoint(node, diags);
	case SCHEMA_IMO:
		return imo_check(node->text, node->at, diags);
	default:
		return true;
	}
}
