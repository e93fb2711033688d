/*
 * derive_private: what the operations share (derive_aggregate.c, derive_pair.c) with derive.c.
 */
#ifndef CHANCERY_DATA_DERIVE_PRIVATE_H
#define CHANCERY_DATA_DERIVE_PRIVATE_H

#include "base/diag.h"
#include "base/yaml.h"
#include "data/bound.h"
#include "data/dataset_private.h"
#include "data/derive.h"

enum derivation_state { DERIVATION_NEW, DERIVATION_BUSY, DERIVATION_DONE, DERIVATION_FAILED };

struct derivation {
	const struct yaml_node *node;
	struct fact *fact;
	struct claim *claim;		/* its only one */
	/* Of a sum: const struct fact *, with what inner sums count in their place; else NULL. */
	GPtrArray *addends;
	enum derivation_state state;
};

struct deriver {
	struct dataset *data;
	struct diag_list *diags;
	GHashTable *by_id;		/* id -> struct derivation; lent */
};

/* A fact as a number. */
struct operand {
	const struct fact *fact;
	struct bound bound;
	const char *unit;		/* interned; NULL for a bare number */
};

/* What an operation finds out. */
struct outcome {
	struct bound bound;
	const char *unit;		/* interned; NULL: whatever the author says */
	bool whole;			/* all digits are kept unless the author says how many */
	const struct source_at *source;	/* of a series; NULL if none */
};

/* Make a fact one of those the value comes from, with what it comes from itself. */
void derivation_add_part(struct derivation *derivation, const struct fact *fact);
/*
 * The number that node (may be NULL) names, computed first if it is derived.  False where there is
 * none; said so unless the reference is unknown or the other value has failed.
 */
bool derive_operand(struct deriver *deriver, struct derivation *derivation,
		    const struct yaml_node *node, struct operand *out);
/* The derivation a fact comes from; NULL for a fact of an incident. */
const struct derivation *derive_find(const struct deriver *deriver, const struct fact *fact);
/* Add schema-value for a result that is too long to be exact; gives false. */
bool derive_overflow(const struct deriver *deriver, const struct yaml_node *node);

/*
 * The operations: node is the value of their key.  False without a result, which was said.
 */
typedef bool derive_operation(struct deriver *deriver, struct derivation *derivation,
			      const struct yaml_node *node, struct outcome *out);
derive_operation derive_sum, derive_count, derive_minimum, derive_maximum;
derive_operation derive_ratio, derive_share, derive_change, derive_rate;

#endif
