// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "prep/role.h"
#include "truth/standing.h"

#include <QDate>
#include <QVector>

#include <optional>

namespace crema::prep {

/// One position that can be spoken of. `firm` is empty for "Self-employed" and the like, `title` for "Looking
/// for opportunities"; years are 0 where not known.
struct CareerStep
{
    qsizetype index = 0; ///< of the contact's positions
    QString firm;
    QString title;
    int from = 0;
    int to = 0;
    truth::Tense tense = truth::Tense::unknown;
    bool current = false; ///< the tense is present
    bool studies = false; ///< the title says that they study here
    Role role;

    [[nodiscard]] bool operator==(const CareerStep &) const = default;
};

/// The positions of a person, latest first as far as their years tell, and what can be said about them.
struct Career
{
    QVector<CareerStep> steps;
    /// What the record says first where that is no work of today: "Former CEO", "On maternity leave".
    std::optional<CareerStep> away;
    QDate today;

    /// The position to speak of first; null when there is none.
    [[nodiscard]] const CareerStep *main() const { return steps.isEmpty() ? nullptr : &steps.constFirst(); }
    /// The others that are not held today, whether or not their years tell which came first.
    [[nodiscard]] QVector<CareerStep> earlier() const;
    /// Those that go on beside the main one.
    [[nodiscard]] QVector<CareerStep> alongside() const;
    /// Those beside the main one that have not begun.
    [[nodiscard]] QVector<CareerStep> toCome() const;
    /// True when the main position is known to be work of today.
    [[nodiscard]] bool isAtWork() const;
    /// Full years in the firm of the main position, over its steps there without a break; 0 when not known.
    [[nodiscard]] int yearsAtFirm() const;
    [[nodiscard]] Level level() const;
    [[nodiscard]] Work work() const;

    [[nodiscard]] bool operator==(const Career &) const = default;
};

[[nodiscard]] Career careerOf(const Contact &contact, QDate today);

/// True where their years tell that one came before the other.
[[nodiscard]] bool cameBefore(const CareerStep &earlier, const CareerStep &later);

/// The value as it can be said and printed: truth::sayable() without emoji and other signs that no page has.
[[nodiscard]] QString spoken(QStringView value);

/// "Head of Data at Klarna", or the one of the two that is known.
[[nodiscard]] QString positionText(const QString &title, const QString &firm);
[[nodiscard]] QString stepText(const CareerStep &step);
/// " (2017–2021)", " (since 2020)", " (until 2015)"; empty when no year is known.
[[nodiscard]] QString stepYears(const CareerStep &step);
/// The title after "as": "an Analyst", "Head of Data", "a UX Designer", "Investor Relations".
[[nodiscard]] QString titleWithArticle(const QString &title);
/// The title as what somebody works: "as an Analyst", "as Head of Data", "in Sales".
[[nodiscard]] QString workedAs(const QString &title);
/// How to call the person in a sentence: the first name, else the whole name, else "your contact".
[[nodiscard]] QString callName(const Contact &contact);

} // namespace crema::prep
