// SPDX-License-Identifier: GPL-3.0-or-later
#include "filekindtests.h"
#include "quirktests.h"
#include "tests.h"
#include "workbooktests.h"

#include <QCoreApplication>
#include <QFile>

QByteArray fixtureBytes(const char *name)
{
    QFile file(crema::test::fixture(QStringLiteral("exchange/") + QString::fromLatin1(name)));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no fixture %s", name);
    }
    return file.readAll();
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    TextDecodingTest textDecoding;
    CsvReaderTest csvReader;
    ColumnsTest columns;
    PersonNamesTest personNames;
    CellValuesTest cellValues;
    ListCellsTest listCells;
    FormatsTest formats;
    PeopleReaderTest peopleReader;
    VcardTest vcard;
    WritersTest writers;
    VcardQuirksTest vcardQuirks;
    TableQuirksTest tableQuirks;
    ForeignTablesTest foreignTables;
    JsonPeopleTest jsonPeople;
    JsonShapesTest jsonShapes;
    UntidyFilesTest untidyFiles;
    RowPeopleTest rowPeople;
    EmailCellsTest emailCells;
    RecipientsTest recipients;
    OrdinaryListsTest ordinaryLists;
    ZipFilesTest zipFiles;
    LdifTest ldif;
    HtmlTablesTest htmlTables;
    XlsxTest xlsxTest;
    OdsTest odsTest;
    WorkbooksTest workbooks;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {
                 &textDecoding,  &csvReader,     &columns,    &personNames, &cellValues,  &listCells,
                 &formats,       &peopleReader,  &vcard,      &writers,     &vcardQuirks, &tableQuirks,
                 &foreignTables, &jsonPeople,    &jsonShapes, &untidyFiles, &rowPeople,   &emailCells,
                 &recipients,    &ordinaryLists, &zipFiles,   &ldif,        &htmlTables,  &xlsxTest,
                 &odsTest,       &workbooks}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
