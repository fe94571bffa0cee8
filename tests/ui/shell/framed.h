// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/actionregistry.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

/// A shown window with two pages, "people" and "mail"; counts how often each was made.
struct Framed
{
    crema::ui::Theme theme {crema::ui::SchemeChoice::light};
    crema::ui::ActionRegistry actions;
    crema::ui::MainWindow window {actions, theme};
    int peopleMade = 0;
    int mailMade = 0;

    Framed()
    {
        window.addPage({QStringLiteral("people"), QStringLiteral("People"), crema::ui::Glyph::contacts,
                        [this] { return makePage(peopleMade, QStringLiteral("Filter people")); }});
        window.addPage({QStringLiteral("mail"), QStringLiteral("Mail"), crema::ui::Glyph::mail,
                        [this] { return makePage(mailMade, QStringLiteral("Filter mail")); }});
        window.show();
    }

    [[nodiscard]] bool isActive() { return QTest::qWaitForWindowActive(&window); }

    static QWidget *makePage(int &made, const QString &fieldName)
    {
        ++made;
        auto *page = new QWidget;
        auto *field = new QLineEdit;
        field->setAccessibleName(fieldName);
        auto *column = new QVBoxLayout(page);
        column->addWidget(field);
        column->addStretch();
        return page;
    }
};
