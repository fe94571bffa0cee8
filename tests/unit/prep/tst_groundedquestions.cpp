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
