// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contacts/contactdetail.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace crema::ui {

class ContactHead;
class EditableField;
class ItemList;
class NotesEditor;
class TagEditor;

/// Everything about one contact, to be read and edited in place. Takes a value and gives out requests; what
/// was typed and could not be saved is kept for each contact until it can.
class ContactPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ContactPane(QWidget *parent = nullptr);

    void showContact(const ContactDetail &detail);
    [[nodiscard]] const QString &contactId() const { return m_detail.contact.id; }
    /// Gives out everything that is being typed.
    void flush();

    /// The answers to `fieldEdited` and `notesEdited`.
    void fieldAnswered(const QString &contactId, const QString &field, const QString &text,
                       const QString &problem);
    void notesRejected(const QString &contactId);

Q_SIGNALS:
    void fieldEdited(const QString &contactId, const QString &field, const QString &text);
    void contactEdited(const crema::Contact &before, const crema::Contact &after);
    void writeRequested(const QString &contactId);
    void prepareRequested(const QString &contactId);
    void linkRequested(const QString &url);
    void copyRequested(const QString &text);
    void draftRequested(const QString &draftId);
    void prepRequested(const QString &prepId);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void addSection(const QString &title, QWidget *content);
    void buildFields(QVBoxLayout *column);
    void connectParts();
    void showFields();
    void showItems();
    void showHistory();
    void editPosition(const QString &id);
    void editSchool(const QString &id);
    template <typename Item>
    void removeItem(QVector<Item> Contact::*list, const QString &id);

    ContactDetail m_detail;
    ContactHead *m_head;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    TagEditor *m_tags;
    NotesEditor *m_notes;
    QVector<EditableField *> m_fields;
    QPushButton *m_more;
    bool m_allFields = false;
    ItemList *m_positions;
    ItemList *m_schools;
    ItemList *m_drafts;
    ItemList *m_preps;
    QLabel *m_draftsTitle = nullptr;
    QLabel *m_history;
    struct Unsaved
    {
        QString text;
        QString problem;
    };
    QHash<std::pair<QString, QString>, Unsaved> m_unsaved; ///< by contact and field
};

} // namespace crema::ui
