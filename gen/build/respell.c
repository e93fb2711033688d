/* respell: the texts of a bulletin XML written otherwise. */
#include "build/respell.h"

#include <glib.h>
#include <string.h>

#include "base/text.h"

/* NULL, too, where it stays as it is. */
typedef char *(*respelling)(const char *text, const void *user);

struct alphabet {
	const char *letters[26];
	bool cased; /* capitals are those of ICU's simple mapping */
};

static const struct alphabet accented = {
	.letters = {"á", "ƀ", "ç", "ð", "é", "ƒ", "ĝ", "ĥ", "í", "ĵ", "ķ", "ļ", "ḿ",
		    "ñ", "ó", "þ", "ǫ", "ŕ", "š", "ţ", "ú", "ṽ", "ŵ", "ẋ", "ý", "ž"},
	.cased = true,
};
static const struct alphabet hebrew = {
	.letters = {"א", "ב", "צ", "ד", "ע", "פ", "ג", "ה", "י", "ז", "כ", "ל", "מ",
		    "נ", "ו", "ף", "ק", "ר", "ס", "ט", "ן", "ש", "ת", "ח", "ם", "ץ"},
};

bool
respell_is_pseudo(const char *lang)
{
	return strcmp(lang, PSEUDO_LONGER) == 0 || strcmp(lang, PSEUDO_MIRRORED) == 0;
}

const char *
respell_locale(const char *pseudo, const char *source)
{
	return strcmp(pseudo, PSEUDO_MIRRORED) == 0 ? "he" : source;
}

/* NULL where the text is composed already, as nearly all are. */
static char *
composed(const char *text, const void *user)
{
	(void)user;
	return text_uncomposed(text, strlen(text)) ? text_compose(text) : NULL;
}

static void
add_letter(GString *out, const struct alphabet *alphabet, char c)
{
	const char *letter = alphabet->letters[g_ascii_tolower(c) - 'a'];

	if (alphabet->cased && g_ascii_isupper(c))
		g_string_append_unichar(out, g_unichar_toupper(g_utf8_get_char(letter)));
	else
		g_string_append(out, letter);
	/* Longer by its vowels, so that words stay words and lines may end where they did. */
	if (strchr("aeiou", g_ascii_tolower(c)))
		g_string_append(out, letter);
}

/* Brackets show where a text is cut off; blanks at its ends stay outside of them. */
static char *
disguised(const char *text, const void *user)
{
	const char *end = text + strlen(text), *start = text;
	GString *out = g_string_new(NULL);
	bool said = false;

	for (const char *p = text; *p && !said; p++)
		said = g_ascii_isalpha(*p);
	while (said && *start == ' ')
		start++;
	while (said && end > start && end[-1] == ' ')
		end--;
	g_string_append_len(out, text, start - text);
	g_string_append(out, said ? "[" : "");
	for (const char *p = start; p < end; p++) {
		if (g_ascii_isalpha(*p))
			add_letter(out, user, *p);
		else
			g_string_append_c(out, *p);
	}
	g_string_append(out, said ? "]" : "");
	g_string_append(out, end);
	return g_string_free(out, FALSE);
}

/* What holds no prose: figures and dates as printed, code, names of things that programs read. */
static bool
is_kept(const xmlNode *node)
{
	static const char *const names[] = {
		"fact",	      "code",	  "code_block", "date",	  "symbol",	     "marking",
		"licence",    "base-url", "paper",	"digest", "source-language", "language",
		"html_block", NULL,
	};

	return g_strv_contains(names, (const char *)node->name);
}

static void
walk(xmlNode *node, bool all, respelling change, const void *user)
{
	for (xmlNode *child = node->children; child; child = child->next) {
		g_autofree char *text = NULL;

		if (child->type == XML_ELEMENT_NODE && (all || !is_kept(child)))
			walk(child, all, change, user);
		if (child->type != XML_TEXT_NODE || !child->content)
			continue;
		text = change((const char *)child->content, user);
		if (!text || strcmp(text, (const char *)child->content) == 0)
			continue;
		xmlNodeSetContent(child, NULL);
		xmlNodeAddContent(child, BAD_CAST text);
	}
}

void
respell_compose(xmlNode *tree)
{
	walk(tree, true, composed, NULL);
}

/* Runs marked as of a language with other letters are in these letters too by now. */
static void
mirror(xmlNode *node)
{
	xmlAttr *lang = xmlHasNsProp(node, BAD_CAST "lang", XML_XML_NAMESPACE);
	xmlAttr *dir = xmlHasNsProp(node, BAD_CAST "dir", NULL);

	if (is_kept(node))
		return;
	if (lang)
		xmlNodeSetLang(node, BAD_CAST "he");
	if (dir)
		xmlSetProp(node, BAD_CAST "dir", BAD_CAST "rtl");
	for (xmlNode *child = node->children; child; child = child->next) {
		if (child->type == XML_ELEMENT_NODE)
			mirror(child);
	}
}

void
respell_pseudo(xmlNode *tree, const char *pseudo)
{
	if (strcmp(pseudo, PSEUDO_MIRRORED) == 0)
		mirror(tree);
	walk(tree, false, disguised, strcmp(pseudo, PSEUDO_MIRRORED) == 0 ? &hebrew : &accented);
}
