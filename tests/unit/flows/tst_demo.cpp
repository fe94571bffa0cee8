// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "base/paths.h"
#include "flows/demoflow.h"
#include "mail/parse.h"

#include <QFile>
#include <QSet>

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

void DemoTest::doesTheWholeJob()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString folder = desk.ownFolder.filePath(u"demo"_s);
    const auto demo = test::await(runDemo(desk.services.get(), folder, {}));
    VERIFY_OK(demo);
    QCOMPARE(demo->contacts, 8);
    QCOMPARE(demo->drafts.size(), 8);
    QSet<QString> bodies;
    for (const QString &path : demo->drafts) {
        const auto bytes = readFile(path, 1'000'000);
        VERIFY_OK(bytes);
        const auto mail = mail::parseMessage(*bytes);
        VERIFY_OK(mail);
        QVERIFY(mail->to.isEmpty() || mail->to[0].email.endsWith(u".example"_s)); // nobody real is written to
        bodies << mail->textBody;
    }
    QCOMPARE(bodies.size(), 8);
    QVERIFY(!pdfText(readFile(demo->prepPdf, 10'000'000).value_or(QByteArray())).isEmpty());
    QCOMPARE(desk.unsound(), QString());
}

void DemoTest::aSecondTimeNobodyGetsASecondEmail()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString folder = desk.ownFolder.filePath(u"demo"_s);
    const auto first = test::await(runDemo(desk.services.get(), folder, {}));
    VERIFY_OK(first);
    const auto again = test::await(runDemo(desk.services.get(), folder, {}));
    VERIFY_OK(again);
    QCOMPARE(again->drafts, first->drafts); // the same files, not none
    QCOMPARE(desk.drafts().size(), 8);
    QCOMPARE(desk.contacts().size(), 8);
    QCOMPARE(desk.unsound(), QString());
}

void DemoTest::yourOwnProfileIsLeftAlone()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    const Profile before = *desk.reader->profile();
    VERIFY_OK(test::await(runDemo(desk.services.get(), desk.ownFolder.filePath(u"demo"_s), {})));
    QCOMPARE(*desk.reader->profile(), before);
}

void DemoTest::aFolderThatCannotBeMadeDoesNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString folder = desk.file(u"file"_s, "x") + u"/demo"_s;
    const auto demo = test::await(runDemo(desk.services.get(), folder, {}));
    QCOMPARE(demo.error().kind, ErrorKind::storage);
    QCOMPARE(desk.operations(), 0);
}
