// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/conversation.h"

#include "mail/parse.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTextDocumentFragment>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr qsizetype mostMessages = 30;
constexpr qsizetype longestText = 50'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("flows", text);
}

/// The line before a quotation: "On 3 Dec 2026, Ada wrote:", "Am 3. Dezember schrieb Ada:".
bool introducesQuote(const QString &line)
{
    static const QRegularExpression words(
            u"^(on|am|le|el|il|em|op|den|w "
            u"dniu)\\b.{4,200}(wrote|schrieb|écrit|escribió|scritto|escreveu|schreef|skrev|"
            u"napisał\\(?a?\\)?).{0,80}:\\s*$|^-{2,}\\s*(original message|ursprüngliche nachricht|forwarded message)"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return words.match(line.trimmed()).hasMatch();
}

ConversationMessage messageFrom(const JudgedMessage &judged, const QByteArray &raw)
{
    ConversationMessage message;
    message.id = judged.message.id;
    message.from = mail::decodedText(judged.message.header(u"From").toUtf8());
    message.at = judged.message.at;
    message.kind = judged.verdict.kind;
    message.reason = judged.verdict.reason;
    message.isUnread = judged.isUnread();
    const auto parsed = mail::parseMessage(raw);
    if (!parsed) {
        message.text = tr("(This message cannot be shown here; open it in Gmail.)");
        return message;
    }
    const Quoting split = withoutQuote(wordsOf(parsed->textBody, parsed->htmlBody));
    message.text = split.text;
    message.quoted = split.quoted;
    message.attachments = parsed->attachmentNames;
    return message;
}

} // namespace

QString wordsOf(const QString &text, const QString &html)
{
    if (!text.trimmed().isEmpty() || html.isEmpty()) {
        return text.left(longestText).trimmed();
    }
    // Nothing of it is ever rendered: only its words come out, and no resource is loaded for that.
    static const QRegularExpression hidden(u"<(script|style|head|title)\\b[^>]*>.*?</\\1\\s*>"_s,
                                           QRegularExpression::CaseInsensitiveOption
                                                   | QRegularExpression::DotMatchesEverythingOption);
    QString visible = html.left(longestText * 10);
    visible.remove(hidden);
    QString words = QTextDocumentFragment::fromHtml(visible).toPlainText();
    words.remove(QChar::ObjectReplacementCharacter);
    return words.left(longestText).trimmed();
}

Quoting withoutQuote(const QString &words)
{
    const QStringList lines = words.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool begins = introducesQuote(lines[i])
                || (i + 1 < lines.size() && introducesQuote(lines[i] + u' ' + lines[i + 1]));
        const bool quotesOnly = lines[i].startsWith(u'>')
                && std::all_of(lines.begin() + i, lines.end(), [](const QString &line) {
                                    return line.trimmed().isEmpty() || line.startsWith(u'>');
                                });
        if (i > 0 && (begins || quotesOnly)) {
            return {lines.first(i).join(u'\n').trimmed(), lines.sliced(i).join(u'\n').trimmed()};
        }
    }
    return {words, {}};
}

Task<Result<Conversation>> readConversation(Services *services, QString contactId, std::stop_token stop)
{
    const auto threads = threadsByContact(services->reader);
    if (!threads) {
        co_return std::unexpected(threads.error());
    }
    const QVector<ThreadPlace> places = threads->value(contactId);
    if (places.isEmpty()) {
        co_return failure(ErrorKind::notFound,
                          tr("No email to this contact went through a connected mailbox."));
    }
    const ThreadPlace place = places.constLast();
    const auto account = gmailAccount(services->reader, place.account);
    if (!account) {
        co_return std::unexpected(account.error());
    }
    auto reading = readThread(services, *account, place.threadId, stop);
    const auto thread = co_await reading;
    if (!thread) {
        auto noting = noteTrouble(services, account->email, thread.error());
        const Error error = co_await noting;
        co_return std::unexpected(error);
    }
    Conversation conversation {contactId, account->email, thread->id, thread->subject, {}, 0};
    conversation.leftOut = static_cast<int>(std::max<qsizetype>(0, thread->messages.size() - mostMessages));
    const mail::GmailAccess access = accessTo(*services, account->email);
    for (const JudgedMessage &judged : thread->messages.sliced(conversation.leftOut)) {
        auto asking = services->gmail.rawMessage(access, judged.message.id, stop);
        const auto raw = co_await asking;
        if (!raw && raw.error().kind == ErrorKind::notFound) {
            continue; // deleted meanwhile
        }
        if (!raw) {
            co_return std::unexpected(raw.error());
        }
        conversation.messages << messageFrom(judged, raw->raw);
    }
    co_return conversation;
}

} // namespace crema::flows
