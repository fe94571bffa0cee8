// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"
#include "flows/gmailflow.h"
#include "flows/keyflow.h"
#include "store/egressreader.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Result<secrets::Service> serviceOf(const QString &word)
{
    const auto service = secrets::serviceFromWord(word);
    if (service && flows::usedServices().contains(*service)) {
        return *service;
    }
    QStringList words;
    for (const secrets::Service used : flows::usedServices()) {
        words << secrets::wordOf(used);
    }
    return failure(
            ErrorKind::rejectedInput,
            service ? u"This version of Crema does not use \"%1\" and keeps no key for it; it uses: %2."_s
                              .arg(word, words.join(u", "_s))
                    : u"There is no service \"%1\"; the services are: %2."_s.arg(word, words.join(u", "_s)));
}

QString placeWord(const flows::KeyState &state)
{
    if (!state.present) {
        return u"none"_s;
    }
    switch (state.place) {
    case secrets::Place::keychain:
        return u"keychain"_s;
    case secrets::Place::session:
        return u"session"_s;
    case secrets::Place::environment:
        return u"environment"_s;
    }
    return {};
}

Reply stateReply(const flows::KeyState &state)
{
    Reply reply;
    reply.json = {{"service", secrets::wordOf(state.service)},
                  {"present", state.present},
                  {"place", placeWord(state)},
                  {"lasting", state.lasting}};
    putText(reply.json, "reason", state.reason);
    reply.text = u"%1: %2"_s.arg(flows::serviceName(state.service),
                                 state.present ? u"a key is there (%1)"_s.arg(placeWord(state))
                                               : u"no key"_s);
    return reply;
}

Task<Result<Reply>> setKey(CommandContext *context, Arguments arguments)
{
    const auto service = serviceOf(arguments.word(0));
    if (!service) {
        co_return std::unexpected(service.error());
    }
    auto setting = flows::setKey(context->services, *service, Secret(QByteArrayView(context->standardInput)));
    const auto state = co_await setting;
    if (!state) {
        co_return std::unexpected(state.error());
    }
    if (!state->lasting && !context->inWindow) {
        // Nothing of this process outlives the command.
        co_return failure(ErrorKind::storage,
                          u"The key was not kept. %1 For scripts, set it in the environment instead."_s.arg(
                                  state->reason));
    }
    Reply reply = stateReply(*state);
    reply.text = u"%1: the key is kept in the %2"_s.arg(
            flows::serviceName(*service),
            state->lasting ? u"system's keychain"_s : u"window until it closes (%1)"_s.arg(state->reason));
    co_return reply;
}

Task<Result<Reply>> deleteKey(CommandContext *context, Arguments arguments)
{
    const auto service = serviceOf(arguments.word(0));
    if (!service) {
        co_return std::unexpected(service.error());
    }
    auto deleting = flows::deleteKey(context->services, *service);
    const auto state = co_await deleting;
    if (!state) {
        co_return std::unexpected(state.error());
    }
    Reply reply = stateReply(*state);
    if (state->present) {
        reply.notes << u"a key of the environment is still there and is used"_s;
    }
    co_return reply;
}

Task<Result<Reply>> testKey(CommandContext *context, Arguments arguments)
{
    const auto service = serviceOf(arguments.word(0));
    if (!service) {
        co_return std::unexpected(service.error());
    }
    auto testing = flows::testKey(context->services, *service, context->stop);
    const auto tested = co_await testing;
    if (!tested) {
        co_return std::unexpected(tested.error());
    }
    Reply reply;
    reply.json = {{"service", secrets::wordOf(*service)}, {"state", "ok"}};
    reply.text = u"%1: ok"_s.arg(flows::serviceName(*service));
    co_return reply;
}

Task<Result<Reply>> listKeys(CommandContext *context, Arguments)
{
    Reply reply;
    reply.json = {{"keys", Json::array()}};
    for (const secrets::Service service : flows::usedServices()) {
        auto stating = flows::keyState(context->services, service);
        const auto state = co_await stating;
        if (!state) {
            co_return std::unexpected(state.error());
        }
        const Reply own = stateReply(*state);
        reply.json["keys"].push_back(own.json);
        reply.text += own.text + u'\n';
    }
    co_return reply;
}

void addMailbox(Reply &reply, const QString &email, const Result<> &works)
{
    Json row {{"service", "gmail"}, {"state", works ? u"ok"_s : errorCode(works.error().kind)}};
    putText(row, "account", email);
    putText(row, "message", works ? QString() : works.error().text);
    reply.json["services"].push_back(std::move(row));
    reply.text += u"Gmail (%1): %2\n"_s.arg(email, works ? u"ok"_s : works.error().text);
    reply.exitCode = works ? (reply.exitCode == exitcode::notConnected ? exitcode::done : reply.exitCode)
                           : exitcode::network;
}

/// Adds every connected mailbox to what was tested.
Task<Result<Reply>> testMailboxes(CommandContext *context, Reply reply)
{
    const auto accounts = flows::gmailAccounts(context->reader);
    if (!accounts) {
        co_return std::unexpected(accounts.error());
    }
    for (const flows::GmailAccount &account : *accounts) {
        auto testing = flows::testGmail(context->services, account.email, context->stop);
        const auto works = co_await testing;
        addMailbox(reply, account.email, works);
    }
    if (accounts->isEmpty()) {
        reply.json["services"].push_back({{"service", "gmail"}, {"state", "not_set_up"}});
        reply.text += u"Gmail: not set up\n"_s;
    }
    co_return reply;
}

Task<Result<Reply>> testConnections(CommandContext *context, Arguments)
{
    Reply reply;
    reply.json = {{"services", Json::array()}};
    reply.exitCode = exitcode::notConnected;
    for (const secrets::Service service : flows::usedServices()) {
        auto stating = flows::keyState(context->services, service);
        const auto state = co_await stating;
        Result<> tested;
        const bool setUp = state && (state->present || !state->needed);
        if (setUp) {
            auto testing = flows::testKey(context->services, service, context->stop);
            tested = co_await testing;
            reply.exitCode = tested ? exitcode::done : exitcode::network;
        }
        const Error error = !state ? state.error() : tested ? Error {} : tested.error();
        const QString word = !error.text.isEmpty() ? errorCode(error.kind)
                : setUp                            ? u"ok"_s
                                                   : u"not_set_up"_s;
        Json row {{"service", secrets::wordOf(service)}, {"state", word}};
        putText(row, "message", error.text);
        reply.json["services"].push_back(std::move(row));
        reply.text += u"%1: %2\n"_s.arg(flows::serviceName(service),
                                        !error.text.isEmpty() ? error.text
                                                : setUp       ? u"ok"_s
                                                              : u"not set up"_s);
    }
    auto testing = testMailboxes(context, std::move(reply));
    auto tested = co_await testing;
    co_return tested;
}

Json egressJson(const store::EgressRow &row)
{
    return {{"at", row.at},
            {"service", row.service},
            {"host", row.host},
            {"request", row.request},
            {"why", row.why},
            {"jobId", row.jobId},
            {"personalData", row.personal},
            {"bytesOut", row.bytesOut},
            {"bytesIn", row.bytesIn},
            {"cost", row.cost},
            {"status", row.status},
            {"outcome", row.outcome}};
}

Task<Result<Reply>> listEgress(CommandContext *context, Arguments arguments)
{
    const auto limit = arguments.number(u"--limit"_s, 100, 1, 100'000);
    if (!limit) {
        co_return std::unexpected(limit.error());
    }
    const auto rows = store::readEgress(context->reader, arguments.value(u"--query"_s), *limit);
    if (!rows) {
        co_return std::unexpected(rows.error());
    }
    Reply reply;
    reply.json = {{"egress", Json::array()}};
    QVector<QStringList> table;
    for (const store::EgressRow &row : *rows) {
        reply.json["egress"].push_back(egressJson(row));
        table << QStringList {row.at,
                              row.service,
                              row.why,
                              row.personal,
                              QString::number(row.bytesOut),
                              QString::number(row.bytesIn),
                              row.status > 0 ? QString::number(row.status) : row.outcome};
    }
    reply.text = tableText({u"WHEN"_s, u"TO"_s, u"WHY"_s, u"PERSONAL DATA"_s, u"OUT"_s, u"IN"_s, u"ANSWER"_s},
                           table);
    if (rows->isEmpty()) {
        reply.notes << u"nothing has left this computer"_s;
    }
    co_return reply;
}

} // namespace

QVector<Command> keyCommands()
{
    Command set {u"keys set"_s,
                 u"SERVICE"_s,
                 u"keeps a service's key, read from standard input, in the keychain"_s,
                 Needs::writing,
                 2,
                 setKey};
    set.readsInput = true;
    return {
            set,
            {u"keys list"_s, u""_s, u"which services have a key, and where it is kept"_s, Needs::writing, 2,
             listKeys},
            {u"keys test"_s, u"SERVICE"_s, u"asks a service whether it takes the key"_s, Needs::writing, 2,
             testKey},
            {u"keys delete"_s, u"SERVICE"_s, u"forgets a service's key"_s, Needs::writing, 2, deleteKey},
            {u"connections test"_s, u""_s, u"tries every outside service"_s, Needs::writing, 2,
             testConnections},
            {u"egress list"_s, u"[--query TEXT] [--limit N]"_s, u"what left this computer, to whom and why"_s,
             Needs::reading, 2, listEgress},
    };
}

} // namespace crema::app
