// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/variablelist.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

constexpr auto context = "variables";

struct Entry
{
    const char *name;
    const char *meaning;
    const char *unknown; ///< %1 is the recipient
};

constexpr std::array entries {
        Entry {"name", QT_TRANSLATE_NOOP("variables", "The name for a greeting: Zoë"),
               QT_TRANSLATE_NOOP("variables", "There is no name on record for %1.")},
        Entry {"fullName", QT_TRANSLATE_NOOP("variables", "The recipient's full name: Zoë Müller"),
               QT_TRANSLATE_NOOP("variables", "There is no full name on record for %1.")},
        Entry {"shortName", QT_TRANSLATE_NOOP("variables", "First and last word of a name of more than five"),
               QT_TRANSLATE_NOOP("variables", "The name of %1 is not long enough to be shortened.")},
        Entry {"address", QT_TRANSLATE_NOOP("variables", "The recipient's email address"),
               QT_TRANSLATE_NOOP("variables", "There is no email address on record for %1.")},
        Entry {"firm", QT_TRANSLATE_NOOP("variables", "The firm they work at: Spotify"),
               QT_TRANSLATE_NOOP("variables", "There is no present firm on record for %1.")},
        Entry {"title", QT_TRANSLATE_NOOP("variables", "Their job title: Product Manager"),
               QT_TRANSLATE_NOOP("variables", "There is no present job title on record for %1.")},
        Entry {"role", QT_TRANSLATE_NOOP("variables", "Their job as it follows “as”: a Product Manager"),
               QT_TRANSLATE_NOOP("variables",
                                 "There is no present job title on record for %1 that can follow \"as\".")},
        Entry {"doing",
               QT_TRANSLATE_NOOP("variables", "Their job as it follows “you”: are a Product Manager"),
               QT_TRANSLATE_NOOP("variables", "There is no present job title on record for %1.")},
        Entry {"studying",
               QT_TRANSLATE_NOOP("variables",
                                 "What they study, as it follows “you”: are an MBA Candidate at Yale"),
               QT_TRANSLATE_NOOP("variables", "The record of %1 does not say that they study now.")},
        Entry {"since", QT_TRANSLATE_NOOP("variables", "The year they took this job, two or more years ago"),
               QT_TRANSLATE_NOOP("variables",
                                 "There is no year on record in which %1 took the present job, or it is less "
                                 "than two years ago.")},
        Entry {"pastFirm", QT_TRANSLATE_NOOP("variables", "The firm of their last job, when it has ended"),
               QT_TRANSLATE_NOOP("variables", "There is no ended job on record as the latest of %1.")},
        Entry {"did", QT_TRANSLATE_NOOP("variables", "Their last job as it follows “you”: were a Designer"),
               QT_TRANSLATE_NOOP("variables", "There is no ended job on record as the latest of %1.")},
        Entry {"prevFirm", QT_TRANSLATE_NOOP("variables", "The firm before the present one"),
               QT_TRANSLATE_NOOP(
                       "variables",
                       "There is no earlier firm on record for %1 with dates that prove the order.")},
        Entry {"prevTitle", QT_TRANSLATE_NOOP("variables", "The job title before the present one"),
               QT_TRANSLATE_NOOP(
                       "variables",
                       "There is no earlier job title on record for %1 with dates that prove the order.")},
        Entry {"otherFirm",
               QT_TRANSLATE_NOOP("variables", "Another firm they were at, which came first unknown"),
               QT_TRANSLATE_NOOP("variables", "There is no other firm on record that %1 has left.")},
        Entry {"riseFrom", QT_TRANSLATE_NOOP("variables", "The title from which they rose within the firm"),
               QT_TRANSLATE_NOOP("variables",
                                 "There is no earlier title at the same firm on record for %1.")},
        Entry {"industry", QT_TRANSLATE_NOOP("variables", "Their industry, when no job is known"),
               QT_TRANSLATE_NOOP("variables",
                                 "There is no industry on record for %1, or the job says more.")},
        Entry {"school", QT_TRANSLATE_NOOP("variables", "Their school, when it is not yours as well"),
               QT_TRANSLATE_NOOP("variables",
                                 "There is no school on record for %1 that is not yours as well.")},
        Entry {"schoolField", QT_TRANSLATE_NOOP("variables", "What they studied"),
               QT_TRANSLATE_NOOP("variables", "There is no field of study on record for %1.")},
        Entry {"schoolYear", QT_TRANSLATE_NOOP("variables", "The year they left school"),
               QT_TRANSLATE_NOOP("variables", "There is no year of graduation on record for %1.")},
        Entry {"city", QT_TRANSLATE_NOOP("variables", "The town they live in"),
               QT_TRANSLATE_NOOP("variables", "There is no town on record for %1.")},
        Entry {"myName", QT_TRANSLATE_NOOP("variables", "Your name"),
               QT_TRANSLATE_NOOP("variables", "Your profile has no name.")},
        Entry {"mySchool", QT_TRANSLATE_NOOP("variables", "Your school, when the recipient was not there"),
               QT_TRANSLATE_NOOP("variables",
                                 "Your profile has no university, or %1 was there as well: use "
                                 "{{sharedSchool}} then.")},
        Entry {"myField", QT_TRANSLATE_NOOP("variables", "What you study: Economics"),
               QT_TRANSLATE_NOOP("variables", "Your profile has no major.")},
        Entry {"myDegree", QT_TRANSLATE_NOOP("variables", "Your degree with its article: a Bachelor of Arts"),
               QT_TRANSLATE_NOOP("variables", "Your profile has no degree.")},
        Entry {"graduates", QT_TRANSLATE_NOOP("variables", "The year you graduate, when it lies ahead"),
               QT_TRANSLATE_NOOP("variables", "Your profile has no graduation year that lies ahead.")},
        Entry {"graduated", QT_TRANSLATE_NOOP("variables", "The year you graduated, when it is past"),
               QT_TRANSLATE_NOOP("variables", "Your profile has no graduation year that is past.")},
        Entry {"classYear", QT_TRANSLATE_NOOP("variables", "The year you graduate, when it is this year"),
               QT_TRANSLATE_NOOP("variables", "Your profile does not say that you graduate this year.")},
        Entry {"myTown", QT_TRANSLATE_NOOP("variables", "Your home town"),
               QT_TRANSLATE_NOOP("variables", "Your profile has no home town.")},
        Entry {"myFirm",
               QT_TRANSLATE_NOOP("variables", "A firm you worked at, when the recipient was not there"),
               QT_TRANSLATE_NOOP(
                       "variables",
                       "Your profile has no employer, or %1 was there as well: use {{sharedFirm}} then.")},
        Entry {"interest", QT_TRANSLATE_NOOP("variables", "The first of your interests"),
               QT_TRANSLATE_NOOP("variables", "Your profile has no interests.")},
        Entry {"sharedSchool", QT_TRANSLATE_NOOP("variables", "The school both of you went to"),
               QT_TRANSLATE_NOOP("variables", "You and %1 have no school in common.")},
        Entry {"schoolShort", QT_TRANSLATE_NOOP("variables", "The school both of you went to, in short: USC"),
               QT_TRANSLATE_NOOP("variables",
                                 "You and %1 have no school in common whose short name is known.")},
        Entry {"schoolMascot", QT_TRANSLATE_NOOP("variables", "What its people call themselves: Trojan"),
               QT_TRANSLATE_NOOP("variables", "You and %1 have no school in common whose mascot is known.")},
        Entry {"sharedTown", QT_TRANSLATE_NOOP("variables", "The home town both of you come from"),
               QT_TRANSLATE_NOOP("variables", "You and %1 have no home town in common.")},
        Entry {"townSchool", QT_TRANSLATE_NOOP("variables", "Their school in your home town"),
               QT_TRANSLATE_NOOP("variables", "There is no school in your home town on record for %1.")},
        Entry {"sharedFirm", QT_TRANSLATE_NOOP("variables", "A firm both of you worked at"),
               QT_TRANSLATE_NOOP("variables", "You and %1 have no earlier employer in common.")},
        Entry {"sharedFirmNow", QT_TRANSLATE_NOOP("variables", "A firm you worked at and they work at now"),
               QT_TRANSLATE_NOOP("variables", "%1 does not work at a firm that you worked at.")},
        Entry {"sharedInterest", QT_TRANSLATE_NOOP("variables", "An interest of yours that their job names"),
               QT_TRANSLATE_NOOP("variables", "The job of %1 names none of your interests.")},
        Entry {"earlierDate", QT_TRANSLATE_NOOP("variables", "The day of your first email: 4 March"),
               QT_TRANSLATE_NOOP("variables", "No earlier email to %1 was handed off or sent.")},
        Entry {"earlierSubject", QT_TRANSLATE_NOOP("variables", "The subject of your last email"),
               QT_TRANSLATE_NOOP("variables", "No earlier email to %1 was handed off or sent.")},
        Entry {"emailCount", QT_TRANSLATE_NOOP("variables", "Which email to them this is: second"),
               QT_TRANSLATE_NOOP("variables", "No earlier email to %1 was handed off or sent.")},
        Entry {"topic", QT_TRANSLATE_NOOP("variables", "What a call was about, as you gave it"),
               QT_TRANSLATE_NOOP("variables", "Nobody said what the call with %1 was about.")},
        Entry {"resume", QT_TRANSLATE_NOOP("variables", "“my resume”, when it is attached"),
               QT_TRANSLATE_NOOP("variables", "No resume is attached to the email to %1.")},
};

} // namespace

const QVector<VariableInfo> &variableList()
{
    static const QVector<VariableInfo> list = [] {
        QVector<VariableInfo> made;
        for (const Entry &entry : entries) {
            made << VariableInfo {QString::fromLatin1(entry.name),
                                  QCoreApplication::translate(context, entry.meaning)};
        }
        return made;
    }();
    return list;
}

const QStringList &variableNames()
{
    static const QStringList names = [] {
        QStringList made;
        for (const Entry &entry : entries) {
            made << QString::fromLatin1(entry.name);
        }
        return made;
    }();
    return names;
}

QString whyUnknown(const QString &variable, const QString &recipient)
{
    const auto it = std::ranges::find_if(
            entries, [&](const Entry &entry) { return variable == QLatin1StringView(entry.name); });
    if (it == entries.end()) {
        return {};
    }
    // The name may hold "%1" itself, so it goes in last and once.
    return QCoreApplication::translate(context, it->unknown).replace("%1"_L1, recipient);
}

} // namespace crema::write
