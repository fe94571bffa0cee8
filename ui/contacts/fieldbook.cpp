// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/fieldbook.h"

#include "model/contactdocument.h"
#include "model/contactitems.h"
#include "ui/contacts/contactcolumns.h"
#include "ui/contacts/editablefield.h"

namespace crema::ui {

EditableField *FieldBook::add(const QString &field, const QString &label)
{
    auto *line = new EditableField(field, label);
    line->setSourceShown(m_sourcesShown);
    connect(line, &EditableField::edited, this, [this](const QString &name, const QString &text) {
        m_underWay.insert({m_detail.contact.id, name}, text);
        Q_EMIT fieldEdited(m_detail.contact.id, name, text);
    });
    connect(line, &EditableField::abandoned, this, [this](const QString &name) {
        if (m_unsaved.remove({m_detail.contact.id, name})) {
            Q_EMIT fieldGivenUp(m_detail.contact.id, name);
        }
    });
    m_fields << line;
    return line;
}

void FieldBook::remove(EditableField *field)
{
    m_fields.removeAll(field);
}

void FieldBook::setContact(const ContactDetail &detail)
{
    if (detail.contact.id != m_detail.contact.id) {
        flush();
        for (EditableField *field : std::as_const(m_fields)) {
            field->reset();
        }
    }
    m_detail = detail;
    m_document = toDocument(detail.contact);
}

QString FieldBook::valueOf(const QString &field) const
{
    const QString text = textAt(m_document, field.toUtf8().constData());
    return text.isEmpty() ? contactItem(m_detail.contact, field) : text;
}

void FieldBook::refresh()
{
    for (EditableField *field : std::as_const(m_fields)) {
        refresh(*field);
    }
}

void FieldBook::refresh(EditableField &field)
{
    field.setValue(valueOf(field.field()), sourceNote(m_detail.contact, field.field(), m_detail.now));
    const auto unsaved = m_unsaved.constFind({m_detail.contact.id, field.field()});
    if (unsaved != m_unsaved.constEnd()) {
        field.setUnsaved(unsaved->text, unsaved->problem);
    }
}

void FieldBook::flush()
{
    const auto fields = m_fields; // an answer may add or remove some
    for (EditableField *field : fields) {
        field->commit();
    }
}

void FieldBook::answered(const QString &contactId, const QString &field, const QString &text,
                         const QString &problem)
{
    if (m_underWay.value({contactId, field}) == text) {
        m_underWay.remove({contactId, field});
    }
    if (problem.isEmpty()) {
        m_unsaved.remove({contactId, field});
    } else {
        m_unsaved.insert({contactId, field}, {text, problem});
    }
    if (contactId != m_detail.contact.id) {
        return;
    }
    for (EditableField *line : std::as_const(m_fields)) {
        if (line->field() == field) {
            problem.isEmpty() ? line->accepted() : line->setUnsaved(text, problem);
        }
    }
}

QVector<UnsavedEdit> FieldBook::refused() const
{
    QVector<UnsavedEdit> texts;
    for (const auto &[place, unsaved] : m_unsaved.asKeyValueRange()) {
        if (!m_underWay.contains(place)) {
            texts << UnsavedEdit {fieldWords(place.second.section(u'/', 0, 0)), place.first, unsaved.text};
        }
    }
    return texts;
}

QVector<UnsavedEdit> FieldBook::underWay() const
{
    QVector<UnsavedEdit> texts;
    for (const auto &[place, text] : m_underWay.asKeyValueRange()) {
        texts << UnsavedEdit {fieldWords(place.second.section(u'/', 0, 0)), place.first, text};
    }
    return texts;
}

void FieldBook::forget(const QString &contactId, const QString &field, const QString &text)
{
    const Place place(contactId, field);
    if (m_unsaved.value(place).text != text || m_underWay.contains(place)) {
        return;
    }
    m_unsaved.remove(place);
    for (EditableField *line : std::as_const(m_fields)) {
        if (contactId == m_detail.contact.id && line->field() == field && line->text() == text) {
            line->reset();
            refresh(*line);
        }
    }
}

bool FieldBook::hasUnsaved(const QString &field) const
{
    return m_unsaved.contains({m_detail.contact.id, field});
}

void FieldBook::setSourcesShown(bool shown)
{
    m_sourcesShown = shown;
    for (EditableField *field : std::as_const(m_fields)) {
        field->setSourceShown(shown);
    }
}

} // namespace crema::ui
