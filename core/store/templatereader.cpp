// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/templatereader.h"

#include "base/text.h"
#include "store/readerrows.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

Result<QVector<OwnTemplate>> ownTemplates(const Reader &reader)
{
    Statement statement(reader.connection(), selectFrom(Kind::mailTemplate) + liveRows);
    QVector<OwnTemplate> found;
    while (statement.step()) {
        const auto stored = readStored(statement, Kind::mailTemplate);
        if (!stored) {
            return std::unexpected(stored.error());
        }
        found << ownTemplateFrom(stored->id, stored->body);
    }
    if (statement.failed()) {
        return std::unexpected(statement.error());
    }
    std::ranges::sort(found, {},
                      [](const OwnTemplate &own) { return std::tuple(fold(own.name), own.name, own.id); });
    return found;
}

Result<OwnTemplate> ownTemplate(const Reader &reader, const QString &id)
{
    const auto stored = reader.record(Kind::mailTemplate, id);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    if (stored->state != "live"_L1) {
        return failure(
                ErrorKind::notFound,
                QCoreApplication::translate("store", "The template \"%1\" is in the trash; restore it first.")
                        .arg(ownTemplateFrom(id, stored->body).name));
    }
    return ownTemplateFrom(stored->id, stored->body);
}

Result<std::optional<OwnTemplate>> ownTemplateNamed(const Reader &reader, const QString &name)
{
    const auto all = ownTemplates(reader);
    if (!all) {
        return std::unexpected(all.error());
    }
    const QString wanted = fold(cleanLine(name));
    const auto it = std::ranges::find_if(*all,
                                         [&](const OwnTemplate &own) { return fold(own.name) == wanted; });
    return it == all->end() ? std::optional<OwnTemplate>() : std::optional(*it);
}

} // namespace crema::store
