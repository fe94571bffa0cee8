// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/formrow.h"

#include "ui/theme/roles.h"

#include <QLabel>
#include <QVBoxLayout>

namespace crema::ui {

FormRow::FormRow(const QString &label, QWidget *field, const QString &hint, QWidget *parent)
    : QWidget(parent), m_field(field), m_note(makeLabel({}, TextRole::caption, Tone::muted)), m_hint(hint)
{
    auto *name = makeLabel(label, TextRole::strong);
    name->setBuddy(field);
    m_note->setWordWrap(true);
    if (field->accessibleName().isEmpty()) {
        field->setAccessibleName(QString(label).remove(u'&'));
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::tiny);
    column->addWidget(name);
    column->addWidget(field);
    column->addWidget(m_note);
    showNote();
}

void FormRow::setHint(const QString &hint)
{
    m_hint = hint;
    showNote();
}

void FormRow::setError(const QString &error)
{
    m_error = error;
    showNote();
}

void FormRow::showNote()
{
    const QString &text = m_error.isEmpty() ? m_hint : m_error;
    setTone(m_note, m_error.isEmpty() ? Tone::muted : Tone::bad);
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    m_field->setAccessibleDescription(text);
}

} // namespace crema::ui
