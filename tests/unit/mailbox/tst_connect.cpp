// SPDX-License-Identifier: GPL-3.0-or-later
#include "maildesk.h"
#include "tests.h"

#include <QDirIterator>
#include <QFile>

using namespace crema;
using namespace crema::flows;

void ConnectTest::connectsAndForgets()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.open());
    QVERIFY(!gmailAccount(*desk.reader).has_value());
    const auto connected = desk.connect();
    VERIFY_OK(connected);
    QCOMPARE(connected->account.email, u"sam.student@example.edu"_s);
    QVERIFY(connected->account.canRead());
    QVERIFY(connected->account.canWrite());
    QCOMPARE(connected->place, secrets::Place::keychain);
    VERIFY_OK(test::await(testGmail(desk.services.get(), {}, {})));

    const auto gone = test::await(disconnectGmail(desk.services.get(), {}, {}));
    VERIFY_OK(gone);
    QCOMPARE(gone->note, QString());
    QCOMPARE(gmailAccounts(*desk.reader)->size(), 0);
    QCOMPARE(intAt(server.control(), "tokens"), 0);
    QVERIFY(!test::await(testGmail(desk.services.get(), u"sam.student@example.edu"_s, {})).has_value());
}

void ConnectTest::keepsNoSecretInTheWorkspace()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(desk.push(desk.ids));
    desk.close();
    QDirIterator files(desk.folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int seen = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const char *secret : {"ya29.", "1//", "4/0A", "code_verifier", "refresh_token"}) {
            QVERIFY2(!bytes.contains(secret), qPrintable(file.fileName()));
        }
        ++seen;
    }
    QVERIFY(seen > 0);
}

void ConnectTest::anotherAccountThanWishedChangesNothing()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.open());
    server.signIn(u"sam.student@example.edu"_s); // whatever the program hints at
    const auto connected = desk.connect({u"somebody.else@example.edu"_s, true});
    QVERIFY(!connected);
    QCOMPARE(connected.error().kind, ErrorKind::conflict);
    QVERIFY(connected.error().text.contains(u"sam.student@example.edu"_s));
    QCOMPARE(gmailAccounts(*desk.reader)->size(), 0);
    QCOMPARE(intAt(server.control(), "tokens"), 0); // given back
}

void ConnectTest::deniedConsentSaysSo()
{
    WITH_GMAIL(server);
    server.control({{"consent", {{"error", "access_denied"}}}});
    MailDesk desk(server.client());
    VERIFY_OK(desk.open());
    const auto connected = desk.connect();
    QVERIFY(!connected);
    QCOMPARE(connected.error().kind, ErrorKind::forbidden);
}

void ConnectTest::withoutThePermissionToWriteNothingStays()
{
    WITH_GMAIL(server);
    server.control({{"consent", {{"scopes", {"openid", "https://www.googleapis.com/auth/gmail.readonly"}}}}});
    MailDesk desk(server.client());
    VERIFY_OK(desk.open());
    const auto connected = desk.connect();
    QVERIFY(!connected);
    QCOMPARE(connected.error().kind, ErrorKind::forbidden);
    QCOMPARE(intAt(server.control(), "tokens"), 0);
}

void ConnectTest::withoutThePermissionToReadItSaysWhatIsMissing()
{
    WITH_GMAIL(server);
    server.control({{"consent", {{"scopes", {"openid", "https://www.googleapis.com/auth/gmail.compose"}}}}});
    MailDesk desk(server.client());
    VERIFY_OK(desk.open());
    const auto connected = desk.connect();
    VERIFY_OK(connected);
    QVERIFY(!connected->account.canRead());
    QCOMPARE(connected->notes.size(), 1);
}

void ConnectTest::aDeadGrantIsToldOnceAndNotTriedAgain()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(2));
    server.control({{"revokeAccount", "sam.student@example.edu"}});
    const auto pushed = desk.push({desk.ids[0]});
    QVERIFY(!pushed);
    QCOMPARE(pushed.error().kind, ErrorKind::unauthorised);
    QVERIFY(!gmailAccount(*desk.reader)->problem.isEmpty());
    const int asked = server.asked("POST", u"/token"_s);
    QVERIFY(!desk.push({desk.ids[1]}));
    QCOMPARE(server.asked("POST", u"/token"_s), asked);
    QCOMPARE(desk.draft(0).state, u"draft"_s);

    VERIFY_OK(desk.connect({u"sam.student@example.edu"_s, true}));
    QCOMPARE(gmailAccount(*desk.reader)->problem, QString());
    VERIFY_OK(desk.push({desk.ids[0]}));
}

void ConnectTest::aRefusedTokenIsRenewed()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    server.control({{"expireTokens", true}});
    const auto pushed = desk.push(desk.ids);
    VERIFY_OK(pushed);
    QCOMPARE(pushed->there(), 1);
}

void ConnectTest::disconnectingWorksWithoutNetwork()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    server.fault({{"path", "/oauth/revoke"}, {"kind", "status"}, {"status", 503}, {"times", 9}});
    const auto gone = test::await(disconnectGmail(desk.services.get(), {}, {}), std::chrono::seconds(60));
    VERIFY_OK(gone);
    QVERIFY(!gone->note.isEmpty());
    QCOMPARE(gmailAccounts(*desk.reader)->size(), 0);
}

void ConnectTest::twoAccounts()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(2));
    server.signIn(u"second@example.org"_s);
    VERIFY_OK(desk.connect());
    QCOMPARE(gmailAccounts(*desk.reader)->size(), 2);
    QCOMPARE(gmailAccount(*desk.reader)->email, u"sam.student@example.edu"_s);
    VERIFY_OK(test::await(preferGmail(desk.services.get(), u"second@example.org"_s)));
    VERIFY_OK(desk.push({desk.ids[0]}));
    QCOMPARE(desk.place(0).account, u"second@example.org"_s);
    VERIFY_OK(test::await(disconnectGmail(desk.services.get(), u"second@example.org"_s, {})));
    QCOMPARE(gmailAccount(*desk.reader)->email, u"sam.student@example.edu"_s);
}
