// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include "base/text.h"
#include "model/status.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

const Json &firstOf(const Json &body, const char *list)
{
    // Lists are stored in order, so the first item is the preferred one.
    const Json &items = arrayAt(body, list);
    static const Json none;
    return items.empty() ? none : items.front();
}

QString nameOf(const Json &body)
{
    const QString first = textAt(body, "firstName");
    const QString last = textAt(body, "lastName");
    return first.isEmpty() || last.isEmpty() ? first + last : first + u' ' + last;
}

QString linkedinOf(const Json &body)
{
    for (const Json &link : arrayAt(body, "links")) {
        if (textAt(link, "kind") == "linkedin"_L1) {
            return textAt(link, "value");
        }
    }
    return {};
}

QString placeOf(const Json &body)
{
    const QString location = textAt(body, "location");
    if (!location.isEmpty()) {
        return location;
    }
    QStringList parts {textAt(body, "city"), textAt(body, "state"), textAt(body, "country")};
    parts.removeAll({});
    return parts.join(u", "_s);
}

QString statusOf(const Json &body)
{
    const QString status = textAt(body, "status");
    return status.isEmpty() ? initialStatus() : status;
}

template <const char *list, const char *key>
QString ofFirst(const Json &body)
{
    return textAt(firstOf(body, list), key);
}

template <const char *key>
QString plain(const Json &body)
{
    return textAt(body, key);
}

/// Every value of one member over a list, so that a second address or an earlier firm is found too.
void addAll(QStringList &parts, const Json &body, const char *list, const char *key)
{
    QStringList values;
    for (const Json &item : arrayAt(body, list)) {
        const QString value = textAt(item, key);
        if (!value.isEmpty()) {
            values << value;
        }
    }
    parts << values.join(u'\n');
}

/// Folded short fields, tab separated, in the order of their weight: name, company, email, title, school,
/// place, tags.
QString searchOf(const Json &body)
{
    QStringList parts {nameOf(body)};
    addAll(parts, body, "positions", "company");
    addAll(parts, body, "addresses", "value");
    addAll(parts, body, "positions", "title");
    addAll(parts, body, "schools", "name");
    parts << placeOf(body) << textsAt(body, "tags").join(u'\n');
    for (QString &part : parts) {
        part.replace(u'\t', u' ');
    }
    return fold(parts.join(u'\t'));
}

QString sortNameOf(const Json &body)
{
    return fold(nameOf(body));
}

constexpr char addresses[] = "addresses", positions[] = "positions", schools[] = "schools", value[] = "value",
               company[] = "company", title[] = "title", name[] = "name", createdAt[] = "createdAt",
               contactId[] = "contactId", runId[] = "runId", state[] = "state", subject[] = "subject",
               prepStatus[] = "status", nextActionDate[] = "nextActionDate",
               lastContactDate[] = "lastContactDate", provider[] = "provider", fileName[] = "fileName";

std::vector<KindTable> makeTables()
{
    std::vector<KindTable> tables;
    tables.push_back(
            {Kind::contact,
             "contact",
             {{"name", nameOf},
              {"sort_name", sortNameOf},
              {"email", ofFirst<addresses, value>},
              {"company", ofFirst<positions, company>},
              {"job_title", ofFirst<positions, title>},
              {"college", ofFirst<schools, name>},
              {"place", placeOf},
              {"linkedin", linkedinOf},
              {"status", statusOf},
              {"tags", [](const Json &body) { return textsAt(body, "tags").join(u", "_s); }},
              {"next_action_date", plain<nextActionDate>},
              {"last_contact_date", plain<lastContactDate>},
              {"created_at", plain<createdAt>},
              {"sample", [](const Json &body) { return boolAt(body, "sample") ? u"1"_s : QString(); }},
              {"search", searchOf}}});
    tables.push_back({Kind::draft,
                      "draft",
                      {{"contact_id", plain<contactId>},
                       {"run_id", plain<runId>},
                       {"mail_state", plain<state>},
                       {"subject", plain<subject>},
                       {"created_at", plain<createdAt>}}});
    tables.push_back({Kind::run, "run", {{"provider", plain<provider>}, {"created_at", plain<createdAt>}}});
    tables.push_back({Kind::prep,
                      "prep",
                      {{"contact_id", plain<contactId>},
                       {"prep_status", plain<prepStatus>},
                       {"created_at", plain<createdAt>}}});
    tables.push_back({Kind::profile, "profile", {}});
    tables.push_back(
            {Kind::resume, "resume", {{"file_name", plain<fileName>}, {"created_at", plain<createdAt>}}});
    tables.push_back({Kind::mailTemplate, "template", {{"name", plain<name>}}});
    return tables;
}

} // namespace

const KindTable &tableOf(Kind kind)
{
    static const std::vector<KindTable> tables = makeTables();
    return *std::ranges::find(tables, kind, &KindTable::kind);
}

LongText longTextOf(Kind kind, const Json &body)
{
    switch (kind) {
    case Kind::contact: {
        const QString notes = textAt(body, "notes");
        return notes.isEmpty() ? LongText {} : LongText {nameOf(body), notes};
    }
    case Kind::draft:
        return {textAt(body, "subject"), textAt(body, "body")};
    case Kind::prep: {
        QStringList texts {textAt(body, "notes")};
        for (const Json &claim : arrayAt(body, "brief")) {
            texts << textAt(claim, "text");
        }
        return {nameOf(member(body, "contactData")), texts.join(u'\n')};
    }
    default:
        return {};
    }
}

} // namespace crema::store
