/*
 * schema: what the data files may say, as tables, and the walk that checks a file against them.
 *
 * One table per sort of record: key, type, shape, whether required, allowed values, a line of
 * documentation.  From these tables come the checks, docs/data-model.md, JSON Schema for editors, and the
 * names offered when a key is misspelt.  Rules that join two keys (a quantity needs a unit) stand with their record
 * (fact.c, query.c).  The tables are constant; schema_records.h names them.
 */
#ifndef CHANCERY_DATA_SCHEMA_H
#define CHANCERY_DATA_SCHEMA_H

#include <glib.h>
#include <stdbool.h>

struct coined;
struct diag_list;
struct yaml_node;

enum schema_type {
	SCHEMA_STRING,		/* a plain string, not empty */
	SCHEMA_TEXT,		/* one string, or one per language */
	SCHEMA_FORMS,		/* per language a string or a list of strings */
	SCHEMA_ID,		/* contract section 1 */
	SCHEMA_LANGUAGE,	/* a BCP 47 tag in canonical case */
	SCHEMA_COUNTRY,		/* two capitals */
	SCHEMA_URL,		/* http or https */
	SCHEMA_DATE,		/* EDTF level 1 */
	SCHEMA_DAY,		/* EDTF, one day */
	SCHEMA_TIME,		/* RFC 3339 */
	SCHEMA_DECIMAL,
	SCHEMA_INTEGER,		/* not negative */
	SCHEMA_BOOLEAN,
	SCHEMA_ENUM,		/* one of values */
	SCHEMA_KIND,		/* one of values, or one the publication has a label for */
	SCHEMA_UNIT,		/* an ISO 4217 code, a counted noun, or one over another */
	SCHEMA_PINPOINT,	/* p59, p59-61, para12, annex3, table2, headline */
	SCHEMA_IMO,		/* a ship's number with its check digit */
	SCHEMA_SOURCE,		/* id of a source */
	SCHEMA_ENTITY,		/* id of an entity */
	SCHEMA_ORIGIN,		/* id of a source or an entity */
	SCHEMA_INCIDENT,	/* id of an incident */
	SCHEMA_FACT,		/* INCIDENT.FACT */
	SCHEMA_RECORD,		/* a record of its own table */
	SCHEMA_QUERY,		/* a query: query_read checks it with its table */
	SCHEMA_FREE		/* anything; read elsewhere */
};

enum schema_shape {
	SHAPE_ONE,
	SHAPE_LIST,
	SHAPE_ONE_OR_LIST,	/* one value, or a list of them */
	SHAPE_MAP,		/* a mapping from ids of the author's choice */
	SHAPE_NAMES		/* a mapping from names that stand elsewhere (a CSV header) */
};

struct schema_record;

struct schema_field {
	const char *key;
	enum schema_type type;
	enum schema_shape shape;
	bool required;
	const char *const *values;		/* NULL-terminated; NULL if the type has none */
	const struct schema_record *record;	/* SCHEMA_RECORD and SCHEMA_QUERY; of SCHEMA_FREE for people only */
	const char *const *names;		/* SCHEMA_FREE: of a mapping, its keys; for people only */
	/* These two are checked by the reader of the record, and say here what pages and JSON Schema tell. */
	bool choice;				/* exactly one of the record's choices is there */
	const char *needs;			/* "min unit": keys that must stand beside it; or NULL */
	const char *doc;			/* one line, without a full stop */
};

struct schema_record {
	const char *name;	/* "a source" */
	const char *file;	/* where such records stand; NULL for nested ones */
	const char *shorthand;	/* the key that a plain value alone stands for, or NULL */
	const struct schema_field *fields;	/* up to one with a NULL key */
};

/* What a check needs besides the tables. */
struct schema_context {
	struct diag_list *diags;
	struct coined *coined;	/* words that the publication adds; NULL for none */
	GHashTable *units;	/* set of const char *: those found to be units, so that each is looked up once; or NULL */
};

/*
 * Check node (may be NULL: nothing is said) against record.  False when something was wrong; then
 * each problem is a diagnostic at its key or value.
 */
bool schema_check(const struct yaml_node *node, const struct schema_record *record,
		  const struct schema_context *context);
/* The same for a file that is a list of records; a NULL root (an empty file) is an empty list. */
bool schema_check_list(const struct yaml_node *root, const struct schema_record *record,
		       const struct schema_context *context);

/*
 * Call each for every value of a type that names another record (SCHEMA_SOURCE to SCHEMA_FACT), in
 * file order.  Values of the wrong shape are passed over: schema_check has spoken of them.
 */
typedef void (*schema_reference)(enum schema_type type, const struct yaml_node *node, void *user);
void schema_each_reference(const struct yaml_node *node, const struct schema_record *record,
			   schema_reference each, void *user);

/* The field of a key, or NULL. */
const struct schema_field *schema_find(const struct schema_record *record, const char *key);
/* What a value of the type looks like: "a date (EDTF)"; never NULL. */
const char *schema_type_name(enum schema_type type);
/* The tables as a page of Markdown (docs/data-model.md); the caller frees. */
char *schema_to_markdown(void);

/* A file that has a schema. */
struct schema_file {
	const char *name;	/* "incidents" */
	const struct schema_record *record;
	bool list;		/* the file is a list of such records */
};
/* All of them, up to one with a NULL name. */
const struct schema_file *schema_files(void);
/* JSON Schema (draft 2020-12) of a file, for editors with a YAML language server; the caller frees. */
char *schema_to_json(const struct schema_file *file);

#endif
