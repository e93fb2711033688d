/* The commands that draw: their module is loaded, and the command found in it. */
#include <dlfcn.h>
#include <stdio.h>

#include "base/place.h"
#include "cmd/cli.h"

typedef int command_main(struct cli *cli, int argc, char **argv);

static int
no_module(const char *why)
{
	fprintf(stderr, "chancery: %s; make builds it beside the program\n", why);
	return EXIT_SYSTEM;
}

int
cmd_draw(struct cli *cli, int argc, char **argv)
{
	g_autofree char *path = places_beside_program(PRESS);
	g_autofree char *name = g_strconcat("cmd_", argv[0], NULL);
	void *module, *symbol;

	if (!path)
		return no_module(PRESS " cannot be found without /proc");
	/* Never closed: GObject keeps the types that it registers. */
	module = dlopen(path, RTLD_LAZY | RTLD_LOCAL);
	symbol = module ? dlsym(module, name) : NULL;
	if (!symbol)
		return no_module(dlerror());
	/* POSIX lets a function's address be kept in a void *; ISO C knows no cast for it. */
	return (*(command_main **)&symbol)(cli, argc, argv);
}
