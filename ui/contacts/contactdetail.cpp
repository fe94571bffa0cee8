// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactdetail.h"

#include "base/dates.h"
#include "base/text.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr qsizetype quoteLength = 120;

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

const Source *sourceOf(const Contact &contact, const QString &stored)
{
    for (const QString &key : {stored, stored.section(u'/', 0, 0), QString()}) {
        const auto found = contact.sources.constFind(key);
        if (found != contact.sources.constEnd()) {
            return &*found;
        }
    }
    return nullptr;
}

} // namespace

Result<ContactDetail> readDetail(const store::Reader &reader, const QString &contactId, const QDateTime &now)
{
    auto contact = reader.contact(contactId);
    if (!contact) {
        return std::unexpected(contact.error());
    }
    const auto drafts = reader.drafts({contactId, {}, {}});
    if (!drafts) {
        return std::unexpected(drafts.error());
    }
    const auto preps = reader.preps({contactId, {}, {}});
    if (!preps) {
        return std::unexpected(preps.error());
    }
    return ContactDetail {std::move(*contact), *drafts, *preps, now};
}

SourceNote sourceNote(const Contact &contact, const QString &field, const QDateTime &now)
{
    const Source *source = sourceOf(contact, storedField(contact, field));
    const QString who = source == nullptr ? QString() : kindWords(*source);
    if (who.isEmpty()) {
        return {};
    }
    SourceNote note {who, Words::tr("Source: %1").arg(who)};
    if (const QDateTime at = fromStoredTime(source->at); at.isValid()) {
        //: where a value comes from, and how long ago: "Entered by you, 3 days ago"
        note.line = Words::tr("%1 · %2").arg(who, ageInWords(at, now));
        note.full += u'\n'
                + Words::tr("Since: %1").arg(QLocale().toString(at.toLocalTime(), QLocale::ShortFormat));
    }
    if (!source->quote.isEmpty()) {
        note.full += u'\n' + Words::tr("There: “%1”").arg(elided(cleanLine(source->quote), quoteLength));
    }
    return note;
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
