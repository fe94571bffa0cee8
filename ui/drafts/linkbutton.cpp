// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/linkbutton.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace crema::ui {

namespace {
constexpr int wrapping = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
constexpr int charactersWide = 24;
} // namespace

LinkButton::LinkButton(QWidget *parent) : QAbstractButton(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void LinkButton::setWords(const QString &words)
{
    m_words = words;
    setAccessibleName(words);
    updateGeometry();
    update();
}

int LinkButton::heightForWidth(int width) const
{
    return fontMetrics().boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), wrapping, m_words).height()
            + gap::hair;
}

QSize LinkButton::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * charactersWide;
    return {width, heightForWidth(width)};
}

QSize LinkButton::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().height() + gap::hair};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont face = font();
    face.setUnderline(underMouse() || hasFocus());
    painter.setFont(face);
    painter.setPen(colours().accent);
    painter.drawText(rect(), wrapping, m_words);
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace crema::ui
