/*
 * fact_line: a fact on one line, as `dump facts` and `facts` print it.
 */
#ifndef CHANCERY_CMD_FACT_LINE_H
#define CHANCERY_CMD_FACT_LINE_H

#include <glib.h>

struct claim;
struct fact;
struct locale;

/* As printed in the language; "-" for what has no figure.  The caller frees. */
char *fact_line_value(const struct claim *claim, const struct locale *locale);
/* Path, value of the preferred claim, hedge, source with its place: with tabs between, "-" for what
 * is not there. */
void fact_line_append(GString *out, const struct fact *fact, const struct locale *locale);

#endif
