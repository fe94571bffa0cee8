// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/emptystate.h"

#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace crema::ui {

namespace {

constexpr int pictureSide = 72;
constexpr int textWidthInCharacters = 52;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_picture(new QWidget), m_title(makeLabel({}, TextRole::heading)),
      m_text(makeLabel({}, TextRole::body, Tone::muted)), m_primary(new QPushButton),
      m_secondary(new QPushButton)
{
    m_picture->setFixedSize(pictureSide, pictureSide);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(fontMetrics().averageCharWidth() * textWidthInCharacters);
    m_primary->setObjectName(QStringLiteral("emptyPrimary"));
    m_secondary->setObjectName(QStringLiteral("emptySecondary"));
    setButtonKind(m_primary, ButtonKind::primary);
    m_primary->hide();
    m_secondary->hide();

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_primary);
    buttons->addWidget(m_secondary);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::large);
    column->addStretch(2);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addSpacing(gap::small);
    column->addWidget(m_title);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_text, 20);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addSpacing(gap::small);
    column->addLayout(buttons);
    column->addStretch(3);

    connect(m_primary, &QPushButton::clicked, this, &EmptyState::primaryClicked);
    connect(m_secondary, &QPushButton::clicked, this, &EmptyState::secondaryClicked);
}

void EmptyState::setGlyph(Glyph glyph)
{
    m_glyph = glyph;
    update();
}

void EmptyState::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void EmptyState::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleDescription(text);
}

void EmptyState::setPrimary(const QString &text, Glyph glyph)
{
    m_primary->setText(text);
    m_primary->setIcon(icon(glyph));
    m_primary->setVisible(!text.isEmpty());
}

void EmptyState::setSecondary(const QString &text, Glyph glyph)
{
    m_secondary->setText(text);
    m_secondary->setIcon(icon(glyph));
    m_secondary->setVisible(!text.isEmpty());
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF disc = m_picture->geometry();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours().tint(Tone::accent));
    painter.drawEllipse(disc);
    const qreal inset = disc.width() * 0.28;
    paintGlyph(painter, disc.adjusted(inset, inset, -inset, -inset), m_glyph, colours().accent);
}

} // namespace crema::ui
