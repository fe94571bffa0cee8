// SPDX-License-Identifier: GPL-3.0-or-later
#include "modeldesk.h"
#include "resumehelptest.h"

#include "flows/resumeflow.h"
#include "flows/resumehelp.h"

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

namespace {

// Our own rules read neither the school nor the employer of this one.
const QByteArray resumeText =
        "Robin Sample\nrobin@students.example\n\nEDUCATION\nHalvorsen Winds\n"
        "Wave Physics, 2023 - 2027\n\nEXPERIENCE\nHalden Pike\nLisbon Quay\n2024 - 2025\n"
        "- Built a model of ferry prices\n";

Json fact(const char *field, const char *text, int line)
{
    return {{"field", field}, {"text", text}, {"line", line}};
}

const Json found = Json::array({fact("university", "Halvorsen Winds", 5), fact("major", "Wave Physics", 6),
                                fact("graduationYear", "2027", 6), fact("companies", "Halden Pike", 9),
                                fact("experience", "Built a model of ferry prices", 12)});

/// A workspace with the resume and a model that says these facts.
struct HelpDesk
{
    test::ModelServer server;
    ModelDesk own {server};
    QString id;

    [[nodiscard]] bool open(const QString &model, const Json &facts = found)
    {
        server.control({{"facts", facts}});
        if (!own.desk.open() || !own.choose(model)) {
            return false;
        }
        const QString path = own.desk.file(u"cv.txt"_s, resumeText);
        const auto resume = test::await(setResume(own.desk.services.get(), path, {}));
        id = resume ? resume->id : QString();
        return resume && resume->facts.university.text.isEmpty() && resume->facts.companies.isEmpty();
    }
    [[nodiscard]] Result<HelpedResume> ask()
    {
        const auto prompt = test::await(resumePrompt(own.desk.services.get(), id));
        return prompt ? test::await(askForFacts(own.desk.services.get(), id, *prompt, {}))
                      : std::unexpected(prompt.error());
    }
    [[nodiscard]] Resume resume() { return own.desk.reader->resume(id).value_or(Resume {}); }
    [[nodiscard]] Profile profile() { return own.desk.reader->profile().value_or(Profile {}); }
    [[nodiscard]] Result<Resume> correct(const QString &field, const QString &text)
    {
        for (const ShownFact &shown : shownFacts(resume())) {
            if (shown.field == field) {
                return test::await(correctResume(own.desk.services.get(), id, {{shown, text}}));
            }
        }
        return failure(ErrorKind::internal, u"no such fact"_s);
    }
};

#define WITH_MODEL(help, ...)                                                                                \
    HelpDesk help;                                                                                           \
    if (!help.server.isRunning()) {                                                                          \
        QSKIP("python3 is not installed; it runs the stand-in for a model server");                          \
    }                                                                                                        \
    QVERIFY(help.open(__VA_ARGS__))

} // namespace

void ResumeHelpTest::whatIsNewIsFilledInAndMarked()
{
    WITH_MODEL(help, u"good"_s);
    const auto helped = help.ask();
    QVERIFY2(helped, helped ? "" : test::describe(helped.error()).constData());
    QCOMPARE(helped->found, 4); // what was done had been read already
    QCOMPARE(helped->refused, 0);
    const Resume resume = help.resume();
    QCOMPARE(resume.facts.university, (ResumeLine {u"Halvorsen Winds"_s, 5}));
    QCOMPARE(resume.facts.companies, (QVector<ResumeLine> {{u"Halden Pike"_s, 9}}));
    QCOMPARE(resume.facts.experience.size(), 1);
    int byModel = 0;
    for (const ShownFact &shown : shownFacts(resume)) {
        byModel += isFromModel(modelReadingOf(resume), shown) ? 1 : 0;
    }
    QCOMPARE(byModel, 4);
    QCOMPARE(help.profile().university, u"Halvorsen Winds"_s); // it is the default one
    QCOMPARE(help.profile().companies.size(), 1);
    QCOMPARE(help.own.desk.unsound(), QString());
}

void ResumeHelpTest::whatWasReadOrTypedStays()
{
    const Json other = Json::array({fact("university", "Halvorsen Winds", 5), fact("name", "Halden Pike", 9),
                                    fact("companies", "Halden Pike", 9)});
    WITH_MODEL(help, u"good"_s, other);
    QVERIFY(help.correct(u"university"_s, u"Halvorsen School of Winds"_s));
    QVERIFY(help.ask());
    QCOMPARE(help.resume().facts.university.text, u"Halvorsen School of Winds"_s);
    QCOMPARE(help.resume().facts.name.text, u"Robin Sample"_s);
    // What the model found can be put right or removed like anything else.
    QVERIFY(help.correct(u"companies"_s, {}));
    QCOMPARE(help.resume().facts.companies.size(), 0);
    QVERIFY(help.ask());
    QCOMPARE(help.resume().facts.companies.size(), 0);
}

void ResumeHelpTest::inventedFactsAreRefused()
{
    WITH_MODEL(help, u"invented"_s);
    const Resume before = help.resume();
    const auto helped = help.ask();
    QVERIFY(helped);
    QCOMPARE(helped->found, 0);
    QCOMPARE(helped->refused, 1);
    QCOMPARE(help.resume(), before);
    QCOMPARE(help.server.requests(), 2); // it was told, and invented again
}

void ResumeHelpTest::aSecondTryIsTold()
{
    WITH_MODEL(help, u"learns"_s);
    const auto helped = help.ask();
    QVERIFY(helped);
    QCOMPARE(helped->found, 4);
    const Json bodies = help.server.control()["bodies"];
    QCOMPARE(bodies.size(), 2);
    const auto last = QString::fromStdString(bodies[1]["messages"].back()["content"].get<std::string>());
    QVERIFY2(last.contains(u"Globex"_s), qPrintable(last));
}

void ResumeHelpTest::itCanBeUndone()
{
    WITH_MODEL(help, u"good"_s);
    const Resume before = help.resume();
    const Profile profile = help.profile();
    QVERIFY(help.ask());
    QVERIFY(help.resume() != before);
    QVERIFY(help.own.desk.undo());
    QCOMPARE(help.resume(), before);
    QCOMPARE(help.profile(), profile);
}

void ResumeHelpTest::readingAgainKeepsIt()
{
    WITH_MODEL(help, u"good"_s);
    QVERIFY(help.ask());
    const Resume helped = help.resume();
    QVERIFY(test::await(readResumeAgain(help.own.desk.services.get(), help.id, {})));
    QCOMPARE(help.resume(), helped);
    const auto again = help.ask(); // the same once more is nothing new
    QVERIFY(again);
    QCOMPARE(again->found, 0);
    QCOMPARE(help.resume(), helped);
    help.server.control({{"facts", Json::array()}}); // and who finds nothing takes nothing away
    QVERIFY(help.ask());
    QCOMPARE(help.resume(), helped);
}

void ResumeHelpTest::thePromptSendsNothing()
{
    WITH_MODEL(help, u"good"_s);
    const auto prompt = test::await(resumePrompt(help.own.desk.services.get(), help.id));
    QVERIFY(prompt);
    QCOMPARE(help.server.requests(), 0);
    const QString text = prompt->chat.messages.constLast().text;
    QVERIFY(text.contains(u"Halden Pike"_s));
    QVERIFY(!text.contains(u"robin@students.example"_s));
    QVERIFY(!prompt->withheld.isEmpty());
    QVERIFY(help.ask());
    const Json sent = help.server.control()["bodies"][0]["messages"].back()["content"];
    QCOMPARE(QString::fromStdString(sent.get<std::string>()), text); // exactly that
}

void ResumeHelpTest::failuresChangeNothing_data()
{
    QTest::addColumn<QString>("model");
    for (const char *model : {"down", "quota", "refuse", "filter", "cut", "midway", "no-such-model"}) {
        QTest::newRow(model) << QString::fromLatin1(model);
    }
}

void ResumeHelpTest::failuresChangeNothing()
{
    QFETCH(const QString, model);
    WITH_MODEL(help, model);
    const Resume before = help.resume();
    const auto helped = help.ask();
    QVERIFY(!helped);
    QVERIFY(!helped.error().text.isEmpty());
    QCOMPARE(help.resume(), before);
    QCOMPARE(help.own.desk.unsound(), QString());
}

void ResumeHelpTest::withoutAModelItSaysSo()
{
    Desk desk;
    QVERIFY(desk.open());
    const auto resume = test::await(setResume(desk.services.get(), desk.file(u"cv.txt"_s, resumeText), {}));
    QVERIFY(resume);
    const auto helped = test::await(resumePrompt(desk.services.get(), resume->id));
    QVERIFY(!helped);
    QCOMPARE(helped.error().kind, ErrorKind::unauthorised);
}
