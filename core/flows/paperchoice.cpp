// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/paperchoice.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

const QString owner = u"settings"_s; ///< no record has an id this short
const QString paperFact = u"paper"_s;

} // namespace

QString paperName(PaperChoice choice)
{
    switch (choice) {
    case PaperChoice::a4:
        return u"a4"_s;
    case PaperChoice::letter:
        return u"letter"_s;
    case PaperChoice::automatic:
        break;
    }
    return {};
}

std::optional<PaperChoice> paperNamed(const QString &name)
{
    for (const PaperChoice choice : {PaperChoice::a4, PaperChoice::letter}) {
        if (name.compare(paperName(choice), Qt::CaseInsensitive) == 0) {
            return choice;
        }
    }
    return std::nullopt;
}

PaperChoice paperChoice(const store::Reader &reader)
{
    const auto kept = reader.fact(owner, paperFact);
    return kept ? paperNamed(*kept).value_or(PaperChoice::automatic) : PaperChoice::automatic;
}

Task<Result<PaperChoice>> setPaperChoice(Services *services, PaperChoice choice)
{
    store::Operation operation;
    operation.facts = {{owner, paperFact, paperName(choice)}};
    auto applying = services->store.apply(std::move(operation));
    const auto applied = co_await applying;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return choice;
}

prep::Paper paperOf(const store::Reader &reader, const Prep &prep)
{
    const auto own = paperNamed(textAt(prep.extra, paperMember));
    switch (own.value_or(paperChoice(reader))) {
    case PaperChoice::a4:
        return prep::Paper::a4;
    case PaperChoice::letter:
        return prep::Paper::letter;
    case PaperChoice::automatic:
        break;
    }
    const bool metric = QLocale().measurementSystem() == QLocale::MetricSystem;
    return metric ? prep::Paper::a4 : prep::Paper::letter;
}

} // namespace crema::flows
