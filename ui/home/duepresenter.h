// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/followupflow.h"

#include <QObject>
#include <QTimer>

namespace crema::ui {

/// One follow-up as a row shows it.
struct DueEntry
{
    QString id; ///< of the contact
    QString name;
    QString company;
    QString what;
    QString when; ///< "Today", "3 days overdue", "Monday"
    contacts::DueGroup group = contacts::DueGroup::today;

    [[nodiscard]] bool operator==(const DueEntry &) const = default;
};

/// The follow-ups that are due or come up within a week, and what can be done about them. Tells when
/// the store or the user's day made them others.
class DuePresenter final : public QObject
{
    Q_OBJECT

public:
    /// `services` outlive it.
    explicit DuePresenter(flows::Services &services, QObject *parent = nullptr);

    void load();
    /// Ends the follow-ups; a valid `next` sets them for another day.
    void finish(const QStringList &contactIds, QDate next = {});
    void snooze(const QStringList &contactIds, QDate until);
    [[nodiscard]] QDate today() const { return flows::today(m_services); }

Q_SIGNALS:
    /// Something in the list may be another one now, or the day is.
    void outdated();
    /// The first rows, how many there are in all, and how many are overdue or due today.
    void listed(const QVector<crema::ui::DueEntry> &entries, int total, int dueNow);
    void toast(const QString &text, const QString &operationId = {});
    void failed(const crema::Error &error);

private:
    void report(const Result<store::Change> &change);

    flows::Services &m_services;
    TaskScope m_scope;
    QTimer m_minute;
    QDate m_day;
};

/// A day as a list names it: "Today", "Tomorrow", "Monday", "3 days overdue", else with its date.
[[nodiscard]] QString dueWords(QDate due, QDate today);

} // namespace crema::ui
