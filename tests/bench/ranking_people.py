#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ranking_people.py FILE.csv QUERIES.txt: 20,000 people such as a user has them, and twenty queries, for docs/ranking.md.

Names and posts come from the bundled sample, firms and schools from the bundled tables; the notes name other people, firms and
towns, as notes do, which is what makes a ranking hard. The same file comes out on every run.
"""
import csv, json, pathlib, random, sys

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources"
PEOPLE = 20000
QUERIES = """anna
an
keller
goldman
goldman sachs analyst
product manager google
mckinsey berlin
berlin
stanford
usc
recruiter
data scientist meta
morgan
jordan
ann goldm
alum warm
anna keller
munich consultant
gmail
intro anna
"""


def main():
    chance = random.Random(7)
    read = lambda name: json.loads((RESOURCES / name).read_text(encoding="utf-8"))
    sample = read("sample/people.json")["people"]
    firms = [c["name"] for c in read("data/companies.json")["companies"]]
    schools = [s["name"] for s in read("data/schools.json")["schools"]]
    given = sorted({p["first"] for p in sample} | {"Anna", "Anne", "Jordan", "Morgan", "Berlin", "Stanford"})
    family = sorted({p["last"] for p in sample} | {"Keller", "Goldman", "Morgan", "Jordan", "Berliner", "Google"})
    posts = sorted({job[1] for p in sample for job in p["jobs"]} | {"Product Manager", "Data Scientist", "Technical Recruiter", "Consultant"})
    towns = sorted({(p.get("city", ""), p.get("state", ""), p.get("country", "")) for p in sample if p.get("city")} | {("Berlin", "", "Germany"), ("Munich", "", "Germany")})
    name = lambda: f"{chance.choice(given)} {chance.choice(family)}"
    notes = ["Intro by {name}, who was at {firm} before.", "Met at the {school} alumni evening in {town}; knows {name}.",
             "Wants to move to {town}. Asked about the analyst programme of {firm}.", "Former {post} at {firm}; {name} recommends a chat.",
             "Warm lead: {name} from {firm} will introduce us.", "", "", ""]
    with open(sys.argv[1], "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow("first name,last name,email,company,title,city,state,country,school,tags,notes".split(","))
        for i in range(PEOPLE):
            first, last, firm = chance.choice(given), chance.choice(family), chance.choice(firms)
            city, state, country = chance.choice(towns)
            host = chance.choice(["gmail.com.example", firm.split()[0].lower().strip(".,&") + ".example"])
            text = " ".join(chance.choice(notes) for _ in range(2)).format(name=name(), firm=chance.choice(firms), school=chance.choice(schools),
                                                                          town=chance.choice(towns)[0], post=chance.choice(posts))
            out.writerow([first, last, f"{first}.{last}{i}@{host}".lower(), firm, chance.choice(posts), city, state, country,
                          chance.choice(schools), chance.choice(["alum", "warm", "alum, warm", ""]), text.strip()])
    pathlib.Path(sys.argv[2]).write_text(QUERIES, encoding="utf-8")


if __name__ == "__main__":
    main()
