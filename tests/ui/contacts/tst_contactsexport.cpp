// SPDX-License-Identifier: GPL-3.0-or-later
#include "fullpage.h"
#include "tests.h"
#include "ui/contacts/celltext.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

namespace {

enum class Form { excelSafe, vcard, json, raw }; // as the dialog lists them

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Goes through the export dialog and the file dialog behind it.
bool exportTo(const QString &path, Form form)
{
    QDialog *dialog = dialogNamed(u"contacts.exportDialog"_s);
    if (dialog == nullptr) {
        return false;
    }
    dialog->findChildren<QRadioButton *>().at(static_cast<int>(form))->click();
    dialog->findChild<QPushButton *>(u"export.save"_s)->click();
    auto *files = dialog->findChild<QFileDialog *>();
    if (files == nullptr) {
        return false;
    }
    files->setDirectory(QFileInfo(path).path());
    files->selectFile(path);
    static_cast<QDialog *>(files)->accept();
    return spinUntil([&] { return QFile::exists(path); });
}

int peopleIn(const QByteArray &bytes, Form form)
{
    if (form == Form::vcard) {
        return static_cast<int>(bytes.count("BEGIN:VCARD"));
    }
    if (form == Form::json) {
        return static_cast<int>(QJsonDocument::fromJson(bytes).array().size());
    }
    return static_cast<int>(crema::ui::tableIn(QString::fromUtf8(bytes).replace(u',', u'\t')).size()) - 1;
}

} // namespace

void TestContactsExport::writesThatSet_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("form");
    QTest::addColumn<int>("count");
    QTest::addColumn<QStringList>("in");
    QTest::addColumn<QStringList>("out");
    const struct
    {
        const char *name;
        QString action;
        int count;
        QStringList in;
        QStringList out;
    } sets[] {
            {"selected", u"contacts.exportSelected"_s, 2, {u"Okafor"_s, u"山田"_s}, {u"Boateng"_s}},
            {"filtered",
             u"contacts.exportFiltered"_s,
             2,
             {u"Álvarez-Núñez"_s, u"Whitfield"_s},
             {u"Okafor"_s}},
            {"all",
             u"contacts.export"_s,
             everyone,
             {u"Okafor"_s, u"山田"_s, u"Boateng"_s, u"الأنصاري"_s},
             {}},
    };
    for (const auto &set : sets) {
        for (const auto &[word, form] :
             {std::pair("Excel-safe CSV", Form::excelSafe), std::pair("raw CSV", Form::raw),
              std::pair("vCard", Form::vcard), std::pair("JSON", Form::json)}) {
            QTest::addRow("%s as %s", set.name, word)
                    << set.action << static_cast<int>(form) << set.count << set.in << set.out;
        }
    }
}

void TestContactsExport::writesThatSet()
{
    QFETCH(const QString, action);
    QFETCH(const int, form);
    QFETCH(const int, count);
    QFETCH(const QStringList, in);
    QFETCH(const QStringList, out);
    const auto kind = static_cast<Form>(form);
    Full full;
    QVERIFY(full.open());
    const auto changed = test::await(flows::setContactFields(
            &full.desk.services(), u"p2"_s, {{u"jobTitle"_s, u"=HYPERLINK(\"https://example.com\")"_s}}));
    QVERIFY(changed.has_value());
    store::PeopleFilter contacted;
    contacted.statuses = {u"Contacted"_s};
    if (action.endsWith("Filtered"_L1)) {
        full.desk.page().presenter().setFilter(contacted);
        QVERIFY(full.desk.waitForRows(2));
    }
    full.select({u"p0"_s, u"p2"_s});
    full.desk.actions().find(action)->trigger();
    const QStringList endings {u"csv"_s, u"vcf"_s, u"json"_s, u"csv"_s};
    const QString path = full.desk.file(u"out."_s + endings[form]);
    QVERIFY(exportTo(path, kind));
    const QByteArray bytes = contents(path);
    QCOMPARE(peopleIn(bytes, kind), count);
    for (const QString &name : in) {
        QVERIFY2(bytes.contains(name.toUtf8()), qUtf8Printable(name));
    }
    for (const QString &name : out) {
        QVERIFY2(!bytes.contains(name.toUtf8()), qUtf8Printable(name));
    }
    QCOMPARE(bytes.startsWith("\xEF\xBB\xBF"), kind == Form::excelSafe);
    if (kind == Form::excelSafe && in.contains(u"山田"_s)) {
        QVERIFY(bytes.contains("'=HYPERLINK"));
    } else if (kind == Form::raw) {
        QVERIFY(!bytes.contains("'=HYPERLINK"));
    } else if (kind == Form::vcard) {
        QCOMPARE(bytes.count("VERSION:3.0"), static_cast<qsizetype>(count));
    }
}

void TestContactsExport::theFilterIsOnlyOfferedWhenThereIsOne()
{
    Full full;
    QVERIFY(full.open());
    QAction *action = full.desk.actions().find(u"contacts.exportFiltered"_s);
    QVERIFY(!action->isEnabled());
    store::PeopleFilter met;
    met.statuses = {u"Met"_s};
    full.desk.page().presenter().setFilter(met);
    QVERIFY(full.desk.waitForRows(1));
    QVERIFY(spinUntil([&] { return action->isEnabled(); }));
    full.desk.page().showAs(ContactsLayout::board); // the same people there
    QVERIFY(spinUntil([&] { return full.desk.page().presenter().rowIds().size() == 1; }));
    action->trigger();
    const QString path = full.desk.file(u"board.json"_s);
    QVERIFY(exportTo(path, Form::json));
    QCOMPARE(peopleIn(contents(path), Form::json), 1);
}

void TestContactsExport::enterSaves()
{
    Full full;
    QVERIFY(full.open());
    full.desk.actions().find(u"contacts.export"_s)->trigger();
    QDialog *dialog = dialogNamed(u"contacts.exportDialog"_s);
    QVERIFY(dialog != nullptr);
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    QVERIFY(dialog->findChild<QFileDialog *>() != nullptr);
    for (QAbstractButton *button : dialog->findChild<QDialogButtonBox *>(u"export.buttons"_s)->buttons()) {
        QCOMPARE(qobject_cast<QPushButton *>(button)->isDefault(), button->objectName() == "export.save"_L1);
    }
}
