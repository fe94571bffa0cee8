// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/rowselection.h"

#include "ui/contacts/contacttablemodel.h"

#include <QItemSelectionModel>
#include <QTableView>

#include <algorithm>

namespace crema::ui {

QVector<qint64> selectedRows(const QTableView &view, const ContactTableModel &model)
{
    QVector<std::pair<int, int>> spans;
    const QItemSelection selected = view.selectionModel()->selection();
    for (const QItemSelectionRange &range : selected) {
        spans << std::pair(range.top(), range.bottom());
    }
    std::ranges::sort(spans);
    QVector<qint64> rids;
    int next = 0;
    for (const auto &[top, bottom] : spans) {
        for (int row = std::max(top, next); row <= bottom; ++row) {
            rids << model.rowIdAt(row);
        }
        next = std::max(next, bottom + 1);
    }
    return rids;
}

} // namespace crema::ui
