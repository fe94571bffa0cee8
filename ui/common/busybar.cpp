// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/busybar.h"

#include "ui/common/elidedlabel.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace crema::ui {

namespace {

constexpr int lineHeight = 6;
constexpr int frameMilliseconds = 33;
constexpr int phases = 60; // frames of one pass of the moving piece

} // namespace

ProgressLine::ProgressLine(QWidget *parent) : QWidget(parent), m_clock(new QTimer(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_clock->setInterval(frameMilliseconds);
    connect(m_clock, &QTimer::timeout, this, [this] {
        m_phase = (m_phase + 1) % phases;
        update();
    });
}

void ProgressLine::setPercent(int percent)
{
    m_percent = std::min(percent, 100);
    followState();
    update();
}

QSize ProgressLine::sizeHint() const
{
    return {120, lineHeight};
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QRectF groove(0, (height() - lineHeight) / 2.0, width(), lineHeight);
    painter.setBrush(colours().line);
    painter.drawRoundedRect(groove, lineHeight / 2.0, lineHeight / 2.0);
    painter.setBrush(colours().accent);
    QRectF done = groove;
    if (m_percent >= 0) {
        done.setWidth(groove.width() * m_percent / 100.0);
        if (layoutDirection() == Qt::RightToLeft) {
            done.moveRight(groove.right());
        }
    } else {
        done.setWidth(groove.width() * 0.3);
        done.moveLeft((groove.width() + done.width()) * m_phase / phases - done.width());
    }
    const QRectF shown = done.intersected(groove);
    if (shown.width() > 0) {
        painter.drawRoundedRect(shown, lineHeight / 2.0, lineHeight / 2.0);
    }
}

void ProgressLine::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    followState();
}

void ProgressLine::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    followState();
}

// The clock runs only while a moving piece can be seen.
void ProgressLine::followState()
{
    const bool moving = m_percent < 0 && isVisible();
    if (moving != m_clock->isActive()) {
        moving ? m_clock->start() : m_clock->stop();
    }
}

BusyBar::BusyBar(QWidget *parent)
    : QWidget(parent), m_stage(new ElidedLabel), m_number(makeLabel({}, TextRole::body, Tone::muted)),
      m_line(new ProgressLine), m_cancel(new QPushButton(tr("Cancel")))
{
    m_cancel->setObjectName(QStringLiteral("busyCancel"));
    m_cancel->setAccessibleName(tr("Cancel this work"));
    setButtonKind(m_cancel, ButtonKind::quiet);
    auto *words = new QHBoxLayout;
    words->addWidget(m_stage, 1);
    words->addWidget(m_number);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(gap::tiny);
    middle->addLayout(words);
    middle->addWidget(m_line);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::medium);
    row->addLayout(middle, 1);
    row->addWidget(m_cancel);
    setProgress({});
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        Q_EMIT cancelRequested();
    });
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
}

void BusyBar::setProgress(const QString &stage, int percent)
{
    if (stage != m_stage->text()) {
        m_stage->setText(stage);
        m_cancel->setEnabled(true);
    }
    m_number->setText(percent < 0 ? QString() : tr("%1 %").arg(std::min(percent, 100)));
    m_line->setPercent(percent);
    setAccessibleName(percent < 0 ? stage : tr("%1, %2 percent").arg(stage).arg(percent));
}

void BusyBar::setCancellable(bool cancellable)
{
    m_cancel->setVisible(cancellable);
}

void BusyBar::showSoon()
{
    if (isHidden() && !m_patience.isActive()) {
        m_patience.start();
    }
}

void BusyBar::finish()
{
    m_patience.stop();
    hide();
}

void BusyBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_cancel->setEnabled(
            true); // work with the same first stage as the one cancelled before can be cancelled too
}

QString BusyBar::stage() const
{
    return m_stage->text();
}

int BusyBar::percent() const
{
    return m_line->percent();
}

} // namespace crema::ui
