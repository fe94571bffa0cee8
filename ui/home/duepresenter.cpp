// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/duepresenter.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int mostRows = 200; ///< more is a list for the Contacts page
constexpr int nearDays = 6; ///< so far ahead the name of the weekday is enough

DueEntry entryOf(const flows::FollowUpItem &item, QDate today)
{
    return {item.row.id,
            item.row.name.isEmpty() ? item.row.email : item.row.name,
            item.row.company,
            item.row.nextAction.isEmpty() ? DuePresenter::tr("Follow up") : item.row.nextAction,
            dueWords(item.due, today),
            item.group};
}

} // namespace

QString dueWords(QDate due, QDate today)
{
    const int days = static_cast<int>(today.daysTo(due));
    if (days < 0) {
        return DuePresenter::tr("%n day(s) overdue", nullptr, -days);
    }
    if (days <= 1) {
        return days == 0 ? DuePresenter::tr("Today") : DuePresenter::tr("Tomorrow");
    }
    return QLocale().toString(due, days <= nearDays ? u"dddd"_s : u"ddd d MMM"_s);
}

DuePresenter::DuePresenter(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services), m_day(flows::today(services))
{
    connect(&services.store, &store::Store::changed, this, [this](const store::Change &change) {
        if (std::ranges::find(change.kinds, Kind::contact) != change.kinds.end()) {
            Q_EMIT outdated();
        }
    });
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (today() != m_day) {
            Q_EMIT outdated();
        }
    });
    m_minute.start();
}

void DuePresenter::load()
{
    m_day = today();
    const auto until = contacts::dueHorizon(u"week", m_day);
    const auto items = until ? flows::followUpsUntil(m_services.reader, *until, m_day, mostRows)
                             : Result<QVector<flows::FollowUpItem>>(std::unexpected(until.error()));
    if (!items) {
        Q_EMIT failed(items.error());
        return;
    }
    store::Connection &connection = m_services.reader.connection();
    const auto total = store::countFollowUps(connection, until->toString(Qt::ISODate));
    const auto now = store::countFollowUps(connection, m_day.toString(Qt::ISODate));
    if (!total || !now) {
        Q_EMIT failed(total ? now.error() : total.error());
        return;
    }
    QVector<DueEntry> entries;
    for (const flows::FollowUpItem &item : *items) {
        entries << entryOf(item, m_day);
    }
    Q_EMIT listed(entries, *total, *now);
}

void DuePresenter::finish(const QStringList &contactIds, QDate next)
{
    m_scope.launch(flows::finishFollowUps(&m_services, contactIds, next),
                   [this](const Result<store::Change> &change) { report(change); });
}

void DuePresenter::snooze(const QStringList &contactIds, QDate until)
{
    m_scope.launch(flows::snoozeFollowUps(&m_services, contactIds, until),
                   [this](const Result<store::Change> &change) { report(change); });
}

void DuePresenter::report(const Result<store::Change> &change)
{
    if (change) {
        Q_EMIT toast(change->label, change->operationId);
    } else {
        Q_EMIT failed(change.error());
    }
}

} // namespace crema::ui
