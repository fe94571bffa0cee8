// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "base/dates.h"
#include "flows/contactflow.h"
#include "flows/mergeflow.h"
#include "model/contactitems.h"
#include "support/spin.h"
#include "ui/contacts/contactpane.h"
#include "ui/contacts/contactpicker.h"
#include "ui/contacts/historydialog.h"
#include "ui/support/album.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace crema;
using crema::test::Album;
using crema::test::settle;

namespace {

/// Somebody of whom everything is known, at length.
Contact fullPerson()
{
    Contact contact = somePeople()[9];
    contact.id = u"full"_s;
    contact.headline =
            u"Vice President in leveraged finance who writes about credit cycles, mentors analysts and runs marathons"_s;
    for (const QString &address : {u"jonathan.whitfield-cavanaugh@investment-bank-with-a-long-name.example"_s,
                                   u"jwc@home.example"_s, u"alumni.jwc@wharton.example"_s}) {
        addPoint(contact.addresses, contact.addresses.isEmpty() ? u"work"_s : u"personal"_s, address);
    }
    addPoint(contact.phones, u"mobile"_s, u"+1 (212) 555-0199"_s);
    addPoint(contact.phones, u"assistant"_s, u"+1 (212) 555-0100 ext. 4411"_s);
    addPoint(contact.links, u"linkedin"_s,
             u"https://www.linkedin.com/in/jonathan-whitfield-cavanaugh-iii-0a1b2c3d"_s);
    addPoint(contact.links, u"website"_s, u"https://whitfield.example"_s);
    for (int year = 2018; year > 2006; year -= 3) {
        addPosition(contact.positions,
                    {{},
                     {},
                     u"Bank of the year %1, Global Markets Division"_s.arg(year),
                     u"Associate, Sponsors Coverage"_s,
                     QString::number(year),
                     QString::number(year + 3)});
    }
    contact.city = u"New York"_s;
    contact.state = u"NY"_s;
    contact.country = u"United States"_s;
    contact.hometown = u"Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"_s;
    contact.howMet =
            u"At the autumn panel on private credit; sat beside each other and talked about Cardiff"_s;
    contact.tags = {
            u"alumni"_s,    u"banking"_s, u"leveraged finance"_s, u"mentor"_s, u"met at autumn panel 2025"_s,
            u"reply soon"_s};
    contact.notes =
            u"## Autumn panel\n\n- Leads **sponsors coverage**, hires in *January*\n- Read his [note on "
            u"credit cycles](https://whitfield.example/notes)\n"
            "  - follow up with the reading list\n- [ ] send resume\n- [x] thank him\n\n> Ask people for "
            "their story first.\n\n"
            "| Round | When |\n|---|---|\n| Coffee | May |\n| Superday | June |\n\nhttps://panel.example/2025 `IRR > 20%`\n"_s;
    contact.nextAction = u"Send the reading list and ask who runs the summer program"_s;
    contact.nextActionDate = u"2026-11-20"_s;
    contact.extra["columns"] = Json {{"Lead source", "Autumn fair"}, {"Internal rating", "A+"}};
    contact.extra["gmailThreadId"] = "18c2f0a1b2c3d4e5";
    setIntroducers(contact, {u"p0"_s, u"p2"_s, u"nobody"_s});
    return contact;
}

Contact bare(const QString &id, const QString &name)
{
    Contact contact;
    contact.id = id;
    contact.lastName = name;
    return contact;
}

void addHistory(Desk &desk)
{
    const auto set = [&](const QString &field, const QString &value) {
        (void)test::await(flows::setContactFields(&desk.services(), u"full"_s, {{field, value}}));
    };
    set(u"status"_s, u"Replied"_s);
    set(u"city"_s, u"Jersey City"_s);
    Draft draft;
    draft.id = u"d1"_s;
    draft.contactId = u"full"_s;
    draft.subject = u"Your panel remarks on private credit and a question about the summer program"_s;
    draft.state = u"draft"_s;
    draft.createdAt = toStoredTime(desk.services().clock.now());
    store::Operation writing;
    writing.label = u"Write 1 email"_s;
    writing.origin = store::Origin::job;
    writing.create(Kind::draft, draft.id, toBody(draft));
    (void)test::await(desk.services().store.apply(writing));
    draft.state = u"handed_off"_s;
    store::Operation handing;
    handing.label = u"Hand off 1 email"_s;
    handing.patches.push_back({Kind::draft, draft.id, {{u"state"_s, Json("handed_off")}}, {}});
    (void)test::await(desk.services().store.apply(handing));
    set(u"tags"_s, u"alumni, banking, mentor"_s);
    (void)test::await(flows::mergeContacts(&desk.services(), u"full"_s, u"p11"_s, {}));
    set(u"addresses/"_s + desk.contact(u"full"_s).addresses.value(1).id, u"jonathan@home.example"_s);
    (void)test::await(desk.services().store.undo());
}

void drawPane(Desk &desk, const Album &album, const QString &id, const QString &name)
{
    desk.page().showContact(id);
    auto *pane = desk.child<ui::ContactPane>(u"contacts.pane"_s);
    (void)test::spinUntil([&] { return pane->contactId() == id; });
    settle(300);
    album.keep(*pane, u"pane-"_s + name);
    album.keep(*pane->findChild<QScrollArea *>()->widget(), u"whole-"_s + name);
}

void drawHistory(Desk &desk, const Album &album)
{
    ui::HistoryDialog history(desk.services());
    history.setAttribute(Qt::WA_DeleteOnClose, false);
    history.show();
    settle();
    auto *list = history.findChild<QTreeWidget *>(u"history.list"_s);
    list->setCurrentItem(list->topLevelItem(3));
    album.keep(history, u"history"_s);
}

} // namespace

int drawPanePictures(const QString &folder)
{
    QDir().mkpath(folder);
    ui::Theme theme(ui::SchemeChoice::light);
    for (const auto choice : {ui::SchemeChoice::light, ui::SchemeChoice::dark}) {
        theme.setChoice(choice);
        Desk desk;
        if (!desk.open()) {
            return 1;
        }
        const Album album {folder, choice == ui::SchemeChoice::light ? u"-light"_s : u"-dark"_s};
        desk.add(somePeople());
        desk.add({fullPerson(), bare(u"bare"_s, u"Quist"_s)});
        desk.show();
        desk.page().resize(1280, 900);
        (void)desk.waitForRows(14);
        addHistory(desk);
        album.keep(desk.page(), u"page"_s);
        drawPane(desk, album, u"p0"_s, u"few"_s);
        drawPane(desk, album, u"bare"_s, u"none"_s);
        drawPane(desk, album, u"p5"_s, u"arabic"_s);
        drawPane(desk, album, u"p2"_s, u"japanese"_s);
        drawPane(desk, album, u"full"_s, u"full"_s);
        desk.child<QToolButton>(u"contacts.pane.sources"_s)->click();
        desk.child<QPushButton>(u"contacts.pane.allFields"_s)->click();
        desk.child<QPushButton>(u"contacts.pane.addPoint"_s)->setFocus();
        drawPane(desk, album, u"full"_s, u"sources"_s);
        desk.child<QToolButton>(u"contacts.pane.notes.mode"_s)->click();
        drawPane(desk, album, u"full"_s, u"writing"_s);
        desk.child<QPushButton>(u"contacts.pane.addIntroducer"_s)->click();
        if (QWidget *picker = QApplication::activeModalWidget()) {
            album.keep(*picker, u"picker"_s);
            picker->close();
        }
        drawHistory(desk, album);
    }
    return 0;
}
