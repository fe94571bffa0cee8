// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "support/spin.h"

#include "ui/contacts/contactstableview.h"
#include "ui/contacts/importdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"
#include "ui/support/album.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace crema;
using crema::test::Album;
using crema::test::settle;

namespace {

QString writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bytes);
    }
    return path;
}

QByteArray sampleCsv()
{
    QByteArray csv(
            "Contacts of spring 2026\n\nfname;surname;e-mail;organization;role;university;mobile;source\n");
    for (int i = 0; i < 40; ++i) {
        const QByteArray n = QByteArray::number(i);
        csv += "Given" + n + ";Family" + n + ";given" + n + "@firm" + n + ".example;Firm " + n
                + " & Co;Analyst;Sample University;+1 555 010" + n + ";fair\n";
    }
    csv += ";;;Nobody & Sons;Ghost;;;\n";
    csv += "Amara;Okafor;;Hartwell & Stone;Investment Banking Analyst;;;fair\n";
    csv += "Eve;Moreau;not an address;Studio Nine;Designer;;;fair\n";
    return csv;
}

void drawDialogs(Desk &desk, const Album &album)
{
    auto *import = new ui::ImportDialog(desk.services(), &desk.page());
    import->open();
    album.keep(*import, u"import-choose"_s);
    import->openFile(writeFile(desk.file(u"photo.csv"_s), QByteArray("\x89PNG\r\n\x1a\n\0\0\0\0", 12)));
    album.keep(*import, u"import-wrong"_s);
    import->openFile(
            writeFile(desk.file(u"people.csv"_s),
                      QByteArray("Name;Mail\n\xC8\xE2\xE0\xED \xCF\xE5\xF2\xF0\xEE\xE2;i@x.example\n"
                                 "\xC0\xED\xED\xE0 \xD1\xE8\xE4\xEE\xF0\xEE\xE2\xE0;a@x.example\n")));
    settle(900);
    album.keep(*import, u"import-encoding"_s);
    import->openFile(writeFile(desk.file(u"people.csv"_s), sampleCsv()));
    settle(900);
    album.keep(*import, u"import-check"_s);
    import->presenter().import();
    settle(900);
    album.keep(*import, u"import-done"_s);
    import->accept();
    settle();
    for (const QString &id :
         {u"contacts.add"_s, u"contacts.tag"_s, u"contacts.export"_s, u"contacts.trash"_s}) {
        desk.actions().find(id)->trigger();
        settle();
        if (QWidget *dialog = QApplication::activeModalWidget()) {
            album.keep(*dialog, id.section(u'.', 1));
            dialog->close();
        }
        settle(100);
    }
}

void draw(ui::MainWindow &window, Desk &desk, const Album &album)
{
    auto *table = desk.child<ui::ContactsTableView>(u"contacts.table"_s);
    auto *filter = desk.child<QLineEdit>(u"contacts.filter.text"_s);
    table->clearSelection();
    album.keep(window, u"table"_s);
    desk.page().showContact(u"p0"_s);
    album.keep(window, u"contact"_s);
    table->selectAll();
    album.keep(window, u"several"_s);
    table->clearSelection();
    filter->setText(u"no"_s);
    Q_EMIT filter->textEdited(u"no"_s);
    album.keep(window, u"filter"_s);
    Q_EMIT filter->textEdited(u"xyzzy"_s);
    album.keep(window, u"nomatch"_s);
    desk.page().presenter().clearFilters();
    settle();
    const qint64 rid = desk.page().presenter().rowIdOf(u"p1"_s);
    table->editCell(rid, ui::ContactColumn::email);
    album.keep(window, u"edit"_s);
    desk.model().setData(desk.model().index(desk.model().rowOf(rid), 3), u"sofia at nordlicht"_s,
                         Qt::EditRole);
    table->setFocus();
    album.keep(window, u"wrong"_s);
}

void drawBoard(ui::MainWindow &window, Desk &desk, const Album &album)
{
    auto *filter = desk.child<QLineEdit>(u"contacts.filter.text"_s);
    desk.child<ui::ContactsTableView>(u"contacts.table"_s)->clearSelection();
    desk.page().showAs(ui::ContactsLayout::board);
    album.keep(window, u"board"_s);
    desk.page().showContact(u"p0"_s);
    album.keep(window, u"board-contact"_s);
    Q_EMIT filter->textEdited(u"an"_s);
    album.keep(window, u"board-filter"_s);
    desk.page().presenter().clearFilters();
    settle();
    desk.child<QAbstractButton>(u"contacts.filter.company"_s)->click();
    settle();
    if (auto *popup = desk.child<QWidget>(u"contacts.facet"_s)) {
        album.keep(*popup, u"facet"_s);
        popup->close();
    }
    desk.page().showAs(ui::ContactsLayout::table);
    settle();
    desk.child<ui::ContactsTableView>(u"contacts.table"_s)->chooseColumns();
    settle();
    if (QWidget *dialog = QApplication::activeModalWidget()) {
        album.keep(*dialog, u"columns"_s);
        dialog->close();
    }
}

/// The page with very many contacts on it.
int drawMany(const QString &folder, ui::Theme &theme)
{
    const int count = qEnvironmentVariableIntValue("CREMA_GRAB_ROWS");
    if (count <= 0) {
        return 0;
    }
    Desk desk;
    if (!desk.open()) {
        return 1;
    }
    desk.add(manyPeople(count));
    ui::MainWindow window(desk.actions(), theme);
    window.resize(1280, 800);
    desk.show();
    window.addPage({u"contacts"_s, u"Contacts"_s, ui::Glyph::contacts, [&desk] { return &desk.page(); }});
    window.show();
    (void)desk.waitForRows(count);
    for (const auto choice : {ui::SchemeChoice::light, ui::SchemeChoice::dark}) {
        theme.setChoice(choice);
        const Album album {folder, choice == ui::SchemeChoice::light ? u"-light"_s : u"-dark"_s};
        desk.page().showAs(ui::ContactsLayout::table);
        settle(1500);
        desk.child<ui::ContactsTableView>(u"contacts.table"_s)->scrollToBottom();
        album.keep(window, u"many-table"_s);
        desk.page().showAs(ui::ContactsLayout::board);
        settle(1500);
        album.keep(window, u"many-board"_s);
    }
    desk.release();
    return 0;
}

/// How long a page with many contacts takes until it is painted, and until the whole list is there.
void measure(const QString &folder)
{
    const int count = qEnvironmentVariableIntValue("CREMA_GRAB_ROWS");
    if (count <= 0) {
        return;
    }
    Desk desk;
    if (!desk.open()) {
        return;
    }
    desk.add(manyPeople(count));
    QElapsedTimer clock;
    const auto report = [&clock](const char *what) {
        std::printf("%-34s %7.1f ms\n", what, double(clock.nsecsElapsed()) / 1e6);
    };
    clock.start();
    desk.show();
    desk.page().grab();
    report("page made and painted");
    (void)desk.waitForRows(count);
    report("whole list there");
    auto &presenter = desk.page().presenter();
    auto *table = desk.child<ui::ContactsTableView>(u"contacts.table"_s);
    settle(500);
    const auto longest = [&](const char *what, const std::function<void()> &start,
                             const std::function<bool()> &over) {
        // The window's thread is looked at every event: the longest time it was away is what a user feels.
        qint64 worst = 0;
        clock.start();
        QElapsedTimer beat;
        beat.start();
        start();
        worst = beat.nsecsElapsed();
        while (!over() && clock.elapsed() < 20000) {
            beat.start();
            QApplication::processEvents(QEventLoop::AllEvents, 1);
            worst = std::max(worst, beat.nsecsElapsed());
        }
        std::printf("%-34s %7.1f ms, longest stop %6.1f ms\n", what, double(clock.nsecsElapsed()) / 1e6,
                    double(worst) / 1e6);
    };
    bool listed = false;
    QObject::connect(&presenter, &ui::ContactsPresenter::listed, &presenter, [&listed] { listed = true; });
    const auto after = [&listed] { return std::exchange(listed, false); };
    longest("filter \"a\"", [&] { presenter.setText(u"a"_s); }, after);
    longest("filter \"am ha\"", [&] { presenter.setText(u"am ha"_s); }, after);
    longest("no filter", [&] { presenter.clearFilters(); }, after);
    longest(
            "sort by company", [&] { presenter.setSort(ui::ContactColumn::company, Qt::DescendingOrder); },
            after);
    longest("sort by name", [&] { presenter.setSort(ui::ContactColumn::name, Qt::AscendingOrder); }, after);
    longest(
            "jump to the end",
            [&] {
                table->scrollToBottom();
                table->viewport()->repaint();
            },
            [] { return true; });
    longest("select all", [&] { table->selectAll(); }, [] { return true; });
    longest("to the board", [&] { desk.page().showAs(ui::ContactsLayout::board); }, after);
    longest("paint of the board", [&] { desk.page().grab(); }, [] { return true; });
    longest("board filter \"a\"", [&] { presenter.setText(u"a"_s); }, after);
    longest("board, no filter", [&] { presenter.clearFilters(); }, after);
    longest(
            "one contact added",
            [&] {
                Contact one;
                one.id = u"one"_s;
                one.firstName = u"Brand New"_s;
                store::Operation operation;
                operation.create(Kind::contact, one.id, toBody(one));
                static TaskScope scope;
                scope.launch(desk.services().store.apply(std::move(operation)),
                             [](Result<store::Change>) { });
            },
            after);
    (void)folder;
}

} // namespace

int drawPictures(const QString &folder)
{
    QDir().mkpath(folder);
    ui::Theme theme(ui::SchemeChoice::light);
    measure(folder);
    for (const auto choice : {ui::SchemeChoice::light, ui::SchemeChoice::dark}) {
        theme.setChoice(choice);
        Desk desk;
        if (!desk.open()) {
            return 1;
        }
        ui::MainWindow window(desk.actions(), theme);
        window.resize(1280, 800);
        const Album album {folder, choice == ui::SchemeChoice::light ? u"-light"_s : u"-dark"_s};
        desk.show();
        window.addPage({u"contacts"_s, u"Contacts"_s, ui::Glyph::contacts, [&desk] { return &desk.page(); }});
        window.show();
        album.keep(window, u"empty"_s);
        desk.add(somePeople());
        draw(window, desk, album);
        drawDialogs(desk, album);
        drawBoard(window, desk, album);
        desk.release();
    }
    return drawMany(folder, theme);
}
