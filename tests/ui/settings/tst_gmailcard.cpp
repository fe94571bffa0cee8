// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "flows/gmailflow.h"
#include "support/gmailbox.h"
#include "support/plainrequest.h"
#include "support/spin.h"
#include "ui/settings/gmailcard.h"
#include "ui/support/reach.h"
#include "ui/support/workdesk.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace crema;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

/// The card, with a browser that says yes at once, or never comes back.
struct Card
{
    WorkDesk desk;
    GmailBox box;

    ~Card() { desk.closeView(); }

    bool open(bool comesBack = true)
    {
        Deployment deployment;
        deployment.google = box.client();
        if (!desk.open(deployment)) {
            return false;
        }
        auto *card = new ui::GmailCard(desk.services());
        card->setBrowser([comesBack](const QUrl &url) {
            if (comesBack) {
                QTimer::singleShot(0, qApp, [url] {
                    const PlainReply there = plainRequest("GET", url);
                    (void)plainRequest("GET", there.location);
                });
            }
            return true;
        });
        return desk.show(card);
    }
    [[nodiscard]] qsizetype accounts() { return flows::gmailAccounts(desk.services().reader)->size(); }
    bool connect()
    {
        return desk.click(u"gmailConnect"_s) && spinUntil([&] { return desk.isShown(u"gmailAccount"_s); });
    }
};

#define WITH_CARD(card, comesBack)                                                                           \
    Card card;                                                                                               \
    if (!card.box.isRunning()) {                                                                             \
        QSKIP("python3 is not installed; it runs the stand-in for Gmail");                                   \
    }                                                                                                        \
    QVERIFY(card.open(comesBack))

} // namespace

void TestGmailCard::withoutAClientIdItSaysWhatToDo()
{
    WorkDesk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.show(new ui::GmailCard(desk.services())));
    QVERIFY(!desk.child<QPushButton>(u"gmailConnect"_s)->isEnabled());
    QVERIFY(desk.text(u"gmailResult"_s).contains(u"crema.json"_s));
    desk.closeView();
}

void TestGmailCard::connectsTestsAndDisconnects()
{
    WITH_CARD(card, true);
    QVERIFY(card.connect());
    QCOMPARE(card.desk.text(u"gmailAccount"_s), u"sam.student@example.edu"_s);
    QVERIFY(card.desk.text(u"gmailResult"_s).contains(u"is connected"_s));
    QVERIFY(card.desk.click(u"gmailTest"_s));
    QVERIFY(spinUntil([&] { return card.desk.text(u"gmailResult"_s).contains(u"answers"_s); }));
    QCOMPARE(unreachedByTab(&card.desk.window()).join(u' '), QString());
    QCOMPARE(namelessFaces(&card.desk.window()).join(u' '), QString());
    QVERIFY(card.desk.waitShown(u"gmailDisconnect"_s));
    QVERIFY(card.desk.click(u"gmailDisconnect"_s));
    QVERIFY(spinUntil([&] { return !card.desk.isShown(u"gmailAccount"_s); }));
    QCOMPARE(card.accounts(), 0);
}

void TestGmailCard::waitingCanBeCancelled()
{
    WITH_CARD(card, false);
    QVERIFY(card.desk.click(u"gmailConnect"_s));
    QVERIFY(card.desk.waitShown(u"gmailCancel"_s));
    QVERIFY(card.desk.isShown(u"gmailCopyAddress"_s));
    QVERIFY(!card.desk.isShown(u"gmailConnect"_s));
    QVERIFY(card.desk.click(u"gmailCancel"_s));
    QVERIFY(card.desk.waitShown(u"gmailConnect"_s));
    QVERIFY(card.desk.text(u"gmailResult"_s).contains(u"nothing was connected"_s));
    QCOMPARE(card.accounts(), 0);
}

void TestGmailCard::aDeadConnectionIsConnectedAgain()
{
    WITH_CARD(card, true);
    QVERIFY(card.connect());
    card.box.control({{"revokeAccount", "sam.student@example.edu"}});
    QVERIFY(card.desk.click(u"gmailTest"_s));
    QVERIFY(card.desk.waitShown(u"gmailAgain"_s));
    QVERIFY(card.desk.click(u"gmailAgain"_s));
    QVERIFY(spinUntil([&] { return !card.desk.isShown(u"gmailAgain"_s); }));
    QCOMPARE(card.accounts(), 1);
}

void TestGmailCard::deniedConsentIsExplained()
{
    WITH_CARD(card, true);
    card.box.control({{"consent", {{"error", "access_denied"}}}});
    QVERIFY(card.desk.click(u"gmailConnect"_s));
    QVERIFY(spinUntil([&] {
        return card.desk.text(u"gmailResult"_s).contains(u"nothing was connected"_s, Qt::CaseInsensitive);
    }));
    QVERIFY(card.desk.isShown(u"gmailConnect"_s));
}

/// Not a check: with CREMA_PICTURES=DIR it pictures the states for whoever looks at them.
void TestGmailCard::inPictures()
{
    const QString folder = qEnvironmentVariable("CREMA_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("CREMA_PICTURES names no folder.");
    }
    WITH_CARD(card, true);
    for (const auto &[scheme, word] :
         {std::pair(ui::SchemeChoice::light, u"light"_s), std::pair(ui::SchemeChoice::dark, u"dark"_s)}) {
        card.desk.theme().setChoice(scheme);
        QTest::qWait(200);
        card.desk.window().grab().save(u"%1/gmailcard-%2-%3.png"_s.arg(folder, word).arg(card.accounts()));
        if (card.accounts() == 0) {
            QVERIFY(card.connect());
        }
        QTest::qWait(200);
        card.desk.window().grab().save(u"%1/gmailcard-%2-%3.png"_s.arg(folder, word).arg(card.accounts()));
    }
}
