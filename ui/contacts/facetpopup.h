// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/peoplelist.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QTimer;

namespace crema::ui {

/// A list of values with how many people each has, to tick several; with a field that narrows it.
class FacetPopup final : public QFrame
{
    Q_OBJECT

public:
    /// `title` says what is picked: "Company".
    FacetPopup(store::Facet facet, const QString &title, const QStringList &picked, QWidget *parent);

    [[nodiscard]] store::Facet facet() const { return m_facet; }
    void showValues(const QVector<store::FacetValue> &values);
    /// Below the control that opened it.
    void openBelow(QWidget *control);

Q_SIGNALS:
    /// Asked at once and whenever the words in the field change; answered with showValues().
    void valuesRequested(const QString &search);
    void pickedChanged(const QStringList &values);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void take(QListWidgetItem *item);
    void toggle(QListWidgetItem *item);

    store::Facet m_facet;
    QStringList m_picked;
    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_none;
    QPushButton *m_clear;
    QTimer *m_pause;
    bool m_filling = false;
};

} // namespace crema::ui
