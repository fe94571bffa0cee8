# SPDX-License-Identifier: GPL-3.0-or-later
"""A Gmail mailbox in memory, written from Google's documentation and not from our client."""
import base64
import email
import email.policy
import email.utils
import functools
import re
import time

FIRST_HISTORY = 18446744073709600000  # beyond 64 bits, as the documentation allows


class Refused(Exception):
    """Ends a call with Google's error body."""

    def __init__(self, status, reason, message, name="", details=()):
        super().__init__(message)
        self.status, self.reason, self.message, self.name, self.details = status, reason, message, name, details

    def body(self):
        error = {"code": self.status, "message": self.message, "status": self.name,
                 "errors": [{"message": self.message, "domain": "global", "reason": self.reason}]}
        if self.details:
            error["details"] = list(self.details)
        return {"error": error}


def not_found():
    return Refused(404, "notFound", "Requested entity was not found.", "NOT_FOUND")


def bad(message):
    return Refused(400, "invalidArgument", message, "INVALID_ARGUMENT")


def encoded(raw):
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def decoded(text):
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (ValueError, TypeError):
        raise bad("Invalid raw message.") from None


class Message:
    def __init__(self, message_id, thread_id, labels, raw, at):
        self.id, self.thread_id, self.labels, self.raw, self.at = message_id, thread_id, list(labels), raw, at
        self.history = 0

    @functools.cached_property
    def parsed(self):
        return email.message_from_bytes(self.raw, policy=email.policy.compat32)

    def header(self, name):
        return unfolded(self.parsed.get(name, ""))

    @functools.cached_property
    def text(self):
        for part in self.parsed.walk():
            if part.get_content_type() == "text/plain":
                return (part.get_payload(decode=True) or b"").decode("utf-8", "replace")
        return ""

    def short(self):
        return {"id": self.id, "threadId": self.thread_id}

    def minimal(self):
        text = " ".join(self.text.split())[:120]
        for char, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
            text = text.replace(char, name)
        return dict(self.short(), labelIds=self.labels, snippet=text, historyId=str(self.history),
                    internalDate=str(self.at), sizeEstimate=len(self.raw))

    def shown(self, form, wanted=()):
        answer = self.minimal()
        if form == "raw":
            answer["raw"] = encoded(self.raw)
        elif form == "metadata":
            names = [name.lower() for name in wanted]
            headers = [one for one in headers_of(self.parsed) if not names or one["name"].lower() in names]
            answer["payload"] = {"mimeType": self.parsed.get_content_type(), "headers": headers}
        elif form != "minimal":
            answer["payload"] = part_of(self.parsed)
        return answer


def unfolded(value):
    return re.sub(r"\r?\n[ \t]+", " ", str(value)).strip()


def headers_of(part):
    return [{"name": name, "value": unfolded(value)} for name, value in part.items()]


def part_of(part, number=""):
    shown = {"partId": number, "mimeType": part.get_content_type(), "filename": part.get_filename() or "",
             "headers": headers_of(part)}
    if part.is_multipart():
        shown["body"] = {"size": 0}
        shown["parts"] = [part_of(one, "%s%d" % (number + "." if number else "", index))
                          for index, one in enumerate(part.get_payload())]
    else:
        content = part.get_payload(decode=True) or b""
        shown["body"] = {"size": len(content), "data": encoded(content)}
    return shown


def subject_core(text):
    return re.sub(r"^((re|aw|fwd?)\s*:\s*)+", "", text.strip(), flags=re.I).lower()


class Mailbox:
    def __init__(self, server, address, name=""):
        self.server, self.address, self.name = server, address, name
        self.messages, self.drafts, self.records, self.sent = {}, {}, [], []
        self.last, self.oldest = FIRST_HISTORY, FIRST_HISTORY

    # Changes
    def record(self, kind, message):
        self.last += 7
        message.history = self.last
        self.records.append((self.last, kind, dict(message.short(), labelIds=list(message.labels))))

    def add(self, raw, labels, thread_id=None):
        message_id = self.server.new_id()
        message = Message(message_id, thread_id or message_id, labels, raw, self.server.now())
        self.messages[message_id] = message
        self.record("messagesAdded", message)
        return message

    def remove(self, message):
        del self.messages[message.id]
        self.record("messagesDeleted", message)

    def thread_for(self, raw, wanted):
        """Google's three conditions for joining a thread: its id, the references and the subject."""
        if not wanted:
            return None
        others = self.thread_messages(wanted)
        if not others:
            raise not_found()
        parsed = email.message_from_bytes(raw)
        known = {one.header("Message-ID") for one in others}
        named = set(re.findall(r"<[^>]+>", unfolded(parsed.get("References", "")) + unfolded(parsed.get("In-Reply-To", ""))))
        subjects = {subject_core(one.header("Subject")) for one in others}
        fits = named & known and subject_core(unfolded(parsed.get("Subject", ""))) in subjects
        only_draft = all("DRAFT" in one.labels for one in others)
        return wanted if fits or only_draft else None

    def create_draft(self, raw, thread_id):
        if not raw.strip():
            raise bad("Invalid raw message.")
        message = self.add(raw, ["DRAFT"], self.thread_for(raw, thread_id))
        draft_id = "r-%d" % (4417029938271659000 + len(self.drafts) + self.server.serial())
        self.drafts[draft_id] = message.id
        return self.draft(draft_id)

    def update_draft(self, draft_id, raw, thread_id):
        old = self.draft_message(draft_id)
        thread = self.thread_for(raw, thread_id) if thread_id else old.thread_id
        self.remove(old)
        self.drafts[draft_id] = self.add(raw, ["DRAFT"], thread or old.thread_id).id
        return self.draft(draft_id)

    def delete_draft(self, draft_id):
        self.remove(self.draft_message(draft_id))
        del self.drafts[draft_id]

    def send_draft(self, draft_id, by="api"):
        old = self.draft_message(draft_id)
        raw, to = self.ready(old.raw)
        self.remove(old)
        del self.drafts[draft_id]
        return self.sent_message(raw, to, old.thread_id, draft_id, by)

    def send(self, raw, thread_id):
        raw, to = self.ready(raw)
        return self.sent_message(raw, to, self.thread_for(raw, thread_id), None, "api")

    def ready(self, raw):
        """The message as Gmail sends it: with From, Date and Message-ID."""
        parsed = email.message_from_bytes(raw)
        to = email.utils.getaddresses(parsed.get_all("To", []) + parsed.get_all("Cc", []) + parsed.get_all("Bcc", []))
        if not any("@" in address for _, address in to):
            raise bad("Recipient address required")
        added = b""
        for name, value in (("From", self.address), ("Date", email.utils.formatdate(self.server.now() / 1000)),
                            ("Message-ID", "<CA%s@mail.gmail.com>" % self.server.new_id())):
            if not parsed.get(name):
                added += ("%s: %s\r\n" % (name, value)).encode()
        return added + raw, [address for _, address in to]

    def sent_message(self, raw, to, thread_id, draft_id, by):
        labels = ["SENT"] + (["INBOX", "UNREAD"] if self.address in to else [])
        message = self.add(raw, labels, thread_id)
        self.sent.append({"id": message.id, "threadId": message.thread_id, "draftId": draft_id, "to": to, "by": by,
                          "subject": message.header("Subject"), "messageId": message.header("Message-ID"),
                          "text": message.text, "account": self.address})
        return message

    def receive(self, raw, thread_id=None, labels=("INBOX", "UNREAD")):
        return self.add(raw, labels, thread_id)

    # Questions
    def message(self, message_id):
        if message_id not in self.messages:
            raise not_found()
        return self.messages[message_id]

    def draft_message(self, draft_id):
        if draft_id not in self.drafts:
            raise not_found()
        return self.messages[self.drafts[draft_id]]

    def draft(self, draft_id, form="minimal", wanted=()):
        message = self.draft_message(draft_id)
        return {"id": draft_id, "message": message.shown(form, wanted)}

    def thread_messages(self, thread_id):
        return [one for one in self.messages.values() if one.thread_id == thread_id]

    def thread(self, thread_id, form, wanted):
        found = self.thread_messages(thread_id)
        if not found:
            raise not_found()
        return {"id": thread_id, "historyId": str(max(one.history for one in found)),
                "messages": [one.shown(form, wanted) for one in found]}

    def history(self, start, kinds, label):
        if not start.isdigit():
            raise bad("Invalid startHistoryId")
        if int(start) < self.oldest or int(start) > self.last:
            raise not_found()
        found = []
        for number, kind, message in self.records:
            fits = number > int(start) and (not kinds or kind in kinds) and (not label or label in message["labelIds"])
            if fits:
                found.append({"id": str(number), "messages": [{"id": message["id"], "threadId": message["threadId"]}],
                              kind: [{"message": message}]})
        return found

    def search(self, query):
        found = [one for one in self.messages.values() if all(matches(one, word) for word in query.split())]
        return list(reversed(found))

    def state(self):
        return {"drafts": [{"id": draft_id, "messageId": one, "threadId": self.messages[one].thread_id,
                            "to": self.messages[one].header("To"), "subject": self.messages[one].header("Subject"),
                            "messageIdHeader": self.messages[one].header("Message-ID"), "text": self.messages[one].text,
                            "inReplyTo": self.messages[one].header("In-Reply-To"),
                            "references": self.messages[one].header("References"),
                            "size": len(self.messages[one].raw)} for draft_id, one in self.drafts.items()],
                "messages": len(self.messages), "historyId": str(self.last)}


def matches(message, word):
    key, colon, value = word.partition(":")
    value = value.strip("()\"'").lower()
    if not colon:
        return key.lower() in (message.header("Subject") + message.header("From") + message.header("To") + message.text).lower()
    if key == "rfc822msgid":
        return message.header("Message-ID").strip("<>").lower() == value.strip("<>")
    if key in ("from", "to", "subject", "cc"):
        return value in message.header(key).lower()
    if key in ("in", "is", "label"):
        label = {"drafts": "DRAFT", "draft": "DRAFT", "anywhere": ""}.get(value, value.upper())
        return not label or label in message.labels
    if key in ("after", "before"):
        seconds = int(value) if value.isdigit() else time.mktime(time.strptime(value, "%Y/%m/%d"))
        return (message.at >= seconds * 1000) == (key == "after")
    return True
