#!/usr/bin/env python3
"""mutate.py: is each single slip in a publication noticed?  [-v] [-C DIR] [-n LIMIT] [CLASS…]

Every mutation changes one digit, qualifier, id, date or name in one place of a copy of DIR/content (the sample's where -C
is not given); `chancery check` must then say something, at error or warning, that it does not say of the publication as it
is.  The choice is deterministic: of each class of places every n-th, so that the classes have at most LIMIT each, those
with an excuse fewer.  A class of excuses.txt may have survivors, for the reason that stands there; any other survivor fails.
TAP, one test a class; -v lists survivors, CLASS … runs these only.
"""
import argparse, collections, json, os, re, shutil, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROGRAM = os.environ.get("CHANCERY", os.path.join(ROOT, "build", "chancery"))
LIMIT, EXCUSED = 12, 3	# places of a class that are tried, and of one with an excuse
NOT_COUNTED = {"unit-stale"}	# any change of a source text makes its translations stale: that notices the change, not the slip
LINK = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*)\)")

# A word of a wording, and one that says something else; where a language is missing, only its digits and names are changed.
QUALIFIERS = {
    "en": {"about": "over", "approximately": "at least", "over": "about", "more than a": "about a", "at least": "up to",
           "no less than": "no more than", "an estimated": "at least", "around": "over", "some": "over", "roughly": "over",
           "up to": "at least", "fewer than": "more than", "under": "over", "more than": "about", "put at": "over"},
    "pl": {"około": "ponad", "ponad": "około", "co najmniej": "najwyżej", "nie mniej niż": "nie więcej niż",
           "szacunkowo": "co najmniej", "szacunkową": "co najmniej"},
    "ja": {"約": "少なくとも", "少なくとも": "約", "推計": "約", "推定": "約", "最大": "少なくとも", "を超える": "未満の",
           "未満": "を超える", "以上": "以下"},
    "ar": {"نحو": "أكثر من", "أكثر من": "نحو", "ما لا يقل عن": "ما يصل إلى", "حوالي": "أكثر من", "أقل من": "أكثر من",
           "على الأقل": "على الأكثر", "على الأكثر": "على الأقل", "كحد أقصى": "على الأقل"},
    "uk": {"близько": "понад", "приблизно": "понад", "понад": "близько", "щонайменше": "щонайбільше",
           "не менше": "не більше"},
    "fr": {"environ": "plus de", "plus de": "environ", "au moins": "jusqu’à", "estimée à": "d’au moins"},
    "es": {"aproximadamente": "más de", "unos": "más de", "más de": "unos", "al menos": "hasta", "estimado en": "de al menos",
           "unas": "más de", "hasta": "al menos", "menos de": "más de", "alrededor del": "más del", "cerca de": "más de"},
    "ru": {"около": "более", "более": "около", "не менее": "не более", "по оценке": "не менее"},
    "de": {"rund": "mehr als", "etwa": "mehr als", "mehr als": "rund", "über": "rund", "mindestens": "höchstens",
           "geschätzt": "mindestens", "geschätzten": "mindestens", "bis zu": "mindestens", "weniger als": "mehr als",
           "schätzungsweise": "mindestens"},
}
DATES = {
    "en": {"September": "August", "October": "November", "December": "January", "April": "May", "May": "June",
           "November": "October", "January": "March", "August": "July", "March": "April", "February": "March",
           "June": "July", "July": "June", "spring": "autumn"},
    "pl": {"wrześniu": "sierpniu", "września": "sierpnia", "października": "listopada", "październiku": "listopadzie",
           "grudniu": "styczniu", "grudnia": "stycznia", "kwietniu": "maju", "maja": "czerwca", "listopada": "grudnia",
           "stycznia": "marca", "sierpnia": "lipca", "listopadzie": "październiku"},
    "uk": {"вересні": "серпні", "вересня": "серпня", "жовтня": "листопада", "жовтні": "листопаді", "грудні": "січні",
           "грудня": "січня", "квітні": "травні", "травня": "червня", "листопада": "грудня", "січня": "березня",
           "серпня": "липня", "листопаді": "жовтні", "березня": "квітня", "липня": "червня", "лютого": "березня",
           "квітня": "травня"},
    "ar": {"أبريل": "مايو", "يونيو": "يوليو", "أكتوبر": "نوفمبر", "ديسمبر": "يناير", "سبتمبر": "أغسطس", "فبراير": "مارس",
           "يوليه": "يونيه", "مارس": "مايو", "ربيع": "خريف"},
    "fr": {"septembre": "août", "octobre": "novembre", "décembre": "janvier", "mai": "juin", "novembre": "octobre",
           "janvier": "mars", "août": "juillet"},
    "es": {"septiembre": "agosto", "octubre": "noviembre", "diciembre": "enero", "mayo": "junio", "noviembre": "octubre",
           "enero": "marzo", "agosto": "julio", "abril": "mayo", "marzo": "abril", "febrero": "marzo", "junio": "julio",
           "julio": "junio", "primavera": "otoño"},
    "ru": {"сентябре": "августе", "октябре": "ноябре", "декабря": "января", "декабре": "январе", "декабрем": "январем",
           "мая": "июня", "ноябрь": "октябрь", "января": "марта", "август": "июль"},
    "de": {"September": "August", "Oktober": "November", "Dezember": "Januar", "Mai": "Juni", "November": "Oktober",
           "Januar": "März", "August": "Juli", "März": "April", "Februar": "März", "Juli": "Juni", "April": "Mai"},
}
NUMBERS = {
    "en": {"four": "five", "three": "four", "Three": "Four", "two": "three", "a thousand": "two thousand", "ten": "nine",
           "Two": "Three", "six": "seven", "nine": "eight", "eleven": "twelve", "fourteen": "fifteen", "eight": "nine",
           "sixty": "seventy", "Seventeen": "Sixteen", "fifty-two": "fifty-three", "twenty-one": "twenty-two",
           "eighteen": "nineteen", "four hundred": "five hundred", "fourfold": "fivefold", "tenfold": "ninefold",
           "forty-one": "forty-two", "twenty-seven": "twenty-six", "Four": "Five", "Nine": "Eight"},
    "pl": {"czterech": "pięciu", "trzech": "czterech", "dwóch": "trzech", "tysiąc": "dwa tysiące", "dwa": "trzy",
           "dziesięć": "dziewięć", "dwoma": "trzema"},
    "uk": {"чотирьох": "п’ятьох", "трьох": "чотирьох", "двох": "трьох", "тисячу": "дві тисячі", "два": "три",
           "двома": "трьома", "вісім": "сім", "чотирнадцять": "п’ятнадцять", "шести": "семи", "вісімнадцять": "сімнадцять",
           "одинадцять": "дванадцять", "вчетверо": "вп’ятеро", "вдесятеро": "вшестеро", "двадцять один": "двадцять два",
           "п’ятдесят два": "п’ятдесят три"},
    "ja": {"六": "七"},
    "ar": {"ثمانية": "تسعة", "أربعة عشر": "خمسة عشر", "سبعة عشر": "ستة عشر", "ثلاث": "أربع", "أربعة أضعاف": "خمسة أضعاف",
           "ستين": "سبعين", "تسعة": "ثمانية", "التسعة": "الثمانية"},
    "fr": {"quatre": "cinq", "trois": "quatre", "deux": "trois", "mille": "deux mille", "dix": "neuf"},
    "es": {"cuatro": "cinco", "tres": "cuatro", "dos": "tres", "mil": "dos mil", "diez": "nueve", "nueve": "ocho", "once": "doce",
           "catorce": "quince", "ocho": "nueve", "sesenta": "setenta", "cuarenta y uno": "cuarenta y dos",
           "veintisiete": "veintiséis", "Diecisiete": "Dieciséis", "cincuenta y dos": "cincuenta y tres",
           "cuádruple": "triple"},
    "ru": {"четырех": "пяти", "трех": "четырех", "двух": "трех"},
    "de": {"vier": "fünf", "drei": "vier", "zwei": "drei", "elf": "zwölf", "sechs": "sieben", "acht": "neun",
           "vierzehn": "fünfzehn", "Siebzehn": "Sechzehn", "einundzwanzig": "zweiundzwanzig", "achtzehn": "siebzehn",
           "zweiundfünfzig": "dreiundfünfzig", "Vierfache": "Dreifache", "Zehnfache": "Neunfache", "Vier": "Fünf"},
}
WORDS = {"qualifier": ["about", "at-least", "over", "up-to", "estimated", "under"],
         "hedge": ["possibly", "reportedly", "likely", "suspected", "believed"],
         "status": ["alleged", "under-investigation", "confirmed", "recommended", "announced"],
         "scale": ["million", "billion"], "confidence": ["high", "moderate", "low"],
         # and the other units of the publication
         "unit": ["USD", "EUR", "tonne", "person", "worker", "vehicle", "visa", "month", "state", "shipment", "times"]}

Mutation = collections.namedtuple("Mutation", "name file start end new only")


def other_digit(digit):
    return str((int(digit) + 1) % 10)


def other_letter(letter):
    """Another letter of the script, in the same case."""
    pairs = "aeiouyаеиоуіąęсзцнктвлр"
    small = letter.lower()
    at = pairs.find(small)
    new = pairs[at + 1] if at >= 0 and at + 1 < len(pairs) and pairs[at + 1].isascii() == small.isascii() else "a"
    new = new if new != small else "o"
    new = new if small.isascii() else ("о" if small != "о" else "а")
    return new.upper() if letter.isupper() else new


class Sites:
    """Places that can be changed, by class."""

    def __init__(self, content):
        self.content = content
        self.all = collections.defaultdict(list)
        briefs = "\n".join(text for file, text in content.items() if file.endswith(".md"))
        # What the briefs say in their own words, by what they link it to; and which ids are named anywhere.
        self.wordings = collections.defaultdict(set)
        for found in LINK.finditer(briefs):
            if found[1]:
                self.wordings[re.split(r"[?#]", found[2])[0]].add(found[1])
        self.everything = "\n".join(content.values())
        self.dated = set(self.dates())
        self.languages = "|".join(re.findall(r"[\w-]+", re.search(r"^languages: \[(.*?)\]", content["publication.yaml"],
                                                                  re.M)[1]))
        units = set(re.findall(r"\bunit: ([\w-]+)", self.everything)) - {"percent"}
        self.words = dict(WORDS, unit=WORDS["unit"] + sorted(units - set(WORDS["unit"])))

    def dates(self):
        """The facts that are dates, as links name them."""
        for file, text in self.content.items():
            for incident in re.finditer(r"^- id: ([a-z0-9-]+)\n(.*?)(?=^- id: |\Z)", text, re.M | re.S):
                for fact in re.finditer(r"^    ([a-z0-9-]+):(.*?)(?=^    [a-z]|^  \w|\Z)", incident[2], re.M | re.S):
                    if file.startswith("data/incidents") and re.search(r"\bdate: ", fact[2]):
                        yield f"fact:{incident[1]}.{fact[1]}"

    def texts(self, text):
        """Words by language, in a line of their own or amid others: their places."""
        for found in re.finditer(rf"(?:^ +|[{{,] ?)(?:{self.languages}): *(\"[^\"]*\"|[^\n,{{}}\[]+)", text, re.M):
            yield found.start(1), found.end(1)

    def add(self, name, file, start, end, new, only=None):
        # Another id that exists is told by the translations; where there are none, by nothing.
        if name.startswith("brief-") and name.endswith("-swap") and not self.is_translated(only):
            name += "-untranslated"
        self.all[name].append(Mutation(name, file, start, end, new, only))

    def is_translated(self, bulletin):
        return sum(file.startswith(f"bulletins/{bulletin}/") and file.endswith(".md") for file in self.content) > 1

    def add_digits(self, name, file, text, start, end, only=None):
        for at in range(start, end):
            if text[at].isdigit():
                self.add(name, file, at, at + 1, other_digit(text[at]), only)

    def add_words(self, name, file, text, start, end, table, only=None):
        spaced = not re.search(r"/(ja|zh)[^/]*\.md$", file)
        for old, new in table.items():
            for found in re.finditer(r"(?<!\w)" * spaced + re.escape(old) + r"(?!\w)" * spaced, text[start:end]):
                self.add(name, file, start + found.start(), start + found.end(), new, only)

    def add_letter(self, name, file, text, start, end, only=None):
        """One letter amid a word, the third where it has so many."""
        for word in re.finditer(r"[^\W\d_]{4,}", text[start:end]):
            at = start + word.start() + 2
            self.add(name, file, at, at + 1, other_letter(text[at]), only)

    def add_id(self, name, file, text, start, end, others, only=None):
        """A slip of the pen in an id, and another id that exists."""
        id_ = text[start:end]
        self.add(name + "-typo", file, end - 1, end, "q" if text[end - 1] != "q" else "x", only)
        later = [other for other in others if other > id_]
        swap = min(later) if later else min(others)
        if swap != id_:
            self.add(name + "-swap", file, start, end, swap, only)


def ids_of(content):
    """The ids of each sort."""
    ids = collections.defaultdict(set)
    for path, text in content.items():
        if not path.startswith("data/") or not path.endswith(".yaml"):
            continue
        sort = path.split("/")[1].split(".")[0]
        incident, inside = None, False
        for line in text.splitlines():
            found = re.match(r"- \{?id: ([a-z0-9-]+)", line)
            if found:
                ids[sort].add(found[1])
                incident, inside = found[1], False
                if sort == "derived":
                    ids["facts"].add(found[1])
            elif sort == "incidents" and re.match(r"  \w", line):
                inside = line.startswith("  facts:")
            elif inside and re.match(r"    ([a-z0-9-]+):", line):
                ids["facts"].add(incident + "." + re.match(r"    ([a-z0-9-]+):", line)[1])
    for path, text in content.items():
        if path.endswith("bulletin.yaml"):
            ids[path.split("/")[1]] = {id_ for id_, _ in figure_ids(text)}
    return ids


def brief_link(sites, ids, file, text, found, lang, bulletin):
    start, end = found.start(1), found.end(1)
    scheme, _, rest = found[2].partition(":")
    at = found.start(2) + len(scheme) + 1
    id_ = re.match(r"[a-z0-9./-]*", rest)[0]
    if scheme == "fact":
        own = id_.endswith((".date", ".title"))
        sites.add_digits("brief-wording-digit", file, text, start, end, bulletin)
        name = "brief-date-qualifier" if own or re.match(r"[^?]*", found[2])[0] in sites.dated else "brief-qualifier"
        sites.add_words(name, file, text, start, end, QUALIFIERS.get(lang, {}), bulletin)
        sites.add_words("brief-date", file, text, start, end, DATES.get(lang, {}), bulletin)
        sites.add_words("brief-number-word", file, text, start, end, NUMBERS.get(lang, {}), bulletin)
        if own:
            sites.add_id("brief-incident-id", file, text, at, at + id_.rindex("."), ids["incidents"], bulletin)
        elif end > start:
            sites.add_id("brief-bound-fact-id", file, text, at, at + len(id_), ids["facts"], bulletin)
        else:
            sites.add_id("brief-empty-fact-id", file, text, at, at + len(id_), ids["facts"], bulletin)
        for form in re.finditer(r"\?(form|claim)=[a-z-]+", rest):
            sites.add("brief-" + form[1], file, at + form.start(), at + form.end(), "", bulletin)
    elif scheme == "cite":
        sites.add_id("brief-cite-id", file, text, at, at + len(id_), ids["sources"], bulletin)
        name = "brief-pinpoint-digit" if sites.is_translated(bulletin) else "brief-pinpoint-digit-untranslated"
        sites.add_digits(name, file, text, at + len(id_), at + len(rest), bulletin)
    elif scheme == "entity":
        sites.add_id("brief-entity-id", file, text, at, at + len(id_), ids["entities"], bulletin)
        sites.add_letter("brief-name", file, text, start, end, bulletin)
    elif scheme in ("chart", "table"):
        sites.add_id("brief-figure-id", file, text, at, at + len(id_), ids[bulletin], bulletin)
        sites.add_digits("brief-caption-digit", file, text, start, end, bulletin)
    elif scheme == "ref" and id_:
        sites.add("brief-ref-id", file, at + len(id_) - 1, at + len(id_), "q", bulletin)
    elif scheme == "lang":
        sites.add("brief-lang", file, at, at + len(rest), "q" + rest[1:], bulletin)
    elif scheme == "literal":
        sites.add_digits("brief-literal", file, text, start, end, bulletin)


def brief_prose(sites, file, text, start, end, lang, bulletin):
    part = text[start:end]
    for found in re.finditer(r"\[\^(\d+)\]", part):
        sites.add_digits("brief-note-label", file, text, start + found.start(1), start + found.end(1), bulletin)
    for found in re.finditer(r"(?<![\w^])\d+", part):
        name = "brief-prose-year" if re.fullmatch(r"(19|20)\d\d", found[0]) else "brief-prose-digit"
        sites.add_digits(name, file, text, start + found.start(), start + found.end(), bulletin)
    sites.add_words("brief-prose-number-word", file, text, start, end, NUMBERS.get(lang, {}), bulletin)
    for found in re.finditer(r"(?<=[a-zа-яії,] )[A-ZА-ЯІŁŚ][^\W\d_]{4,}", part):
        sites.add_letter("brief-prose-name", file, text, start + found.start(), start + found.end(), bulletin)


def brief(sites, ids, file, text):
    _, bulletin, name = file.split("/")
    lang = name.split(".")[0]
    at = 0
    for found in LINK.finditer(text):
        brief_prose(sites, file, text, at, found.start(), lang, bulletin)
        brief_link(sites, ids, file, text, found, lang, bulletin)
        at = found.end()
    brief_prose(sites, file, text, at, len(text), lang, bulletin)


def yaml_words(sites, file, text, prefix):
    for key, words in sites.words.items():
        for found in re.finditer(rf"\b{key}: ([\w-]+)", text):
            if found[1] not in words:
                continue
            new = words[(words.index(found[1]) + 1) % len(words)]
            # Of people, multiples and incidents wordings name no noun that is read ("2,000 nationals", "20 transfers").
            unread = key == "unit" and found[1] in ("worker", "person", "times", "incident")
            sites.add(f"{prefix}-unread-{key}" if unread else f"{prefix}-{key}", file, found.start(1), found.end(1), new)


def place_in_incidents(text, at):
    """The incident and the name of the fact (or None) in which a place stands."""
    incident = re.findall(r"^- id: ([a-z0-9-]+)", text[:at + 1], re.M)[-1]
    head = text[text.rindex("\n- id: ", 0, at + 1) if "\n- id: " in text[:at + 1] else 0:text.find("\n", at)]
    keys = re.findall(r"^  (\w+):", head, re.M)
    names = re.findall(r"^    ([a-z0-9-]+):", head, re.M)
    return incident, names[-1] if keys and keys[-1] == "facts" and names else None


def incident_date(sites, file, text, found):
    """Compared: the date of an incident that a brief words, and that is not replaced by wording of the data."""
    incident, fact = place_in_incidents(text, found.start())
    body = text[text.index(f"- id: {incident}"):]
    body = body[:body.find("\n- id: ", 1)] if "\n- id: " in body[1:] else body
    path = f"fact:{incident}.{fact or 'date'}"
    line = text[text.rindex("\n", 0, found.start()) + 1:found.start()]
    worded = sites.wordings.get(path) and (fact or "date-text:" not in body)
    # The time of a figure, and of a leg of a route, is not what its wording says.
    worded = worded and found[1] == "date" and not re.match(r" +- \{from: ", line)
    name = "data-date-digit" if worded else "data-date-unworded-digit"
    sites.add_digits(name, file, text, found.start(2), found.end(2))


def incident_source(sites, ids, file, text, found):
    group = 1 if found[1] else 2
    incident, fact = place_in_incidents(text, found.start(group))
    body = text[text.index(f"- id: {incident}"):]
    body = body[:body.find("\n- id: ", 1)] if "\n- id: " in body[1:] else body
    told = fact and re.search(rf"fact:{incident}\.{fact}(?![\w-]|\?form=claims)", sites.everything)
    # A note with all claims says the source of each, whatever it is.
    told = told and f"fact:{incident}.{fact}?form=claims" not in sites.everything
    name = "data-statement-source" if not told else "data-chained-source" if "chain:" in body else "data-fact-source"
    sites.add_id(name, file, text, found.start(group), found.end(group), ids["sources"])


def incidents(sites, ids, file, text):
    for found in re.finditer(r"\b(value|min|max): (\d+)", text):
        incident, fact = place_in_incidents(text, found.start())
        worded = sites.wordings.get(f"fact:{incident}.{fact}")
        sites.add_digits("data-value-digit" if worded else "data-value-unworded-digit", file, text,
                         found.start(2), found.end(2))
    for found in re.finditer(r"\b(date|when): ([\d~./-]+)", text):
        incident_date(sites, file, text, found)
    for found in re.finditer(r"^ *(?:- )?source: ([a-z0-9-]+)$|, source: ([a-z0-9-]+)\}", text, re.M):
        incident_source(sites, ids, file, text, found)
    for found in re.finditer(r"\b(?:actors|subjects|places|victims): \[([^\]]*)\]", text):
        for id_ in re.finditer(r"[a-z0-9-]+", found[1]):
            start = found.start(1) + id_.start()
            sites.add_id("data-entity", file, text, start, start + len(id_[0]), ids["entities"])
    for found in re.finditer(r"^- id: ([a-z0-9-]+)", text, re.M):
        named = len(re.findall(rf"(?<![\w-]){found[1]}(?![\w-])", sites.everything)) > 1
        sites.add("data-incident-id" if named else "data-unnamed-incident-id", file, found.end(1) - 1, found.end(1), "q")
    for start, end in sites.texts(text):
        line = text[text.rindex("\n", 0, start) + 1:start]
        title = re.match(r"    (\w+): $|  title: ", line)
        sites.add_letter("data-title" if title else "data-statement", file, text, start, min(end, start + 12))
    for found in re.finditer(r"\bpart-of: ([a-z0-9.-]+)", text):
        sites.add_id("data-part-of", file, text, found.start(1), found.end(1), ids["facts"])
    for found in re.finditer(r"\bpreferred: (true)", text):
        sites.add("data-preferred", file, found.start(1), found.end(1), "false")
    yaml_words(sites, file, text, "data")


def entity_name(sites, file, text, start, end, entry):
    """One of the names and forms of an entry: does a brief write it, and the entry give it once?"""
    name, id_ = text[start:end].strip(), re.match(r"- id: ([a-z0-9-]+)", entry)[1]
    written = {w[:1].lower() + w[1:] for w in sites.wordings.get(f"entity:{id_}", ())}
    once = len(re.findall(rf"(?<=[:,\[] ){re.escape(name)}(?=[,\]}}])|(?<=\[){re.escape(name)}(?=[,\]])", entry)) == 1
    used = name[:1].lower() + name[1:] in written and once
    sites.add_letter("data-name" if used else "data-unwritten-name", file, text, start, end)


def entities(sites, file, text):
    for block in re.finditer(r"^- id: .*?(?=^- id: |\Z)", text, re.M | re.S):
        for found in re.finditer(rf"(?:{sites.languages}): (?:\[([^\]]*)\]|([^,}}\[]+))", block[0]):
            group = 1 if found[1] else 2
            for name in re.finditer(r"[^,]+", found[group]):
                start = block.start() + found.start(group) + name.start()
                entity_name(sites, file, text, start, start + len(name[0]), block[0])
    for found in re.finditer(r"\b(lat|lon): ([\d.]+)", text):
        sites.add_digits("data-coordinate", file, text, found.start(2), found.end(2))


def derived(sites, ids, file, text):
    for found in re.finditer(r"\b(?:of|to): ([a-z0-9.-]+)", text):
        sites.add_id("derived-fact", file, text, found.start(1), found.end(1), ids["facts"])
    for found in re.finditer(r"date: ([\d/-]+)", text):
        name = "derived-interval" if "/" in found[1] else "derived-date"
        sites.add_digits(name, file, text, found.start(1), found.end(1))
    for found in re.finditer(r"(?:kind|from): ([a-z0-9/-]+)", text):
        sites.add("derived-query", file, found.end(1) - 1, found.end(1), "q")
    yaml_words(sites, file, text, "derived")


def sources(sites, ids, file, text):
    for found in re.finditer(r"^  via: ([a-z0-9-]+)", text, re.M):
        sites.add_id("source-via", file, text, found.start(1), found.end(1), ids["sources"])
    for found in re.finditer(r"^  covers: (\S+)", text, re.M):
        sites.add_digits("source-covers", file, text, found.start(1), found.end(1))
    for found in re.finditer(r"^- id: ([a-z0-9-]+)", text, re.M):
        sites.add("source-id", file, found.end(1) - 1, found.end(1), "q")
    for start, end in sites.texts(text):
        sites.add_letter("source-title", file, text, start, min(end, start + 12))


def figure_ids(text):
    """What bulletin.yaml declares, with the ends of the names."""
    for found in re.finditer(r"^(\w[\w-]*):|^  ([a-z0-9-]+):(?: *\{.*)?$", text, re.M):
        kind = found[1] or kind
        if found[2] and kind in ("charts", "tables", "maps"):
            yield found[2], found.end(2)


def bulletins(sites, ids, file, text):
    bulletin = file.split("/")[1]
    found = re.match(r"date: (\S+)", text)
    sites.add_digits("bulletin-date", file, text, found.start(1), found.end(1), bulletin)
    for _, end in figure_ids(text):
        sites.add("bulletin-figure-id", file, end - 1, end, "q", bulletin)
    for found in re.finditer(r"\b(?:kind|fact|unit|from): ([a-z/-]{3,})", text):
        sites.add("bulletin-query", file, found.end(1) - 1, found.end(1), "q", bulletin)
    for found in re.finditer(r"key-figures: \[([^\]]*)\]", text):
        for id_ in re.finditer(r"[a-z0-9.-]+", found[1]):
            start = found.start(1) + id_.start()
            sites.add("bulletin-key-figure", file, start + len(id_[0]) - 1, start + len(id_[0]), "q", bulletin)


def column_types(content, file):
    """Of a CSV file by its sidecar: the type of each column."""
    return dict(re.findall(r"^  ([\w-]+):(?: \{|\n +)type: (\w+)", content[file[:-4] + ".yaml"], re.M))


def series(sites, file, text):
    """One place of each cell of a CSV file, by what the column holds."""
    types = column_types(sites.content, file)
    lines = text.split("\n")
    header, at = lines[0].split(","), len(lines[0]) + 1
    for line in lines[1:]:
        start = at
        # Cells that hold commas come last in a line or are left to the others.
        for column, cell in zip(header, line.partition('"')[0].split(",")):
            if cell and types.get(column) in ("date", "imo", "number"):
                name = "coordinate" if column in ("lat", "lon") else types[column]
                digits = [start + i for i, c in enumerate(cell) if c.isdigit()]
                for digit in digits[:7]:
                    sites.add("csv-" + name + "-digit", file, digit, digit + 1, other_digit(text[digit]))
            elif cell and types.get(column) == "choice":
                sites.add("csv-choice", file, start, start + 1, "q")
            start += len(cell) + 1
        at += len(line) + 1


def collect(content):
    sites, ids = Sites(content), ids_of(content)
    for file, text in sorted(content.items()):
        if file.endswith(".md"):
            brief(sites, ids, file, text)
        elif file.startswith("data/incidents"):
            incidents(sites, ids, file, text)
        elif file == "data/entities.yaml":
            entities(sites, file, text)
        elif file == "data/derived.yaml":
            derived(sites, ids, file, text)
        elif file == "data/sources.yaml":
            sources(sites, ids, file, text)
        elif file.endswith("bulletin.yaml"):
            bulletins(sites, ids, file, text)
        elif file.endswith(".csv"):
            series(sites, file, text)
    return sites.all


def choose(sites, limit):
    """Every n-th of a class."""
    step = max(1, -(-len(sites) // limit))
    return sites[step // 2::step]


def said(folder, only=None):
    """The diagnostics of a folder that are more than notes."""
    command = [PROGRAM, "-C", folder, "check", "--format=json"] + ([only] if only else [])
    out = subprocess.run(command, capture_output=True, text=True)
    if out.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)}: exit {out.returncode}: {out.stderr}")
    return {(d["name"], d["file"], d["line"], d["message"]) for d in json.loads(out.stdout)["diagnostics"]
            if d["severity"] in ("error", "warning") and d["name"] not in NOT_COUNTED}


class Worker:
    """A copy of the publication of its own."""

    def __init__(self, work, content, publication):
        self.folder = tempfile.mkdtemp(dir=work)
        self.content = content
        shutil.copytree(os.path.join(publication, "content"), os.path.join(self.folder, "content"))
        if publication != ROOT and os.path.isdir(os.path.join(publication, "templates")):
            shutil.copytree(os.path.join(publication, "templates"), os.path.join(self.folder, "templates"))

    def run(self, mutation, before):
        text = self.content[mutation.file]
        path = os.path.join(self.folder, "content", mutation.file)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text[:mutation.start] + mutation.new + text[mutation.end:])
        try:
            caught = bool(said(self.folder, mutation.only) - before[mutation.only])
        except RuntimeError as error:
            sys.exit(f"mutate.py: {describe(self.content, mutation)}: {error}")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return caught


def describe(content, mutation):
    text = content[mutation.file]
    line = text.count("\n", 0, mutation.start) + 1
    context = lambda middle: (text[max(0, mutation.start - 28):mutation.start] + "»" + middle + "«" +
                              text[mutation.end:mutation.end + 28]).replace("\n", "⏎")
    return f"{mutation.name} {mutation.file}:{line}: {context(text[mutation.start:mutation.end])} → {mutation.new or '(nothing)'}"


def excuses():
    """Class to reason: its name with a colon, and the reason indented below."""
    reasons = {}
    with open(os.path.join(HERE, "excuses.txt"), encoding="utf-8") as file:
        for block in re.split(r"\n(?=\S)", file.read()):
            found = re.match(r"([a-z-]+):\s+(.*)", block, re.S)
            if found:
                reasons[found[1]] = found[2]
    return reasons


def run_all(chosen, content, work, publication):
    before = {only: said(publication, only) for only in {mutation.only for mutation in chosen}}
    workers = [Worker(work, content, publication) for _ in range(len(os.sched_getaffinity(0)))]
    survivors = collections.defaultdict(list)

    def run(share):
        worker, mutations = share
        return [(mutation, worker.run(mutation, before)) for mutation in mutations]

    with ThreadPoolExecutor(len(workers)) as pool:
        for results in pool.map(run, [(w, chosen[i::len(workers)]) for i, w in enumerate(workers)]):
            for mutation, caught in results:
                if not caught:
                    survivors[mutation.name].append(mutation)
    return survivors


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("-v", action="store_true")
    arguments.add_argument("--tap", action="store_true")	# as tests/tap-run says; there is nothing else
    arguments.add_argument("-C", default=ROOT)
    arguments.add_argument("-n", type=int, default=LIMIT)
    arguments.add_argument("classes", nargs="*")
    options = arguments.parse_args()
    verbose, wanted, publication = options.v, options.classes, os.path.abspath(options.C)
    content = {}
    for folder, _, names in sorted(os.walk(os.path.join(publication, "content"))):
        for name in sorted(names):
            path = os.path.join(folder, name)
            if not name.endswith((".md", ".yaml", ".csv")):
                continue
            with open(path, encoding="utf-8") as file:
                content[os.path.relpath(path, os.path.join(publication, "content"))] = file.read()
    reasons = excuses()
    excused = EXCUSED * options.n // LIMIT
    classes = {name: choose(sites, excused if name in reasons else options.n) for name, sites in sorted(collect(content).items())
               if not wanted or any(name.startswith(prefix) for prefix in wanted)}
    with tempfile.TemporaryDirectory() as work:
        survivors = run_all([mutation for chosen in classes.values() for mutation in chosen], content, work, publication)
    failed, total, missed = 0, 0, 0
    for n, (name, chosen) in enumerate(classes.items(), 1):
        alive, reason = survivors[name], reasons.get(name)
        total, missed = total + len(chosen), missed + len(alive)
        bad = bool(alive) and not reason
        failed += bad
        print(f"{'not ok' if bad else 'ok'} {n} - {name}: {len(chosen) - len(alive)} of {len(chosen)} caught"
              + (f", {len(alive)} excused" if alive and reason else ""))
        for mutation in alive if verbose or bad else []:
            print("# " + describe(content, mutation))
    print(f"1..{len(classes)}")
    for name in sorted(set(reasons) - set(classes)) if not wanted else []:
        print(f"# {name}: an excuse for which there is no place now")
    print(f"# {total} mutations: {total - missed} caught, {missed} not")
    return 1 if failed else 0


sys.exit(main())
