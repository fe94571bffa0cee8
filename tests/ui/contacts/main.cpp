// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "mergetests.h"
#include "spreadsheettests.h"
#include "tests.h"

#include "base/englishplurals.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    crema::EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    const QString pictures = qEnvironmentVariable("CREMA_GRAB");
    if (!pictures.isEmpty()) {
        return qEnvironmentVariableIsSet("CREMA_GRAB_MERGE") ? drawMergePictures(pictures)
                                                             : drawPictures(pictures);
    }
    const QString panePictures = qEnvironmentVariable("CREMA_GRAB_PANE");
    if (!panePictures.isEmpty()) {
        return drawPanePictures(panePictures);
    }
    crema::ui::Theme theme(crema::ui::SchemeChoice::light);
    int failed = 0;
    TestContactTableModel model;
    failed += QTest::qExec(&model, argc, argv);
    TestContactsPage page;
    failed += QTest::qExec(&page, argc, argv);
    TestContactsKept kept;
    failed += QTest::qExec(&kept, argc, argv);
    TestContactsHands hands;
    failed += QTest::qExec(&hands, argc, argv);
    TestContactsViews views;
    failed += QTest::qExec(&views, argc, argv);
    TestSpreadsheetKeys keys;
    failed += QTest::qExec(&keys, argc, argv);
    TestUnsavedCells unsaved;
    failed += QTest::qExec(&unsaved, argc, argv);
    TestPastes pastes;
    failed += QTest::qExec(&pastes, argc, argv);
    TestContactsTold told;
    failed += QTest::qExec(&told, argc, argv);
    TestBulkEdits bulk;
    failed += QTest::qExec(&bulk, argc, argv);
    TestContactsExport exporting;
    failed += QTest::qExec(&exporting, argc, argv);
    TestContactsBoard board;
    failed += QTest::qExec(&board, argc, argv);
    TestContactPane pane;
    failed += QTest::qExec(&pane, argc, argv);
    TestNotesEditor notes;
    failed += QTest::qExec(&notes, argc, argv);
    TestFieldBook fields;
    failed += QTest::qExec(&fields, argc, argv);
    TestTypedTexts typed;
    failed += QTest::qExec(&typed, argc, argv);
    TestHistoryDialog history;
    failed += QTest::qExec(&history, argc, argv);
    TestImportDialog import;
    failed += QTest::qExec(&import, argc, argv);
    TestMergeStudio mergeStudio;
    failed += QTest::qExec(&mergeStudio, argc, argv);
    return failed == 0 ? 0 : 1;
}
