# SPDX-License-Identifier: GPL-3.0-or-later
"""Evaluates the part of the Elasticsearch query language that the vendor takes."""
import fnmatch
import re

# Fields with an analysed variant; all others are exact keywords.
ANALYSED = ("job_title", "headline", "summary", "job_summary", "job_company_name", "experience.title.name",
            "experience.company.name", "education.school.name", "full_name")
MAX_VALUES, MAX_WILDCARDS = 100, 20


class BadQuery(Exception):
    pass


def values_of(record, path):
    """All values under a dotted path; lists of objects are flattened, as the vendor's index does."""
    found = [record]
    for part in path.split("."):
        following = []
        for item in found:
            for one in item if isinstance(item, list) else [item]:
                if isinstance(one, dict) and part in one:
                    following.append(one[part])
        found = following
    flat = []
    for item in found:
        flat += item if isinstance(item, list) else [item]
    return [item for item in flat if item is not None]


def tokens(text):
    return re.findall(r"[^\W_]+", str(text).lower())


def one_field(body, clause):
    if not isinstance(body, dict) or len(body) != 1:
        raise BadQuery("[%s] query malformed" % clause)
    return next(iter(body.items()))


def plain(value, *names):
    """{"field": "x"} and {"field": {"value": "x"}}."""
    if isinstance(value, dict):
        for name in names:
            if name in value:
                return value[name]
        raise BadQuery("query malformed, no value")
    return value


def has_phrase(text, phrase):
    words, wanted = tokens(text), tokens(phrase)
    return any(words[i:i + len(wanted)] == wanted for i in range(len(words) - len(wanted) + 1)) if wanted else False


def in_range(value, bounds):
    tests = {"gte": lambda a, b: a >= b, "gt": lambda a, b: a > b, "lte": lambda a, b: a <= b, "lt": lambda a, b: a < b}
    for name, bound in bounds.items():
        if name not in tests:
            raise BadQuery("[range] query does not support [%s]" % name)
        same = isinstance(value, (int, float)) == isinstance(bound, (int, float))
        if not tests[name](value if same else str(value), bound if same else str(bound)):
            return False
    return True


def matches_words(record, body):
    field, value = one_field(body, "match")
    wanted = plain(value, "query")
    if field not in ANALYSED:
        return wanted in values_of(record, field)
    both = isinstance(value, dict) and str(value.get("operator", "or")).lower() == "and"
    for text in values_of(record, field):
        words = set(tokens(text))
        hits = [word in words for word in tokens(wanted)]
        if hits and (all(hits) if both else any(hits)):
            return True
    return False


def starts(record, body):
    field, value = one_field(body, "prefix")
    return any(str(item).startswith(str(plain(value, "value"))) for item in values_of(record, field))


def like(record, body):
    field, value = one_field(body, "wildcard")
    pattern = str(plain(value, "value", "wildcard"))
    if len(re.match(r"[^*?]*", pattern).group()) < 2:
        raise BadQuery("[wildcard] needs two leading characters")
    return any(fnmatch.fnmatchcase(str(item), pattern.replace("[", "[[]")) for item in values_of(record, field))


def term(record, body):
    field, value = one_field(body, "term")
    return plain(value, "value") in values_of(record, field)


def terms(record, body):
    field, wanted = one_field(body, "terms")
    if not isinstance(wanted, list) or len(wanted) > MAX_VALUES:
        raise BadQuery("[terms] takes a list of at most %d values" % MAX_VALUES)
    return any(item in wanted for item in values_of(record, field))


def phrase(record, body):
    field, value = one_field(body, "match_phrase")
    wanted = plain(value, "query")
    if field not in ANALYSED:
        return wanted in values_of(record, field)
    return any(has_phrase(text, wanted) for text in values_of(record, field))


def exists(record, body):
    if set(body) != {"field"}:
        raise BadQuery("[exists] query malformed")
    return bool(values_of(record, body["field"]))


def ranged(record, body):
    field, bounds = one_field(body, "range")
    return any(in_range(item, bounds) for item in values_of(record, field))


def as_list(clauses):
    return clauses if isinstance(clauses, list) else [clauses]


def combined(record, body):
    known = {"must", "should", "must_not", "filter", "minimum_should_match", "boost"}
    for name in body:
        if name not in known:
            raise BadQuery("[bool] query does not support [%s]" % name)
    # Each is evaluated, so that a mistake in any part is noticed.
    must = [matches(record, part) for part in as_list(body.get("must", [])) + as_list(body.get("filter", []))]
    never = [matches(record, part) for part in as_list(body.get("must_not", []))]
    should = [matches(record, part) for part in as_list(body.get("should", []))]
    least = int(body.get("minimum_should_match", 0 if must else 1))
    return all(must) and not any(never) and (not should or sum(should) >= least)


CLAUSES = {"bool": combined, "term": term, "terms": terms, "match": matches_words, "match_phrase": phrase, "exists": exists,
           "range": ranged, "prefix": starts, "wildcard": like, "match_all": lambda record, body: True}


def matches(record, query):
    if not isinstance(query, dict) or len(query) != 1:
        raise BadQuery("a query is an object with one clause")
    clause, body = next(iter(query.items()))
    if clause == "nested" or clause not in CLAUSES:
        raise BadQuery("Query clause [%s] not supported" % ("path" if clause == "nested" else clause))
    return CLAUSES[clause](record, body)


def search(records, query):
    """The records that match, in a stable order."""
    if isinstance(query, dict) and set(query) == {"query"}:
        query = query["query"]
    if str(query).count("'wildcard'") > MAX_WILDCARDS:
        raise BadQuery("too many wildcards")
    return [record for record in records if matches(record, query)]
