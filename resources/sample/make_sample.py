#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes people.json, the bundled directory of fictional people. The same file comes out on every run:
    python3 resources/sample/make_sample.py
Every person, firm and address is made up (addresses end in .example, RFC 2606); universities and towns are real."""

import json
import pathlib
import random
import unicodedata

import sample_world as world
from sample_countries import COUNTRIES, NEWCOMERS, UNITED_STATES

NOW = 2025 * 12 + 9  # October 2025, in months
BUSINESS = {"Economics", "Finance", "Accounting", "Business Administration", "Marketing", "Supply Chain Management", "Human Resources"}
TECH = {"Computer Science", "Computer Engineering", "Electrical Engineering", "Mechanical Engineering", "Mathematics", "Statistics",
        "Industrial Engineering", "Aerospace Engineering", "Information Security", "Software Engineering", "Information Systems",
        "Molecular Biology", "Biochemistry", "Bioengineering", "Chemistry", "Biology", "Neuroscience", "Environmental Science",
        "Information Science", "Industrial Design", "Human-Computer Interaction", "Architecture"}
TRADES = {"Business Administration", "Accounting", "Finance", "Marketing", "Human Resources", "Supply Chain Management", "Journalism",
          "Information Systems", "Industrial Design", "Graphic Design", "Communication Design", "Information Security", "Education"}
NO_TRADES = {"Harvard University", "Yale University", "Princeton University", "Brown University", "Stanford University", "Columbia University",
             "University of Chicago", "Duke University", "Rice University", "Vanderbilt University"}
LIBERAL_ARTS = {"Reed College", "Pomona College"}
TECHNICAL = {"Massachusetts Institute of Technology", "Georgia Institute of Technology", "Carnegie Mellon University"}
MBA_TRACKS = {"consulting", "banking", "product", "private_equity", "brand", "operations", "finance"}
EXITS = {"consulting": [("product", 1), ("operations", 1), ("venture", 1)], "banking": [("private_equity", 1), ("finance", 1), ("venture", 1)],
         "software": [("product", 1)], "frontend": [("product", 1)], "journalism": [("marketing", 2)], "policy": [("nonprofit", 1)], "law": [("in_house", 1)]}
INTERNSHIPS = {"banking": "Investment Banking Summer Analyst", "consulting": "Summer Business Analyst", "software": "Software Engineering Intern",
               "engineering_lead": "Software Engineering Intern", "product": "Product Management Intern", "data": "Data Science Intern",
               "design": "Product Design Intern", "marketing": "Marketing Intern", "journalism": "Newsroom Intern", "film": "Development Intern",
               "energy": "Energy Policy Intern", "mechanical": "Mechanical Engineering Intern", "finance": "Finance Intern", "nonprofit": "Program Intern"}
STARTUPS = ["Pocketfern", "Tallowlight", "Murmuration Labs", "Bramblewick", "Oatfield Health", "Kitestring AI", "Saltbox Energy", "Plumline",
            "Hedgerow", "Nightjar Data", "Cloudberry Bio", "Wayfinch", "Little Delta", "Marrow & Co.", "Sparrowgate", "Tinderfield", "Undertow Robotics"]


class Chance:
    """Seeded choices that do not depend on the Python version's library functions."""

    def __init__(self, seed):
        self._random = random.Random(seed)

    def happens(self, share):
        return self._random.random() < share

    def between(self, low, high):
        return low + int(self._random.random() * (high - low + 1))

    def pick(self, items):
        return items[int(self._random.random() * len(items))]

    def some(self, items, count):
        left = list(items)
        return [left.pop(int(self._random.random() * len(left))) for _ in range(min(count, len(left)))]


def latin(text):
    for letter, plain in [("ß", "ss"), ("ł", "l"), ("Ł", "L"), ("đ", "d"), ("Đ", "D"), ("ø", "o"), ("ı", "i"), ("œ", "oe"), ("’", ""), ("'", "")]:
        text = text.replace(letter, plain)
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).lower()
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in plain).split()
    assert words, text
    return words


def month(at):
    return f"{at // 12}-{at % 12 + 1:02d}"


def office_place(town):
    if town in world.US_STATES:
        return world.US_STATES[town], "United States"
    return world.ABROAD[town]


def firms_in(country, track):
    found = []
    for name, domain, tracks, offices in world.FIRMS:
        towns = [town for town in offices.split("|") if office_place(town)[1] == country]
        if towns and track in tracks.split():
            found.append((name, domain, towns))
    return found


def tracks_of(country):
    return [track for track in world.TRACKS if firms_in(country, track)]


class Career:
    """Jobs one after the other, up a ladder, at firms of one country; with a few detours."""

    def __init__(self, chance, track, country, town=None):
        self.chance, self.track, self.country, self.settled = chance, track, country, town is not None
        self.jobs, self.firm, self.town, self.domain = [], None, town, None
        self.mba = None

    def move(self, force=False):
        """Goes to another firm, in the same town where there is one."""
        others = [firm for firm in firms_in(self.country, self.track) if firm[0] != self.firm]
        if self.settled:
            others = [firm for firm in others if self.town in firm[2]]
        if not others or (self.firm and not force and not self.chance.happens(0.5)):
            return False
        near = [firm for firm in others if self.town in firm[2]]
        name, self.domain, towns = self.chance.pick(near if near and self.chance.happens(0.75) else others)
        self.firm = name
        if self.town not in towns:
            self.town = self.chance.pick([town for town in towns for _ in range(world.LARGE_OFFICES.get(town, 1))])
        return True

    def internship(self, graduation):
        if self.track in INTERNSHIPS:
            self.move(force=True)
            start = (graduation - 1) * 12 + 5
            self.jobs.append([self.firm, INTERNSHIPS[self.track], month(start), month(start + 2)])
            self.firm = self.firm if self.chance.happens(0.4) else None

    def run(self, at, mba_schools):
        step, switched = 0, False
        if not self.firm:
            self.move(force=True)
        while True:
            title, low, high = world.TRACKS[self.track]["ladder"][step]
            length = self.chance.between(low * 12, high * 12)
            if not length or at + length >= NOW:
                self.jobs.append([self.firm, title, month(at), ""])
                return
            self.jobs.append([self.firm, title, month(at), month(at + length)])
            at += length
            stayed = len(self.jobs) > 1 and self.jobs[-2][1] == title
            if step >= 2 and not stayed and self.chance.happens(0.6) and self.move(force=True):
                continue  # ladders get narrow: the same work at another firm
            step += 1
            if not self.mba and mba_schools and step in (1, 2) and self.track in MBA_TRACKS and self.chance.happens(0.3):
                year = (at + 11) // 12
                if (year + 2) * 12 + 7 < NOW - 6:
                    self.mba = [self.chance.pick(mba_schools), "MBA", "", str(year), str(year + 2)]
                    at, step = (year + 2) * 12 + 6, max(step, 2)
                    self.move(force=True)
                    continue
            choices = [e for e in EXITS.get(self.track, []) if firms_in(self.country, e[0]) and not self.settled]
            if not switched and choices and step >= 2 and self.chance.happens(0.3):
                self.track, first = self.chance.pick(choices)
                step, switched = max(first, min(step, len(world.TRACKS[self.track]["ladder"]) - 1) - 1), True
                self.move(force=True)
            else:
                self.move()
            step = min(step, len(world.TRACKS[self.track]["ladder"]) - 1)
            at += self.chance.between(0, 1)


def teaches(school, field):
    if "ngineering" in field and school not in world.ENGINEERING_SCHOOLS or school in NO_TRADES | LIBERAL_ARTS and field in TRADES:
        return False
    return school not in TECHNICAL or field not in TRADES | {"English", "Communication", "Sociology", "Film and Television", "Theater"}


def american_school(chance, track, field):
    art = world.TRACKS[track].get("art") and field in ("Industrial Design", "Graphic Design", "Communication Design", "Architecture", "Film and Television")
    if art:
        fits = [s for s in world.ART_SCHOOLS if field != "Film and Television" or s not in ("Rhode Island School of Design", "Parsons School of Design")]
        return chance.pick(fits)
    fits = world.ENGINEERING_SCHOOLS if "ngineering" in field else world.US_SCHOOLS
    while True:
        school = chance.pick(fits[:world.FAVOURITES] if chance.happens(0.4) else fits)
        if teaches(school, field):
            return school


def local_school(chance, nation, field):
    schools = nation["schools"]
    special = schools["business"] if field in BUSINESS else schools["tech"] if field in TECH else []
    practical = "ngineering" in field or "Design" in field
    return chance.pick(special if special and (practical or chance.happens(0.5)) else schools["any"])


def degree_of(nation, field, school):
    if nation["country"] == "India" and school not in nation["schools"]["tech"]:
        return "BSc" if field in TECH else "BCom" if field in BUSINESS else "BA"
    science = field in TECH or (nation["country"] == "United States" and field in BUSINESS - {"Economics"})
    return nation["degrees"][1 if science else 0]


def studies(chance, nation, track, graduation):
    """The schools, latest first, and the year the last one ends. `graduation` is the year of the first degree."""
    field = chance.pick(world.TRACKS[track]["fields"])
    american = nation["country"] == "United States"
    school = american_school(chance, track, field) if american else local_school(chance, nation, field)
    entries = [[school, degree_of(nation, field, school), field, str(graduation - nation["bachelor"]), str(graduation)]]
    further = world.TRACKS[track].get("graduate")
    if further == "JD" and american:
        entries.insert(0, [chance.pick(world.LAW_SCHOOLS), "JD", "", str(graduation), str(graduation + 3)])
    elif further == "JD":
        entries[0][1:3] = ["LLB" if nation["bachelor"] < 5 else nation["degrees"][0], "Law"]
    elif further == "PhD":
        place = chance.pick(world.GRADUATE_SCHOOLS) if american else local_school(chance, nation, field)
        entries.insert(0, [place, "PhD", field, str(graduation), str(graduation + 5)])
    elif further == "MS" or (not american and chance.happens(nation["master"])):
        place = chance.pick(world.GRADUATE_SCHOOLS) if american else local_school(chance, nation, field)
        entries.insert(0, [place, nation["degrees"][2], field, str(graduation), str(graduation + 2)])
    return entries, int(entries[0][4])


def residence(chance, town):
    """City, state, country and, for some, only the name of the area."""
    state, country = office_place(town)
    if town in world.AREA_NAMES and chance.happens(0.15):
        return dict(area=world.AREA_NAMES[town], country=country)
    if town in world.SUBURBS and chance.happens(0.25):
        town, state = chance.pick(world.SUBURBS[town])
    return dict(city=town.removesuffix(" UK"), state=state, country=country)


def found_startup(chance, career):
    if STARTUPS and len(career.jobs) > 2 and chance.happens(0.07):
        company = STARTUPS.pop(0)
        begun = NOW - chance.between(8, 30)
        last = career.jobs[-1]
        if last[2] < month(begun - 12):
            last[3] = month(begun - 1)
            career.jobs.append([company, chance.pick(["Co-Founder & CEO", "Co-Founder & CTO", "Founder & CEO"]), month(begun), ""])
            career.firm, career.domain = company, "".join(latin(company))


def mail(chance, given, family, domain):
    local = ".".join(["".join(latin(given)), "".join(latin(family))])
    if chance.happens(0.78):
        return [["work", f"{local}@{domain}.example"]]
    return [["personal", f"{local}@mail.example"]] if chance.happens(0.5) else []


def headline(chance, job, skills):
    if chance.happens(0.6):
        return f"{job[1]} at {job[0]}"
    return f"{job[1]} at {job[0]} · {skills[0]}, {skills[1]}"


def person(chance, name, nation, track, newcomer=False, town=None, years=(0, 20)):
    given, given_latin, family, family_latin = name
    first_degree = NOW // 12 - 1 - years[0] - int((years[1] - years[0]) * (chance.between(0, 1000) / 1000) ** 1.7)  # more are early in their careers
    education, ready = studies(chance, nation, track, first_degree)
    country = "United States" if newcomer else nation["country"]
    if newcomer and education[0][2] == "Law":
        education.insert(0, [chance.pick(world.LAW_SCHOOLS), "LLM", "", str(ready), str(ready + 1)])
        ready += 1
    elif newcomer and len(education) < 2:
        field = education[0][2]
        education.insert(0, [chance.pick(world.GRADUATE_SCHOOLS), "MS", field, str(ready), str(ready + 2)])
        ready += 2
    elif newcomer:
        education[0][0] = chance.pick(world.GRADUATE_SCHOOLS)
        education[0][1] = "PhD" if education[0][1] == "PhD" else "MS"
    if ready * 12 + 8 >= NOW:
        return None
    career = Career(chance, track, country, town)
    if country == "United States" and len(education) == 1 and NOW // 12 - ready <= 7 and chance.happens(0.5):
        career.internship(ready)
    low, high = UNITED_STATES["start"] if newcomer else nation["start"]
    start = ready * 12 + chance.between(low, high) - 1
    if low < 6 and country not in ("Japan", "South Korea"):
        start += 12  # schools end in December where jobs begin in the first months
    if start >= NOW:
        return None
    mba = world.MBA_SCHOOLS if country == "United States" else nation.get("mba", [])
    career.run(start, mba if world.TRACKS[track].get("graduate") is None else [])
    local = [s for s in world.LOCAL_SCHOOLS.get(career.town, []) if teaches(s, education[-1][2])]
    if nation is UNITED_STATES and local and not world.TRACKS[track].get("art") and chance.happens(0.4):
        education[-1][0] = chance.pick(local)  # many stay near where they studied
    found_startup(chance, career)
    if career.mba:
        education.insert(0, career.mba)
    skills = chance.some(world.TRACKS[career.track]["skills"], 3)
    jobs = list(reversed(career.jobs))[:5]
    entry = dict(first=given, last=family, slug="-".join(latin(given_latin) + latin(family_latin)) + "-sample",
                 headline=headline(chance, jobs[0], skills), industry=world.TRACKS[career.track]["industry"], **residence(chance, career.town))
    towns = world.US_HOMETOWNS if country == "United States" and not newcomer else nation["towns"]
    if chance.happens(0.75 if newcomer else 0.45):
        entry["hometown"] = chance.pick(towns)
    entry.update(emails=mail(chance, given_latin, family_latin, career.domain), jobs=jobs, schools=education, skills=skills)
    return {key: value for key, value in entry.items() if value}


def names_of(nation):
    """Names without end, each pair once: the given names against the family names, shifted by one each round."""
    if "native" in nation:
        people = nation["native"]
        for shift in range(len(people)):
            for i, (given, given_latin, _, _) in enumerate(people):
                _, _, family, family_latin = people[(i + shift) % len(people)]
                one_script = given != given_latin and family != family_latin
                yield (given if one_script else given_latin), given_latin, (family if one_script else family_latin), family_latin
        return
    given, family = nation["given"], nation["family"]
    for shift in range(len(family)):
        for i in range(len(given)):
            name = given[i], family[(i * 7 + shift * 3 + i // len(family)) % len(family)]
            yield name[0], name[0], name[1], name[1]


def people_of(chance, nation, count, slugs, newcomer=False, supply=None):
    open_here = tracks_of("United States" if newcomer else nation["country"])
    tracks = [t for t in world.NEWCOMER_TRACKS if t in open_here] if newcomer else open_here + [t for t in world.COMMON_TRACKS if t in open_here]
    made, turn = [], chance.between(0, len(tracks) - 1)
    while len(made) < count:
        name = next(supply)
        if newcomer:
            name = (name[1], name[1], name[3], name[3])
        slug = "-".join(latin(name[1]) + latin(name[3]))
        entry = None if slug in slugs else person(chance, name, nation, tracks[turn % len(tracks)], newcomer)
        if entry:
            slugs.add(slug)
            made.append(entry)
            turn += 1
    return made


def people_of_large_towns(chance, slugs, supply):
    """Some in every common track where most searches look."""
    made = []
    for town in world.LARGE_OFFICES:
        for track in dict.fromkeys(world.COMMON_TRACKS):
            firms = [firm for firm in firms_in("United States", track) if town in firm[2]]
            wanted = len(made) + (2 if firms else 0)
            while len(made) < wanted:
                name = next(supply)
                slug = "-".join(latin(name[1]) + latin(name[3]))
                entry = None if slug in slugs else person(chance, name, UNITED_STATES, track, town=town, years=(1, 5) if wanted - len(made) > 1 else (4, 12))
                if entry:
                    slugs.add(slug)
                    made.append(entry)
    return made


def main():
    chance, slugs = Chance(20251001), set()
    supply = names_of(UNITED_STATES)
    people = people_of(chance, UNITED_STATES, UNITED_STATES["count"], slugs, supply=supply)
    people += people_of_large_towns(chance, slugs, supply)
    for nation in COUNTRIES:
        supply = names_of(nation)
        people += people_of(chance, nation, nation["count"], slugs, supply=supply)
        people += people_of(chance, nation, NEWCOMERS.get(nation["country"], 0), slugs, newcomer=True, supply=supply)
    target = pathlib.Path(__file__).with_name("people.json")
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in people)
    target.write_text('{"asOf":"%s","people":[\n%s\n]}\n' % (month(NOW), lines), encoding="utf-8")
    print(f"{len(people)} people, {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
