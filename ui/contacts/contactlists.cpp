// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactlists.h"

#include "model/contactitems.h"
#include "ui/contacts/formdialog.h"
#include "ui/contacts/itemlist.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

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

SaveAnswer answerOf(FormDialog *dialog)
{
    return [dialog = QPointer(dialog)](const Result<> &saved) {
        if (dialog) {
            dialog->answer(saved);
        }
    };
}

} // namespace

ContactLists::ContactLists(QWidget *parent)
    : QObject(parent), m_parent(parent), m_positions(new ItemList(ItemList::Kind::edit, tr("Add position"))),
      m_schools(new ItemList(ItemList::Kind::edit, tr("Add school")))
{
    m_positions->setObjectName(u"contacts.pane.positions"_s);
    m_schools->setObjectName(u"contacts.pane.schools"_s);
    connect(m_positions, &ItemList::addRequested, this, [this] { editPosition({}); });
    connect(m_positions, &ItemList::editRequested, this, &ContactLists::editPosition);
    connect(m_positions, &ItemList::removeRequested, this,
            [this](const QString &id) { removeItem(&Contact::positions, id); });
    connect(m_positions, &ItemList::moveRequested, this,
            [this](const QString &id, qsizetype place) { placeItem(&Contact::positions, id, place); });
    connect(m_schools, &ItemList::addRequested, this, [this] { editSchool({}); });
    connect(m_schools, &ItemList::editRequested, this, &ContactLists::editSchool);
    connect(m_schools, &ItemList::removeRequested, this,
            [this](const QString &id) { removeItem(&Contact::schools, id); });
    connect(m_schools, &ItemList::moveRequested, this,
            [this](const QString &id, qsizetype place) { placeItem(&Contact::schools, id, place); });
}

void ContactLists::showContact(const ContactDetail &detail)
{
    m_detail = detail;
    fill();
}

void ContactLists::setSourcesShown(bool shown)
{
    m_sources = shown;
    fill();
}

void ContactLists::fill()
{
    const Contact &contact = m_detail.contact;
    const auto itemOf = [&](const QString &list, const QString &id, const QString &title,
                            const QString &text) {
        const SourceNote source = sourceNote(contact, list + u'/' + id, m_detail.now);
        return ItemList::Item {id, title, text, m_sources ? source.line : QString(), {}, source.full};
    };
    QVector<ItemList::Item> items;
    for (const Position &p : contact.positions) {
        QStringList parts {p.title.isEmpty() ? QString() : p.company, periodWords(p.from, p.to)};
        parts.removeAll(QString());
        items << itemOf(u"positions"_s, p.id, p.title.isEmpty() ? p.company : p.title, parts.join(u" · "_s));
    }
    m_positions->setItems(items);
    items.clear();
    for (const School &s : contact.schools) {
        QStringList parts {s.degree, s.field, periodWords(s.from, s.to)};
        parts.removeAll(QString());
        items << itemOf(u"schools"_s, s.id, s.name, parts.join(u" · "_s));
    }
    m_schools->setItems(items);
}

void ContactLists::editPosition(const QString &id)
{
    const Position old = itemWith(m_detail.contact.positions, id);
    auto *dialog = new FormDialog(id.isEmpty() ? tr("Add position") : tr("Edit position"), tr("Save"),
                                  {{u"title"_s, tr("Title"), old.title},
                                   {u"company"_s, tr("Company"), old.company},
                                   {u"from"_s, tr("From"), old.from, tr("2021 or 2021-06")},
                                   {u"to"_s, tr("Until"), old.to, tr("Empty means until today")}},
                                  m_parent);
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
                Q_EMIT saveRequested(contact, after, answerOf(dialog));
            });
    dialog->open();
}

void ContactLists::editSchool(const QString &id)
{
    const School old = itemWith(m_detail.contact.schools, id);
    auto *dialog = new FormDialog(id.isEmpty() ? tr("Add school") : tr("Edit school"), tr("Save"),
                                  {{u"name"_s, tr("School"), old.name},
                                   {u"degree"_s, tr("Degree"), old.degree},
                                   {u"field"_s, tr("Field of study"), old.field},
                                   {u"from"_s, tr("From"), old.from, tr("2017")},
                                   {u"to"_s, tr("Until"), old.to, tr("2021")}},
                                  m_parent);
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
                Q_EMIT saveRequested(contact, after, answerOf(dialog));
            });
    dialog->open();
}

template <typename Item>
void ContactLists::removeItem(QVector<Item> Contact::*list, const QString &id)
{
    Contact after = m_detail.contact;
    (after.*list).removeIf([&id](const Item &item) { return item.id == id; });
    Q_EMIT contactEdited(m_detail.contact, after);
}

template <typename Item>
void ContactLists::placeItem(QVector<Item> Contact::*list, const QString &id, qsizetype place)
{
    Contact after = m_detail.contact;
    moveItem(after.*list, id, place);
    Q_EMIT contactEdited(m_detail.contact, after);
}

} // namespace crema::ui
