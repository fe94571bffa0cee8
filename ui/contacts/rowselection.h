// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

class QTableView;

namespace crema::ui {

class ContactTableModel;

/// The contacts whose rows are selected, in the order of the list.
[[nodiscard]] QVector<qint64> selectedRows(const QTableView &view, const ContactTableModel &model);

/// The rows of those of the contacts that are listed, lowest first; one pass over the list for many of them.
[[nodiscard]] QVector<int> rowsOf(const ContactTableModel &model, const QVector<qint64> &rids);
/// Selects them instead of what is selected, the first as the current one; false when none is listed.
bool selectContactRows(QTableView &view, const ContactTableModel &model, const QVector<qint64> &rids);

} // namespace crema::ui
