// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/draft.h"
#include "store/draftlist.h"

#include <QHash>

namespace crema::flows {

/// What the other drafts say, kept as short keys, so that a draft can be checked against ten thousand others
/// in no time: for lists, batches, and while typing. A value: made on any thread, used on one at a time.
class DraftsBeside
{
public:
    DraftsBeside() = default;
    /// `signature` is the sender's.
    DraftsBeside(const QVector<store::DraftRow> &rows, QString signature);

    [[nodiscard]] static Result<DraftsBeside> read(const store::Reader &reader);
    /// The same on a worker.
    [[nodiscard]] static Result<DraftsBeside> readAt(QString databasePath);

    /// A draft that is new or was changed; one that is gone.
    void put(const store::DraftRow &row);
    void remove(const QString &id);
    [[nodiscard]] qsizetype count() const { return m_entries.size(); }

    /// What the gate says of a draft as it is now, against its contact, the profile and the drafts beside it:
    /// those of its run, or all when it has none, and whichever has word for word the same text.
    [[nodiscard]] Result<QVector<GateProblem>> problemsOf(const store::Reader &reader,
                                                          const truth::DirectoryKnowledge &knowledge,
                                                          const Draft &draft) const;

private:
    /// Hashes of the words that must not come twice.
    struct Keys
    {
        quint64 body = 0;
        quint64 opener = 0;
        quint64 subject = 0;
    };
    struct Entry
    {
        Keys keys;
        QString runId;
        QString company;
        QString college;
    };
    using Index = QMultiHash<quint64, QString>;

    [[nodiscard]] Keys keysOf(const QString &subject, const QString &body) const;
    [[nodiscard]] QStringList rivalsOf(const Draft &draft, const Contact &contact,
                                       const truth::DirectoryKnowledge &knowledge) const;

    QString m_signature;
    QHash<QString, Entry> m_entries;
    Index m_bodies;
    Index m_openers;
    Index m_subjects;
};

} // namespace crema::flows
