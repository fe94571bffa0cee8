// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "support/pdlvendor.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/settings/settingsview.h"
#include "ui/support/workdesk.h"

#include <QAbstractButton>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using test::PdlVendor;
using test::spinUntil;
using test::WorkDesk;

namespace {

constexpr auto keyVariable = "PEOPLE_DATA_LABS_API_KEY";

std::unique_ptr<PdlVendor> stand;

PdlVendor &vendor()
{
    return *stand;
}

/// A shown Settings page, at the connections.
struct Connections
{
    WorkDesk desk;
    ui::SettingsView *view = nullptr;

    ~Connections() { desk.closeView(); }

    bool open()
    {
        Deployment deployment;
        deployment.pdlUrl = vendor().baseUrl();
        if (!desk.open(deployment)) {
            return false;
        }
        view = new ui::SettingsView(desk.services(), desk.theme());
        if (!desk.show(view)) {
            return false;
        }
        view->showConnections();
        return spinUntil([this] { return !state().startsWith(u"Looking"_s); });
    }

    [[nodiscard]] static QString name(const QString &part) { return u"connection_pdl_"_s + part; }
    QString state() { return desk.text(name(u"state"_s)); }
    QString result() { return desk.text(name(u"result"_s)); }
    QLineEdit *key() { return desk.child<QLineEdit>(name(u"key"_s)); }
    bool isEnabled(const QString &part) { return desk.child<QAbstractButton>(name(part))->isEnabled(); }
    bool click(const QString &part) { return desk.click(name(part)); }
};

/// Whether a file of the workspace has these bytes in it.
bool isWrittenSomewhere(const QString &folder, const QByteArray &bytes)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes)) {
            return true;
        }
    }
    return false;
}

} // namespace

void TestConnections::initTestCase()
{
    stand = std::make_unique<PdlVendor>();
    if (!vendor().isRunning()) {
        QSKIP("There is no /usr/bin/python3 for the stand-in of the vendor.");
    }
}

void TestConnections::cleanupTestCase()
{
    stand.reset();
}

void TestConnections::init()
{
    vendor().reset();
    qunsetenv(keyVariable);
}

void TestConnections::cleanup()
{
    qunsetenv(keyVariable);
}

void TestConnections::aKeyIsEnteredTestedAndDeleted()
{
    Connections page;
    QVERIFY(page.open());
    QVERIFY(page.state().startsWith(u"No key yet."_s));
    QVERIFY(page.key()->hasFocus()); // showConnections leads here
    QCOMPARE(page.key()->echoMode(), QLineEdit::Password);
    QVERIFY(!page.isEnabled(u"save"_s));
    QVERIFY(!page.isEnabled(u"test"_s));
    QTest::keyClicks(page.key(), u" test-key "_s); // pasted with blanks
    QTest::keyClick(page.key(), Qt::Key_Return);
    QVERIFY(spinUntil([&] { return page.result().startsWith(u"Saved."_s); }));
    QVERIFY(page.key()->text().isEmpty());
    QVERIFY(page.state().contains(u"until Crema is closed"_s)); // no keychain here, and it says so
    QVERIFY(page.click(u"test"_s));
    QVERIFY(spinUntil([&] { return page.result().startsWith(u"It works"_s); }));
    QVERIFY(!isWrittenSomewhere(page.desk.services().workspace.folder(), "test-key"));
    QVERIFY(page.click(u"delete"_s));
    QVERIFY(spinUntil([&] { return page.state().startsWith(u"No key yet."_s); }));
    QVERIFY(page.result().isEmpty()); // it was about the key that is gone
    QVERIFY(!page.isEnabled(u"test"_s));
}

void TestConnections::aKeyOfTheEnvironmentIsNotOursToDelete()
{
    qputenv(keyVariable, PdlVendor::key);
    Connections page;
    QVERIFY(page.open());
    QVERIFY(page.state().contains(u"environment"_s));
    QVERIFY(!page.desk.isShown(page.name(u"delete"_s)));
    QVERIFY(page.isEnabled(u"test"_s));
}

void TestConnections::whatCannotBeAKeyIsRefused()
{
    Connections page;
    QVERIFY(page.open());
    page.key()->setText(u"my key"_s);
    QVERIFY(page.click(u"save"_s));
    QVERIFY(spinUntil([&] { return page.result().contains(u"cannot be a key"_s); }));
    QCOMPARE(page.key()->text(), u"my key"_s); // to be mended
    QVERIFY(page.state().startsWith(u"No key yet."_s));
}

void TestConnections::aTestSaysWhyItFailed_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("words");
    QTest::newRow("refused") << QByteArray(R"({"kind": 401, "times": 9})") << u"did not accept the key"_s;
    QTest::newRow("too often") << QByteArray(
            R"({"kind": 429, "times": 9, "headers": {"Retry-After": "3600"}})")
                               << u"It works again "_s;
    QTest::newRow("garbage") << QByteArray(R"({"kind": "garbage", "times": 9})") << u"cannot be read"_s;
}

void TestConnections::aTestSaysWhyItFailed()
{
    QFETCH(QByteArray, fault);
    QFETCH(QString, words);
    vendor().fault(parseJson(fault).value_or(Json()));
    qputenv(keyVariable, PdlVendor::key);
    Connections page;
    QVERIFY(page.open());
    QVERIFY(page.click(u"test"_s));
    QVERIFY(spinUntil([&] { return page.isEnabled(u"test"_s); })); // done, and can be pressed again
    QVERIFY2(page.result().contains(words), qUtf8Printable(page.result()));
}
