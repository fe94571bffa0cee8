// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/toaststrip.h"

#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int glyphSide = 20;
constexpr int mostWaiting = 4; // older notices than that are history

Glyph glyphOf(Tone tone)
{
    switch (tone) {
    case Tone::good:
        return Glyph::checkCircle;
    case Tone::warn:
        return Glyph::warning;
    case Tone::bad:
        return Glyph::error;
    default:
        return Glyph::info;
    }
}

} // namespace

ToastStrip::ToastStrip(QWidget *window)
    : FloatingPanel(window), m_text(makeLabel({})), m_action(new QPushButton), m_close(new QToolButton),
      m_clock(new QTimer(this)), m_picture(new QWidget)
{
    setObjectName(u"toasts"_s);
    setClosesOutside(false);
    m_text->setTextFormat(Qt::PlainText);
    m_picture->setFixedSize(glyphSide, glyphSide);
    m_action->setObjectName(u"toastAction"_s);
    setButtonKind(m_action, ButtonKind::quiet);
    setTone(m_action, Tone::accent);
    m_action->hide();
    m_close->setIcon(icon(Glyph::close, Tone::muted));
    m_close->setAccessibleName(tr("Dismiss this notice"));
    m_close->setToolTip(tr("Dismiss"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(gap::small, gap::tiny, gap::tiny, gap::tiny);
    row->setSpacing(gap::small + gap::tiny);
    row->addWidget(m_picture);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    body()->addLayout(row);
    m_clock->setSingleShot(true);
    window->installEventFilter(this);
    connect(m_clock, &QTimer::timeout, this, &ToastStrip::expire);
    connect(m_close, &QToolButton::clicked, this, &ToastStrip::next);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto act = m_shown.act;
        next();
        if (act) {
            act();
        }
    });
}

void ToastStrip::show(const Toast &toast)
{
    if (!toast.undoes.isEmpty() && isVisible()) {
        if (!m_shown.actionText.isEmpty() || m_shown.tone != Tone::good) {
            m_waiting.prepend(m_shown); // there is still something to do about it
        }
        m_waiting.prepend(toast);
        next();
        return;
    }
    m_waiting.enqueue(toast);
    while (m_waiting.size() > mostWaiting) {
        m_waiting.dequeue();
    }
    if (!isVisible()) {
        next();
    }
}

void ToastStrip::withdrawUndoBut(const QString &operation)
{
    const auto isStale = [&operation](const Toast &toast) {
        return !toast.undoes.isEmpty() && toast.undoes != operation;
    };
    m_waiting.removeIf(isStale);
    if (isVisible() && isStale(m_shown)) {
        next();
    }
}

void ToastStrip::setBottom(int pixels)
{
    m_bottom = pixels;
    place();
}

QString ToastStrip::text() const
{
    return isVisible() ? m_text->text() : QString();
}

bool ToastStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        place();
    }
    return FloatingPanel::eventFilter(watched, event);
}

void ToastStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        next();
        return;
    }
    FloatingPanel::keyPressEvent(event);
}

void ToastStrip::paintEvent(QPaintEvent *event)
{
    FloatingPanel::paintEvent(event);
    QPainter painter(this);
    paintGlyph(painter, m_picture->geometry(), glyphOf(m_shown.tone), colours().of(m_shown.tone));
}

void ToastStrip::next()
{
    m_clock->stop();
    if (m_waiting.isEmpty()) {
        hide();
        return;
    }
    m_shown = m_waiting.dequeue();
    m_text->setText(m_shown.text);
    m_action->setText(m_shown.actionText);
    m_action->setVisible(!m_shown.actionText.isEmpty());
    setAccessibleName(m_shown.text);
    place();
    FloatingPanel::show();
    raise();
    update();
    m_clock->start(m_shown.duration);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ToastStrip::expire()
{
    if (underMouse() || m_action->hasFocus() || m_close->hasFocus()) {
        m_clock->start(1000);
        return;
    }
    next();
}

void ToastStrip::place()
{
    if (parentWidget() == nullptr) {
        return;
    }
    body()->activate();
    const int width = std::min(sizeHint().width() - 2 * shadow, parentWidget()->width() - 2 * gap::large);
    const int height = sizeHint().height() - 2 * shadow;
    setSurface(QRect((parentWidget()->width() - width) / 2, parentWidget()->height() - m_bottom - height,
                     width, height));
}

} // namespace crema::ui
