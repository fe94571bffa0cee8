// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/mailthread.h"

#include "flows/mailfacts.h"
#include "mail/parse.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

bool counts(const mail::GmailMessage &message)
{
    return !message.labels.contains(u"DRAFT"_s) && !message.labels.contains(u"TRASH"_s)
            && !message.labels.contains(u"SPAM"_s);
}

/// Message ids out of a header, without their brackets.
QStringList idsIn(const QString &header)
{
    static const QRegularExpression id(u"<([^<>\\s]+)>"_s);
    QStringList ids;
    for (auto match = id.globalMatch(header); match.hasNext();) {
        ids << match.next().captured(1);
    }
    return ids;
}

} // namespace

bool JudgedMessage::isUnread() const
{
    return message.labels.contains(u"UNREAD"_s);
}

bool JudgedMessage::isSent() const
{
    return verdict.kind == mail::AnswerKind::own && message.labels.contains(u"SENT"_s);
}

QStringList MailThread::sentIds() const
{
    QStringList ids;
    for (const JudgedMessage &judged : messages) {
        if (judged.isSent()) {
            ids << judged.message.id;
        }
    }
    return ids;
}

const JudgedMessage *MailThread::newest(mail::AnswerKind kind) const
{
    const auto reversed = messages | std::views::reverse;
    const auto found = std::ranges::find_if(
            reversed, [kind](const JudgedMessage &judged) { return judged.verdict.kind == kind; });
    return found == reversed.end() ? nullptr : &*found;
}

QString MailThread::inReplyTo() const
{
    return messages.isEmpty() ? QString()
                              : idsIn(messages.constLast().message.header(u"Message-ID")).value(0);
}

QStringList MailThread::references() const
{
    if (messages.isEmpty()) {
        return {};
    }
    const mail::GmailMessage &last = messages.constLast().message;
    QStringList ids = idsIn(last.header(u"References"));
    if (ids.isEmpty()) {
        ids = idsIn(last.header(u"In-Reply-To")).mid(0, 1);
    }
    ids << idsIn(last.header(u"Message-ID")).mid(0, 1);
    ids.removeDuplicates();
    return ids;
}

Task<Result<MailThread>> readThread(Services *services, GmailAccount account, QString threadId,
                                    std::stop_token stop)
{
    if (!account.canRead()) {
        co_return failure(ErrorKind::forbidden,
                          tr("The Gmail account %1 was connected without the permission to read, so Crema "
                             "cannot see who answered.")
                                  .arg(account.email));
    }
    const mail::GmailAccess access = accessTo(*services, account.email);
    auto asking = services->gmail.thread(access, threadId, std::move(stop));
    const auto found = co_await asking;
    if (!found) {
        co_return std::unexpected(found.error());
    }
    MailThread thread;
    thread.account = account.email;
    thread.id = found->id;
    thread.historyId = found->historyId;
    for (const mail::GmailMessage &message : found->messages) {
        if (counts(message)) {
            thread.messages << JudgedMessage {message, mail::judgeAnswer(message, {account.email})};
        }
    }
    if (!thread.messages.isEmpty()) {
        thread.subject = mail::decodedText(thread.messages.constFirst().message.header(u"Subject").toUtf8());
    }
    co_return thread;
}

Result<QHash<QString, QVector<ThreadPlace>>> threadsByContact(const store::Reader &reader)
{
    const auto sent = allSendMarks(reader);
    const auto places = allPlaces(reader);
    const auto rows = store::draftRows(reader, store::DraftBodies::ofAccepted);
    if (!sent || !places || !rows) {
        return std::unexpected(!sent ? sent.error() : !places ? places.error() : rows.error());
    }
    QHash<QString, QVector<ThreadPlace>> threads;
    for (const store::DraftRow &row : *rows) {
        const SendMark mark = sent->value(row.id);
        const MailboxPlace place = places->value(row.id);
        const bool left = mark.state == SendState::sent && !mark.threadId.isEmpty();
        if (left || place.exists()) {
            threads[row.contactId] << (left ? ThreadPlace {mark.account, mark.threadId, row.id, mark.at}
                                            : ThreadPlace {place.account, place.draft.threadId, row.id,
                                                           place.at});
        }
    }
    for (QVector<ThreadPlace> &own : threads) {
        std::ranges::sort(own, {}, &ThreadPlace::at);
    }
    return threads;
}

} // namespace crema::flows
