// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "support/spin.h"

#include "ui/contacts/mergeddialog.h"
#include "ui/contacts/mergestudio.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

void settle(int milliseconds = 400)
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < milliseconds) {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

void keep(QWidget &widget, const QString &path)
{
    settle();
    widget.grab().save(path);
}

/// The people of the desk with twins of several sorts.
std::vector<Contact> withTwins(int more)
{
    std::vector<Contact> all = somePeople();
    Contact amara = all[0];
    amara.id = u"t0"_s;
    amara.addresses.clear();
    amara.phones.clear();
    addPoint(amara.addresses, u"personal"_s, u"amara@home.example"_s);
    addPoint(amara.phones, u"mobile"_s, u"+1 212 555 0199"_s);
    amara.notes = u"Prefers mornings."_s;
    amara.status = u"Contacted"_s;
    amara.tags = {u"newsletter"_s};
    amara.howMet = u"Career fair"_s;
    all.push_back(amara);
    Contact zoe = all[10];
    zoe.id = u"t1"_s;
    zoe.lastName = u"Mueller"_s;
    all.push_back(zoe);
    Contact lukasz = all[3];
    lukasz.id = u"t2"_s;
    lukasz.firstName = u"Lukasz"_s;
    lukasz.lastName = u"Wisniewski"_s;
    all.push_back(lukasz);
    for (int i = 0; i < more; ++i) {
        Contact twin = all[static_cast<size_t>(i % 12)];
        twin.id = u"m%1"_s.arg(i);
        twin.headline = u"Copy %1"_s.arg(i);
        all.push_back(twin);
    }
    return all;
}

void draw(const QString &folder, const QString &suffix, const QString &name,
          const std::vector<Contact> &people)
{
    Desk desk;
    if (!desk.open()) {
        return;
    }
    desk.show();
    if (!people.empty()) {
        desk.add(people);
    }
    auto *studio = new ui::MergeStudio(desk.services(), &desk.page());
    studio->open();
    studio->scan();
    const QString path = QDir(folder).filePath(u"merge-"_s + name);
    keep(*studio, path + suffix + u".png"_s);
    if (studio->presenter().hasPair()) {
        studio->presenter().merge();
        keep(*studio, path + u"-merged"_s + suffix + u".png"_s);
        studio->findChild<QPushButton *>(u"merge.earlier"_s)->click();
        keep(*studio->findChild<ui::MergedDialog *>(), path + u"-earlier"_s + suffix + u".png"_s);
    }
    studio->resize(820, 560);
    keep(*studio, path + u"-small"_s + suffix + u".png"_s);
}

} // namespace

int drawMergePictures(const QString &folder)
{
    QDir().mkpath(folder);
    for (const auto choice : {ui::SchemeChoice::light, ui::SchemeChoice::dark}) {
        ui::Theme theme(choice);
        const QString suffix = choice == ui::SchemeChoice::light ? u"-light"_s : u"-dark"_s;
        draw(folder, suffix, u"none"_s, {});
        draw(folder, suffix, u"few"_s, withTwins(0));
        draw(folder, suffix, u"many"_s, withTwins(60));
    }
    return 0;
}
