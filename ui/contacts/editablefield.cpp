// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/editablefield.h"

#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int labelCharacters = 13;

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
    QLineEdit::paintEvent(event);
}

void QuietLineEdit::enterEvent(QEnterEvent *event)
{
    QLineEdit::enterEvent(event);
    update();
}

void QuietLineEdit::leaveEvent(QEvent *event)
{
    QLineEdit::leaveEvent(event);
    update();
}

EditableField::EditableField(const QString &field, const QString &label, QWidget *parent)
    : QWidget(parent), m_field(field), m_edit(new QuietLineEdit),
      m_note(makeLabel({}, TextRole::caption, Tone::muted))
{
    m_edit->setObjectName(u"contacts.pane."_s + field);
    m_edit->setAccessibleName(label);
    m_edit->setPlaceholderText(u"–"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(gap::small, 0, 0, gap::tiny);
    auto *name = makeLabel(label, TextRole::body, Tone::muted);
    name->setBuddy(m_edit);
    name->setFixedWidth(name->fontMetrics().averageCharWidth() * labelCharacters);
    name->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gap::tiny);
    grid->setVerticalSpacing(0);
    grid->addWidget(name, 0, 0, Qt::AlignVCenter);
    grid->addWidget(m_edit, 0, 1);
    grid->addWidget(m_note, 1, 1);
    grid->setColumnStretch(1, 1);
    showNote();
    connect(m_edit, &QLineEdit::textEdited, this, [this] { m_typing = true; });
    connect(m_edit, &QLineEdit::editingFinished, this, &EditableField::commit);
}

void EditableField::setValue(const QString &value, const QString &source)
{
    m_stored = value;
    m_source = source;
    if (!m_typing && m_edit->text() != value) {
        m_edit->setText(value);
        m_edit->setCursorPosition(0);
    }
    showNote();
}

void EditableField::reset()
{
    m_problem.clear();
    m_sent.reset();
    m_typing = false;
}

void EditableField::setUnsaved(const QString &text, const QString &problem)
{
    m_problem = problem;
    m_sent = text;
    if (!m_typing) {
        m_typing = true;
        m_edit->setText(text);
    }
    showNote();
}

void EditableField::accepted()
{
    m_problem.clear();
    if (m_sent == m_edit->text()) {
        m_typing = false; // the store's form of it comes next: "2026-11-23" for "23 Nov 2026"
    }
    m_sent.reset();
    showNote();
}

void EditableField::commit()
{
    const QString text = m_edit->text();
    if (!m_typing || text == m_sent) {
        return;
    }
    if (text == m_stored) { // typed back to what is there
        reset();
        showNote();
        return;
    }
    m_sent = text;
    Q_EMIT edited(m_field, text);
}

void EditableField::showNote()
{
    const QString &text = m_problem.isEmpty() ? m_source : m_problem;
    setTone(m_note, m_problem.isEmpty() ? Tone::muted : Tone::bad);
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty() && (!m_stored.isEmpty() || !m_problem.isEmpty()));
    m_edit->setAccessibleDescription(text);
}

} // namespace crema::ui
