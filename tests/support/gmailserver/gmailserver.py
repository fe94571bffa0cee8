#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for Gmail and Google's sign-in. Prints its port and serves until it is killed or its standard input closes.

Gmail: /gmail/v1/users/me/... and /upload/gmail/v1/users/me/...; sign-in: /oauth/authorize, /oauth/token, /oauth/revoke.
After a reset there is one account, sam.student@example.edu, and the access token "test-token" with compose and readonly.

Control: GET /_control answers the state, POST /_control changes it first. The change takes any of
  reset true
  account {email, name}   another mailbox
  token {value, email, scopes:["gmail.compose"], seconds}   an access token without a sign-in
  expireTokens true | revokeAccount EMAIL   access tokens are over (refresh tokens live) | the user revoked
  consent {email, scopes, error, state, seconds}   how the user answers from now on; {} is back to yes
  issuer TEXT   of id_tokens
  inject {threadId, kind "human"|"auto"|"bounce"|"delayed", from, subject, text, headers, recipient, status, messageId,
          contentType, labels, raw, account}   the new message's id is in "added"; threadId "" begins a thread
  deleteDraft ID | sendDraft ID | deleteMessage ID | markRead ID   what the user does on the web; "account" where it is
          not the first
  editDraft {id, raw, account}   the same
  forgetHistory true   every history id up to now is too old
  at MILLISECONDS   the time of messages from now on; 0 is the clock
  dailyLimit N   after N more sent messages: 429 Mail sending
  clearFaults true
  faults [{path, method, times, after, kind, status, reason, message, headers, body, ms}]   `path` is a pattern without
          "/gmail/v1/users/me" and "/upload": "/drafts/send", "/threads/*", "/oauth/token"; also "*". `times` default 1,
          -1 for ever; `after` lets that many pass first. Kinds:
            status   answers `status` with Google's error body made of `reason` and `message`, or with `body`
            body     answers 200 with `body`; garbage: 200 with HTML; huge: 200 with 70 MB
            drop     closes without a word, nothing done           stall     says nothing (for `ms`), nothing done
            done-drop   DOES THE WORK, then closes without a word  done-stall  does the work, then says nothing
            done-half   does the work, breaks off within its answer
            done-status does the work, then answers `status` (500)
            slow     waits `ms`, then goes on as usual
State: {calls: {"POST /drafts/send": N, "GET /threads/*": N, ...} with refused and faulty ones, done: the same with those
  that did their work, requests: [{method, path, query, account, bytes}], sent: [{id, threadId, draftId, to, subject,
  messageId, text, by "api"|"web", account}], drafts, messages, historyId (of the first account), accounts: {email: {...}},
  oauth: {authorize, code, refresh, revoke}, added, tokens (live refresh tokens)}.
"""
import fnmatch
import json
import re
import select
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

import injected
from gmailbox import Mailbox, Refused, bad, decoded, not_found
from oauth import SCOPES, SignIn

BASE = "/gmail/v1/users/me"
FIRST = "sam.student@example.edu"
PATIENCE = 60

READ = ["gmail.readonly", "gmail.modify"]
WRITE = ["gmail.compose", "gmail.modify"]
NAMES = {400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED", 404: "NOT_FOUND",
         429: "RESOURCE_EXHAUSTED", 500: "INTERNAL", 503: "UNAVAILABLE"}
# (method, pattern, function, permissions that suffice)
ROUTES = [
    ("GET", "/profile", "profile", WRITE + READ + ["gmail.metadata"]),
    ("POST", "/drafts/send", "drafts_send", WRITE),
    ("GET", "/drafts", "drafts_list", WRITE + READ),
    ("POST", "/drafts", "drafts_create", WRITE),
    ("GET", "/drafts/*", "drafts_get", WRITE + READ),
    ("PUT", "/drafts/*", "drafts_update", WRITE),
    ("DELETE", "/drafts/*", "drafts_delete", WRITE),
    ("POST", "/messages/send", "messages_send", WRITE + ["gmail.send"]),
    ("GET", "/messages", "messages_list", READ + ["gmail.metadata"]),
    ("GET", "/messages/*", "messages_get", READ + ["gmail.metadata"]),
    ("GET", "/threads/*", "threads_get", READ + ["gmail.metadata"]),
    ("GET", "/history", "history_list", READ + ["gmail.metadata"]),
]


def error_body(status, reason, message):
    return {"error": {"code": status, "message": message, "status": NAMES.get(status, "UNKNOWN"),
                      "errors": [{"message": message, "domain": "global", "reason": reason}]}}


class Call:
    """One request to the mailbox: who asks, and what."""

    def __init__(self, server, method, path, query, headers, body):
        self.server, self.method, self.path, self.query = server, method, path, query
        self.headers, self.body = headers, body
        self.box, self.scopes = None, []

    def one(self, name, default=""):
        return self.query.get(name, [default])[0]

    @property
    def form(self):
        form = self.one("format", "full")
        if form in ("full", "raw") and self.only_metadata():
            raise Refused(403, "forbidden", "Metadata scope doesn't allow format FULL", "PERMISSION_DENIED")
        return form

    @property
    def wanted(self):
        return self.query.get("metadataHeaders", [])

    @property
    def id(self):
        return unquote(self.path.rsplit("/", 1)[1])

    def only_metadata(self):
        return SCOPES + "gmail.metadata" in self.scopes

    def json(self):
        try:
            read = json.loads(self.body or b"{}")
        except ValueError:
            raise bad("Parse error") from None
        return read if isinstance(read, dict) else {}

    def content(self):
        """(raw, threadId) of JSON, of an upload with metadata or of a bare one."""
        kind = self.headers.get("Content-Type", "")
        if kind.startswith("message/rfc822"):
            return self.body, None
        if not kind.startswith("multipart/related"):
            message = self.json().get("message", self.json())
            return decoded(message.get("raw", "")), message.get("threadId")
        found = re.search(r'boundary="?([^";]+)', kind)
        if self.one("uploadType") != "multipart" or not found:
            raise bad("Bad content")
        parts = (b"\r\n" + self.body).split(b"\r\n--" + found.group(1).encode())
        if len(parts) != 4 or not parts[3].startswith(b"--"):
            raise bad("Bad multipart")
        (head, meta), (kind, raw) = (part.lstrip(b"\r\n").split(b"\r\n\r\n", 1) for part in parts[1:3])
        if b"application/json" not in head or b"message/rfc822" not in kind:
            raise bad("Bad multipart")
        return raw, json.loads(meta).get("message", {}).get("threadId")

    def page(self, items, key, default):
        start, size = int(self.one("pageToken", "0")), int(self.one("maxResults", str(default)))
        shown = items[start:start + size]
        answer = {key: shown} if shown else {}
        if start + size < len(items):
            answer["nextPageToken"] = str(start + size)
        return answer

    # What each route answers
    def profile(self):
        return {"emailAddress": self.box.address, "messagesTotal": len(self.box.messages), "threadsTotal": 0,
                "historyId": str(self.box.last)}

    def drafts_create(self):
        return self.box.create_draft(*self.content())

    def drafts_update(self):
        return self.box.update_draft(self.id, *self.content())

    def drafts_get(self):
        return self.box.draft(self.id, self.form, self.wanted)

    def drafts_list(self):
        return self.page([{"id": key, "message": self.box.messages[one].short()}
                          for key, one in reversed(self.box.drafts.items())], "drafts", 100)

    def drafts_delete(self):
        self.box.delete_draft(self.id)

    def drafts_send(self):
        self.server.count_sending()
        sent = self.box.send_draft(str(self.json().get("id", "")))
        return dict(sent.short(), labelIds=sent.labels)

    def messages_send(self):
        self.server.count_sending()
        sent = self.box.send(*self.content())
        return dict(sent.short(), labelIds=sent.labels)

    def messages_list(self):
        if "q" in self.query and self.only_metadata():
            raise Refused(403, "forbidden", "Metadata scope does not support 'q' parameter", "PERMISSION_DENIED")
        return self.page([one.short() for one in self.box.search(self.one("q"))], "messages", 100)

    def messages_get(self):
        return self.box.message(self.id).shown(self.form, self.wanted)

    def threads_get(self):
        return self.box.thread(self.id, self.form, self.wanted)

    def history_list(self):
        kinds = {"messageAdded": "messagesAdded", "messageDeleted": "messagesDeleted", "labelAdded": "labelsAdded",
                 "labelRemoved": "labelsRemoved"}
        found = self.box.history(self.one("startHistoryId"), [kinds.get(one, one) for one in self.query.get("historyTypes", [])],
                                 self.one("labelId"))
        return dict(self.page(found, "history", 100), historyId=str(self.box.last))


class Google:
    def __init__(self):
        self.lock = threading.RLock()
        self.number = 0
        self.reset()

    def reset(self):
        self.boxes, self.faults, self.calls, self.done, self.requests = {}, [], {}, {}, []
        self.at, self.limit, self.added = 0, None, ""
        self.sign_in = SignIn(self)
        self.boxes[FIRST] = Mailbox(self, FIRST, "Sam Student")
        self.sign_in.grant("test-token", FIRST, ["gmail.compose", "gmail.readonly"])

    def serial(self):
        self.number += 1
        return self.number

    def new_id(self):
        return "19a0f%011x" % self.serial()

    def now(self):
        return self.at or int(time.time() * 1000)

    def first_account(self):
        return next(iter(self.boxes))

    def count_sending(self):
        if self.limit is not None and self.limit <= 0:
            raise Refused(429, "rateLimitExceeded", "User-rate limit exceeded.  (Mail sending)", "RESOURCE_EXHAUSTED")
        if self.limit is not None:
            self.limit -= 1

    # Control
    def control(self, change):
        if change.get("reset"):
            self.reset()
        for name in ("account", "token", "consent", "inject", "deleteDraft", "sendDraft", "deleteMessage", "markRead",
                     "editDraft", "revokeAccount", "issuer", "at", "dailyLimit"):
            if name in change:
                getattr(self, "set_" + name)(change[name], self.box_of(change))
        if change.get("expireTokens"):
            self.sign_in.expire()
        if change.get("forgetHistory"):
            for box in self.boxes.values():
                box.last += 100
                box.oldest = box.last
        if change.get("clearFaults"):
            self.faults = []
        self.faults += change.get("faults", [])

    def box_of(self, change):
        inner = [one for one in change.values() if isinstance(one, dict) and isinstance(one.get("account"), str)]
        name = change["account"] if isinstance(change.get("account"), str) else inner[0]["account"] if inner else None
        return self.boxes[name or self.first_account()]

    def set_account(self, account, _):
        if isinstance(account, dict):
            self.boxes[account["email"]] = Mailbox(self, account["email"], account.get("name", ""))

    def set_token(self, token, _):
        self.sign_in.grant(token["value"], token.get("email", FIRST), token.get("scopes", []), token.get("seconds", 3599))

    def set_consent(self, consent, _):
        self.sign_in.consent = consent

    def set_issuer(self, issuer, _):
        self.sign_in.issuer = issuer

    def set_inject(self, change, box):
        thread = change.get("threadId") or None
        raw = change["raw"].encode() if "raw" in change else injected.message(box, thread, change)
        self.added = box.receive(raw, thread, change.get("labels", ["INBOX", "UNREAD"])).id

    def set_deleteDraft(self, draft_id, box):
        box.delete_draft(draft_id)

    def set_sendDraft(self, draft_id, box):
        self.added = box.send_draft(draft_id, "web").id

    def set_editDraft(self, change, box):
        box.update_draft(change["id"], change["raw"].encode(), None)

    def set_deleteMessage(self, message_id, box):
        box.remove(box.message(message_id))

    def set_markRead(self, message_id, box):
        message = box.message(message_id)
        message.labels = [one for one in message.labels if one != "UNREAD"]
        box.record("labelsRemoved", message)

    def set_revokeAccount(self, address, _):
        self.sign_in.revoke_account(address)

    def set_at(self, at, _):
        self.at = at

    def set_dailyLimit(self, limit, _):
        self.limit = limit

    def state(self):
        first = self.boxes[self.first_account()].state()
        return dict(first, calls=self.calls, done=self.done, requests=self.requests, oauth=self.sign_in.calls,
                    accounts={name: box.state() for name, box in self.boxes.items()}, added=self.added,
                    sent=[one for box in self.boxes.values() for one in box.sent],
                    tokens=len(self.sign_in.refresh_tokens), authorize=self.sign_in.last_authorize)

    # Calls
    def fault(self, method, path):
        for fault in self.faults:
            fits = fnmatch.fnmatchcase(path, fault.get("path", "*")) and fault.get("method", method) == method
            if not fits or fault.get("times", 1) == 0:
                continue
            if fault.get("after", 0) > 0:
                fault["after"] -= 1
                continue
            fault["times"] = fault.get("times", 1) - 1
            return fault
        return None

    def route(self, method, path):
        return next((one for one in ROUTES if one[0] == method and fnmatch.fnmatchcase(path, one[1])), None)

    def count(self, counters, name):
        counters[name] = counters.get(name, 0) + 1

    def answer(self, call, name):
        """(status, headers, body) of a call to the mailbox."""
        try:
            return 200, [], self.worked(call, name)
        except Refused as error:
            return error.status, [], error.body()

    def worked(self, call, name):
        holder = self.sign_in.holder(call.headers.get("Authorization", "").removeprefix("Bearer "))
        if not holder or holder["email"] not in self.boxes:
            raise Refused(401, "authError", "Request had invalid authentication credentials.", "UNAUTHENTICATED")
        route = self.route(call.method, call.path)
        if not route:
            raise not_found()
        call.box, call.scopes = self.boxes[holder["email"]], holder["scopes"]
        if not any(SCOPES + one in call.scopes for one in route[3]):
            raise Refused(403, "insufficientPermissions", "Request had insufficient authentication scopes.",
                          "PERMISSION_DENIED", [{"@type": "type.googleapis.com/google.rpc.ErrorInfo",
                                                 "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT", "domain": "googleapis.com"}])
        answer = getattr(call, route[2])()
        self.count(self.done, name)
        return answer


google = Google()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def send(self, status, body, headers=(), announced=None):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if body or status != 204:
            self.send_header("Content-Type", "application/json; charset=UTF-8")
        self.send_header("Content-Length", str(len(body) if announced is None else announced))
        self.end_headers()
        self.wfile.write(body)

    def serve(self):
        split = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if split.path == "/_control":
            return self.control(body)
        path = split.path.removeprefix("/upload").removeprefix(BASE)
        query = parse_qs(split.query, keep_blank_values=True)
        name = "%s %s" % (self.command, self.pattern(path))
        with google.lock:
            google.count(google.calls, name)
            token = google.sign_in.holder(self.headers.get("Authorization", "").removeprefix("Bearer "))
            google.requests.append({"method": self.command, "path": split.path, "query": split.query, "bytes": len(body),
                                    "account": token["email"] if token else ""})
            fault = google.fault(self.command, path)
        kind = fault["kind"] if fault else ""
        if kind == "slow":
            time.sleep(fault.get("ms", 100) / 1000)
        answer = (0, [], None)
        if not fault or kind == "slow" or kind.startswith("done-"):
            with google.lock:
                answer = self.answered(path, query, body, name)
        if kind in ("", "slow"):
            return self.send_answer(answer)
        return self.fail(kind, fault, answer)

    def pattern(self, path):
        route = google.route(self.command, path)
        return route[1] if route else path

    def answered(self, path, query, body, name):
        single = {key: values[0] for key, values in query.items()}
        form = {key: values[0] for key, values in parse_qs(body.decode("utf-8", "replace")).items()} \
            if path.startswith("/oauth/") else {}
        if path == "/oauth/authorize":
            return 302, [("Location", google.sign_in.authorize(single))], {}
        if path == "/oauth/token":
            return self.with_headers(google.sign_in.token(form))
        if path == "/oauth/revoke":
            return self.with_headers(google.sign_in.revoke(dict(single, **form)))
        return google.answer(Call(google, self.command, path, query, self.headers, body), name)

    @staticmethod
    def with_headers(answer):
        return answer[0], [], answer[1]

    def send_answer(self, answer):
        status, headers, body = answer
        if status == 403 and "ACCESS_TOKEN_SCOPE" in json.dumps(body):
            headers = [("WWW-Authenticate", 'Bearer realm="https://accounts.google.com/", error="insufficient_scope"')]
        if body is None:
            return self.send(204, b"")
        return self.send(status, json.dumps(body).encode(), headers)

    def control(self, body):
        with google.lock:
            try:
                if self.command == "POST":
                    google.control(json.loads(body or b"{}"))
                state = google.state()
            except (Refused, KeyError, ValueError) as error:
                state = {"error": repr(error)}
            shown = json.dumps(state).encode()
        self.send(200, shown)

    def fail(self, kind, fault, answer):
        kind = kind.removeprefix("done-")
        if kind == "status":
            status = fault.get("status", 500)
            body = fault.get("body") or json.dumps(error_body(status, fault.get("reason", "backendError"),
                                                              fault.get("message", "injected")))
            self.send(status, body.encode(), list(fault.get("headers", {}).items()))
        elif kind == "body":
            self.send(200, fault.get("body", "").encode())
        elif kind == "garbage":
            self.send(200, b"<html>We will be right back</html>")
        elif kind == "huge":
            self.huge()
        elif kind == "half":
            body = json.dumps(answer[2] or {"id": "x"}).encode()
            self.send(200, body[:len(body) // 2], announced=len(body))
            self.close_connection = True
        elif kind == "stall":
            self.close_connection = True
            select.select([self.connection], [], [], fault.get("ms", PATIENCE * 1000) / 1000)
        else:
            self.close_connection = True

    def huge(self):
        self.close_connection = True
        try:
            self.send(200, b'{"x":"' + b"x" * 70_000_000 + b'"}')
        except OSError:
            pass  # who asked had enough

    do_GET = do_POST = do_PUT = do_DELETE = serve


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], OSError):  # who asked went away
            super().handle_error(request, client_address)


def main():
    server = Server(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    threading.Thread(target=lambda: (sys.stdin.read(), server.shutdown()), daemon=True).start()
    server.serve_forever()


if __name__ == "__main__":
    main()
