// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/unsavededits.h"
#include "ui/contacts/contactdetail.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QVector>

#include <optional>

namespace crema::ui {

class EditableField;

/// Whether a text was refused, and who sees it.
enum class Refusal {
    none, ///< it is saved, or a newer one is on its way now
    inSight, ///< a line that is in sight shows it
    unseen, ///< it is to be told elsewhere
};

/// The editable fields of the detail pane, wherever they stand: fills them with one contact after the other
/// and keeps, for each contact, what was typed or chosen until it is saved or given up. One text of a field
/// is on its way at a time: a newer one waits for the answer and follows it.
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
    /// What is being typed goes out, or waits for it.
    void flush();
    /// A value of the contact that is shown was chosen; a line of it shows that one then.
    void write(const QString &field, const QString &text);
    /// The answer to `fieldEdited`; `problem` is empty when it is saved.
    Refusal answered(const QString &contactId, const QString &field, const QString &problem);
    /// `who` is the id of the contact.
    [[nodiscard]] QVector<UnsavedEdit> refused() const { return texts(false); }
    /// The same of what is not answered yet.
    [[nodiscard]] QVector<UnsavedEdit> underWay() const { return texts(true); }
    /// The newest text of a field of the contact that is shown, while it is not answered.
    [[nodiscard]] std::optional<QString> textUnderWay(const QString &field) const;
    /// This refused text is given up: what is stored is shown again. A newer one stays.
    void forget(const QString &contactId, const QString &field, const QString &text);
    [[nodiscard]] bool hasUnsaved(const QString &field) const;
    /// The ids in a list ("addresses") of the contact that is shown for which a text is not stored, in order.
    [[nodiscard]] QStringList unsavedItems(const QString &list) const;
    /// Other fields are only chosen, as a status: no line shows what was refused of them.
    [[nodiscard]] bool hasLine(const QString &field) const;
    /// Its name: "Email" for the value of an address too.
    [[nodiscard]] static QString wordsOf(const QString &field);

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
        QString text; ///< the newest
        QString sent {};
        QString problem {}; ///< why `sent` was refused
        bool isUnderWay = false;
    };
    using Place = std::pair<QString, QString>; ///< contact and field

    void take(EditableField &line);
    void giveUp(EditableField &line);
    void give(const Place &place);
    [[nodiscard]] Place placeOf(const QString &field) const { return {m_detail.contact.id, field}; }
    [[nodiscard]] QVector<EditableField *> linesOf(const Place &place) const;
    [[nodiscard]] QVector<UnsavedEdit> texts(bool underWay) const;

    ContactDetail m_detail;
    Json m_document = Json::object();
    QSet<QString> m_outdated; ///< fields that were saved since the contact was read
    QVector<EditableField *> m_fields;
    bool m_sourcesShown = false;
    QHash<Place, Unsaved> m_unsaved;
};

} // namespace crema::ui
