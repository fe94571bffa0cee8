// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/source.h"

#include <QString>
#include <QVector>

namespace crema::prep {

/// The first word of a question, as it stands there, that neither belongs to the ordinary words of asking nor
/// stands in one of the facts; empty when there is none. Whatever a question takes for granted ("after the
/// layoffs", "your illness") needs such a word. Words of change, of study, of home and of news are ordinary
/// only where the sources speak of these. Names and numbers are for truth::unsupportedIn().
[[nodiscard]] QString unknownWordIn(const QString &question, const QString &facts,
                                    const QVector<Source> &sources);

/// True when the question asks for the reason of something that need not be so: "Why is nobody happy there?".
/// Why somebody chose, joined or stayed may be asked.
[[nodiscard]] bool asksWhyOfTheUnknown(const QString &question);

} // namespace crema::prep
