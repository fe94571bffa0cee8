// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/importplan.h"
#include "contacts/keyindex.h"
#include "contacts/merging.h"
#include "contacts/namesakes.h"
#include "contacts/repeatedhashes.h"
#include "contacts/sameness.h"

#include <QCache>
#include <QHash>

#include <deque>
#include <memory>

namespace crema::contacts {

/// Plans an import (see ImportPlan) row by row: whom the file adds can be written while later rows are still
/// being planned.
class ImportPlanner final
{
public:
    ImportPlanner(ExistingLookup existing, People people);
    Q_DISABLE_COPY_MOVE(ImportPlanner)

    /// How many rows are not planned yet.
    [[nodiscard]] size_t left() const { return m_incoming.size() - m_next; }
    /// Plans the next row. Gives its person out when they are to be added and no other row of the file can be
    /// about them; everybody else is in the plan that finish() gives.
    [[nodiscard]] std::unique_ptr<IncomingPerson> planNext();
    /// How many of the planned people are still to be added or changed by what finish() gives.
    [[nodiscard]] size_t waiting() const { return m_waiting; }
    /// After the last row.
    [[nodiscard]] ImportPlan finish();

private:
    /// Someone whom later rows may be about: a new person, or an existing contact. Of existing ones only
    /// those that changed are kept; the others are read again when needed, so that importing a whole
    /// directory anew stays small in memory.
    struct Known
    {
        QString id; ///< of an existing contact
        int row = 0; ///< the first row that made or changed them
        int lastRow = 0; ///< the last row that was found to be them
        IncomingPerson *incoming = nullptr; ///< a new person
        std::unique_ptr<Contact> before {}; ///< an existing contact that changed
        std::unique_ptr<Contact> now {};
    };

    struct Match
    {
        qsizetype index = -1;
        Sameness sameness;
    };

    [[nodiscard]] QVector<qsizetype> candidates(const IncomingPerson &person);
    [[nodiscard]] std::optional<qsizetype> ownExport(const Contact &contact);
    [[nodiscard]] std::optional<qsizetype> existingIndex(const QString &id);
    [[nodiscard]] const Contact *contactOf(qsizetype index);
    [[nodiscard]] Match repeated(const IncomingPerson &person, const QVector<qsizetype> &near);
    [[nodiscard]] bool fitsTwo(const Match &match, const IncomingPerson &person);
    [[nodiscard]] Match chosen(const QVector<Match> &same, const QVector<Match> &possible,
                               const Contact &incoming);
    [[nodiscard]] bool isSettled(const IncomingPerson &person) const;
    [[nodiscard]] bool add(IncomingPerson &person);
    void load(const PersonKeys &keys);
    void index(qsizetype person, const PersonKeys &keys);
    void indexExisting(qsizetype person, const PersonKeys &keys);
    void merge(const Match &match, const IncomingPerson &person);
    [[nodiscard]] bool mayBringNotes(const Known &known, const Contact &contact,
                                     const Contact &incoming) const;
    [[nodiscard]] Filled completed(const Known &known, const Contact &contact, const IncomingPerson &person);
    void noteNewFirm(const Contact &contact, const IncomingPerson &person);
    void remember(IncomingPerson &person);
    void note(PersonRef person, const QVector<Match> &others);
    [[nodiscard]] PersonRef refTo(qsizetype index) const;

    ExistingLookup m_existing;
    People m_incoming; ///< without those that were given out
    size_t m_next = 0; ///< index of the next row
    size_t m_waiting = 0;
    RepeatedHashes m_repeated; ///< among the keys of the incoming
    std::deque<Known> m_people;
    KeyIndex m_byKey; ///< `compare` decides: of a million keys two are alike once in ten million imports
    Namesakes m_namesakes;
    QHash<QString, qsizetype> m_byId;
    QCache<qsizetype, Contact> m_recent;
    ImportPlan m_plan;
};

} // namespace crema::contacts
