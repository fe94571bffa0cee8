// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/duplicates.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace crema::contacts {

namespace {

constexpr size_t largestGroup = 40; // of which each is compared with each
constexpr size_t neighbours = 12; // of a larger group
constexpr size_t mostPairs = 100'000;
constexpr qsizetype mostGroupsNamed = 50;
constexpr qsizetype mostFamilyWords = 3;
constexpr qsizetype mostCompanies = 4;
constexpr qsizetype shortestName = 7; // of which one letter may be wrong without anything else in common
constexpr int mostOfARareName = 3;
constexpr auto distinctKey = "distinctFrom";

QString words(const char *text)
{
    return QCoreApplication::translate("duplicates", text);
}

quint64 hashOf(QStringView text, quint64 seed = 0)
{
    quint64 hash = 0xcbf29ce484222325U ^ (seed * 0x9e3779b97f4a7c15U);
    for (const QChar c : text) {
        hash = (hash ^ c.unicode()) * 0x100000001b3U;
    }
    return hash;
}

quint64 mixed(quint64 a, quint64 b)
{
    return (a * 0x9e3779b97f4a7c15U) ^ (b + 0x7f4a7c15U + (a << 6) + (a >> 2));
}

quint64 pairKey(quint32 a, quint32 b)
{
    return (quint64 {std::min(a, b)} << 32) | std::max(a, b);
}

QStringList familyKeys(const PersonTraits &person)
{
    QStringList keys;
    for (const QString &form : person.familyForms) {
        if ((!isNameParticle(form) || person.familyForms.size() == 1) && keys.size() < mostFamilyWords) {
            keys << form;
        }
    }
    return keys;
}

QString wholeName(const PersonTraits &person)
{
    return (person.given + person.family).join(u' ');
}

/// Puts people side by side who are likely to be one: by name first, then by what else is known.
auto neighbourOrder(const PersonTraits &person)
{
    const auto first = [](const PersonTraits::Numbers &numbers) {
        return numbers.empty() ? 0 : numbers.front();
    };
    return std::tuple(person.familyForms.join(u' '), person.givenForms.join(u' '), first(person.companies),
                      first(person.schools), person.city);
}

} // namespace

QStringList distinctFrom(const Contact &contact)
{
    return textsAt(contact.extra, distinctKey);
}

void setDistinctFrom(Contact &contact, const QStringList &ids)
{
    if (ids.isEmpty()) {
        contact.extra.erase(distinctKey);
    } else {
        contact.extra[distinctKey] = jsonTexts(ids);
    }
}

void DuplicateScan::add(const Contact &contact)
{
    for (const QString &id : distinctFrom(contact)) {
        m_distinct.emplace_back(contact.id, id);
    }
    m_people.push_back(traitsOf(contact, m_forms, m_numbers));
}

/// A last name that only people of one whole name have here, and few of them; a name that is common
/// everywhere is not rare because a list is short.
void DuplicateScan::markRareNames()
{
    struct Family
    {
        quint64 name = 0; ///< of the first one
        int people = 0;
        bool isShared = false; ///< by people with other first names
    };
    QHash<QString, Family> families;
    const auto familyOf = [](const PersonTraits &person) { return person.familyForms.join(u' '); };
    for (const PersonTraits &person : m_people) {
        const quint64 name = hashOf(person.givenForms.join(u' '));
        Family &family = families[familyOf(person)];
        family.name = family.people == 0 ? name : family.name;
        family.isShared = family.isShared || family.name != name;
        ++family.people;
    }
    for (PersonTraits &person : m_people) {
        const Family family = families.value(familyOf(person));
        const QStringList keys = familyKeys(person);
        person.hasRareName = !person.given.isEmpty() && person.given.constFirst().size() > 1
                && !keys.isEmpty() && !family.isShared && family.people <= mostOfARareName
                && std::ranges::none_of(keys,
                                        [this](const QString &key) { return m_forms.isCommonFamily(key); });
    }
}

void DuplicateScan::addIdentities(Entries &entries, quint32 person) const
{
    const PersonTraits &traits = m_people[person];
    for (const auto &[numbers, group] :
         {std::pair(&traits.slugs, Group::linkedin), std::pair(&traits.emails, Group::email),
          std::pair(&traits.phones, Group::phone)}) {
        for (const quint32 number : *numbers) {
            entries.push_back({number, person, group});
        }
    }
}

void DuplicateScan::addNames(Entries &entries, quint32 person) const
{
    const PersonTraits &traits = m_people[person];
    const auto add = [&](quint64 given, quint64 family) {
        // In no order: a swapped name has the same key.
        entries.push_back({mixed(std::min(given, family), std::max(given, family)), person, Group::name});
    };
    if (traits.given.isEmpty() || traits.family.isEmpty()) {
        if (const QString name = traits.givenForms.join(u' ') + traits.familyForms.join(u' ');
            !name.isEmpty()) {
            add(hashOf(name), 0);
        }
        return;
    }
    for (const QString &family : familyKeys(traits)) {
        add(hashOf(traits.givenForms.constFirst()), hashOf(family));
        if (traits.givenForms.size() > 1) {
            add(hashOf(traits.givenForms.join(QString())), hashOf(family));
        }
        for (const int name : traits.names) {
            add(mixed(0x4e414d45U, static_cast<quint64>(name)), hashOf(family));
        }
    }
    if (traits.family.size() > 1) { // "Ann Lee" "Park" and "Ann" "Lee Park"
        add(hashOf((traits.givenForms + traits.familyForms).join(QString())), 1);
    } else if (traits.given.size() > 1) {
        add(hashOf((traits.givenForms + traits.familyForms).join(QString())), 1);
    }
}

void DuplicateScan::addColleagues(Entries &entries, quint32 person) const
{
    const PersonTraits &traits = m_people[person];
    PersonTraits::Numbers shared(traits.companies.begin(),
                                 traits.companies.begin()
                                         + std::min<qsizetype>(mostCompanies, std::ssize(traits.companies)));
    shared.insert(shared.end(), traits.schools.begin(), traits.schools.end());
    if (traits.city != 0) {
        shared.push_back(traits.city);
    }
    QStringList halves = familyKeys(traits);
    if (!traits.givenForms.isEmpty() && traits.givenForms.constFirst().size() > 1) {
        halves << traits.givenForms.constFirst();
    }
    for (const quint32 number : shared) {
        for (const QString &half : std::as_const(halves)) {
            entries.push_back({mixed(number, hashOf(half, 7)), person, Group::colleague});
        }
    }
}

/// Names that are one letter apart have in common what is left when one letter goes, from one of them or from
/// both.
void DuplicateScan::addSpellings(Entries &entries) const
{
    QHash<QString, quint32> numbers;
    m_nameTwins.clear();
    for (quint32 person = 0; person < m_people.size(); ++person) {
        const PersonTraits &traits = m_people[person];
        const QString name = wholeName(traits);
        if (name.size() < shortestName || traits.given.isEmpty() || traits.family.isEmpty()) {
            continue;
        }
        const auto next = static_cast<quint32>(m_nameTwins.size());
        const auto known = numbers.constFind(name);
        const quint32 number = known == numbers.cend() ? *numbers.insert(name, next) : *known;
        if (number == next) {
            m_nameTwins.emplace_back();
            entries.push_back({hashOf(name, 3), number, Group::spelling});
            for (qsizetype i = 0; i < name.size(); ++i) {
                if (i == 0 || name[i] != name[i - 1]) { // of two equal letters either leaves the same
                    entries.push_back({hashOf(name.left(i) + name.mid(i + 1), 3), number, Group::spelling});
                }
            }
        }
        m_nameTwins[number].push_back(person);
    }
}

void DuplicateScan::compare(quint32 a, quint32 b)
{
    if (a == b) {
        return;
    }
    ++m_compared;
    const auto finding = judge(m_people[a], m_people[b]);
    if (finding) {
        m_found.emplace(pairKey(a, b), *finding);
    }
}

void DuplicateScan::compareGroup(std::span<const Entry> group)
{
    if (group.size() > largestGroup) {
        std::vector<quint32> members;
        members.reserve(group.size());
        std::ranges::transform(group, std::back_inserter(members), &Entry::person);
        compareLarge(group.front().group, std::move(members));
        return;
    }
    for (size_t i = 0; i < group.size(); ++i) {
        for (size_t j = i + 1; j < group.size(); ++j) {
            compare(group[i].person, group[j].person);
        }
    }
}

void DuplicateScan::compareLarge(Group kind, std::vector<quint32> members)
{
    noteLarge(kind, members.front(), members.size());
    std::vector<std::pair<decltype(neighbourOrder(m_people.front())), quint32>> order;
    order.reserve(members.size());
    for (const quint32 member : members) {
        order.emplace_back(neighbourOrder(m_people[member]), member);
    }
    std::ranges::sort(order);
    for (size_t i = 0; i < order.size(); ++i) {
        for (size_t j = i + 1; j < std::min(order.size(), i + 1 + neighbours); ++j) {
            compare(order[i].second, order[j].second);
        }
    }
}

void DuplicateScan::compareNameTwins(std::span<const Entry> group)
{
    // A group of names here, each with its people.
    size_t people = 0;
    for (const Entry &entry : group) {
        people += m_nameTwins[entry.person].size();
    }
    if (people > largestGroup) {
        noteLarge(Group::spelling, m_nameTwins[group.front().person].front(), people);
    }
    for (size_t i = 0; i < std::min(group.size(), largestGroup); ++i) {
        for (size_t j = i + 1; j < std::min(group.size(), largestGroup); ++j) {
            const auto &own = m_nameTwins[group[i].person];
            const auto &others = m_nameTwins[group[j].person];
            for (size_t k = 0; k < std::min(own.size(), neighbours); ++k) {
                for (size_t l = 0; l < std::min(others.size(), neighbours); ++l) {
                    compare(own[k], others[l]);
                }
            }
        }
    }
}

Result<> DuplicateScan::compareGroups(Entries &entries, int percentBefore, int percentAfter,
                                      const std::function<void(int)> &progress, const std::stop_token &stop)
{
    std::ranges::sort(entries, [](const Entry &x, const Entry &y) {
        return std::pair(x.key, x.person) < std::pair(y.key, y.person);
    });
    const auto twice = std::ranges::unique(
            entries, [](const Entry &x, const Entry &y) { return x.key == y.key && x.person == y.person; });
    entries.erase(twice.begin(), twice.end());
    size_t groups = 0;
    for (size_t from = 0; from < entries.size();) {
        size_t to = from + 1;
        while (to < entries.size() && entries[to].key == entries[from].key) {
            ++to;
        }
        const auto group = std::span<const Entry>(entries).subspan(from, to - from);
        if (group.size() > 1) {
            if (group.front().group == Group::spelling) {
                compareNameTwins(group);
            } else {
                compareGroup(group);
            }
        }
        from = to;
        if (++groups % 2048 == 0) {
            if (stop.stop_requested()) {
                return failure(ErrorKind::cancelled, words("Cancelled; nothing was changed."));
            }
            if (progress) {
                progress(percentBefore
                         + static_cast<int>(static_cast<size_t>(percentAfter - percentBefore) * from
                                            / entries.size()));
            }
        }
    }
    entries.clear();
    return {};
}

Result<DuplicateReport> DuplicateScan::run(const std::function<void(int percent)> &progress,
                                           const std::stop_token &stop)
{
    struct Round
    {
        void (DuplicateScan::*add)(Entries &, quint32) const;
        int percentAfter;
    };
    m_found.clear();
    m_large.clear();
    m_compared = 0;
    int percent = 0;
    markRareNames();
    Entries entries;
    for (const Round &round :
         {Round {&DuplicateScan::addIdentities, 15}, Round {&DuplicateScan::addNames, 35},
          Round {&DuplicateScan::addColleagues, 70}}) {
        for (quint32 person = 0; person < m_people.size(); ++person) {
            (this->*round.add)(entries, person);
        }
        if (const auto done = compareGroups(entries, percent, round.percentAfter, progress, stop); !done) {
            return std::unexpected(done.error());
        }
        percent = round.percentAfter;
    }
    addSpellings(entries);
    if (const auto done = compareGroups(entries, percent, 100, progress, stop); !done) {
        return std::unexpected(done.error());
    }
    return report();
}

void DuplicateScan::noteLarge(Group kind, quint32 person, size_t people)
{
    int &largest = m_large[groupInWords(kind, m_people[person])];
    largest = std::max(largest, static_cast<int>(people));
}

QString DuplicateScan::groupInWords(Group kind, const PersonTraits &person) const
{
    switch (kind) {
    case Group::linkedin:
        return words("with the LinkedIn profile of %1").arg(person.name);
    case Group::email:
        return words("with an email address of %1").arg(person.name);
    case Group::phone:
        return words("with a phone number of %1").arg(person.name);
    case Group::name:
        return words("named like %1").arg(person.name);
    case Group::colleague:
        return words("who share a company, school or city and half of the name %1").arg(person.name);
    case Group::spelling:
        return words("with names one letter from %1").arg(person.name);
    }
    return {};
}

QSet<quint64> DuplicateScan::distinctPairs() const
{
    QSet<quint64> pairs;
    if (m_distinct.empty()) {
        return pairs;
    }
    QHash<QString, quint32> indexes;
    for (quint32 person = 0; person < m_people.size(); ++person) {
        indexes.insert(m_people[person].id, person);
    }
    const auto indexOf = [&](QString id) {
        for (qsizetype hops = 0; hops <= m_mergedInto.size() && !indexes.contains(id); ++hops) {
            id = m_mergedInto.value(id);
        }
        return indexes.constFind(id);
    };
    for (const auto &[a, b] : m_distinct) {
        const auto first = indexOf(a);
        const auto second = indexOf(b);
        if (first != indexes.cend() && second != indexes.cend()) {
            pairs.insert(pairKey(*first, *second));
        }
    }
    return pairs;
}

DuplicateReport DuplicateScan::report()
{
    DuplicateReport report;
    report.people = static_cast<int>(m_people.size());
    report.compared = m_compared;
    const QSet<quint64> distinct = distinctPairs();
    std::vector<std::pair<quint64, PairFinding>> found;
    found.reserve(m_found.size());
    for (const auto &[key, finding] : m_found) {
        if (distinct.contains(key)) {
            ++report.distinct;
        } else {
            found.emplace_back(key, finding);
        }
    }
    m_found.clear();
    std::ranges::sort(found, [](const auto &x, const auto &y) {
        return std::pair(-x.second.score, x.first) < std::pair(-y.second.score, y.first);
    });
    report.leftOut = static_cast<int>(found.size() - std::min(found.size(), mostPairs));
    found.resize(std::min(found.size(), mostPairs));
    report.pairs.reserve(static_cast<qsizetype>(found.size()));
    for (const auto &[key, finding] : found) {
        const PersonTraits &a = m_people[key >> 32];
        const PersonTraits &b = m_people[key & 0xffffffffU];
        report.pairs << DuplicatePair {
                a.id,         b.id, a.name, b.name, a.company, b.company, reasonInWords(finding, a, b),
                finding.score};
    }
    for (const auto &[what, people] : m_large.asKeyValueRange()) {
        report.largeGroups << LargeGroup {what, people};
    }
    report.largeGroupCount = static_cast<int>(report.largeGroups.size());
    std::ranges::sort(report.largeGroups, [](const LargeGroup &x, const LargeGroup &y) {
        return std::pair(-x.people, x.what) < std::pair(-y.people, y.what);
    });
    report.largeGroups.resize(std::min(report.largeGroups.size(), mostGroupsNamed));
    return report;
}

} // namespace crema::contacts
