# Chancery.  `make` builds what is stale and publishes; `make help` lists the rest.
# Variables: CC, CFLAGS, B (build folder), V=1 (show commands), SAN=1 (address and undefined-behaviour sanitizers),
# CORPUS (folder of texts for the conformance tests), CHANCERY_FONT_PATH (folders to take the fonts from).

B       ?= build
CC      ?= cc
PKGS    := glib-2.0 gio-2.0 libxml-2.0 libxslt libexslt pango cairo harfbuzz \
           harfbuzz-subset fontconfig libdeflate zlib icu-uc icu-i18n libfyaml json-c libcmark
WARN    := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Werror
CFLAGS  ?= -O2 -g
CPPFLAGS += -Igen -D_GNU_SOURCE -DCHANCERY_VERSION='"0.1.0"' -DCHANCERY_SOURCE='"$(CURDIR)"'
STD     := -std=c11
ifdef SAN
SANFLAGS := -fsanitize=address,undefined -fno-omit-frame-pointer
else
# A quarter of a build's time went into malloc (docs/decisions/0012-allocator.md); the sanitizers bring their own.
MALLOC  := -Wl,--no-as-needed -ljemalloc
endif
ifndef V
Q := @
endif

# Debian packages: to build and publish, to check, to check with other people's programs.
NEED_BUILD := gcc libc6-dev pkg-config libglib2.0-dev libxml2-dev libxslt1-dev libpango1.0-dev libcairo2-dev \
              libharfbuzz-dev libfontconfig-dev fontconfig libdeflate-dev zlib1g-dev libicu-dev libfyaml-dev libjson-c-dev \
              libjemalloc-dev libcmark-dev libcsv-dev libhyphen-dev fonts-noto-core fonts-noto-mono fonts-noto-cjk fonts-inter
NEED_WORDS := hyphen-de hyphen-en-us hyphen-es hyphen-fr hyphen-pl hyphen-ru hyphen-uk
NEED_CHECK := perl python3 poppler-utils qpdf libxml2-utils
# PACKAGE=COMMAND: only where there is no such command yet, whoever installed it.
NEED_CONFORMANCE := clang=clang default-jre-headless=java maven=mvn fop=fop nodejs=node npm=npm chromium=chromium \
                    mupdf-tools=mutool unzip=unzip python3-jsonschema python3-yaml

NODE_CHECKERS := vnu-jar@26.9.27 axe-core@4.14.1 puppeteer-core@25.16.0 @microsoft/sarif-matcher-utils@1.0.0-beta.0

# What is missing stops make with one line, unless this very run installs it.
installed = $(shell dpkg-query -W -f '$${Package} $${db:Status-Status}\n' $(1) 2>/dev/null | sed -n 's/ installed$$//p')
missing   = $(if $(shell command -v dpkg-query),$(filter-out $(call installed,$(1)),$(1)))
GOALS    := $(or $(MAKECMDGOALS),publish)
ifeq ($(filter deps,$(GOALS)),)
ifneq ($(filter-out help clean deps-conformance,$(GOALS)),)
MISSING  := $(call missing,$(NEED_BUILD))
ifneq ($(MISSING),)
$(error missing: $(MISSING); install with `make deps`, or as root: apt-get install -y --no-install-recommends $(MISSING))
endif
endif
endif

# Asked once, and only when something is compiled, since `make deps publish` may install pkg-config itself.
PKGCF   = $(eval PKGCF := $(shell pkg-config --cflags $(PKGS) | sed 's/-I\([^ ]*\)/-isystem \1/g'))$(PKGCF)
PKGLIBS = $(eval PKGLIBS := $(shell pkg-config --libs $(PKGS)) -lhyphen -lcsv -lm)$(PKGLIBS)
# Position-independent and hidden, so that a module can be made of the same objects.
COMPILE = $(CC) $(STD) -fPIC -fvisibility=hidden $(CPPFLAGS) $(CFLAGS) $(SANFLAGS) $(WARN) -MMD -MP $(PKGCF)

SRC   := $(sort $(wildcard gen/*/*.c))
OBJ   := $(SRC:gen/%.c=$B/obj/%.o)
LIB   := $B/libchancery.a
PRESS := $B/chancery-press.so
UNIT  := $(patsubst tests/unit/%.c,$B/unit/%,$(sort $(wildcard tests/unit/*.c)))
FONTS := build/fonts/fonts.conf
TESTS := $(sort $(wildcard tests/*.sh tests/golden/run.sh tests/end-to-end/*.sh))
INSTALLED := $(filter deps deps-conformance,$(GOALS))	# in one run with others, these come first

export CHANCERY ?= $(abspath $B)/chancery

.DEFAULT_GOAL := publish
.DELETE_ON_ERROR:
.PHONY: publish program fonts unit check diag-covered bless bench conformance deps deps-conformance help clean

# In a workflow of GitHub, findings become annotations of the files.
publish: program fonts ## Build what is stale and publish content/ into out/ (plain `make`)
	$(Q)$(CHANCERY) build $(if $(GITHUB_ACTIONS),--format=github)

program: $B/chancery $(PRESS) ## Build the program and the module that draws

fonts: $(FONTS) ## Gather the fonts of fonts/fonts.list into build/fonts

unit: $(UNIT) ## Build the unit tests

check: program fonts unit ## Run all tests: unit, golden, end to end, layers and proportions
	$(Q)prove --timer -e tests/tap-run $(UNIT) $(TESTS)

diag-covered: ## List diagnostics that no golden test shows
	$(Q)tests/golden/covered.sh

bless: program fonts ## Rewrite tests/golden/*/expected.txt; read the diff before you commit it
	$(Q)tests/golden/run.sh --bless

bench: program fonts ## Time the sample, and documents of 200 pages and 10,000 rows beside Typst
	$(Q)tests/bench/run.sh

conformance: program fonts ## Check the output with other people's programs (after make deps-conformance)
	$(Q)CORPUS=$(CORPUS) tests/conformance/run.sh

deps: ## Install the Debian packages that building, publishing and check need
	$(Q)./deps.sh $(NEED_BUILD) $(NEED_WORDS) $(NEED_CHECK) make

deps-conformance: $(filter deps,$(INSTALLED)) ## Install what conformance needs (Java, veraPDF, Node, Chromium and their checkers)
	$(Q)./deps.sh $(NEED_CONFORMANCE)
	$(Q)tests/conformance/verapdf.sh --fetch
	$(Q)tests/conformance/check-xliff.sh --fetch
	$(Q)npm install --ignore-scripts --no-audit --no-fund --silent --prefix tests/conformance/node $(NODE_CHECKERS)

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 18

clean: ## Remove what was built (out/ stays)
	rm -rf $B

$B/chancery: $B/obj/main.o $(LIB)
	$(Q)$(CC) $(CFLAGS) $(SANFLAGS) $(LDFLAGS) -o $@ $^ $(MALLOC) -Wl,--as-needed $(PKGLIBS)

# The commands that draw, with all that they need of the library: the program loads it for them alone.
$(PRESS): $B/obj/cmd/build.o $B/obj/cmd/dump.o $(LIB)
	$(Q)$(CC) $(CFLAGS) $(SANFLAGS) $(LDFLAGS) -shared -Wl,--as-needed -o $@ $^ $(PKGLIBS)

$(LIB): $(OBJ)
	$(Q)rm -f $@ && $(AR) rcs $@ $^

# After the Makefile too, whose flags all objects must share.
$B/obj/%.o: gen/%.c Makefile | $(INSTALLED)
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -c -o $@ $<

$B/unit/%: tests/unit/%.c $(LIB)
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -o $@ $< $(LIB) $(PKGLIBS)

$(FONTS): fonts/fonts.list fonts/fonts.conf fonts/gather.sh | $(INSTALLED)
	$(Q)fonts/gather.sh $(@D)

-include $(OBJ:.o=.d) $B/obj/main.d $(UNIT:=.d)
