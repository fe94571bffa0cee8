// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/templateflow.h"

#include "base/dates.h"
#include "base/text.h"
#include "flows/earlieremails.h"
#include "flows/voiceflow.h"
#include "store/resolve.h"
#include "store/templatereader.h"
#include "write/owntemplate.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr qsizetype shortestId = 4; ///< letters of an id; fewer are a name that was mistyped

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

Result<> checkProblems(const OwnTemplate &own)
{
    QStringList texts;
    for (const write::OwnProblem &problem : write::problemsOf(own)) {
        texts << problem.text;
    }
    return texts.isEmpty() ? Result<> {} : failure(ErrorKind::rejectedInput, texts.join(u' '));
}

Result<> checkName(const store::Reader &reader, const OwnTemplate &own)
{
    const auto same = store::ownTemplateNamed(reader, own.name);
    if (!same) {
        return std::unexpected(same.error());
    }
    if (*same && (*same)->id != own.id) {
        return failure(ErrorKind::conflict,
                       tr("There is a template \"%1\" already; choose another name.").arg((*same)->name));
    }
    return {};
}

OwnTemplate tidied(OwnTemplate own)
{
    own.name = cleanLine(own.name);
    own.subject = cleanLine(own.subject);
    own.body = cleanText(own.body);
    return own;
}

/// What the user changed, on top of the template as it is stored now.
Result<OwnTemplate> mergedWith(const OwnTemplate &stored, const OwnTemplate &opened, const OwnTemplate &own)
{
    OwnTemplate merged = stored;
    QStringList lost;
    const auto take = [&](QString OwnTemplate::*field, const QString &words) {
        if (own.*field == opened.*field || own.*field == stored.*field) {
            return;
        }
        if (stored.*field != opened.*field) {
            lost << words;
        }
        merged.*field = own.*field;
    };
    take(&OwnTemplate::name, tr("name"));
    take(&OwnTemplate::kind, tr("kind"));
    take(&OwnTemplate::subject, tr("subject"));
    take(&OwnTemplate::body, tr("text"));
    if (lost.isEmpty()) {
        return merged;
    }
    return failure(
            ErrorKind::conflict,
            tr("The template \"%1\" was changed elsewhere since you opened it (%2). Nothing was saved: "
               "copy your words, close it and open it again.")
                    .arg(stored.name, lost.join(u", "_s)));
}

} // namespace

Task<Result<OwnTemplate>> saveTemplate(Services *services, OwnTemplate opened, OwnTemplate own)
{
    own = tidied(own);
    std::optional<OwnTemplate> stored;
    if (!own.id.isEmpty()) {
        const auto now = store::ownTemplate(services->reader, own.id);
        const auto merged = now ? mergedWith(*now, tidied(opened), own)
                                : Result<OwnTemplate>(std::unexpected(now.error()));
        if (!merged) {
            co_return std::unexpected(merged.error());
        }
        stored = *now;
        own = *merged;
    }
    if (const auto fine = checkProblems(own); !fine) {
        co_return std::unexpected(fine.error());
    }
    if (const auto free = checkName(services->reader, own); !free) {
        co_return std::unexpected(free.error());
    }
    store::Operation operation;
    if (!stored) {
        own.id = services->ids.next();
        own.createdAt = toStoredTime(services->clock.now());
        operation.label = tr("New template \"%1\"").arg(own.name);
        operation.create(Kind::mailTemplate, own.id, toBody(own));
    } else {
        operation.label = tr("Edit the template \"%1\"").arg(own.name);
        operation.patch(Kind::mailTemplate, own.id, toBody(*stored), toBody(own));
    }
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return own;
}

Result<std::optional<OwnTemplate>> templateNamed(const store::Reader &reader, const QString &nameOrId)
{
    auto named = store::ownTemplateNamed(reader, nameOrId);
    if (!named || *named) {
        return named;
    }
    const auto own = store::ownTemplate(reader, nameOrId);
    return own ? std::optional(*own) : std::optional<OwnTemplate>();
}

Result<OwnTemplate> templateFor(const store::Reader &reader, const QString &nameOrId)
{
    const auto named = store::ownTemplateNamed(reader, nameOrId);
    if (!named) {
        return std::unexpected(named.error());
    }
    if (*named) {
        return **named;
    }
    const auto id = nameOrId.size() < shortestId
            ? failure(ErrorKind::notFound, QString())
            : store::resolveId(reader, Kind::mailTemplate, nameOrId, store::Whereabouts::live);
    if (id) {
        return store::ownTemplate(reader, *id);
    }
    const auto all = store::ownTemplates(reader);
    QStringList names;
    for (const OwnTemplate &own : all ? *all : QVector<OwnTemplate>()) {
        names << own.name;
    }
    return failure(
            ErrorKind::notFound,
            names.isEmpty()
                    ? tr("There is no template \"%1\"; you have none yet.").arg(nameOrId)
                    : tr("There is no template \"%1\". Yours are: %2.").arg(nameOrId, names.join(u", "_s)));
}

Result<Draft> previewOf(const store::Reader &reader, const write::TemplateWriter &writer,
                        const OwnTemplate &own, const QString &contactId, const QString &at)
{
    const auto contact = reader.contact(contactId);
    const auto profile = reader.profile();
    const auto drafts = reader.drafts({contactId, {}, {}});
    const auto voice = learnedVoice(reader);
    const auto sent = allSendMarks(reader);
    if (!contact || !profile || !drafts || !voice || !sent) {
        return std::unexpected(!contact           ? contact.error()
                                       : !profile ? profile.error()
                                       : !drafts  ? drafts.error()
                                       : !voice   ? voice.error()
                                                  : sent.error());
    }
    write::WriteRequest request;
    request.contact = *contact;
    request.profile = *profile;
    request.kind = write::mailKindFrom(own.kind).value_or(write::MailKind::first);
    request.createdAt = at;
    request.voice = *voice;
    if (request.kind != write::MailKind::first) {
        request.earlier = earlierEmails(*drafts, *sent).value(contact->id);
    }
    auto draft = write::writeFromOwn(own, request, writer);
    const auto present = std::ranges::find_if(
            *drafts, [&](const Draft &other) { return other.kind == own.kind && other.state == "draft"_L1; });
    if (draft && present != drafts->end()) {
        draft->id = present->id; // it would take its place, so it does not repeat it
    }
    return draft;
}

} // namespace crema::flows
