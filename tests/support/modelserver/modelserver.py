#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stand-in for an OpenAI-compatible server. Prints its port, ends when its input ends.

The model's name says how it behaves:
  good          an email from the facts it was given      invented    firms, years and deeds of its own, always
  learns        invented first, good when told what is wrong; asked for a sentence: the whole email first
  partly        good, with one invented sentence          injected    does what the data tell it to do
  echo          says back the longest value of the facts  same        the same email to everybody
  prose         fenced, with words around, raw line ends and a comma too many
  thinks        <think> first                             scalar      facts as one text, paragraph as text
  cut           ends at the limit of tokens               empty       no sentences
  refuse        declines                                  filter      held back by the server's filter
  object        takes no json_schema                      words       takes no response_format at all
  oldtokens     takes max_tokens only                     newtokens   takes max_completion_tokens only
  whole         does not stream                           slow        pauses between the pieces
  midway        tells of an error in the stream           break-N     closes after N bytes of the stream
  quota         no credit left (429)                      busy        429 once, then good
  overloaded    503 twice, then good                      down        503 always
  failsfor-X    500 for recipients named X, else good
Asked to read a resume, it says what POST /_control {facts} told it; "invented" an employer of its own, "learns" that first.
Any other model is not found. POST /_control {reset, key, facts} answers {requests, bodies, keys}.
"""
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MODELS = ("good invented learns partly injected echo same prose thinks scalar cut empty refuse filter object words oldtokens newtokens whole slow "
          "midway quota busy overloaded down").split()


class State:
    def __init__(self):
        self.lock = threading.Lock()
        self.reset()

    def reset(self):
        self.requests, self.bodies, self.keys, self.failures, self.key = 0, [], [], {}, None
        self.resume_facts = []


state = State()


def sentence(text, facts, paragraph):
    return {"text": text, "facts": facts, "paragraph": paragraph}


def fact(facts, side, *names):
    for one in facts:
        if one["id"].startswith(side) and all(name in one["says"] for name in names):
            return one
    return None


def good(facts, again=False):
    job = fact(facts, "R", "title", "company") or fact(facts, "R", "company")
    study = fact(facts, "S", "major", "university") or fact(facts, "S", "university")
    shared = fact(facts, "B", "both studied at")
    out, subject = [], "A question about the way into your work"
    if shared:
        school = shared["says"]["both studied at"]
        out.append(sentence(f"We both studied at {school}, which is why I write to you.", [shared["id"]], 1))
        subject = f"A question from {school}" if len(school.split()) < 5 else subject
    if job:
        says = job["says"]
        here = says["company"].rstrip(".")
        what = f"I am writing because you work at {here}" if says.get("kind") == "present job" else f"I am writing because you worked at {here}"
        out.append(sentence(what + (f" and your title is {says['title']}." if "title" in says and says.get("kind") == "present job" else "."), [job["id"]], 1))
        if not shared and len(here.split()) < 5:
            subject = f"A question about your way to {here}"
    out.append(sentence("I would like to understand how one finds a way into this kind of work, and what matters most in the first year.", [], 1))
    if study:
        says = study["says"]
        text = f"I study {says['major']} at {says['university']}." if "major" in says else f"I study at {says['university']}."
        out.append(sentence(text, [study["id"]], 2))
    out.append(sentence("The answers of somebody who does the work help me more than anything I could look up myself.", [], 2))
    out.append(sentence("Could we talk for 15 to 20 minutes some time in the next few weeks?", [], 3))
    out.append(sentence("Any time that suits you will suit me, and if it is not convenient, I will understand.", [], 3))
    return {"subject": subject, "sentences": out}


def invented(facts):
    email = good(facts)
    first = facts[0]["id"]
    email["sentences"][1:1] = [sentence("I was very impressed by the seven years you led growth at Google.", [first], 1)]
    email["sentences"].append(sentence("My internship at McKinsey taught me a lot.", [first], 3))
    return email


def partly(facts):
    email = good(facts)
    email["sentences"].insert(1, sentence("You founded the Paris office of Globex in 1999.", [facts[0]["id"]], 1))
    return email


def longest(facts):
    return max((str(value) for one in facts for value in one["says"].values()), key=len)


def email_for(model, facts, told):
    if model in ("invented",) or (model == "learns" and not told):
        return invented(facts)
    if model == "partly":
        return partly(facts)
    if model == "injected":
        values = [str(v) for one in facts for v in one["says"].values() if "ignore" in str(v).lower()]
        return good(facts) if not values else {"subject": "HACKED by the data", "sentences": [sentence(values[0], [], 1)] * 4}
    if model == "echo":
        email = good(facts)
        email["sentences"][0]["text"] = longest(facts) + "."
        return email
    if model == "same":
        email = good([])
        return email
    if model == "empty":
        return {"subject": "Nothing to say here", "sentences": []}
    email = good(facts)
    if model == "scalar":
        for one in email["sentences"]:
            one["facts"] = ", ".join(one["facts"])
            one["paragraph"] = str(one["paragraph"])
    return email


def questions_for(model, facts, told):
    """Questions for a coffee chat; the facts have an id and words."""
    said = [{"kind": "path", "text": f"What would you add to this: {one['says']['words'].rstrip('.')}?", "facts": [one["id"]]} for one in facts[:3]]
    made_up = {"kind": "role", "text": "How was it to run the Paris office of Globex in 1999?", "facts": [facts[0]["id"]]}
    if model == "invented" or (model == "learns" and not told):
        return {"questions": [made_up]}
    return {"questions": said + [made_up] if model == "partly" else said}


def reworded(model, facts, told, last):
    """One sentence anew; who learns gives a whole email until told what was asked for."""
    text = "The answers of a person who does the work would help me more than anything I could read."
    if model == "learns" and (not told or "whole email" in last):
        return good(facts)
    if model == "same":
        text = "Could we talk for 15 to 20 minutes some time in the next few weeks?"
    return {"subject": "-", "sentences": [sentence(text, [], 1)]}


def resume_facts(model, told):
    made_up = {"field": "companies", "text": "Globex", "line": 3}
    return [made_up] if model == "invented" or (model == "learns" and not told) else state.resume_facts


def content_for(model, facts, told, sentence_wanted, last):
    if facts and "words" in facts[0].get("says", {}):
        return json.dumps(questions_for(model, facts, told), ensure_ascii=False)
    wanted = reworded(model, facts, told, last) if sentence_wanted else email_for(model, facts, told)
    text = json.dumps(wanted, ensure_ascii=False)
    if model == "prose":
        pretty = json.dumps(email_for(model, facts, told), ensure_ascii=False, indent=1).replace("first year.", "first\nyear.")
        return "Here is your email!\n```json\n" + pretty[:-1].rstrip() + ",\n}\n```\nGood luck {with it}."
    if model == "thinks":
        return '<think>The user wants {"subject": "no"} perhaps.</think>\n' + text
    return text[:len(text) // 2] if model == "cut" else text


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def send(self, status, body, headers=()):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def problem(self, status, message, code=None, kind="invalid_request_error", param=None, headers=()):
        self.send(status, {"error": {"message": message, "type": kind, "param": param, "code": code}}, headers)

    def do_GET(self):
        if not self.allowed():
            return
        if self.path.startswith("/v1/models"):
            self.send(200, {"object": "list", "data": [{"id": name, "object": "model"} for name in MODELS]})
        else:
            self.problem(404, "no such endpoint")

    def allowed(self):
        key = self.headers.get("Authorization", "")
        with state.lock:
            state.keys.append(key)
        if state.key and key != "Bearer " + state.key:
            self.problem(401, "Incorrect API key provided", "invalid_api_key")
            return False
        return True

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")
        if self.path == "/_control":
            with state.lock:
                if body.get("reset"):
                    state.reset()
                state.key = body.get("key", state.key)
                state.resume_facts = body.get("facts", state.resume_facts)
                self.send(200, {"requests": state.requests, "bodies": state.bodies, "keys": state.keys})
            return
        with state.lock:
            state.requests += 1
            state.bodies.append(body)
        if self.allowed() and self.path.split("?")[0] == "/v1/chat/completions":
            self.chat(body)

    def failed_before(self, model, times):
        with state.lock:
            state.failures[model] = state.failures.get(model, 0) + 1
            return state.failures[model] <= times

    def refused_form(self, model, body):
        form = body.get("response_format", {}).get("type")
        if (model == "object" and form == "json_schema") or (model == "words" and form):
            self.problem(400, f"Invalid parameter: 'response_format' of type '{form}' is not supported with this model.", param="response_format")
        elif form == "json_object" and "json" not in json.dumps(body["messages"]).lower():
            self.problem(400, "'messages' must contain the word 'json'", param="messages")
        elif model == "oldtokens" and "max_completion_tokens" in body:
            self.problem(400, "Unrecognized request argument supplied: max_completion_tokens", param="max_completion_tokens")
        elif model == "newtokens" and "max_tokens" in body:
            self.problem(400, "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", "unsupported_parameter",
                         param="max_tokens")
        else:
            return False
        return True

    def chat(self, body):
        model = body.get("model", "")
        text = next((m["content"] for m in body["messages"] if m["role"] == "user"), "")
        try:
            task = json.JSONDecoder().raw_decode(text)[0]
            facts = task.get("facts", [])
        except (ValueError, AttributeError):
            task, facts = {}, []
        self.resume_wanted = isinstance(task, dict) and "lines" in task
        self.sentence_wanted = isinstance(task, dict) and "sentence" in task
        self.last = next((m["content"] for m in reversed(body["messages"]) if m["role"] == "user"), "")
        told = any(m["role"] == "assistant" for m in body["messages"])
        name = next((str(v) for one in facts if one["id"] == "R1" for v in one["says"].values()), "")
        if self.refused_form(model, body):
            return
        if model == "quota":
            self.problem(429, "You exceeded your current quota, please check your plan and billing details.", "insufficient_quota", "insufficient_quota")
        elif model == "busy" and self.failed_before(model, 1):
            self.problem(429, "Rate limit reached", "rate_limit_exceeded", "requests", headers=[("retry-after-ms", "20")])
        elif (model == "overloaded" and self.failed_before(model, 2)) or model == "down":
            self.problem(503, "The engine is currently overloaded", kind="server_error", headers=[("retry-after-ms", "20")])
        elif model.startswith("failsfor-") and model[9:] == name:
            self.problem(500, "The server had an error", kind="server_error", headers=[("x-should-retry", "false")])
        elif model not in MODELS and not model.startswith(("break-", "failsfor-")):
            self.problem(404, f"The model `{model}` does not exist or you do not have access to it.", "model_not_found")
        else:
            self.answer(body, model, facts, told)

    def answer(self, body, model, facts, told):
        content = ""
        if self.resume_wanted and model not in ("filter", "refuse"):
            content = json.dumps({"facts": resume_facts(model, told)}, ensure_ascii=False)
            content = content[:len(content) // 2] if model == "cut" else content
        elif model not in ("filter", "refuse"):
            content = content_for(model, facts, told, self.sentence_wanted, self.last)
        finish = {"cut": "length", "filter": "content_filter"}.get(model, "stop")
        usage = {"prompt_tokens": len(json.dumps(body["messages"])) // 4, "completion_tokens": len(content) // 4}
        refusal = "I can't help with that request." if model == "refuse" else None
        if not body.get("stream") or model == "whole":
            self.send(200, {"id": "x", "object": "chat.completion", "model": model, "usage": usage,
                            "choices": [{"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content or None, "refusal": refusal}}]})
            return
        self.stream(model, content, finish, usage, refusal)

    def stream(self, model, content, finish, usage, refusal):
        def chunk(delta, reason=None, choices=True, used=None):
            one = {"id": "x", "object": "chat.completion.chunk", "model": model, "usage": used,
                   "choices": [{"index": 0, "delta": delta, "finish_reason": reason}] if choices else []}
            return b"data: " + json.dumps(one, ensure_ascii=False).encode() + b"\n\n"

        pieces = [b": keep-alive\n\n", chunk({"role": "assistant", "content": "", "refusal": None})]
        pieces += [chunk({"content": content[i:i + 23]}) for i in range(0, len(content), 23)]
        if refusal:
            pieces.append(chunk({"refusal": refusal}))
        if model == "midway":
            pieces[4:] = [b'data: {"error": {"message": "The server had an error while processing your request.", "type": "server_error", "param": null, "code": null}}\n\n']
        else:
            pieces += [chunk({}, finish), chunk({}, choices=False, used=usage), b"data: [DONE]\n\n"]
        data = b"".join(pieces)
        limit = int(model[6:]) if model.startswith("break-") else len(data)
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        step = 61 if model != "slow" else 400
        for start in range(0, min(limit, len(data)), step):
            part = data[start:min(start + step, limit)]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            self.wfile.flush()
            if model == "slow":
                time.sleep(0.05)
        if limit < len(data):
            self.close_connection = True
            return
        self.wfile.write(b"0\r\n\r\n")


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    print(server.server_address[1], flush=True)
    threading.Thread(target=lambda: (sys.stdin.read(), server.shutdown()), daemon=True).start()
    server.serve_forever()


if __name__ == "__main__":
    main()
