// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/envelope.h"

using namespace Qt::StringLiterals;

namespace crema::write {

Draft emptyDraft(const WriteRequest &request)
{
    Draft draft;
    draft.contactId = request.contact.id;
    draft.runId = request.contact.runId;
    draft.kind = mailKindName(request.kind);
    draft.state = u"draft"_s;
    draft.resumeId = request.resumeId;
    draft.createdAt = request.createdAt;
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
    return formal ? u"Dear %1,"_s.arg(full.isEmpty() ? name : full) : u"Hi %1,"_s.arg(name);
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

} // namespace crema::write
