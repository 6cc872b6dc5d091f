#!/usr/bin/env python3
"""Compare article extraction side by side: digest, trafilatura, newspaper4k, readability-lxml; and gumbo's parsing alone.

usage: extraction.py FOLDER [--digest PATH] [--rounds N] [--only NAME]...

FOLDER holds ground-truth.json and html/ID.html or html/ID.html.gz. ground-truth.json: {ID: {"articleBody": text,
"title": text, "date": "YYYY-MM-DD", "author": [names]}}; only articleBody is required, as in the Article Extraction
Benchmark (https://github.com/scrapinghub/article-extraction-benchmark), whose folder can be given as it is.
Packages that are not installed are left out.

body     F1 of word 4-grams: precision and recall of each page, averaged, then F1 of the averages
title    equal but for case, white space and punctuation; date: same day; authors: same set of names
named    pages without an author in the ground truth on which the program names one
pages/s  pages over the processor time of one core, user and system, the best of N rounds that take turns; digest's is that of
         the whole program with one job, start and JSON included; the others' begins after their modules are loaded
"""
import argparse, collections, gzip, json, re, resource, shutil, statistics, subprocess, tempfile, time
from pathlib import Path

WORD = re.compile(r"\w+")


def grams(text):
    words = WORD.findall(text or "")
    return collections.Counter(tuple(words[i:i + 4]) for i in range(max(1, len(words) - 3))) if words else collections.Counter()


def overlap(gold, found):
    return sum((grams(gold) & grams(found)).values()), sum(grams(found).values()), sum(grams(gold).values())


def key(text):
    return " ".join(WORD.findall((text or "").casefold()))


def mean(values):
    values = list(values)
    return statistics.mean(values) if values else float("nan")


def score(gold, found):
    rows = [overlap(g["articleBody"], found.get(k, {}).get("body")) for k, g in gold.items()]
    precision = mean(hit / got for hit, got, _ in rows if got)
    recall = mean(hit / wanted for hit, _, wanted in rows if wanted)
    of = lambda name, k: found.get(k, {}).get(name)
    people = lambda names: {key(n) for n in names or []}
    return {
        "body": 2 * precision * recall / (precision + recall),
        "title": mean(key(of("title", k)) == key(g["title"]) for k, g in gold.items() if g.get("title")),
        "date": mean((of("date", k) or "")[:10] == g["date"][:10] for k, g in gold.items() if g.get("date")),
        "authors": mean(people(of("authors", k)) == people(g["author"]) for k, g in gold.items() if g.get("author")),
        "named": mean(bool(of("authors", k)) for k, g in gold.items() if g.get("author") == []),
    }


def run_on(pages, *command):
    """The output of a program that is given the pages as files, and the processor time it took."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for k, page in pages.items():
            files.append(Path(folder) / f"{k}.html")
            files[-1].write_bytes(page)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = subprocess.run([*command, *map(str, files)], capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return run.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def digest(pages, program):
    output, seconds = run_on(pages, program, "convert", "--json", "--jobs", "1")
    found = {}
    for line in output.splitlines():
        o = json.loads(line)
        found[Path(o["file"]).stem] = {"body": o["text"], "title": o["title"], "date": o["published"], "authors": o["authors"]}
    return found, seconds


GUMBO = r"""
#include <gumbo.h>
#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    FILE *file = fopen(argv[i], "rb");
    if (!file) return 1;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *page = malloc(size);
    if (fread(page, 1, size, file) != (size_t)size) return 1;
    fclose(file);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    gumbo_destroy_output(&options, gumbo_parse_with_options(&options, page, size));
    free(page);
  }
}
"""


def gumbo(folder):
    """A program that parses its arguments with gumbo and does nothing else; None without a C compiler or the library."""
    if not shutil.which("cc"):
        return None
    source, program = Path(folder) / "parse.c", Path(folder) / "parse"
    source.write_text(GUMBO)
    run = subprocess.run(["cc", "-O2", "-o", program, source, "-lgumbo"], capture_output=True)
    return program if run.returncode == 0 else None


def each(pages, extract):
    found = {}
    try:
        extract(next(iter(pages.values())))  # loads what is loaded at the first use
    except Exception:
        pass
    start = time.process_time()
    for k, page in pages.items():
        try:
            found[k] = extract(page)
        except Exception:  # a page that a program cannot read counts as empty
            found[k] = {}
    return found, time.process_time() - start


def with_trafilatura(page, fast=False):
    import trafilatura
    o = json.loads(trafilatura.extract(page, output_format="json", with_metadata=True, include_comments=False, fast=fast) or "{}")
    authors = o["author"].split("; ") if o.get("author") else []
    return {"body": o.get("text"), "title": o.get("title"), "date": o.get("date"), "authors": authors}


def with_newspaper(page):
    import newspaper
    o = newspaper.Article("https://page.example/", fetch_images=False)
    o.download(input_html=page.decode("utf-8", "replace"))
    o.parse()
    return {"body": o.text, "title": o.title, "date": str(o.publish_date or ""), "authors": o.authors}


def with_readability(page):
    import lxml.html, readability
    o = readability.Document(page.decode("utf-8", "replace"))
    return {"body": "\n".join(lxml.html.fromstring(o.summary()).itertext()), "title": o.short_title(), "date": "", "authors": []}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--digest", default=".build/release/digest")
    ap.add_argument("--rounds", type=int, default=3)
    ap.add_argument("--only", action="append")
    a = ap.parse_args()
    gold, pages = json.loads((a.folder / "ground-truth.json").read_text()), {}
    for k in gold:
        plain, packed = a.folder / "html" / f"{k}.html", a.folder / "html" / f"{k}.html.gz"
        pages[k] = plain.read_bytes() if plain.exists() else gzip.decompress(packed.read_bytes())
    runs = {"digest": lambda: digest(pages, a.digest)}
    for name, module, extract in (
        ("trafilatura", "trafilatura", with_trafilatura),
        ("trafilatura fast", "trafilatura", lambda page: with_trafilatura(page, fast=True)),
        ("newspaper4k", "newspaper", with_newspaper),
        ("readability-lxml", "readability", with_readability),
    ):
        try:
            __import__(module)
        except ImportError:
            print(f"{name}: not installed")
            continue
        runs[name] = lambda extract=extract: each(pages, extract)
    if a.only:
        runs = {name: run for name, run in runs.items() if name in a.only}
    with tempfile.TemporaryDirectory() as folder:
        parser = gumbo(folder)
        found, times = {}, collections.defaultdict(list)
        for _ in range(a.rounds):
            if parser:
                times["gumbo alone"].append(run_on(pages, parser)[1])
            for name, run in runs.items():
                found[name], seconds = run()
                times[name].append(seconds)
    print(f"{len(pages)} pages")
    for name, seconds in times.items():
        figures = " ".join(f"{field} {value:.3f}" for field, value in score(gold, found[name]).items()) if name in found else ""
        print(f"{name:17} {figures:60}  {len(pages) / min(seconds):.0f} pages/s")


if __name__ == "__main__":
    main()
