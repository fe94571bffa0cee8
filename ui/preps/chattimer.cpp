// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/chattimer.h"

#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
} // namespace

ChatTimer::ChatTimer(QWidget *parent)
    : QWidget(parent), m_time(makeLabel({}, TextRole::heading)), m_run(new QPushButton),
      m_end(new QPushButton(tr("End"))), m_tick(new QTimer(this))
{
    m_time->setObjectName(u"chatTime"_s);
    m_run->setObjectName(u"chatRun"_s);
    m_end->setObjectName(u"chatEnd"_s);
    m_end->setIcon(icon(Glyph::stop));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::small);
    row->addWidget(m_time, 1);
    row->addWidget(m_run);
    row->addWidget(m_end);
    m_tick->setInterval(second);
    connect(m_tick, &QTimer::timeout, this, &ChatTimer::showTime);
    connect(m_run, &QPushButton::clicked, this, &ChatTimer::togglePause);
    connect(m_end, &QPushButton::clicked, this, &ChatTimer::end);
    showTime();
}

void ChatTimer::setEarlierMinutes(int minutes)
{
    m_earlier = minutes;
    showTime();
}

void ChatTimer::start()
{
    if (m_open) {
        return;
    }
    m_open = true;
    m_before = 0;
    m_clock.start();
    m_tick->start();
    showTime();
    Q_EMIT started();
}

void ChatTimer::end()
{
    if (!m_open) {
        return;
    }
    const int whole = minutes();
    m_open = false;
    m_before = 0;
    m_clock.invalidate();
    m_tick->stop();
    showTime();
    Q_EMIT ended(whole);
}

int ChatTimer::minutes() const
{
    return static_cast<int>(std::max<qint64>(1, (elapsed() + minute - 1) / minute));
}

void ChatTimer::togglePause()
{
    if (m_clock.isValid()) {
        m_before = elapsed();
        m_clock.invalidate();
        m_tick->stop();
    } else {
        m_clock.start();
        m_tick->start();
    }
    showTime();
}

qint64 ChatTimer::elapsed() const
{
    return m_before + (m_clock.isValid() ? m_clock.elapsed() : 0);
}

void ChatTimer::showTime()
{
    const bool running = m_clock.isValid();
    m_run->setText(running ? tr("Pause") : tr("Go on"));
    m_run->setIcon(icon(running ? Glyph::clock : Glyph::play));
    m_end->setVisible(m_open);
    m_run->setVisible(m_open); // it is begun by the page's own action
    setTone(m_time, m_open ? Tone::text : Tone::muted);
    if (m_open) {
        const qint64 seconds = elapsed() / second;
        m_time->setText(u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0')));
    } else {
        m_time->setText(m_earlier > 0 ? tr("%n min", nullptr, m_earlier) : QString());
    }
    m_time->setAccessibleName(m_open ? tr("Time of the chat: %1").arg(m_time->text()) : m_time->text());
}

} // namespace crema::ui
