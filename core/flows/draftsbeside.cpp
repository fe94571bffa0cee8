// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/draftsbeside.h"

#include "base/text.h"
#include "truth/gate.h"
#include "truth/knowledge.h"

#include <QHashFunctions>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

quint64 keyOf(const QString &text)
{
    return text.isEmpty() ? 0 : static_cast<quint64>(qHash(text, 1));
}

/// As much of a contact as decides whether two are of one circle.
Contact circleOf(const QString &company, const QString &college)
{
    Contact contact;
    Position position;
    position.company = company;
    addPosition(contact.positions, position);
    School school;
    school.name = college;
    addSchool(contact.schools, school);
    return contact;
}

} // namespace

DraftsBeside::DraftsBeside(const QVector<store::DraftRow> &rows, QString signature)
    : m_signature(std::move(signature))
{
    m_entries.reserve(rows.size());
    for (const store::DraftRow &row : rows) {
        put(row);
    }
}

Result<DraftsBeside> DraftsBeside::read(const store::Reader &reader)
{
    const auto profile = reader.profile();
    const auto rows = store::draftRows(reader);
    if (!profile || !rows) {
        return std::unexpected(profile ? rows.error() : profile.error());
    }
    return DraftsBeside(*rows, signatureOf(*profile));
}

Result<DraftsBeside> DraftsBeside::readAt(QString databasePath)
{
    const auto reader = store::Reader::open(databasePath);
    return reader ? read(**reader) : std::unexpected(reader.error());
}

DraftsBeside::Keys DraftsBeside::keysOf(const QString &subject, const QString &body) const
{
    return {keyOf(cleanText(body)), keyOf(foldedWords(truth::openerOf(body, m_signature)).join(u' ')),
            keyOf(foldedWords(subject).join(u' '))};
}

void DraftsBeside::put(const store::DraftRow &row)
{
    remove(row.id);
    const Keys keys = keysOf(row.subject, row.body);
    m_entries.insert(row.id, Entry {keys, row.runId, row.company, row.college});
    m_bodies.insert(keys.body, row.id);
    m_openers.insert(keys.opener, row.id);
    m_subjects.insert(keys.subject, row.id);
}

void DraftsBeside::remove(const QString &id)
{
    const auto entry = m_entries.constFind(id);
    if (entry == m_entries.constEnd()) {
        return;
    }
    m_bodies.remove(entry->keys.body, id);
    m_openers.remove(entry->keys.opener, id);
    m_subjects.remove(entry->keys.subject, id);
    m_entries.erase(entry);
}

/// For each rule the first draft that the keys accuse; the gate has the last word.
QStringList DraftsBeside::rivalsOf(const Draft &draft, const Contact &contact,
                                   const truth::DirectoryKnowledge &knowledge) const
{
    const Keys keys = keysOf(draft.subject, draft.body);
    QStringList rivals;
    const auto isBeside = [&](const QString &id) {
        const Entry &entry = *m_entries.constFind(id);
        return id != draft.id
                && (draft.runId.isEmpty() || entry.runId == draft.runId || entry.keys.body == keys.body);
    };
    const auto accuse = [&](const Index &index, quint64 key, const auto &fits) {
        for (auto it = index.constFind(key); key != 0 && it != index.constEnd() && it.key() == key; ++it) {
            if (isBeside(*it) && fits(*m_entries.constFind(*it))) {
                rivals << *it;
                return;
            }
        }
    };
    QHash<std::pair<QString, QString>, bool> known; // many are of the same firm and school
    const auto isOfCircle = [&](const Entry &entry) {
        const auto place = std::pair(entry.company, entry.college);
        const auto seen = known.constFind(place);
        if (seen != known.constEnd()) {
            return *seen;
        }
        const Contact other = circleOf(entry.company, entry.college);
        return *known.insert(place, truth::areOneCircle(other, contact, &knowledge));
    };
    accuse(m_bodies, keys.body, [](const Entry &) { return true; });
    accuse(m_openers, keys.opener, isOfCircle);
    if (!hasConversationSubject(draft)) {
        accuse(m_subjects, keys.subject, isOfCircle);
    }
    rivals.removeDuplicates();
    return rivals;
}

Result<QVector<GateProblem>> DraftsBeside::problemsOf(const store::Reader &reader,
                                                      const truth::DirectoryKnowledge &knowledge,
                                                      const Draft &draft) const
{
    const auto contact = reader.contact(draft.contactId);
    const auto profile = reader.profile();
    if (!contact || !profile) {
        return std::unexpected(contact ? profile.error() : contact.error());
    }
    QVector<GateProblem> problems = truth::checkDraft(
            {draft, *profile, *contact, !draft.resumeId.isEmpty(), {}, &knowledge});
    const QString signature = signatureOf(*profile);
    // The draft goes last: only what it repeats of the others is its own problem.
    QVector<truth::BatchItem> batch;
    for (const QString &id : rivalsOf(draft, *contact, knowledge)) {
        const auto other = reader.draft(id);
        const auto recipient = other ? reader.contact(other->contactId)
                                     : Result<Contact>(std::unexpected(other.error()));
        if (recipient) {
            batch << truth::BatchItem {*other, *recipient, signature};
        }
    }
    batch << truth::BatchItem {draft, *contact, signature};
    for (const truth::BatchProblem &found : truth::checkBatch(batch, &knowledge)) {
        if (found.item == batch.size() - 1) {
            problems << found.problem;
        }
    }
    return problems;
}

} // namespace crema::flows
