// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/unsavededits.h"
#include "ui/contacts/contactdetail.h"
#include "ui/contacts/introducerlist.h"
#include "ui/contacts/saveanswer.h"
#include "ui/contacts/timeline.h"

#include <QWidget>

class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace crema::ui {

class ContactFields;
class ContactHead;
class ContactLists;
class FieldBook;
class ItemList;
class NextStepPart;
class NotesPanel;
enum class Refusal;
class TagEditor;
class TimelineView;

/// Everything about one contact, to be read and edited in place. Takes values and gives out requests; what
/// was typed and could not be saved is kept for each contact until it can.
class ContactPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ContactPane(QWidget *parent = nullptr);

    void showContact(const ContactDetail &detail);
    [[nodiscard]] const QString &contactId() const { return m_detail.contact.id; }
    [[nodiscard]] const Contact &contact() const { return m_detail.contact; }
    /// Gives out everything that is being typed.
    void flush();
    /// The texts that could not be saved, of any contact.
    [[nodiscard]] QVector<UnsavedEdit> refused() const;
    [[nodiscard]] QVector<UnsavedEdit> underWay() const;
    /// This refused text is given up; a newer one stays.
    void forgetField(const QString &contactId, const QString &field, const QString &text);
    void forgetNotes(const QString &contactId, const QString &text);

    /// The answer to `fieldEdited`: see FieldBook::answered().
    Refusal fieldAnswered(const QString &contactId, const QString &field, const QString &problem);
    /// Whether the pane shows a text of this field that was refused, once its contact is shown.
    [[nodiscard]] bool hasPlaceFor(const QString &field) const;
    /// The answer to `notesEdited`.
    void notesSaved(const QString &contactId);
    /// Returns the newest text: see NotesEditor::rejected().
    QString notesRefused(const QString &contactId);
    /// The answer to `timelineWanted`.
    void showTimeline(const Timeline &timeline);
    void showIntroducers(const QVector<NamedContact> &people);
    void setTagWords(const QStringList &words);

Q_SIGNALS:
    void fieldEdited(const QString &contactId, const QString &field, const QString &text);
    /// See FieldBook.
    void fieldGivenUp(const QString &contactId, const QString &field);
    /// See NotesEditor.
    void notesEdited(const QString &contactId, const QString &base, const QString &text);
    void contactEdited(const crema::Contact &before, const crema::Contact &after);
    /// The same from a dialog, which stays until it is saved.
    void saveRequested(const crema::Contact &before, const crema::Contact &after,
                       const crema::ui::SaveAnswer &answer);
    void writeRequested(const QString &contactId);
    void prepareRequested(const QString &contactId);
    void conversationRequested(const QString &contactId);
    void linkRequested(const QString &url);
    void copyRequested(const QString &text);
    void draftRequested(const QString &draftId);
    void prepRequested(const QString &prepId);
    void closeRequested();
    /// Another contact is shown: what the pane does not get with the contact itself is wanted.
    void introducersWanted(const crema::Contact &contact);
    void timelineWanted(const QString &contactId, crema::ui::TimelineFilter filter, int limit);
    void tagWordsWanted();
    void introducerPickRequested(const crema::Contact &contact);
    void contactRequested(const QString &contactId);
    void restoreRequested(const crema::ui::TimelineEntry &entry);
    void undoRequested(const QString &operationId);
    void pointRequested(const QString &contactId, const QString &operationId);

protected:
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void placeHead();
    QWidget *addSection(const QString &name, const QString &title, QWidget *content,
                        QWidget *aside = nullptr);
    void buildSections();
    void connectParts();
    void connectTimeline();
    void connectHead();
    void showWork();
    void dropIntroducer(const QString &id);

    ContactDetail m_detail;
    FieldBook *m_book;
    ContactHead *m_head;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    NextStepPart *m_next;
    NotesPanel *m_notes;
    TagEditor *m_tags;
    ContactFields *m_fields;
    IntroducerList *m_introducers;
    ContactLists *m_lists;
    ItemList *m_drafts;
    ItemList *m_preps;
    QToolButton *m_conversation;
    QWidget *m_work = nullptr;
    TimelineView *m_timeline;
};

} // namespace crema::ui
