// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/importreport.h"

#include <QHeaderView>
#include <QLocale>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr qsizetype mostRows = 2000; ///< a longer list helps nobody; the count is true all the same
constexpr int idRole = Qt::UserRole;

QTreeWidget *makeList(const QString &name, const QStringList &headers)
{
    auto *list = new QTreeWidget;
    list->setAccessibleName(name);
    list->setHeaderLabels(headers);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    return list;
}

QTreeWidgetItem *more(qsizetype hidden)
{
    auto *item = new QTreeWidgetItem;
    item->setText(1, ImportReport::tr("and %n more", nullptr, static_cast<int>(hidden)));
    return item;
}

} // namespace

ImportReport::ImportReport(QWidget *parent) : QTabWidget(parent)
{
    setDocumentMode(true);
}

void ImportReport::addFixedTab(QWidget *content, const QString &title)
{
    addTab(content, title);
    ++m_fixed;
}

void ImportReport::clearOutcome()
{
    while (count() > m_fixed) {
        QWidget *list = widget(m_fixed);
        removeTab(m_fixed);
        list->deleteLater();
    }
}

void ImportReport::addList(QTreeWidget *list, const QString &title, qsizetype count)
{
    addTab(list, u"%1 (%2)"_s.arg(title, QLocale().toString(count)));
}

QTreeWidget *ImportReport::rowsList(const QVector<flows::InvalidRow> &rows, const QString &name,
                                    const QString &reason)
{
    QTreeWidget *list = makeList(name, {tr("Row"), reason});
    QList<QTreeWidgetItem *> items;
    for (const flows::InvalidRow &row : rows.first(std::min(rows.size(), mostRows))) {
        items << new QTreeWidgetItem({QLocale().toString(row.row), row.reason});
    }
    if (rows.size() > mostRows) {
        items << more(rows.size() - mostRows);
    }
    list->addTopLevelItems(items);
    list->header()->resizeSection(0, 80);
    return list;
}

QTreeWidget *ImportReport::duplicatesList(const QVector<flows::PossibleDuplicate> &pairs)
{
    QTreeWidget *list = makeList(tr("Possible duplicates"), {tr("Row"), tr("Name"), tr("May be"), tr("Why")});
    QList<QTreeWidgetItem *> items;
    for (const flows::PossibleDuplicate &pair : pairs.first(std::min(pairs.size(), mostRows))) {
        const QString other = pair.otherId.isEmpty() ? tr("%1 (in this file)").arg(pair.otherName)
                                                     : pair.otherName;
        auto *item = new QTreeWidgetItem({QLocale().toString(pair.row), pair.name, other, pair.reason});
        item->setData(0, idRole, pair.otherId);
        items << item;
    }
    if (pairs.size() > mostRows) {
        items << more(pairs.size() - mostRows);
    }
    list->addTopLevelItems(items);
    list->header()->resizeSection(0, 70);
    list->header()->resizeSection(1, 200);
    list->header()->resizeSection(2, 220);
    connect(list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        if (const QString id = item->data(0, idRole).toString(); !id.isEmpty()) {
            Q_EMIT contactRequested(id);
        }
    });
    return list;
}

void ImportReport::showOutcome(const flows::ImportOutcome &outcome)
{
    const QString shown = currentIndex() >= m_fixed ? tabText(currentIndex()).section(u" ("_s, 0, 0)
                                                    : QString();
    clearOutcome();
    if (!outcome.invalid.isEmpty()) {
        addList(rowsList(outcome.invalid, tr("Rows that cannot be used"), tr("Why it cannot be used")),
                tr("Cannot be used"), outcome.invalid.size());
    }
    if (!outcome.possibleDuplicates.isEmpty()) {
        addList(duplicatesList(outcome.possibleDuplicates), tr("Possible duplicates"),
                outcome.possibleDuplicates.size());
    }
    if (!outcome.warnings.isEmpty()) {
        addList(rowsList(outcome.warnings, tr("Notes on rows"),
                         tr("What was not understood, and where it is kept")),
                tr("Notes"), outcome.warnings.size());
    }
    for (int i = m_fixed; i < count(); ++i) {
        if (!shown.isEmpty() && tabText(i).startsWith(shown)) {
            setCurrentIndex(i);
        }
    }
}

} // namespace crema::ui
