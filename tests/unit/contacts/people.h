// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/importplan.h"

#include <QMap>

/// A contact from one line: "Ann Lee | company=Acme | title=Analyst | email=a@x.example | linkedin=ann-lee".
/// Further words: school, city, country, location, phone, id, notes, sample.
[[nodiscard]] crema::Contact person(const QString &line);

/// Contacts in memory, by id, as the planner sees them; counts what it is asked.
struct Directory
{
    QMap<QString, crema::Contact> contacts;
    QMap<qint64, int> asked; ///< how often, by hash
    int loads = 0;

    void add(const crema::Contact &contact);
    [[nodiscard]] crema::contacts::ExistingLookup lookup();

    QMultiMap<QString, QString> takenOut; ///< by id: what the notes held once
    bool isHistoryWhole = true; ///< whether it can tell that something was not taken out

private:
    QMultiMap<qint64, QString> m_ids;
};

/// Rows 2, 3, 4 ... as below a header.
[[nodiscard]] crema::contacts::People rows(const QStringList &lines);
