// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/importplanner.h"

#include "base/prefetch.h"
#include "base/text.h"
#include "contacts/merging.h"
#include "contacts/sameline.h"
#include "contacts/sameness.h"
#include "model/status.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::contacts {

namespace {

// How many who share a weak key are compared with one row; keeps a file of one name a hundred thousand times
// linear.
constexpr int maxCandidates = 12;
constexpr qsizetype maxPairs = 3;
constexpr qsizetype cachedContacts = 2048;
// Nobody reads more of them here; the search for duplicates finds all.
constexpr qsizetype mostPossible = 5000;

size_t expectedHashes(size_t people)
{
    constexpr size_t keysOfOne = 6;
    return people * keysOfOne;
}

/// As the list of contacts orders by.
QString shownName(const Contact &contact)
{
    const QString name = contact.name();
    return name.isEmpty() ? contact.email() : name;
}

} // namespace

ImportPlanner::ImportPlanner(ExistingLookup existing, People people)
    : m_existing(std::move(existing)), m_incoming(std::move(people)),
      m_repeated(expectedHashes(m_incoming.size())), m_byKey(maxCandidates),
      m_namesakes(m_incoming, m_repeated, maxCandidates), m_recent(cachedContacts)
{
    const auto see = [this](qint64 hash) { m_repeated.see(hash); };
    for (size_t row = 0; const auto &person : m_incoming) {
        prefetchAhead(m_incoming, row++);
        if (!person->keys) {
            person->keys.emplace(person->contact);
        }
        std::ranges::for_each(person->keys->plain, see);
        std::ranges::for_each(person->keys->exact, see);
    }
}

std::optional<qsizetype> ImportPlanner::existingIndex(const QString &id)
{
    if (const auto known = m_byId.constFind(id); known != m_byId.constEnd()) {
        return *known;
    }
    auto contact = m_existing.contact(id);
    if (!contact) {
        return std::nullopt;
    }
    const auto index = static_cast<qsizetype>(m_people.size());
    Known known;
    known.id = id;
    m_people.push_back(std::move(known));
    m_byId.insert(id, index);
    indexExisting(index, PersonKeys(*contact));
    m_recent.insert(index, new Contact(std::move(*contact)));
    return index;
}

void ImportPlanner::load(const PersonKeys &keys)
{
    for (const qint64 key : keys.plain) {
        if (m_repeated.contains(key) && !m_byKey.ask(key)) {
            continue;
        }
        const QVector<QString> ids = m_existing.idsFor(key);
        for (const QString &id : ids) {
            static_cast<void>(existingIndex(id));
        }
    }
}

/// By what a later row may find a person of the file.
void ImportPlanner::index(qsizetype person, const PersonKeys &keys)
{
    const auto put = [&](qint64 hash) {
        if (m_repeated.contains(hash)) {
            m_byKey.put(hash, person);
        }
    };
    std::ranges::for_each(keys.plain, put);
    std::ranges::for_each(keys.exact, put);
}

void ImportPlanner::indexExisting(qsizetype person, const PersonKeys &keys)
{
    // Beyond the candidates that are ever compared only the exact forms matter.
    const auto put = [&](qint64 hash) { m_byKey.put(hash, person); };
    std::ranges::for_each(keys.plain, put);
    std::ranges::for_each(keys.exact, put);
}

const Contact *ImportPlanner::contactOf(qsizetype index)
{
    const Known &known = m_people[static_cast<size_t>(index)];
    if (known.incoming != nullptr) {
        return &known.incoming->contact;
    }
    if (known.now) {
        return &*known.now;
    }
    if (const Contact *recent = m_recent.object(index)) {
        return recent;
    }
    auto contact = m_existing.contact(known.id);
    if (!contact) {
        return nullptr;
    }
    m_recent.insert(index, new Contact(std::move(*contact)));
    return m_recent.object(index);
}

/// Everybody worth comparing with, those of the strongest keys first.
QVector<qsizetype> ImportPlanner::candidates(const IncomingPerson &person)
{
    const PersonKeys &keys = *person.keys;
    load(keys);
    QVector<qsizetype> found;
    if (keys.plain.isEmpty()) {
        const QVector<QString> ids = m_existing.idsNamed(fold(shownName(person.contact)), maxCandidates);
        for (const QString &id : ids) {
            if (const auto index = existingIndex(id)) {
                found << *index;
            }
        }
    }
    const auto take = [&](qint64 hash) {
        m_byKey.forEach(hash, [&found](qsizetype person) {
            if (!found.contains(person)) {
                found << person;
            }
        });
    };
    std::ranges::for_each(keys.exact, take);
    std::ranges::for_each(keys.plain, take);
    return found;
}

/// The contact an export of ours was made of, when it is still there and still bears that name.
std::optional<qsizetype> ImportPlanner::ownExport(const Contact &contact)
{
    if (contact.id.isEmpty()) {
        return std::nullopt;
    }
    const auto index = existingIndex(contact.id);
    const Contact *existing = index ? contactOf(*index) : nullptr;
    return existing && compareNames(*existing, contact) != NameMatch::different ? index : std::nullopt;
}

/// The strongest match. Several of one strength leave open which one is meant, as two people called so at
/// that firm, or "Lee" where Ann and Bob Lee share a mailbox: then it is the one of exactly that name, or one
/// whose record says all that the row says.
ImportPlanner::Match ImportPlanner::chosen(const QVector<Match> &same, const QVector<Match> &possible,
                                           const Contact &incoming)
{
    QVector<Match> best;
    for (const Match &match : same) {
        if (best.isEmpty() || match.sameness.by < best.constFirst().sameness.by) {
            best = {match};
        } else if (match.sameness.by == best.constFirst().sameness.by) {
            best << match;
        }
    }
    // A mailbox that somebody with another name has, too, tells them apart by the whole name only.
    const bool shared = !best.isEmpty() && best.constFirst().sameness.by == IdentityType::email
            && std::ranges::any_of(possible,
                                   [](const Match &m) { return m.sameness.by == IdentityType::email; });
    if (best.size() == 1 && !shared) {
        return best.constFirst();
    }
    for (const Match &match : best) {
        const Contact *contact = contactOf(match.index);
        const bool isByName = match.sameness.by == IdentityType::nameCompany; // all of them are called so
        if (contact
            && ((!isByName && compareNames(*contact, incoming) == NameMatch::same)
                || !filled(*contact, incoming).changed)) {
            return match;
        }
    }
    return {};
}

/// True when only name and firm say that the row is that person, and say so of another one of the file, too.
bool ImportPlanner::fitsTwo(const Match &match, const IncomingPerson &person)
{
    const bool isByName = match.index >= 0 && match.sameness.by == IdentityType::nameCompany;
    const Contact *contact = isByName ? contactOf(match.index) : nullptr;
    return contact && filled(*contact, person.contact).changed && m_namesakes.areTwo(*contact, person);
}

/// Somebody of that name whose record says everything the row says: the same line again. A name alone is one
/// only where it was imported before, since two lines of a file may be two people.
ImportPlanner::Match ImportPlanner::repeated(const IncomingPerson &person, const QVector<qsizetype> &near)
{
    for (const qsizetype index : near) {
        const Contact *contact = contactOf(index);
        const bool earlier = m_people[static_cast<size_t>(index)].incoming == nullptr;
        if (contact && isSameLine(*contact, person.contact, earlier)) {
            return {index,
                    {Verdict::same,
                     QCoreApplication::translate("duplicates", "the same line: it says nothing new"), 1.0,
                     IdentityType::name}};
        }
    }
    return {};
}

/// Whom no other row of the file can be about.
bool ImportPlanner::isSettled(const IncomingPerson &person) const
{
    const auto isAlone = [this](qint64 hash) { return !m_repeated.contains(hash); };
    return person.contact.id.isEmpty() && std::ranges::all_of(person.keys->plain, isAlone)
            && std::ranges::all_of(person.keys->exact, isAlone);
}

std::unique_ptr<IncomingPerson> ImportPlanner::planNext()
{
    const size_t row = m_next++;
    prefetchAhead(m_incoming, row);
    return add(*m_incoming[row]) ? std::move(m_incoming[row]) : nullptr;
}

/// Whether the person is new and settled.
bool ImportPlanner::add(IncomingPerson &person)
{
    if (const auto own = ownExport(person.contact)) {
        merge({*own,
               {Verdict::same,
                QCoreApplication::translate("duplicates", "the same record of your own export"), 1.0,
                IdentityType::linkedin}},
              person);
        return false;
    }
    QVector<Match> same;
    QVector<Match> others;
    const QVector<qsizetype> near = candidates(person);
    for (const qsizetype index : near) {
        const Contact *contact = contactOf(index);
        const Sameness sameness = contact ? compare(*contact, person.contact) : Sameness {};
        if (sameness.verdict == Verdict::same) {
            same << Match {index, sameness};
        } else if (sameness.verdict == Verdict::possible) {
            others << Match {index, sameness};
        }
    }
    Match match = chosen(same, others, person.contact);
    match = fitsTwo(match, person) ? Match {} : match;
    if (match.index < 0) {
        match = repeated(person, near);
    }
    std::ranges::copy_if(same, std::back_inserter(others),
                         [&](const Match &o) { return o.index != match.index; });
    if (match.index >= 0) {
        // Another whom a profile or an address names just as surely: the row shows that the two may be one.
        others.removeIf([](const Match &o) {
            return o.sameness.verdict != Verdict::same || o.sameness.by == IdentityType::nameCompany;
        });
        merge(match, person);
        note(refTo(match.index), others);
        return false;
    }
    if (person.contact.status.isEmpty()) {
        person.contact.status = initialStatus();
    }
    if (others.isEmpty() && isSettled(person)) {
        return true;
    }
    note({{}, person.row}, others);
    remember(person);
    return false;
}

/// Rows of one file are what happened one after the other. A note that was there once and that somebody has
/// taken out or worked on since does not come back with the file that brought it.
bool ImportPlanner::mayBringNotes(const Known &known, const Contact &contact, const Contact &incoming) const
{
    if (known.incoming != nullptr || (known.now && known.now->notes != known.before->notes)) {
        return true; // of this file
    }
    const auto tookOut = m_existing.tookOutNotes(known.id, incoming.notes);
    return !tookOut.value_or(isAnotherWording(contact.notes, incoming.notes));
}

/// What the row adds to somebody known, and what of it is told.
Filled ImportPlanner::completed(const Known &known, const Contact &contact, const IncomingPerson &person)
{
    Completed result = contacts::completed(contact, person.contact,
                                           [&] { return mayBringNotes(known, contact, person.contact); });
    if (!result.leftOut.isEmpty()) {
        m_plan.leftOut << LeftOut {person.row, contact.name(), result.leftOut};
    }
    const bool hadOwn = known.incoming == nullptr && !(known.now && known.before->notes.isEmpty());
    if (result.joinedNotes && hadOwn) {
        m_plan.joinedNotes << JoinedNotes {person.row, contact.name()};
    }
    return std::move(result.filled);
}

void ImportPlanner::merge(const Match &match, const IncomingPerson &person)
{
    const Contact *contact = contactOf(match.index);
    Known &known = m_people[static_cast<size_t>(match.index)];
    const int earlier = known.lastRow == 0 ? 0 : known.row;
    known.lastRow = person.row;
    Filled result = completed(known, *contact, person);
    if (known.incoming == nullptr) {
        noteNewFirm(*contact, person);
    }
    const bool firstChange = result.changed && !known.now && known.incoming == nullptr;
    if (firstChange) {
        ++m_waiting;
        known.before = std::make_unique<Contact>(*contact);
        known.row = person.row;
    } else {
        if (known.row == 0) {
            known.row = person.row;
        }
        m_plan.skipped << SkippedRow {person.row, earlier, known.id, match.sameness.reason};
    }
    if (!result.changed) {
        return;
    }
    if (known.incoming != nullptr) {
        known.incoming->contact = std::move(result.contact);
        known.incoming->keys.reset();
    } else {
        known.now = std::make_unique<Contact>(std::move(result.contact));
    }
    index(match.index, *person.keys);
}

void ImportPlanner::noteNewFirm(const Contact &contact, const IncomingPerson &person)
{
    const QString firm = person.contact.company();
    const QString key = companyKey(firm);
    const bool isKnown = std::ranges::any_of(
            contact.positions, [&key](const Position &p) { return companyKey(p.company) == key; });
    if (!key.isEmpty() && !isKnown && !contact.company().isEmpty()) {
        m_plan.newFirms << NewFirm {person.row, contact.name(), firm, contact.company()};
    }
}

void ImportPlanner::remember(IncomingPerson &person)
{
    const auto index = static_cast<qsizetype>(m_people.size());
    Contact &contact = person.contact;
    if (!contact.id.isEmpty() && (m_byId.contains(contact.id) || m_existing.contact(contact.id))) {
        contact.id.clear();
    }
    if (!contact.id.isEmpty()) {
        m_byId.insert(contact.id, index);
    }
    ++m_waiting;
    m_people.push_back({.id = {}, .row = person.row, .lastRow = person.row, .incoming = &person});
    this->index(index, *person.keys);
}

PersonRef ImportPlanner::refTo(qsizetype index) const
{
    const Known &known = m_people[static_cast<size_t>(index)];
    return known.id.isEmpty() ? PersonRef {{}, known.row} : PersonRef {known.id, 0};
}

void ImportPlanner::note(PersonRef person, const QVector<Match> &others)
{
    QVector<Match> likeliest = others;
    std::ranges::sort(likeliest, [](const Match &a, const Match &b) {
        return a.sameness.score > b.sameness.score
                || (a.sameness.score == b.sameness.score && a.index < b.index);
    });
    likeliest.resize(std::min(likeliest.size(), maxPairs));
    for (const Match &match : likeliest) {
        if (m_plan.possible.size() == mostPossible) {
            ++m_plan.possibleBeyond;
            continue;
        }
        m_plan.possible << PossiblePair {person, refTo(match.index), match.sameness.reason,
                                         match.sameness.score};
    }
}

ImportPlan ImportPlanner::finish()
{
    auto next = m_incoming.begin();
    for (Known &known : m_people) { // new people are known in the order of their rows
        if (known.incoming != nullptr) {
            next = std::ranges::find(next, m_incoming.end(), known.incoming,
                                     &std::unique_ptr<IncomingPerson>::get);
            if (!known.incoming->keys) {
                known.incoming->keys.emplace(known.incoming->contact);
            }
            m_plan.creates.push_back(std::move(*next));
        } else if (known.now) {
            m_plan.updates.push_back({known.id, std::move(*known.before), std::move(*known.now), known.row});
        }
    }
    std::ranges::sort(m_plan.updates, {}, &PlannedUpdate::row);
    return std::move(m_plan);
}

} // namespace crema::contacts
