// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "model/profile.h"
#include "ui/home/datechooser.h"
#include "ui/home/homeview.h"
#include "ui/settings/reminderscard.h"
#include "ui/settings/settingsview.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QListView>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

void settle()
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 400) {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

void keep(QWidget &widget, const QString &folder, const QString &name)
{
    settle();
    widget.grab().save(QDir(folder).filePath(name + u".png"_s));
}

void fill(Desk &desk)
{
    desk.add(u"Amara Okafor"_s, -6, u"Send the paper she asked about"_s, u"Hartwell & Stone"_s);
    desk.add(u"Łukasz Wiśniewski"_s, -1, {}, u"Baltic Advisory"_s);
    desk.add(u"太郎 山田"_s, 0, u"コーヒーのお礼を書く"_s, u"Kitamura Robotics"_s);
    desk.add(u"Jonathan Whitfield-Cavanaugh III"_s, 0,
             u"Ask whether the analyst programme still takes people for the summer, and who decides"_s,
             u"Meridian Capital Financial Sponsors Group"_s);
    desk.add(u"محمد الأنصاري"_s, 0, {}, u"Oasis Analytics"_s);
    desk.add(u"Sofía Álvarez-Núñez"_s, 1, u"Follow up"_s, u"Nordlicht Systems"_s);
    desk.add(u"Priya Raghunathan"_s, 3, u"Coffee chat at 15:00, Café Nero"_s, u"Meridian Capital"_s);
    for (int i = 0; i < 14; ++i) {
        desk.add(u"Person Number%1"_s.arg(i), 4 + i % 4, u"Follow up"_s, u"Firm %1"_s.arg(i));
    }
}

void draw(Desk &desk, ui::Theme &theme, const QString &folder, const QString &suffix)
{
    ui::ActionRegistry actions;
    ui::MainWindow window(actions, theme);
    window.resize(1280, 820);
    ui::HomePresenter presenter(desk.services());
    window.addPage({.id = u"home"_s, .title = u"Home"_s, .glyph = ui::Glyph::home, .create = [&] {
                        return new ui::HomeView(presenter);
                    }});
    window.addPage({.id = u"settings"_s, .title = u"Settings"_s, .glyph = ui::Glyph::settings, .create = [&] {
                        auto *view = new ui::SettingsView(desk.services(), theme);
                        view->addCard(new ui::RemindersCard(desk.services(), true));
                        return view;
                    }});
    window.show();
    desk.add(u"Nobody Due"_s, 60);
    presenter.load();
    keep(window, folder, u"home-none"_s + suffix);
    fill(desk);
    presenter.load();
    keep(window, folder, u"home-many"_s + suffix);
    auto *list = window.findChild<QListView *>(u"home.due.list"_s);
    list->setCurrentIndex(list->model()->index(1, 0));
    list->setFocus();
    keep(window, folder, u"home-chosen"_s + suffix);
    auto *days = window.findChild<QMenu *>(u"home.due.days"_s);
    days->popup(window.mapToGlobal(QPoint(600, 300)));
    keep(*days, folder, u"snooze-menu"_s + suffix);
    days->close();
    auto *chooser = new ui::DateChooser(u"Remind me on"_s, desk.today(), &window);
    chooser->open();
    keep(*chooser, folder, u"choose-day"_s + suffix);
    chooser->close();
    window.showPage(u"settings"_s);
    keep(window, folder, u"settings"_s + suffix);
}

} // namespace

int drawPictures(const QString &folder)
{
    QDir().mkpath(folder);
    ui::Theme theme(ui::SchemeChoice::light);
    for (const auto choice : {ui::SchemeChoice::light, ui::SchemeChoice::dark}) {
        theme.setChoice(choice);
        Desk desk;
        if (!desk.open()) {
            return 1;
        }
        draw(desk, theme, folder, choice == ui::SchemeChoice::light ? u"-light"_s : u"-dark"_s);
    }
    return 0;
}
