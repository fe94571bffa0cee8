// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/templatechoice.h"

#include "flows/templateflow.h"
#include "store/templatereader.h"
#include "write/templateset.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

Result<TemplateChoice> bundledChoice(const QString &name, const QString &mailKind, const Error &notOwn)
{
    const auto set = write::loadTemplates();
    if (!set) {
        return std::unexpected(set.error());
    }
    const auto kind = write::mailKindFrom(mailKind);
    const auto bundled = kind ? set->ofKind(*kind) : QVector<write::MailTemplate>();
    if (std::ranges::find(bundled, name, &write::MailTemplate::name) != bundled.end()) {
        return TemplateChoice {{}, name};
    }
    return failure(ErrorKind::rejectedInput, notOwn.text);
}

} // namespace

Result<TemplateChoice> chooseTemplate(const store::Reader &reader, const QString &name,
                                      const QString &mailKind)
{
    if (name.isEmpty()) {
        return TemplateChoice {};
    }
    const auto own = templateFor(reader, name);
    if (!own) {
        return own.error().kind == ErrorKind::notFound ? bundledChoice(name, mailKind, own.error())
                                                       : std::unexpected(own.error());
    }
    if (own->kind != mailKind) {
        return failure(ErrorKind::rejectedInput,
                       tr("The template \"%1\" is for mail of the kind %2, not %3.")
                               .arg(own->name, own->kind, mailKind));
    }
    return TemplateChoice {own->id, {}};
}

Result<std::optional<OwnTemplate>> ownTemplateOf(const store::Reader &reader, const TemplateChoice &choice)
{
    if (choice.ownId.isEmpty()) {
        return std::optional<OwnTemplate>();
    }
    const auto own = store::ownTemplate(reader, choice.ownId);
    return own ? Result<std::optional<OwnTemplate>>(*own) : std::unexpected(own.error());
}

void putChoice(Json &input, const TemplateChoice &choice)
{
    putText(input, "ownTemplateId", choice.ownId);
    putText(input, "template", choice.bundledName);
}

TemplateChoice templateChoiceFrom(const Json &input)
{
    return {textAt(input, "ownTemplateId"), textAt(input, "template")};
}

} // namespace crema::flows
