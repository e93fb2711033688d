# Chancery.  `make` builds what is stale and publishes; `make help` lists the rest.
# Variables: CC, CFLAGS, B (build folder), V=1 (show commands), SAN=1 (address and undefined-behaviour sanitizers).

B       ?= build
CC      ?= cc
PKGS    := glib-2.0 gio-2.0 libxml-2.0 libxslt libexslt pangocairo pangofc cairo cairo-pdf harfbuzz fontconfig \
           libqpdf icu-uc icu-i18n libfyaml json-c libcmark
WARN    := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Werror
CFLAGS  ?= -O2 -g
CPPFLAGS += -Igen -D_GNU_SOURCE -DCHANCERY_VERSION='"0.1.0"' -DCHANCERY_SOURCE='"$(CURDIR)"'
STD     := -std=c11
ifdef SAN
SANFLAGS := -fsanitize=address,undefined -fno-omit-frame-pointer
endif
ifndef V
Q := @
endif
MISSING := $(shell pkg-config --exists $(PKGS) 2>/dev/null || echo yes)
PKGCF   = $(shell pkg-config --cflags $(PKGS) | sed 's/-I\([^ ]*\)/-isystem \1/g')
PKGLIBS = $(shell pkg-config --libs $(PKGS)) -lhyphen -lcsv -lm

SRC  := $(sort $(wildcard gen/*/*.c))
OBJ  := $(SRC:gen/%.c=$B/obj/%.o)
LIB  := $B/libchancery.a
UNIT := $(patsubst tests/unit/%.c,$B/unit/%,$(sort $(wildcard tests/unit/*.c)))

.DEFAULT_GOAL := publish
.PHONY: publish program unit help clean

program: $B/chancery

$B/chancery: $B/obj/main.o $(LIB)
	$(Q)$(CC) $(CFLAGS) $(SANFLAGS) $(LDFLAGS) -o $@ $^ $(PKGLIBS)

$(LIB): $(OBJ)
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$B/obj/%.o: gen/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(STD) $(CPPFLAGS) $(CFLAGS) $(SANFLAGS) $(WARN) -MMD -MP $(PKGCF) -c -o $@ $<

$B/unit/%: tests/unit/%.c $(LIB)
	@mkdir -p $(@D)
	$(Q)$(CC) $(STD) $(CPPFLAGS) $(CFLAGS) $(SANFLAGS) $(WARN) -MMD -MP $(PKGCF) -o $@ $< $(LIB) $(PKGLIBS)

unit: $(UNIT)

clean:
	rm -rf $B

-include $(OBJ:.o=.d) $B/obj/main.d $(UNIT:=.d)
