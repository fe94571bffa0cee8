// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/templatemenu.h"

#include "store/templatereader.h"

#include <QCoreApplication>
#include <QCursor>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace crema::ui {

void chooseTemplate(QWidget *parent, const store::Reader &reader, const QString &mailKind,
                    const std::function<void(const QString &templateName)> &then)
{
    auto own = store::ownTemplates(reader).value_or(QVector<OwnTemplate>());
    own.removeIf([&](const OwnTemplate &one) { return one.kind != mailKind; });
    if (own.isEmpty()) {
        then({});
        return;
    }
    auto *menu = new QMenu(parent);
    menu->setObjectName(u"templateMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString facts = QCoreApplication::translate("crema::ui::TemplateMenu", "Let the facts choose");
    QObject::connect(menu->addAction(facts), &QAction::triggered, parent, [then] { then({}); });
    menu->addSeparator();
    for (const OwnTemplate &one : own) {
        QAction *action = menu->addAction(QString(one.name).replace(u'&', u"&&"_s));
        QObject::connect(action, &QAction::triggered, parent, [then, name = one.name] { then(name); });
    }
    menu->popup(QCursor::pos());
}

} // namespace crema::ui
