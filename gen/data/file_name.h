/* file_name: what the names of files in content/ must be, so that nothing is passed over in silence. */
#ifndef CHANCERY_DATA_FILE_NAME_H
#define CHANCERY_DATA_FILE_NAME_H

#include <stdbool.h>

struct diag_list;

/* file is relative to the publication in both. */

/* The name of a file or folder is the id of what it holds: adds schema-value for one that cannot be. */
void file_name_report_id(const char *file, const char *id, struct diag_list *diags);
/* Does it end in .yaml?  What only looks like it (.yml) is not read, and is schema-value. */
bool file_name_is_yaml(const char *file, struct diag_list *diags);

#endif
