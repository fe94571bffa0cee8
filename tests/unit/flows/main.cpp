// SPDX-License-Identifier: GPL-3.0-or-later
#include "killing.h"
#include "resumehelptest.h"
#include "tests.h"

#include <QGuiApplication>

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() == 6 && arguments[1] == QLatin1StringView("--run-until-killed")) {
        return crema::flows::runUntilKilled(arguments[2], arguments[3], arguments[4], arguments[5].toUInt());
    }
    ImportTest import;
    PlannedPeopleTest plannedPeople;
    MeanwhileTest meanwhile;
    FindTest find;
    WriteTest write;
    DraftVersionsTest draftVersions;
    ModelWritingTest modelWriting;
    HandOffTest handOff;
    PrepTest prep;
    PaidPrepTest paidPrep;
    ProfileTest profile;
    ResumesTest resumes;
    ResumeHelpTest resumeHelp;
    ExportTest exporting;
    DemoTest demo;
    VoiceTest voice;
    FlowKillTest kill;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {
                 &import, &plannedPeople, &meanwhile, &find, &write, &draftVersions, &modelWriting, &handOff, &prep,
                 &paidPrep, &profile, &resumes, &resumeHelp, &exporting, &demo, &voice, &kill}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
