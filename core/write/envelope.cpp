// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/envelope.h"

#include "base/subjects.h"
#include "truth/gate.h"
#include "write/phrases.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

const Draft *lastThatLeft(const WriteRequest &request)
{
    const auto reversed = request.earlier | std::views::reverse;
    const auto found = std::ranges::find_if(reversed, [](const Draft &draft) {
        return hasLeft(draft) && !bareSubject(draft.subject).isEmpty();
    });
    return found == reversed.end() ? nullptr : &*found;
}

} // namespace

Draft emptyDraft(const WriteRequest &request)
{
    Draft draft;
    draft.contactId = request.contact.id;
    draft.runId = request.contact.runId;
    draft.kind = mailKindName(request.kind);
    draft.state = u"draft"_s;
    draft.resumeId = request.resumeId;
    draft.createdAt = request.createdAt;
    if (const Draft *last = lastThatLeft(request); last && request.kind == MailKind::followUp) {
        draft.subject = replySubject(last->subject);
        draft.extra[followsMember] = last->subject.toStdString();
    }
    return draft;
}

QString greetingFor(const WriteRequest &request, const Variables &variables)
{
    const bool formal = request.profile.writing.tone == Tone::formal;
    // No record says how a person is addressed ("Ms."), so the full name stands in for it.
    const QString full = variables.value(u"fullName"_s).value;
    const QString name = variables.value(u"name"_s).value;
    if (name.isEmpty()) {
        return u"Hello,"_s;
    }
    const QString usual = formal ? u"Dear"_s : u"Hi"_s;
    const QString rest = u" %1,"_s.arg(formal && !full.isEmpty() ? full : name);
    // A word the user writes in its place is followed as long as the line still reads as a greeting.
    const QString learned = request.voice.greetings.value(usual, usual) + rest;
    return truth::partsOf(learned + u"\n\n"_s, {}).greeting.length > 0 ? learned : usual + rest;
}

QString inEnvelope(const QString &text, const WriteRequest &request, const Variables &variables)
{
    // The sender's own words come before what was learned, what was learned before the usual ones of the
    // tone.
    const WritingStyle &style = request.profile.writing;
    const bool learned = style.signOff.isEmpty() && !request.voice.signOff.isEmpty();
    QString body = greetingFor(request, variables) + u"\n\n"_s + text + u"\n\n"_s
            + (learned ? request.voice.signOff : signOffOf(style)) + u',';
    if (const QString signature = signatureOf(request.profile); !signature.isEmpty()) {
        body += u'\n' + signature;
    }
    return body;
}

QString inEnvelope(const QString &text, const WriteRequest &request)
{
    const Variables names {{u"name"_s, {greetingName(request.contact), {}}},
                           {u"fullName"_s, {fullName(request.contact), {}}}};
    return inEnvelope(text, request, names);
}

} // namespace crema::write
