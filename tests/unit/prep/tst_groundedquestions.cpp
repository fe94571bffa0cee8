// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"
#include "tests.h"

#include "prep/groundedquestions.h"
#include "prep/joinpdf.h"
#include "prep/preppdf.h"

#include <QBuffer>
#include <QPdfBookmarkModel>
#include <QPdfDocument>
#include <QTest>

using namespace crema;
using namespace crema::prep;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

/// The id of the fact with these words; empty when there is none.
QString idOf(const QVector<PrepFact> &facts, const QString &words)
{
    for (const PrepFact &fact : facts) {
        if (fact.says.contains(words)) {
            return fact.id;
        }
    }
    return {};
}

} // namespace

void GroundedQuestionsTest::onlyWhatItsFactsSay_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("fact"); // words of the one it cites
    QTest::addColumn<bool>("isKept");
    const QString firm = mariaSilva().company();
    QTest::newRow("of the firm") << u"What surprised you most at %1?"_s.arg(firm) << firm << true;
    QTest::newRow("no fact") << u"What surprised you most at %1?"_s.arg(firm) << u"there is no such fact"_s
                             << false;
    QTest::newRow("another firm") << u"What did you take with you from Globex?"_s << firm << false;
    QTest::newRow("a year of its own") << u"Why did you join %1 in 1987?"_s.arg(firm) << firm << false;
    QTest::newRow("no question") << u"You must have learned a lot at %1."_s.arg(firm) << firm << false;
    QTest::newRow("two questions") << u"Why %1? And why now?"_s.arg(firm) << firm << false;
    QTest::newRow("a link") << u"Have you seen http://example.com about %1?"_s.arg(firm) << firm << false;
}

void GroundedQuestionsTest::onlyWhatItsFactsSay()
{
    QFETCH(QString, question);
    QFETCH(QString, fact);
    QFETCH(bool, isKept);
    const QVector<PrepFact> facts = prepFacts(prepFor(mariaSilva()));
    QVERIFY(!facts.isEmpty());
    const auto sorted = groundedQuestions({{u"firm"_s, question, {idOf(facts, fact)}}}, facts, knowledge());
    QCOMPARE(sorted.questions.size(), isKept ? 1 : 0);
    QCOMPARE(sorted.refused.size(), isKept ? 0 : 1);
    if (isKept) {
        QVERIFY(!sorted.questions[0].because.isEmpty());
    }
}

void GroundedQuestionsTest::takesNothingForGranted_data()
{
    QTest::addColumn<Contact>("contact");
    QTest::addColumn<QString>("question");
    QTest::addColumn<bool>("isKept");
    const Contact plumber = person(u"Pat"_s, u"Lee"_s, {position(u"Plumber"_s, u"Pipes Inc"_s, u"2019"_s)});
    const auto row = [](const Contact &contact, const char *question, bool isKept) {
        QTest::newRow(question) << contact << QString::fromUtf8(question) << isKept;
    };
    for (const char *invented : {"What made you leave plumbing after you were fired?",
                                 "How did losing your license in the lawsuit change your work?",
                                 "How did your years in prison shape you?",
                                 "Why is Pipes Inc bankrupt?",
                                 "After the layoffs and the merger, how is morale at Pipes Inc?",
                                 "Why did you drop out of college to work at Pipes Inc?",
                                 "You manage a team of hundreds at Pipes Inc: how do you keep up?",
                                 "What was the hardest part of your military service?",
                                 "How has your illness changed your work as a Plumber?",
                                 "Losing money at Pipes Inc, what did you learn?",
                                 "How do you like your new job at Pipes Inc?",
                                 "Why are the people at Pipes Inc so hard to work with?",
                                 "Why do you not like Pipes Inc?",
                                 "What made you leave Pipes Inc?",
                                 "Why were you asked to leave Pipes Inc?",
                                 "Which university course has helped you most at Pipes Inc?",
                                 "How do your children like your work as a Plumber?",
                                 "What went wrong at Pipes Inc?",
                                 "What made you start your own company?",
                                 "How did your problems at Pipes Inc begin?"}) {
        row(plumber, invented, false);
    }
    for (const char *good : {"What first drew you to plumbing?", "What led you to become a Plumber?",
                             "What does a typical day look like for you as a Plumber at Pipes Inc?",
                             "How has your role at Pipes Inc changed since you started in 2019?",
                             "Why did you choose to become a plumber?",
                             "Which skills matter most in your work, and how did you "
                             "learn them?",
                             "What do you wish you had known before joining Pipes Inc?",
                             "What surprised you most in your first months at Pipes Inc?",
                             "Looking back, which decisions shaped your path most?",
                             "What sets Pipes Inc apart from other companies?",
                             "If you were starting out today, what would you do differently?",
                             "Who else would you suggest talking to?",
                             "How does the team at Pipes Inc decide which projects to take on?",
                             "What would you tell someone who is considering work as a plumber?"}) {
        row(plumber, good, true);
    }
    row(mariaSilva(), "What made you leave McKinsey & Company for Spotify?", true);
    row(mariaSilva(), "How did your consulting experience at McKinsey & Company help you move into data?",
        true);
    row(mariaSilva(), "How does your economics degree from Bocconi University help you in your work today?",
        true);
    row(mariaSilva(), "What was the transition from Data Scientist to Head of Data like?", true);
    row(mariaSilva(), "How did growing up in Porto shape the way you work?", true);
    row(mariaSilva(), "Why did people leave Spotify?", false);
}

void GroundedQuestionsTest::takesNothingForGranted()
{
    QFETCH(Contact, contact);
    QFETCH(QString, question);
    QFETCH(bool, isKept);
    const QVector<PrepFact> facts = prepFacts(prepFor(contact));
    QStringList all;
    for (const PrepFact &fact : facts) {
        all << fact.id;
    }
    const auto sorted = groundedQuestions({{u"path"_s, question, all}}, facts, knowledge());
    QVERIFY2(sorted.questions.isEmpty() != isKept, qPrintable(sorted.refused.join(u' ')));
}

void GroundedQuestionsTest::anArticleIsAFact()
{
    Prep prep = prepFor(mariaSilva());
    prep.news = {{u"Halvorsen opens an office in Porto"_s, u"The Paper"_s, u"https://paper.example/1"_s,
                  u"2026-03-01"_s}};
    const QVector<PrepFact> facts = prepFacts(prep);
    const QString id = idOf(facts, u"office in Porto"_s);
    QCOMPARE(id, u"N1"_s);
    const auto sorted = groundedQuestions(
            {{u"firm"_s, u"What does the office in Porto change for you?"_s, {id}},
             {u"firm"_s, u"What does the office in Lagos change for you?"_s, {id}}},
            facts, knowledge());
    QCOMPARE(sorted.questions.size(), 1);
    QCOMPARE(sorted.refused.size(), 1);
}

void GroundedQuestionsTest::oursFillUp()
{
    const Prep prep = prepFor(mariaSilva());
    const Question own {u"role"_s, u"What is the best part of a Tuesday?"_s, {}, false, {}};
    const QVector<Question> all = filledUp({own}, prep.questions);
    QCOMPARE(all.size(), prep.questions.size());
    QVERIFY(all.contains(own));
    QCOMPARE(filledUp({}, prep.questions), prep.questions);
}

void GroundedQuestionsTest::documentsAreJoinedInTheirOrder()
{
    const auto first = renderPdf(prepFor(mariaSilva()), {Paper::letter, u"Jo Döe"_s});
    const auto second = renderPdf(prepFor(person(u"Zoë"_s, u"Ødegaard"_s)), {});
    QVERIFY(first && second);
    const auto joined = joinedPdf({{u"Maria"_s, *first}, {u"Zoë Ødegaard"_s, *second}});
    QVERIFY(joined);
    QCOMPARE(*joinedPdf({{u"Maria"_s, *first}, {u"Zoë Ødegaard"_s, *second}}), *joined);
    QBuffer buffer;
    buffer.setData(*joined);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    QPdfDocument document;
    document.load(&buffer);
    QCOMPARE(document.status(), QPdfDocument::Status::Ready);
    QVERIFY(document.pageCount() >= 2);
    QVERIFY(document.getAllText(0).text().contains(mariaSilva().lastName));
    QVERIFY(document.getAllText(document.pageCount() - 1).text().contains(u"Ødegaard"_s));
    QCOMPARE(document.metaData(QPdfDocument::MetaDataField::Title).toString(),
             u"Coffee chat preps: Maria, Zoë Ødegaard"_s);
    QCOMPARE(document.metaData(QPdfDocument::MetaDataField::Author).toString(), u"Jo Döe"_s);
    QPdfBookmarkModel bookmarks;
    bookmarks.setDocument(&document);
    const auto title = [&](int row, const QModelIndex &parent = {}) {
        return bookmarks.index(row, 0, parent)
                .data(static_cast<int>(QPdfBookmarkModel::Role::Title))
                .toString();
    };
    QCOMPARE(title(0), u"Maria"_s);
    QCOMPARE(title(1), u"Zoë Ødegaard"_s);
    const QModelIndex maria = bookmarks.index(0, 0);
    QCOMPARE(bookmarks.rowCount(maria), 2);
    QCOMPARE(title(1, maria), u"Questions"_s);
    const QModelIndex questions = bookmarks.index(1, 0, maria);
    QCOMPARE(questions.data(static_cast<int>(QPdfBookmarkModel::Role::Page)).toInt(), 1);
    const auto broken = joinedPdf({{u"Maria"_s, *first}, {u"no document"_s, "not a PDF"}});
    QVERIFY(!broken);
    QVERIFY2(broken.error().text.contains(u"no document"_s), qPrintable(broken.error().text));
    QVERIFY(!joinedPdf({}));
}
