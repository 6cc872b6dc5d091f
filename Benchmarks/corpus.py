#!/usr/bin/env python3
"""Writes a corpus of invented news: the same bytes on every run.

usage: corpus.py FOLDER [STORIES [ARTICLES]]        200 stories of 5 articles of about 600 words

FOLDER/digest/content/story-NNN/*.txt and story.yml   for digest
FOLDER/hugo/content/articles/*.md                     the same articles for Hugo, as Markdown with front matter

Each story has facts of its own (people, places, dates, numbers, quotations); its articles tell them in their own order and
words, share some paragraphs word for word or edited, cut quotations short and differ in a number now and then.
"""
import random
import sys
from datetime import date, timedelta
from pathlib import Path

FIRST = """Adele Anton Astrid Benno Carla Cyril Dalia Edmund Elsa Farid Greta Hanna Ines Ivo Jonas Karin Lena Marko Nadia Olaf
Petra Quentin Rosa Samir Tomas Ulla Viktor Wanda Xenia Yusuf Zita""".split()
LAST = """Abendroth Bergman Corvell Dahl Eriksen Fonk Gruber Halloran Ilves Jansen Kovac Lindqvist Marsh Novak Osk Petrov Quist
Rehn Sorel Tanaka Umarov Venn Wexler Ystad Zeller Okafor Banerjee Castellano Duarte Fitzroy""".split()
PLACES = """Brackwater Hallow Northmere Easterby Kingsport Vallmora Ostrava Lindholm Carrow Westfold Mirefield Sundby Altona
Greyford Pellworm Rostock Tarn Umbria Vesterby Wickham""".split()
BODIES = """ministry of transport|harbour authority|city council|central bank|regional court|federal agency for food|teachers' union
national rail company|environment agency|coast guard|public health office|electoral commission|chamber of commerce""".replace("\n", "|").split("|")
ROLES = """minister|spokeswoman|spokesman|mayor|director|chief inspector|professor|union leader|deputy minister|chairwoman|analyst
engineer|judge|governor""".replace("\n", "|").split("|")
TOPICS = """bridge|ferry|budget|hospital|railway|dam|school|harbour|power plant|airport|election|flood|strike|merger|verdict
vaccine|tunnel|pipeline|museum|stadium""".replace("\n", "|").split("|")
VERBS = """opened closed approved rejected delayed announced cancelled inspected suspended reviewed expanded defended criticised repaired
questioned drafted funded halted revived shelved amended endorsed leaked postponed published renewed scrapped signed tested withdrew
audited blocked cleared demanded entered finished granted hosted ignored joined lifted mapped negotiated outlined prepared quoted
restored secured tightened updated vetoed welcomed widened"""
ADJECTIVES = """new old controversial long-awaited costly temporary regional unexpected modest sweeping disputed final northern second
annual binding careful central cheap clear coastal complete detailed early empty fair formal fresh gradual hidden independent joint
large legal local major minor national narrow open partial permanent public quiet rapid rural safe secret separate sharp small
technical urgent voluntary weak"""
NOUNS = """plan report agreement proposal decision contract investigation programme schedule measure warning inquiry estimate project
reform account alliance appeal archive audit ballot barrier campaign ceremony charter claim clinic committee complaint corridor crane
debate deposit draft drill engine exhibit fee fleet fund garden grant guideline hearing insurance laboratory ledger licence loan market
memorial mission network office operation panel patrol payment permit petition platform policy quota record refund rescue review route
ruling sale settlement shelter shipment signal storage study subsidy summit survey tariff tax tender terminal ticket treaty trial union
visit vote warehouse"""
VERBS, ADJECTIVES, NOUNS = VERBS.split(), ADJECTIVES.split(), NOUNS.split()
UNITS = "people|households|passengers|workers|euros|tonnes|kilometres|vehicles|patients|pupils".split("|")
SAID = "said|told reporters|added|warned|explained|insisted|argued|noted".split("|")
OUTLETS = ["The Brackwater Courier", "Harbour Radio", "Northern Post", "Evening Ledger", "Kingsport Tribune", "Daily Meridian",
           "Coastal Wire", "The Lindholm Review", "Westfold Gazette", "Public Voice"]
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()


def written(day):
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


class Story:
    def __init__(self, rng, index):
        self.rng = rng
        self.day = date(2024, 1, 8) + timedelta(days=3 * index)
        self.place, self.other = rng.sample(PLACES, 2)
        self.topic = rng.choice(TOPICS)
        self.people = [(f"{rng.choice(FIRST)} {name}", rng.choice(ROLES), rng.choice(BODIES)) for name in rng.sample(LAST, 5)]
        self.title = f"{self.place} {self.topic}: the {rng.choice(ADJECTIVES)} {rng.choice(NOUNS)}"
        self.paragraphs = [self.paragraph(i) for i in range(26)]

    def clause(self):
        rng = self.rng
        where = rng.choice([self.place, self.other])
        noun, second, adjective, verb = rng.choice(NOUNS), rng.choice(NOUNS), rng.choice(ADJECTIVES), rng.choice(VERBS)
        return rng.choice([
            f"the {rng.choice(BODIES)} {verb} the {adjective} {noun} for the {self.topic} in {where}",
            f"{where} {verb} a {adjective} {noun} despite doubts about the {second}",
            f"a {noun} near {where} was {verb} by the {rng.choice(BODIES)} after a {adjective} {second}",
            f"the {self.topic} lost its {adjective} {noun} when a {second} in {where} was {verb}",
            f"every {noun} in {where} had to wait while officials {verb} the {second}",
            f"the {second} of the {self.topic} {verb} what many in {where} had called a {adjective} {noun}"])

    def number(self):
        return f"{self.rng.randrange(2, 980) * 100:,} {self.rng.choice(UNITS)}"

    def when(self):
        rng = self.rng
        day = self.day - timedelta(days=rng.randrange(0, 900))
        return rng.choice([
            f"on {WEEKDAYS[(self.day - timedelta(days=rng.randrange(0, 6))).weekday()]}", f"on {written(day)}", f"in {MONTHS[day.month - 1]} {day.year}",
            f"in {day.year}", "last week", "two days earlier", "the following month", f"in early {MONTHS[day.month - 1]}", "since 2011",
            f"between {day.year - 4} and {day.year}"])

    def quotation(self):
        rng = self.rng
        words = [f"we have {rng.choice(VERBS)} the {rng.choice(NOUNS)} twice", f"nobody in {self.place} was told about the {rng.choice(NOUNS)}",
                 f"this {rng.choice(NOUNS)} is {rng.choice(ADJECTIVES)} and it will stay that way", f"the {self.topic} belongs to all of {self.place}",
                 f"it took {rng.randrange(3, 40)} years, and we are not finished", f"there was no other way to save the {self.topic}"]
        rng.shuffle(words)
        return words[0][0].upper() + words[0][1:], words[1]

    def paragraph(self, i):
        """(kind, pieces): the pieces an article may vary"""
        rng = self.rng
        name, role, body = self.people[i % 5]
        if i % 4 == 1:
            first, second = self.quotation()
            return ("quote", (first, second, name, role, body, rng.choice(SAID)))
        if i % 4 == 2:
            return ("figure", (self.number(), self.clause(), self.when(), name))
        a, b = self.clause(), self.clause()
        return ("plain", (a[0].upper() + a[1:], self.when(), b, self.when(), name, role))

    def article(self, rng, number):
        order = self.paragraphs[:6] + rng.sample(self.paragraphs[6:], 9)
        lines = []
        for kind, p in order:
            own = rng.random()
            if kind == "quote":
                first, second, name, role, body, said = p
                if own < 0.4:
                    lines.append(f"“{first},” {name}, the {role} of the {body}, {said} on {WEEKDAYS[self.day.weekday()]}. “{second[0].upper() + second[1:]}.”")
                elif own < 0.7:
                    lines.append(f"“{first},” said {role} {name}. The {body} gave no further details on {WEEKDAYS[self.day.weekday()]}, and a second statement was expected later.")
                else:
                    lines.append(f"{name}, who speaks for the {body}, told reporters that “{second}” and that {self.clause()}.")
            elif kind == "figure":
                count, clause, when, name = p
                if own > 0.85:
                    count = f"{rng.randrange(2, 980) * 100:,} {count.split()[1]}"
                lines.append(f"About {count} were affected when {clause} {when}, according to {name}. Officials said that {self.clause()}, and that more than {self.number()} would follow.")
            else:
                a, when, b, when2, name, role = p
                if own < 0.5:
                    lines.append(f"{a} {when}. {name}, the {role}, said that {b} {when2}.")
                else:
                    lines.append(f"{a} {when}, and {b} {when2}. It was not clear whether {role} {name} had been consulted before {self.clause()}.")
        title = f"{self.place}: {self.clause().replace('the ', '', 1)}"
        return title[0].upper() + title[1:], lines


def main():
    folder = Path(sys.argv[1])
    stories = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    articles = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    rng = random.Random(20240108)
    content, hugo = folder / "digest" / "content", folder / "hugo" / "content" / "articles"
    hugo.mkdir(parents=True)
    content.mkdir(parents=True)
    (content / "site.yml").write_text("title: Benchmark\nbaseURL: https://example.org/\n")
    words = 0
    for i in range(stories):
        story = Story(rng, i)
        place = content / f"story-{i:03}"
        place.mkdir()
        settings = [f"title: \"{story.title}\"", f"date: {story.day}", "articles:"]
        for n, outlet in enumerate(rng.sample(OUTLETS, min(articles, len(OUTLETS))) if articles <= len(OUTLETS) else [OUTLETS[k % 10] for k in range(articles)]):
            title, lines = story.article(rng, n)
            words += sum(len(line.split()) for line in lines)
            published = story.day + timedelta(days=rng.randrange(0, 2))
            (place / f"{n:03}.txt").write_text(title + "\n\n" + "\n\n".join(lines) + "\n", encoding="utf-8")
            settings.append(f"  {n:03}.txt: {{ outlet: \"{outlet}\", published: {published} }}")
            front = f"---\ntitle: \"{title}\"\ndate: {published}\noutlets: [\"{outlet}\"]\n---\n\n"
            (hugo / f"story-{i:03}-{n:03}.md").write_text(front + "\n\n".join(lines) + "\n", encoding="utf-8")
        (place / "story.yml").write_text("\n".join(settings) + "\n", encoding="utf-8")
    print(f"{stories} stories, {stories * articles} articles, {words // (stories * articles)} words each")


main()
