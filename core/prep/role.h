// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::prep {

/// How senior a title is, from its own words.
enum class Level {
    unknown, ///< a title that says nothing of rank: "Software Engineer"
    student, ///< student, intern, trainee
    junior, ///< analyst, associate, assistant, junior
    senior, ///< senior, staff, principal, specialist without people to lead
    lead, ///< manager, team lead, supervisor
    head, ///< head, director, vice president
    top, ///< partner, managing director, chief officers, president, owner
    founder,
};

/// The kind of work.
enum class Work {
    unknown,
    engineering,
    data,
    product,
    design,
    finance,
    consulting,
    marketing,
    sales,
    law,
    people, ///< human resources and recruiting
    operations,
    research,
    teaching,
    health,
    media,
    publicService,
};

/// What a job title says.
struct Role
{
    Level level = Level::unknown;
    Work work = Work::unknown; ///< what they do: consulting, for "Consultant, Financial Services"
    quint32 works = 0; ///< a bit for each kind of work that a word of the title speaks of

    [[nodiscard]] bool operator==(const Role &) const = default;
};

/// False only when no word of either title speaks of a kind of work that the other does, too.
[[nodiscard]] bool mayBeOneWork(const Role &a, const Role &b);

/// Reads a title by whole words ("intern" is not in "internal"), in English and the commonest words of a few
/// other languages. What the words do not say stays unknown. Who founded something else than the firm is no
/// founder.
[[nodiscard]] Role roleOf(QStringView title, QStringView firm = {});

/// The kind of work for people, as it stands in a sentence: "data", "consulting"; empty for unknown.
[[nodiscard]] QString workName(Work work);

/// How many of the words and phrases that tell of this kind of work ("python", "market entry") stand in a
/// text.
[[nodiscard]] int wordsOfWorkIn(QStringView text, Work work);

} // namespace crema::prep
