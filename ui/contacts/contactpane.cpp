// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactpane.h"

#include "base/dates.h"
#include "model/contactitems.h"
#include "ui/common/tageditor.h"
#include "ui/contacts/contactfields.h"
#include "ui/contacts/contacthead.h"
#include "ui/contacts/contactlists.h"
#include "ui/contacts/fieldbook.h"
#include "ui/contacts/itemlist.h"
#include "ui/contacts/nextsteppart.h"
#include "ui/contacts/noteseditor.h"
#include "ui/contacts/notespanel.h"
#include "ui/contacts/timelineview.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int lowestRest = 120; // of the pane under its head
const QString tagsField = u"tags"_s;
const QString tagSeparator = u", "_s;

} // namespace

ContactPane::ContactPane(QWidget *parent)
    : QWidget(parent), m_book(new FieldBook(this)), m_head(new ContactHead), m_scroll(new QScrollArea),
      m_column(new QVBoxLayout), m_next(new NextStepPart(*m_book)), m_notes(new NotesPanel),
      m_tags(new TagEditor(tr("Tags"))), m_fields(new ContactFields(*m_book)),
      m_introducers(new IntroducerList), m_lists(new ContactLists(this)),
      m_drafts(new ItemList(ItemList::Kind::open)), m_preps(new ItemList(ItemList::Kind::open)),
      m_conversation(new QToolButton), m_timeline(new TimelineView)
{
    build();
    connectHead();
    connectParts();
    connectTimeline();
}

void ContactPane::build()
{
    setObjectName(u"contacts.pane"_s);
    setAccessibleName(tr("Contact details"));
    setFocusProxy(m_head);
    auto *content = new QWidget;
    content->setLayout(m_column);
    m_column->setContentsMargins(0, gap::small, gap::small + gap::tiny, gap::medium);
    m_column->setSpacing(gap::small);
    buildSections();
    m_column->addStretch();
    content->setMinimumWidth(1); // long words are cut or broken, never beside the pane
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Contact details"));
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::medium, gap::medium, gap::tiny, 0);
    column->setSpacing(gap::small);
    column->addWidget(m_head);
    column->addWidget(m_scroll, 1);
}

void ContactPane::buildSections()
{
    m_tags->setObjectName(u"contacts.pane.tags"_s);
    m_tags->focusProxy()->installEventFilter(this);
    auto *work = new QWidget;
    auto *works = new QVBoxLayout(work);
    works->setContentsMargins(0, 0, 0, 0);
    works->setSpacing(0);
    works->addWidget(m_drafts);
    works->addWidget(m_preps);
    addSection(u"notes"_s, tr("Notes"), m_notes, m_notes->modeButton());
    addSection(u"next"_s, tr("Next step"), m_next);
    addSection(u"tags"_s, tr("Tags"), m_tags);
    addSection(u"details"_s, tr("Details"), m_fields, m_fields->sourcesButton());
    addSection(u"experience"_s, tr("Experience"), m_lists->positions());
    addSection(u"education"_s, tr("Education"), m_lists->schools());
    addSection(u"introducers"_s, tr("Who could introduce you"), m_introducers);
    m_conversation->setObjectName(u"contacts.pane.conversation"_s);
    m_conversation->setText(tr("Conversation…"));
    m_conversation->setIcon(icon(Glyph::mail, Tone::muted));
    m_conversation->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_conversation->setAutoRaise(true);
    m_conversation->hide();
    m_conversation->setToolTip(tr("What you and they wrote, as Gmail has it"));
    m_work = addSection(u"work"_s, tr("Emails and coffee chats"), work, m_conversation);
    addSection(u"history"_s, tr("History"), m_timeline, m_timeline->filterBox());
}

QWidget *ContactPane::addSection(const QString &name, const QString &title, QWidget *content, QWidget *aside)
{
    auto *section = new QWidget;
    section->setObjectName(u"section."_s + name);
    auto *heading = makeLabel(title, TextRole::strong);
    heading->setBuddy(content);
    auto *head = new QHBoxLayout;
    head->setSpacing(gap::small);
    head->addWidget(heading, 1);
    if (aside != nullptr) {
        head->addWidget(aside);
    }
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, m_column->count() > 0 ? gap::small : 0, 0, 0);
    column->setSpacing(gap::small);
    column->addLayout(head);
    column->addWidget(content);
    m_column->addWidget(section);
    return section;
}

void ContactPane::connectHead()
{
    connect(m_head, &ContactHead::writeRequested, this, [this] { Q_EMIT writeRequested(contactId()); });
    connect(m_head, &ContactHead::prepareRequested, this, [this] { Q_EMIT prepareRequested(contactId()); });
    connect(m_conversation, &QToolButton::clicked, this,
            [this] { Q_EMIT conversationRequested(contactId()); });
    connect(m_head, &ContactHead::linkedinRequested, this, &ContactPane::linkRequested);
    connect(m_head, &ContactHead::copyEmailRequested, this, &ContactPane::copyRequested);
    connect(m_head, &ContactHead::closeRequested, this, &ContactPane::closeRequested);
    connect(m_head, &ContactHead::statusChosen, this,
            [this](const QString &status) { m_book->write(u"status"_s, status); });
}

void ContactPane::connectParts()
{
    connect(m_book, &FieldBook::fieldEdited, this, &ContactPane::fieldEdited);
    connect(m_book, &FieldBook::fieldGivenUp, this, &ContactPane::fieldGivenUp);
    connect(m_tags, &TagEditor::tagsChanged, m_book,
            [this](const QStringList &tags) { m_book->write(tagsField, tags.join(tagSeparator)); });
    connect(&m_notes->editor(), &NotesEditor::notesEdited, this, &ContactPane::notesEdited);
    connect(m_notes, &NotesPanel::linkRequested, this, &ContactPane::linkRequested);
    connect(m_next, &NextStepPart::fieldChosen, m_book, &FieldBook::write);
    connect(m_next, &NextStepPart::contactEdited, this, &ContactPane::contactEdited);
    connect(m_fields, &ContactFields::fieldChosen, m_book, &FieldBook::write);
    connect(m_fields, &ContactFields::contactEdited, this, &ContactPane::contactEdited);
    connect(m_fields, &ContactFields::copyRequested, this, &ContactPane::copyRequested);
    connect(m_fields, &ContactFields::openRequested, this, &ContactPane::linkRequested);
    connect(m_fields->sourcesButton(), &QToolButton::toggled, m_lists, &ContactLists::setSourcesShown);
    connect(m_lists, &ContactLists::contactEdited, this, &ContactPane::contactEdited);
    connect(m_lists, &ContactLists::saveRequested, this, &ContactPane::saveRequested);
    connect(m_introducers, &IntroducerList::opened, this, &ContactPane::contactRequested);
    connect(m_introducers, &IntroducerList::removeRequested, this, &ContactPane::dropIntroducer);
    connect(m_introducers, &IntroducerList::addRequested, this,
            [this] { Q_EMIT introducerPickRequested(m_detail.contact); });
    connect(m_drafts, &ItemList::opened, this, &ContactPane::draftRequested);
    connect(m_preps, &ItemList::opened, this, &ContactPane::prepRequested);
}

void ContactPane::connectTimeline()
{
    connect(m_timeline, &TimelineView::wanted, this,
            [this] { Q_EMIT timelineWanted(contactId(), m_timeline->filter(), m_timeline->limit()); });
    connect(m_timeline, &TimelineView::restoreRequested, this, &ContactPane::restoreRequested);
    connect(m_timeline, &TimelineView::undoRequested, this, &ContactPane::undoRequested);
    connect(m_timeline, &TimelineView::pointRequested, this,
            [this](const QString &operationId) { Q_EMIT pointRequested(contactId(), operationId); });
    connect(m_timeline, &TimelineView::recordRequested, this, [this](Kind kind, const QString &id) {
        kind == Kind::draft ? Q_EMIT draftRequested(id) : Q_EMIT prepRequested(id);
    });
}

void ContactPane::showContact(const ContactDetail &detail)
{
    const bool other = detail.contact.id != contactId();
    if (other) {
        m_tags->takeTyped(); // for whom it was typed
    }
    m_book->setContact(detail);
    m_notes->showNotes(detail.contact.id, detail.contact.notes);
    m_detail = detail;
    m_head->showContact(detail.contact);
    placeHead();
    const auto tags = m_book->textUnderWay(tagsField); // the next one is added to these
    m_tags->setTags(tags ? tags->split(tagSeparator, Qt::SkipEmptyParts) : detail.contact.tags);
    m_fields->refresh();
    m_next->refresh();
    m_book->refresh();
    m_lists->showContact(detail);
    showWork();
    if (other) {
        m_timeline->startOver();
        m_scroll->verticalScrollBar()->setValue(0);
    }
    Q_EMIT introducersWanted(m_detail.contact);
    Q_EMIT timelineWanted(contactId(), m_timeline->filter(), m_timeline->limit());
}

void ContactPane::showWork()
{
    QVector<ItemList::Item> items;
    for (const Draft &draft : std::as_const(m_detail.drafts)) {
        items << ItemList::Item {
                draft.id,
                draft.subject.isEmpty() ? tr("Email without a subject") : draft.subject,
                {},
                tr("Email · %1").arg(ageInWords(fromStoredTime(draft.createdAt), m_detail.now)),
                draft.state};
    }
    m_drafts->setItems(items);
    m_conversation->setVisible(std::ranges::any_of(m_detail.drafts, [](const Draft &draft) {
        return draft.state == "sent"_L1 || draft.state == "answered"_L1; // from a mailbox
    }));
    items.clear();
    for (const Prep &prep : std::as_const(m_detail.preps)) {
        items << ItemList::Item {prep.id,
                                 tr("Coffee chat preparation"),
                                 {},
                                 ageInWords(fromStoredTime(prep.createdAt), m_detail.now),
                                 prep.status};
    }
    m_preps->setItems(items);
    m_work->setVisible(!m_detail.drafts.isEmpty() || !m_detail.preps.isEmpty());
}

void ContactPane::showTimeline(const Timeline &timeline)
{
    m_timeline->showTimeline(timeline, m_detail.now);
}

void ContactPane::showIntroducers(const QVector<NamedContact> &people)
{
    m_introducers->setPeople(people);
}

void ContactPane::setTagWords(const QStringList &words)
{
    m_tags->setSuggestions(words);
}

void ContactPane::flush()
{
    m_notes->editor().flush();
    m_tags->takeTyped();
    m_book->flush();
}

QVector<UnsavedEdit> ContactPane::refused() const
{
    return m_book->refused() + m_notes->editor().refused();
}

QVector<UnsavedEdit> ContactPane::underWay() const
{
    return m_book->underWay() + m_notes->editor().underWay();
}

Refusal ContactPane::fieldAnswered(const QString &contactId, const QString &field, const QString &problem)
{
    return m_book->answered(contactId, field, problem);
}

bool ContactPane::hasPlaceFor(const QString &field) const
{
    return field == "notes"_L1 || m_book->hasLine(field);
}

void ContactPane::notesSaved(const QString &contactId)
{
    m_notes->editor().accepted(contactId);
}

QString ContactPane::notesRefused(const QString &contactId)
{
    return m_notes->editor().rejected(contactId);
}

void ContactPane::forgetField(const QString &contactId, const QString &field, const QString &text)
{
    m_book->forget(contactId, field, text);
}

void ContactPane::forgetNotes(const QString &contactId, const QString &text)
{
    m_notes->editor().forget(contactId, text);
}

void ContactPane::dropIntroducer(const QString &id)
{
    Contact after = m_detail.contact;
    QStringList ids = introducersOf(after);
    ids.removeAll(id);
    setIntroducers(after, ids);
    Q_EMIT contactEdited(m_detail.contact, after);
}

bool ContactPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && watched == m_tags->focusProxy()) {
        Q_EMIT tagWordsWanted();
    }
    return QWidget::eventFilter(watched, event);
}

/// A low pane scrolls as a whole: its head is never squeezed.
void ContactPane::placeHead()
{
    const QMargins own = layout()->contentsMargins();
    const int head = m_head->heightForWidth(width() - own.left() - own.right());
    const bool isLow = height() - own.top() - own.bottom() < head + scaled(lowestRest);
    if (isLow == (m_column->indexOf(m_head) >= 0)) {
        return;
    }
    QWidget *focused = window()->focusWidget();
    const bool holdsFocus = focused != nullptr && m_head->isAncestorOf(focused);
    auto *column = isLow ? m_column : static_cast<QVBoxLayout *>(layout());
    column->insertWidget(0, m_head);
    if (holdsFocus) {
        m_head->show(); // else it would be shown later, and the focus be lost
        focused->setFocus(Qt::OtherFocusReason);
    }
}

void ContactPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && layout() != nullptr) {
        placeHead();
    }
}

void ContactPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeHead();
}

void ContactPane::hideEvent(QHideEvent *event)
{
    flush();
    QWidget::hideEvent(event);
}

} // namespace crema::ui
