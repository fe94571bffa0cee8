// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the frame and the shared widgets, light and dark, into PNG files: crema-gallery FOLDER [text percent]
#include "samplepages.h"

#include "ui/shell/actionregistry.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/searchbox.h"
#include "ui/shell/statusline.h"
#include "ui/shell/toaststrip.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace crema::ui;

namespace {

void addPages(MainWindow &window)
{
    window.addPage({u"home"_s, u"Home"_s, Glyph::home, gallery::widgetsPage});
    window.addPage({u"find"_s, u"Find"_s, Glyph::find, gallery::formPage});
    window.addPage({u"contacts"_s, u"Contacts"_s, Glyph::contacts, gallery::tablePage});
    window.addPage({u"drafts"_s, u"Drafts"_s, Glyph::drafts, gallery::emptyPage});
    window.addPage({u"preps"_s, u"Coffee chats"_s, Glyph::coffee, gallery::emptyPage});
    window.addPage({u"account"_s, u"Account"_s, Glyph::account, gallery::pdfPage, PageGroup::foot});
    window.addPage({u"settings"_s, u"Settings"_s, Glyph::settings, gallery::emptyPage, PageGroup::foot});
    window.setPageCount(u"drafts"_s, 12);
}

void save(QWidget &window, const QString &folder, const QString &name)
{
    QApplication::processEvents();
    QThreadPool::globalInstance()->waitForDone();
    QApplication::processEvents();
    QThreadPool::globalInstance()->waitForDone();
    QApplication::processEvents();
    window.grab().save(QDir(folder).filePath(name + u".png"_s));
}

void draw(MainWindow &window, const QString &folder, const QString &suffix)
{
    for (const QString &page : {u"home"_s, u"find"_s, u"contacts"_s, u"preps"_s, u"account"_s}) {
        window.showPage(page);
        save(window, folder, page + suffix);
    }
    window.showPage(u"contacts"_s);
    window.toasts().show({.text = u"Imported 120 people"_s, .actionText = u"Undo"_s});
    save(window, folder, u"toast"_s + suffix);
    window.searchBox().setFocus();
    window.searchBox().setText(u"ama"_s);
    window.searchBox().showResults(
            u"ama"_s,
            {{u"contact"_s, u"1"_s, u"Amara Okafor"_s, u"Investment Banking Analyst, Hartwell & Stone"_s},
             {u"contact"_s, u"2"_s, u"Amanda Lindqvist"_s, u"Recruiter, Nordlicht Systems"_s},
             {u"draft"_s, u"3"_s, u"Fellow Trojan with a question"_s, u"to Amara Okafor"_s}});
    save(window, folder, u"search"_s + suffix);
    window.searchBox().clear();
    window.palette().open();
    save(window, folder, u"palette"_s + suffix);
    window.palette().hide();
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::currentPath();
    Theme theme(SchemeChoice::light, argc > 2 ? QByteArray(argv[2]).toInt() : 100);
    ActionRegistry actions;
    MainWindow window(actions, theme);
    actions.add({u"contacts.import"_s, u"Import people..."_s, Glyph::importFile, QKeySequence(u"Ctrl+I"_s),
                 MenuPlace::file});
    addPages(window);
    window.searchBox().describeKind(u"contact"_s, u"People"_s, Glyph::person);
    window.searchBox().describeKind(u"draft"_s, u"Drafts"_s, Glyph::drafts);
    window.statusLine().setCredits(135, 150);
    window.statusLine().showMessage(u"10 people, 1 selected"_s);
    window.statusLine().setJobs({{u"j"_s, u"Import"_s, u"Reading"_s, 40}});
    window.show();
    draw(window, folder, u"-light"_s);
    theme.setChoice(SchemeChoice::dark);
    draw(window, folder, u"-dark"_s);
    return 0;
}
