// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resume.h"

#include "model/extrafields.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace crema {

namespace {

constexpr std::array resumeTexts {
        BodyText<Resume> {"fileName", &Resume::fileName}, BodyText<Resume> {"label", &Resume::label},
        BodyText<Resume> {"file", &Resume::file},         BodyText<Resume> {"mediaType", &Resume::mediaType},
        BodyText<Resume> {"text", &Resume::text},         BodyText<Resume> {"createdAt", &Resume::createdAt},
};
constexpr std::array resumeOthers {"facts",      "isDefault",      "corrections", "places",
                                   "textOrigin", "readingVersion", "isProtected"};

struct FactField
{
    const char *key;
    ResumeLine ResumeFacts::*fact;
};

constexpr std::array singleFacts {
        FactField {"name", &ResumeFacts::name},
        FactField {"email", &ResumeFacts::email},
        FactField {"phone", &ResumeFacts::phone},
        FactField {"linkedinUrl", &ResumeFacts::linkedinUrl},
        FactField {"university", &ResumeFacts::university},
        FactField {"degree", &ResumeFacts::degree},
        FactField {"major", &ResumeFacts::major},
        FactField {"graduationYear", &ResumeFacts::graduationYear},
        FactField {"hometown", &ResumeFacts::hometown},
};

Json lineJson(const ResumeLine &line)
{
    return {{"text", line.text}, {"line", line.line}};
}

ResumeLine lineFrom(const Json &json)
{
    return {textAt(json, "text"), static_cast<int>(intAt(json, "line"))};
}

QVector<FactCorrection> correctionsFrom(const Json &json)
{
    QVector<FactCorrection> corrections;
    for (const Json &item : json) {
        corrections << FactCorrection {textAt(item, "field"), lineFrom(member(item, "read")),
                                       textAt(item, "text")};
    }
    return corrections;
}

// A line each: its number, its page, left, top, width, height in tenths of a point.
Json placesJson(const QVector<LinePlace> &places)
{
    Json json = Json::array();
    const auto tenths = [](double points) { return std::lround(points * 10); };
    for (const LinePlace &place : places) {
        const QRectF &area = place.area;
        json.push_back(Json::array({place.line, place.page, tenths(area.left()), tenths(area.top()),
                                    tenths(area.width()), tenths(area.height())}));
    }
    return json;
}

QVector<LinePlace> placesFrom(const Json &json)
{
    QVector<LinePlace> places;
    for (const Json &item : json) {
        if (!item.is_array() || item.size() != 6) {
            continue;
        }
        std::array<qint64, 6> numbers {};
        for (size_t i = 0; i < numbers.size(); ++i) {
            numbers[i] = intOf(item[i]).value_or(0);
        }
        const auto points = [&numbers](size_t i) { return static_cast<double>(numbers[i]) / 10; };
        places << LinePlace {static_cast<int>(numbers[0]), static_cast<int>(numbers[1]),
                             QRectF(points(2), points(3), points(4), points(5))};
    }
    return places;
}

TextOrigin textOriginFrom(const QString &name)
{
    return name == "typed"_L1         ? TextOrigin::typed
            : name == "recognised"_L1 ? TextOrigin::recognised
                                      : TextOrigin::file;
}

} // namespace

const QStringList &factFields()
{
    static const QStringList fields = [] {
        QStringList names;
        for (const FactField &field : singleFacts) {
            names << QString::fromLatin1(field.key);
        }
        return names;
    }();
    return fields;
}

const QStringList &factLists()
{
    static const QStringList lists {u"companies"_s, u"experience"_s};
    return lists;
}

ResumeLine factOf(const ResumeFacts &facts, const QString &field)
{
    for (const FactField &single : singleFacts) {
        if (field == QLatin1StringView(single.key)) {
            return facts.*single.fact;
        }
    }
    return {};
}

QVector<ResumeLine> factListOf(const ResumeFacts &facts, const QString &field)
{
    return field == "companies"_L1     ? facts.companies
            : field == "experience"_L1 ? facts.experience
                                       : QVector<ResumeLine>();
}

void applyCorrections(Resume &resume)
{
    ResumeFacts facts;
    for (const ShownFact &shown : shownFacts(resume)) {
        if (shown.text.isEmpty()) {
            continue;
        }
        // Words that do not stand in the document have no line in it.
        const ResumeLine fact {shown.text, shown.corrected ? 0 : shown.read.line};
        if (shown.field == "companies"_L1) {
            facts.companies << fact;
        } else if (shown.field == "experience"_L1) {
            facts.experience << fact;
        } else {
            for (const FactField &single : singleFacts) {
                if (shown.field == QLatin1StringView(single.key)) {
                    facts.*single.fact = fact;
                }
            }
        }
    }
    resume.facts = std::move(facts);
}

Json toJson(const QVector<ResumeLine> &lines)
{
    Json json = Json::array();
    for (const ResumeLine &line : lines) {
        json.push_back(lineJson(line));
    }
    return json;
}

QVector<ResumeLine> resumeLinesFrom(const Json &json)
{
    QVector<ResumeLine> lines;
    for (const Json &item : json) {
        lines << lineFrom(item);
    }
    return lines;
}

Json toJson(const ResumeFacts &facts)
{
    Json json = Json::object();
    for (const FactField &field : singleFacts) {
        const ResumeLine &fact = facts.*field.fact;
        if (!fact.text.isEmpty()) {
            json[field.key] = lineJson(fact);
        }
    }
    json["companies"] = toJson(facts.companies);
    json["experience"] = toJson(facts.experience);
    return json;
}

ResumeFacts resumeFactsFrom(const Json &json)
{
    ResumeFacts facts;
    for (const FactField &field : singleFacts) {
        facts.*field.fact = lineFrom(member(json, field.key));
    }
    facts.companies = resumeLinesFrom(arrayAt(json, "companies"));
    facts.experience = resumeLinesFrom(arrayAt(json, "experience"));
    return facts;
}

Json toJson(const QVector<FactCorrection> &corrections)
{
    Json json = Json::array();
    for (const FactCorrection &correction : corrections) {
        Json item {{"field", correction.field}};
        if (!correction.read.text.isEmpty()) {
            item["read"] = lineJson(correction.read);
        }
        putText(item, "text", correction.text);
        json.push_back(std::move(item));
    }
    return json;
}

QString textOriginName(TextOrigin origin)
{
    switch (origin) {
    case TextOrigin::file:
        return u"file"_s;
    case TextOrigin::typed:
        return u"typed"_s;
    case TextOrigin::recognised:
        return u"recognised"_s;
    }
    return {};
}

// "facts" are what was read, as in every earlier version; what the user put right stands beside them.
Json toBody(const Resume &resume)
{
    Json body = writeTexts(resume, resumeTexts);
    body["facts"] = toJson(resume.read);
    if (resume.isDefault) {
        body["isDefault"] = true;
    }
    if (resume.isProtected) {
        body["isProtected"] = true;
    }
    if (resume.textOrigin != TextOrigin::file) {
        body["textOrigin"] = textOriginName(resume.textOrigin);
    }
    if (resume.readingVersion > 0) {
        body["readingVersion"] = resume.readingVersion;
    }
    if (!resume.corrections.isEmpty()) {
        body["corrections"] = toJson(resume.corrections);
    }
    if (!resume.places.isEmpty()) {
        body["places"] = placesJson(resume.places);
    }
    return body;
}

Resume resumeFrom(const QString &id, const Json &body)
{
    Resume resume;
    resume.id = id;
    readTexts(resume, resumeTexts, body);
    resume.read = resumeFactsFrom(member(body, "facts"));
    resume.corrections = correctionsFrom(arrayAt(body, "corrections"));
    resume.places = placesFrom(arrayAt(body, "places"));
    resume.textOrigin = textOriginFrom(textAt(body, "textOrigin"));
    resume.readingVersion = static_cast<int>(intAt(body, "readingVersion"));
    resume.isDefault = boolAt(body, "isDefault");
    resume.isProtected = boolAt(body, "isProtected");
    readExtra(resume, resumeTexts, resumeOthers, body);
    applyCorrections(resume);
    return resume;
}

} // namespace crema
