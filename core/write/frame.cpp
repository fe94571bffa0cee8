// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/frame.h"

#include "write/phrases.h"

using namespace Qt::StringLiterals;

namespace crema::write {

QString framed(const WriteRequest &request, const QString &text)
{
    const QString name = greetingName(request.contact);
    QString body = name.isEmpty() ? u"Hello,"_s : u"Hi %1,"_s.arg(name);
    body += u"\n\n"_s + text + u"\n\n"_s + signOffOf(request.profile.writing) + u',';
    if (const QString signature = signatureOf(request.profile); !signature.isEmpty()) {
        body += u'\n' + signature;
    }
    return body;
}

Draft emptyDraft(const WriteRequest &request, const QString &writer)
{
    Draft draft;
    draft.contactId = request.contact.id;
    draft.runId = request.contact.runId;
    draft.kind = mailKindName(request.kind);
    draft.state = u"draft"_s;
    draft.writer = writer;
    draft.resumeId = request.resumeId;
    draft.createdAt = request.createdAt;
    return draft;
}

} // namespace crema::write
