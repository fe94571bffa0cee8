// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "../../backup/shelf.h"

#include "ui/settings/backupcard.h"
#include "ui/shell/dropcover.h"
#include "ui/support/album.h"
#include "ui/support/workdesk.h"
#include "window/repairdialog.h"
#include "window/windowcomposition.h"

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QUrl>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace crema;
using crema::test::Album;

namespace {

void drawDrops(app::WindowComposition &composition, const Album &album)
{
    ui::MainWindow &window = composition.window();
    for (const QString &name :
         {u"Connections.csv"_s, u"Jordan Reyes, resume.pdf"_s, u"holiday photo.png"_s}) {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(QDir::temp().filePath(name))});
        QDragEnterEvent enter(QPoint(500, 400), Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(window.windowHandle(), &enter);
        album.keep(window, u"drop-"_s + name.section(u'.', -1));
        QDragLeaveEvent leave;
        QApplication::sendEvent(window.windowHandle(), &leave);
    }
}

void drawBackup(app::WindowComposition &composition, test::WorkDesk &desk, const Album &album)
{
    composition.window().showPage(u"settings"_s);
    auto *card = composition.window().findChild<ui::BackupCard *>();
    album.keep(*card, u"backup"_s);
    card->findChild<QPushButton *>(u"backupCheck"_s)->click();
    album.keep(*card, u"backup-sound"_s);
    (void)desk.runSql("UPDATE contact SET company='Other'");
    card->findChild<QPushButton *>(u"backupCheck"_s)->click();
    album.keep(*card, u"backup-damaged"_s);
}

void drawRepair(const Album &album)
{
    Shelf shelf;
    if (!shelf.fill(60) || !overwrite(shelf.database(), 3 * 16384, QByteArray(16384, '\0'))) {
        return;
    }
    app::RepairDialog dialog(shelf.workspace(),
                             u"The database of this workspace is damaged: page 4 cannot be read."_s);
    dialog.show();
    test::settle(1000);
    album.keep(dialog, u"repair-found"_s);
    dialog.findChild<QPushButton *>(u"repairNow"_s)->click();
    test::settle(3000);
    album.keep(dialog, u"repair-done"_s);
}

} // namespace

int drawWindowPictures(const QString &folder)
{
    QDir().mkpath(folder);
    test::WorkDesk desk;
    if (!desk.open() || !desk.add({test::somebody(0), test::somebody(1), test::somebody(2)})) {
        return 1;
    }
    QSettings settings(desk.file(u"view.ini"_s), QSettings::IniFormat);
    for (const ui::SchemeChoice scheme : {ui::SchemeChoice::light, ui::SchemeChoice::dark}) {
        desk.theme().setChoice(scheme);
        const Album album {folder, u"-"_s + ui::schemeWord(scheme)};
        app::WindowComposition composition(desk.services(), desk.theme(), settings);
        composition.window().resize(1240, 800);
        composition.window().show();
        drawDrops(composition, album);
        drawBackup(composition, desk, album);
        drawRepair(album);
    }
    return 0;
}
