// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/profile.h"

#include "base/text.h"
#include "model/contactdocument.h"
#include "model/extrafields.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace crema {

namespace {

constexpr std::array profileTexts {
        BodyText<Profile> {"name", &Profile::name},
        BodyText<Profile> {"email", &Profile::email},
        BodyText<Profile> {"phone", &Profile::phone},
        BodyText<Profile> {"linkedinUrl", &Profile::linkedinUrl},
        BodyText<Profile> {"university", &Profile::university},
        BodyText<Profile> {"degree", &Profile::degree},
        BodyText<Profile> {"major", &Profile::major},
        BodyText<Profile> {"graduationYear", &Profile::graduationYear},
        BodyText<Profile> {"hometown", &Profile::hometown},
        BodyText<Profile> {"signature", &Profile::signature},
};
constexpr std::array profileOthers {"interests", "companies", "experience", "sources", "writing"};

constexpr std::array resumeTexts {
        BodyText<Resume> {"fileName", &Resume::fileName},   BodyText<Resume> {"file", &Resume::file},
        BodyText<Resume> {"mediaType", &Resume::mediaType}, BodyText<Resume> {"text", &Resume::text},
        BodyText<Resume> {"createdAt", &Resume::createdAt},
};
constexpr std::array resumeOthers {"facts", "isDefault"};

struct FactField
{
    const char *key;
    ResumeLine ResumeFacts::*fact;
    QString Profile::*member;
};

constexpr std::array factFields {
        FactField {"name", &ResumeFacts::name, &Profile::name},
        FactField {"email", &ResumeFacts::email, &Profile::email},
        FactField {"phone", &ResumeFacts::phone, &Profile::phone},
        FactField {"linkedinUrl", &ResumeFacts::linkedinUrl, &Profile::linkedinUrl},
        FactField {"university", &ResumeFacts::university, &Profile::university},
        FactField {"degree", &ResumeFacts::degree, &Profile::degree},
        FactField {"major", &ResumeFacts::major, &Profile::major},
        FactField {"graduationYear", &ResumeFacts::graduationYear, &Profile::graduationYear},
        FactField {"hometown", &ResumeFacts::hometown, &Profile::hometown},
};

Json lineJson(const ResumeLine &line)
{
    return {{"text", line.text}, {"line", line.line}};
}

ResumeLine lineFrom(const Json &json)
{
    return {textAt(json, "text"), static_cast<int>(intAt(json, "line"))};
}

Json linesJson(const QVector<ResumeLine> &lines)
{
    Json json = Json::array();
    for (const ResumeLine &line : lines) {
        json.push_back(lineJson(line));
    }
    return json;
}

QVector<ResumeLine> linesFrom(const Json &json)
{
    QVector<ResumeLine> lines;
    for (const Json &item : json) {
        lines << lineFrom(item);
    }
    return lines;
}

Source handSource()
{
    Source source;
    source.kind = SourceKind::hand;
    return source;
}

Source resumeSource(const Resume &resume, const ResumeLine &line)
{
    Source source;
    source.kind = SourceKind::resume;
    source.recordId = resume.id;
    source.field = u"line %1"_s.arg(line.line);
    source.quote = line.text;
    return source;
}

bool isByHand(const Profile &profile, const QString &field)
{
    const auto it = profile.sources.find(field);
    return it != profile.sources.end() && it->kind == SourceKind::hand;
}

QString checkProfileField(const QString &field, const QString &value)
{
    if (value.isEmpty()) {
        return {};
    }
    if (field == "email"_L1 && !isEmailAddress(value)) {
        return u"\"%1\" is not an email address."_s.arg(value);
    }
    const bool year = value.size() == 4 && value.toInt() >= 1940 && value.toInt() <= 2100;
    if (field == "graduationYear"_L1 && !year) {
        return u"\"%1\" is not a year such as 2027."_s.arg(value);
    }
    return {};
}

} // namespace

const QStringList &profileFields()
{
    static const QStringList fields {u"name"_s,       u"email"_s,     u"phone"_s,    u"linkedinUrl"_s,
                                     u"university"_s, u"degree"_s,    u"major"_s,    u"graduationYear"_s,
                                     u"hometown"_s,   u"interests"_s, u"signature"_s};
    return fields;
}

QString profileField(const Profile &profile, const QString &field)
{
    if (field == "interests"_L1) {
        return profile.interests.join(u", "_s);
    }
    for (const auto &text : profileTexts) {
        if (field == QLatin1StringView(text.key)) {
            return profile.*text.member;
        }
    }
    return {};
}

Result<> setProfileField(Profile &profile, const QString &field, const QString &value)
{
    if (writingFields().contains(field)) {
        return setWritingField(profile.writing, field, value);
    }
    if (!profileFields().contains(field)) {
        return failure(ErrorKind::rejectedInput,
                       u"There is no profile field \"%1\". The fields are: %2."_s.arg(
                               field, (profileFields() + writingFields()).join(u", "_s)));
    }
    const QString text = field == "signature"_L1 ? cleanText(value) : cleanLine(value);
    if (const QString problem = checkProfileField(field, text); !problem.isEmpty()) {
        return failure(ErrorKind::rejectedInput, problem);
    }
    profile.sources.insert(field, handSource());
    if (field == "interests"_L1) {
        profile.interests.clear();
        for (const QString &interest : text.split(u',', Qt::SkipEmptyParts)) {
            profile.interests << interest.trimmed();
        }
        return {};
    }
    for (const auto &member : profileTexts) {
        if (field == QLatin1StringView(member.key)) {
            profile.*member.member = text;
        }
    }
    return {};
}

void fillFromResume(Profile &profile, const Resume &resume)
{
    for (const FactField &field : factFields) {
        const QString key = QString::fromLatin1(field.key);
        if (isByHand(profile, key)) {
            continue;
        }
        const ResumeLine &fact = resume.facts.*field.fact;
        profile.*field.member = fact.text;
        if (fact.text.isEmpty()) {
            profile.sources.remove(key);
        } else {
            profile.sources.insert(key, resumeSource(resume, fact));
        }
    }
    const auto fillLines = [&](const QString &key, QVector<ResumeLine> &into,
                               const QVector<ResumeLine> &lines) {
        if (!isByHand(profile, key)) {
            into = lines;
            profile.sources.insert(key, resumeSource(resume, lines.value(0)));
        }
    };
    fillLines(u"companies"_s, profile.companies, resume.facts.companies);
    fillLines(u"experience"_s, profile.experience, resume.facts.experience);
}

QString signatureOf(const Profile &profile)
{
    if (!profile.signature.isEmpty()) {
        return profile.signature;
    }
    QStringList lines;
    const auto add = [&lines](const QString &line) {
        if (!line.isEmpty()) {
            lines << line;
        }
    };
    add(profile.name);
    QStringList study;
    for (const QString &part : {profile.major, profile.university}) {
        if (!part.isEmpty()) {
            study << part;
        }
    }
    add(study.join(u", "_s));
    add(profile.email);
    add(profile.phone);
    add(profile.linkedinUrl);
    return lines.join(u'\n');
}

Json toJson(const ResumeFacts &facts)
{
    Json json = Json::object();
    for (const FactField &field : factFields) {
        const ResumeLine &fact = facts.*field.fact;
        if (!fact.text.isEmpty()) {
            json[field.key] = lineJson(fact);
        }
    }
    json["companies"] = linesJson(facts.companies);
    json["experience"] = linesJson(facts.experience);
    return json;
}

ResumeFacts resumeFactsFrom(const Json &json)
{
    ResumeFacts facts;
    for (const FactField &field : factFields) {
        facts.*field.fact = lineFrom(member(json, field.key));
    }
    facts.companies = linesFrom(arrayAt(json, "companies"));
    facts.experience = linesFrom(arrayAt(json, "experience"));
    return facts;
}

Json toBody(const Resume &resume)
{
    Json body = writeTexts(resume, resumeTexts);
    body["facts"] = toJson(resume.facts);
    if (resume.isDefault) {
        body["isDefault"] = true;
    }
    return body;
}

Resume resumeFrom(const QString &id, const Json &body)
{
    Resume resume;
    resume.id = id;
    readTexts(resume, resumeTexts, body);
    resume.facts = resumeFactsFrom(member(body, "facts"));
    resume.isDefault = boolAt(body, "isDefault");
    readExtra(resume, resumeTexts, resumeOthers, body);
    return resume;
}

Json toBody(const Profile &profile)
{
    Json body = writeTexts(profile, profileTexts);
    if (!profile.interests.isEmpty()) {
        body["interests"] = jsonTexts(profile.interests);
    }
    if (!profile.companies.isEmpty()) {
        body["companies"] = linesJson(profile.companies);
    }
    if (!profile.experience.isEmpty()) {
        body["experience"] = linesJson(profile.experience);
    }
    Json sources = Json::object();
    for (const auto &[field, source] : profile.sources.asKeyValueRange()) {
        sources[field.toStdString()] = toJson(source);
    }
    if (!sources.empty()) {
        body["sources"] = std::move(sources);
    }
    if (Json writing = toJson(profile.writing); !writing.empty()) {
        body["writing"] = std::move(writing);
    }
    return body;
}

Profile profileFrom(const Json &body)
{
    Profile profile;
    readTexts(profile, profileTexts, body);
    profile.interests = textsAt(body, "interests");
    profile.companies = linesFrom(arrayAt(body, "companies"));
    profile.experience = linesFrom(arrayAt(body, "experience"));
    profile.writing = writingStyleFrom(member(body, "writing"));
    const Json &sources = member(body, "sources");
    if (sources.is_object()) {
        for (const auto &[field, source] : sources.items()) {
            profile.sources.insert(QString::fromStdString(field), sourceFrom(source));
        }
    }
    readExtra(profile, profileTexts, profileOthers, body);
    return profile;
}

} // namespace crema
