// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/standingnotices.h"

#include "framed.h"
#include "tests.h"

#include "ui/common/banner.h"

#include <QAbstractButton>
#include <QLabel>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::ui;

namespace {

using Rank = StandingNotices::Rank;

/// A window and what its banner says.
struct Noticed
{
    Framed framed;
    StandingNotices &notices = framed.window.notices();
    Banner *banner = framed.window.findChild<Banner *>(u"window.banner"_s);

    void say(const QString &name, Rank rank, const std::function<void()> &act = {})
    {
        notices.show(name,
                     {.rank = rank,
                      .heading = u"Of "_s + name,
                      .text = {},
                      .action = act ? u"Act"_s : QString(),
                      .act = act});
    }
    [[nodiscard]] QString told() const { return banner->isVisible() ? banner->accessibleName() : QString(); }
    [[nodiscard]] bool tells(const QString &name) const { return told().startsWith(u"Of "_s + name); }
    QAbstractButton *button(const QString &name) { return banner->findChild<QAbstractButton *>(name); }
    void dismiss() { button(u"bannerClose"_s)->click(); }
};

} // namespace

void TestStandingNotices::noneTakesAnotherAway()
{
    Noticed noticed;
    QVERIFY(noticed.told().isEmpty());
    noticed.say(u"backup"_s, Rank::problem);
    noticed.say(u"trash"_s, Rank::problem);
    QVERIFY2(noticed.tells(u"backup"_s), qPrintable(noticed.told())); // the first stays under the hand
    QVERIFY2(noticed.told().contains(u"1 more notice"_s), qPrintable(noticed.told()));
    noticed.notices.withdraw(u"trash"_s);
    QCOMPARE(noticed.told(), u"Of backup"_s);
    noticed.say(u"trash"_s, Rank::problem);
    noticed.notices.withdraw(u"backup"_s);
    QCOMPARE(noticed.told(), u"Of trash"_s);
    noticed.notices.withdraw(u"somebody"_s);
    QCOMPARE(noticed.told(), u"Of trash"_s);
    noticed.notices.withdraw(u"trash"_s);
    QVERIFY(noticed.told().isEmpty());
}

void TestStandingNotices::theMostImportantIsInSight()
{
    Noticed noticed;
    noticed.say(u"news"_s, Rank::news);
    noticed.say(u"backup"_s, Rank::problem);
    QVERIFY2(noticed.tells(u"backup"_s), qPrintable(noticed.told()));
    noticed.say(u"question"_s, Rank::question);
    QVERIFY2(noticed.tells(u"question"_s), qPrintable(noticed.told()));
    noticed.say(u"late"_s, Rank::problem);
    for (const QString &next : {u"question"_s, u"backup"_s, u"late"_s, u"news"_s}) {
        QVERIFY2(noticed.tells(next), qPrintable(noticed.told()));
        noticed.dismiss();
    }
    QVERIFY(noticed.told().isEmpty());
}

void TestStandingNotices::whatIsSaidAgainReplacesItself()
{
    Noticed noticed;
    noticed.say(u"backup"_s, Rank::problem);
    noticed.notices.showError(u"backup"_s, {ErrorKind::storage, u"The disk is full."_s, u"secret"_s, {}, 0});
    QVERIFY2(noticed.told().contains(u"The disk is full."_s) && !noticed.told().contains(u"secret"_s),
             qPrintable(noticed.told()));
    QVERIFY(!noticed.button(u"bannerAction"_s)->isVisible()); // nobody would try again
    noticed.say(u"trash"_s, Rank::problem);
    noticed.notices.showError(u"backup"_s, {ErrorKind::cancelled, {}, {}, {}, 0});
    QCOMPARE(noticed.told(), u"Of trash"_s);
}

void TestStandingNotices::theButtonIsOfTheOneInSight()
{
    Noticed noticed;
    QStringList acts;
    noticed.say(u"first"_s, Rank::question, [&] { acts << u"first"_s; });
    noticed.say(u"second"_s, Rank::question, [&] {
        acts << u"second"_s;
        noticed.notices.withdraw(u"second"_s);
    });
    noticed.button(u"bannerAction"_s)->click();
    QCOMPARE(acts, QStringList {u"first"_s});
    QVERIFY2(noticed.tells(u"first"_s), qPrintable(noticed.told())); // its owner did not withdraw it
    noticed.dismiss();
    noticed.button(u"bannerAction"_s)->click();
    QCOMPARE(acts, (QStringList {u"first"_s, u"second"_s}));
    QVERIFY(noticed.told().isEmpty());
}
