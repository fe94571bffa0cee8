// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/emlfile.h"

#include "base/paths.h"

using namespace Qt::StringLiterals;

namespace crema::mail {

namespace {

constexpr qsizetype idLetters = 6;
constexpr qsizetype nameLetters = 60;

} // namespace

QString emlFileName(const Draft &draft, const Contact &contact)
{
    QStringList words {contact.name(), contact.company()};
    words.removeAll(QString());
    if (contact.name().isEmpty()) {
        words.prepend(contact.email());
        words.removeAll(QString());
    }
    QString person = words.isEmpty() ? u"email"_s : safeFileName(words.join(u' ')).left(nameLetters);
    if (person.back().isHighSurrogate()) {
        person.chop(1);
    }
    const QString id = draft.id.isEmpty() ? QString() : u'-' + draft.id.left(idLetters);
    return safeFileName(person + id) + u".eml"_s;
}

OutgoingMail mailFor(const Draft &draft, const Contact &contact, const Profile &profile,
                     const QDateTime &date)
{
    OutgoingMail mail;
    mail.fromName = profile.name;
    mail.fromEmail = profile.email;
    mail.toName = contact.name();
    mail.toEmail = contact.email();
    mail.subject = draft.subject;
    mail.textBody = draft.body;
    mail.date = date;
    return mail;
}

} // namespace crema::mail
