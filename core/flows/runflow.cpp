// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/runflow.h"

#include "base/text.h"
#include "contacts/identity.h"
#include "flows/findflow.h"
#include "flows/jobkinds.h"
#include "flows/keyflow.h"
#include "pdl/client.h"
#include "truth/knowledge.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr qsizetype fewestCharacters = 2;

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

bool asksTheSame(const Run &a, const Run &b)
{
    const auto words = [](const Criteria &criteria) {
        return std::array {fold(criteria.title), fold(criteria.company), fold(criteria.location),
                           fold(criteria.school)};
    };
    return a.provider == b.provider && words(a.criteria) == words(b.criteria);
}

QSet<QString> idsOf(const Run &run)
{
    QSet<QString> ids;
    for (const FoundPerson &found : run.people) {
        ids << found.person.id;
    }
    return ids;
}

QStringList without(const Run &run, const QSet<QString> &others)
{
    QStringList ids;
    for (const FoundPerson &found : run.people) {
        if (!others.contains(found.person.id)) {
            ids << found.person.id;
        }
    }
    return ids;
}

Result<bool> isSaved(const store::Reader &reader, const Contact &person)
{
    for (const contacts::IdentityKey &key : contacts::identityKeys(person)) {
        if (key.type == contacts::IdentityType::linkedin || key.type == contacts::IdentityType::email) {
            const auto ids = reader.withKey(Kind::contact, recordKey(key));
            if (!ids || !ids->isEmpty()) {
                return ids ? Result<bool>(true) : std::unexpected(ids.error());
            }
        }
    }
    return false;
}

/// The vendor's field for a kind of suggestion; empty where it has none.
QString vendorField(const QString &kind)
{
    return kind == "job_title"_L1 ? u"title"_s : kind;
}

} // namespace

Result<std::optional<RunComparison>> comparedWithEarlier(const store::Reader &reader, const Run &run)
{
    const auto runs = reader.runs();
    if (!runs) {
        return std::unexpected(runs.error());
    }
    // They come newest first; by their order and not by their times, since a clock may have been wrong.
    const auto own = std::ranges::find(*runs, run.id, &Run::id);
    const auto earlier = std::find_if(own == runs->end() ? own : std::next(own), runs->end(),
                                      [&](const Run &other) { return asksTheSame(other, run); });
    if (earlier == runs->end()) {
        return std::nullopt;
    }
    RunComparison compared {earlier->id, earlier->createdAt, without(run, idsOf(*earlier)), {}};
    for (const FoundPerson &found : earlier->people) {
        // Who is in contacts by now was left out for that, and is not gone.
        const auto saved = isSaved(reader, found.person);
        if (!saved) {
            return std::unexpected(saved.error());
        }
        if (!*saved && !idsOf(run).contains(found.person.id)) {
            compared.gonePeople << found.person.id;
        }
    }
    return compared;
}

Task<Result<store::Change>> setRunNotes(Services *services, QString runId, QString notes)
{
    const auto run = services->reader.run(runId);
    if (!run) {
        co_return std::unexpected(run.error());
    }
    Run changed = *run;
    changed.notes = cleanText(notes);
    store::Operation operation;
    operation.label = tr("Notes on a search");
    operation.patch(Kind::run, runId, toBody(*run), toBody(changed));
    co_return co_await services->store.apply(std::move(operation));
}

Task<Result<TitleHelp>> titleHelp(Services *services, QString title, std::stop_token stop)
{
    TitleHelp help;
    help.title = cleanLine(title);
    const truth::TitleTable &titles = services->knowledge.get().titles;
    const truth::SimilarTitles similar = titles.similarTo(help.title);
    const truth::SimilarTitles roles = titles.rolesOf(help.title);
    help.similar = similar.same;
    help.near = similar.near;
    help.role = roles.role;
    help.subRole = roles.subRole;
    help.levels = titles.wordsOf(help.title).ranks;
    auto stating = keyState(services, secrets::Service::peopleDataLabs);
    const auto key = co_await stating;
    if (!key || !key->present || help.title.isEmpty()) {
        help.note = key ? tr("From Crema's own tables; with a People Data Labs key its titles come too.")
                        : key.error().text;
        co_return help;
    }
    auto asking = services->pdl.enrichTitle(help.title, {}, stop);
    const auto answer = co_await asking;
    if (!answer) {
        help.note = answer.error().text;
    } else if (*answer) {
        help.fromVendor = true;
        help.cleaned = (*answer)->title;
        help.skills = (*answer)->skills;
        for (const QString &other : (*answer)->similar) {
            const auto same = [&](const QString &known) { return fold(known) == fold(other); };
            if (std::ranges::none_of(help.similar, same)) {
                help.similar << other;
            }
        }
    }
    co_return help;
}

Task<Result<QStringList>> suggestWithVendor(Services *services, QString kind, QString text, int limit,
                                            std::stop_token stop)
{
    auto local = suggest(services, kind, text, limit, stop);
    const auto own = co_await local;
    if (!own) {
        co_return std::unexpected(own.error());
    }
    QStringList texts;
    const auto add = [&texts](const QString &more) {
        const auto same = [&](const QString &known) { return fold(known) == fold(more); };
        if (!more.isEmpty() && std::ranges::none_of(texts, same)) {
            texts << more;
        }
    };
    const QString field = vendorField(kind);
    auto stating = keyState(services, secrets::Service::peopleDataLabs);
    const auto key = co_await stating;
    if (key && key->present && text.trimmed().size() >= fewestCharacters) {
        auto asking = services->pdl.autocomplete(field, text.trimmed(), limit, {}, stop);
        const auto answer = co_await asking;
        if (answer) { // without one the local ones must do
            for (const pdl::Suggestion &suggestion : *answer) {
                add(suggestion.text);
            }
        }
    }
    for (const Suggestion &suggestion : *own) {
        add(suggestion.text);
    }
    co_return texts.mid(0, limit);
}

} // namespace crema::flows
