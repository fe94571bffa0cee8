// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/editablefield.h"

#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int labelCharacters = 13;
constexpr qsizetype roomyText = 26; // longer values may be cut: the tool tip has them whole
constexpr int lineMargin = 2; // QLineEdit's own, beside its text

} // namespace

QuietLineEdit::QuietLineEdit(QWidget *parent) : QLineEdit(parent)
{
    setFrame(false);
    setTextMargins(gap::small, gap::tiny, gap::small, gap::tiny);
    setAttribute(Qt::WA_Hover);
    QPalette clear;
    clear.setColor(QPalette::Base, Qt::transparent);
    setPalette(clear);
}

void QuietLineEdit::paintEvent(QPaintEvent *event)
{
    if (hasFocus() || underMouse()) {
        const Colours &c = colours();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(hasFocus() ? c.accent : c.outline, hasFocus() ? 1.5 : 1));
        painter.setBrush(c.surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), radius::control,
                                radius::control);
    }
    const QRect area = rect().marginsRemoved(textMargins()).adjusted(lineMargin, 0, -lineMargin, 0);
    if (hasFocus() || fontMetrics().horizontalAdvance(text()) <= area.width()) {
        QLineEdit::paintEvent(event);
        return;
    }
    QPainter painter(this); // what is cut says so
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(area, static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment())),
                     fontMetrics().elidedText(text(), Qt::ElideRight, area.width()));
}

void QuietLineEdit::enterEvent(QEnterEvent *event)
{
    QLineEdit::enterEvent(event);
    update();
}

void QuietLineEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isModified()) {
        Q_EMIT abandoned();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void QuietLineEdit::leaveEvent(QEvent *event)
{
    QLineEdit::leaveEvent(event);
    update();
}

EditableField::EditableField(const QString &field, const QString &label, QWidget *parent)
    : QWidget(parent), m_field(field), m_edit(new QuietLineEdit),
      m_name(makeLabel(label, TextRole::body, Tone::muted)),
      m_note(makeLabel({}, TextRole::caption, Tone::muted)),
      m_hintLabel(makeLabel({}, TextRole::caption, Tone::muted)), m_grid(new QGridLayout(this))
{
    m_edit->setObjectName(u"contacts.pane."_s + field);
    m_edit->setAccessibleName(label);
    m_edit->setPlaceholderText(u"–"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(gap::small, 0, 0, gap::tiny);
    m_name->setBuddy(m_edit);
    m_name->setFixedWidth(leadWidth(*m_name));
    m_name->setWordWrap(true);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(gap::tiny);
    m_grid->setVerticalSpacing(0);
    m_grid->addWidget(m_name, 0, 0, Qt::AlignVCenter);
    m_grid->addWidget(m_edit, 0, 1);
    m_hintLabel->setTextFormat(Qt::PlainText);
    m_hintLabel->setContentsMargins(gap::small, 0, 0, gap::tiny);
    m_grid->addWidget(m_hintLabel, 1, 1);
    m_grid->addWidget(m_note, 2, 1);
    m_grid->setColumnStretch(1, 1);
    setHint({}, Tone::muted);
    showNote();
    connect(m_edit, &QLineEdit::textEdited, this, [this] { m_typing = true; });
    connect(m_edit, &QLineEdit::editingFinished, this, &EditableField::commit);
    connect(m_edit, &QuietLineEdit::abandoned, this, &EditableField::abandoned);
}

int EditableField::leadWidth(const QWidget &widget)
{
    return widget.fontMetrics().averageCharWidth() * labelCharacters;
}

void EditableField::setLead(QWidget *lead)
{
    m_name->hide();
    m_grid->addWidget(lead, 0, 0, Qt::AlignVCenter);
    setTabOrder(lead, m_edit);
}

void EditableField::setTail(QWidget *tail)
{
    m_grid->addWidget(tail, 0, 2, Qt::AlignVCenter);
    setTabOrder(m_edit, tail);
}

void EditableField::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void EditableField::setValue(const QString &value, const SourceNote &source)
{
    m_stored = value;
    m_source = source;
    if (!m_typing && m_edit->text() != value) {
        m_edit->setText(value);
        m_edit->setCursorPosition(0);
    }
    showNote();
}

void EditableField::setSourceShown(bool shown)
{
    m_sourceShown = shown;
    showNote();
}

void EditableField::setHint(const QString &hint, Tone tone)
{
    setTone(m_hintLabel, tone);
    m_hintLabel->setText(hint);
    m_hintLabel->setVisible(!hint.isEmpty());
}

void EditableField::reset()
{
    m_problem.clear();
    m_given.reset();
    m_typing = false;
}

void EditableField::setUnsaved(const QString &text, const QString &problem)
{
    m_problem = problem;
    if (!m_typing) {
        m_typing = true;
        m_edit->setText(text);
    }
    if (m_edit->text() == text) {
        m_given = text;
        m_edit->setModified(true); // Escape gives it up, also when it was typed before another was shown
    }
    showNote();
}

void EditableField::accepted()
{
    m_problem.clear();
    if (m_given == m_edit->text()) {
        m_typing = false; // the store's form of it comes next: "2026-11-23" for "23 Nov 2026"
    }
    m_given.reset();
    showNote();
}

void EditableField::commit()
{
    const QString text = m_edit->text();
    if (m_typing && text != m_given) {
        m_given = text;
        Q_EMIT edited();
    }
}

void EditableField::showNote()
{
    const QString source = m_stored.isEmpty() ? QString() : m_source.line;
    const bool wrong = !m_problem.isEmpty();
    const QString note = wrong ? m_problem : m_sourceShown ? source : QString();
    setTone(m_note, wrong ? Tone::bad : Tone::muted);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    QStringList tip {m_stored.size() > roomyText ? m_stored : QString(),
                     m_stored.isEmpty() ? QString() : m_source.full};
    tip.removeAll(QString());
    m_edit->setToolTip(tip.join(u'\n'));
    m_edit->setAccessibleDescription(wrong ? m_problem : source);
}

} // namespace crema::ui
