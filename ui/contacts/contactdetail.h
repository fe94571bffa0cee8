// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "model/draft.h"
#include "model/prep.h"
#include "store/reader.h"

#include <QDateTime>
#include <QVector>

namespace crema::ui {

/// One thing that happened with a contact, for people.
struct ContactEvent
{
    QString title; ///< what was done: "Edit Ana Silva", "Import of Connections.csv"
    QString text; ///< what changed: "Status: Contacted -> Replied"; empty when there is nothing to add
    QString age; ///< "3 days ago"

    [[nodiscard]] bool operator==(const ContactEvent &) const = default;
};

/// Everything the detail pane shows of one contact.
struct ContactDetail
{
    Contact contact;
    QVector<ContactEvent> history; ///< newest first, at most fifty
    QVector<Draft> drafts;
    QVector<Prep> preps;
    QDateTime now;
};

[[nodiscard]] Result<ContactDetail> readDetail(const store::Reader &reader, const QString &contactId,
                                               const QDateTime &now);

/// Where the value of a flat field comes from and when: "LinkedIn import, 3 days ago". Empty when unknown.
[[nodiscard]] QString sourceWords(const Contact &contact, const QString &field, const QDateTime &now);
/// The same of one item of a list ("positions", "schools").
[[nodiscard]] QString itemSourceWords(const Contact &contact, const QString &list, const QString &itemId,
                                      const QDateTime &now);
/// "2019 - today", "2017 - 2019", "until 2020"; empty when nothing is known.
[[nodiscard]] QString periodWords(const QString &from, const QString &to);
/// "Analyst at Hartwell & Stone"; either alone when the other is missing.
[[nodiscard]] QString roleWords(const QString &title, const QString &company);

} // namespace crema::ui
