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
    source.field = line.line > 0 ? u"line %1"_s.arg(line.line) : u"corrected by you"_s;
    source.quote = line.text;
    return source;
}

bool isByHand(const Profile &profile, const QString &field)
{
    const auto it = profile.sources.find(field);
    return it != profile.sources.end() && it->kind == SourceKind::hand;
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
    if (const QString problem = factProblem(field, text); !problem.isEmpty()) {
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
    for (const auto &field : profileTexts) {
        const QString key = QString::fromLatin1(field.key);
        if (isByHand(profile, key) || !factFields().contains(key)) {
            continue;
        }
        const ResumeLine fact = factOf(resume.facts, key);
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

Json toBody(const Profile &profile)
{
    Json body = writeTexts(profile, profileTexts);
    if (!profile.interests.isEmpty()) {
        body["interests"] = jsonTexts(profile.interests);
    }
    if (!profile.companies.isEmpty()) {
        body["companies"] = toJson(profile.companies);
    }
    if (!profile.experience.isEmpty()) {
        body["experience"] = toJson(profile.experience);
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
    profile.companies = resumeLinesFrom(arrayAt(body, "companies"));
    profile.experience = resumeLinesFrom(arrayAt(body, "experience"));
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
