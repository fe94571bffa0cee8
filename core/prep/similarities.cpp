// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/prepcontent.h"

#include "base/text.h"
#include "prep/career.h"
#include "truth/background.h"
#include "truth/facts.h"
#include "truth/knowledge.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::Similarities)
};

/// The name at the start of a sentence.
QString subject(const Contact &contact)
{
    const QString name = callName(contact);
    return name.left(1).toUpper() + name.mid(1);
}

QString schoolText(const truth::SharedBackground &shared, const Contact &contact)
{
    const QString theirs = elided(spoken(shared.name), 90);
    return shared.sameName ? Words::tr("You both went to %1.").arg(theirs)
                           : Words::tr("You studied at %1; %2 was at %3.")
                                     .arg(elided(spoken(shared.senderName), 90), callName(contact), theirs);
}

/// Each is said to have been where their own record says: "Amazon" is not all of it Amazon Web Services.
QString firmText(const truth::SharedBackground &shared, const Contact &contact)
{
    const QString theirs = elided(spoken(shared.name), 90);
    const QString mine = elided(spoken(shared.senderName), 90);
    if (!shared.sameName) {
        return (shared.current ? Words::tr("You have worked at %1; %2 works at %3 today.")
                               : Words::tr("You have worked at %1; %2 has worked at %3."))
                .arg(mine, callName(contact), theirs);
    }
    return shared.current
            ? Words::tr("You know %1 from inside, where %2 works today.").arg(theirs, callName(contact))
            : Words::tr("You have both worked at %1.").arg(theirs);
}

Similarity sharedText(const truth::SharedBackground &shared, const Contact &contact)
{
    const QVector<Source> sources {shared.sender, shared.contact};
    const QString name = elided(spoken(shared.name), 90);
    switch (shared.kind) {
    case truth::SharedKind::school:
        return {u"school"_s, schoolText(shared, contact), sources};
    case truth::SharedKind::hometown:
        return {u"hometown"_s,
                shared.bySchoolPlace
                        ? Words::tr("%1 went to %2, in the town you come from.").arg(subject(contact), name)
                        : Words::tr("You both come from %1.").arg(name),
                sources};
    case truth::SharedKind::employer:
        break;
    }
    return {u"employer"_s, firmText(shared, contact), sources};
}

/// The school whose field of study is the user's own or holds it as whole words; -1 when there is none.
qsizetype schoolOfField(const QString &major, const Contact &contact)
{
    const auto says = [](const QString &whole, const QString &part) {
        static const QStringList tooWide {u"science"_s, u"sciences"_s, u"arts"_s, u"studies"_s,
                                          u"management"_s};
        return fold(whole) == fold(part) || (!tooWide.contains(fold(part)) && containsWords(whole, part));
    };
    const auto same = [&](const School &school) {
        const QString field = spoken(school.field);
        return !field.isEmpty() && (says(field, major) || says(major, field));
    };
    const auto it = std::ranges::find_if(contact.schools, same);
    return it == contact.schools.end() ? -1 : it - contact.schools.begin();
}

void addField(QVector<Similarity> &found, const Profile &profile, const Contact &contact)
{
    const QString major = spoken(profile.major);
    const qsizetype school = major.isEmpty() ? -1 : schoolOfField(major, contact);
    if (school < 0) {
        return;
    }
    const QString field = spoken(contact.schools[school].field);
    const QString text = fold(field) == fold(major)
            ? Words::tr("You both chose to study %1.").arg(elided(field, 90))
            : Words::tr("Your fields of study touch: yours is %1, theirs %2.")
                      .arg(elided(major, 60), elided(field, 60));
    found << Similarity {u"field"_s,
                         text,
                         {truth::profileSource(profile, u"major"_s),
                          truth::schoolSource(contact, school, u"field"_s, contact.schools[school].field)}};
}

/// They live in the user's hometown: said as just that, for it is not a shared hometown.
void addCity(QVector<Similarity> &found, const Profile &profile, const Contact &contact,
             const truth::DirectoryKnowledge &knowledge)
{
    const QString hometown = spoken(profile.hometown);
    for (const auto &[field, value] :
         {std::pair {u"city"_s, contact.city}, {u"location"_s, contact.location}}) {
        const QString city = spoken(value);
        QString whole = city;
        if (field == "city"_L1 && !spoken(contact.state).isEmpty()) {
            whole += u", "_s + contact.state;
        }
        if (city.isEmpty() || !truth::sameTown(hometown, whole, knowledge)) {
            continue;
        }
        found << Similarity {
                u"city"_s,
                Words::tr("%1 lives in %2, where you grew up.").arg(subject(contact), elided(city, 60)),
                {truth::profileSource(profile, u"hometown"_s), truth::contactSource(contact, field, value)}};
        return;
    }
}

} // namespace

QVector<Similarity> similaritiesOf(const Profile &profile, const Contact &contact,
                                   const truth::DirectoryKnowledge &knowledge, QDate today)
{
    QVector<Similarity> found;
    bool hometown = false;
    for (const truth::SharedBackground &shared :
         truth::sharedBackground(profile, contact, knowledge, today)) {
        found << sharedText(shared, contact);
        hometown = hometown || shared.kind == truth::SharedKind::hometown;
    }
    addField(found, profile, contact);
    if (!hometown) {
        addCity(found, profile, contact, knowledge);
    }
    return found;
}

} // namespace crema::prep
