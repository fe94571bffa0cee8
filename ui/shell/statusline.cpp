// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"

#include "ui/common/elidedlabel.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

QPushButton *lineButton(const QString &name)
{
    auto *button = new QPushButton;
    button->setObjectName(name);
    setButtonKind(button, ButtonKind::quiet);
    setTextRole(button, TextRole::caption);
    setTone(button, Tone::muted);
    return button;
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent), m_message(new ElidedLabel), m_jobs(new JobsButton(this)),
      m_credits(lineButton(u"credits"_s)), m_saved(lineButton(u"saved"_s)), m_fade(new QTimer(this))
{
    setObjectName(u"statusLine"_s);
    setAccessibleName(tr("Status"));
    m_message->setObjectName(u"statusMessage"_s);
    setTextRole(m_message, TextRole::caption);
    setTone(m_message, Tone::muted);
    m_fade->setSingleShot(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap::large, gap::hair, gap::small, gap::hair);
    row->setSpacing(gap::small);
    row->addWidget(m_message, 1);
    row->addWidget(m_jobs);
    row->addWidget(m_credits);
    row->addWidget(m_saved);
    setCredits(-1);
    setSaveState(tr("Saved on this computer"));
    connect(m_fade, &QTimer::timeout, m_message, &QLabel::clear);
    connect(m_credits, &QPushButton::clicked, this, &StatusLine::creditsClicked);
    connect(m_saved, &QPushButton::clicked, this, &StatusLine::saveStateClicked);
    connect(m_jobs, &JobsButton::cancelRequested, this, &StatusLine::cancelJobRequested);
}

void StatusLine::showMessage(const QString &text, std::chrono::milliseconds duration)
{
    m_message->setText(text);
    m_fade->stop();
    if (duration.count() > 0) {
        m_fade->start(duration);
    }
}

QString StatusLine::message() const
{
    return m_message->text();
}

void StatusLine::setCredits(int balance, int most)
{
    const QLocale locale;
    const QString words = most > 0
            ? tr("%1 of %2 credits").arg(locale.toString(balance), locale.toString(most))
            : tr("%1 credits").arg(locale.toString(balance));
    m_credits->setText(words);
    m_credits->setAccessibleName(words);
    m_credits->setIcon(icon(Glyph::credits, balance == 0 ? Tone::warn : Tone::muted));
    m_credits->setVisible(balance >= 0);
}

void StatusLine::setSaveState(const QString &text, Glyph glyph, Tone tone)
{
    m_saved->setText(text);
    m_saved->setAccessibleName(text);
    m_saved->setIcon(icon(glyph, tone));
    setTone(m_saved, tone);
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), colours().line);
}

} // namespace crema::ui
