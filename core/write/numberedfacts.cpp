// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/numberedfacts.h"

#include "base/contactdata.h"
#include "base/dates.h"
#include "base/text.h"
#include "truth/background.h"
#include "truth/facts.h"
#include "truth/sentences.h"
#include "truth/standing.h"
#include "write/phrases.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

constexpr qsizetype longestValue = 160; ///< a longer one is no fact but a text
constexpr qsizetype longestLine = 300; ///< of a resume
constexpr qsizetype mostOfAKind = 8; ///< jobs, schools, resume lines: the latest; local models read little

QString said(const char *words)
{
    return QCoreApplication::translate("facts", words);
}

/// Names that are withheld wherever they stand: in a resume line, in a title.
QStringList withheldNames(const WriteRequest &request)
{
    QStringList names;
    const WritingStyle &style = request.profile.writing;
    if (style.withholdSchool) {
        names << request.profile.university;
        for (const School &school : request.contact.schools) {
            names << school.name;
        }
    }
    if (style.withholdAddress) {
        names << request.profile.hometown << request.profile.hometown.section(u',', 0, 0)
              << request.contact.hometown << request.contact.city << request.contact.location;
    }
    names.removeIf([](const QString &name) { return truth::sayable(name).size() < 3; });
    return names;
}

bool hasAddress(const QString &text, const WritingStyle &style)
{
    return (style.withholdPhone && hasPhoneNumber(text)) || (style.withholdAddress && hasStreetAddress(text));
}

bool namesWithheld(const QString &text, const WriteRequest &request)
{
    return std::ranges::any_of(withheldNames(request),
                               [&](const QString &name) { return containsWords(text, name); });
}

/// What a position is today, for a model that would take any job for a present one.
const char *kindOfPosition(truth::Tense tense, bool studies)
{
    switch (tense) {
    case truth::Tense::present:
        return studies ? "present studies" : "present job";
    case truth::Tense::past:
        return studies ? "earlier studies" : "earlier job";
    case truth::Tense::future:
        return studies ? "studies to come" : "job to come";
    case truth::Tense::unknown:
        break;
    }
    return "on record";
}

class Collector
{
public:
    Collector(const WriteRequest &request, const truth::DirectoryKnowledge &knowledge)
        : m_request(request), m_profile(request.profile), m_contact(request.contact),
          m_style(request.profile.writing), m_today(fromStoredTime(request.createdAt).date())
    {
        addSender();
        addRecipient();
        addShared(knowledge);
        addOccasion();
    }

    [[nodiscard]] FactList take() { return std::move(m_list); }

private:
    /// One fact under way: its members and where they stand.
    struct Entry
    {
        Json words = Json::object();
        QVector<Source> sources;
    };

    void put(Entry &entry, const char *name, const QString &value, const Source &source, qsizetype limit)
    {
        const QString text = truth::sayable(value);
        if (text.isEmpty() || text.size() > limit) {
            return;
        }
        if (looksLikeInstruction(text)) {
            withhold(said("a value that reads like an instruction to a program"));
            return;
        }
        // A firm or school may have a town in its name; a line of free text is held against all that is
        // withheld.
        const bool isFree = QLatin1StringView(name) == "resume line"_L1
                || QLatin1StringView(name) == "interest"_L1 || QLatin1StringView(name) == "title"_L1;
        if (hasAddress(text, m_style) || (isFree && namesWithheld(text, m_request))) {
            withhold(said("values with a phone number, a place or a school"));
            return;
        }
        entry.words[name] = text;
        entry.sources << source;
    }

    void finish(QChar side, Entry entry, const QString &personalData)
    {
        if (entry.words.empty()) {
            return;
        }
        const QString id = side + QString::number(++m_counts[side]);
        m_list.facts << NumberedFact {id, std::move(entry.words), std::move(entry.sources)};
        if (!m_list.personalData.contains(personalData)) {
            m_list.personalData << personalData;
        }
    }

    void withhold(const QString &what)
    {
        if (!m_list.withheld.contains(what)) {
            m_list.withheld << what;
        }
    }

    void putProfile(Entry &entry, const char *name, const QString &field)
    {
        put(entry, name, profileField(m_profile, field), truth::profileSource(m_profile, field),
            longestValue);
    }

    void addSender()
    {
        Entry name;
        putProfile(name, "name", u"name"_s);
        finish(u'S', std::move(name), said("your name"));
        addOwnSchool();
        addOwnTown();
        for (qsizetype i = 0; i < std::min(m_profile.interests.size(), mostOfAKind); ++i) {
            Entry interest;
            put(interest, "interest", m_profile.interests[i], truth::profileSource(m_profile, u"interests"_s),
                longestValue);
            finish(u'S', std::move(interest), said("your interests"));
        }
        addLines("worked at", u"companies"_s, m_profile.companies);
        addLines("resume line", u"experience"_s, m_profile.experience);
    }

    void addOwnSchool()
    {
        Entry study;
        putProfile(study, "university", u"university"_s);
        putProfile(study, "degree", u"degree"_s);
        putProfile(study, "major", u"major"_s);
        putProfile(study, "graduation year", u"graduationYear"_s);
        if (m_style.withholdSchool && !study.words.empty()) {
            withhold(said("your school"));
            return;
        }
        if (const int year = m_profile.graduationYear.toInt();
            year > 0 && study.words.contains("university")) {
            const int now = m_today.year();
            study.words["status"] = year > now ? "studies there now"
                    : year < now               ? "graduated"
                                               : "graduates or graduated this year; do not say which";
        }
        finish(u'S', std::move(study), said("your studies"));
    }

    void addOwnTown()
    {
        Entry town;
        putProfile(town, "hometown", u"hometown"_s);
        if (m_style.withholdAddress && !town.words.empty()) {
            withhold(said("your home town"));
            return;
        }
        finish(u'S', std::move(town), said("your home town"));
    }

    void addLines(const char *name, const QString &field, const QVector<ResumeLine> &lines)
    {
        for (qsizetype i = 0; i < std::min(lines.size(), mostOfAKind); ++i) {
            Entry entry;
            put(entry, name, lines[i].text, truth::profileLineSource(m_profile, field, lines[i]),
                longestLine);
            finish(u'S', std::move(entry), said("your experience"));
        }
    }

    void addRecipient()
    {
        Entry name;
        put(name, "first name", m_contact.firstName,
            truth::contactSource(m_contact, u"firstName"_s, m_contact.firstName), longestValue);
        put(name, "last name", m_contact.lastName,
            truth::contactSource(m_contact, u"lastName"_s, m_contact.lastName), longestValue);
        finish(u'R', std::move(name), said("the recipient's name"));
        for (qsizetype i = 0; i < std::min(m_contact.positions.size(), mostOfAKind); ++i) {
            addPosition(i);
        }
        for (qsizetype i = 0; i < std::min(m_contact.schools.size(), mostOfAKind); ++i) {
            addSchool(i);
        }
        addField("industry", u"industry"_s, m_contact.industry, said("the recipient's work"));
        addPlaces();
    }

    void addPosition(qsizetype index)
    {
        const Position &position = m_contact.positions[index];
        const auto source = [&](const QString &member, const QString &quote) {
            return truth::positionSource(m_contact, index, member, quote);
        };
        Entry entry;
        const bool studies = truth::titleKind(position.title) == truth::TitleKind::studies;
        if (studies || truth::isJob(position.title)) {
            put(entry, "title", position.title, source(u"title"_s, position.title), longestValue);
        }
        if (truth::isFirm(position.company)) {
            put(entry, "company", position.company, source(u"company"_s, position.company), longestValue);
        }
        if (!entry.words.empty()) {
            put(entry, "from", position.from, source(u"from"_s, position.from), longestValue);
            put(entry, "to", position.to, source(u"to"_s, position.to), longestValue);
            entry.words["kind"] = kindOfPosition(truth::tenseOf(m_contact, index, m_today), studies);
        }
        finish(u'R', std::move(entry), said("the recipient's work"));
    }

    void addSchool(qsizetype index)
    {
        if (m_style.withholdSchool) {
            withhold(said("the recipient's schools"));
            return;
        }
        const School &school = m_contact.schools[index];
        const auto source = [&](const QString &member, const QString &quote) {
            return truth::schoolSource(m_contact, index, member, quote);
        };
        Entry entry;
        put(entry, "school", school.name, source(u"name"_s, school.name), longestValue);
        put(entry, "degree", school.degree, source(u"degree"_s, school.degree), longestValue);
        put(entry, "field of study", school.field, source(u"field"_s, school.field), longestValue);
        put(entry, "until", school.to, source(u"to"_s, school.to), longestValue);
        finish(u'R', std::move(entry), said("the recipient's schools"));
    }

    void addField(const char *name, const QString &field, const QString &value, const QString &personalData)
    {
        Entry entry;
        put(entry, name, value, truth::contactSource(m_contact, field, value), longestValue);
        finish(u'R', std::move(entry), personalData);
    }

    void addPlaces()
    {
        const QString place = m_contact.city.isEmpty() ? m_contact.location : m_contact.city;
        if (m_style.withholdAddress) {
            if (!truth::sayable(place).isEmpty() || !truth::sayable(m_contact.hometown).isEmpty()) {
                withhold(said("where the recipient lives or comes from"));
            }
            return;
        }
        addField("lives in", m_contact.city.isEmpty() ? u"location"_s : u"city"_s, place,
                 said("the recipient's place"));
        addField("comes from", u"hometown"_s, m_contact.hometown, said("the recipient's place"));
    }

    void addShared(const truth::DirectoryKnowledge &knowledge)
    {
        for (const truth::SharedBackground &shared :
             sharedBackground(m_profile, m_contact, knowledge, m_today)) {
            const bool isSchool = shared.kind == truth::SharedKind::school;
            const bool isTown = shared.kind == truth::SharedKind::hometown;
            if ((isSchool && m_style.withholdSchool) || (isTown && m_style.withholdAddress)
                || shared.bySchoolPlace || looksLikeInstruction(shared.name)) {
                continue;
            }
            Entry entry;
            entry.words[isSchool         ? "both studied at"
                                : isTown ? "both come from"
                                         : "both worked at"] = truth::sayable(shared.common);
            entry.sources = {shared.sender, shared.contact};
            finish(u'B', std::move(entry), said("what you share"));
        }
    }

    void addOccasion()
    {
        for (const Draft &draft : m_request.earlier) {
            const QDate date = fromStoredTime(draft.handedOffAt).toLocalTime().date();
            if (date.isValid()) {
                addByHand("date of the sender's earlier email", QLocale::c().toString(date, u"d MMMM yyyy"_s),
                          said("your earlier email"));
            }
        }
        if (!m_request.topic.isEmpty()) {
            addByHand("what the call was about", m_request.topic, said("what the call was about"));
        }
    }

    void addByHand(const char *name, const QString &value, const QString &label)
    {
        Source source;
        source.kind = SourceKind::hand;
        source.quote = value;
        source.label = label;
        Entry entry;
        put(entry, name, value, source, longestLine);
        finish(u'N', std::move(entry), label);
    }

    const WriteRequest &m_request;
    const Profile &m_profile;
    const Contact &m_contact;
    const WritingStyle &m_style;
    QDate m_today;
    FactList m_list;
    QHash<QChar, int> m_counts;
};

} // namespace

const NumberedFact *FactList::find(const QString &id) const
{
    const auto it = std::ranges::find(facts, id.trimmed().toUpper(), &NumberedFact::id);
    return it == facts.end() ? nullptr : &*it;
}

bool holdsWithheld(const QString &text, const WriteRequest &request)
{
    return hasAddress(text, request.profile.writing) || namesWithheld(text, request);
}

QString withoutWithheld(const QString &text, const WriteRequest &request)
{
    QString kept;
    qsizetype end = 0;
    for (const truth::Span &sentence : truth::sentencesOf(text)) {
        const QString own = sentence.of(text).toString();
        if (!holdsWithheld(own, request)) {
            kept += text.sliced(end, sentence.start - end) + own;
        }
        end = sentence.end();
    }
    return kept.trimmed();
}

bool looksLikeInstruction(const QString &value)
{
    static const QRegularExpression talk(
            uR"(\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:above|previous|prior|earlier|instructions?|rules?|prompts?|everything)\b)"
            uR"(|\b(?:system|developer|assistant|user)\s*(?:prompt|message|role|:)|\b(?:you are|act as|pretend to be|respond as)\b.{0,30}\b(?:an? |the )?(?:ai|assistant|model|bot|chatgpt|gpt|llm)\b)"
            uR"(|\b(?:if you are|dear|attention|note to|hey)\s+(?:an? )?(?:ai|llm|gpt|chatgpt|assistant|language model|bots?)\b)"
            uR"(|\b(?:write|say|include|mention|add|reply|respond|output|print|send|tell|insert|append|end)\b.{0,60}\b(?:in (?:your|the|this) (?:e-?mail|message|reply|answer|response|output)|instead|verbatim|to the (?:sender|user)|your (?:password|prompt|instructions|api key|key))\b)"
            uR"(|\b(?:the sender|the recipient of this|this e-?mail|i worked|i studied|i led)\b|[.!?]\s+(?:the|you|your|please|always|now|this)\b.{8,})"
            uR"(|<\s*/?\s*(?:system|script|instructions?|prompt|im_start|im_end|\|)|\[/?INST\]|```|\{\{|\}\}|<\||\|>|###)"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return talk.match(value).hasMatch();
}

FactList numberedFacts(const WriteRequest &request, const truth::DirectoryKnowledge &knowledge)
{
    return Collector(request, knowledge).take();
}

} // namespace crema::write
