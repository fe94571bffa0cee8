// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/prep.h"

#include "base/dates.h"
#include "base/text.h"
#include "model/extrafields.h"

#include <QUrl>

namespace crema {

namespace {

// Names of the web service's documents where it has them (firestore layout, DESIGN 9).
constexpr std::array textFields {
        BodyText<Prep> {"contactId", &Prep::contactId},   BodyText<Prep> {"linkedinUrl", &Prep::linkedinUrl},
        BodyText<Prep> {"status", &Prep::status},         BodyText<Prep> {"error", &Prep::error},
        BodyText<Prep> {"newsNote", &Prep::newsNote},     BodyText<Prep> {"profileNote", &Prep::profileNote},
        BodyText<Prep> {"notes", &Prep::notes},           BodyText<Prep> {"outcome", &Prep::outcome},
        BodyText<Prep> {"pdfFile", &Prep::pdfFile},       BodyText<Prep> {"renderedAt", &Prep::renderedAt},
        BodyText<Prep> {"createdAt", &Prep::createdAt},   BodyText<Prep> {"completedAt", &Prep::completedAt},
        BodyText<Prep> {"preparedOn", &Prep::preparedOn},
};
constexpr std::array otherFields {"contactData",   "brief",       "similarities", "coffeeQuestions",
                                  "talkingPoints", "companyNews", "dos",          "avoid",
                                  "vendorProfile", "cost",        "promises",     "chatMinutes",
                                  "versions"};

Json sourcesJson(const QVector<Source> &sources)
{
    Json json = Json::array();
    for (const Source &source : sources) {
        json.push_back(toJson(source));
    }
    return json;
}

template <typename Item, typename Write>
void putItems(Json &body, const char *key, const QVector<Item> &items, Write write)
{
    if (items.isEmpty()) {
        return;
    }
    Json list = Json::array();
    for (const Item &item : items) {
        list.push_back(write(item));
    }
    body[key] = std::move(list);
}

Json toFullBody(const Contact &person)
{
    Json body = toBody(person);
    putText(body, "id", person.id);
    return body;
}

Json promiseJson(const Promise &promise)
{
    Json json {{"text", promise.text}};
    putText(json, "due", promise.due);
    if (promise.kept) {
        json["kept"] = true;
    }
    return json;
}

void putNumber(Json &body, const char *key, int number)
{
    if (number != 0) {
        body[key] = number;
    }
}

/// What the user did during the chat, and what earlier PDFs there were.
void readChat(Prep &prep, const Json &body)
{
    prep.cost = static_cast<int>(intAt(body, "cost"));
    prep.chatMinutes = static_cast<int>(intAt(body, "chatMinutes"));
    for (const Json &promise : arrayAt(body, "promises")) {
        prep.promises << Promise {textAt(promise, "text"), textAt(promise, "due"), boolAt(promise, "kept")};
    }
    for (const Json &version : arrayAt(body, "versions")) {
        prep.versions << PrepVersion {textAt(version, "file"), textAt(version, "at")};
    }
}

Json newsJson(const NewsItem &item)
{
    Json json = Json::object();
    putText(json, "title", item.title);
    putText(json, "publisher", item.publisher);
    putText(json, "url", item.url);
    putText(json, "date", item.date);
    return json;
}

} // namespace

Json toJson(const Similarity &similarity)
{
    return {{"kind", similarity.kind},
            {"text", similarity.text},
            {"sources", sourcesJson(similarity.sources)}};
}

Similarity similarityFrom(const Json &json)
{
    Similarity similarity {textAt(json, "kind"), textAt(json, "text"), {}};
    for (const Json &source : arrayAt(json, "sources")) {
        similarity.sources << sourceFrom(source);
    }
    return similarity;
}

Json toJson(const Question &question)
{
    Json json {{"kind", question.kind}, {"text", question.text}};
    putText(json, "because", question.because);
    putText(json, "answer", question.answer);
    if (question.asked) {
        json["asked"] = true;
    }
    return json;
}

Question questionFrom(const Json &json)
{
    return {textAt(json, "kind"), textAt(json, "text"), textAt(json, "because"), boolAt(json, "asked"),
            textAt(json, "answer")};
}

QString Prep::title() const
{
    if (!person.name().isEmpty()) {
        return person.name();
    }
    const QString path = linkedinUrl.section(u'?', 0, 0).section(u'#', 0, 0);
    const QString name = path.section(u'/', -1, -1, QString::SectionSkipEmpty);
    return cleanLine(QUrl::fromPercentEncoding(name.toUtf8()));
}

QDate Prep::day() const
{
    const QDate stored = QDate::fromString(preparedOn, Qt::ISODate);
    return stored.isValid() ? stored : fromStoredTime(createdAt).toLocalTime().date();
}

Json toBody(const Prep &prep)
{
    Json body = writeTexts(prep, textFields);
    body["contactData"] = toFullBody(prep.person);
    putItems(body, "brief", prep.brief, [](const Claim &claim) { return toJson(claim); });
    putItems(body, "similarities", prep.similarities, [](const Similarity &item) { return toJson(item); });
    putItems(body, "coffeeQuestions", prep.questions, [](const Question &item) { return toJson(item); });
    putItems(body, "talkingPoints", prep.talkingPoints, [](const QString &point) { return Json(point); });
    putItems(body, "dos", prep.dos, [](const QString &advice) { return Json(advice); });
    putItems(body, "avoid", prep.avoid, [](const QString &advice) { return Json(advice); });
    putItems(body, "companyNews", prep.news, newsJson);
    putItems(body, "promises", prep.promises, promiseJson);
    putItems(body, "versions", prep.versions,
             [](const PrepVersion &version) { return Json {{"file", version.file}, {"at", version.at}}; });
    putNumber(body, "cost", prep.cost);
    putNumber(body, "chatMinutes", prep.chatMinutes);
    if (!prep.vendorProfile.empty()) {
        body["vendorProfile"] = prep.vendorProfile;
    }
    return body;
}

Prep prepFrom(const QString &id, const Json &body)
{
    Prep prep;
    prep.id = id;
    readTexts(prep, textFields, body);
    const Json &person = member(body, "contactData");
    prep.person = contactFrom(textAt(person, "id"), person);
    prep.person.extra.erase("id");
    for (const Json &claim : arrayAt(body, "brief")) {
        prep.brief << claimFrom(claim);
    }
    for (const Json &similarity : arrayAt(body, "similarities")) {
        prep.similarities << similarityFrom(similarity);
    }
    for (const Json &question : arrayAt(body, "coffeeQuestions")) {
        prep.questions << questionFrom(question);
    }
    prep.talkingPoints = textsAt(body, "talkingPoints");
    prep.dos = textsAt(body, "dos");
    prep.avoid = textsAt(body, "avoid");
    for (const Json &item : arrayAt(body, "companyNews")) {
        prep.news << NewsItem {textAt(item, "title"), textAt(item, "publisher"), textAt(item, "url"),
                               textAt(item, "date")};
    }
    readChat(prep, body);
    if (const Json &profile = member(body, "vendorProfile"); profile.is_object()) {
        prep.vendorProfile = profile;
    }
    readExtra(prep, textFields, otherFields, body);
    return prep;
}

} // namespace crema
