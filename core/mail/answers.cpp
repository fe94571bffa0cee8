// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/answers.h"

#include "mail/encodedwords.h"
#include "mail/gobject.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::mail {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crema::mail)
};

/// The value of a header without its parameters and comments: "auto-replied; owner-email=..." is
/// "auto-replied".
QString token(const QString &value)
{
    static const QRegularExpression end(u"[;(\\s]"_s);
    const QString trimmed = value.trimmed().toLower();
    const auto at = trimmed.indexOf(end);
    return at < 0 ? trimmed : trimmed.left(at);
}

bool isMailServer(const QString &address)
{
    const QString local = address.section(u'@', 0, 0);
    return local == "mailer-daemon"_L1 || local == "postmaster"_L1 || local == "mail-daemon"_L1
            || local == "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e"_L1;
}

bool isReport(const GmailMessage &message)
{
    const QString type = message.header(u"Content-Type").toLower();
    return message.mediaType == "multipart/report"_L1 || type.startsWith("multipart/report"_L1);
}

/// "disposition-notification" is a receipt of having been read, no failure.
bool isDeliveryReport(const GmailMessage &message)
{
    const QString type = message.header(u"Content-Type").toLower();
    return isReport(message) && !type.contains("disposition-notification"_L1)
            && !type.contains("feedback-report"_L1);
}

bool saysDelayed(const QString &subject)
{
    static const QRegularExpression words(
            u"\\b(delay|delayed|warning: could not send|still being retried|will retry|will be retried)\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
    return words.match(subject).hasMatch();
}

bool saysDelivered(const QString &subject)
{
    static const QRegularExpression words(
            u"\\b(successful mail delivery|delivered:|relayed:|delivery notification \\(success\\))"_s,
            QRegularExpression::CaseInsensitiveOption);
    return words.match(subject).hasMatch();
}

bool saysChallenge(const QString &subject)
{
    static const QRegularExpression words(
            u"\\b(confirm(ation)? (your|that you)|please verify|verification required|challenge|spam ?arrest|"
            u"boxbe)\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
    return words.match(subject).hasMatch();
}

/// What a mail server says; nullopt when none speaks.
std::optional<AnswerVerdict> fromServer(const GmailMessage &message, const QString &from)
{
    const QString subject = message.header(u"Subject");
    const bool failedNamed = !message.header(u"X-Failed-Recipients").isEmpty();
    const bool emptyPath = message.header(u"Return-Path").simplified() == "<>"_L1;
    const bool server = isMailServer(from);
    if (!isDeliveryReport(message) && !failedNamed && !server) {
        return std::nullopt;
    }
    if (!isDeliveryReport(message) && !failedNamed && !emptyPath
        && token(message.header(u"Auto-Submitted")).isEmpty()) {
        return std::nullopt; // a postmaster who is a person
    }
    if (saysDelivered(subject)) {
        return AnswerVerdict {AnswerKind::automatic, Tr::tr("a receipt of delivery")};
    }
    if (saysDelayed(subject) && !failedNamed) {
        return AnswerVerdict {AnswerKind::delayed, Tr::tr("a mail server that still tries")};
    }
    const QString recipient = message.header(u"X-Failed-Recipients").simplified();
    return AnswerVerdict {AnswerKind::bounce,
                          recipient.isEmpty()
                                  ? Tr::tr("a report of a mail server")
                                  : Tr::tr("a mail server could not deliver it to %1").arg(recipient)};
}

/// The header that shows a machine wrote it; empty for none. A subject alone proves nothing: people quote
/// them.
QString machineSign(const GmailMessage &message)
{
    const QString submitted = token(message.header(u"Auto-Submitted"));
    if (!submitted.isEmpty() && submitted != "no"_L1) {
        return u"Auto-Submitted: "_s + submitted;
    }
    for (const char *name : {"X-Autoreply", "X-Autorespond"}) {
        const QString value = token(message.header(QString::fromLatin1(name)));
        if (!value.isEmpty() && value != "no"_L1 && value != "false"_L1) {
            return QString::fromLatin1(name);
        }
    }
    const QString precedence = token(message.header(u"Precedence"));
    if (precedence == "bulk"_L1 || precedence == "auto_reply"_L1 || precedence == "junk"_L1
        || precedence == "list"_L1) {
        return u"Precedence: "_s + precedence;
    }
    if (!message.header(u"List-Id").isEmpty()) {
        return u"List-Id"_s;
    }
    if (isReport(message)) {
        return u"Content-Type: multipart/report"_s;
    }
    return {};
}

} // namespace

AnswerVerdict judgeAnswer(const GmailMessage &message, const QStringList &account)
{
    const QString from = addressOf(message.header(u"From"));
    if (account.contains(from) || message.labels.contains(u"SENT"_s) || message.labels.contains(u"DRAFT"_s)) {
        return {AnswerKind::own, {}};
    }
    if (const auto server = fromServer(message, from)) {
        return *server;
    }
    if (const QString sign = machineSign(message); !sign.isEmpty()) {
        const bool challenge = saysChallenge(message.header(u"Subject"));
        return {challenge ? AnswerKind::challenge : AnswerKind::automatic, sign};
    }
    return {AnswerKind::human, {}};
}

QString addressOf(const QString &header)
{
    initLibrary();
    const QByteArray raw = readableWords(header.toUtf8());
    InternetAddressList *list = internet_address_list_parse(nullptr, raw.constData());
    const Owned<InternetAddressList> owned(list);
    QVector<InternetAddress *> open;
    const auto push = [&open](InternetAddressList *addresses) {
        for (int i = addresses == nullptr ? 0 : internet_address_list_length(addresses); i > 0; --i) {
            open << internet_address_list_get_address(addresses, i - 1);
        }
    };
    push(list);
    while (!open.isEmpty()) {
        InternetAddress *address = open.takeLast();
        if (INTERNET_ADDRESS_IS_GROUP(address)) {
            push(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)));
        } else if (const char *text = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address))) {
            return QString::fromUtf8(text).trimmed().toLower();
        }
    }
    return {};
}

} // namespace crema::mail
