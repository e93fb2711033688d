#!/usr/bin/env python3
"""pdf-facts.py BULLETIN.fo FILE.pdf: what the FO says of itself is said by the PDF, and every place in it can be linked to.

Title, author, subject, keywords, language and dates; a label for every page; bookmarks; a named destination for every
heading, paragraph, figure, table and note; links that lead somewhere and say where.
Exit 0 all there, 1 not so, 2 cannot check.
"""
import re
import sys
import xml.etree.ElementTree as xml

from pdfcheck import Pdf, text

FO = "{http://www.w3.org/1999/XSL/Format}"
SOURCE = "{urn:chancery:fo}source"
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
METADATA = ["dc:title", "dc:creator", "dc:description", "dc:language", "pdf:Keywords", "xmp:CreateDate"]
INFO = {"dc:title": "/Title", "dc:creator": "/Author", "dc:description": "/Subject", "pdf:Keywords": "/Keywords"}


def named(tree, key):
    """What a metadata property says, without its containers and their white space; None where it is missing."""
    element = tree.find(f".//{key}", NAMESPACES)
    return None if element is None else " ".join("".join(element.itertext()).split())


def metadata(fo, pdf, catalog):
    packet = xml.fromstring(pdf.data(catalog["/Metadata"]).decode("utf-8").split("?>", 1)[1].rsplit("<?", 1)[0].strip())
    info = pdf.get(pdf.trailer.get("/Info"))
    for key in METADATA:
        wanted = named(fo, key)
        if not wanted and key != "pdf:Keywords" and key != "dc:description":
            yield f"the FO has no {key}"
        if wanted and named(packet, key) != wanted:
            yield f"{key} is {named(packet, key)!r}, not {wanted!r}"
        if wanted and info and key in INFO and " ".join(text(info.get(INFO[key])).split()) != wanted:
            yield f"{INFO[key]} of Info is not {key}"
    if named(packet, "xmp:ModifyDate") is None:
        yield "no xmp:ModifyDate"
    if text(catalog.get("/Lang")) != fo.get("{http://www.w3.org/XML/1998/namespace}lang"):
        yield f"/Lang is {text(catalog.get('/Lang'))!r}"


def pairs(pdf, node, key):
    """The entries of a name or number tree."""
    node = pdf.get(node) or {}
    entries = pdf.get(node.get(key)) or []
    yield from zip(entries[::2], entries[1::2])
    for kid in pdf.get(node.get("/Kids")) or []:
        yield from pairs(pdf, kid, key)


def page_labels(pdf, catalog):
    labels = dict(pairs(pdf, catalog.get("/PageLabels"), "/Nums"))
    if 0 not in labels:
        yield "no label for the first page"


def places(fo):
    """Every heading, paragraph, figure, table and note of the FO, as (its id or None, what it is)."""
    flow = fo.find(f".//{FO}flow")
    for element in flow.iter():
        role, identity = element.get("role", ""), element.get("id")
        if re.fullmatch("H[1-6]", role) or role == "Note" or element.tag == FO + "footnote-body":
            yield identity, role or "note"
        elif role == "P" and element.tag == FO + "list-block":
            yield identity, "numbered paragraph"
        elif identity:
            yield identity, "place"
    for block in flow:
        if block.get(SOURCE) and block.get("role") != "Code" and not block.get("id"):
            yield None, f"block of {block.get(SOURCE)}"


def destinations(fo, names):
    for identity, what in places(fo):
        if not identity:
            yield f"{what} without an id"
        elif identity not in names:
            yield f"no destination for {what} {identity}"


def target(pdf, item):
    """The name that a link or bookmark leads to, or None."""
    action = pdf.get(item.get("/A")) or {}
    if action.get("/S") == "/URI":
        return None
    return text(item.get("/Dest") or action.get("/D"))


def links(pdf, names):
    for page in pdf.doc["pages"]:
        for reference in pdf.get((pdf.get(page["object"])).get("/Annots")) or []:
            link = pdf.get(reference)
            if not text(link.get("/Contents")):
                yield "link without /Contents"
            goal = target(pdf, link)
            if goal is not None and goal not in names:
                yield f"link to {goal!r}, which is not there"


def outline(pdf, item):
    while item:
        item = pdf.get(item)
        yield item
        yield from outline(pdf, item.get("/First"))
        item = item.get("/Next")


def bookmarks(fo, pdf, catalog, names):
    wanted = [" ".join("".join(title.itertext()).split()) for title in fo.iter(FO + "bookmark-title")]
    there = list(outline(pdf, (pdf.get(catalog.get("/Outlines")) or {}).get("/First")))
    titles = [" ".join(text(item.get("/Title")).split()) for item in there]
    if titles != wanted:
        yield f"bookmarks are {titles}, not {wanted}"
    yield from (f"bookmark to {target(pdf, item)!r}" for item in there if target(pdf, item) not in names)


def main(source, file):
    try:
        fo, pdf = xml.parse(source).getroot(), Pdf(file)
    except (OSError, RuntimeError, xml.ParseError) as problem:
        print(f"pdf-facts.py: {problem}", file=sys.stderr)
        return 2
    catalog = pdf.get(pdf.trailer["/Root"])
    names = {text(name) for name, _ in pairs(pdf, (pdf.get(catalog.get("/Names")) or {}).get("/Dests"), "/Names")}
    problems = [*metadata(fo, pdf, catalog), *page_labels(pdf, catalog), *destinations(fo, names),
                *links(pdf, names), *bookmarks(fo, pdf, catalog, names)]
    for problem in problems:
        print(f"{file}: {problem}")
    print(f"{file}: {len(names)} destinations, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
