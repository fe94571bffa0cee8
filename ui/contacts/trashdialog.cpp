// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/trashdialog.h"

#include "base/dates.h"
#include "flows/contactflow.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/theme/roles.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMap>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int kindRole = Qt::UserRole;
constexpr int idRole = Qt::UserRole + 1;

QString kindWords(Kind kind)
{
    switch (kind) {
    case Kind::contact:
        return TrashDialog::tr("Contact");
    case Kind::draft:
        return TrashDialog::tr("Email");
    case Kind::run:
        return TrashDialog::tr("Search");
    case Kind::prep:
        return TrashDialog::tr("Coffee chat");
    case Kind::profile:
        return TrashDialog::tr("Profile");
    case Kind::resume:
        return TrashDialog::tr("Resume");
    case Kind::mailTemplate:
        return TrashDialog::tr("Template");
    }
    return {};
}

} // namespace

TrashDialog::TrashDialog(flows::Services &services, QWidget *parent)
    : QDialog(parent), m_services(services), m_banner(new Banner), m_stack(new QStackedWidget),
      m_list(new QTreeWidget), m_restore(new QPushButton(icon(Glyph::undo), tr("Restore"))),
      m_empty(new QPushButton(icon(Glyph::trash), tr("Empty trash…")))
{
    build();
    connect(m_list, &QTreeWidget::itemSelectionChanged, this,
            [this] { m_restore->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(m_list, &QTreeWidget::itemActivated, this, &TrashDialog::restoreSelected);
    connect(m_restore, &QPushButton::clicked, this, &TrashDialog::restoreSelected);
    connect(m_empty, &QPushButton::clicked, this, &TrashDialog::askToEmpty);
    connect(m_banner, &Banner::actionClicked, this, [this] {
        m_banner->clear();
        fill();
    });
    connect(&services.store, &store::Store::changed, this, &TrashDialog::fill);
    fill();
}

void TrashDialog::build()
{
    setWindowTitle(tr("Trash"));
    setObjectName(u"contacts.trashDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(620, 460);
    m_list->setObjectName(u"trash.list"_s);
    m_list->setAccessibleName(tr("Deleted items"));
    m_list->setHeaderLabels({tr("Name"), tr("Kind"), tr("Deleted")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->resizeSection(0, 290);
    m_list->header()->resizeSection(1, 110);
    auto *none = new EmptyState;
    none->setGlyph(Glyph::trash);
    none->setTitle(tr("The trash is empty"));
    const int days = m_services.deployment.limits.trashDays;
    none->setText(tr("What you delete stays here for %n day(s).", nullptr, days));
    m_stack->addWidget(m_list);
    m_stack->addWidget(none);
    m_restore->setObjectName(u"trash.restore"_s);
    m_restore->setEnabled(false);
    m_empty->setObjectName(u"trash.empty"_s);
    setButtonKind(m_empty, ButtonKind::danger);
    auto *close = new QPushButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_empty);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_restore);
    setButtonKind(m_restore, ButtonKind::primary);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::large);
    column->setSpacing(gap::small + gap::tiny);
    column->addWidget(makeLabel(tr("Trash"), TextRole::heading));
    column->addWidget(makeLabel(tr("Deleted items are kept for %n day(s).", nullptr, days), TextRole::body,
                                Tone::muted));
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    column->addLayout(buttons);
}

void TrashDialog::fill()
{
    const auto trash = m_services.reader.trash();
    if (!trash) {
        m_banner->showError(trash.error());
        return;
    }
    m_list->clear();
    QList<QTreeWidgetItem *> items;
    for (const store::TrashedRecord &record : *trash) {
        auto *item = new QTreeWidgetItem;
        item->setText(0, record.title.isEmpty() ? tr("Without a name") : record.title);
        item->setText(1, kindWords(record.kind));
        item->setText(2, ageInWords(fromStoredTime(record.trashedAt), m_services.clock.now()));
        item->setData(0, kindRole, static_cast<int>(record.kind));
        item->setData(0, idRole, record.id);
        items << item;
    }
    m_list->addTopLevelItems(items);
    m_stack->setCurrentIndex(items.isEmpty() ? 1 : 0);
    m_empty->setEnabled(!items.isEmpty());
    m_restore->setEnabled(false);
}

void TrashDialog::restoreSelected()
{
    QMap<int, QStringList> byKind;
    const auto selected = m_list->selectedItems();
    for (const QTreeWidgetItem *item : selected) {
        byKind[item->data(0, kindRole).toInt()] << item->data(0, idRole).toString();
    }
    QVector<std::pair<Kind, QStringList>> groups;
    for (const auto &[kind, ids] : byKind.asKeyValueRange()) {
        groups << std::pair(static_cast<Kind>(kind), ids);
    }
    m_restore->setEnabled(false);
    restoreNext(groups, 0);
}

void TrashDialog::restoreNext(QVector<std::pair<Kind, QStringList>> groups, int done)
{
    if (groups.isEmpty()) {
        Q_EMIT restored(done);
        return;
    }
    const auto [kind, ids] = groups.takeFirst();
    const int next = done + static_cast<int>(ids.size());
    m_scope.launch(flows::restoreRecords(&m_services, kind, ids),
                   [this, groups, next](Result<store::Change> change) {
                       if (change) {
                           restoreNext(groups, next);
                       } else {
                           m_banner->showError(change.error());
                       }
                   });
}

void TrashDialog::askToEmpty()
{
    auto *ask = new QMessageBox(QMessageBox::Warning, tr("Empty trash"),
                                tr("Delete %n item(s) for good?", nullptr, m_list->topLevelItemCount()),
                                QMessageBox::Cancel, this);
    ask->setObjectName(u"trash.ask"_s);
    ask->setInformativeText(
            tr("This cannot be undone. Backups that were made before keep what is deleted here."));
    ask->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = ask->addButton(tr("Delete for good"), QMessageBox::DestructiveRole);
    setButtonKind(yes, ButtonKind::danger);
    ask->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, &TrashDialog::emptyNow);
    ask->open();
}

void TrashDialog::emptyNow()
{
    m_scope.launch(m_services.store.purgeTrash(0), [this](Result<int> purged) {
        if (!purged) {
            m_banner->showError(purged.error());
        }
        fill();
    });
}

} // namespace crema::ui
