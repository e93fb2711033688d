/*
 * schema_records: the tables of every record, one per sort (contract sections 2, 3 and 5).
 *
 * Constant data.  A key that is not here does not exist for the author; a reader of records must
 * not look for others.
 */
#ifndef CHANCERY_DATA_SCHEMA_RECORDS_H
#define CHANCERY_DATA_SCHEMA_RECORDS_H

#include "data/schema.h"

/* Whole files and the records of list files. */
extern const struct schema_record schema_publication;
extern const struct schema_record schema_source;
extern const struct schema_record schema_entity;
extern const struct schema_record schema_incident;
extern const struct schema_record schema_derived;
extern const struct schema_record schema_series;
extern const struct schema_record schema_bulletin;

/* Records within records. */
extern const struct schema_record schema_source_at;
extern const struct schema_record schema_origin_at;
extern const struct schema_record schema_fact;
extern const struct schema_record schema_claim;
extern const struct schema_record schema_leg;
extern const struct schema_record schema_query;
extern const struct schema_record schema_chart;
extern const struct schema_record schema_column;
extern const struct schema_record schema_aggregate;

/* Vocabularies, NULL-terminated, that more than one module asks for. */
extern const char *const vocabulary_kind[];
extern const char *const vocabulary_status[];
extern const char *const vocabulary_qualifier[];
extern const char *const vocabulary_hedge[];
extern const char *const vocabulary_confidence[];
extern const char *const vocabulary_likelihood[];
extern const char *const vocabulary_severity[];
extern const char *const vocabulary_diagnostic[];

#endif
