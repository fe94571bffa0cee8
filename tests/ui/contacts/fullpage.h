// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include "support/spin.h"
#include "ui/contacts/contactstableview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDialog>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::ui;
using test::spinUntil;

inline constexpr int everyone = 12;

/// The page with a dozen people on it.
struct Full
{
    Desk desk;
    ContactsTableView *table = nullptr;
    std::unique_ptr<QAbstractItemModelTester> tester;

    bool open()
    {
        if (!desk.open()) {
            return false;
        }
        desk.add(somePeople());
        desk.show();
        table = desk.child<ContactsTableView>(u"contacts.table"_s);
        tester = std::make_unique<QAbstractItemModelTester>(
                &desk.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        return desk.waitForRows(everyone)
                && spinUntil([this] { return desk.page().presenter().counts().all == everyone; });
    }

    [[nodiscard]] int rowOf(const QString &id)
    {
        return desk.model().rowOf(desk.page().presenter().rowIdOf(id));
    }
    [[nodiscard]] QModelIndex cell(const QString &id, ContactColumn column)
    {
        return desk.model().index(rowOf(id), static_cast<int>(column));
    }
    void select(const QStringList &ids)
    {
        table->clearSelection();
        for (const QString &id : ids) {
            table->selectionModel()->select(cell(id, ContactColumn::name),
                                            QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    QWidget *editor(const char *name)
    {
        return table->viewport()->findChild<QWidget *>(QString::fromLatin1(name));
    }
    bool isShown(const QString &name)
    {
        auto *widget = desk.child<QWidget>(name);
        return widget != nullptr && widget->isVisible();
    }
};

inline QDialog *dialogNamed(const QString &name)
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top->isVisible() && top->objectName() == name) {
            return qobject_cast<QDialog *>(top);
        }
    }
    return nullptr;
}
