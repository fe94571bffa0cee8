// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/replylog.h"

#include "base/paths.h"
#include "contacts/identity.h"
#include "flows/followupflow.h"
#include "flows/jobkinds.h"
#include "flows/mailfacts.h"
#include "mail/answers.h"
#include "mail/parse.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr qint64 largestMessage = 60'000'000;

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

/// The headers by which an answer is judged.
mail::GmailMessage headersOf(const QByteArray &bytes)
{
    mail::GmailMessage message;
    const qsizetype end = std::max<qsizetype>(bytes.indexOf("\r\n\r\n"), bytes.indexOf("\n\n"));
    QString last;
    for (const QByteArray &line : bytes.left(end < 0 ? bytes.size() : end).split('\n')) {
        const QString text = QString::fromUtf8(line);
        const auto colon = text.indexOf(u':');
        if (!text.isEmpty() && text[0].isSpace() && !message.headers.isEmpty()) {
            message.headers.last().value += u' ' + text.trimmed();
        } else if (colon > 0) {
            message.headers << mail::GmailHeader {text.left(colon), text.sliced(colon + 1).trimmed()};
        }
    }
    return message;
}

Result<Contact> senderOf(const store::Reader &reader, const QString &address)
{
    Contact asked;
    setFirstPoint(asked.addresses, {}, address);
    for (const contacts::IdentityKey &key : contacts::identityKeys(asked)) {
        const auto ids = reader.withKey(Kind::contact, recordKey(key));
        if (!ids) {
            return std::unexpected(ids.error());
        }
        if (!ids->isEmpty()) {
            return reader.contact(ids->constFirst());
        }
    }
    return failure(ErrorKind::rejectedInput,
                   tr("Nobody in contacts has the address %1; add it to their record first.").arg(address));
}

} // namespace

Task<Result<LoggedReply>> logReply(Services *services, QString path)
{
    const auto bytes = readFile(path, largestMessage);
    if (!bytes) {
        co_return std::unexpected(bytes.error());
    }
    const auto mail = mail::parseMessage(*bytes);
    if (!mail) {
        co_return failure(mail.error().kind, u"%1: %2"_s.arg(QFileInfo(path).fileName(), mail.error().text));
    }
    const auto profile = services->reader.profile();
    if (!profile) {
        co_return std::unexpected(profile.error());
    }
    const QString from = mail->from.isEmpty() ? QString() : mail->from.constFirst().email.toLower();
    const auto verdict = mail::judgeAnswer(headersOf(*bytes), {profile->email.toLower()});
    if (from.isEmpty() || verdict.kind == mail::AnswerKind::own) {
        co_return failure(ErrorKind::rejectedInput,
                          from.isEmpty() ? tr("This email does not say who wrote it.")
                                         : tr("This email is your own; drop the one that answers it."));
    }
    if (verdict.kind != mail::AnswerKind::human) {
        co_return failure(ErrorKind::rejectedInput,
                          tr("This is an automatic message (%1), not an answer; nothing was noted.")
                                  .arg(verdict.reason));
    }
    const auto contact = senderOf(services->reader, from);
    if (!contact) {
        co_return std::unexpected(contact.error());
    }
    const QDateTime at = mail->date.isValid() ? mail->date.toUTC() : services->clock.now();
    auto noting = noteReply(services, contact->id, at);
    const auto noted = co_await noting;
    if (!noted) {
        co_return std::unexpected(noted.error());
    }
    co_return LoggedReply {*noted, mail->subject, at};
}

} // namespace crema::flows
