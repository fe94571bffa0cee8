// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactdetail.h"

#include "base/dates.h"
#include "base/text.h"
#include "store/historyreader.h"
#include "ui/common/chip.h"
#include "ui/contacts/contactcolumns.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr qsizetype mostEvents = 50;
constexpr qsizetype valueLength = 60;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::ui::ContactDetail)
};

/// The list and item behind a flat field: "company" is a part of the first position.
QString storedField(const Contact &contact, const QString &field)
{
    const auto first = [](const auto &items, const QString &list) {
        return items.isEmpty() ? list : list + u'/' + items.constFirst().id;
    };
    if (field == "email"_L1) {
        return first(contact.addresses, u"addresses"_s);
    }
    if (field == "phone"_L1) {
        return first(contact.phones, u"phones"_s);
    }
    if (field == "company"_L1 || field == "jobTitle"_L1) {
        return first(contact.positions, u"positions"_s);
    }
    if (field == "college"_L1) {
        return first(contact.schools, u"schools"_s);
    }
    if (field == "linkedinUrl"_L1) {
        for (const ContactPoint &link : contact.links) {
            if (link.kind == "linkedin"_L1) {
                return u"links/"_s + link.id;
            }
        }
        return u"links"_s;
    }
    return field;
}

QString kindWords(const Source &source)
{
    switch (source.kind) {
    case SourceKind::hand:
        return Words::tr("Entered by you");
    case SourceKind::sample:
        return Words::tr("Sample directory (fictional)");
    default:
        break;
    }
    if (!source.label.isEmpty()) {
        return source.label;
    }
    return source.kind == SourceKind::importFile ? Words::tr("Import")
            : source.kind == SourceKind::run     ? Words::tr("People search")
            : source.kind == SourceKind::vendor  ? Words::tr("People Data Labs")
                                                 : QString();
}

QString wordsOf(const Contact &contact, const QString &stored, const QDateTime &now)
{
    const QString list = stored.section(u'/', 0, 0);
    for (const QString &key : {stored, list, QString()}) {
        const auto found = contact.sources.constFind(key);
        if (found == contact.sources.constEnd()) {
            continue;
        }
        const QDateTime at = fromStoredTime(found->at);
        const QString who = kindWords(*found);
        if (who.isEmpty() || !at.isValid()) {
            return who;
        }
        //: where a value comes from, and how long ago: "Entered by you, 3 days ago"
        return Words::tr("%1 · %2").arg(who, ageInWords(at, now));
    }
    return {};
}

/// The words of one item of a list, or of a plain value.
QString valueWords(const QString &field, const std::optional<Json> &value)
{
    if (!value || value->is_null()) {
        return {};
    }
    if (field == "status"_L1) {
        return statusWords(textOf(*value));
    }
    if (value->is_boolean()) {
        return value->dump() == "true" ? Words::tr("yes") : Words::tr("no");
    }
    if (value->is_object()) {
        for (const char *key : {"value", "name"}) {
            if (const QString text = textAt(*value, key); !text.isEmpty()) {
                return elided(text, valueLength);
            }
        }
        return elided(roleWords(textAt(*value, "title"), textAt(*value, "company")), valueLength);
    }
    return elided(cleanLine(textOf(*value)), valueLength);
}

QString changeWords(const store::RecordChange &change)
{
    if (change.field.isEmpty()) {
        return {};
    }
    const QString key = change.field.section(u'/', 0, 0);
    if (key == "@state"_L1) {
        return {};
    }
    const QString name = fieldWords(key);
    if (key == "tags"_L1) {
        const QString tag = change.field.section(u'/', 1);
        return change.after ? Words::tr("Tag added: %1").arg(tag) : Words::tr("Tag removed: %1").arg(tag);
    }
    const QString before = valueWords(key, change.before);
    const QString after = valueWords(key, change.after);
    if (key == "notes"_L1 || (before.isEmpty() && after.isEmpty())) {
        return Words::tr("%1 changed").arg(name);
    }
    if (before.isEmpty()) {
        return u"%1: %2"_s.arg(name, after);
    }
    return after.isEmpty() ? Words::tr("%1 removed: %2").arg(name, before)
                           : Words::tr("%1: %2 → %3").arg(name, before, after);
}

/// Changes of one operation become one event.
QVector<ContactEvent> eventsOf(const QVector<store::RecordChange> &changes, const QDateTime &now)
{
    QVector<ContactEvent> events;
    QString operation;
    for (const store::RecordChange &change : changes) {
        if (change.operationId != operation || events.isEmpty()) {
            if (events.size() == mostEvents) {
                break;
            }
            operation = change.operationId;
            events << ContactEvent {change.label, {}, ageInWords(fromStoredTime(change.at), now)};
        }
        const QString words = changeWords(change);
        if (!words.isEmpty()) {
            QString &text = events.last().text;
            text += text.isEmpty() ? words : u'\n' + words;
        }
    }
    return events;
}

} // namespace

Result<ContactDetail> readDetail(const store::Reader &reader, const QString &contactId, const QDateTime &now)
{
    auto contact = reader.contact(contactId);
    if (!contact) {
        return std::unexpected(contact.error());
    }
    const auto history = store::recordHistory(reader.connection(), Kind::contact, contactId);
    if (!history) {
        return std::unexpected(history.error());
    }
    const auto drafts = reader.drafts({contactId, {}, {}});
    if (!drafts) {
        return std::unexpected(drafts.error());
    }
    const auto preps = reader.preps({contactId, {}, {}});
    if (!preps) {
        return std::unexpected(preps.error());
    }
    return ContactDetail {std::move(*contact), eventsOf(*history, now), *drafts, *preps, now};
}

QString sourceWords(const Contact &contact, const QString &field, const QDateTime &now)
{
    return wordsOf(contact, storedField(contact, field), now);
}

QString itemSourceWords(const Contact &contact, const QString &list, const QString &itemId,
                        const QDateTime &now)
{
    return wordsOf(contact, list + u'/' + itemId, now);
}

QString periodWords(const QString &from, const QString &to)
{
    if (from.isEmpty()) {
        return to.isEmpty() ? QString() : Words::tr("until %1").arg(to);
    }
    return u"%1 – %2"_s.arg(from, to.isEmpty() ? Words::tr("today") : to);
}

QString roleWords(const QString &title, const QString &company)
{
    if (title.isEmpty() || company.isEmpty()) {
        return title + company;
    }
    return Words::tr("%1 at %2").arg(title, company);
}

} // namespace crema::ui
