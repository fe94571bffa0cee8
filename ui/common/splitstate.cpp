// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/splitstate.h"

#include <QHeaderView>
#include <QSettings>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace crema::ui {

void keepSplitter(QSplitter *splitter, QSettings &settings, const QString &name)
{
    const QString key = u"panes/%1"_s.arg(name);
    const QByteArray state = settings.value(key).toByteArray();
    if (!state.isEmpty()) {
        splitter->restoreState(state);
    }
    QObject::connect(splitter, &QSplitter::splitterMoved, splitter,
                     [splitter, &settings, key] { settings.setValue(key, splitter->saveState()); });
}

void keepColumns(QHeaderView *header, QSettings &settings, const QString &name)
{
    const QString key = u"columns/%1"_s.arg(name);
    const QByteArray state = settings.value(key).toByteArray();
    if (!state.isEmpty()) {
        header->restoreState(state);
    }
    const auto save = [header, &settings, key] { settings.setValue(key, header->saveState()); };
    QObject::connect(header, &QHeaderView::sectionResized, header, save);
    QObject::connect(header, &QHeaderView::sectionMoved, header, save);
    QObject::connect(header, &QHeaderView::sortIndicatorChanged, header, save);
}

} // namespace crema::ui
