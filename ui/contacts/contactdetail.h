// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "model/draft.h"
#include "model/prep.h"
#include "store/reader.h"
#include "ui/contacts/editablefield.h"

#include <QDateTime>
#include <QVector>

namespace crema::ui {

/// Everything the detail pane shows of one contact.
struct ContactDetail
{
    Contact contact;
    QVector<Draft> drafts;
    QVector<Prep> preps;
    QDateTime now;
};

[[nodiscard]] Result<ContactDetail> readDetail(const store::Reader &reader, const QString &contactId,
                                               const QDateTime &now);

/// Where the value of a field comes from, by whom and when: a flat field ("email") or a part of the record
/// ("positions/<id>", "notes"). Empty when unknown.
[[nodiscard]] SourceNote sourceNote(const Contact &contact, const QString &field, const QDateTime &now);
/// "2019 - today", "2017 - 2019", "until 2020"; empty when nothing is known.
[[nodiscard]] QString periodWords(const QString &from, const QString &to);
/// "Analyst at Hartwell & Stone"; either alone when the other is missing.
[[nodiscard]] QString roleWords(const QString &title, const QString &company);

} // namespace crema::ui
