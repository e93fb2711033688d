/*
 * cli: what all subcommands share: options, how problems are shown, exit status (contract section 8).
 *
 * Exit: 0 fine (also with warnings), 1 an error in the content, 2 usage, 3 the system.  GLib's own printing is not used: it
 * would turn UTF-8 into the encoding of the user's locale.
 */
#ifndef CHANCERY_CMD_CLI_H
#define CHANCERY_CMD_CLI_H

#include <glib.h>
#include <stdbool.h>

#include "base/diag_report.h"
#include "build/build.h"
#include "build/press.h"

enum { EXIT_FINE = 0, EXIT_CONTENT = 1, EXIT_USAGE = 2, EXIT_SYSTEM = 3 };

struct cli {
	char *dir;		/* -C; NULL: here */
	char **severities;	/* -W NAME=severity; NULL: none */
	gboolean werror, quiet, verbose;
	enum diag_format format;	/* --format; text but for check and build */
	int max;			/* --max; 0: all */
};

void cli_clear(struct cli *cli);

/* What --help says of a command. */
struct cli_usage {
	const char *program;	/* "chancery build" */
	const char *arguments;	/* "[ID…]" */
	const char *summary;
	bool reports;		/* its result is a report: it takes --format */
};

/*
 * Parse options, for a subcommand (own options behind its name) wherever they stand, for the program up to the first argument
 * that is none.  own: NULL for none.  False when nothing is left to do, with *status set: after --help, or after telling
 * what is wrong.
 */
bool cli_parse(struct cli *cli, const GOptionEntry *own, const struct cli_usage *usage, int *argc,
	       char ***argv, int *status);

/* The diagnostic of a name, or DIAG_COUNT with a usage error set that offers the nearest. */
enum diag_id cli_find_diagnostic(const char *name, GError **error);

/* Tell a usage error; gives EXIT_USAGE. */
int cli_misused(const char *format, ...) G_GNUC_PRINTF(1, 2);
/* Tell a failure of the machine (a usage error if it is of G_OPTION_ERROR); gives the exit status.  Takes error. */
int cli_failed(GError *error);

/*
 * The instant that embargoes are held against, in seconds since 1970: what was given (NULL: nothing), else
 * SOURCE_DATE_EPOCH, else now, which is the only use of the clock (contract section 9).  False where it cannot be read.
 */
bool cli_as_of(const char *given, gint64 *as_of);
/* Says so, and gives the exit status. */
int cli_misused_time(const char *given);

/* The press of -C, with -W applied; NULL with *status set after telling why. */
struct press *cli_open(const struct cli *cli, int *status);

/* Show the diagnostics as --format says, text on standard error, others on standard output; EXIT_CONTENT when one is an error. */
int cli_report(const struct cli *cli, struct press *press);

/* Is it a terminal that shows colours to somebody who wants them (no NO_COLOR)? */
bool cli_has_colour(int fd);

/* What --verbose says of each bulletin in each language; NULL without it. */
const struct build_progress *cli_progress(const struct cli *cli);

/* To standard output, or to standard error where that belongs to a report of --format; gives the exit status. */
int cli_tell(const struct cli *cli, const char *text);

/* Is there such a bulletin, and a language to translate it into?  False with a usage error set. */
bool cli_is_translation(struct press *press, const char *bulletin, const char *lang, GError **error);

/* To standard output; EXIT_SYSTEM when that fails (a full disk must not look like success). */
int cli_print(const char *text);

/* The subcommands: argv[0] is the name of the subcommand. */
int cmd_check(struct cli *cli, int argc, char **argv);
int cmd_explain(struct cli *cli, int argc, char **argv);
int cmd_schema(struct cli *cli, int argc, char **argv);
int cmd_stamp(struct cli *cli, int argc, char **argv);
int cmd_facts(struct cli *cli, int argc, char **argv);
int cmd_status(struct cli *cli, int argc, char **argv);
int cmd_xliff(struct cli *cli, int argc, char **argv);

/*
 * Those that draw are in a module of their own, PRESS beside the program, which alone is linked with what draws
 * (docs/decisions/0015-press-module.md): cmd_draw loads it and runs its cmd_NAME.
 */
#define PRESS "chancery-press.so"
#define PRESS_EXPORT __attribute__((visibility("default")))
int cmd_draw(struct cli *cli, int argc, char **argv);
PRESS_EXPORT int cmd_build(struct cli *cli, int argc, char **argv);
PRESS_EXPORT int cmd_dump(struct cli *cli, int argc, char **argv);

#endif
