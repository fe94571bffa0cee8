// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the Drafts page, to be looked at: CREMA_GRAB=DIR tst_ui_drafts. With CREMA_GRAB_DRAFTS=N also
// how long a page of so many drafts takes.
#include "page.h"
#include "tests.h"

#include "flows/draftreview.h"
#include "flows/profileflow.h"
#include "flows/resumeflow.h"
#include "support/spin.h"
#include "ui/support/album.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QListWidget>
#include <QMenu>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace crema;
using crema::test::Album;
using crema::test::settle;

namespace {

QDialog *dialogIn(DraftsPage &page, const QString &name)
{
    settle();
    return page.desk.child<QDialog>(name);
}

void drawDialog(DraftsPage &page, const Album &album, const QString &action, const QString &dialog)
{
    if (page.run(action)) {
        if (QDialog *shown = dialogIn(page, dialog)) {
            album.keep(*shown, dialog);
            shown->close();
        }
    }
    settle();
}

void drawMenu(DraftsPage &page, const Album &album)
{
    QTextCursor cursor = page.body()->textCursor();
    cursor.setPosition(static_cast<int>(page.body()->text().indexOf(u"recieved"_s)) + 2);
    page.body()->setTextCursor(cursor);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(page.body(), &event);
    if (auto *menu = page.body()->findChild<QMenu *>(u"draftTextMenu"_s)) {
        album.keep(*menu, u"menu"_s);
        menu->close();
    }
    settle();
}

void addResumes(DraftsPage &page)
{
    for (const QString &name : {u"Robin Sample, finance.txt"_s, u"Robin Sample, research.txt"_s}) {
        QFile file(page.desk.file(name));
        if (file.open(QIODevice::WriteOnly)) {
            file.write("Robin Sample\nUniversity of Michigan\nExperience\nAnalyst, Harbour Bank, 2024\n"
                       + name.toUtf8());
        }
        file.close();
        static_cast<void>(test::await(flows::setResume(&page.desk.services(), file.fileName(), {})));
    }
}

void drawAll(const Album &album, ui::SchemeChoice scheme)
{
    DraftsPage none;
    if (none.open(0)) {
        none.desk.theme().setChoice(scheme);
        album.keep(none.desk.window(), u"none"_s);
    }
    DraftsPage one;
    if (one.open(1)) {
        one.desk.theme().setChoice(scheme);
        album.keep(one.desk.window(), u"one"_s);
    }
    DraftsPage page;
    if (!page.open(12)) {
        return;
    }
    page.desk.theme().setChoice(scheme);
    addResumes(page);
    static_cast<void>(test::await(flows::reviewDrafts(&page.desk.services(), page.ids.first(4), true)));
    album.keep(page.desk.window(), u"batch"_s);
    QTextCursor cursor = page.body()->textCursor();
    cursor.setPosition(static_cast<int>(page.body()->text().indexOf(u"\n\n"_s)) + 2);
    cursor.insertText(u"I recieved your note about Forbes. "_s);
    page.typeAtEnd(u"\nBerlin, definately"_s);
    album.keep(page.desk.window(), u"found"_s);
    drawMenu(page, album);
    page.desk.window().resize(720, 700);
    album.keep(page.desk.window(), u"narrow"_s);
    page.desk.window().resize(1280, 800);
    drawDialog(page, album, u"versions"_s, u"versionsDialog"_s);
    drawDialog(page, album, u"another"_s, u"none"_s);
    album.keep(page.desk.window(), u"another"_s);
    drawDialog(page, album, u"versions"_s, u"versionsDialog"_s);
    page.presenter->attachResume(page.ids.constFirst(), page.presenter->resumes().constFirst().id);
    settle();
    drawDialog(page, album, u"preview"_s, u"previewDialog"_s);
    page.typeAtEnd(u"\n\n"_s
                   + u"A long text that goes on and on about one thing and another. "_s.repeated(60));
    album.keep(page.desk.window(), u"long"_s);
}

void measure(int count)
{
    DraftsPage page;
    if (!page.open(1)) {
        return;
    }
    page.desk.closeView();
    const Draft draft = page.stored(page.ids[0]);
    store::Operation many;
    for (int i = 0; i < count; ++i) {
        Contact contact = test::somebody(i + 1);
        contact.id = u"c%1"_s.arg(i);
        many.create(Kind::contact, contact.id, toBody(contact));
        Draft one = draft;
        one.contactId = contact.id;
        one.subject += u" %1"_s.arg(i);
        one.body.replace(u"Hi "_s, u"Hi number %1 "_s.arg(i));
        many.create(Kind::draft, u"many%1"_s.arg(i), toBody(one));
    }
    static_cast<void>(test::await(page.desk.services().store.apply(std::move(many))));
    QElapsedTimer clock;
    clock.start();
    static_cast<void>(page.show());
    std::printf("page shown %lld ms\n", clock.restart());
    static_cast<void>(test::spinUntil([&] { return page.list()->model()->rowCount() > count; }));
    std::printf("listed %lld ms\n", clock.restart());
    static_cast<void>(
            test::spinUntil([&] { return page.presenter->problems(page.stored(page.ids[0])).has_value(); }));
    std::printf("compared %lld ms\n", clock.restart());
    page.list()->setCurrentIndex(page.list()->model()->index(count / 2, 0));
    std::printf("another email %lld ms\n", clock.restart());
    page.typeAtEnd(u" More"_s);
    settle(400);
    clock.restart();
    static_cast<void>(page.presenter->problems(page.stored(page.ids[0])));
    std::printf("gate %lld ms\n", clock.restart());
    page.presenter->load(ui::DraftShelf::handedOff);
    page.presenter->load(ui::DraftShelf::open);
    std::printf("two shelves %lld ms\n", clock.restart());
}

} // namespace

int drawPictures(const QString &folder)
{
    QDir().mkpath(folder);
    if (const int count = qEnvironmentVariableIntValue("CREMA_GRAB_DRAFTS"); count > 0) {
        measure(count);
        return 0;
    }
    drawAll({folder, u"-light"_s}, ui::SchemeChoice::light);
    drawAll({folder, u"-dark"_s}, ui::SchemeChoice::dark);
    return 0;
}
