// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contacts/contactlisting.h"

#include <QWidget>

class QAbstractButton;
class QCheckBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace crema::ui {

class FlowLayout;

/// What restricts the list of contacts: words, a status with how many are in it, and whether sample people
/// show.
class ContactFilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ContactFilterBar(QWidget *parent = nullptr);

    /// Does not emit.
    void showQuery(const store::ContactQuery &query);
    void showCounts(const ContactCounts &counts);
    void focusField();
    /// A control at the right of the field; it becomes a child.
    void addControl(QWidget *control);

Q_SIGNALS:
    void textEdited(const QString &text);
    void statusChosen(const QString &status);
    void hideSampleToggled(bool hide);
    void cleared();
    /// Arrow down or Enter in the field: on to the list.
    void leftDownwards();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void rebuildChips();

    QLineEdit *m_field;
    QCheckBox *m_hideSample;
    QPushButton *m_clear;
    QHBoxLayout *m_row;
    QWidget *m_chips;
    FlowLayout *m_flow;
    QVector<QAbstractButton *> m_buttons;
    ContactCounts m_counts;
    QString m_status;
};

} // namespace crema::ui
