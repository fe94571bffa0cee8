#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for People Data Labs, written from its documentation and not from our client: it evaluates the query over
people of its own, counts credits, pages, and can fail in many ways. Prints its port and serves until it is killed or
its standard input closes.

Control: GET /_control answers {spent, remaining, requests:[...], keyInUrl}; POST /_control takes any of
  plan "pro"|"free", credits N, emptyAs 404|200, overlap N (people repeated on the next page), pageMost N (a page is
  shorter than was asked), latency MS (of a search that was counted), reset true,
  enrichAs {likelihood, data} (whoever is looked up, this one answers: fields of data over those of the first person),
  faults [{path, kind, times, after}] with kind: 400 401 402 404 429 500 503 | garbage | half | error200 | redirect (with
  "to") | slow (with "ms") | drop (closes without a word) | served-drop (works, counts, then closes) | huge.
"""
import base64
import hashlib
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

import population
import query

KEY = "test-key"
TYPES = {400: "invalid_request_error", 401: "authentication_error", 402: "payment_required", 404: "not_found",
         405: "invalid_request_error", 429: "rate_limit_error"}


class Vendor:
    def __init__(self):
        self.people = population.people()
        self.lock = threading.Lock()
        self.reset()

    def reset(self):
        self.plan, self.remaining, self.spent = "pro", 1_000_000, 0
        self.empty_as, self.overlap, self.faults, self.requests, self.key_in_url = 404, 0, [], [], False
        self.page_most, self.latency, self.enrich_as = 100, 0, None

    def control(self, change):
        if change.get("reset"):
            self.reset()
        self.plan = change.get("plan", self.plan)
        self.remaining = change.get("credits", self.remaining)
        self.empty_as = change.get("emptyAs", self.empty_as)
        self.overlap = change.get("overlap", self.overlap)
        self.page_most = change.get("pageMost", self.page_most)
        self.latency = change.get("latency", self.latency)
        self.enrich_as = change.get("enrichAs", self.enrich_as)
        self.faults += change.get("faults", [])

    def fault(self, path):
        for fault in self.faults:
            if not path.startswith(fault.get("path", "/")) or fault.get("times", 1) <= 0:
                continue
            if fault.get("after", 0) > 0:
                fault["after"] -= 1
                continue
            fault["times"] = fault.get("times", 1) - 1
            return fault
        return None

    def shown(self, record):
        return population.masked(record) if self.plan == "free" else record

    def charge(self, count):
        self.spent += count
        self.remaining -= count

    # Each of these answers (status, body, credits spent).
    def person_search(self, args):
        wanted = args.get("query")
        if isinstance(wanted, str):
            wanted = json.loads(wanted)
        if not wanted and not args.get("sql"):
            return problem(400, "Either `query` or `sql` must be provided")
        size = args.get("size", 1)
        size = int(size) if str(size).isdigit() else 0
        if not 1 <= size <= 100:
            return problem(400, "size must be between 1 and 100")
        try:
            found = query.search(self.people, wanted)
        except query.BadQuery as error:
            return problem(400, str(error))
        digest = hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()[:16]
        start = 0
        if args.get("scroll_token"):
            try:
                of, at = base64.urlsafe_b64decode(args["scroll_token"]).decode().split(":")
                start = int(at)
            except ValueError:
                return problem(400, "invalid scroll_token")
            if of != digest:
                return problem(400, "scroll_token does not belong to this query")
        if self.remaining <= 0:
            return problem(402, "You have reached your account maximum (all matches have been used)")
        page = found[start:start + min(size, self.remaining, self.page_most)]
        if not page:
            return (200, {"status": 200, "data": [], "total": len(found)}, 0) if self.empty_as == 200 or start else \
                problem(404, "No records were found matching your request")
        self.charge(len(page))
        body = {"status": 200, "data": [self.shown(one) for one in page], "total": len(found), "dataset_version": "35.0"}
        end = start + len(page)
        if end < len(found):
            body["scroll_token"] = base64.urlsafe_b64encode(
                ("%s:%d" % (digest, max(end - self.overlap, start + 1))).encode()).decode()
        return 200, body, len(page)

    def person_enrich(self, args):
        profiles = args.get("profile") or []
        wanted = [bare(one) for one in ([profiles] if isinstance(profiles, str) else profiles)]
        if not wanted and not args.get("email") and not args.get("pdl_id"):
            return problem(400, "Request must contain a combination of identifying fields")
        if self.enrich_as:
            self.charge(1)
            return 200, {"status": 200, "likelihood": self.enrich_as["likelihood"],
                         "data": dict(self.people[0], **self.enrich_as["data"])}, 1
        for one in self.people:
            if one["linkedin_url"] in wanted or one["id"] == args.get("pdl_id") or (
                    args.get("email") and args["email"] in [email["address"] for email in one["emails"]]):
                if self.remaining <= 0:
                    return problem(402, "You have reached your account maximum (all matches have been used)")
                self.charge(1)
                return 200, {"status": 200, "likelihood": 9, "data": self.shown(one)}, 1
        return problem(404, "No records were found matching your request")

    def autocomplete(self, args):
        field, text = args.get("field"), str(args.get("text", "")).lower()
        paths = {"title": "job_title", "company": "job_company_name", "school": "education.school.name", "skill": "skills",
                 "industry": "industry", "location": "location_name", "role": "job_title_role",
                 "sub_role": "job_title_sub_role", "major": "education.majors", "region": "location_region",
                 "country": "location_country"}
        if field not in paths:
            return problem(400, "field is not supported")
        counts = {}
        for one in self.people:
            for value in query.values_of(one, paths[field]):
                if any(word.startswith(text) for word in [value] + value.split()):
                    counts[value] = counts.get(value, 0) + 1
        best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:int(args.get("size", 10))]
        return 200, {"status": 200, "data": [{"name": name, "count": count, "meta": None} for name, count in best],
                     "fields": [paths[field]]}, 0

    def company_clean(self, args):
        text = str(args.get("name") or args.get("website") or args.get("profile") or "").lower()
        for index, (name, site, _, _) in enumerate(population.COMPANIES):
            if text and (query.has_phrase(name, text) or text == site or query.has_phrase(text, name)):
                return 200, dict(population.company_of(index), status=200, score=4.0, fuzzy_match=text != name, raw=[text]), 0
        return problem(404, "No records were found matching your request")

    def school_clean(self, args):
        text = str(args.get("name") or args.get("website") or args.get("profile") or "").lower()
        for name, domain in population.SCHOOLS:
            if text and (query.has_phrase(name, text) or text == domain):
                return 200, {"status": 200, "name": name, "domain": domain, "website": domain, "id": "fxs-" + domain,
                             "type": "post-secondary institution", "location": None, "raw": [text]}, 0
        return problem(404, "No records were found matching your request")

    def location_clean(self, args):
        parts = [part.strip() for part in str(args.get("location", "")).lower().split(",") if part.strip()]
        for place in population.PLACES:
            if parts and all(part in place for part in parts):
                kind = "locality" if parts[0] == place[0] else "region" if parts[0] == place[1] else "country"
                answer = population.place_of(place)
                del answer["metro"]
                if kind != "locality":
                    answer["locality"] = None
                    answer["name"] = ", ".join(place[1:3] if kind == "region" else place[2:3])
                if kind == "country":
                    answer["region"] = None
                return 200, dict(answer, status=200, type=kind, subregion=None, geo=None), 0
        return problem(404, "No records were found matching your request")

    def job_title_enrich(self, args):
        text = str(args.get("job_title", "")).strip().lower()
        if text not in population.SIMILAR:
            return problem(404, "No records were found matching your request")
        return 200, {"status": 200, "data": {"cleaned_job_title": text, "similar_job_titles": population.SIMILAR[text],
                                             "relevant_skills": ["stakeholder management"]}}, 0


def bare(url):
    for start in ("https://", "http://", "www."):
        url = url[len(start):] if url.startswith(start) else url
    return url.rstrip("/").lower()


def problem(status, message):
    return status, {"status": status, "error": {"type": TYPES.get(status, "api_error"), "message": message}}, 0


vendor = Vendor()
ROUTES = {"/v5/person/search": vendor.person_search, "/v5/person/enrich": vendor.person_enrich,
          "/v5/autocomplete": vendor.autocomplete, "/v5/company/clean": vendor.company_clean,
          "/v5/school/clean": vendor.school_clean, "/v5/location/clean": vendor.location_clean,
          "/v5/job_title/enrich": vendor.job_title_enrich}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def send(self, status, body, headers=(), announced=None):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body) if announced is None else announced))
        self.end_headers()
        self.wfile.write(body)

    def arguments(self, split):
        args = dict(parse_qsl(split.query))
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        return dict(args, **json.loads(body)) if body else args

    def serve(self):
        split = urlsplit(self.path)
        args = self.arguments(split)
        if split.path == "/_control":
            return self.control(args)
        with vendor.lock:
            vendor.key_in_url |= "api_key" in args
            vendor.requests.append({"path": split.path, "method": self.command, "size": args.get("size"),
                                    "scroll": bool(args.get("scroll_token"))})
            request = vendor.requests[-1]
            fault = vendor.fault(split.path)
            answer = None if fault and fault["kind"] not in ("slow", "half", "served-drop") else self.answer(split.path, args)
            if answer and split.path == "/v5/person/search" and answer[0] == 200:
                request["asked"] = hashlib.sha256(json.dumps(args, sort_keys=True).encode()).hexdigest()[:16]
                request["ids"] = [one["id"] for one in answer[1]["data"]]
        if fault and self.failed(fault, answer):
            return None
        status, body, spent = answer
        if split.path == "/v5/person/search" and vendor.latency:
            time.sleep(vendor.latency / 1000)
        self.send(status, json.dumps(body).encode(), self.credit_headers(spent))
        return None

    def control(self, args):
        with vendor.lock:
            if self.command == "POST":
                vendor.control(args)
            state = {"spent": vendor.spent, "remaining": vendor.remaining, "requests": vendor.requests,
                     "keyInUrl": vendor.key_in_url}
        self.send(200, json.dumps(state).encode())

    def answer(self, path, args):
        if self.headers.get("X-Api-Key") != KEY:
            return problem(401, "Request contained a missing or invalid key")
        if path not in ROUTES:
            return problem(404, "no such endpoint")
        return ROUTES[path](args)

    def credit_headers(self, spent):
        return [("x-call-credits-spent", str(spent)), ("x-call-credits-type", "search"),
                ("x-totallimit-remaining", str(vendor.remaining)),
                ("x-ratelimit-limit", "{'minute': 10, 'day': None, 'month': None}"),
                ("x-ratelimit-remaining", '{"minute": 9, "day": null, "month": null}')]

    def drop(self):
        self.close_connection = True

    def failed(self, fault, answer):
        """Plays the fault; False when the ordinary answer is to follow."""
        kind = str(fault["kind"])
        if kind.isdigit():
            status, body, _ = problem(int(kind), fault.get("message", "injected"))
            self.send(status, json.dumps(body).encode(), list(fault.get("headers", {}).items()))
        elif kind == "garbage":
            self.send(200, b"<html>We will be right back</html>")
        elif kind == "half":
            body = json.dumps(answer[1]).encode()
            self.send(200, body[:len(body) // 2], announced=len(body))
            self.drop()
        elif kind == "error200":
            self.send(200, json.dumps(problem(500, "injected")[1]).encode())
        elif kind == "redirect":
            self.send(fault.get("status", 307), b"{}", [("Location", fault["to"])])
        elif kind == "huge":
            self.send(200, b'{"data":["' + b"x" * 11_000_000 + b'"]}')
        elif kind in ("drop", "served-drop"):
            self.drop()
        else:
            time.sleep(fault.get("ms", 100) / 1000)
            return False
        return True

    do_GET = do_POST = serve


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    print(server.server_address[1], flush=True)
    threading.Thread(target=lambda: (sys.stdin.read(), server.shutdown()), daemon=True).start()
    server.serve_forever()


if __name__ == "__main__":
    main()
