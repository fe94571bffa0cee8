// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"
#include "tests.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::prep;
using namespace crema::test;

namespace {

QVector<Question> questionsAbout(const Contact &contact, const Profile &profile = studentProfile())
{
    return prepFor(contact, profile).questions;
}

QString allText(const QVector<Question> &questions)
{
    QString text;
    for (const Question &question : questions) {
        text += question.text + u" | "_s + question.because + u'\n';
    }
    return text;
}

struct Person
{
    const char *name;
    Contact contact;
};

QVector<Person> everyone()
{
    Contact founder = person(u"Tom"_s, u"Okafor"_s,
                             {position(u"Co-Founder & CEO"_s, u"Ledgerly"_s, u"2019"_s),
                              position(u"Trustee"_s, u"Code Club"_s, u"2020"_s),
                              position(u"Software Engineer"_s, u"Stripe"_s, u"2015"_s, u"2019"_s),
                              position(u"Associate Software Engineer"_s, u"Stripe"_s, u"2013"_s, u"2015"_s)});
    addSchool(founder.schools, school(u"Grinnell College"_s, u"BA"_s, u"History"_s));
    return {
            {"only a name", person(u"Bo"_s, {})},
            {"a row of a LinkedIn export",
             person(u"Priya"_s, u"Nair"_s, {position(u"Investment Banking Analyst"_s, u"Goldman Sachs"_s)})},
            {"a rich record", mariaSilva()},
            {"a founder", founder},
            {"a student",
             person(u"Kim"_s, u"Lee"_s,
                    {position(u"Software Engineering Intern"_s, u"Google"_s, u"2026"_s)})},
            {"long in one firm",
             person(u"Ute"_s, u"Brandt"_s,
                    {position(u"Director"_s, u"Bosch"_s, u"2016"_s),
                     position(u"Engineer"_s, u"Bosch"_s, u"2004"_s, u"2016"_s)})},
            {"came back",
             person(u"Al"_s, u"Roe"_s,
                    {position(u"Partner"_s, u"Bain"_s, u"2020"_s),
                     position(u"Analyst"_s, u"Shell"_s, u"2017"_s, u"2020"_s),
                     position(u"Associate"_s, u"Bain"_s, u"2014"_s, u"2017"_s)})},
            {"another script",
             person(u"太郎"_s, u"田中"_s, {position(u"データ部長"_s, u"メルカリ"_s, u"2019"_s)})},
    };
}

Contact named(const char *name)
{
    const QVector<Person> all = everyone();
    return std::ranges::find_if(all, [name](const Person &p) { return qstrcmp(p.name, name) == 0; })->contact;
}

} // namespace

void QuestionsTest::fitsThePerson_data()
{
    QTest::addColumn<Contact>("contact");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("because");
    const auto row = [](const char *who, const char *what, const QString &asked, const QString &because) {
        QTest::newRow(qPrintable(QString::fromUtf8(who) + u": "_s + QString::fromUtf8(what)))
                << named(who) << asked << because;
    };
    row("a founder", "why it began", u"start Ledgerly"_s, u"Co-Founder & CEO at Ledgerly"_s);
    row("a founder", "a rise in a firm",
        u"Between Associate Software Engineer and Software Engineer at Stripe"_s, u"(2013–2015)"_s);
    row("a rich record", "another kind of work", u"from consulting to data"_s,
        u"Consultant at McKinsey & Company (2014–2017)"_s);
    row("a rich record", "by level", u"Which decisions do you keep for yourself as Head of Data"_s,
        u"Head of Data at Klarna"_s);
    row("a rich record", "by kind of work", u"answer with data"_s, u"Head of Data at Klarna"_s);
    row("a rich record", "two firms", u"what does Klarna do differently"_s, u"Spotify"_s);
    row("a rich record", "shared school", u"Bocconi University"_s, u"You both went to Bocconi University."_s);
    row("a row of a LinkedIn export", "by level",
        u"What did you have to learn first as an Investment Banking Analyst"_s, u"Goldman Sachs"_s);
    row("a student", "the way in", u"How did you get your place as a Software Engineering Intern at Google"_s,
        u"(since 2026)"_s);
    row("a student", "new there", u"You are new at Google"_s, u"(since 2026)"_s);
    row("long in one firm", "the stay", u"stayed with Bosch"_s, u"about 22 years"_s);
    row("came back", "the return", u"You came back to Bain"_s, u"Associate at Bain (2014–2017)"_s);
    row("came back", "by level", u"newcomers who do well at Bain"_s, u"Partner at Bain"_s);
    row("another script", "by level", u"データ部長"_s, u"メルカリ"_s);
}

void QuestionsTest::fitsThePerson()
{
    QFETCH(Contact, contact);
    QFETCH(QString, asked);
    QFETCH(QString, because);
    const QVector<Question> questions = questionsAbout(contact);
    const bool found = std::ranges::any_of(questions, [&](const Question &question) {
        return question.text.contains(asked) && question.because.contains(because);
    });
    QVERIFY2(found, qPrintable(allText(questions)));
}

void QuestionsTest::asksEightDifferentOnes_data()
{
    QTest::addColumn<Contact>("contact");
    for (const Person &someone : everyone()) {
        QTest::newRow(someone.name) << someone.contact;
    }
}

void QuestionsTest::asksEightDifferentOnes()
{
    QFETCH(Contact, contact);
    const QVector<Question> questions = questionsAbout(contact);
    QCOMPARE(questions.size(), questionCount);
    QSet<QString> texts;
    QStringList kinds;
    for (const Question &question : questions) {
        texts.insert(question.text);
        kinds << question.kind;
        QVERIFY2(question.text.endsWith(u'?') && !question.text.contains(u'%'), qPrintable(question.text));
        QVERIFY(!question.text.contains(u"  "_s));
    }
    QCOMPARE(texts.size(), questionCount);
    for (const QString &kind : {u"path"_s, u"role"_s, u"firm"_s, u"advice"_s}) {
        QVERIFY2(kinds.contains(kind), qPrintable(kinds.join(u' ')));
    }
}

void QuestionsTest::fillsUpHonestly()
{
    for (const Question &question : questionsAbout(person(u"Bo"_s, {}), Profile())) {
        QVERIFY2(question.because.isEmpty(), qPrintable(question.because));
    }
    for (const Question &question : questionsAbout(mariaSilva())) {
        QVERIFY2(!question.because.isEmpty(), qPrintable(question.text)); // facts enough for all eight
    }
}

void QuestionsTest::doesNotSayWhichCameFirstWithoutYears()
{
    Contact contact = mariaSilva();
    for (Position &step : contact.positions) {
        step.from.clear();
        step.to.clear();
    }
    const QString text = allText(questionsAbout(contact));
    for (const QString &word : {u"went from"_s, u"drew you"_s, u", then "_s, u"before"_s}) {
        QVERIFY2(!text.contains(word), qPrintable(text));
    }
}

void QuestionsTest::talksAboutWhatTouchesTheirWork()
{
    const QVector<QString> points = talkingPointsFor(inputFor(mariaSilva()));
    QCOMPARE(points.size(), 2);
    QVERIFY(points[0].contains(u"climate"_s));
    QVERIFY(points[1].contains(u"churn model"_s) && points[1].contains(u"line 14"_s)
            && points[1].contains(u"Head of Data"_s));
    const Contact nurse = person(u"Ann"_s, u"Ode"_s, {position(u"Nurse"_s, u"General Hospital"_s)});
    QVERIFY(talkingPointsFor(inputFor(nurse)).isEmpty());
    PrepInput fromResume = inputFor(mariaSilva(), Profile());
    Resume resume;
    resume.facts.experience = {{u"Wrote SQL dashboards for the sales team"_s, 31}};
    fromResume.resume = resume;
    QCOMPARE(talkingPointsFor(fromResume).size(), 1);
    QVERIFY(talkingPointsFor(fromResume)[0].contains(u"your resume, line 31"_s));
}

void QuestionsTest::keepsPercentSigns()
{
    const Contact contact = person(u"Ann"_s, u"Ode"_s,
                                   {position(u"Head of 100% Renewables"_s, u"50% Pure"_s, u"2019"_s),
                                    position(u"Data Analyst"_s, u"20% Club"_s, u"2010"_s, u"2019"_s)});
    const QString text = allText(questionsAbout(contact));
    for (const QString &name : {u"Head of 100% Renewables"_s, u"50% Pure"_s, u"20% Club"_s}) {
        QVERIFY2(text.contains(name), qPrintable(text));
    }
}

void QuestionsTest::madeTwiceIsTheSame()
{
    const Prep made = prepFor(mariaSilva());
    QCOMPARE(prepFor(mariaSilva()), made);
    QCOMPARE(prepFrom(made.id, toBody(made)), made); // and survives being stored
}

void QuestionsTest::givesAdviceThatIsTrue()
{
    Contact introduced = mariaSilva();
    introduced.introducedBy = u"Paula Meyer"_s;
    QVERIFY(prepFor(introduced).dos.value(0).contains(u"Paula Meyer"_s));
    const Prep alone = prepFor(person(u"Bo"_s, {}), Profile());
    for (const QString &advice : alone.dos + alone.avoid) {
        QVERIFY2(!advice.contains(u"share"_s) && !advice.contains(u"profile"_s), qPrintable(advice));
    }
    QVERIFY(!alone.dos.isEmpty() && alone.dos.size() <= 3 && !alone.avoid.isEmpty()
            && alone.avoid.size() <= 3);
    QVERIFY(alone.newsNote.contains(u"not looked for"_s));
    QCOMPARE(alone.createdAt, u"2026-05-14T09:30:00.000Z"_s);
}
