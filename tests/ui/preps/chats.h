// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/prepflow.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/common/pdfview.h"
#include "ui/preps/prepsview.h"
#include "ui/support/workdesk.h"

#include <QAction>
#include <QCheckBox>
#include <QListView>
#include <QPlainTextEdit>
#include <QTest>

namespace crema::test {

using namespace Qt::StringLiterals;

/// A shown Coffee chats page.
struct Chats
{
    WorkDesk desk;
    std::unique_ptr<ui::PrepsPresenter> presenter;
    ui::PrepsView *view = nullptr;
    QString id; ///< of the prep

    ~Chats() { desk.closeView(); }

    bool openEmpty()
    {
        return desk.open() && desk.setSender() && desk.add({somebody(0), somebody(1)}) && show();
    }

    /// The page on one prep, its PDF on screen.
    bool open()
    {
        if (!desk.open() || !desk.setSender() || !desk.add({somebody(0), somebody(1)})) {
            return false;
        }
        id = desk.prepare(u"p0"_s);
        return !id.isEmpty() && show() && spinUntil([this] { return pdf()->isLoaded(); });
    }

    bool show()
    {
        presenter = std::make_unique<ui::PrepsPresenter>(desk.services());
        view = new ui::PrepsView(*presenter);
        return desk.show(view, {1280, 800});
    }

    ui::PdfView *pdf() { return desk.window().findChild<ui::PdfView *>(); }
    QListView *list() { return desk.child<QListView>(u"prepList"_s); }
    QPlainTextEdit *notes() { return desk.child<QPlainTextEdit>(u"prepNotes"_s); }
    QCheckBox *question(int number) { return desk.child<QCheckBox>(u"question%1"_s.arg(number)); }
    Prep stored() { return desk.services().reader.prep(id).value_or(Prep {}); }

    /// One of the page's actions, wherever it stands; false when it cannot be used now.
    bool trigger(const QString &action)
    {
        auto *own = view->findChild<QAction *>(action);
        if (own == nullptr || !own->isEnabled() || !own->isVisible()) {
            return false;
        }
        own->trigger();
        return true;
    }

    void type(const QString &text)
    {
        notes()->setFocus();
        QTest::keyClick(notes(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(notes(), text);
    }
};

} // namespace crema::test
