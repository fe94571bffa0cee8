// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/banner.h"

#include "ui/common/errorwords.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int glyphSide = 20;

QLabel *plainLabel(TextRole role)
{
    QLabel *label = makeLabel({}, role);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent), m_picture(new QWidget), m_heading(plainLabel(TextRole::strong)),
      m_text(plainLabel(TextRole::body)), m_action(new QPushButton), m_close(new QToolButton)
{
    m_picture->setFixedSize(glyphSide, glyphSide);
    m_close->setIcon(icon(Glyph::close, Tone::muted));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss this message"));
    auto *words = new QVBoxLayout;
    words->setSpacing(gap::hair);
    words->addWidget(m_heading);
    words->addWidget(m_text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap::medium, gap::small + gap::tiny, gap::small, gap::small + gap::tiny);
    row->setSpacing(gap::small + gap::tiny);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignTop);
    m_action->setObjectName(u"bannerAction"_s);
    m_close->setObjectName(u"bannerClose"_s);
    m_action->hide();
    hide();
    connect(m_action, &QPushButton::clicked, this, &Banner::actionClicked);
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
}

void Banner::showMessage(Tone tone, Glyph glyph, const QString &heading, const QString &text,
                         const QString &action)
{
    m_tone = tone;
    m_glyph = glyph;
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(u"%1 %2"_s.arg(heading, text).trimmed());
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::showError(const Error &error)
{
    if (error.kind == ErrorKind::cancelled) {
        clear();
        return;
    }
    const ErrorWords words = wordsFor(error, QDateTime::currentDateTimeUtc());
    showMessage(words.tone, words.glyph, words.heading, textOf(error, words), words.retry);
}

void Banner::clear()
{
    hide();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Colours &c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(mix(c.of(m_tone), c.surface, 0.35));
    painter.setBrush(c.tint(m_tone));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius::control + 2,
                            radius::control + 2);
    paintGlyph(painter, m_picture->geometry(), m_glyph, c.of(m_tone));
}

} // namespace crema::ui
