// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "support/spin.h"
#include "support/workbooks.h"
#include "ui/contacts/importdialog.h"
#include "ui/shell/dropcover.h"
#include "ui/shell/searchbox.h"
#include "ui/shell/toaststrip.h"
#include "ui/support/workdesk.h"
#include "window/windowcomposition.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QSettings>
#include <QTest>
#include <QUrl>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::ui;
using test::spinUntil;

namespace {

const QByteArray people("First Name,Last Name,Email Address,Company\n"
                        "Inês,Paz,ines@paz.example,Nordlicht\n"
                        "Ada,Lund,ada@lund.example,Meridian\n");
const QByteArray resume("Jordan Reyes\nUniversity of Southern California\nBSc Economics, 2027\n");

/// The whole window, shown.
struct Whole
{
    test::WorkDesk desk;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<app::WindowComposition> composition;
    QMimeData mime;

    bool open()
    {
        if (!desk.open()) {
            return false;
        }
        settings = std::make_unique<QSettings>(desk.file(u"view.ini"_s), QSettings::IniFormat);
        composition = std::make_unique<app::WindowComposition>(desk.services(), desk.theme(), *settings);
        window().show();
        return QTest::qWaitForWindowActive(&window());
    }
    [[nodiscard]] MainWindow &window() { return composition->window(); }
    [[nodiscard]] DropCover &cover() { return window().dropCover(); }
    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile file(desk.file(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
    void hold(const QStringList &paths)
    {
        QList<QUrl> urls;
        for (const QString &path : paths) {
            urls << QUrl::fromLocalFile(path);
        }
        mime.setUrls(urls);
    }

    // As the window system says it: to the native window.
    bool enter(const QPoint &at = {500, 400})
    {
        QDragEnterEvent event(at, Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, {});
        event.setDropAction(Qt::MoveAction);
        event.ignore();
        QApplication::sendEvent(window().windowHandle(), &event);
        return event.isAccepted() && event.dropAction() == Qt::CopyAction;
    }
    void move(const QPoint &at)
    {
        QDragMoveEvent event(at, Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(window().windowHandle(), &event);
    }
    void leave()
    {
        QDragLeaveEvent event;
        QApplication::sendEvent(window().windowHandle(), &event);
    }
    void drop(const QPoint &at = {500, 400})
    {
        QDropEvent event(QPointF(at), Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(window().windowHandle(), &event);
    }
    ImportDialog *importDialog()
    {
        for (auto *dialog : window().findChildren<ImportDialog *>()) {
            if (dialog->isVisible()) {
                return dialog;
            }
        }
        return nullptr;
    }
    /// The trial of the import that is shown; -1 when there is none.
    int wouldCreate()
    {
        if (!spinUntil(
                    [this] { return importDialog() && importDialog()->presenter().trial().has_value(); })) {
            return -1;
        }
        return importDialog()->presenter().trial()->created;
    }
};

} // namespace

void TestDrops::contactsAreImportedFromEveryPage_data()
{
    QTest::addColumn<QString>("page");
    for (const char *page : {"home", "find", "contacts", "drafts", "chats", "account", "settings"}) {
        QTest::newRow(page) << QString::fromLatin1(page);
    }
}

void TestDrops::contactsAreImportedFromEveryPage()
{
    QFETCH(const QString, page);
    Whole whole;
    QVERIFY(whole.open());
    whole.window().showPage(page);
    whole.hold({whole.file(u"Connections.csv"_s, people)});
    QVERIFY(!whole.cover().isVisible());
    QVERIFY(whole.enter());
    QVERIFY(whole.cover().isVisible());
    QCOMPARE(whole.cover().geometry(), whole.window().rect());
    QCOMPARE(whole.cover().words().title, u"Drop to import contacts from Connections.csv"_s);
    whole.move({60, 60});
    QVERIFY(whole.cover().isVisible());
    whole.drop();
    QVERIFY(!whole.cover().isVisible());
    QCOMPARE(whole.wouldCreate(), 2);
    QCOMPARE(whole.window().currentPage(), u"contacts"_s);
    QVERIFY(QFile::exists(whole.desk.file(u"Connections.csv"_s)));
}

void TestDrops::otherKindsAreImported_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isTable");
    QTest::newRow("an address book") << u"people.ldif"_s << QByteArray("dn: cn=x\ncn: Inês Paz\n") << false;
    QTest::newRow("a page called .xls")
            << u"people.xls"_s
            << QByteArray("<table><tr><th>Name<th>Email<tr><td>Inês Paz<td>ines@paz.example</table>") << true;
    // people.csv, stored
    QTest::newRow("an archive") << u"people.ZIP"_s
                                << QByteArray::fromBase64("UEsDBBQAAAAAAIMYIlwV8USBJQAAACUAAAAKAAAAcGVvcGxlLm"
                                                          "Nzdk5hbWUsRW1haWwKSW5lcyBQYXosaW5lc0BwYX"
                                                          "ouZXhhbXBsZQpQSwECFAMUAAAAAACDGCJcFfFEgSUAAAAlAAAA"
                                                          "CgAAAAAAAAAAAAAAgAEAAAAAcGVvcGxlLmNzdlBL"
                                                          "BQYAAAAAAQABADgAAABNAAAAAAA=")
                                << true;
}

void TestDrops::otherKindsAreImported()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isTable);
    Whole whole;
    QVERIFY(whole.open());
    whole.hold({whole.file(name, bytes)});
    QVERIFY(whole.enter());
    QCOMPARE(whole.cover().words().title, u"Drop to import contacts from %1"_s.arg(name));
    whole.drop();
    QCOMPARE(whole.wouldCreate(), 1);
    QCOMPARE(whole.importDialog()->presenter().isTable(), isTable);
}

void TestDrops::workbooksAreImported()
{
    Whole whole;
    QVERIFY(whole.open());
    whole.hold({whole.file(
            u"People.XLSX"_s,
            xlsx(inlineRow({u"Name"_s, u"Email"_s}) + inlineRow({u"Bo Lind"_s, u"b@b.example"_s})))});
    QVERIFY(whole.enter());
    QCOMPARE(whole.cover().words().title, u"Drop to import contacts from People.XLSX"_s);
    whole.drop();
    QCOMPARE(whole.wouldCreate(), 1);
}

void TestDrops::aFieldUnderneathTakesNoFile()
{
    Whole whole;
    QVERIFY(whole.open());
    whole.hold({whole.file(u"people.vcf"_s, "BEGIN:VCARD\nVERSION:3.0\nFN:Inês Paz\nEND:VCARD\n")});
    whole.mime.setText(u"file:///people.vcf"_s); // file managers give the path as text too
    QLineEdit *field = &whole.window().searchBox();
    const QPoint at = field->mapTo(&whole.window(), field->rect().center());
    QVERIFY(whole.enter(at));
    whole.drop(at);
    QCOMPARE(whole.wouldCreate(), 1);
    QCOMPARE(field->text(), QString());
}

void TestDrops::severalFilesFollowOneAnother()
{
    Whole whole;
    QVERIFY(whole.open());
    whole.hold({whole.file(u"one.csv"_s, people), whole.file(u"photo.png"_s, "\x89PNG"),
                whole.file(u"two.json"_s, R"([{"firstName":"Bo","lastName":"Lindqvist"}])")});
    QVERIFY(whole.enter());
    QCOMPARE(whole.cover().words().title, u"Drop to import contacts from 2 files"_s);
    QVERIFY(whole.cover().words().text.contains(u"photo.png"_s));
    whole.drop();
    QVERIFY(spinUntil([&] { return whole.window().toasts().text().contains(u"photo.png"_s); })); // a while
    QCOMPARE(whole.wouldCreate(), 2);
    QPointer<ImportDialog> first = whole.importDialog();
    first->reject();
    QVERIFY(spinUntil([&] { return first.isNull(); }));
    QCOMPARE(whole.wouldCreate(), 1);
    first = whole.importDialog();
    first->reject();
    QVERIFY(spinUntil([&] { return first.isNull(); }));
    QVERIFY(whole.importDialog() == nullptr);
}

void TestDrops::aResumeIsRead_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("name");
    QTest::newRow("markdown on a page of something else") << u"home"_s << u"resume.md"_s;
    QTest::newRow("plain text on the account page") << u"account"_s << u"resume.txt"_s;
}

void TestDrops::aResumeIsRead()
{
    QFETCH(const QString, page);
    QFETCH(const QString, name);
    Whole whole;
    QVERIFY(whole.open());
    whole.window().showPage(page);
    whole.hold({whole.file(name, resume)});
    QVERIFY(whole.enter());
    QCOMPARE(whole.cover().words().title, u"Drop to read %1 as your resume"_s.arg(name));
    whole.drop();
    QVERIFY(spinUntil([&] {
        const auto read = whole.desk.services().reader.defaultResume();
        return read && *read && (*read)->fileName == name;
    }));
    QCOMPARE(whole.window().currentPage(), u"account"_s);
}

void TestDrops::otherFilesAreNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("advice");
    QTest::newRow("a picture") << u"photo.png"_s << u"CSV, XLSX, ODS, vCard or JSON"_s;
    QTest::newRow("a binary workbook") << u"people.xlsb"_s << u"as .xlsx or CSV"_s;
    QTest::newRow("Numbers") << u"people.numbers"_s << u"as .xlsx or CSV"_s;
    QTest::newRow("another archive") << u"export.7z"_s << u"CSV, XLSX, ODS, vCard or JSON"_s;
    QTest::newRow("a folder") << u"folder.csv"_s << u"drop the files themselves"_s;
    QTest::newRow("no ending") << u"README"_s << u"PDF or DOCX"_s;
}

void TestDrops::otherFilesAreNamed()
{
    QFETCH(const QString, name);
    QFETCH(const QString, advice);
    Whole whole;
    QVERIFY(whole.open());
    const QString path = whole.desk.file(name);
    QVERIFY(name.startsWith("folder"_L1) ? QDir().mkpath(path) : !whole.file(name, "x").isEmpty());
    whole.hold({path});
    QVERIFY(whole.enter());
    QCOMPARE(whole.cover().words().tone, ui::Tone::bad);
    QVERIFY2(whole.cover().words().text.contains(advice), qUtf8Printable(whole.cover().words().text));
    whole.drop();
    QVERIFY(spinUntil([&] { return whole.window().toasts().text().contains(name); }));
    QVERIFY(whole.window().toasts().text().contains(advice));
    QVERIFY(whole.importDialog() == nullptr);
    QCOMPARE(whole.window().currentPage(), u"home"_s);
}

void TestDrops::leavingTakesTheHintAway()
{
    Whole whole;
    QVERIFY(whole.open());
    whole.hold({whole.file(u"a.csv"_s, people)});
    QVERIFY(whole.enter());
    whole.window().resize(900, 640); // it follows the window
    QCOMPARE(whole.cover().geometry(), whole.window().rect());
    whole.leave();
    QVERIFY(!whole.cover().isVisible());
    QVERIFY(whole.enter());
    QVERIFY(whole.cover().isVisible());
}

void TestDrops::whatIsNoFileIsNotTaken()
{
    Whole whole;
    QVERIFY(whole.open());
    whole.mime.setUrls({QUrl(u"https://example.com/people.csv"_s)});
    QVERIFY(!whole.enter());
    QVERIFY(!whole.cover().isVisible());
}

void TestDrops::aDialogInFrontKeepsItsFiles()
{
    Whole whole;
    QVERIFY(whole.open());
    whole.hold({whole.file(u"a.csv"_s, people)});
    QVERIFY(whole.enter());
    whole.drop();
    QCOMPARE(whole.wouldCreate(), 2);
    QVERIFY(!whole.enter());
    QVERIFY(!whole.cover().isVisible());
}

void TestDrops::aTablePastedOnTheEmptyPageIsPreviewed()
{
    Whole whole;
    QVERIFY(whole.open());
    whole.window().showPage(u"contacts"_s);
    QVERIFY(spinUntil([&] {
        auto *empty = whole.window().findChild<QWidget *>(u"contacts.empty"_s);
        return empty != nullptr && empty->isVisible();
    }));
    // As LibreOffice puts it there, with a column that has to be given a field.
    QApplication::clipboard()->setText(
            u"Given\tFamily\tE-mail\tHouse\nInês\tPaz\tines@paz.example\tAcme\n"_s);
    QTest::keySequence(&whole.window(), QKeySequence::Paste);
    QCOMPARE(whole.wouldCreate(), 1);
    QVERIFY(whole.importDialog()->presenter().isTable());
    QCOMPARE(whole.importDialog()->presenter().preview().mapping.columns.size(), 4);
    // A field keeps its own paste.
    whole.importDialog()->reject();
    QVERIFY(spinUntil([&] { return whole.importDialog() == nullptr; }));
    QLineEdit *field = &whole.window().searchBox();
    field->setFocus();
    QTest::keySequence(field, QKeySequence::Paste);
    QVERIFY(field->text().contains(u"Paz"_s));
    QVERIFY(whole.importDialog() == nullptr);
}
