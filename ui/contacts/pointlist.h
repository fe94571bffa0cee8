// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

#include <QVector>
#include <QWidget>

class QAbstractButton;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace crema::ui {

class EditableField;
class FieldBook;

/// The addresses, phone numbers or links of a contact: each with its kind, the preferred one first, an empty
/// line for the first or the next one. `book` outlives it.
class PointList final : public QWidget
{
    Q_OBJECT

public:
    /// `list` is "addresses", "phones" or "links".
    PointList(FieldBook &book, const QString &list, QWidget *parent = nullptr);

    /// Follows the contact of the book.
    void refresh();
    /// Opens the empty line.
    void startAdding();

Q_SIGNALS:
    void contactEdited(const crema::Contact &before, const crema::Contact &after);
    void kindChosen(const QString &field, const QString &kind);
    void copyRequested(const QString &text);
    void openRequested(const QString &link);

private:
    struct Row
    {
        QString id; ///< "+" for the empty line
        EditableField *line = nullptr;
        QAbstractButton *kind = nullptr;
        QToolButton *star = nullptr;
    };
    [[nodiscard]] const QVector<ContactPoint> &points() const;
    Row makeRow(const QString &id);
    QWidget *makeTail(Row &row);
    void dropRow(const Row &row);
    void fillKinds(QMenu *menu, const QString &id);
    void fillMore(QMenu *menu, const QString &id);
    void askForKind(const QString &id);
    void move(const QString &id, qsizetype place);
    void erase(const QString &id);

    FieldBook &m_book;
    QString m_list;
    QVBoxLayout *m_column;
    QVector<Row> m_rows;
    bool m_adding = false;
    QString m_contactId;
};

} // namespace crema::ui
