// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/unsavededits.h"
#include "ui/contacts/contactdetail.h"

#include <QHash>
#include <QObject>
#include <QVector>

namespace crema::ui {

class EditableField;

/// The editable fields of the detail pane, wherever they stand: fills them with one contact after the other
/// and keeps, for each contact, what was typed and could not be saved until it can.
class FieldBook final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Makes a field; the caller's layout owns it. `field` is what setDocumentField() takes.
    [[nodiscard]] EditableField *add(const QString &field, const QString &label);
    /// Forgets a field that is about to be deleted.
    void remove(EditableField *field);

    /// The fields are about to show this contact: what is open goes out for the one before.
    void setContact(const ContactDetail &detail);
    /// Fills every field with the contact's value, or with what was typed for it before.
    void refresh();
    void refresh(EditableField &field);
    void flush();
    /// The answer to `fieldEdited`.
    void answered(const QString &contactId, const QString &field, const QString &text,
                  const QString &problem);
    /// `who` is the id of the contact.
    [[nodiscard]] QVector<UnsavedEdit> refused() const;
    /// The same of what is not answered yet.
    [[nodiscard]] QVector<UnsavedEdit> underWay() const;
    /// This refused text is given up: what is stored is shown again. A newer one stays.
    void forget(const QString &contactId, const QString &field, const QString &text);
    [[nodiscard]] bool hasUnsaved(const QString &field) const;

    void setSourcesShown(bool shown);
    [[nodiscard]] const ContactDetail &detail() const { return m_detail; }
    /// The value of a field as it is stored; empty when there is none.
    [[nodiscard]] QString valueOf(const QString &field) const;

Q_SIGNALS:
    void fieldEdited(const QString &contactId, const QString &field, const QString &text);
    /// What was refused was given up with Escape, or typed back to what is stored.
    void fieldGivenUp(const QString &contactId, const QString &field);

private:
    struct Unsaved
    {
        QString text;
        QString problem;
    };

    ContactDetail m_detail;
    Json m_document = Json::object();
    QVector<EditableField *> m_fields;
    bool m_sourcesShown = false;
    using Place = std::pair<QString, QString>; ///< contact and field
    QHash<Place, Unsaved> m_unsaved;
    QHash<Place, QString> m_underWay; ///< the newest text
};

} // namespace crema::ui
