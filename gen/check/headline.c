/*
 * headline: a title, summary or heading that is surer than the text: it states a figure that the
 * data hedge, and no word of its sentence does.
 */
#include "check/check_private.h"
#include "data/dataset.h"
#include "locale/locale.h"
#include "locale/sentence.h"

/* Nobody writes as many figures into one headline; hostile text does, and each costs a look at its
 * sentence. */
enum { FIGURES_MOST = 64 };

static bool
is_headline(const struct block *block)
{
	return block->kind == BLOCK_TITLE || block->kind == BLOCK_SUBTITLE ||
	       block->kind == BLOCK_SUMMARY || block->kind == BLOCK_HEADING;
}

static enum hedge
hedge_of(const struct fact *fact, const struct claim *claim)
{
	if (claim->hedge != HEDGE_NONE)
		return claim->hedge;
	return fact->incident ? fact->incident->hedge : HEDGE_NONE;
}

void
headline_judge(const struct examination *examination, const struct passage_text *passage, gsize at,
	       const struct fact *fact, const struct claim *claim, struct loc loc)
{
	enum hedge hedge = hedge_of(fact, claim);
	g_autofree char *sentence = NULL, *key = NULL;
	const char *word;
	struct diag *diag;

	if (hedge == HEDGE_NONE || !is_headline(passage->block))
		return;
	sentence = passage_sentence(passage, at);
	if (sentence_has_hedge(examination->locale, sentence))
		return;
	key = g_strconcat("hedge.", hedge_name(hedge), NULL);
	word = locale_find(examination->locale, key);
	diag = diag_add(examination->env->diags, DIAG_HEADLINE_STRONGER, loc,
			"“%s” is “%s” in the data, and this sentence says it outright", fact->path,
			hedge_name(hedge));
	diag_help(diag, "say so: “%s”", word ? word : hedge_name(hedge));
	if (claim->at.file)
		diag_relate(diag, claim->at, "the datum");
}

void
headline_check(const struct examination *examination, const struct block *block)
{
	struct passage_text passage;

	if (!is_headline(block))
		return;
	passage_start(&passage, block);
	for (guint i = 0, n = 0; i < block->n_spans && n < FIGURES_MOST; i++) {
		const struct span *span = block_span(block, i);
		const struct fact *fact;
		const struct claim *claim;

		if (span->kind != SPAN_FACT || !span->path)
			continue;
		fact = dataset_find_fact(examination->env->data, span->path);
		if (!fact)
			continue;
		n++;
		claim = span->claim ? fact_find_claim(fact, span->claim) : fact->preferred;
		if (claim)
			headline_judge(examination, &passage,
				       g_array_index(passage.starts, gsize, i), fact, claim,
				       span->at);
	}
	passage_end(&passage);
}
