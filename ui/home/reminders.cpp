// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/reminders.h"

#include "ui/home/duepresenter.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr qsizetype mostNotices = 3;
const QString onKey = u"reminders/desktopNotices"_s;
const QString listId = u"followups"_s;
const QString contactPrefix = u"followup:"_s;

QString nameOf(const flows::FollowUpItem &item)
{
    return item.row.name.isEmpty() ? item.row.email : item.row.name;
}

Notice noticeOf(const flows::FollowUpItem &item, QDate today)
{
    QStringList parts {item.row.nextAction, item.row.company};
    if (item.due < today) {
        parts << dueWords(item.due, today);
    }
    parts.removeAll(QString());
    return {contactPrefix + item.row.id, Reminders::tr("Follow up with %1").arg(nameOf(item)),
            parts.join(u" · "_s)};
}

Notice summaryOf(const QVector<flows::FollowUpItem> &items)
{
    QStringList names;
    for (const flows::FollowUpItem &item : items.first(mostNotices)) {
        names << nameOf(item);
    }
    const int others = static_cast<int>(items.size() - mostNotices);
    return {listId, Reminders::tr("%n follow-up(s) are due", nullptr, static_cast<int>(items.size())),
            Reminders::tr("%1 and %n more", nullptr, others).arg(names.join(u", "_s))};
}

} // namespace

QVector<Notice> noticesOf(const QVector<flows::FollowUpItem> &items, QDate today)
{
    if (items.size() > mostNotices) {
        return {summaryOf(items)};
    }
    QVector<Notice> notices;
    for (const flows::FollowUpItem &item : items) {
        notices << noticeOf(item, today);
    }
    return notices;
}

Reminders::Reminders(flows::Services &services, QSettings &settings, QObject *parent)
    : QObject(parent), m_services(services), m_settings(settings), m_watch(services)
{
    connect(&m_watch, &flows::FollowUpWatch::becameDue, this,
            [this](const QVector<flows::FollowUpItem> &items) {
                for (const Notice &notice : noticesOf(items, flows::today(m_services))) {
                    m_notices.show(notice);
                }
            });
    connect(&m_watch, &flows::FollowUpWatch::failed, this, &Reminders::failed);
    connect(&m_notices, &DesktopNotices::activated, this, &Reminders::open);
    connect(&m_notices, &DesktopNotices::undeliverable, this, &Reminders::notShown);
}

void Reminders::start()
{
    if (isOn()) {
        m_watch.start();
    }
}

bool Reminders::isOn() const
{
    return m_settings.value(onKey, true).toBool();
}

void Reminders::setOn(bool on)
{
    m_settings.setValue(onKey, on);
    if (on) {
        m_watch.start();
    } else {
        m_watch.stop();
    }
}

void Reminders::open(const QString &noticeId)
{
    if (noticeId.startsWith(contactPrefix)) {
        Q_EMIT contactRequested(noticeId.sliced(contactPrefix.size()));
    } else {
        Q_EMIT listRequested();
    }
}

} // namespace crema::ui
