// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDialog>

class QCalendarWidget;

namespace crema::ui {

/// Asks for a day after today with a calendar. Opens without blocking; answers with `chosen`.
class DateChooser final : public QDialog
{
    Q_OBJECT

public:
    DateChooser(const QString &title, QDate today, QWidget *parent);

Q_SIGNALS:
    void chosen(QDate day);

private:
    void accept() override;

    QCalendarWidget *m_calendar;
};

} // namespace crema::ui
