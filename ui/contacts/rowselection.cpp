// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/rowselection.h"

#include "ui/contacts/contacttablemodel.h"

#include <QItemSelectionModel>
#include <QSet>
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

QVector<int> rowsOf(const ContactTableModel &model, const QVector<qint64> &rids)
{
    QVector<int> rows;
    if (rids.size() == 1) {
        if (const int row = model.rowOf(rids.constFirst()); row >= 0) {
            rows << row;
        }
        return rows;
    }
    const QSet<qint64> wanted(rids.begin(), rids.end());
    for (int row = 0; row < model.rowCount(); ++row) {
        if (wanted.contains(model.rowIdAt(row))) {
            rows << row;
        }
    }
    return rows;
}

bool selectContactRows(QTableView &view, const ContactTableModel &model, const QVector<qint64> &rids)
{
    const QVector<int> rows = rowsOf(model, rids);
    if (rows.isEmpty()) {
        return false;
    }
    const int column = static_cast<int>(ContactColumn::name);
    QItemSelection selection; // neighbours as one range: what is selected is asked for with every key
    for (qsizetype from = 0, to = 0; from < rows.size(); from = to) {
        for (to = from + 1; to < rows.size() && rows[to] == rows[to - 1] + 1; ++to) { }
        selection.select(model.index(rows[from], column), model.index(rows[to - 1], column));
    }
    const QModelIndex index = model.index(rows.constFirst(), column);
    view.selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    view.scrollTo(index);
    return true;
}

} // namespace crema::ui
