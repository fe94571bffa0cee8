// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "contacts/pairjudge.h"

#include <QSet>

#include <functional>
#include <span>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace crema::contacts {

/// Two contacts that may be one person; `a` was added to the scan before `b`.
struct DuplicatePair
{
    QString a; ///< ids
    QString b;
    QString nameA;
    QString nameB;
    QString companyA;
    QString companyB;
    QString reason; ///< for people, translated
    int score = 0; ///< 0..100

    [[nodiscard]] bool operator==(const DuplicatePair &) const = default;
};

/// So many people share one thing that not each was compared with each.
struct LargeGroup
{
    QString what; ///< for people: "named John Smith", "the address x@y.z"
    int people = 0;

    [[nodiscard]] bool operator==(const LargeGroup &) const = default;
};

struct DuplicateReport
{
    QVector<DuplicatePair> pairs; ///< likeliest first
    int people = 0; ///< looked at
    qint64 compared = 0; ///< pairs that were looked at
    int distinct = 0; ///< pairs left out because the user said they are not the same
    int leftOut = 0; ///< least likely pairs beyond what a list can hold
    QVector<LargeGroup> largeGroups; ///< largest first, at most fifty
    int largeGroupCount = 0; ///< all of them
};

/// Finds contacts that may be one person. Nobody is compared with everybody: people who share a key (a
/// profile, an address, a name in any spelling, a firm and half a name ...) are, and of a key that very many
/// share each is compared with its neighbours in an order that puts likely ones side by side; the report
/// names these groups. So the time grows with the number of people, not with its square. A value of one
/// thread.
class DuplicateScan final
{
public:
    explicit DuplicateScan(NameForms forms) : m_forms(std::move(forms)) { }

    /// Live contacts only. What the user said about them (distinctFrom) is read from the contact.
    void add(const Contact &contact);
    /// A contact that was merged into another: what was said about it holds for that one.
    void addMerged(const QString &id, const QString &into) { m_mergedInto.insert(id, into); }

    /// `progress` hears of the percentage, on the calling thread. Error{cancelled} when stopped.
    [[nodiscard]] Result<DuplicateReport> run(const std::function<void(int percent)> &progress,
                                              const std::stop_token &stop);

private:
    enum class Group { linkedin, email, phone, name, colleague, spelling };
    struct Entry
    {
        quint64 key = 0;
        quint32 person = 0;
        Group group = Group::name;
    };
    using Entries = std::vector<Entry>;

    void markRareNames();
    void addIdentities(Entries &entries, quint32 person) const;
    void addNames(Entries &entries, quint32 person) const;
    void addColleagues(Entries &entries, quint32 person) const;
    void addSpellings(Entries &entries) const;
    [[nodiscard]] Result<> compareGroups(Entries &entries, int percentBefore, int percentAfter,
                                         const std::function<void(int)> &progress,
                                         const std::stop_token &stop);
    void compareGroup(std::span<const Entry> group);
    void compareLarge(Group kind, std::vector<quint32> members);
    void compareNameTwins(std::span<const Entry> group);
    void compare(quint32 a, quint32 b);
    void noteLarge(Group kind, quint32 person, size_t people);
    [[nodiscard]] QString groupInWords(Group kind, const PersonTraits &person) const;
    [[nodiscard]] QSet<quint64> distinctPairs() const;
    [[nodiscard]] DuplicateReport report();

    NameForms m_forms;
    TextNumbers m_numbers;
    std::vector<PersonTraits> m_people;
    std::vector<std::pair<QString, QString>> m_distinct;
    QHash<QString, QString> m_mergedInto;
    std::unordered_map<quint64, PairFinding> m_found;
    QHash<QString, int> m_large;
    qint64 m_compared = 0;
    mutable std::vector<std::vector<quint32>> m_nameTwins; ///< people by distinct name, for addSpellings
};

/// The ids of contacts that the user said are somebody else than this one.
[[nodiscard]] QStringList distinctFrom(const Contact &contact);
void setDistinctFrom(Contact &contact, const QStringList &ids);

} // namespace crema::contacts
