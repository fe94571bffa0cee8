// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QWidget>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace crema::ui {

/// The pages at the left of the window: icon, title, an optional count. Folds to icons.
class Navigation final : public QWidget
{
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent = nullptr);

    /// `hint` is the page's shortcut as shown in its tool tip.
    void addPage(const Page &page, const QString &hint);
    /// Marks the page as the shown one; does not emit.
    void setCurrent(const QString &id);
    /// A number behind the title (unread replies, drafts held); 0 shows none.
    void setCount(const QString &id, int count);

    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }
    void setCollapsed(bool collapsed);

Q_SIGNALS:
    void pageRequested(const QString &id);
    void collapseToggled(bool collapsed);

private:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void applyWidth();

    QButtonGroup *m_group;
    QVBoxLayout *m_main;
    QVBoxLayout *m_foot;
    QToolButton *m_fold;
    QStringList m_ids;
    bool m_collapsed = false;
};

} // namespace crema::ui
