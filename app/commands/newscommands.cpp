// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"
#include "flows/newschoice.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Reply choiceReply(const prep::NewsChoice &choice)
{
    Reply reply;
    reply.json = {{"on", choice.isOn}, {"feeds", jsonTexts(choice.feeds)}};
    reply.text = (choice.isOn ? u"News about the firm is looked for."_s : u"News is switched off."_s);
    for (const QString &feed : choice.feeds) {
        reply.text += u"\nfeed: "_s + feed;
    }
    return reply;
}

Task<Result<Reply>> showNews(CommandContext *context, Arguments)
{
    co_return choiceReply(flows::newsChoice(context->reader));
}

/// The address as it is kept, so that a feed is found again however it was typed.
QString keptAddress(const QString &typed)
{
    return flows::feedAddress(typed).value_or(typed);
}

Result<> change(prep::NewsChoice &choice, const Arguments &arguments)
{
    if (arguments.has(u"--on"_s) && arguments.has(u"--off"_s)) {
        return failure(ErrorKind::rejectedInput, u"News is either on or off."_s);
    }
    choice.isOn = arguments.has(u"--on"_s) || (choice.isOn && !arguments.has(u"--off"_s));
    for (const QString &feed : arguments.values(u"--remove-feed"_s)) {
        if (choice.feeds.removeAll(keptAddress(feed)) == 0) {
            return failure(ErrorKind::notFound, u"There is no feed \"%1\"; nothing was changed."_s.arg(feed));
        }
    }
    choice.feeds << arguments.values(u"--add-feed"_s);
    return {};
}

Task<Result<Reply>> setNews(CommandContext *context, Arguments arguments)
{
    prep::NewsChoice choice = flows::newsChoice(context->reader);
    if (const auto changed = change(choice, arguments); !changed) {
        co_return std::unexpected(changed.error());
    }
    const auto kept = co_await flows::setNewsChoice(context->services, choice);
    if (!kept) {
        co_return std::unexpected(kept.error());
    }
    co_return choiceReply(*kept);
}

Task<Result<Reply>> findNews(CommandContext *context, Arguments arguments)
{
    prep::Firm firm;
    firm.name = arguments.value(u"--company"_s);
    firm.domain = arguments.value(u"--domain"_s);
    firm.city = arguments.value(u"--city"_s);
    firm.country = arguments.value(u"--country"_s);
    if (firm.name.trimmed().isEmpty()) {
        co_return failure(ErrorKind::rejectedInput, u"Say which firm: --company NAME."_s);
    }
    const auto found = co_await flows::findNews(context->services, firm, QString(), context->stop);
    if (!found) {
        co_return std::unexpected(found.error());
    }
    Reply reply;
    reply.json = {{"news", Json::array()}, {"note", found->note}};
    QVector<QStringList> table;
    for (const NewsItem &item : found->items) {
        reply.json["news"].push_back({{"title", item.title},
                                      {"publisher", item.publisher},
                                      {"url", item.url},
                                      {"date", item.date}});
        table << QStringList {item.date, item.publisher, item.title, item.url};
    }
    if (!table.isEmpty()) {
        reply.text = tableText({u"DATE"_s, u"SOURCE"_s, u"TITLE"_s, u"LINK"_s}, table);
    }
    reply.notes << found->note;
    co_return reply;
}

} // namespace

QVector<Command> newsCommands()
{
    return {
            {u"news show"_s, u""_s, u"whether preps look for news about the firm, and in which feeds"_s,
             Needs::reading, 2, showNews},
            {u"news set"_s, u"[--on] [--off] [--add-feed URL...] [--remove-feed URL...]"_s,
             u"switches the search for news on or off and keeps RSS or Atom feeds for it"_s, Needs::writing,
             2, setNews},
            {u"news find"_s, u"[--company NAME] [--domain DOMAIN] [--city CITY] [--country COUNTRY]"_s,
             u"looks for news about a firm as a prep does; its domain and place tell it from others of that name"_s,
             Needs::writing, 2, findNews},
    };
}

} // namespace crema::app
