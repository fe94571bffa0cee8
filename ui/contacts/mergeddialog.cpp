// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/mergeddialog.h"

#include "base/dates.h"
#include "store/mergereader.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/contacts/contactcolumns.h"
#include "ui/theme/roles.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int idRole = Qt::UserRole;

QString nameOf(const Contact &contact)
{
    return contact.name().isEmpty() ? contact.email() : contact.name();
}

QString nameOf(const store::Reader &reader, const QString &id)
{
    const auto record = reader.record(Kind::contact, id);
    const QString name = record ? nameOf(contactFrom(id, record->body)) : QString();
    return name.isEmpty() ? MergedDialog::tr("Deleted for good") : name;
}

/// The kept values, each field once: "Place, Notes".
QString keptWords(const std::vector<store::UndoConflict> &conflicts)
{
    QStringList fields;
    for (const store::UndoConflict &conflict : conflicts) {
        if (conflict.field != store::purgedField()) {
            const QString words = fieldWords(conflict.field.section(u'/', 0, 0));
            if (!fields.contains(words)) {
                fields << words;
            }
        }
    }
    return fields.join(u", "_s);
}

} // namespace

MergedDialog::MergedDialog(flows::Services &services, QWidget *parent)
    : QDialog(parent), m_services(services), m_banner(new Banner), m_stack(new QStackedWidget),
      m_list(new QTreeWidget), m_out(new QPushButton(icon(Glyph::undo, Tone::onAccent), tr("Take out again")))
{
    build();
    connect(m_list, &QTreeWidget::itemSelectionChanged, this,
            [this] { m_out->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(m_list, &QTreeWidget::itemActivated, this, &MergedDialog::unmergeSelected);
    connect(m_out, &QPushButton::clicked, this, &MergedDialog::unmergeSelected);
    connect(m_banner, &Banner::actionClicked, this, [this] {
        m_banner->clear();
        fill();
    });
    connect(&services.store, &store::Store::changed, this, &MergedDialog::fill);
    fill();
}

void MergedDialog::build()
{
    setWindowTitle(tr("Merged contacts"));
    setObjectName(u"contacts.mergedDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(620, 460);
    m_list->setObjectName(u"merged.list"_s);
    m_list->setAccessibleName(tr("Merged contacts"));
    m_list->setHeaderLabels({tr("Contact"), tr("Now part of")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->resizeSection(0, 290);
    auto *none = new EmptyState;
    none->setGlyph(Glyph::merge);
    none->setTitle(tr("Nobody is merged"));
    none->setText(tr("Contacts that you merge stay here, to be taken apart again at any time."));
    m_stack->addWidget(m_list);
    m_stack->addWidget(none);
    m_out->setObjectName(u"merged.out"_s);
    setButtonKind(m_out, ButtonKind::primary);
    auto *close = new QPushButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_out);
    auto *text = makeLabel(
            tr("Both people come back with their emails and chats. What you edited since stays where it is."),
            TextRole::body, Tone::muted);
    text->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::large);
    column->setSpacing(gap::small + gap::tiny);
    column->addWidget(makeLabel(tr("Merged contacts"), TextRole::heading));
    column->addWidget(text);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    column->addLayout(buttons);
}

void MergedDialog::fill()
{
    const auto merged = store::mergedContacts(m_services.reader.connection());
    if (!merged) {
        m_banner->showError(merged.error());
        return;
    }
    m_list->clear();
    QList<QTreeWidgetItem *> items;
    for (const auto &[id, into] : merged->asKeyValueRange()) {
        auto *item = new QTreeWidgetItem({nameOf(m_services.reader, id), nameOf(m_services.reader, into)});
        item->setData(0, idRole, id);
        items << item;
    }
    m_list->addTopLevelItems(items);
    m_list->sortItems(0, Qt::AscendingOrder);
    m_stack->setCurrentIndex(items.isEmpty() ? 1 : 0);
    m_out->setEnabled(false);
    m_out->setVisible(!items.isEmpty());
}

void MergedDialog::unmergeSelected()
{
    const auto selected = m_list->selectedItems();
    if (selected.isEmpty()) {
        return;
    }
    m_out->setEnabled(false);
    m_scope.launch(flows::unmergeContact(&m_services, selected.constFirst()->data(0, idRole).toString()),
                   [this](Result<flows::UnmergeOutcome> outcome) { showOutcome(outcome); });
}

void MergedDialog::showOutcome(const Result<flows::UnmergeOutcome> &outcome)
{
    if (!outcome) {
        m_banner->showError(outcome.error());
        return;
    }
    const QString name = nameOf(outcome->contact);
    const QString kept = keptWords(outcome->conflicts);
    if (!kept.isEmpty()) {
        m_banner->showMessage(Tone::info, Glyph::info, tr("%1 is a contact of its own again").arg(name),
                              tr("Edited since the merge, and kept: %1").arg(kept));
    } else {
        m_banner->showMessage(Tone::good, Glyph::checkCircle,
                              tr("%1 is a contact of its own again").arg(name), {});
    }
    Q_EMIT unmerged(tr("%1 is a contact of its own again").arg(name));
}

} // namespace crema::ui
