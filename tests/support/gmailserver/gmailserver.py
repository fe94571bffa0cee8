#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for Google's sign-in and Gmail, written from their documentation and not from our client. It does what the
emulator does not: an update replaces a draft and gives its message another id, sending gives a new message, history
ends, scopes and tokens are enforced, uploads are parsed, and it can fail in many ways. Prints its port and serves until
it is killed or its standard input closes.

Addresses: /auth (goes straight back to the program), /token, /revoke, /gmail/v1/users/me/..., /upload/...
Control: POST /_control takes any of
  reset true, email "who signs in", scopes [granted whatever is asked], consent "access_denied" (an error instead of a
  code), oldestHistory N, expireTokens true, killGrants true,
  message {threadId, from, subject, headers {}, body, labels [], ms}, sendDraft id, deleteDraft id,
  faults [{path (beginning), method, status, body, times, after, kind}] with kind: status (default) | drop (closes without
  a word) | served-drop (does the work, then closes) | served-status (does the work, then answers the status) | stall |
  garbage | half.
It answers {sent [{id, threadId, to, subject, raw}], drafts [{id, messageId, threadId, subject, to, body}], messages,
requests [{method, path, status}], revoked [..], grants N}.
"""
import base64
import email
import email.policy
import hashlib
import json
import secrets
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

ME = "/gmail/v1/users/me"
READ = {"gmail.readonly", "gmail.modify"}
WRITE = {"gmail.compose", "gmail.modify"}


def b64(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def failure(code, reason, message):
    return code, {"error": {"code": code, "message": message,
                            "errors": [{"message": message, "domain": "global", "reason": reason}]}}


class Mailbox:
    def __init__(self):
        self.lock = threading.RLock()
        self.reset()

    def reset(self):
        self.email, self.scopes, self.consent = "sam.student@example.edu", None, ""
        self.codes, self.access, self.refresh, self.revoked = {}, {}, {}, []
        self.messages, self.drafts, self.history, self.sent = {}, {}, [], []
        self.next_id, self.history_id, self.oldest_history = 0x19A0, 5000, 0
        self.faults, self.requests = [], []

    # ids and history
    def new_id(self, prefix=""):
        self.next_id += 1
        return "%s%016x" % (prefix, self.next_id)

    def note(self, message):
        self.history_id += 10
        self.history.append((self.history_id, message["id"], message["threadId"], list(message["labels"])))
        message["historyId"] = str(self.history_id)

    def put(self, raw, labels, thread="", ms=None):
        parsed = email.message_from_bytes(raw, policy=email.policy.default)
        ident = self.new_id()
        message = {"id": ident, "threadId": thread or ident, "labels": labels, "raw": raw,
                   "ms": ms or int(time.time() * 1000), "parsed": parsed}
        if thread and not any(m["threadId"] == thread for m in self.messages.values()):
            message["threadId"] = ident  # an unknown conversation begins anew
        self.messages[ident] = message
        self.note(message)
        return message

    def shown(self, message, form, wanted):
        shown = {"id": message["id"], "threadId": message["threadId"], "labelIds": message["labels"],
                 "historyId": message.get("historyId", "1"), "internalDate": str(message["ms"]), "snippet": "It&#39;s"}
        if form == "raw":
            shown["raw"] = b64(message["raw"])
        elif form in ("full", "metadata", ""):
            names = {name.lower() for name in wanted}
            headers = [{"name": k, "value": " ".join(str(v).split())} for k, v in message["parsed"].raw_items()
                       if not names or k.lower() in names]
            shown["payload"] = {"mimeType": message["parsed"].get_content_type(), "headers": headers}
        return shown

    # what a person does in the browser
    def web_send(self, draft_id):
        draft = self.drafts.pop(draft_id)
        return self.send(draft)

    def send(self, draft):
        old = self.messages.pop(draft["message"])
        raw = old["raw"]
        if b"message-id:" not in raw.split(b"\r\n\r\n", 1)[0].lower():
            raw = ("Message-ID: <%s@mail.gmail.com>\r\n" % self.new_id("CA")).encode() + raw
        message = self.put(raw, ["SENT"])
        message["threadId"] = old["threadId"]
        self.history[-1] = (self.history_id, message["id"], message["threadId"], ["SENT"])
        parsed = message["parsed"]
        self.sent.append({"id": message["id"], "threadId": message["threadId"], "to": str(parsed["To"]),
                          "subject": str(parsed["Subject"]), "raw": raw.decode("utf-8", "replace")})
        return message

    def receive(self, change):
        headers = {"From": change.get("from", "Ada <ada@example.org>"), "To": self.email,
                   "Subject": change.get("subject", "Re: Hello"), "Message-ID": "<%s@example.org>" % self.new_id("r")}
        headers.update(change.get("headers", {}))
        raw = "".join("%s: %s\r\n" % item for item in headers.items()) + "\r\n" + change.get("body", "Happy to.")
        return self.put(raw.encode(), change.get("labels", ["INBOX", "UNREAD"]), change.get("threadId", ""),
                        change.get("ms"))

    def control(self, change):
        if change.get("reset"):
            self.reset()
        for name in ("email", "scopes", "consent"):
            setattr(self, name, change.get(name, getattr(self, name)))
        self.oldest_history = change.get("oldestHistory", self.oldest_history)
        self.faults += change.get("faults", [])
        if change.get("expireTokens"):
            self.access.clear()
        if change.get("killGrants"):
            self.access.clear()
            self.refresh.clear()
        if "message" in change:
            self.receive(change["message"])
        if "sendDraft" in change:
            self.web_send(change["sendDraft"])
        if "deleteDraft" in change:
            self.messages.pop(self.drafts.pop(change["deleteDraft"])["message"])
        return {"sent": self.sent, "requests": self.requests, "revoked": self.revoked, "grants": len(self.refresh),
                "messages": [{"id": m["id"], "threadId": m["threadId"], "labels": m["labels"]}
                             for m in self.messages.values()],
                "drafts": [self.draft_words(i, d) for i, d in self.drafts.items()], "historyId": str(self.history_id)}

    def draft_words(self, ident, draft):
        message = self.messages[draft["message"]]
        body = message["parsed"].get_body(("plain",))
        return {"id": ident, "messageId": message["id"], "threadId": message["threadId"],
                "subject": str(message["parsed"]["Subject"]), "to": str(message["parsed"]["To"]),
                "inReplyTo": str(message["parsed"]["In-Reply-To"] or ""),
                "references": str(message["parsed"]["References"] or ""), "size": len(message["raw"]),
                "body": body.get_content() if body else ""}

    # sign-in
    def authorize(self, query):
        back = query["redirect_uri"][0]
        answer = {"state": query["state"][0]}
        if self.consent:
            answer["error"] = self.consent
        else:
            code = "4/0A" + secrets.token_urlsafe(12)
            self.codes[code] = {k: v[0] for k, v in query.items()}
            answer["code"] = code
        return back + "?" + urlencode(answer)

    def token(self, form):
        if form.get("grant_type") == "refresh_token":
            scopes = self.refresh.get(form.get("refresh_token"))
            if scopes is None:
                return 400, {"error": "invalid_grant", "error_description": "Token has been expired or revoked."}
            return 200, self.new_access(scopes)
        asked = self.codes.pop(form.get("code"), None)
        verifier = form.get("code_verifier", "").encode()
        if asked is None or b64(hashlib.sha256(verifier).digest()) != asked["code_challenge"] \
                or form.get("redirect_uri") != asked["redirect_uri"]:
            return 400, {"error": "invalid_grant", "error_description": "Bad Request"}
        scopes = self.scopes if self.scopes is not None else asked["scope"].split()
        refresh = "1//" + secrets.token_urlsafe(16)
        self.refresh[refresh] = scopes
        now = int(time.time())
        claims = {"iss": "http://" + self.host, "aud": asked["client_id"], "exp": now + 3600, "iat": now,
                  "nonce": asked.get("nonce"), "email": self.email, "email_verified": True, "name": "Sam Student"}
        answer = self.new_access(scopes)
        answer.update({"refresh_token": refresh,
                       "id_token": "e30." + b64(json.dumps(claims).encode()) + ".c2ln"})
        return 200, answer

    def new_access(self, scopes):
        access = "ya29." + secrets.token_urlsafe(16)
        self.access[access] = scopes
        return {"access_token": access, "expires_in": 3599, "scope": " ".join(scopes), "token_type": "Bearer"}

    def revoke(self, form):
        token = form.get("token", "")
        if token not in self.refresh and token not in self.access:
            return 400, {"error": "invalid_token"}
        self.revoked.append(token[:6])
        self.refresh.pop(token, None)
        self.access.clear()
        return 200, {}

    # mail
    def allowed(self, bearer, needed):
        scopes = self.access.get(bearer)
        if scopes is None:
            return failure(401, "authError", "Request had invalid authentication credentials.")
        short = {scope.rsplit("/", 1)[-1] for scope in scopes}
        if not short & needed:
            return failure(403, "insufficientPermissions", "Request had insufficient authentication scopes.")
        return None

    def mail(self, method, path, query, body):
        parts = path.strip("/").split("/")
        if parts[0] == "profile":
            return 200, {"emailAddress": self.email, "historyId": str(self.history_id)}
        if parts[0] == "drafts":
            return self.draft_call(method, parts[1:], query, body)
        form, wanted = query.get("format", [""])[0], query.get("metadataHeaders", [])
        if parts[0] == "threads" and len(parts) == 2:
            found = [m for m in self.messages.values() if m["threadId"] == parts[1]]
            if not found:
                return failure(404, "notFound", "Requested entity was not found.")
            return 200, {"id": parts[1], "historyId": str(self.history_id),
                         "messages": [self.shown(m, form, wanted) for m in found]}
        if parts[0] == "messages" and len(parts) == 2:
            found = self.messages.get(parts[1])
            return (200, self.shown(found, form, wanted)) if found else failure(404, "notFound", "Not found.")
        if parts[0] == "messages":
            return 200, {"messages": [{"id": m["id"], "threadId": m["threadId"]} for m in self.messages.values()]}
        if parts[0] == "history":
            return self.history_call(query)
        if parts[0] == "settings":
            return 200, {"sendAs": [{"sendAsEmail": self.email, "displayName": "Sam", "isDefault": True,
                                     "signature": "<div>Sam</div>"}]}
        return failure(404, "notFound", "No such call.")

    def history_call(self, query):
        start = int(query["startHistoryId"][0])
        if start < self.oldest_history:
            return failure(404, "notFound", "Requested entity was not found.")
        records = [{"id": str(i), "messages": [{"id": m, "threadId": t}],
                    "messagesAdded": [{"message": {"id": m, "threadId": t, "labelIds": labels}}]}
                   for i, m, t, labels in self.history if i > start]
        page = int(query.get("pageToken", ["0"])[0])
        answer = {"historyId": str(self.history_id)}
        if records[page:page + 2]:
            answer["history"] = records[page:page + 2]
        if len(records) > page + 2:
            answer["nextPageToken"] = str(page + 2)
        return 200, answer

    def draft_call(self, method, rest, query, body):
        if rest == ["send"]:
            draft = self.drafts.pop(body.get("id"), None)
            if draft is None:
                return failure(404, "notFound", "Requested entity was not found.")
            message = self.send(draft)
            return 200, {"id": message["id"], "threadId": message["threadId"], "labelIds": ["SENT"]}
        if method == "POST":
            message = self.put(body["raw"], ["DRAFT"], body.get("threadId", ""))
            ident = self.new_id("r-")
            self.drafts[ident] = {"message": message["id"]}
            return 200, self.draft_shown(ident, "minimal", [])
        if not rest:
            return 200, {"drafts": [{"id": i, "message": {"id": d["message"]}}
                                    for i, d in reversed(list(self.drafts.items()))]}
        draft = self.drafts.get(rest[0])
        if draft is None:
            return failure(404, "notFound", "Requested entity was not found.")
        if method == "PUT":
            thread = body.get("threadId") or self.messages[draft["message"]]["threadId"]
            old = self.messages.pop(draft["message"])
            message = self.put(body["raw"], ["DRAFT"])
            message["threadId"] = thread if thread else old["threadId"]
            draft["message"] = message["id"]
        elif method == "DELETE":
            self.messages.pop(self.drafts.pop(rest[0])["message"])
            return 204, None
        return 200, self.draft_shown(rest[0], query.get("format", [""])[0], query.get("metadataHeaders", []))

    def draft_shown(self, ident, form, wanted):
        return {"id": ident, "message": self.shown(self.messages[self.drafts[ident]["message"]], form, wanted)}

    def fault(self, method, path):
        for fault in self.faults:
            if not path.startswith(fault.get("path", "/")) or fault.get("times", 1) <= 0 \
                    or fault.get("method", method) != method:
                continue
            if fault.get("after", 0) > 0:
                fault["after"] -= 1
                continue
            fault["times"] = fault.get("times", 1) - 1
            return fault
        return None


def uploaded(data, content_type):
    """The parts of a multipart/related upload."""
    parsed = email.message_from_bytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + data)
    if not parsed.is_multipart():
        return None
    boundary = parsed.get_boundary().encode()
    parts = data.split(b"--" + boundary)
    first, second = (part.split(b"\r\n\r\n", 1)[1].rsplit(b"\r\n", 1)[0] for part in parts[1:3])
    message = json.loads(first).get("message", {})
    return {"raw": second, "threadId": message.get("threadId", "")}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def answer(self, status, value, headers=()):
        body = b"" if value is None else json.dumps(value).encode()
        self.send_response(status)
        for name, text in headers:
            self.send_header(name, text)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def drop(self):
        self.close_connection = True
        self.connection.shutdown(2)

    def do(self):
        length = int(self.headers.get("Content-Length") or 0)
        data = self.rfile.read(length)
        parts = urlsplit(self.path)
        if parts.path == "/_control":
            with BOX.lock:
                return self.answer(200, BOX.control(json.loads(data or b"{}")))
        with BOX.lock:
            fault = BOX.fault(self.command, parts.path)
            kind = fault.get("kind", "status") if fault else ""
            record = {"method": self.command, "path": parts.path, "status": 0}
            BOX.requests.append(record)
            if kind == "drop":
                return self.drop()
            if kind == "status":
                record["status"] = fault.get("status", 500)
                return self.answer(record["status"], fault.get("body", {}), fault.get("headers", {}).items())
            BOX.host = self.headers["Host"]
            status, value, headers = self.work(parts, data)
            record["status"] = status
        if kind == "stall":
            time.sleep(fault.get("seconds", 60))
        if kind == "served-drop":
            return self.drop()
        if kind == "served-status":
            return self.answer(fault.get("status", 502), {})
        if kind == "garbage":
            self.send_response(200)
            self.send_header("Content-Length", "8")
            self.end_headers()
            return self.wfile.write(b"<html>no")
        if kind == "half":
            body = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[:len(body) // 2])
            return self.drop()
        return self.answer(status, value, headers)

    def work(self, parts, data):
        query = parse_qs(parts.query)
        if parts.path == "/auth":
            return 302, None, [("Location", BOX.authorize(query))]
        if parts.path == "/token":
            return (*BOX.token(dict(parse_qsl(data.decode(), keep_blank_values=True))), ())
        if parts.path == "/revoke":
            return (*BOX.revoke(dict(parse_qsl(data.decode()))), ())
        upload = parts.path.startswith("/upload")
        path = parts.path[len("/upload"):] if upload else parts.path
        if not path.startswith(ME + "/"):
            return (*failure(404, "notFound", "No such call."), ())
        path = path[len(ME):]
        needed = READ | WRITE if path.startswith("/profile") else WRITE if path.startswith("/drafts") else READ
        refusal = BOX.allowed(self.headers.get("Authorization", "")[len("Bearer "):], needed)
        if refusal:
            return (*refusal, ())
        body = {}
        if upload:
            body = uploaded(data, self.headers.get("Content-Type", "")) or {}
        elif data:
            body = json.loads(data)
            message = body.get("message")
            if message:
                body = {"raw": unb64(message["raw"]), "threadId": message.get("threadId", "")}
        return (*BOX.mail(self.command, path, query, body), ())

    do_GET = do_POST = do_PUT = do_DELETE = do


BOX = Mailbox()
BOX.host = "127.0.0.1"


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
