// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include "base/text.h"
#include "model/status.h"
#include "store/searchtext.h"

#include <algorithm>

namespace crema::store {

namespace {

const Json &firstOf(const Json &body, const char *list)
{
    // Lists are stored in order, so the first item is the preferred one.
    const Json &items = arrayAt(body, list);
    static const Json none;
    return items.empty() ? none : items.front();
}

void join(std::string &text, std::string_view separator, std::string_view part)
{
    if (!part.empty()) {
        text.append(text.empty() ? std::string_view() : separator).append(part);
    }
}

std::string nameOf(const Json &body)
{
    std::string name(utf8At(body, "firstName"));
    join(name, " ", utf8At(body, "lastName"));
    return name;
}

/// By what the list is sorted; people without a name stand by their address instead of all at the top.
std::string sortNameOf(const Json &body)
{
    const std::string name = nameOf(body);
    const std::string_view shown = name.empty() ? utf8At(firstOf(body, "addresses"), "value") : name;
    return fold(QString::fromUtf8(shown.data(), static_cast<qsizetype>(shown.size()))).toStdString();
}

std::string linkedinOf(const Json &body)
{
    for (const Json &link : arrayAt(body, "links")) {
        if (utf8At(link, "kind") == "linkedin") {
            return std::string(utf8At(link, "value"));
        }
    }
    return {};
}

std::string placeOf(const Json &body)
{
    std::string place(utf8At(body, "location"));
    if (place.empty()) {
        for (const char *part : {"city", "state", "country"}) {
            join(place, ", ", utf8At(body, part));
        }
    }
    return place;
}

std::string statusOf(const Json &body)
{
    const std::string_view status = utf8At(body, "status");
    return status.empty() ? initialStatus().toStdString() : std::string(status);
}

std::string tagsOf(const Json &body)
{
    std::string tags;
    for (const Json &tag : arrayAt(body, "tags")) {
        join(tags, ", ", utf8Of(tag));
    }
    return tags;
}

std::string sampleOf(const Json &body)
{
    return boolAt(body, "sample") ? "1" : "";
}

std::string unreadReplyOf(const Json &body)
{
    return boolAt(body, "hasUnreadReply") ? "1" : "";
}

template <const char *list, const char *key>
std::string ofFirst(const Json &body)
{
    return std::string(utf8At(firstOf(body, list), key));
}

template <const char *key>
std::string plain(const Json &body)
{
    return std::string(utf8At(body, key));
}

/// Every value of one member over a list, so that a second address or an earlier firm is found too.
void appendAll(std::string &words, const Json &body, const char *list, const char *key)
{
    words += '\t';
    for (const Json &item : arrayAt(body, list)) {
        appendWords(words, utf8At(item, key));
    }
}

constexpr char addresses[] = "addresses", positions[] = "positions", schools[] = "schools", value[] = "value",
               company[] = "company", title[] = "title", name[] = "name", createdAt[] = "createdAt",
               contactId[] = "contactId", runId[] = "runId", state[] = "state", subject[] = "subject",
               prepStatus[] = "status", nextActionDate[] = "nextActionDate",
               lastContactDate[] = "lastContactDate", provider[] = "provider", fileName[] = "fileName";

std::vector<KindTable> makeTables()
{
    std::vector<KindTable> tables;
    tables.push_back({Kind::contact,
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
                       {"tags", tagsOf},
                       {"next_action_date", plain<nextActionDate>},
                       {"last_contact_date", plain<lastContactDate>},
                       {"created_at", plain<createdAt>},
                       {"sample", sampleOf},
                       {"run_id", plain<runId>},
                       {"unread_reply", unreadReplyOf}}});
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
    case Kind::draft:
        return {std::string(utf8At(body, "subject")), std::string(utf8At(body, "body"))};
    case Kind::prep: {
        std::string text(utf8At(body, "notes"));
        for (const Json &claim : arrayAt(body, "brief")) {
            join(text, "\n", utf8At(claim, "text"));
        }
        return {nameOf(member(body, "contactData")), text};
    }
    default:
        return {};
    }
}

std::string peopleWordsOf(const Json &body)
{
    std::string words;
    words.reserve(160);
    appendWords(words, nameOf(body));
    appendAll(words, body, "positions", "company");
    appendAll(words, body, "addresses", "value");
    appendAll(words, body, "positions", "title");
    appendAll(words, body, "schools", "name");
    words += '\t';
    appendWords(words, placeOf(body));
    words += '\t';
    for (const Json &tag : arrayAt(body, "tags")) {
        appendWords(words, utf8Of(tag));
    }
    words += '\t';
    appendWords(words, utf8At(body, "notes"));
    return words;
}

} // namespace crema::store
