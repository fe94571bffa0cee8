// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/variables.h"

#include "base/dates.h"
#include "base/subjects.h"
#include "base/text.h"
#include "truth/articles.h"
#include "truth/background.h"
#include "truth/facts.h"
#include "truth/segments.h"
#include "truth/standing.h"
#include "write/phrases.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

using truth::SharedBackground;
using truth::SharedKind;

// Collects the variables of one email.
class VariableSet
{
public:
    VariableSet(const WriteRequest &request, const truth::DirectoryKnowledge &knowledge)
        : m_contact(request.contact), m_profile(request.profile), m_request(request), m_knowledge(knowledge),
          m_now(fromStoredTime(request.createdAt).date())
    {
        addNames();
        addJob();
        addPath();
        addSchooling();
        addPlace();
        addSender();
        addStudies();
        addShared();
        addInterest();
        addOccasion();
    }

    [[nodiscard]] Variables take() { return std::move(m_variables); }

private:
    void set(const QString &name, const QString &value, const QVector<Source> &sources = {})
    {
        if (!value.isEmpty() && !m_variables.contains(name)) {
            m_variables.insert(name, {value, sources});
        }
    }

    [[nodiscard]] Source at(qsizetype position, const QString &member, const QString &quote) const
    {
        return truth::positionSource(m_contact, position, member, quote);
    }

    [[nodiscard]] int nowYear() const { return m_now.isValid() ? m_now.year() : 0; }

    void addNames()
    {
        QVector<Source> sources;
        for (const auto &[field, value] :
             {std::pair(u"firstName"_s, m_contact.firstName), std::pair(u"lastName"_s, m_contact.lastName)}) {
            if (!truth::sayable(value).isEmpty()) {
                sources << truth::contactSource(m_contact, field, value);
            }
        }
        set(u"name"_s, greetingName(m_contact));
        set(u"fullName"_s, fullName(m_contact), sources);
        set(u"address"_s, m_contact.email(),
            {truth::contactSource(m_contact, u"addresses"_s, m_contact.email())});
        const QStringList given = greetingName(m_contact).split(u' ');
        const QStringList all = fullName(m_contact).split(u' ');
        if (all.size() > 5) {
            set(u"shortName"_s, given.constFirst() + u' ' + all.constLast(), sources);
        }
    }

    void addJob()
    {
        if (m_contact.positions.isEmpty()) {
            addIndustry();
            return;
        }
        const Position &job = m_contact.positions.constFirst();
        const bool studies = truth::titleKind(job.title) == truth::TitleKind::studies;
        const truth::Tense tense = truth::tenseOf(m_contact, 0, m_now);
        if (tense == truth::Tense::present && studies) {
            addPresentStudies(job);
        } else if (tense == truth::Tense::present) {
            addPresentJob(job);
        } else if (tense == truth::Tense::past && !studies) {
            addPastJob(job);
        }
    }

    void addPresentJob(const Position &job)
    {
        const QVector<Source> ofTitle {at(0, u"title"_s, job.title)};
        set(u"firm"_s, firmName(job.company), {at(0, u"company"_s, job.company)});
        set(u"title"_s, jobTitle(job.title), ofTitle);
        set(u"role"_s, role(job.title), ofTitle);
        set(u"doing"_s, doing(job.title), ofTitle);
        const int since = yearIn(job.from);
        if (m_variables.contains(u"doing"_s) && since > 0 && nowYear() - since >= 2) {
            set(u"since"_s, QString::number(since), {at(0, u"from"_s, job.from)});
        }
        if (!m_variables.contains(u"doing"_s) && !m_variables.contains(u"firm"_s)) {
            addIndustry();
        }
    }

    // Who studies at a place does not work there.
    void addPresentStudies(const Position &place)
    {
        const QString firm = firmName(place.company);
        QVector<Source> sources {at(0, u"title"_s, place.title)};
        if (!firm.isEmpty()) {
            sources << at(0, u"company"_s, place.company);
        }
        set(u"studying"_s, studying(place.title, firm), sources);
    }

    void addPastJob(const Position &job)
    {
        const Source ended = at(0, u"to"_s, job.to); // lets nobody say that the job is held today
        set(u"pastFirm"_s, firmName(job.company), {at(0, u"company"_s, job.company), ended});
        set(u"did"_s, did(job.title), {at(0, u"title"_s, job.title), ended});
    }

    // Only where no job is known.
    void addIndustry()
    {
        set(u"industry"_s, fieldName(m_contact.industry),
            {truth::contactSource(m_contact, u"industry"_s, m_contact.industry)});
    }

    // A job held before the present one, as far as the dates tell.
    [[nodiscard]] bool isBefore(qsizetype earlier, const Position &later) const
    {
        const int ended = yearIn(m_contact.positions[earlier].to);
        return ended > 0 && ended <= yearIn(later.from);
    }

    // Whether it was a job and has ended.
    [[nodiscard]] bool wasJob(qsizetype position) const
    {
        const truth::TitleKind kind = truth::titleKind(m_contact.positions[position].title);
        return kind != truth::TitleKind::away && kind != truth::TitleKind::studies
                && truth::tenseOf(m_contact, position, m_now) == truth::Tense::past;
    }

    void addPath()
    {
        if (m_contact.positions.isEmpty() || truth::tenseOf(m_contact, 0, m_now) != truth::Tense::present) {
            return;
        }
        const Position &now = m_contact.positions.constFirst();
        qsizetype last = -1; // the job held right before, at another firm
        for (qsizetype i = 1; i < m_contact.positions.size(); ++i) {
            const Position &then = m_contact.positions[i];
            if (!wasJob(i)) {
                continue;
            }
            const bool sameFirm = truth::sameCompany(then.company, now.company, m_knowledge);
            const QString title = jobTitle(then.title);
            const bool said = !firmName(then.company).isEmpty();
            if (sameFirm && isBefore(i, now) && foldedWords(title) != foldedWords(jobTitle(now.title))) {
                set(u"riseFrom"_s, title, {at(i, u"title"_s, then.title), at(i, u"to"_s, then.to)});
            } else if (!sameFirm && said && isBefore(i, now)) {
                last = last < 0 || m_contact.positions[last].to < then.to ? i : last;
            } else if (!sameFirm && said) {
                set(u"otherFirm"_s, firmName(then.company), {at(i, u"company"_s, then.company)});
            }
        }
        if (last > 0) {
            const Position &then = m_contact.positions[last];
            set(u"prevFirm"_s, firmName(then.company),
                {at(last, u"company"_s, then.company), at(last, u"to"_s, then.to)});
            set(u"prevTitle"_s, jobTitle(then.title), {at(last, u"title"_s, then.title)});
        }
    }

    void addSchooling()
    {
        for (qsizetype i = 0; i < m_contact.schools.size(); ++i) {
            const School &school = m_contact.schools[i];
            const QString name = schoolName(school.name);
            if (name.isEmpty() || m_variables.contains(u"school"_s)) {
                continue;
            }
            set(u"school"_s, name, {truth::schoolSource(m_contact, i, u"name"_s, school.name)});
            const int until = school.to.left(4).toInt();
            const bool finished = until > 1950 && nowYear() > 0 && until < nowYear();
            if (finished) {
                set(u"schoolYear"_s, QString::number(until),
                    {truth::schoolSource(m_contact, i, u"to"_s, school.to)});
            }
            set(u"schoolField"_s, fieldName(school.field),
                {truth::schoolSource(m_contact, i, u"field"_s, school.field)});
        }
    }

    void addPlace()
    {
        set(u"city"_s, townName(m_contact.city),
            {truth::contactSource(m_contact, u"city"_s, m_contact.city)});
    }

    void addSender()
    {
        const auto field = [&](const QString &name, const QString &member, const QString &value) {
            set(name, value, {truth::profileSource(m_profile, member)});
        };
        field(u"myName"_s, u"name"_s, truth::sayable(m_profile.name));
        field(u"mySchool"_s, u"university"_s, schoolName(m_profile.university));
        field(u"myField"_s, u"major"_s, fieldName(m_profile.major));
        const QString degree = fieldName(m_profile.degree);
        field(u"myDegree"_s, u"degree"_s,
              degree.isEmpty() ? degree : truth::articleFor(degree) + u' ' + degree);
        field(u"myTown"_s, u"hometown"_s, townName(m_profile.hometown));
        for (const ResumeLine &line : m_profile.companies) {
            const auto parts = truth::segmentsOf(line.text);
            const QString firm = parts.isEmpty() ? QString() : firmName(parts.constFirst().toString());
            set(u"myFirm"_s, firm, {truth::profileLineSource(m_profile, u"companies"_s, line)});
        }
    }

    // Whether somebody studies or has studied depends on the year and the day the email is written.
    void addStudies()
    {
        const int year = m_profile.graduationYear.toInt();
        if (year < 1940 || nowYear() == 0) {
            return;
        }
        const QString name = year > nowYear() ? u"graduates"_s
                : year < nowYear()            ? u"graduated"_s
                                              : u"classYear"_s;
        set(name, QString::number(year), {truth::profileSource(m_profile, u"graduationYear"_s)});
    }

    void addShared()
    {
        for (const SharedBackground &shared :
             truth::sharedBackground(m_profile, m_contact, m_knowledge, m_now)) {
            const QVector<Source> both {shared.sender, shared.contact};
            if (shared.kind == SharedKind::school) {
                set(u"sharedSchool"_s, schoolName(shared.common), both);
                addNickname(shared, both);
            } else if (shared.kind == SharedKind::employer) {
                set(shared.current ? u"sharedFirmNow"_s : u"sharedFirm"_s, firmName(shared.common), both);
            } else if (shared.bySchoolPlace) {
                set(u"townSchool"_s, schoolName(shared.name), {shared.contact});
            } else {
                set(u"sharedTown"_s, townName(shared.common), both);
            }
        }
        // What is shared is not told twice.
        if (m_variables.contains(u"sharedFirm"_s) || m_variables.contains(u"sharedFirmNow"_s)) {
            m_variables.remove(u"myFirm"_s);
        }
        if (m_variables.contains(u"sharedSchool"_s)) {
            m_variables.remove(u"mySchool"_s);
            if (truth::sameSchool(m_variables.value(u"school"_s).value, m_profile.university, m_knowledge)) {
                m_variables.remove(u"school"_s);
            }
        }
    }

    // "USC" and "Trojan", where the tables know them for this one school and both records bear the short name
    // out.
    void addNickname(const SharedBackground &shared, const QVector<Source> &both)
    {
        const truth::SchoolNames &schools = m_knowledge.schools;
        const QVector<int> groups = schools.schoolsNamed(shared.name);
        const QString shortName = groups.size() == 1 ? schools.shortName(groups.constFirst()) : QString();
        const auto says = [&](const QString &record) {
            return containsWords(record, shortName) || truth::sameSchool(record, shortName, m_knowledge);
        };
        if (!shortName.isEmpty() && says(shared.name) && says(shared.senderName)) {
            set(u"schoolShort"_s, shortName, both);
            set(u"schoolMascot"_s, schools.mascot(groups.constFirst()), both);
        }
    }

    // An interest of the sender that the recipient's title or industry names. The email says both facts, not
    // that they are the same.
    void addInterest()
    {
        QStringList words = foldedWords(jobTitle(m_contact.jobTitle())) + foldedWords(m_contact.industry);
        for (const QString &interest : m_profile.interests) {
            const QString plain = fieldName(interest);
            const QStringList wanted = foldedWords(plain);
            const bool fits = !wanted.isEmpty() && std::ranges::all_of(wanted, [&](const QString &word) {
                return std::ranges::any_of(words,
                                           [&](const QString &other) { return isSameField(word, other); });
            });
            if (fits) {
                set(u"sharedInterest"_s, plain, {truth::profileSource(m_profile, u"interests"_s)});
            }
            set(u"interest"_s, plain, {truth::profileSource(m_profile, u"interests"_s)});
        }
    }

    // "consulting" and "consultant", "management" and "manager"; not "international" and "intern".
    [[nodiscard]] static bool isSameField(const QString &a, const QString &b)
    {
        constexpr qsizetype stem = 6;
        return a == b
                || (a.size() > stem && b.size() > stem
                    && QStringView(a).left(stem) == QStringView(b).left(stem));
    }

    void addOccasion()
    {
        if (!m_request.resumeId.isEmpty()) {
            set(u"resume"_s, u"my resume"_s);
        }
        addEarlier();
        if (const QString topic = truth::sayable(m_request.topic);
            !topic.isEmpty() && wordCount(topic) <= 12) {
            Source source;
            source.kind = SourceKind::hand;
            source.field = u"topic"_s;
            source.quote = topic;
            source.label = QCoreApplication::translate("facts", "what you said the call was about");
            set(u"topic"_s, topic, {source});
        }
    }

    void addEarlier()
    {
        QVector<Draft> left = m_request.earlier;
        left.removeIf([](const Draft &draft) { return !hasLeft(draft); });
        if (left.isEmpty()) {
            return;
        }
        static const QStringList ordinals {u"second"_s, u"third"_s, u"fourth"_s, u"fifth"_s};
        if (left.size() <= ordinals.size()) {
            set(u"emailCount"_s, ordinals[left.size() - 1]);
        }
        set(u"earlierSubject"_s, bareSubject(left.constLast().subject));
        const QDate date = fromStoredTime(left.constFirst().handedOffAt).toLocalTime().date();
        if (!date.isValid()) {
            return;
        }
        Source source;
        source.kind = SourceKind::hand;
        source.recordId = left.constFirst().id;
        source.field = u"handedOffAt"_s;
        source.quote = QLocale::c().toString(date, u"d MMMM yyyy"_s);
        source.label = QCoreApplication::translate("facts", "your email of %1").arg(source.quote);
        set(u"earlierDate"_s, QLocale::c().toString(date, u"d MMMM"_s), {source});
    }

    const Contact &m_contact;
    const Profile &m_profile;
    const WriteRequest &m_request;
    const truth::DirectoryKnowledge &m_knowledge;
    QDate m_now;
    Variables m_variables;
};

} // namespace

Variables variablesFor(const WriteRequest &request, const truth::DirectoryKnowledge &knowledge)
{
    return VariableSet(request, knowledge).take();
}

} // namespace crema::write
