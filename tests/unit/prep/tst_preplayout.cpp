// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdfreading.h"
#include "people.h"
#include "tests.h"

#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::prep;
using namespace crema::test;

namespace {

QVector<NewsItem> articles(int count)
{
    QVector<NewsItem> items;
    for (int i = 1; i <= count; ++i) {
        items << NewsItem {
                u"Klarna opens office number %1 and hires engineers for its payments business"_s.arg(i),
                u"The Example Times"_s, u"https://news.example/%1"_s.arg(i), u"2026-05-%1"_s.arg(10 + i)};
    }
    return items;
}

/// Five jobs, two schools, how you met, four things you share, three talking points, five articles.
Prep richPrep()
{
    Contact contact = mariaSilva();
    addPosition(contact.positions,
                position(u"Student Assistant"_s, u"Bocconi University"_s, u"2012"_s, u"2013"_s));
    addSchool(contact.schools,
              school(u"University of Porto"_s, u"BSc"_s, u"Mathematics"_s, u"2008"_s, u"2012"_s));
    contact.howMet = u"at the fintech conference in March, after her panel about instant payments"_s;
    addPoint(contact.phones, u"work"_s, u"+46 8 555 0117"_s);
    Profile profile = studentProfile();
    profile.hometown = u"Porto, Portugal"_s;
    profile.experience << ResumeLine {u"Led the data platform migration of a student fintech club"_s, 21};
    PrepInput input = inputFor(contact, profile);
    input.news = articles(5);
    Prep prep = makePrep(input, knowledge());
    prep.newsNote = u"Found by a news service."_s;
    return prep;
}

QStringList spoken(const Prep &prep)
{
    QStringList texts = prep.talkingPoints.toList();
    for (const Claim &claim : prep.brief) {
        texts << claim.text;
    }
    for (const Similarity &similarity : prep.similarities) {
        texts << similarity.text;
    }
    for (const Question &question : prep.questions) {
        texts << question.text;
    }
    for (const NewsItem &item : prep.news) {
        texts << item.title;
    }
    return texts;
}

void addPapers()
{
    QTest::addColumn<int>("paper");
    QTest::newRow("letter") << int(Paper::letter);
    QTest::newRow("A4") << int(Paper::a4);
}

/// Sets the zone of the process, as another computer has it.
void moveTo(const QByteArray &zone)
{
    zone.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", zone);
    tzset();
}

} // namespace

void PrepLayoutTest::aRichPrepIsWhole_data()
{
    addPapers();
}

void PrepLayoutTest::aRichPrepIsWhole()
{
    QFETCH(int, paper);
    const Prep prep = richPrep();
    QVERIFY(prep.similarities.size() >= 4 && prep.talkingPoints.size() >= 3 && prep.brief.size() == 5);
    const QByteArray bytes = pdfBytes(prep, static_cast<Paper>(paper));
    const ReadPdf pdf = readPdf(bytes);
    QCOMPARE(pdf.pages, 2);
    for (const QString &text : spoken(prep)) {
        QVERIFY2(pdf.text().contains(text), qPrintable(text + u" is not in "_s + pdf.text()));
    }
    for (const NewsItem &item : prep.news) {
        QVERIFY2(linksIn(bytes).contains(item.url), qPrintable(item.url));
    }
    for (const Position &position : prep.person.positions) {
        QVERIFY2(pdf.text().contains(position.title), qPrintable(position.title));
    }
}

void PrepLayoutTest::whatHasNoRoomIsSaid_data()
{
    addPapers();
}

void PrepLayoutTest::whatHasNoRoomIsSaid()
{
    QFETCH(int, paper);
    Prep prep = richPrep();
    prep.news = articles(9);
    for (int i = 1; i <= 9; ++i) {
        prep.similarities << Similarity {u"school"_s, u"You both went to school number %1."_s.arg(i), {}};
    }
    const QString text = rendered(prep, static_cast<Paper>(paper)).text();
    const auto shown = [&](auto texts) {
        return std::ranges::count_if(texts, [&](const QString &one) { return text.contains(one); });
    };
    QStringList shared;
    for (const Similarity &similarity : prep.similarities) {
        shared << similarity.text;
    }
    QStringList titles;
    for (const NewsItem &item : prep.news) {
        titles << item.title;
    }
    for (const QStringList &list : {shared, titles}) {
        const auto left = list.size() - shown(list);
        QVERIFY(left > 0);
        QVERIFY2(text.contains(u"and %1 more in the program"_s.arg(left)), qPrintable(text));
    }
}

void PrepLayoutTest::anArticleThatIsAskedAboutStays_data()
{
    addPapers();
}

void PrepLayoutTest::anArticleThatIsAskedAboutStays()
{
    QFETCH(int, paper);
    Prep prep = richPrep();
    prep.news = articles(9);
    prep.questions[2].text = u"What does \"%1\" mean for you?"_s.arg(prep.news[8].title);
    for (int i = 0; i < 12; ++i) {
        prep.questions << Question {ownQuestionKind,
                                    u"What would you ask in my place, for the %1th time?"_s.arg(i),
                                    {},
                                    false,
                                    {}};
    }
    QVERIFY(linksIn(pdfBytes(prep, static_cast<Paper>(paper))).contains(prep.news[8].url));
}

void PrepLayoutTest::theUsersQuestionsStay()
{
    Prep prep = richPrep();
    for (int i = 0; i < 40; ++i) {
        prep.questions.insert(
                i < 20 ? 0 : prep.questions.size(),
                Question {u"path"_s, u"Which way did you take at crossroads %1?"_s.arg(i), {}, false, {}});
    }
    const QString own = u"How did you decide between the offers?"_s;
    prep.questions << Question {ownQuestionKind, own, {}, false, {}};
    const QString text = rendered(prep).text();
    QVERIFY2(text.contains(own), qPrintable(text));
    QVERIFY2(text.contains(prep.brief.constFirst().text), qPrintable(text));
    QVERIFY2(text.contains(u"more in the program"_s), qPrintable(text));
}

void PrepLayoutTest::aQuestionSaysWhoseItIs_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("says");
    QTest::addColumn<bool>("anyone");
    QTest::newRow("the user's own") << ownQuestionKind << u"Your own"_s << false;
    QTest::newRow("ours without a fact") << u"role"_s << u"Role • fits anyone in this role"_s << true;
    QTest::newRow("another program's") << u"icebreaker"_s << QString() << false;
}

void PrepLayoutTest::aQuestionSaysWhoseItIs()
{
    QFETCH(QString, kind);
    QFETCH(QString, says);
    Prep prep;
    prep.questions = {Question {kind, u"How do you like Lisbon?"_s, {}, false, {}}};
    const QString text = rendered(prep).text();
    QVERIFY2(text.contains(u"How do you like Lisbon? "_s + says), qPrintable(text));
    QTEST(text.contains(u"fits anyone"_s), "anyone");
}

void PrepLayoutTest::theDayIsThatOfThePreparation()
{
    PrepInput input = inputFor(mariaSilva());
    input.now = QDateTime(QDate(2026, 11, 30), QTime(4, 47), QTimeZone("Asia/Kathmandu"));
    const Prep prep = makePrep(input, knowledge());
    QCOMPARE(prep.createdAt, u"2026-11-29T23:02:00.000Z"_s);
    QCOMPARE(prep.preparedOn, u"2026-11-30"_s);
    const QByteArray before = qgetenv("TZ");
    for (const QByteArray zone : {"America/New_York", "Asia/Kathmandu"}) {
        moveTo(zone);
        const QString text = rendered(prep).text();
        QVERIFY2(text.contains(u"30 November 2026"_s), zone.constData());
    }
    Prep older = prep; // of a version that did not keep the day
    older.preparedOn.clear();
    QVERIFY(rendered(older).text().contains(u"30 November 2026"_s));
    moveTo(before);
}
