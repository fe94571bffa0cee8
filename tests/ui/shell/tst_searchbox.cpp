// SPDX-License-Identifier: GPL-3.0-or-later
#include "framed.h"
#include "tests.h"

#include "ui/common/floatingpanel.h"
#include "ui/shell/searchbox.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace crema::ui;

namespace {

const QVector<SearchHit> hits {{u"draft"_s, u"d1"_s, u"Fellow Trojan"_s, u"to Amara"_s},
                               {u"contact"_s, u"c1"_s, u"Amara Okafor"_s, u"Analyst"_s},
                               {u"contact"_s, u"c2"_s, u"Amanda Lind"_s, {}}};

/// The search box of a shown window, with kinds described and the focus in it.
struct Asked : Framed
{
    SearchBox &box = window.searchBox();
    bool ready = false;

    Asked()
    {
        box.describeKind(u"contact"_s, u"People"_s, Glyph::person);
        box.describeKind(u"draft"_s, u"Drafts"_s, Glyph::drafts);
        ready = isActive();
        box.setFocus();
    }

    [[nodiscard]] FloatingPanel *panel() const
    {
        for (FloatingPanel *panel : window.findChildren<FloatingPanel *>()) {
            if (panel->accessibleName() == u"Search results"_s) {
                return panel;
            }
        }
        return nullptr;
    }

    [[nodiscard]] QStringList rows() const
    {
        QStringList found;
        for (const ResultRow &row : box.results()) {
            found.append(row.heading ? u"#"_s + row.title : row.title);
        }
        return found;
    }
};

} // namespace

void TestSearchBox::asksWhileTyping()
{
    Asked asked;
    QVERIFY(asked.ready);
    QSignalSpy queries(&asked.box, &SearchBox::queryChanged);
    QTest::keyClicks(&asked.box, u"am "_s);
    QCOMPARE(queries.size(), 3);
    QCOMPARE(queries.constLast().at(0).toString(), u"am"_s);
    asked.box.clear();
    QCOMPARE(queries.size(), 3);
}

void TestSearchBox::groupsByKind()
{
    Asked asked;
    QTest::keyClicks(&asked.box, u"am"_s);
    QVector<SearchHit> more = hits;
    more.append(SearchHit {u"letter"_s, u"l1"_s, u"Unknown kind"_s, {}});
    asked.box.showResults(u"am"_s, more);
    QVERIFY(asked.panel()->isVisible());
    QCOMPARE(asked.rows(),
             (QStringList {u"#People"_s, u"Amara Okafor"_s, u"Amanda Lind"_s, u"#Drafts"_s,
                           u"Fellow Trojan"_s, u"#letter"_s, u"Unknown kind"_s}));
}

void TestSearchBox::ignoresAnAnswerToAnOlderQuestion()
{
    Asked asked;
    QTest::keyClicks(&asked.box, u"ama"_s);
    asked.box.showResults(u"am"_s, hits);
    QVERIFY(asked.panel() == nullptr || !asked.panel()->isVisible());
    asked.box.showResults(u"ama"_s, {hits.at(1)});
    asked.box.showResults(u"am"_s, hits);
    QCOMPARE(asked.rows(), (QStringList {u"#People"_s, u"Amara Okafor"_s}));
    asked.box.clear();
    QVERIFY(!asked.panel()->isVisible());
    asked.box.showResults(u"ama"_s, hits);
    QVERIFY(!asked.panel()->isVisible());
}

void TestSearchBox::choosesByKeyboard()
{
    Asked asked;
    QSignalSpy chosen(&asked.box, &SearchBox::activated);
    QTest::keyClicks(&asked.box, u"am"_s);
    asked.box.showResults(u"am"_s, hits);
    QTest::keyClick(&asked.box, Qt::Key_Down);
    QTest::keyClick(&asked.box, Qt::Key_Down); // over the heading of the drafts
    QTest::keyClick(&asked.box, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().at(0).toString(), u"draft"_s);
    QCOMPARE(chosen.constFirst().at(1).toString(), u"d1"_s);
    QCOMPARE(chosen.constFirst().at(2).toString(), u"am"_s);
    QVERIFY(asked.box.text().isEmpty());
    QVERIFY(!asked.panel()->isVisible());
    // Up from the first goes around to the last.
    QTest::keyClicks(&asked.box, u"am"_s);
    asked.box.showResults(u"am"_s, hits);
    QTest::keyClick(&asked.box, Qt::Key_Up);
    QTest::keyClick(&asked.box, Qt::Key_Return);
    QCOMPARE(chosen.constLast().at(1).toString(), u"d1"_s);
}

void TestSearchBox::saysThatNothingWasFound()
{
    Asked asked;
    QTest::keyClicks(&asked.box, u"zzz"_s);
    asked.box.showResults(u"zzz"_s, {});
    QVERIFY(asked.panel()->isVisible());
    QVERIFY(asked.panel()->findChild<QLabel *>()->text().contains(u"zzz"_s));
    asked.box.showFailure(u"zzz"_s, u"The index is being rebuilt."_s);
    QCOMPARE(asked.panel()->findChild<QLabel *>()->text(), u"The index is being rebuilt."_s);
    QTest::keyClick(&asked.box, Qt::Key_Return);
}

void TestSearchBox::escapeClosesThenClears()
{
    Asked asked;
    QTest::keyClicks(&asked.box, u"am"_s);
    asked.box.showResults(u"am"_s, hits);
    QTest::keyClick(&asked.box, Qt::Key_Escape);
    QVERIFY(!asked.panel()->isVisible());
    QCOMPARE(asked.box.text(), u"am"_s);
    QTest::keyClick(&asked.box, Qt::Key_Escape);
    QVERIFY(asked.box.text().isEmpty());
}

void TestSearchBox::modelIsSound()
{
    ResultModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ResultRow heading;
    heading.title = u"People"_s;
    heading.heading = true;
    ResultRow person;
    person.id = u"c1"_s;
    person.title = u"Amara"_s;
    person.subtitle = u"Analyst"_s;
    model.setRows({heading, person});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
    QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), u"Amara, Analyst"_s);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}
