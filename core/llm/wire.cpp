// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/wire.h"

#include "net/failures.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::llm {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("llm", words);
}

QString roleName(Role role)
{
    switch (role) {
    case Role::system:
        return u"system"_s;
    case Role::user:
        return u"user"_s;
    case Role::assistant:
        return u"assistant"_s;
    }
    return {};
}

Json formatOf(const ChatRequest &request, AnswerForm form)
{
    if (form == AnswerForm::object) {
        return {{"type", "json_object"}};
    }
    return {{"type", "json_schema"},
            {"json_schema", {{"name", request.schemaName}, {"strict", true}, {"schema", request.schema}}}};
}

/// Where the server does not hold the model to the schema, the model is told it.
QString schemaInWords(const ChatRequest &request)
{
    return u"\n\nAnswer with one JSON object and nothing else. It must match this JSON schema:\n"_s
            + QString::fromUtf8(toBytes(request.schema));
}

Json messagesOf(const ChatRequest &request, AnswerForm form)
{
    Json messages = Json::array();
    for (const Message &message : request.messages) {
        const bool isLast = &message == &request.messages.constLast();
        const QString text = isLast && form != AnswerForm::schema ? message.text + schemaInWords(request)
                                                                  : message.text;
        messages.push_back({{"role", roleName(message.role)}, {"content", text}});
    }
    return messages;
}

Ending endingOf(const QString &reason)
{
    return reason == "length"_L1            ? Ending::cut
            : reason == "content_filter"_L1 ? Ending::filtered
                                            : Ending::complete;
}

Usage usageIn(const Json &json)
{
    return {static_cast<int>(intAt(json, "prompt_tokens")),
            static_cast<int>(intAt(json, "completion_tokens"))};
}

std::unexpected<Error> noAnswer(const QString &serverName)
{
    return failure(ErrorKind::badAnswer,
                   tr("%1 answered with something that is not understood.").arg(serverName));
}

Error errorInStream(const Json &error, const QString &serverName)
{
    const Complaint complaint = complaintIn({{"error", error}});
    const bool noQuota = isOutOfQuota(complaint);
    Error result = failure(noQuota ? ErrorKind::outOfCredits : ErrorKind::badAnswer,
                           noQuota ? tr("The account at %1 has no credit left.").arg(serverName)
                                   : tr("%1 broke off while it was writing.").arg(serverName),
                           complaint.message)
                           .error();
    return result;
}

bool names(const Complaint &complaint, const QStringList &words)
{
    const QString all = complaint.parameter + u' ' + complaint.message + u' ' + complaint.code;
    return std::ranges::any_of(words,
                               [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

Abilities withLowerForm(Abilities abilities)
{
    abilities.form = abilities.form == AnswerForm::schema ? AnswerForm::object : AnswerForm::words;
    return abilities;
}

} // namespace

Json bodyOf(const Server &server, const ChatRequest &request, const Abilities &abilities)
{
    Json body = {{"model", server.model}, {"messages", messagesOf(request, abilities.form)}};
    if (abilities.tokenField) {
        body[abilities.newTokenField ? "max_completion_tokens" : "max_tokens"] = request.maxTokens;
    }
    if (abilities.form != AnswerForm::words) {
        body["response_format"] = formatOf(request, abilities.form);
    }
    if (abilities.streams) {
        body["stream"] = true;
        if (abilities.usageInStream) {
            body["stream_options"] = {{"include_usage", true}};
        }
    }
    return body;
}

Result<ChatAnswer> answerFrom(const Json &body, const QString &serverName)
{
    if (const Json &error = member(body, "error"); error.is_object()) {
        return std::unexpected(errorInStream(error, serverName));
    }
    const Json &choices = arrayAt(body, "choices");
    if (choices.empty()) {
        return noAnswer(serverName);
    }
    const Json &choice = choices[0];
    const Json &message = member(choice, "message");
    ChatAnswer answer;
    answer.text = textAt(message, "content");
    answer.ending = endingOf(textAt(choice, "finish_reason"));
    answer.usage = usageIn(member(body, "usage"));
    answer.model = textAt(body, "model");
    if (const QString refusal = textAt(message, "refusal"); !refusal.isEmpty()) {
        answer.ending = Ending::refused;
        answer.text = refusal;
    }
    if (!message.is_object() || (answer.text.isEmpty() && answer.ending == Ending::complete)) {
        return noAnswer(serverName);
    }
    return answer;
}

void AnswerBuilder::take(const QByteArray &event)
{
    if (event.trimmed() == "[DONE]") {
        m_isEnded = m_isEnded || m_hasEvents;
        return;
    }
    const auto json = parseJson(event);
    if (!json || !json->is_object()) {
        return;
    }
    if (const Json &error = member(*json, "error"); error.is_object() || error.is_string()) {
        m_hasEvents = true;
        m_error = errorInStream(error.is_object() ? error : Json {{"message", error}}, m_serverName);
        return;
    }
    if (!member(*json, "choices").is_array()) {
        return;
    }
    m_hasEvents = true;
    if (const QString model = textAt(*json, "model"); !model.isEmpty()) {
        m_answer.model = model;
    }
    if (const Json &usage = member(*json, "usage"); usage.is_object()) {
        m_answer.usage = usageIn(usage);
    }
    for (const Json &choice : arrayAt(*json, "choices")) {
        if (intAt(choice, "index") == 0) {
            takeChoice(choice);
        }
    }
}

void AnswerBuilder::takeChoice(const Json &choice)
{
    const Json &delta = member(choice, "delta");
    m_answer.text += textAt(delta, "content");
    m_refusal += textAt(delta, "refusal");
    if (const QString reason = textAt(choice, "finish_reason"); !reason.isEmpty()) {
        m_answer.ending = endingOf(reason);
        m_isEnded = true;
    }
}

Result<ChatAnswer> AnswerBuilder::finish() const
{
    if (m_error) {
        return std::unexpected(*m_error);
    }
    if (!m_isEnded) {
        return failure(ErrorKind::badAnswer, tr("%1 broke off while it was writing.").arg(m_serverName));
    }
    ChatAnswer answer = m_answer;
    if (!m_refusal.isEmpty()) {
        answer.ending = Ending::refused;
        answer.text = m_refusal;
    }
    if (answer.text.isEmpty() && answer.ending == Ending::complete) {
        return noAnswer(m_serverName);
    }
    return answer;
}

Complaint complaintIn(const Json &body)
{
    const Json &inner = member(body, "error");
    if (inner.is_string()) {
        return {textOf(inner), {}, {}, {}};
    }
    const Json &error = inner.is_object() ? inner : body; // older vLLM answers flat
    Complaint complaint {textAt(error, "message"), textAt(error, "type"), textAt(error, "param"),
                         textAt(error, "code")};
    if (complaint.message.isEmpty()) {
        complaint.message = textAt(body, "detail");
    }
    return complaint;
}

bool isOutOfQuota(const Complaint &complaint)
{
    return complaint.code == "insufficient_quota"_L1 || complaint.type == "insufficient_quota"_L1
            || complaint.code == "billing_hard_limit_reached"_L1;
}

bool isFiltered(const Complaint &complaint)
{
    return complaint.code == "content_filter"_L1;
}

bool isFinal(const net::Response &response)
{
    if (response.header("x-should-retry") == "false") {
        return true;
    }
    const auto body = response.status == 429 ? parseJson(response.body) : Result<Json>(Json());
    return body && isOutOfQuota(complaintIn(*body));
}

std::optional<Abilities> lowered(const Abilities &abilities, int status, const Complaint &complaint)
{
    if (status != 400 && status != 422 && status != 501) {
        return std::nullopt;
    }
    Abilities next = abilities;
    if (abilities.streams && abilities.usageInStream && names(complaint, {u"stream_options"_s})) {
        next.usageInStream = false;
        return next;
    }
    if (abilities.tokenField && abilities.newTokenField && names(complaint, {u"max_completion_tokens"_s})
        && complaint.parameter != "max_tokens"_L1) {
        next.newTokenField = false;
        return next;
    }
    if (abilities.tokenField && !abilities.newTokenField && names(complaint, {u"max_tokens"_s})) {
        // It wants the new name, or none.
        next.newTokenField = names(complaint, {u"max_completion_tokens"_s});
        next.tokenField = next.newTokenField;
        return next;
    }
    if (abilities.form != AnswerForm::words
        && names(complaint,
                 {u"response_format"_s, u"json_schema"_s, u"json_object"_s, u"schema"_s, u"grammar"_s,
                  u"structured"_s, u"guided"_s, u"the word 'json'"_s})) {
        return withLowerForm(abilities);
    }
    if (abilities.streams && names(complaint, {u"stream"_s})) {
        next.streams = false;
        return next;
    }
    return std::nullopt;
}

Error errorOf(const net::Response &response, const net::Request &request, const Server &server)
{
    const auto body = parseJson(response.body);
    const Complaint complaint = body ? complaintIn(*body) : Complaint {};
    const QString name = nameOf(server);
    Error error = net::statusError(response, request).value_or(Error {});
    error.detail += u' ' + complaint.code + u' ' + complaint.message;
    const auto say = [&](ErrorKind kind, const QString &text) {
        error.kind = kind;
        error.text = text;
    };
    if (isOutOfQuota(complaint)) {
        error.retryAfter.reset();
        say(ErrorKind::outOfCredits,
            tr("The account at %1 has no credit left. Add credit there, or choose another server.")
                    .arg(name));
    } else if (complaint.code == "context_length_exceeded"_L1) {
        say(ErrorKind::rejectedInput,
            tr("The model \"%1\" cannot take in that much text.").arg(server.model));
    } else if (complaint.code == "model_not_found"_L1 || complaint.code == "DeploymentNotFound"_L1
               || (response.status == 404 && !complaint.message.isEmpty())) {
        say(ErrorKind::notFound, tr("%1 has no model \"%2\".").arg(name, server.model));
    } else if (response.status == 404) {
        say(ErrorKind::notFound,
            tr("There is no model server under %1.").arg(server.baseUrl.toDisplayString()));
    } else if (response.status == 401) {
        say(ErrorKind::unauthorised, tr("%1 did not accept the key.").arg(name));
    } else if (complaint.code == "unsupported_country_region_territory"_L1) {
        say(ErrorKind::forbidden, tr("%1 does not serve this country.").arg(name));
    }
    return error;
}

QStringList modelsIn(const Json &body)
{
    QStringList models;
    for (const Json &model : arrayAt(body, "data")) {
        if (const QString id = textAt(model, "id"); !id.isEmpty()) {
            models << id;
        }
    }
    models.sort(Qt::CaseInsensitive);
    return models;
}

} // namespace crema::llm
