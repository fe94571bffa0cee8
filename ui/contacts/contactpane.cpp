// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactpane.h"

#include "base/dates.h"
#include "base/ids.h"
#include "model/contactdocument.h"
#include "ui/common/tageditor.h"
#include "ui/contacts/contactcolumns.h"
#include "ui/contacts/contacthead.h"
#include "ui/contacts/editablefield.h"
#include "ui/contacts/formdialog.h"
#include "ui/contacts/itemlist.h"
#include "ui/contacts/noteseditor.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

/// Shown also when they are empty; the others when they have a value or all are asked for.
bool isCore(const QString &field)
{
    static const QStringList core {u"firstName"_s,   u"lastName"_s, u"email"_s,      u"phone"_s,
                                   u"linkedinUrl"_s, u"company"_s,  u"jobTitle"_s,   u"college"_s,
                                   u"location"_s,    u"hometown"_s, u"nextAction"_s, u"nextActionDate"_s};
    return core.contains(field);
}

/// The head, the tags and the notes have places of their own.
bool hasOwnPlace(const QString &field)
{
    return field == "status"_L1 || field == "tags"_L1 || field == "notes"_L1;
}

QString valueOf(const Json &document, const QString &field)
{
    return textAt(document, field.toLatin1().constData());
}

QString historyMarkup(const QVector<ContactEvent> &events)
{
    const QString muted = colours().muted.name();
    QString html;
    for (const ContactEvent &event : events) {
        html += u"<p style='margin:0 0 8px 0'>%1 <span style='color:%2'>· %3</span>"_s.arg(
                event.title.toHtmlEscaped(), muted, event.age.toHtmlEscaped());
        if (!event.text.isEmpty()) {
            html += u"<br><span style='color:%1'>%2</span>"_s.arg(
                    muted, event.text.toHtmlEscaped().replace(u'\n', "<br>"_L1));
        }
        html += "</p>"_L1;
    }
    return html;
}

template <typename Item>
Item itemWith(const QVector<Item> &items, const QString &id)
{
    const auto found = std::ranges::find(items, id, &Item::id);
    return found == items.end() ? Item {} : *found;
}

QString textIn(const flows::FieldValues &values, const QString &key)
{
    const auto found = std::ranges::find(values, key, &std::pair<QString, QString>::first);
    return found == values.end() ? QString() : found->second;
}

} // namespace

ContactPane::ContactPane(QWidget *parent)
    : QWidget(parent), m_head(new ContactHead), m_scroll(new QScrollArea), m_column(new QVBoxLayout),
      m_tags(new TagEditor(tr("Tags"))), m_notes(new NotesEditor),
      m_more(new QPushButton(icon(Glyph::chevronDown, Tone::muted), tr("All fields"))),
      m_positions(new ItemList(ItemList::Kind::edit, tr("Add position"))),
      m_schools(new ItemList(ItemList::Kind::edit, tr("Add school"))),
      m_drafts(new ItemList(ItemList::Kind::open)), m_preps(new ItemList(ItemList::Kind::open)),
      m_history(makeLabel({}))
{
    build();
    connectParts();
}

void ContactPane::build()
{
    setObjectName(u"contacts.pane"_s);
    setAccessibleName(tr("Contact details"));
    auto *content = new QWidget;
    content->setLayout(m_column);
    m_column->setContentsMargins(0, gap::small, gap::small + gap::tiny, gap::medium);
    m_column->setSpacing(gap::small);
    auto *fields = new QWidget;
    buildFields(new QVBoxLayout(fields));
    m_notes->setObjectName(u"contacts.pane.notes"_s);
    m_notes->setAccessibleName(tr("Notes"));
    m_notes->setPlaceholderText(tr("What you talked about, what to remember…"));
    m_tags->setObjectName(u"contacts.pane.tags"_s);
    m_history->setWordWrap(true);
    m_history->setTextFormat(Qt::RichText);
    m_history->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_history->setAccessibleName(tr("History"));
    addSection(tr("Notes"), m_notes);
    addSection(tr("Tags"), m_tags);
    addSection(tr("Details"), fields);
    addSection(tr("Experience"), m_positions);
    addSection(tr("Education"), m_schools);
    auto *work = new QWidget;
    auto *works = new QVBoxLayout(work);
    works->setContentsMargins(0, 0, 0, 0);
    works->setSpacing(0);
    works->addWidget(m_drafts);
    works->addWidget(m_preps);
    addSection(tr("Emails and coffee chats"), work);
    m_draftsTitle = work->parentWidget()->findChild<QLabel *>(
            u"section.%1"_s.arg(tr("Emails and coffee chats")));
    addSection(tr("History"), m_history);
    m_column->addStretch();
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

void ContactPane::addSection(const QString &title, QWidget *content)
{
    auto *heading = makeLabel(title, TextRole::strong);
    heading->setObjectName(u"section.%1"_s.arg(title));
    heading->setBuddy(content);
    if (m_column->count() > 0) {
        m_column->addSpacing(gap::small);
    }
    m_column->addWidget(heading);
    m_column->addWidget(content);
}

void ContactPane::buildFields(QVBoxLayout *column)
{
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::hair);
    for (const QString &field : documentFields()) {
        if (!hasOwnPlace(field)) {
            auto *line = new EditableField(field, fieldWords(field));
            connect(line, &EditableField::edited, this, [this](const QString &name, const QString &text) {
                Q_EMIT fieldEdited(contactId(), name, text);
            });
            m_fields << line;
            column->addWidget(line);
        }
    }
    setButtonKind(m_more, ButtonKind::quiet);
    m_more->setObjectName(u"contacts.pane.allFields"_s);
    m_more->setCheckable(true);
    column->addWidget(m_more, 0, Qt::AlignLeft);
}

void ContactPane::connectParts()
{
    connect(m_more, &QPushButton::toggled, this, [this](bool all) {
        m_allFields = all;
        m_more->setText(all ? tr("Fewer fields") : tr("All fields"));
        m_more->setIcon(icon(all ? Glyph::chevronUp : Glyph::chevronDown, Tone::muted));
        showFields();
    });
    connect(m_head, &ContactHead::writeRequested, this, [this] { Q_EMIT writeRequested(contactId()); });
    connect(m_head, &ContactHead::prepareRequested, this, [this] { Q_EMIT prepareRequested(contactId()); });
    connect(m_head, &ContactHead::linkedinRequested, this, &ContactPane::linkRequested);
    connect(m_head, &ContactHead::copyEmailRequested, this, &ContactPane::copyRequested);
    connect(m_head, &ContactHead::closeRequested, this, &ContactPane::closeRequested);
    connect(m_head, &ContactHead::statusChosen, this,
            [this](const QString &status) { Q_EMIT fieldEdited(contactId(), u"status"_s, status); });
    connect(m_tags, &TagEditor::tagsChanged, this, [this](const QStringList &tags) {
        Q_EMIT fieldEdited(contactId(), u"tags"_s, tags.join(u", "_s));
    });
    connect(m_notes, &NotesEditor::notesEdited, this,
            [this](const QString &id, const QString &text) { Q_EMIT fieldEdited(id, u"notes"_s, text); });
    connect(m_positions, &ItemList::addRequested, this, [this] { editPosition({}); });
    connect(m_positions, &ItemList::editRequested, this, &ContactPane::editPosition);
    connect(m_positions, &ItemList::removeRequested, this,
            [this](const QString &id) { removeItem(&Contact::positions, id); });
    connect(m_schools, &ItemList::addRequested, this, [this] { editSchool({}); });
    connect(m_schools, &ItemList::editRequested, this, &ContactPane::editSchool);
    connect(m_schools, &ItemList::removeRequested, this,
            [this](const QString &id) { removeItem(&Contact::schools, id); });
    connect(m_drafts, &ItemList::opened, this, &ContactPane::draftRequested);
    connect(m_preps, &ItemList::opened, this, &ContactPane::prepRequested);
}

void ContactPane::showContact(const ContactDetail &detail)
{
    const bool other = detail.contact.id != contactId();
    if (other) {
        flush();
    }
    m_detail = detail;
    m_head->showContact(detail.contact);
    m_notes->showNotes(detail.contact.id, detail.contact.notes);
    m_tags->setTags(detail.contact.tags);
    if (other) {
        for (EditableField *field : std::as_const(m_fields)) {
            field->reset();
        }
    }
    showFields();
    showItems();
    showHistory();
    if (other) {
        m_scroll->verticalScrollBar()->setValue(0);
    }
}

void ContactPane::showFields()
{
    const Json document = toDocument(m_detail.contact);
    for (EditableField *line : std::as_const(m_fields)) {
        const QString value = valueOf(document, line->field());
        line->setValue(value, sourceWords(m_detail.contact, line->field(), m_detail.now));
        const auto unsaved = m_unsaved.constFind({contactId(), line->field()});
        if (unsaved != m_unsaved.constEnd()) {
            line->setUnsaved(unsaved->text, unsaved->problem);
        }
        line->setVisible(m_allFields || !value.isEmpty() || isCore(line->field()) || line->hasProblem());
    }
}

void ContactPane::showItems()
{
    const Contact &contact = m_detail.contact;
    QVector<ItemList::Item> items;
    for (const Position &p : contact.positions) {
        const bool both = !p.title.isEmpty() && !p.company.isEmpty();
        const QString period = periodWords(p.from, p.to);
        const QString place = both ? p.company : QString();
        items << ItemList::Item {p.id,
                                 p.title.isEmpty() ? p.company : p.title,
                                 period.isEmpty() || place.isEmpty() ? place + period
                                                                     : place + u" · "_s + period,
                                 itemSourceWords(contact, u"positions"_s, p.id, m_detail.now),
                                 {}};
    }
    m_positions->setItems(items);
    items.clear();
    for (const School &s : contact.schools) {
        QStringList parts {s.degree, s.field, periodWords(s.from, s.to)};
        parts.removeAll(QString());
        items << ItemList::Item {s.id,
                                 s.name,
                                 parts.join(u" · "_s),
                                 itemSourceWords(contact, u"schools"_s, s.id, m_detail.now),
                                 {}};
    }
    m_schools->setItems(items);
    items.clear();
    for (const Draft &draft : std::as_const(m_detail.drafts)) {
        items << ItemList::Item {
                draft.id,
                draft.subject.isEmpty() ? tr("Email without a subject") : draft.subject,
                {},
                tr("Email · %1").arg(ageInWords(fromStoredTime(draft.createdAt), m_detail.now)),
                draft.state};
    }
    m_drafts->setItems(items);
    items.clear();
    for (const Prep &prep : std::as_const(m_detail.preps)) {
        items << ItemList::Item {prep.id,
                                 tr("Coffee chat preparation"),
                                 {},
                                 ageInWords(fromStoredTime(prep.createdAt), m_detail.now),
                                 prep.status};
    }
    m_preps->setItems(items);
    const bool none = m_detail.drafts.isEmpty() && m_detail.preps.isEmpty();
    m_drafts->parentWidget()->setVisible(!none);
    if (m_draftsTitle != nullptr) {
        m_draftsTitle->setVisible(!none);
    }
}

void ContactPane::showHistory()
{
    m_history->setText(historyMarkup(m_detail.history));
}

void ContactPane::flush()
{
    m_notes->flush();
    for (EditableField *field : std::as_const(m_fields)) {
        field->commit();
    }
}

void ContactPane::fieldAnswered(const QString &contactId, const QString &field, const QString &text,
                                const QString &problem)
{
    if (problem.isEmpty()) {
        m_unsaved.remove({contactId, field});
    } else {
        m_unsaved.insert({contactId, field}, {text, problem});
    }
    if (contactId != this->contactId()) {
        return;
    }
    for (EditableField *line : std::as_const(m_fields)) {
        if (line->field() == field) {
            problem.isEmpty() ? line->accepted() : line->setUnsaved(text, problem);
        }
    }
}

void ContactPane::notesRejected(const QString &contactId)
{
    m_notes->rejected(contactId);
}

void ContactPane::editPosition(const QString &id)
{
    const Position old = itemWith(m_detail.contact.positions, id);
    auto *dialog = new FormDialog(id.isEmpty() ? tr("Add position") : tr("Edit position"), tr("Save"),
                                  {{u"title"_s, tr("Title"), old.title},
                                   {u"company"_s, tr("Company"), old.company},
                                   {u"from"_s, tr("From"), old.from, tr("2021 or 2021-06")},
                                   {u"to"_s, tr("Until"), old.to, tr("Empty means until today")}},
                                  this);
    connect(dialog, &FormDialog::submitted, this,
            [this, dialog, old, contact = m_detail.contact](const flows::FieldValues &v) {
                Position position = old;
                position.title = textIn(v, u"title"_s);
                position.company = textIn(v, u"company"_s);
                position.from = textIn(v, u"from"_s);
                position.to = textIn(v, u"to"_s);
                if (position.title.isEmpty() && position.company.isEmpty()) {
                    dialog->answer(
                            failure(ErrorKind::rejectedInput, tr("A position needs a title or a company.")));
                    return;
                }
                Contact after = contact;
                const auto place = std::ranges::find(after.positions, old.id, &Position::id);
                if (old.id.isEmpty() || place == after.positions.end()) {
                    addPosition(after.positions, position);
                } else {
                    *place = position;
                }
                dialog->answer({});
                Q_EMIT contactEdited(contact, after);
            });
    dialog->open();
}

void ContactPane::editSchool(const QString &id)
{
    const School old = itemWith(m_detail.contact.schools, id);
    auto *dialog = new FormDialog(id.isEmpty() ? tr("Add school") : tr("Edit school"), tr("Save"),
                                  {{u"name"_s, tr("School"), old.name},
                                   {u"degree"_s, tr("Degree"), old.degree},
                                   {u"field"_s, tr("Field of study"), old.field},
                                   {u"from"_s, tr("From"), old.from, tr("2017")},
                                   {u"to"_s, tr("Until"), old.to, tr("2021")}},
                                  this);
    connect(dialog, &FormDialog::submitted, this,
            [this, dialog, old, contact = m_detail.contact](const flows::FieldValues &v) {
                School school = old;
                school.name = textIn(v, u"name"_s);
                school.degree = textIn(v, u"degree"_s);
                school.field = textIn(v, u"field"_s);
                school.from = textIn(v, u"from"_s);
                school.to = textIn(v, u"to"_s);
                if (school.name.isEmpty()) {
                    dialog->answer(failure(ErrorKind::rejectedInput, tr("A school needs a name.")));
                    return;
                }
                Contact after = contact;
                const auto place = std::ranges::find(after.schools, old.id, &School::id);
                if (old.id.isEmpty() || place == after.schools.end()) {
                    addSchool(after.schools, school);
                } else {
                    *place = school;
                }
                dialog->answer({});
                Q_EMIT contactEdited(contact, after);
            });
    dialog->open();
}

template <typename Item>
void ContactPane::removeItem(QVector<Item> Contact::*list, const QString &id)
{
    Contact after = m_detail.contact;
    (after.*list).removeIf([&id](const Item &item) { return item.id == id; });
    Q_EMIT contactEdited(m_detail.contact, after);
}

void ContactPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_history != nullptr) {
        showHistory(); // its markup holds colours
    }
}

void ContactPane::hideEvent(QHideEvent *event)
{
    flush();
    QWidget::hideEvent(event);
}

} // namespace crema::ui
