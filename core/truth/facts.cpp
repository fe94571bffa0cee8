// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/facts.h"

#include "base/text.h"
#include "truth/leftovers.h"
#include "truth/standing.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("facts", text);
}

struct FieldWords
{
    const char *field;
    const char *words;
};

constexpr std::array fieldWords {
        FieldWords {"name", QT_TRANSLATE_NOOP("facts", "name")},
        FieldWords {"firstName", QT_TRANSLATE_NOOP("facts", "first name")},
        FieldWords {"lastName", QT_TRANSLATE_NOOP("facts", "last name")},
        FieldWords {"company", QT_TRANSLATE_NOOP("facts", "company")},
        FieldWords {"companies", QT_TRANSLATE_NOOP("facts", "employer")},
        FieldWords {"title", QT_TRANSLATE_NOOP("facts", "title")},
        FieldWords {"from", QT_TRANSLATE_NOOP("facts", "from")},
        FieldWords {"to", QT_TRANSLATE_NOOP("facts", "until")},
        FieldWords {"school", QT_TRANSLATE_NOOP("facts", "school")},
        FieldWords {"university", QT_TRANSLATE_NOOP("facts", "university")},
        FieldWords {"degree", QT_TRANSLATE_NOOP("facts", "degree")},
        FieldWords {"field", QT_TRANSLATE_NOOP("facts", "field of study")},
        FieldWords {"major", QT_TRANSLATE_NOOP("facts", "field of study")},
        FieldWords {"graduationYear", QT_TRANSLATE_NOOP("facts", "graduation year")},
        FieldWords {"hometown", QT_TRANSLATE_NOOP("facts", "hometown")},
        FieldWords {"interests", QT_TRANSLATE_NOOP("facts", "interests")},
        FieldWords {"experience", QT_TRANSLATE_NOOP("facts", "experience")},
        FieldWords {"headline", QT_TRANSLATE_NOOP("facts", "headline")},
        FieldWords {"industry", QT_TRANSLATE_NOOP("facts", "industry")},
        FieldWords {"city", QT_TRANSLATE_NOOP("facts", "city")},
        FieldWords {"location", QT_TRANSLATE_NOOP("facts", "location")},
        FieldWords {"state", QT_TRANSLATE_NOOP("facts", "state")},
        FieldWords {"country", QT_TRANSLATE_NOOP("facts", "country")},
};

QString wordsFor(const QString &field)
{
    for (const FieldWords &entry : fieldWords) {
        if (field == QLatin1StringView(entry.field)) {
            return said(entry.words);
        }
    }
    return field;
}

bool anyWhole(const QString &folded, const QStringList &phrases)
{
    return std::ranges::any_of(phrases, [&](const QString &phrase) { return folded == phrase; });
}

// Collects the facts of one person.
class FactList
{
public:
    explicit FactList(FactAbout about) : m_about(about) { }

    void add(const QString &name, const QString &value, const Source &source, qsizetype item = 0)
    {
        if (sayable(value).isEmpty()) {
            return;
        }
        const QString text = m_about == FactAbout::sender ? said("The sender's %1: %2")
                                                          : said("The recipient's %1: %2");
        m_facts << Fact {m_about, name, item, value, text.arg(wordsFor(name), value), source};
    }

    [[nodiscard]] QVector<Fact> take() { return std::move(m_facts); }

private:
    FactAbout m_about;
    QVector<Fact> m_facts;
};

} // namespace

QString sayable(QStringView value)
{
    const QString line = cleanValue(value);
    if (line.contains(u"://"_s) || line.contains(u'@') || !leftoversIn(line).isEmpty()) {
        return {};
    }
    const QList<uint> characters = line.toUcs4();
    const bool hasWord = std::ranges::any_of(
            characters, [](uint c) { return QChar::isLetterOrNumber(c); }); // an emoji is none
    return hasWord ? line : QString();
}

bool isFirm(QStringView company)
{
    static const QStringList noFirms {
            u"self employed"_s,
            u"selfemployed"_s,
            u"self"_s,
            u"freelance"_s,
            u"freelancer"_s,
            u"freelancing"_s,
            u"independent"_s,
            u"independent contractor"_s,
            u"independent consultant"_s,
            u"consultant"_s,
            u"contractor"_s,
            u"retired"_s,
            u"unemployed"_s,
            u"confidential"_s,
            u"undisclosed"_s,
            u"stealth"_s,
            u"stealth startup"_s,
            u"stealth mode"_s,
            u"stealth company"_s,
            u"stealth mode startup"_s,
            u"stealth mode startup company"_s,
            u"various"_s,
            u"private"_s,
            u"company"_s,
            u"my own company"_s,
            u"startup"_s,
            u"student"_s,
            u"homemaker"_s,
            u"career break"_s,
            u"unknown company"_s,
            u"not employed"_s,
            u"currently unemployed"_s,
            u"seeking new opportunities"_s,
            u"open to work"_s,
            u"looking for opportunities"_s,
            u"home"_s,
            u"selbststandig"_s,
            u"freiberuflich"_s,
            u"autonomo"_s,
            u"independiente"_s,
            u"autoentrepreneur"_s,
    };
    return !sayable(company).isEmpty() && !anyWhole(foldedWords(company).join(u' '), noFirms);
}

bool isJob(QStringView title)
{
    return !sayable(title).isEmpty() && titleKind(title) == TitleKind::job;
}

Source profileSource(const Profile &profile, const QString &field)
{
    const QString value = profileField(profile, field);
    const auto known = profile.sources.find(field);
    if (known != profile.sources.end() && known->kind == SourceKind::resume) {
        Source source = *known;
        // The profile's own words win: a resume line that says something else is not their source.
        if (containsWords(source.quote, value)) {
            source.label = said("your resume, %1").arg(source.field);
            return source;
        }
    }
    Source source;
    source.kind = SourceKind::profileField;
    source.field = field;
    source.quote = value;
    source.label = said("your profile, %1").arg(wordsFor(field));
    source.at = known == profile.sources.end() ? QString() : known->at;
    return source;
}

Source profileLineSource(const Profile &profile, const QString &field, const ResumeLine &line)
{
    Source source;
    source.quote = line.text;
    const auto known = profile.sources.find(field);
    if (line.line > 0) {
        source.kind = SourceKind::resume;
        source.recordId = known == profile.sources.end() ? QString() : known->recordId;
        source.field = u"line %1"_s.arg(line.line);
        source.label = said("your resume, %1").arg(source.field);
        return source;
    }
    source.kind = SourceKind::profileField;
    source.field = field;
    source.label = said("your profile, %1").arg(wordsFor(field));
    return source;
}

Source contactSource(const Contact &contact, const QString &field, const QString &quote)
{
    Source source;
    source.kind = SourceKind::contactField;
    source.recordId = contact.id;
    source.field = field;
    source.quote = quote;
    const QString top = field.section(u'/', 0, 0);
    const QString member = field.section(u'/', -1);
    const QString who = contact.name().isEmpty() ? said("the contact") : contact.name();
    const QString shown = top == "schools"_L1 && member == "name"_L1 ? u"school"_s : member;
    const auto known = contact.sources.find(top);
    source.label = said("record of %1, %2").arg(who, wordsFor(shown));
    if (known != contact.sources.end()) {
        source.at = known->at;
        if (!known->label.isEmpty()) {
            source.label += u" (%1)"_s.arg(known->label);
        }
    }
    return source;
}

Source positionSource(const Contact &contact, qsizetype index, const QString &member, const QString &quote)
{
    const QString id = contact.positions.value(index).id;
    return contactSource(contact,
                         u"positions/%1/%2"_s.arg(id.isEmpty() ? QString::number(index) : id, member), quote);
}

Source schoolSource(const Contact &contact, qsizetype index, const QString &member, const QString &quote)
{
    const QString id = contact.schools.value(index).id;
    return contactSource(contact, u"schools/%1/%2"_s.arg(id.isEmpty() ? QString::number(index) : id, member),
                         quote);
}

QVector<Fact> senderFacts(const Profile &profile)
{
    FactList facts(FactAbout::sender);
    for (const char *name : {"name", "university", "degree", "major", "graduationYear", "hometown"}) {
        const QString field = QString::fromLatin1(name);
        facts.add(field, profileField(profile, field), profileSource(profile, field));
    }
    for (qsizetype i = 0; i < profile.interests.size(); ++i) {
        facts.add(u"interests"_s, profile.interests[i], profileSource(profile, u"interests"_s), i);
    }
    const auto addLines = [&](const QString &field, const QVector<ResumeLine> &lines) {
        for (qsizetype i = 0; i < lines.size(); ++i) {
            facts.add(field, lines[i].text, profileLineSource(profile, field, lines[i]), i);
        }
    };
    addLines(u"companies"_s, profile.companies);
    addLines(u"experience"_s, profile.experience);
    return facts.take();
}

QVector<Fact> recipientFacts(const Contact &contact)
{
    FactList facts(FactAbout::recipient);
    const auto add = [&](const QString &field, const QString &value) {
        facts.add(field, value, contactSource(contact, field, value));
    };
    add(u"firstName"_s, contact.firstName);
    add(u"lastName"_s, contact.lastName);
    for (qsizetype i = 0; i < contact.positions.size(); ++i) {
        const Position &position = contact.positions[i];
        const auto part = [&](const QString &member, const QString &value) {
            facts.add(member, value, positionSource(contact, i, member, value), i);
        };
        part(u"company"_s, position.company);
        part(u"title"_s, position.title);
        part(u"from"_s, position.from);
        part(u"to"_s, position.to);
    }
    for (qsizetype i = 0; i < contact.schools.size(); ++i) {
        const School &school = contact.schools[i];
        const auto part = [&](const QString &name, const QString &member, const QString &value) {
            facts.add(name, value, schoolSource(contact, i, member, value), i);
        };
        part(u"school"_s, u"name"_s, school.name);
        part(u"degree"_s, u"degree"_s, school.degree);
        part(u"field"_s, u"field"_s, school.field);
        part(u"from"_s, u"from"_s, school.from);
        part(u"to"_s, u"to"_s, school.to);
    }
    add(u"headline"_s, contact.headline);
    add(u"industry"_s, contact.industry);
    add(u"city"_s, contact.city);
    add(u"location"_s, contact.location);
    add(u"state"_s, contact.state);
    add(u"country"_s, contact.country);
    add(u"hometown"_s, contact.hometown);
    return facts.take();
}

} // namespace crema::truth
