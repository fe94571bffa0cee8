// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/suggestionindex.h"
#include "support/support.h"
#include "tests.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::find;

namespace {

void offerPerson(SuggestionIndex &index, const QString &title, const QString &company, const QString &school)
{
    Contact person;
    addPosition(person.positions, {{}, {}, company, title, u"2021"_s, {}});
    addSchool(person.schools, {{}, {}, school, {}, {}, {}, {}});
    person.city = u"São Paulo"_s;
    person.country = u"Brazil"_s;
    person.industry = u"Design"_s;
    person.extra["skills"] = jsonTexts({u"Figma"_s, u"user research"_s});
    index.offer(person);
}

QStringList texts(const QVector<Suggestion> &suggestions)
{
    QStringList texts;
    for (const Suggestion &suggestion : suggestions) {
        texts << suggestion.text + u' ' + QString::number(suggestion.count);
    }
    return texts;
}

} // namespace

void SuggestionIndexTest::initTestCase()
{
    Result<truth::DirectoryKnowledge> knowledge = truth::loadKnowledge();
    VERIFY_OK(knowledge);
    m_knowledge = std::move(*knowledge);
}

void SuggestionIndexTest::suggests_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("beginnings first, then words")
            << u"job_title"_s << u"pro"_s
            << QStringList {u"Product Designer 2"_s, u"Product Manager 1"_s, u"Senior Product Manager 3"_s};
    QTest::newRow("two words") << u"job_title"_s << u"product man"_s
                               << QStringList {u"Product Manager 1"_s, u"Senior Product Manager 3"_s};
    QTest::newRow("abbreviation") << u"job_title"_s << u"PM"_s
                                  << QStringList {u"Product Manager 1"_s, u"Senior Product Manager 3"_s};
    QTest::newRow("not inside a word") << u"job_title"_s << u"signer"_s << QStringList {};
    QTest::newRow("case counts once") << u"company"_s << u"bright"_s << QStringList {u"Brightmoor Labs 5"_s};
    QTest::newRow("accents typed or not") << u"company"_s << u"cafe"_s << QStringList {u"Café Vaurenne 1"_s};
    QTest::newRow("short name of a school")
            << u"school"_s << u"USC"_s << QStringList {u"University of Southern California 4"_s};
    QTest::newRow("most frequent for nothing typed")
            << u"school"_s << QString()
            << QStringList {u"University of Southern California 4"_s, u"New York University 2"_s};
    QTest::newRow("location") << u"location"_s << u"sao"_s << QStringList {u"São Paulo, Brazil 6"_s};
    QTest::newRow("skill") << u"skill"_s << u"res"_s << QStringList {u"user research 6"_s};
    QTest::newRow("industry") << u"industry"_s << u"d"_s << QStringList {u"Design 6"_s};
    QTest::newRow("role") << u"role"_s << QString() << QStringList {u"product 4"_s, u"design 2"_s};
    QTest::newRow("sub-role") << u"sub_role"_s << u"man"_s << QStringList {u"product_management 4"_s};
    QTest::newRow("only signs typed") << u"company"_s << u"?!"_s << QStringList {};
}

void SuggestionIndexTest::suggests()
{
    QFETCH(QString, kind);
    QFETCH(QString, typed);
    QFETCH(QStringList, expected);
    SuggestionIndex index(m_knowledge);
    const QString usc = u"University of Southern California"_s;
    const QString nyu = u"New York University"_s;
    offerPerson(index, u"Senior Product Manager"_s, u"Brightmoor Labs"_s, usc);
    offerPerson(index, u"Senior Product Manager"_s, u"Brightmoor Labs"_s, usc);
    offerPerson(index, u"Senior product manager"_s, u"BRIGHTMOOR LABS"_s, usc);
    offerPerson(index, u"Product Manager"_s, u"Brightmoor Labs"_s, usc);
    offerPerson(index, u"Product Designer"_s, u"Brightmoor Labs"_s, nyu);
    offerPerson(index, u"Product Designer"_s, u"Café Vaurenne"_s, nyu);
    const auto known = suggestionKind(kind);
    QVERIFY(known);
    QCOMPARE(texts(index.suggest(*known, typed)), expected);
}

void SuggestionIndexTest::limitHolds()
{
    SuggestionIndex index(m_knowledge);
    index.offerKnowledge();
    QCOMPARE(index.suggest(SuggestionKind::school, u"university"_s, 7).size(), 7);
    QVERIFY(index.suggest(SuggestionKind::school, u"university"_s, 0).isEmpty());
    QVERIFY(index.suggest(SuggestionKind::school, u"university"_s, -1).isEmpty());
}

void SuggestionIndexTest::tablesHelpAnEmptyDirectory()
{
    SuggestionIndex index(m_knowledge);
    QVERIFY(index.suggest(SuggestionKind::school, u"eth"_s).isEmpty());
    index.offerKnowledge();
    QCOMPARE(texts(index.suggest(SuggestionKind::school, u"eth"_s)), QStringList {u"ETH Zürich 0"_s});
    QCOMPARE(texts(index.suggest(SuggestionKind::location, u"silicon valley"_s)),
             QStringList {u"San Francisco Bay Area 0"_s});
    QCOMPARE(index.suggest(SuggestionKind::jobTitle, u"swe"_s).constFirst().text, u"Software Engineer"_s);
}

void SuggestionIndexTest::kindsHaveWords()
{
    QCOMPARE(suggestionKindWords().size(), 8);
    for (const QString &word : suggestionKindWords()) {
        QVERIFY(suggestionKind(word));
    }
    QCOMPARE(*suggestionKind(u"sub_role"_s), SuggestionKind::subRole);
    QVERIFY(!suggestionKind(u"colour"_s));
    QVERIFY(!suggestionKind(QString()));
}
