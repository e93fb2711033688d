/*
 * check_private: what the checks of this folder share.
 */
#ifndef CHANCERY_CHECK_CHECK_PRIVATE_H
#define CHANCERY_CHECK_CHECK_PRIVATE_H

#include <stdbool.h>

#include "base/diag.h"
#include "brief/outline.h"
#include "check/check.h"

struct claim;
struct fact;
struct prose;
struct prose_figure;

/* A brief with its outline. */
struct checked {
	const struct bulletin *bulletin;
	const char *lang;
	struct outline *outline;
	bool told;
};

/* One brief against the data. */
struct examination {
	const struct check_env *env;
	const struct locale *locale;
	const struct checked *brief;
	const GPtrArray *facts; /* const struct fact *: those of the bulletin */
};

/* ---- parity.c ---- */
/* The brief against that of the source language. */
void parity_check(const struct check_env *env, const struct checked *source,
		  const struct checked *brief);

/* ---- passage.c: the words of a block as one text ---- */
struct passage_text {
	const struct block *block;
	char *text;	/* links and quiet words are PROSE_BARRIER */
	GArray *starts; /* gsize: byte where each span begins */
};

void passage_start(struct passage_text *passage, const struct block *block);
void passage_end(struct passage_text *passage);
/* Where a byte range stands in the brief. */
struct loc passage_place(const struct passage_text *passage, gsize start, gsize end);
/* Of the sentence around a byte, with the words of links, the words; the caller frees. */
char *passage_sentence(const struct passage_text *passage, gsize at);

/* ---- unbound.c, contradiction.c, headline.c ---- */
void prose_check(const struct examination *examination);
/* One number of the prose that equals no fact. */
void contradiction_check(const struct examination *examination, const struct passage_text *passage,
			 struct prose *prose, const struct prose_figure *figure);
void headline_check(const struct examination *examination, const struct block *block);
/* The hedge of a claim, its own or that of its incident. */
bool headline_is_hedged(const struct fact *fact, const struct claim *claim);
/* Tell it of a figure at a byte of the block. */
void headline_judge(const struct examination *examination, const struct passage_text *passage,
		    gsize at, const struct fact *fact, const struct claim *claim, struct loc loc);

#endif
