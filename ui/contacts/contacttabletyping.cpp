// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed into cells until it is stored; the model itself is in contacttablemodel.cpp.
#include "ui/contacts/contacttablemodel.h"

#include "ui/common/chip.h"

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

flows::FieldValues valuesOf(const CellEdit &edit)
{
    if (edit.column != ContactColumn::name) {
        return {{specOf(edit.column).field, edit.typed.toString()}};
    }
    const QStringList parts = edit.typed.toStringList();
    return {{u"firstName"_s, parts.value(0)}, {u"lastName"_s, parts.value(1)}};
}

} // namespace

bool ContactTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    const ContactColumn column = contactColumnAt(index.column());
    const Cached *row = cached(index.row());
    if (row == nullptr) {
        return false;
    }
    const CellEdit edit {m_rids[index.row()],         column,      value,
                         baseOf(index.row(), column), row->row.id, row->row.name};
    const Cell cell(edit.rid, index.column());
    if (const auto before = m_unsaved.find(cell); before != m_unsaved.end() && before->isUnderWay) {
        before->edit.typed = value;
        rowsChanged({edit.rid});
        return true;
    }
    if (value == editValue(index.row(), *row, column)) {
        dropUnsaved(edit.rid, column); // typed back to what is stored
        return false;
    }
    m_unsaved.insert(cell, {edit});
    give(cell);
    return true;
}

/// Of a text that was refused before it is what that one was made of.
QString ContactTableModel::baseOf(int row, ContactColumn column) const
{
    const qint64 rid = rowIdAt(row);
    const auto before = m_unsaved.constFind({rid, static_cast<int>(column)});
    if (column != ContactColumn::notes || before != m_unsaved.constEnd()) {
        return before != m_unsaved.constEnd() ? before->edit.base : QString();
    }
    return rid == m_held.row.rid ? m_held.notes : storedText(row, column);
}

void ContactTableModel::give(const Cell &cell)
{
    Unsaved &unsaved = m_unsaved[cell];
    unsaved.sent = unsaved.edit.typed;
    unsaved.problem.clear();
    unsaved.isUnderWay = true;
    const CellEdit edit = unsaved.edit; // the answer may come at once
    rowsChanged({edit.rid});
    Q_EMIT editRequested(edit, valuesOf(edit));
}

void ContactTableModel::accepted(qint64 rid, ContactColumn column)
{
    const Cell cell(rid, static_cast<int>(column));
    const auto unsaved = m_unsaved.find(cell);
    if (unsaved == m_unsaved.end()) {
        return;
    }
    unsaved->isUnderWay = false;
    if (column == ContactColumn::notes) {
        unsaved->edit.base = unsaved->sent.toString();
        if (rid == m_held.row.rid) { // what stands in the open cell is made of it
            m_held.notes = unsaved->edit.base;
        }
    }
    if (unsaved->edit.typed == unsaved->sent) {
        dropUnsaved(rid, column);
    } else {
        give(cell);
    }
}

bool ContactTableModel::rejected(qint64 rid, ContactColumn column, const QString &problem)
{
    const Cell cell(rid, static_cast<int>(column));
    const auto unsaved = m_unsaved.find(cell);
    if (unsaved == m_unsaved.end()) {
        return false;
    }
    if (unsaved->edit.typed != unsaved->sent) {
        give(cell);
        return false;
    }
    unsaved->isUnderWay = false;
    unsaved->problem = problem;
    rowsChanged({rid});
    return true;
}

void ContactTableModel::dropUnsaved(qint64 rid, ContactColumn column)
{
    if (m_unsaved.remove({rid, static_cast<int>(column)})) {
        rowsChanged({rid});
        Q_EMIT unsavedDropped(rid, column);
    }
}

void ContactTableModel::forget(qint64 rid, ContactColumn column, const QString &text)
{
    const auto unsaved = m_unsaved.constFind({rid, static_cast<int>(column)});
    if (unsaved != m_unsaved.constEnd() && !unsaved->isUnderWay && unsaved->edit.text() == text) {
        dropUnsaved(rid, column);
    }
}

/// Who hears the table must not take it for what is stored.
QString ContactTableModel::spokenText(const Unsaved &unsaved)
{
    const QString text = unsaved.edit.column == ContactColumn::status ? statusWords(unsaved.edit.shownText())
                                                                      : unsaved.edit.shownText();
    const QString words = unsaved.isUnderWay ? tr("%1 (not saved yet)").arg(text)
                                             : tr("%1 (not saved: %2)").arg(text, unsaved.problem);
    return words.trimmed();
}

CellTexts ContactTableModel::unsavedTexts() const
{
    CellTexts texts;
    for (auto cell = m_unsaved.cbegin(); cell != m_unsaved.cend(); ++cell) {
        texts.insert(cell.key(), cell->edit.shownText());
    }
    return texts;
}

CellTexts ContactTableModel::refusedTexts() const
{
    CellTexts texts;
    for (auto cell = m_unsaved.cbegin(); cell != m_unsaved.cend(); ++cell) {
        if (!cell->isUnderWay) {
            texts.insert(cell.key(), cell->edit.text());
        }
    }
    return texts;
}

QVector<UnsavedEdit> ContactTableModel::unsaved(bool underWay) const
{
    QVector<UnsavedEdit> texts;
    for (const Unsaved &unsaved : m_unsaved) {
        if (unsaved.isUnderWay == underWay) {
            texts << UnsavedEdit {specOf(unsaved.edit.column).title, unsaved.edit.who, unsaved.edit.text()};
        }
    }
    return texts;
}

} // namespace crema::ui
