// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/importflow.h"

#include <QTabWidget>

class QTreeWidget;

namespace crema::ui {

/// The rows of an import that deserve a look: unusable ones, possible duplicates, notes. Each list is a tab
/// with its count; empty lists have none.
class ImportReport final : public QTabWidget
{
    Q_OBJECT

public:
    explicit ImportReport(QWidget *parent = nullptr);

    /// A tab that is always there, before the lists.
    void addFixedTab(QWidget *content, const QString &title);
    void showOutcome(const flows::ImportOutcome &outcome);
    void clearOutcome();
    [[nodiscard]] bool hasLists() const { return count() > m_fixed; }

Q_SIGNALS:
    void contactRequested(const QString &contactId);

private:
    void addList(QTreeWidget *list, const QString &title, qsizetype count);
    QTreeWidget *rowsList(const QVector<flows::InvalidRow> &rows, const QString &name, const QString &reason);
    QTreeWidget *duplicatesList(const QVector<flows::PossibleDuplicate> &pairs);

    int m_fixed = 0;
};

} // namespace crema::ui
