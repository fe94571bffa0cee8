// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/spin.h"
#include "ui/account/accountview.h"
#include "ui/support/workdesk.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QTest>

#include <memory>

namespace crema::test {

using namespace Qt::StringLiterals;

/// A shown Account page.
struct Account
{
    WorkDesk desk;
    std::unique_ptr<ui::AccountPresenter> presenter;
    ui::AccountView *view = nullptr;

    ~Account() { desk.closeView(); }

    bool open() { return desk.open() && show(); }

    bool show()
    {
        presenter = std::make_unique<ui::AccountPresenter>(desk.services());
        view = new ui::AccountView(*presenter);
        return desk.show(view);
    }

    QLineEdit *field(const QString &name) { return desk.child<QLineEdit>(u"profile_"_s + name); }
    Profile stored() { return desk.services().reader.profile().value_or(Profile {}); }

    /// Types into a field and goes on with Tab.
    void fill(const QString &name, const QString &text)
    {
        field(name)->setFocus();
        field(name)->selectAll();
        QTest::keyClicks(field(name), text);
        QTest::keyClick(field(name), Qt::Key_Tab);
    }

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(desk.file(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }

    /// Chooses a file with the button and its dialog.
    bool choose(const QString &path)
    {
        if (!desk.click(u"resumeChoose"_s)) {
            return false;
        }
        auto *dialog = desk.child<QFileDialog>(u"resumeDialog"_s);
        if (dialog == nullptr) {
            return false;
        }
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        return true;
    }
};

inline QByteArray resumeText()
{
    return "Robin Sample\nrobin@students.example\n\nEDUCATION\nUniversity of Michigan, BA Economics, 2023 - "
           "2027\n\n"
           "EXPERIENCE\nHarbour Bank, Analyst, 2024 - 2025\n- Built a model of ferry prices\n"
           "Northwind Traders, Intern, 2023\n- Counted boxes\n";
}

} // namespace crema::test
