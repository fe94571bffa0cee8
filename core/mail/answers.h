// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/gmail.h"

#include <QString>

namespace crema::mail {

/// What a message in a conversation of ours is.
enum class AnswerKind {
    own, ///< written by the account itself, sent or draft
    human,
    automatic, ///< out of office, an acknowledgement, a list (RFC 3834, RFC 2919)
    bounce, ///< could not be delivered (RFC 3464)
    delayed, ///< not delivered yet; the server goes on trying
    challenge, ///< asks the sender to prove something before it delivers
};

/// A verdict and the header or word it rests on, for people.
struct AnswerVerdict
{
    AnswerKind kind = AnswerKind::human;
    QString reason;
};

/// Judges by headers alone. `account` are the addresses of the mailbox's owner, lower case.
[[nodiscard]] AnswerVerdict judgeAnswer(const GmailMessage &message, const QStringList &account);

/// What a delivery report (multipart/report, RFC 3464) says of each recipient.
struct DeliveryReport
{
    QString recipient; ///< lower case
    QString action; ///< "failed", "delayed", "delivered", "relayed", "expanded"
    QString status; ///< "5.1.1"
    QString explanation; ///< the other server's own words, one line
};
[[nodiscard]] QVector<DeliveryReport> deliveryReports(const QByteArray &message);

/// The first address of a From header, in lower case; empty when there is none. Compared whole, never as a
/// part.
[[nodiscard]] QString addressOf(const QString &header);

} // namespace crema::mail
