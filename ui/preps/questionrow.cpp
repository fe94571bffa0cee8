// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/questionrow.h"

#include "ui/theme/roles.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>

namespace crema::ui {

namespace {

QLabel *wrapped(TextRole role, Tone tone)
{
    QLabel *label = makeLabel({}, role, tone);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

QuestionRow::QuestionRow(const QString &name, QWidget *parent)
    : QWidget(parent), m_tick(new QCheckBox), m_text(wrapped(TextRole::body, Tone::text)),
      m_because(wrapped(TextRole::caption, Tone::muted))
{
    m_tick->setObjectName(name);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::small);
    auto *words = new QVBoxLayout;
    words->setSpacing(gap::hair);
    words->addWidget(m_text);
    words->addWidget(m_because);
    row->addWidget(m_tick, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    connect(m_tick, &QCheckBox::toggled, this,
            [this](bool ticked) { setTone(m_text, ticked ? Tone::muted : Tone::text); });
    connect(m_tick, &QCheckBox::clicked, this, &QuestionRow::asked);
}

void QuestionRow::show(const QString &text, const QString &because, bool isAsked)
{
    m_text->setText(text);
    m_because->setText(because.isEmpty() ? QString() : tr("Because: %1").arg(because));
    m_because->setVisible(!because.isEmpty());
    m_tick->setAccessibleName(text);
    m_tick->setAccessibleDescription(m_because->text());
    m_tick->setChecked(isAsked);
}

void QuestionRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) {
        m_tick->click();
    }
}

} // namespace crema::ui
