// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/answers.h"

#include "mail/parse.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace crema::mail {

namespace {

/// The headers of a message as the rules below ask for them.
struct Envelope
{
    QString from; ///< the address
    QString subject;
    QString contentType; ///< lower case, with its parameters
    QString autoSubmitted; ///< lower case, without parameters; empty for "no"
    QString precedence;
    bool isReport = false; ///< multipart/report
    bool hasFailedRecipients = false;
    bool hasNullSender = false; ///< Return-Path: <>

    [[nodiscard]] QString localPart() const { return from.section(u'@', 0, 0); }
    [[nodiscard]] QString domain() const { return from.section(u'@', -1); }
};

QString firstWord(const QString &value)
{
    return value.section(u';', 0, 0).section(u'(', 0, 0).trimmed().toLower();
}

Envelope envelopeOf(const GmailMessage &message)
{
    Envelope envelope;
    envelope.from = addressOf(message.header(u"From"));
    envelope.subject = decodedText(message.header(u"Subject").toUtf8()).simplified().toLower();
    envelope.contentType = message.header(u"Content-Type").simplified().toLower();
    envelope.autoSubmitted = firstWord(message.header(u"Auto-Submitted"));
    if (envelope.autoSubmitted == "no"_L1) {
        envelope.autoSubmitted.clear();
    }
    envelope.precedence = firstWord(message.header(u"Precedence"));
    envelope.isReport = message.mediaType == "multipart/report"_L1
            || envelope.contentType.startsWith("multipart/report"_L1);
    envelope.hasFailedRecipients = !message.header(u"X-Failed-Recipients").trimmed().isEmpty();
    envelope.hasNullSender = message.header(u"Return-Path").remove(u' ') == "<>"_L1;
    return envelope;
}

bool isOwn(const GmailMessage &message, const Envelope &envelope, const QStringList &account)
{
    return message.labels.contains("SENT"_L1) || message.labels.contains("DRAFT"_L1)
            || (!envelope.from.isEmpty() && account.contains(envelope.from, Qt::CaseInsensitive));
}

/// The senders of delivery reports. A human may be a postmaster, so that name needs a second sign.
bool isDaemon(const Envelope &envelope)
{
    const QString name = envelope.localPart();
    return name == "mailer-daemon"_L1 || name == "maildaemon"_L1 || name.startsWith("microsoftexchange"_L1);
}

bool isPostmaster(const Envelope &envelope)
{
    return envelope.localPart() == "postmaster"_L1
            && (envelope.isReport || envelope.hasFailedRecipients || envelope.hasNullSender
                || !envelope.autoSubmitted.isEmpty());
}

bool isDeliveryReport(const Envelope &envelope)
{
    static const QRegularExpression type(uR"(report-type\s*=\s*"?delivery-status)"_s);
    return envelope.isReport && type.match(envelope.contentType).hasMatch();
}

/// Only words at the start count: behind them stands the subject of the message that was sent, and that may
/// say anything.
bool isDelay(const Envelope &envelope)
{
    static const QRegularExpression words(
            uR"(^(?:delivery status notification \(delay\)|delivery (?:is |has been )?delayed\b|delayed mail \(still being retried\)|message delayed\b|warning: (?:could not send message|message \S+ delayed|delivery delayed|delayed mail)|mail delivery delayed|(?:die )?zustellung (?:ist )?verzögert|remise retardée|entrega (?:retrasada|demorada)|consegna (?:ritardata|in ritardo)|entrega atrasada))"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    return words.match(envelope.subject).hasMatch();
}

/// A report that all is well.
bool isDelivered(const Envelope &envelope)
{
    static const QRegularExpression words(
            uR"(^(?:delivery status notification \((?:success|relay|expanded)\)|successful mail delivery report|delivered:|relayed:|expanded:|zugestellt:|weitergeleitet:|remis:))"_s);
    return words.match(envelope.subject).hasMatch();
}

std::optional<AnswerVerdict> judgeReport(const Envelope &envelope)
{
    QString reason;
    if (isDeliveryReport(envelope)) {
        reason = u"Content-Type: multipart/report; report-type=delivery-status"_s;
    } else if (envelope.hasFailedRecipients) {
        reason = u"X-Failed-Recipients"_s;
    } else if (isDaemon(envelope) || isPostmaster(envelope)) {
        reason = u"From: "_s + envelope.from;
    } else {
        return std::nullopt;
    }
    if (isDelivered(envelope)) {
        return AnswerVerdict {AnswerKind::automatic, reason};
    }
    return AnswerVerdict {isDelay(envelope) ? AnswerKind::delayed : AnswerKind::bounce, reason};
}

/// What no person sets in a mail of their own; empty when there is none.
QString automaticSign(const GmailMessage &message, const Envelope &envelope)
{
    static const QStringList precedences {u"bulk"_s, u"auto_reply"_s, u"auto-reply"_s, u"junk"_s, u"list"_s};
    static const QStringList noReply {u"noreply"_s,    u"no-reply"_s,     u"no_reply"_s,
                                      u"donotreply"_s, u"do-not-reply"_s, u"do_not_reply"_s};
    if (!envelope.autoSubmitted.isEmpty()) {
        return u"Auto-Submitted: "_s + envelope.autoSubmitted;
    }
    for (const QString &name : {u"X-Autoreply"_s, u"X-Autorespond"_s}) {
        const QString value = message.header(name).trimmed().toLower();
        if (!value.isEmpty() && value != "no"_L1 && value != "false"_L1) {
            return name;
        }
    }
    if (precedences.contains(envelope.precedence)) {
        return u"Precedence: "_s + envelope.precedence;
    }
    if (!message.header(u"List-Id").trimmed().isEmpty()) {
        return u"List-Id"_s;
    }
    if (envelope.isReport) { // a receipt or a complaint
        return u"Content-Type: multipart/report"_s;
    }
    if (envelope.hasNullSender) {
        return u"Return-Path: <>"_s;
    }
    return noReply.contains(envelope.localPart()) ? u"From: "_s + envelope.from : QString();
}

/// The subject of an automatic reply in a message that names none it answers. Either alone says nothing:
/// people write about being out of office, and some mail programs leave the references out.
bool isVacation(const GmailMessage &message, const Envelope &envelope)
{
    static const QRegularExpression words(
            uR"(^(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|automatische antwort|abwesenheitsnotiz|réponse automatique|respuesta automática|risposta automatica|resposta automática|automatisch antwoord|automatiskt svar|autosvar|odpowiedź automatyczna|автоматический ответ|自動返信|自动回复|자동 회신)\s*(?::|\x{ff1a}))"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    return words.match(envelope.subject).hasMatch() && message.header(u"In-Reply-To").isEmpty()
            && message.header(u"References").isEmpty();
}

/// Services that hold a message back until its sender has proved something.
bool isChallenge(const Envelope &envelope, bool isAutomatic)
{
    static const QStringList services {u"boxbe.com"_s, u"spamarrest.com"_s, u"mailinblack.com"_s,
                                       u"bitbounce.com"_s};
    static const QRegularExpression words(
            uR"(^(?:re: )?(?:please confirm your (?:message|e-?mail)|confirm your (?:message|e-?mail) to|sender verification|verification required|your (?:message|e-?mail) (?:is )?(?:awaiting|requires) (?:verification|confirmation)|message held for (?:verification|confirmation)))"_s);
    const bool isService = std::any_of(
            services.cbegin(), services.cend(), [&envelope](const QString &service) {
                return envelope.domain() == service || envelope.domain().endsWith(u'.' + service);
            });
    return isAutomatic && (isService || words.match(envelope.subject).hasMatch());
}

} // namespace

AnswerVerdict judgeAnswer(const GmailMessage &message, const QStringList &account)
{
    const Envelope envelope = envelopeOf(message);
    if (isOwn(message, envelope, account)) {
        return {AnswerKind::own, u"From: "_s + envelope.from};
    }
    if (auto verdict = judgeReport(envelope)) {
        return *std::move(verdict);
    }
    QString sign = automaticSign(message, envelope);
    if (isChallenge(envelope, !sign.isEmpty())) {
        return {AnswerKind::challenge, u"Subject: "_s + message.header(u"Subject").simplified()};
    }
    if (sign.isEmpty() && isVacation(message, envelope)) {
        sign = u"Subject: "_s + message.header(u"Subject").simplified();
    }
    return {sign.isEmpty() ? AnswerKind::human : AnswerKind::automatic, sign};
}

QString addressOf(const QString &header)
{
    const QVector<Mailbox> mailboxes = mailboxesIn(header.toUtf8());
    const auto found = std::find_if(mailboxes.cbegin(), mailboxes.cend(), [](const Mailbox &mailbox) {
        // A name with a bare comma reads as a person without an address.
        return mailbox.email.indexOf(u'@') > 0 && !mailbox.email.endsWith(u'@');
    });
    return found == mailboxes.cend() ? QString() : found->email.trimmed().toLower();
}

} // namespace crema::mail
