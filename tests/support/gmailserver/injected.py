# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages that reach a mailbox without our client: replies, automatic replies, bounces."""

BOUNDARY = "000000000000fx01"


def message(mailbox, thread_id, change):
    """The raw message that `change` describes, as an answer in this thread."""
    return KINDS[change.get("kind", "human")](mailbox, last_of(mailbox, thread_id), change)


def last_of(mailbox, thread_id):
    """What is answered: the newest sent one, else the newest of all."""
    found = [one for one in mailbox.thread_messages(thread_id) if "DRAFT" not in one.labels]
    sent = [one for one in found if "SENT" in one.labels]
    return (sent or found or [None])[-1]


def head(mailbox, last, change, sender, subject, extra):
    original = last.header("Message-ID") if last else ""
    lines = ["From: " + change.get("from", sender), "To: " + mailbox.address,
             "Subject: " + change.get("subject", subject),
             "Message-ID: " + change.get("messageId", "<a%s@other.example>" % mailbox.server.new_id()),
             "Date: Thu, 01 Jan 2026 10:00:00 +0000", "MIME-Version: 1.0"]
    if original:
        lines += ["In-Reply-To: " + original, "References: " + original]
    lines += ["%s: %s" % item for item in dict(extra, **change.get("headers", {})).items()]
    return lines


def raw(lines, body):
    return ("\r\n".join(lines) + "\r\n\r\n" + body.replace("\r\n", "\n").replace("\n", "\r\n")).encode()


def recipient(last):
    return last.header("To") if last else "somebody@other.example"


def human(mailbox, last, change):
    subject = "Re: " + (last.header("Subject") if last else "hello")
    extra = {"Content-Type": change.get("contentType", "text/plain; charset=UTF-8")}
    return raw(head(mailbox, last, change, recipient(last), subject, extra), change.get("text", "Happy to talk."))


def automatic(mailbox, last, change):
    subject = "Automatic reply: " + (last.header("Subject") if last else "hello")
    extra = {"Content-Type": "text/plain; charset=UTF-8", "Auto-Submitted": "auto-replied", "X-Autoreply": "yes"}
    return raw(head(mailbox, last, change, recipient(last), subject, extra), change.get("text", "I am away."))


def report(mailbox, last, change, action, status, subject):
    extra = {"Content-Type": 'multipart/report; boundary="%s"; report-type=delivery-status' % BOUNDARY,
             "Auto-Submitted": "auto-replied", "Return-Path": "<>"}
    address = change.get("recipient", recipient(last)).split("<")[-1].strip("> ")
    if action == "failed":
        extra["X-Failed-Recipients"] = address
    part = "--%s\nContent-Type: %s\n\n%s\n"
    body = part % (BOUNDARY, "text/plain; charset=UTF-8", change.get("text", "Your message has a problem."))
    body += part % (BOUNDARY, "message/delivery-status",
                    "Reporting-MTA: dns; googlemail.com\n\nFinal-Recipient: rfc822; %s\nAction: %s\nStatus: %s\n"
                    "Diagnostic-Code: smtp; 550 %s The email account does not exist." % (address, action, status, status))
    body += part % (BOUNDARY, "message/rfc822", last.raw.decode("utf-8", "replace") if last else "Subject: x\n\nx")
    body += "--%s--\n" % BOUNDARY
    sender = "Mail Delivery Subsystem <mailer-daemon@googlemail.com>"
    return raw(head(mailbox, last, change, sender, subject, extra), body)


def bounce(mailbox, last, change):
    return report(mailbox, last, change, "failed", change.get("status", "5.1.1"), "Delivery Status Notification (Failure)")


def delayed(mailbox, last, change):
    return report(mailbox, last, change, "delayed", change.get("status", "4.4.1"), "Delivery Status Notification (Delay)")


KINDS = {"human": human, "auto": automatic, "bounce": bounce, "delayed": delayed}
