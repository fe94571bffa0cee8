// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

#include <QVector>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace crema::ui {

class EditableField;
class FieldBook;
class KeyValueList;
class PointList;

/// The details of a contact: plain fields, addresses, phone numbers and links, and on request what other
/// programs left there. `book` outlives it.
class ContactFields final : public QWidget
{
    Q_OBJECT

public:
    explicit ContactFields(FieldBook &book, QWidget *parent = nullptr);

    /// The switch that shows where each value comes from; stands in the heading of the section.
    [[nodiscard]] QToolButton *sourcesButton() const { return m_sources; }
    void refresh();

Q_SIGNALS:
    void contactEdited(const crema::Contact &before, const crema::Contact &after);
    void fieldChosen(const QString &field, const QString &value);
    void copyRequested(const QString &text);
    void openRequested(const QString &link);

private:
    void addFields(QVBoxLayout *column, const QStringList &fields);
    void addPoints(QVBoxLayout *column);
    QWidget *makeFoot();
    void showFields();

    FieldBook &m_book;
    QToolButton *m_sources;
    QVector<EditableField *> m_fields;
    QVector<PointList *> m_points;
    QPushButton *m_more;
    QLabel *m_othersTitle;
    KeyValueList *m_others;
    bool m_all = false;
};

} // namespace crema::ui
