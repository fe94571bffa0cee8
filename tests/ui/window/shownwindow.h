// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/spin.h"
#include "ui/contacts/contactspage.h"
#include "ui/contacts/contactstableview.h"
#include "ui/support/workdesk.h"
#include "window/windowcomposition.h"

#include <QAction>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace crema;
using test::spinUntil;

/// The whole window on the contacts page.
struct ShownWindow
{
    test::WorkDesk desk;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<app::WindowComposition> composition;
    ui::ContactsPage *page = nullptr;
    ui::ContactsTableView *table = nullptr;

    /// With so many people, an operation each.
    bool open(int people)
    {
        if (!desk.open()) {
            return false;
        }
        for (int i = 0; i < people; ++i) {
            if (!desk.add({test::somebody(i)})) {
                return false;
            }
        }
        show();
        return rows(people);
    }

    /// Also once more, on the same settings.
    void show()
    {
        composition.reset();
        settings = std::make_unique<QSettings>(desk.file(u"view.ini"_s), QSettings::IniFormat);
        composition = std::make_unique<app::WindowComposition>(desk.services(), desk.theme(), *settings);
        window().show();
        composition->start();
        window().showPage(u"contacts"_s);
        page = qobject_cast<ui::ContactsPage *>(window().page(u"contacts"_s));
        table = page->findChild<ui::ContactsTableView *>(u"contacts.table"_s);
    }

    ui::MainWindow &window() { return composition->window(); }

    bool rows(int count)
    {
        return spinUntil([this, count] { return page->presenter().model().rowCount() == count; });
    }

    QAction *action(const QString &id)
    {
        for (QWidget *widget : window().findChildren<QWidget *>() << &window()) {
            for (QAction *action : widget->actions()) {
                if (action->objectName() == id) {
                    return action;
                }
            }
        }
        return nullptr;
    }

    /// Opens a cell of the first row and leaves the text in its editor.
    void typeIntoCell(ui::ContactColumn column, const QString &text)
    {
        table->editCell(page->presenter().model().rowIdAt(0), column);
        auto *line = table->viewport()->findChild<QLineEdit *>(u"contacts.cell.text"_s);
        line->selectAll();
        QTest::keyClicks(line, text);
    }

    /// As SIGTERM does.
    bool end()
    {
        QSignalSpy closing(&window(), &ui::MainWindow::closing);
        window().closeUnasked();
        return spinUntil([&] { return closing.count() == 1 && !window().isVisible(); });
    }
};
