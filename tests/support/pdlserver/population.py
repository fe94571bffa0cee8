# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of the stand-in: fictional, the same on every run, with the oddities of real records."""
import random

FIRST = ("marisol anselm brigit corvin delphine edwin fenna gareth hollis ione jasper keziah lucan maren nadia "
         "orson petra quill rosalind soren tamsin ulric verity wendell xenia yorick zelda amadou beatriz chidi").split()
LAST = ("quandahl ferncastle o'brannock mcallister van der veldt de la cuesta thornquist halloway pemberwick "
        "osterlund ravensholm dunmarrow fairweather kestrel lindqvist mbeki-rowe nakashiro obuya pettigrew "
        "saltmarsh").replace("van der veldt", "van_der_veldt").replace("de la cuesta", "de_la_cuesta").split()
# name, website, industry, size
COMPANIES = [
    ("halvorsen pike advisory", "halvorsenpike.example", "management consulting", "201-500"),
    ("tidewater rail cooperative", "tidewaterrail.example", "transportation/trucking/railroad", "501-1000"),
    ("brindlecourt capital", "brindlecourt.example", "investment banking", "1001-5000"),
    ("larkmoor software", "larkmoor.example", "computer software", "51-200"),
    ("oakhollow health", "oakhollow.example", "hospital & health care", "10001+"),
    ("pinecrest energy llc", "pinecrestenergy.example", "oil & energy", "5001-10000"),
]
# locality, region, country, metro
PLACES = [
    ("chicago", "illinois", "united states", "chicago, illinois"),
    ("evanston", "illinois", "united states", "chicago, illinois"),
    ("los angeles", "california", "united states", "los angeles, california"),
    ("pasadena", "california", "united states", "los angeles, california"),
    ("oakland", "california", "united states", "san francisco, california"),
    ("san francisco", "california", "united states", "san francisco, california"),
    ("new york", "new york", "united states", "new york, new york"),
    ("portland", "oregon", "united states", "portland, oregon"),
    ("portland", "maine", "united states", "portland, maine"),
    ("london", "london", "united kingdom", None),
    ("toronto", "ontario", "canada", None),
]
# title, role, sub role, levels
TITLES = [
    ("engagement manager", "professional_service", "consulting", ["manager"]),
    ("project leader", "professional_service", "consulting", ["senior"]),
    ("case team leader", "professional_service", "consulting", ["senior"]),
    ("investment banking analyst", "finance", "investment_banking", ["entry"]),
    ("vice president of finance", "finance", "finance", ["vp"]),
    ("software engineer", "engineering", "software", ["entry"]),
    ("senior software engineer", "engineering", "software", ["senior"]),
    ("product manager", "product", "product_management", ["manager"]),
    ("operations intern", "operations", None, ["training"]),
    ("chief executive officer", "advisory", "executive", ["cxo", "owner"]),
]
SIMILAR = {"engagement manager": ["project leader", "case team leader"],
           "software engineer": ["senior software engineer", "software developer"],
           "product manager": ["product owner"]}
SCHOOLS = [("larkspur state university", "larkspurstate.example"), ("ashgrove college", "ashgrove.example"),
           ("university of northmere", "northmere.example"), ("stonebridge institute of technology", "stonebridge.example")]
MAJORS = ["economics", "industrial engineering", "computer science", "history", "finance"]


def place_name(place):
    return ", ".join(part for i, part in enumerate(place[:3]) if i == 0 or part != place[i - 1])


def place_of(place):
    return {"name": place_name(place), "locality": place[0], "region": place[1], "metro": place[3], "country": place[2],
            "continent": "north america" if place[2] != "united kingdom" else "europe"}


def company_of(index):
    name, site, industry, size = COMPANIES[index]
    return {"name": name, "id": "fxc%04d" % index, "website": site, "industry": industry, "size": size, "founded": 1950 + index,
            "linkedin_url": "linkedin.com/company/" + site.split(".")[0] + "-fx", "type": "private", "ticker": None,
            "location": place_of(PLACES[index % len(PLACES)])}


def job(rng, index, title, start, end, primary):
    name, role, sub_role, levels = title
    return {"company": company_of(index), "start_date": start, "end_date": end, "is_primary": primary, "summary": None,
            "title": {"name": name, "role": role, "sub_role": sub_role, "levels": levels, "class": "services"},
            "location_names": [place_name(rng.choice(PLACES))]}


def schooling(rng):
    name, domain = rng.choice(SCHOOLS)
    start = rng.randint(2008, 2020)
    return {"school": {"name": name, "id": "fxs-" + domain, "domain": domain, "website": domain,
                       "type": "post-secondary institution", "linkedin_url": None,
                       "location": place_of(rng.choice(PLACES))},
            "degrees": ["bachelor of science", "bachelors"], "majors": [rng.choice(MAJORS)], "minors": [],
            "start_date": rng.choice(["%d", "%d-09", "%d-09-01"]) % start, "end_date": "%d-06" % (start + 4), "gpa": None,
            "summary": None}


def person(rng, number):
    first, last = rng.choice(FIRST), rng.choice(LAST).replace("_", " ")
    slug = ("%s-%s-fx%d" % (first, last.replace(" ", "-").replace("'", ""), number))
    at = rng.randrange(len(COMPANIES))
    title, place = rng.choice(TITLES), rng.choice(PLACES)
    site = COMPANIES[at][1]
    work = "%s.%s%d@%s" % (first, last.replace(" ", "").replace("'", ""), number, site) if rng.random() < 0.6 else None
    personal = "%s.fx%d@example.com" % (first, number) if rng.random() < 0.5 else None
    start = rng.choice(["2023", "2023-04", "2023-04-17"])
    jobs = [job(rng, (at + 1) % len(COMPANIES), rng.choice(TITLES), "2019-06", "2022-12", False),
            job(rng, at, title, start, None, True)]
    if rng.random() < 0.5:
        jobs.reverse()  # the order says nothing
    emails = [{"address": work, "type": "current_professional"}] if work else []
    emails += [{"address": personal, "type": "personal"}] if personal else []
    record = {
        "id": "fx%06d" % number, "first_name": first, "last_name": last, "full_name": first + " " + last,
        "middle_name": None, "middle_initial": None, "sex": None, "birth_year": None, "birth_date": None,
        "linkedin_url": "linkedin.com/in/" + slug, "linkedin_username": slug, "headline": title[0] + " at " + COMPANIES[at][0],
        "work_email": work, "personal_emails": [personal] if personal else [], "recommended_personal_email": personal,
        "emails": emails, "mobile_phone": "+1202555%04d" % number if rng.random() < 0.3 else None,
        "phone_numbers": [], "industry": COMPANIES[at][2],
        "job_title": title[0], "job_title_role": title[1], "job_title_sub_role": title[2], "job_title_levels": title[3],
        "job_title_class": "services", "job_start_date": start, "job_last_verified": "2026-07-09",
        "job_last_changed": start, "job_company_id": "fxc%04d" % at, "job_company_name": COMPANIES[at][0],
        "job_company_website": site, "job_company_industry": COMPANIES[at][2], "job_company_size": COMPANIES[at][3],
        "location_name": place_name(place), "location_locality": place[0], "location_region": place[1],
        "location_metro": place[3], "location_country": place[2], "location_last_updated": "2026-06-01",
        "experience": jobs, "education": [schooling(rng)] if rng.random() < 0.8 else [],
        "skills": rng.sample(["sql", "excel", "python", "facilitation", "negotiation"], 2), "interests": [],
        "profiles": [{"network": "linkedin", "url": "linkedin.com/in/" + slug, "username": slug, "id": None}],
        "summary": None, "dataset_version": "35.0",
    }
    if number % 97 == 13:  # without a name
        record.update(first_name=None, last_name=None, full_name=None)
    if number % 31 == 7:  # a value where a list is usual, and null where there was one
        record.update(skills="sql", interests=None, job_title_levels=title[3][0], education=None)
    return record


def people(count=600, seed=4):
    rng = random.Random(seed)
    return [person(rng, number) for number in range(count)]


CONTACT_FIELDS = ("work_email", "personal_emails", "recommended_personal_email", "emails", "mobile_phone", "phone_numbers",
                  "birth_year", "birth_date", "location_locality", "location_metro", "location_name")


def masked(record):
    """What the vendor's free plan shows: true or false instead of the value."""
    return {key: bool(value) if key in CONTACT_FIELDS else value for key, value in record.items()}
