// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/fieldbook.h"

#include "model/contactdocument.h"
#include "model/contactitems.h"
#include "ui/contacts/contactcolumns.h"
#include "ui/contacts/editablefield.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

EditableField *FieldBook::add(const QString &field, const QString &label)
{
    auto *line = new EditableField(field, label);
    line->setSourceShown(m_sourcesShown);
    connect(line, &EditableField::edited, this, [this, line] { take(*line); });
    connect(line, &EditableField::abandoned, this, [this, line] { giveUp(*line); });
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
    m_outdated.clear();
}

QString FieldBook::valueOf(const QString &field) const
{
    const QString text = textAt(m_document, field.toUtf8().constData());
    return text.isEmpty() ? contactItem(m_detail.contact, field) : text;
}

QVector<EditableField *> FieldBook::linesOf(const Place &place) const
{
    QVector<EditableField *> lines = m_fields;
    lines.removeIf([&](const EditableField *line) { return placeOf(line->field()) != place; });
    return lines;
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
    const auto unsaved = m_unsaved.constFind(placeOf(field.field()));
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

/// Typed back to what is stored it needs no saving: unless that is what it was, or is not what it will be.
void FieldBook::take(EditableField &line)
{
    const QString field = line.field();
    if (line.text() == valueOf(field) && !m_outdated.contains(field) && !textUnderWay(field)) {
        giveUp(line);
    } else {
        write(field, line.text());
    }
}

/// What is on its way stays.
void FieldBook::giveUp(EditableField &line)
{
    const Place place = placeOf(line.field());
    const auto unsaved = m_unsaved.find(place);
    const bool isKept = unsaved != m_unsaved.end();
    const bool isUnderWay = isKept && unsaved->isUnderWay;
    if (isUnderWay) {
        unsaved->text = unsaved->sent;
    } else if (isKept) {
        m_unsaved.erase(unsaved);
    }
    line.reset();
    refresh(line);
    if (isKept && !isUnderWay) {
        Q_EMIT fieldGivenUp(place.first, place.second);
    }
}

void FieldBook::write(const QString &field, const QString &text)
{
    const Place place = placeOf(field);
    Unsaved &unsaved = m_unsaved[place];
    unsaved.text = text;
    for (EditableField *line : linesOf(place)) {
        if (line->text() != text) {
            line->reset();
            line->setUnsaved(text, {});
        }
    }
    if (!unsaved.isUnderWay) {
        give(place);
    }
}

void FieldBook::give(const Place &place)
{
    Unsaved &unsaved = m_unsaved[place];
    unsaved.sent = unsaved.text;
    unsaved.problem.clear();
    unsaved.isUnderWay = true;
    const QString text = unsaved.sent; // the answer may come at once
    Q_EMIT fieldEdited(place.first, place.second, text);
}

Refusal FieldBook::answered(const QString &contactId, const QString &field, const QString &problem)
{
    const Place place(contactId, field);
    const auto unsaved = m_unsaved.find(place);
    if (unsaved == m_unsaved.end() || !unsaved->isUnderWay) {
        return Refusal::none;
    }
    unsaved->isUnderWay = false;
    if (problem.isEmpty() && contactId == m_detail.contact.id) {
        m_outdated.insert(field);
    }
    if (unsaved->text != unsaved->sent) {
        give(place);
        return Refusal::none;
    }
    const QVector<EditableField *> lines = linesOf(place);
    if (problem.isEmpty()) {
        m_unsaved.erase(unsaved);
        std::ranges::for_each(lines, &EditableField::accepted);
        return Refusal::none;
    }
    unsaved->problem = problem;
    for (EditableField *line : lines) {
        line->setUnsaved(unsaved->text, problem);
    }
    return std::ranges::any_of(lines, &EditableField::isVisible) ? Refusal::inSight : Refusal::unseen;
}

QVector<UnsavedEdit> FieldBook::texts(bool underWay) const
{
    QVector<UnsavedEdit> texts;
    for (const auto &[place, unsaved] : m_unsaved.asKeyValueRange()) {
        if (unsaved.isUnderWay == underWay) {
            texts << UnsavedEdit {wordsOf(place.second), place.first, unsaved.text};
        }
    }
    return texts;
}

std::optional<QString> FieldBook::textUnderWay(const QString &field) const
{
    const auto unsaved = m_unsaved.constFind(placeOf(field));
    return unsaved != m_unsaved.constEnd() && unsaved->isUnderWay ? std::optional(unsaved->text)
                                                                  : std::nullopt;
}

void FieldBook::forget(const QString &contactId, const QString &field, const QString &text)
{
    const Place place(contactId, field);
    const auto unsaved = m_unsaved.constFind(place);
    if (unsaved == m_unsaved.constEnd() || unsaved->isUnderWay || unsaved->text != text) {
        return;
    }
    m_unsaved.erase(unsaved);
    for (EditableField *line : linesOf(place)) {
        if (line->text() == text) {
            line->reset();
            refresh(*line);
        }
    }
}

bool FieldBook::hasUnsaved(const QString &field) const
{
    return m_unsaved.contains(placeOf(field));
}

QStringList FieldBook::unsavedItems(const QString &list) const
{
    QStringList ids;
    for (auto unsaved = m_unsaved.keyBegin(); unsaved != m_unsaved.keyEnd(); ++unsaved) {
        const QStringList path = unsaved->second.split(u'/');
        if (unsaved->first == m_detail.contact.id && path.size() == 2 && path[0] == list) {
            ids << path[1];
        }
    }
    ids.sort();
    return ids;
}

bool FieldBook::hasLine(const QString &field) const
{
    return field.count(u'/') == 1 // lists make one where a text is not stored
            || std::ranges::any_of(m_fields,
                                   [&field](const EditableField *line) { return line->field() == field; });
}

QString FieldBook::wordsOf(const QString &field)
{
    const QString words = fieldWords(field.section(u'/', 0, 0));
    return field.endsWith("/kind"_L1) ? tr("%1 kind").arg(words) : words;
}

void FieldBook::setSourcesShown(bool shown)
{
    m_sourcesShown = shown;
    for (EditableField *field : std::as_const(m_fields)) {
        field->setSourceShown(shown);
    }
}

} // namespace crema::ui
