// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace crema::ui {

/// The title of the shown page and its actions, which it follows as they come and go.
class PageHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(QWidget *parent = nullptr);

    /// `page` may be null.
    void showPage(const QString &title, QWidget *page);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keepHeight();
    QPushButton *moreButton(QMenu *menu);
    void rebuild();

    QLabel *m_title;
    QHBoxLayout *m_row;
    QWidget *m_buttons = nullptr;
    QPointer<QWidget> m_page;
};

} // namespace crema::ui
