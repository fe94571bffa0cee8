// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace crema;

const truth::DirectoryKnowledge &knowledge()
{
    static const auto loaded = truth::loadKnowledge();
    if (!loaded) {
        qFatal("%s", test::describe(loaded.error()).constData());
    }
    return *loaded;
}

Profile ben()
{
    Profile profile;
    profile.name = u"Ben Carter"_s;
    profile.university = u"University of Michigan"_s;
    profile.major = u"Economics"_s;
    profile.graduationYear = u"2027"_s;
    profile.hometown = u"Evanston, IL"_s;
    profile.companies = {ResumeLine {u"Deloitte | Chicago, IL"_s, 12}};
    profile.signature = u"Ben Carter\n+1 312 555 0100"_s;
    return profile;
}

Contact zoe()
{
    Contact contact;
    contact.id = u"zoe"_s;
    contact.firstName = u"Zoë"_s;
    contact.lastName = u"Müller"_s;
    Position position;
    position.company = u"Spotify"_s;
    position.title = u"Product Manager"_s;
    addPosition(contact.positions, position);
    School school;
    school.name = u"Lund University"_s;
    addSchool(contact.schools, school);
    return contact;
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    SentencesTest sentences;
    FactsTest facts;
    BackgroundTest background;
    CheckerTest checker;
    GateTest gate;
    BatchTest batch;
    int failed = 0;
    for (QObject *test :
         std::initializer_list<QObject *> {&sentences, &facts, &background, &checker, &gate, &batch}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
