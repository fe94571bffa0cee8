// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/mailfacts.h"

#include "base/json.h"
#include "store/facts.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

const QString placeFact = u"gmail.draft"_s;
const QString sendFact = u"gmail.send"_s;
const QString queueFact = u"gmail.queue"_s;
const QString answerFact = u"gmail.answer"_s;

constexpr std::array sendWords {"none", "sending", "sent", "unknown"};
constexpr std::array answerWords {"unknown", "not_replied", "replied", "bounced"};

template <typename State, size_t n>
State stateFrom(const std::array<const char *, n> &words, const QString &word)
{
    const auto found = std::ranges::find_if(
            words, [&word](const char *own) { return word == QLatin1StringView(own); });
    return found == words.end() ? State {} : static_cast<State>(found - words.begin());
}

std::string utf8(const QString &text)
{
    return text.toStdString();
}

Json draftJson(const mail::GmailDraft &draft)
{
    return {{"id", utf8(draft.id)}, {"message", utf8(draft.messageId)}, {"thread", utf8(draft.threadId)}};
}

mail::GmailDraft draftIn(const Json &json)
{
    return {textAt(json, "id"), textAt(json, "message"), textAt(json, "thread")};
}

Json toJson(const MailboxPlace &place)
{
    return {{"account", utf8(place.account)}, {"draft", draftJson(place.draft)},
            {"content", utf8(place.content)}, {"at", utf8(place.at)},
            {"making", place.isBeingMade},    {"before", jsonTexts(place.sentBefore)}};
}

void read(const Json &json, MailboxPlace &place)
{
    place = {textAt(json, "account"), draftIn(member(json, "draft")), textAt(json, "content"),
             textAt(json, "at"),      boolAt(json, "making"),         textsAt(json, "before")};
}

Json toJson(const SendMark &mark)
{
    return {{"state", sendWords[static_cast<size_t>(mark.state)]},
            {"account", utf8(mark.account)},
            {"draft", draftJson(mark.draft)},
            {"message", utf8(mark.messageId)},
            {"thread", utf8(mark.threadId)},
            {"before", jsonTexts(mark.sentBefore)},
            {"at", utf8(mark.at)},
            {"reason", utf8(mark.reason)},
            {"byUser", mark.byUser}};
}

void read(const Json &json, SendMark &mark)
{
    mark.state = stateFrom<SendState>(sendWords, textAt(json, "state"));
    mark.account = textAt(json, "account");
    mark.draft = draftIn(member(json, "draft"));
    mark.messageId = textAt(json, "message");
    mark.threadId = textAt(json, "thread");
    mark.sentBefore = textsAt(json, "before");
    mark.at = textAt(json, "at");
    mark.reason = textAt(json, "reason");
    mark.byUser = boolAt(json, "byUser");
}

Json toJson(const QueueEntry &entry)
{
    return {{"due", utf8(entry.due)},
            {"account", utf8(entry.account)},
            {"atOnce", entry.atOnce},
            {"held", utf8(entry.held)}};
}

void read(const Json &json, QueueEntry &entry)
{
    entry = {textAt(json, "due"), textAt(json, "account"), boolAt(json, "atOnce"), textAt(json, "held")};
}

Json toJson(const ContactAnswer &answer)
{
    return {{"state", answerWords[static_cast<size_t>(answer.state)]},
            {"unread", answer.unread},
            {"asOf", utf8(answer.asOf)},
            {"reason", utf8(answer.reason)},
            {"account", utf8(answer.account)},
            {"thread", utf8(answer.threadId)},
            {"message", utf8(answer.messageId)},
            {"at", utf8(answer.at)},
            {"automatic", answer.automatic}};
}

void read(const Json &json, ContactAnswer &answer)
{
    answer.state = stateFrom<AnswerState>(answerWords, textAt(json, "state"));
    answer.unread = boolAt(json, "unread");
    answer.asOf = textAt(json, "asOf");
    answer.reason = textAt(json, "reason");
    answer.account = textAt(json, "account");
    answer.threadId = textAt(json, "thread");
    answer.messageId = textAt(json, "message");
    answer.at = textAt(json, "at");
    answer.automatic = boolAt(json, "automatic");
}

/// A fact that this version cannot read is an error: taking it for none could send an email twice.
template <typename Value>
Result<Value> valueFrom(const QString &text, const QString &name)
{
    Value value;
    if (text.isEmpty()) {
        return value;
    }
    const auto json = parseJson(text.toUtf8());
    if (!json || !json->is_object()) {
        return failure(ErrorKind::storage,
                       u"What the workspace knows of a mailbox (\"%1\") cannot be read."_s.arg(name));
    }
    read(*json, value);
    return value;
}

template <typename Value>
Result<Value> readOne(const store::Reader &reader, const QString &recordId, const QString &name)
{
    const auto text = reader.fact(recordId, name);
    return text ? valueFrom<Value>(*text, name) : std::unexpected(text.error());
}

template <typename Value>
Result<QHash<QString, Value>> readAll(const store::Reader &reader, const QString &name)
{
    const auto texts = store::factsNamed(reader, name);
    if (!texts) {
        return std::unexpected(texts.error());
    }
    QHash<QString, Value> values;
    for (const auto &[id, text] : texts->asKeyValueRange()) {
        const auto value = valueFrom<Value>(text, name);
        if (!value) {
            return std::unexpected(value.error());
        }
        values.insert(id, *value);
    }
    return values;
}

template <typename Value>
void add(store::Operation &operation, const QString &recordId, const QString &name, const Value &value)
{
    operation.facts.push_back({recordId, name, QString::fromUtf8(toBytes(toJson(value)))});
}

} // namespace

Result<MailboxPlace> placeOf(const store::Reader &reader, const QString &draftId)
{
    return readOne<MailboxPlace>(reader, draftId, placeFact);
}

Result<SendMark> sendMarkOf(const store::Reader &reader, const QString &draftId)
{
    return readOne<SendMark>(reader, draftId, sendFact);
}

Result<QueueEntry> queueEntryOf(const store::Reader &reader, const QString &draftId)
{
    return readOne<QueueEntry>(reader, draftId, queueFact);
}

Result<ContactAnswer> answerOf(const store::Reader &reader, const QString &contactId)
{
    return readOne<ContactAnswer>(reader, contactId, answerFact);
}

std::optional<ContactAnswer> answerIn(const QString &factName, const QString &value)
{
    const auto answer = factName == answerFact ? valueFrom<ContactAnswer>(value, factName)
                                               : Result<ContactAnswer>(ContactAnswer {});
    return answer && !answer->asOf.isEmpty() ? std::optional(*answer) : std::nullopt;
}

Result<QHash<QString, MailboxPlace>> allPlaces(const store::Reader &reader)
{
    return readAll<MailboxPlace>(reader, placeFact);
}

Result<QHash<QString, SendMark>> allSendMarks(const store::Reader &reader)
{
    return readAll<SendMark>(reader, sendFact);
}

Result<QHash<QString, QueueEntry>> allQueued(const store::Reader &reader)
{
    auto queued = readAll<QueueEntry>(reader, queueFact);
    if (queued) {
        queued->removeIf([](const auto &entry) { return !entry.value().isQueued(); });
    }
    return queued;
}

Result<QHash<QString, ContactAnswer>> allAnswers(const store::Reader &reader)
{
    return readAll<ContactAnswer>(reader, answerFact);
}

void note(store::Operation &operation, const QString &draftId, const MailboxPlace &place)
{
    add(operation, draftId, placeFact, place);
}

void note(store::Operation &operation, const QString &draftId, const SendMark &mark)
{
    add(operation, draftId, sendFact, mark);
}

void note(store::Operation &operation, const QString &draftId, const QueueEntry &entry)
{
    add(operation, draftId, queueFact, entry);
}

void note(store::Operation &operation, const QString &contactId, const ContactAnswer &answer)
{
    add(operation, contactId, answerFact, answer);
}

QString sendStateWord(SendState state)
{
    return QString::fromLatin1(sendWords[static_cast<size_t>(state)]);
}

QString answerWord(AnswerState state)
{
    return QString::fromLatin1(answerWords[static_cast<size_t>(state)]);
}

} // namespace crema::flows
