// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/menus.h"

#include "ui/shell/actionregistry.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <array>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int appearanceSection = 40;
constexpr int textStep = 10;

QString words(const char *text)
{
    return QCoreApplication::translate("crema::ui::Menus", text);
}

QMenu *menuFor(QMainWindow &window, MenuPlace place)
{
    const QString name = u"menu.%1"_s.arg(static_cast<int>(place));
    return window.menuBar()->findChild<QMenu *>(name);
}

int sectionOf(const QAction *action)
{
    return action->property("cremaSection").toInt();
}

// A line before `action`, as part of its section.
void separate(QMenu &menu, QAction *action)
{
    menu.insertSeparator(action)->setProperty("cremaSection", sectionOf(action));
}

// Puts the action at the end of its section; a line stands between sections.
void place(QMenu &menu, QAction *action, int section)
{
    action->setProperty("cremaSection", section);
    QAction *after = nullptr;
    QAction *before = nullptr;
    for (QAction *other : menu.actions()) {
        if (sectionOf(other) > section) {
            after = other;
            break;
        }
        before = other;
    }
    menu.insertAction(after, action);
    if (before != nullptr && sectionOf(before) != section) {
        separate(menu, action);
    }
    if (after != nullptr && !after->isSeparator()) {
        separate(menu, after);
    }
}

} // namespace

void installMenus(QMainWindow &window, ActionRegistry &actions)
{
    struct Entry
    {
        MenuPlace place;
        const char *title;
    };
    constexpr std::array entries {
            Entry {MenuPlace::file, QT_TRANSLATE_NOOP("crema::ui::Menus", "&File")},
            Entry {MenuPlace::edit, QT_TRANSLATE_NOOP("crema::ui::Menus", "&Edit")},
            Entry {MenuPlace::view, QT_TRANSLATE_NOOP("crema::ui::Menus", "&View")},
            Entry {MenuPlace::go, QT_TRANSLATE_NOOP("crema::ui::Menus", "&Go")},
            Entry {MenuPlace::help, QT_TRANSLATE_NOOP("crema::ui::Menus", "&Help")},
    };
    for (const Entry &entry : entries) {
        QMenu *menu = window.menuBar()->addMenu(words(entry.title));
        menu->setObjectName(u"menu.%1"_s.arg(static_cast<int>(entry.place)));
        menu->setAccessibleName(menu->title().remove(u'&'));
    }
    const auto add = [&window, &actions](const QString &id) {
        QAction *action = actions.find(id);
        const ActionSpec spec = actions.specOf(action);
        if (QMenu *menu = menuFor(window, spec.menu)) {
            place(*menu, action, spec.section);
        } else {
            window.addAction(action); // its key works without a menu too
        }
    };
    for (const QAction *action : actions.actions()) {
        add(action->objectName());
    }
    QObject::connect(&actions, &ActionRegistry::actionAdded, &window, add);
}

void registerAppearanceActions(ActionRegistry &actions, Theme &theme)
{
    struct Choice
    {
        SchemeChoice choice;
        const char *text;
        Glyph glyph;
    };
    constexpr std::array choices {
            Choice {SchemeChoice::system, QT_TRANSLATE_NOOP("crema::ui::Menus", "Colours of the system"),
                    Glyph::settings},
            Choice {SchemeChoice::light, QT_TRANSLATE_NOOP("crema::ui::Menus", "Light colours"), Glyph::sun},
            Choice {SchemeChoice::dark, QT_TRANSLATE_NOOP("crema::ui::Menus", "Dark colours"), Glyph::moon},
    };
    auto *group = new QActionGroup(&actions);
    for (const Choice &choice : choices) {
        QAction *action = actions.add({u"view.scheme."_s + schemeWord(choice.choice),
                                       words(choice.text),
                                       choice.glyph,
                                       {},
                                       MenuPlace::view,
                                       words("theme mode appearance"),
                                       appearanceSection});
        action->setCheckable(true);
        action->setChecked(theme.choice() == choice.choice);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &theme,
                         [&theme, c = choice.choice] { theme.setChoice(c); });
        QObject::connect(&theme, &Theme::changed, action,
                         [&theme, action, c = choice.choice] { action->setChecked(theme.choice() == c); });
    }
    const auto size = [&actions, &theme](const QString &id, const QString &text, Glyph glyph, int step) {
        QAction *action = actions.add(
                {id, text, glyph, {}, MenuPlace::view, words("font zoom"), appearanceSection + 1});
        QObject::connect(action, &QAction::triggered, &theme, [&theme, step] {
            theme.setTextPercent(step == 0 ? 100 : theme.textPercent() + step);
        });
    };
    size(u"view.text.larger"_s, words("Larger text"), Glyph::zoomIn, textStep);
    size(u"view.text.smaller"_s, words("Smaller text"), Glyph::zoomOut, -textStep);
    size(u"view.text.normal"_s, words("Normal text size"), Glyph::none, 0);
}

} // namespace crema::ui
