/* chancery: the program.  Everything it does lives in cmd/. */
#include <stdio.h>

int
main(void)
{
	puts("chancery " CHANCERY_VERSION);
	return 0;
}
