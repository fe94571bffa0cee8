// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/datechooser.h"

#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QCalendarWidget>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int shownBefore = 45; ///< days before today that the first page can show

/// Qt's calendar has red weekends and pictures of its own; ours has the colours and icons of the program.
void dress(QCalendarWidget &calendar, QDate today)
{
    QTextCharFormat plain;
    plain.setForeground(colours().text);
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday}) {
        calendar.setWeekdayTextFormat(day, plain);
    }
    QTextCharFormat past;
    past.setForeground(colours().disabled);
    for (int days = 0; days < shownBefore; ++days) {
        calendar.setDateTextFormat(today.addDays(-days), past);
    }
    const auto setIcon = [&calendar](const QString &name, Glyph glyph, const QString &words) {
        if (auto *button = calendar.findChild<QToolButton *>(name)) {
            button->setIcon(icon(glyph));
            button->setAccessibleName(words);
            button->setToolTip(words);
        }
    };
    setIcon(u"qt_calendar_prevmonth"_s, Glyph::chevronLeft, DateChooser::tr("Month before"));
    setIcon(u"qt_calendar_nextmonth"_s, Glyph::chevronRight, DateChooser::tr("Next month"));
}

} // namespace

DateChooser::DateChooser(const QString &title, QDate today, QWidget *parent)
    : QDialog(parent), m_calendar(new QCalendarWidget)
{
    setObjectName(u"dateChooser"_s);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_calendar->setObjectName(u"dateChooser.calendar"_s);
    m_calendar->setAccessibleName(title);
    m_calendar->setMinimumDate(today.addDays(1));
    m_calendar->setSelectedDate(today.addDays(1));
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    dress(*m_calendar, today);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    setButtonKind(buttons->button(QDialogButtonBox::Ok), ButtonKind::primary);
    connect(buttons, &QDialogButtonBox::accepted, this, &DateChooser::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &DateChooser::reject);
    connect(m_calendar, &QCalendarWidget::activated, this, &DateChooser::accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::medium, gap::medium, gap::medium, gap::medium);
    column->setSpacing(gap::medium);
    column->addWidget(m_calendar);
    column->addWidget(buttons);
}

void DateChooser::accept()
{
    Q_EMIT chosen(m_calendar->selectedDate());
    QDialog::accept();
}

} // namespace crema::ui
