// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drafts/draftmarks.h"
#include "ui/drafts/draftsview.h"
#include "ui/support/workdesk.h"

#include <QAction>
#include <QListView>
#include <QTest>

/// A shown Drafts page with drafts to a few people.
struct DraftsPage
{
    crema::test::WorkDesk desk;
    std::unique_ptr<crema::ui::DraftsPresenter> presenter;
    crema::ui::DraftsView *view = nullptr;
    QStringList ids; ///< of the drafts

    ~DraftsPage() { desk.closeView(); }

    /// Opens the page on drafts to so many people.
    bool open(int people)
    {
        if (!desk.open() || !desk.setSender()) {
            return false;
        }
        std::vector<crema::Contact> contacts;
        QStringList contactIds;
        for (int i = 0; i < people; ++i) {
            contacts.push_back(crema::test::somebody(i));
            contactIds << contacts.back().id;
        }
        if (people > 0) {
            if (!desk.add(contacts)) {
                return false;
            }
            ids = desk.write(contactIds);
        }
        return ids.size() == people && show();
    }

    bool show()
    {
        presenter = std::make_unique<crema::ui::DraftsPresenter>(desk.services());
        view = new crema::ui::DraftsView(*presenter);
        return desk.show(view, {1280, 800});
    }

    /// Types at the end of the text.
    void typeAtEnd(const QString &text)
    {
        auto *body = desk.child<crema::ui::MarkedTextEdit>(QStringLiteral("draftBody"));
        body->setFocus();
        QTest::keyClick(body, Qt::Key_End, Qt::ControlModifier);
        body->insertPlainText(text); // any script; keyClicks knows but ASCII
    }
    crema::ui::MarkedTextEdit *body()
    {
        return desk.child<crema::ui::MarkedTextEdit>(QStringLiteral("draftBody"));
    }
    /// Triggers a command of the page; false when it cannot be used now.
    bool run(const QString &name)
    {
        QAction *action = desk.action(QStringLiteral("drafts.") + name);
        const bool can = action != nullptr && action->isEnabled() && action->isVisible();
        if (can) {
            action->trigger();
        }
        return can;
    }
    QListView *list() { return desk.child<QListView>(QStringLiteral("draftList")); }
    crema::Draft stored(const QString &id)
    {
        return desk.services().reader.draft(id).value_or(crema::Draft {});
    }
};
