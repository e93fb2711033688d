/* schema_data: the tables of sources, entities, incidents and facts (contract sections 2 and 3). */
#include "data/schema_records.h"

#define END {0}

const char *const vocabulary_kind[] = {
	"missile-launch", "missile-programme", "nuclear-test", "nuclear-programme", "cyberattack",
	"crypto-theft", "laundering", "it-workers", "labour", "remittance", "visas", "coal", "sand",
	"petroleum", "ship-to-ship", "luxury", "vehicles", "designation", "measure", "statement",
	"event", "disclosure", NULL};
const char *const vocabulary_status[] = {"alleged", "under-investigation", "confirmed",
					 "recommended", "refuted", "announced", NULL};
const char *const vocabulary_qualifier[] = {"exact", "about", "at-least", "over", "under",
					    "up-to", "between", "estimated", NULL};
const char *const vocabulary_hedge[] = {"possibly", "reportedly", "likely",
					"suspected", "believed", NULL};

static const char *const source_types[] = {"report", "article", "statement", "dataset",
					   "letter", "web", NULL};
static const char *const reliabilities[] = {"A", "B", "C", "D", "E", "F", NULL};
static const char *const entity_types[] = {"state", "body", "person", "organisation",
					   "vessel", "place", NULL};
static const char *const scales[] = {"one", "thousand", "million", "billion", NULL};
const char *const vocabulary_confidence[] = {"high", "moderate", "low", NULL};
const char *const vocabulary_likelihood[] = {"almost-certain", "very-likely", "likely",
					  "roughly-even", "unlikely", NULL};
static const char *const modes[] = {"sea", "land", "air", "unknown", NULL};
static const char *const leg_statuses[] = {"known", "suspected", "planned", "ais-off", NULL};

static const struct schema_field source_at_fields[] = {
	{.key = "id", .type = SCHEMA_SOURCE, .required = true, .doc = "the source"},
	{.key = "at", .type = SCHEMA_PINPOINT, .doc = "where in the source"},
	END};
const struct schema_record schema_source_at = {"a source with its place", NULL, "id",
					       source_at_fields};

static const struct schema_field origin_at_fields[] = {
	{.key = "id", .type = SCHEMA_ORIGIN, .required = true, .doc = "a source or an entity"},
	{.key = "hedge", .type = SCHEMA_ENUM, .values = vocabulary_hedge,
	 .doc = "how this link is hedged; not the figure"},
	END};
const struct schema_record schema_origin_at = {"a link of a chain", NULL, "id", origin_at_fields};

static const struct schema_field source_fields[] = {
	{.key = "id", .type = SCHEMA_ID, .required = true,
	 .doc = "unique among sources and entities"},
	{.key = "type", .type = SCHEMA_ENUM, .required = true, .values = source_types,
	 .doc = "what it is"},
	{.key = "title", .type = SCHEMA_TEXT, .required = true,
	 .doc = "its title, or a description where it has none that is known"},
	{.key = "author", .type = SCHEMA_TEXT, .doc = "who wrote or issued it"},
	{.key = "covers", .type = SCHEMA_DATE, .doc = "the time it reports on"},
	{.key = "published", .type = SCHEMA_DATE, .doc = "when it came out"},
	{.key = "accessed", .type = SCHEMA_DATE, .doc = "when it was read"},
	{.key = "symbol", .type = SCHEMA_STRING, .doc = "document symbol, such as S/2020/151"},
	{.key = "url", .type = SCHEMA_URL, .doc = "where it is found"},
	{.key = "via", .type = SCHEMA_SOURCE, .doc = "the source it was read through"},
	{.key = "lang", .type = SCHEMA_LANGUAGE, .doc = "the language it is in"},
	{.key = "reliability", .type = SCHEMA_ENUM, .values = reliabilities,
	 .doc = "Admiralty grade of the source"},
	{.key = "note", .type = SCHEMA_TEXT, .doc = "a remark"},
	END};
const struct schema_record schema_source = {
	"a source", "data/sources.yaml or any file below data/sources/: a list", NULL,
	source_fields};

static const struct schema_field entity_fields[] = {
	{.key = "id", .type = SCHEMA_ID, .required = true,
	 .doc = "unique among sources and entities"},
	{.key = "type", .type = SCHEMA_ENUM, .required = true, .values = entity_types,
	 .doc = "what it is"},
	{.key = "name", .type = SCHEMA_TEXT, .required = true, .doc = "the name, at first mention"},
	{.key = "short", .type = SCHEMA_TEXT, .doc = "the name after the first mention"},
	{.key = "forms", .type = SCHEMA_FORMS, .doc = "inflected and other accepted forms"},
	{.key = "country", .type = SCHEMA_COUNTRY, .doc = "ISO 3166-1 code of two letters"},
	{.key = "lat", .type = SCHEMA_DECIMAL, .needs = "lon", .doc = "latitude in degrees, north positive"},
	{.key = "lon", .type = SCHEMA_DECIMAL, .needs = "lat", .doc = "longitude in degrees, east positive"},
	{.key = "imo", .type = SCHEMA_IMO, .doc = "IMO number of a vessel; its check digit is verified"},
	{.key = "list-ids", .type = SCHEMA_STRING, .shape = SHAPE_ONE_OR_LIST,
	 .doc = "its numbers on sanctions lists, such as KPi.042"},
	{.key = "note", .type = SCHEMA_TEXT, .doc = "a remark"},
	END};
const struct schema_record schema_entity = {
	"an entity", "data/entities.yaml or any file below data/entities/: a list", NULL,
	entity_fields};

/* What a fact and each of its claims share. */
#define CLAIM_FIELDS \
	{.key = "value", .type = SCHEMA_DECIMAL, .choice = true, .needs = "unit", \
	 .doc = "the number, as the source writes it"}, \
	{.key = "min", .type = SCHEMA_DECIMAL, .choice = true, .needs = "max unit", \
	 .doc = "with `max`: the lower bound"}, \
	{.key = "max", .type = SCHEMA_DECIMAL, .needs = "min unit", \
	 .doc = "with `min`: the upper bound"}, \
	{.key = "scale", .type = SCHEMA_ENUM, .values = scales, \
	 .doc = "what the number is multiplied by; `one` if absent"}, \
	{.key = "unit", .type = SCHEMA_UNIT, \
	 .doc = "currency code, `percent`, `times` or a counted noun; required with a number"}, \
	{.key = "date", .type = SCHEMA_DATE, .choice = true, .doc = "the date that is the fact"}, \
	{.key = "qualifier", .type = SCHEMA_ENUM, .values = vocabulary_qualifier, \
	 .doc = "how the source bounds the number; `exact` if absent"}, \
	{.key = "hedge", .type = SCHEMA_ENUM, .values = vocabulary_hedge, \
	 .doc = "how sure the source is"}, \
	{.key = "source", .type = SCHEMA_RECORD, .record = &schema_source_at, \
	 .doc = "where it was read"}, \
	{.key = "chain", .type = SCHEMA_RECORD, .shape = SHAPE_LIST, .record = &schema_origin_at, \
	 .doc = "from whoever knows to whoever printed it"}, \
	{.key = "confidence", .type = SCHEMA_ENUM, .values = vocabulary_confidence, \
	 .doc = "how good the evidence is"}, \
	{.key = "likelihood", .type = SCHEMA_ENUM, .values = vocabulary_likelihood, \
	 .doc = "how probable the statement is"}, \
	{.key = "note", .type = SCHEMA_TEXT, .doc = "a remark"}

static const struct schema_field claim_fields[] = {
	{.key = "id", .type = SCHEMA_ID, .required = true, .doc = "unique within the fact"},
	CLAIM_FIELDS,
	{.key = "text", .type = SCHEMA_TEXT, .choice = true,
	 .doc = "a claim without number or date"},
	{.key = "preferred", .type = SCHEMA_BOOLEAN, .doc = "`true` for exactly one claim"},
	{.key = "reason", .type = SCHEMA_TEXT, .doc = "why it is preferred; required there"},
	END};
const struct schema_record schema_claim = {"a claim", NULL, NULL, claim_fields};

static const struct schema_field fact_fields[] = {
	CLAIM_FIELDS,
	{.key = "claims", .type = SCHEMA_RECORD, .shape = SHAPE_LIST, .record = &schema_claim,
	 .choice = true,
	 .doc = "claims that disagree, instead of a number or date; exactly one preferred"},
	{.key = "when", .type = SCHEMA_DATE, .doc = "the time of the fact, if not the incident's"},
	{.key = "when-text", .type = SCHEMA_TEXT, .doc = "printed instead of `when`"},
	{.key = "part-of", .type = SCHEMA_FACT, .doc = "the fact that already contains this one"},
	{.key = "complete", .type = SCHEMA_BOOLEAN,
	 .doc = "`true`: the facts that are part of this one make it up, nothing is left over"},
	END};
const struct schema_record schema_fact = {"a fact", NULL, NULL, fact_fields};

static const struct schema_field quote_fields[] = {
	{.key = "lang", .type = SCHEMA_LANGUAGE, .required = true, .doc = "language of the words"},
	{.key = "text", .type = SCHEMA_STRING, .required = true, .doc = "the words"},
	END};
static const struct schema_record schema_quote = {"a quotation", NULL, NULL, quote_fields};

static const struct schema_field statement_fields[] = {
	{.key = "by", .type = SCHEMA_ORIGIN, .doc = "who says so"},
	{.key = "quote", .type = SCHEMA_RECORD, .record = &schema_quote, .choice = true,
	 .doc = "their words, in the language they were read in"},
	{.key = "text", .type = SCHEMA_TEXT, .choice = true,
	 .doc = "the finding in our words, instead of `quote`"},
	{.key = "source", .type = SCHEMA_RECORD, .record = &schema_source_at,
	 .doc = "where it was read"},
	{.key = "hedge", .type = SCHEMA_ENUM, .values = vocabulary_hedge,
	 .doc = "how sure the source is"},
	{.key = "note", .type = SCHEMA_TEXT, .doc = "a remark"},
	END};
static const struct schema_record schema_statement = {"a statement", NULL, NULL,
						      statement_fields};

static const struct schema_field leg_fields[] = {
	{.key = "from", .type = SCHEMA_ENTITY, .required = true, .doc = "where the leg begins"},
	{.key = "to", .type = SCHEMA_ENTITY, .doc = "where it ends, if known"},
	{.key = "mode", .type = SCHEMA_ENUM, .required = true, .values = modes,
	 .doc = "how the way was made"},
	{.key = "status", .type = SCHEMA_ENUM, .values = leg_statuses,
	 .doc = "how much of it is known; `known` if absent"},
	{.key = "date", .type = SCHEMA_DATE, .doc = "when"},
	{.key = "note", .type = SCHEMA_TEXT, .doc = "a remark"},
	END};
const struct schema_record schema_leg = {"a leg of a route", NULL, NULL, leg_fields};

#define ENTITY_LIST(name, text) \
	{.key = name, .type = SCHEMA_ENTITY, .shape = SHAPE_LIST, .doc = text}

static const struct schema_field incident_fields[] = {
	{.key = "id", .type = SCHEMA_ID, .required = true, .doc = "unique among incidents"},
	{.key = "kind", .type = SCHEMA_KIND, .shape = SHAPE_ONE_OR_LIST, .required = true,
	 .values = vocabulary_kind, .doc = "what happened; of a list the first is the main one"},
	{.key = "date", .type = SCHEMA_DATE, .doc = "when"},
	{.key = "date-text", .type = SCHEMA_TEXT, .doc = "printed instead of the date"},
	{.key = "status", .type = SCHEMA_ENUM, .values = vocabulary_status,
	 .doc = "how far it is established"},
	{.key = "title", .type = SCHEMA_TEXT, .required = true, .doc = "what it is called"},
	ENTITY_LIST("actors", "who did it"),
	ENTITY_LIST("subjects", "whom it is about"),
	ENTITY_LIST("victims", "whom it was done to"),
	ENTITY_LIST("places", "where"),
	{.key = "related", .type = SCHEMA_INCIDENT, .shape = SHAPE_LIST, .doc = "other incidents"},
	{.key = "sources", .type = SCHEMA_RECORD, .shape = SHAPE_LIST, .record = &schema_source_at,
	 .doc = "where it was read"},
	{.key = "facts", .type = SCHEMA_RECORD, .shape = SHAPE_MAP, .record = &schema_fact,
	 .doc = "figures and dates by name; `date` and `title` are reserved"},
	{.key = "statements", .type = SCHEMA_RECORD, .shape = SHAPE_LIST,
	 .record = &schema_statement, .doc = "findings without a figure, and quotations"},
	{.key = "replies", .type = SCHEMA_RECORD, .shape = SHAPE_LIST, .record = &schema_statement,
	 .doc = "what those concerned answered"},
	{.key = "legs", .type = SCHEMA_RECORD, .shape = SHAPE_LIST, .record = &schema_leg,
	 .doc = "a route"},
	{.key = "hedge", .type = SCHEMA_ENUM, .values = vocabulary_hedge,
	 .doc = "how sure the sources are"},
	{.key = "chain", .type = SCHEMA_RECORD, .shape = SHAPE_LIST, .record = &schema_origin_at,
	 .doc = "from whoever knows to whoever printed it"},
	{.key = "confidence", .type = SCHEMA_ENUM, .values = vocabulary_confidence,
	 .doc = "how good the evidence is"},
	{.key = "likelihood", .type = SCHEMA_ENUM, .values = vocabulary_likelihood,
	 .doc = "how probable it is"},
	{.key = "note", .type = SCHEMA_TEXT, .doc = "a remark"},
	END};
const struct schema_record schema_incident = {
	"an incident", "data/incidents.yaml or any file below data/incidents/: a list", NULL,
	incident_fields};
