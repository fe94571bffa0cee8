// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "flows/newschoice.h"
#include "flows/paperchoice.h"
#include "support/spin.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/settings/newscard.h"
#include "ui/settings/papercard.h"
#include "ui/support/workdesk.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace crema;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

struct Card
{
    WorkDesk desk;

    ~Card() { desk.closeView(); }

    bool open() { return desk.open() && show(); }
    bool show() { return desk.show(new ui::NewsCard(desk.services())); }
    [[nodiscard]] prep::NewsChoice kept() { return flows::newsChoice(desk.services().reader); }
    bool add(const QString &address)
    {
        desk.child<QLineEdit>(u"newsFeedAddress"_s)->setText(address);
        return desk.click(u"newsFeedAdd"_s);
    }
};

} // namespace

void TestNewsCard::newsIsSwitchedOffAndStaysOff()
{
    Card card;
    QVERIFY(card.open());
    auto *on = card.desk.child<QCheckBox>(u"newsOn"_s);
    QVERIFY(on->isChecked());
    on->click();
    QVERIFY(spinUntil([&] { return !card.kept().isOn; }));
    card.desk.closeView();
    QVERIFY(card.show());
    QVERIFY(!card.desk.child<QCheckBox>(u"newsOn"_s)->isChecked());
}

void TestNewsCard::feedsAreAddedAndRemoved()
{
    Card card;
    QVERIFY(card.open());
    QVERIFY(!card.desk.child<QPushButton>(u"newsFeedAdd"_s)->isEnabled());
    QVERIFY(card.add(u" news.example/feed.xml "_s));
    QVERIFY(spinUntil([&] { return card.kept().feeds == QStringList {u"https://news.example/feed.xml"_s}; }));
    QVERIFY(spinUntil([&] { return card.desk.isShown(u"newsFeedRemove"_s); }));
    QCOMPARE(card.desk.text(u"newsFeed"_s), u"https://news.example/feed.xml"_s);
    QVERIFY(card.desk.child<QLineEdit>(u"newsFeedAddress"_s)->text().isEmpty());
    QVERIFY(card.add(u"https://news.example/feed.xml"_s));
    QVERIFY(card.desk.allText().contains(u"already"_s));
    QVERIFY(card.desk.click(u"newsFeedRemove"_s));
    QVERIFY(spinUntil(
            [&] { return card.kept().feeds.isEmpty() && !card.desk.isShown(u"newsFeedRemove"_s); }));
}

void TestNewsCard::whatIsNoFeedIsRefused_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("words");
    QTest::newRow("no secure connection") << u"http://news.example/feed"_s << u"https"_s;
    QTest::newRow("script") << u"javascript:alert(1)"_s << u"no address"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s << u"no address"_s;
    QTest::newRow("word") << u"news"_s << u"no address"_s;
    QTest::newRow("password") << u"https://me:secret@news.example/feed"_s << u"password"_s;
}

void TestNewsCard::whatIsNoFeedIsRefused()
{
    QFETCH(QString, address);
    QFETCH(QString, words);
    Card card;
    QVERIFY(card.open());
    QVERIFY(card.add(address));
    QVERIFY2(card.desk.allText().contains(words), qPrintable(card.desk.allText()));
    QCOMPARE(card.desk.child<QLineEdit>(u"newsFeedAddress"_s)->text(), address); // what was typed stays
    QVERIFY(card.kept().feeds.isEmpty());
}

void TestNewsCard::inPictures()
{
    const QString folder = qEnvironmentVariable("CREMA_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("CREMA_PICTURES names no folder.");
    }
    Card card;
    QVERIFY(card.open());
    const prep::NewsChoice choice {
            true, {u"https://news.example/feed.xml"_s, u"https://paper.example/"_s + QString(150, u'a')}};
    QVERIFY(test::await(flows::setNewsChoice(&card.desk.services(), choice)));
    card.desk.closeView();
    QVERIFY(card.show());
    QVERIFY(card.add(u"http://news.example/feed"_s));
    for (const auto &[scheme, word] :
         {std::pair(ui::SchemeChoice::light, u"light"_s), std::pair(ui::SchemeChoice::dark, u"dark"_s)}) {
        card.desk.theme().setChoice(scheme);
        QTest::qWait(300);
        QVERIFY(card.desk.window().grab().save(QDir(folder).filePath(u"news-"_s + word + u".png"_s)));
    }
}

void TestNewsCard::thePaperStays()
{
    WorkDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.show(new ui::PaperCard(desk.services())));
    auto *paper = desk.child<ui::SegmentedControl>(u"settingsPaper"_s);
    QCOMPARE(paper->current(), 0);
    const auto buttons = paper->findChildren<QAbstractButton *>();
    QCOMPARE(buttons.size(), 3);
    for (const auto &[index, choice] :
         {std::pair(2, flows::PaperChoice::letter), std::pair(1, flows::PaperChoice::a4)}) {
        buttons[index]->click();
        QVERIFY(spinUntil([&] { return flows::paperChoice(desk.services().reader) == choice; }));
    }
    desk.closeView();
    QVERIFY(desk.show(new ui::PaperCard(desk.services())));
    QCOMPARE(desk.child<ui::SegmentedControl>(u"settingsPaper"_s)->current(), 1);
    desk.closeView();
}
