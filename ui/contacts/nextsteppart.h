// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

#include <QWidget>

class QCheckBox;
class QToolButton;

namespace crema::ui {

class EditableField;
class FieldBook;

/// What to do next about a contact and when, and whether their mailbox is looked at for replies.
class NextStepPart final : public QWidget
{
    Q_OBJECT

public:
    explicit NextStepPart(FieldBook &book, QWidget *parent = nullptr);

    /// Follows the contact of the book.
    void refresh();

Q_SIGNALS:
    void fieldChosen(const QString &field, const QString &value);
    void contactEdited(const crema::Contact &before, const crema::Contact &after);

private:
    QWidget *makeDates();
    void finish();

    FieldBook &m_book;
    EditableField *m_step;
    EditableField *m_date;
    QToolButton *m_done;
    QCheckBox *m_muted;
};

} // namespace crema::ui
