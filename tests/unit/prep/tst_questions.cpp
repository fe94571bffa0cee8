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
    row("a rich record", "by kind of work", u"answer with data at Klarna"_s, u"Head of Data at Klarna"_s);
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

void QuestionsTest::takesNothingForGranted_data()
{
    QTest::addColumn<Contact>("contact");
    QTest::addColumn<QStringList>("unasked");
    const auto row = [](const char *name, const QVector<Position> &positions, const QStringList &unasked) {
        QTest::newRow(name) << person(u"Ann"_s, u"Ode"_s, positions) << unasked;
    };
    const QStringList today {u"your work?"_s, u"where you work"_s, u"you do today"_s, u"every day"_s,
                             u"your time"_s};
    row("retired", {position(u"Retired"_s, {}), position(u"Engineer"_s, u"Bosch"_s, u"1980"_s, u"2020"_s)},
        today);
    row("all has ended", {position(u"Clerk"_s, u"Bosch"_s, u"2010"_s, u"2020"_s)}, today);
    row("open to work", {position(u"Open to work"_s, {})}, today);
    row("formerly", {position(u"Former CEO"_s, u"Acme"_s)}, today + QStringList {u"Former"_s, u"Acme"_s});
    row("aspiring", {position(u"Aspiring Data Scientist"_s, u"Acme"_s)}, {u"data"_s, u"Acme"_s});
    row("for a founder", {position(u"Intern to the Founder"_s, u"Acme"_s)}, {u"start Acme"_s, u"began"_s});
    row("with a founder", {position(u"Head of Founder Success"_s, u"Acme"_s)}, {u"start Acme"_s, u"began"_s});
    row("for students", {position(u"Student Affairs Director"_s, u"Elm College"_s)}, {u"get your place"_s});
    row("one line of work",
        {position(u"Consultant"_s, u"A"_s, u"2020"_s),
         position(u"Senior Consultant, Financial Services"_s, u"B"_s, u"2018"_s, u"2020"_s)},
        {u"You went"_s, u"finance"_s});
    row("engineers",
        {position(u"Software Engineer, Machine Learning"_s, u"A"_s, u"2020"_s),
         position(u"Software Engineer"_s, u"B"_s, u"2018"_s, u"2020"_s)},
        {u"You went"_s, u"data"_s});
    row("a student",
        {position(u"PhD Student"_s, u"MIT"_s, u"2018"_s),
         position(u"Analyst"_s, u"Acme"_s, u"2014"_s, u"2018"_s)},
        {u"your work"_s, u"stayed with"_s, u"from inside"_s});
    row("a founder of something else", {position(u"Engineer | Founder of Codeclub"_s, u"Acme"_s)},
        {u"start Acme"_s, u"began"_s});
    row("a department", {position(u"Sales"_s, u"Acme"_s)}, {u"as Sales"_s, u"as a Sales"_s});
    row("oldest first",
        {position(u"Intern"_s, u"Beta"_s, u"2010"_s, u"2011"_s), position(u"CEO"_s, u"Gamma"_s, u"2015"_s)},
        {u"get your place"_s, u"choose among students"_s});
    row("a job beside the main one",
        {position(u"Clerk"_s, u"X Corp"_s, u"2010"_s),
         position(u"Trustee"_s, u"Shelter"_s, u"2012"_s, u"2014"_s)},
        {u"drew you"_s});
    Contact enrolled = person(u"Ann"_s, u"Ode"_s, {position(u"Intern"_s, u"Acme"_s, u"2026"_s)});
    addSchool(enrolled.schools,
              school(u"Bocconi University"_s, u"BSc"_s, u"Economics"_s, u"2024"_s, u"2027"_s));
    QTest::newRow("enrolled") << enrolled << QStringList {u"still use"_s, u"helped you most since"_s};
}

void QuestionsTest::takesNothingForGranted()
{
    QFETCH(Contact, contact);
    QFETCH(QStringList, unasked);
    for (const Question &question : questionsAbout(contact)) {
        for (const QString &words : unasked) {
            QVERIFY2(!question.text.contains(words), qPrintable(question.text));
        }
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
