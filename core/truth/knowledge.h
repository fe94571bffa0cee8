// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "truth/namegroups.h"
#include "truth/places.h"
#include "truth/titletable.h"

#include <mutex>

namespace crema::truth {

/// What is commonly known about names: which of them mean the same school, company, place or kind of job. All
/// of it is data (resources/data/*.json, part of the program). A plain value: load it once, hand it on by
/// reference.
struct DirectoryKnowledge
{
    SchoolNames schools;
    CompanyNames companies;
    PlaceTable places;
    TitleTable titles;
};

/// Reads the bundled tables (a few milliseconds); `internal` names the file when one is damaged.
[[nodiscard]] Result<DirectoryKnowledge> loadKnowledge();

/// The bundled tables, read when somebody first asks for them, on whatever thread that is: a window that only
/// opens must not wait for them. A damaged table, which only a damaged program has, ends the program with its
/// name.
class BundledKnowledge final
{
public:
    [[nodiscard]] const DirectoryKnowledge &get() const;

private:
    mutable std::once_flag m_read;
    mutable DirectoryKnowledge m_tables;
};

/// Knowledge that is there already, or that is read when it is first asked for; what it was made of outlives
/// it.
class KnowledgeRef final
{
public:
    KnowledgeRef(const DirectoryKnowledge &tables) : m_tables(&tables) { }
    KnowledgeRef(const BundledKnowledge &bundled) : m_bundled(&bundled) { }

    [[nodiscard]] const DirectoryKnowledge &get() const { return m_tables ? *m_tables : m_bundled->get(); }
    operator const DirectoryKnowledge &() const { return get(); }

private:
    const DirectoryKnowledge *m_tables = nullptr;
    const BundledKnowledge *m_bundled = nullptr;
};

// The comparisons below are strict: they decide what may be said to be shared between two people, so a doubt
// is a no. Empty and placeholder names are never the same as anything.

/// "USC" and "University of Southern California, Marshall School of Business" are the same school;
/// "University of California" and "University of California, Merced" are not, nor "Penn" and "Penn State".
[[nodiscard]] bool sameSchool(QStringView a, QStringView b, const DirectoryKnowledge &knowledge);

/// "EY" and "Ernst & Young LLP" are the same company; "EY" and "Disney" are not.
[[nodiscard]] bool sameCompany(QStringView a, QStringView b, const DirectoryKnowledge &knowledge);

/// The same town: "Munich" and "München, Germany" are, "Portland, Maine" and "Portland, OR" are not, and
/// neither are two texts of which one leaves open which of several towns of that name it means, nor two that
/// name only a state.
[[nodiscard]] bool sameTown(QStringView a, QStringView b, const DirectoryKnowledge &knowledge);

} // namespace crema::truth
