// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/home/duepresenter.h"

#include <QWidget>

#include <functional>

class QLabel;
class QListView;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace crema::ui {

class DueListModel;

/// The due follow-ups with what can be done about them: done, snooze, write. Works on the chosen rows, with
/// the mouse, a menu or the keys D, S, W and Return.
class DueList final : public QWidget
{
    Q_OBJECT

public:
    /// `presenter` outlives it.
    explicit DueList(DuePresenter &presenter, QWidget *parent = nullptr);

Q_SIGNALS:
    void openRequested(const QString &contactId);
    void writeRequested(const QStringList &contactIds);

private:
    using UseDay = std::function<void(QDate)>;

    void build();
    [[nodiscard]] QWidget *buildButtons();
    [[nodiscard]] QPushButton *addButton(const QString &name, const QString &text, int glyph,
                                         const QKeySequence &key, const std::function<void()> &act);
    void buildMore();
    void fillDays(QMenu *menu, const UseDay &use);
    void chooseDay(const QString &title, const UseDay &use);
    void showEntries(const QVector<DueEntry> &entries, int total);
    void followSelection();
    void showEvent(QShowEvent *event) override;
    [[nodiscard]] QStringList chosen() const;
    void finish(QDate next = {});

    DuePresenter &m_presenter;
    DueListModel *m_model;
    QStackedWidget *m_stack = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_more = nullptr;
    QMenu *m_days = nullptr;
    QMenu *m_menu = nullptr;
    QVector<QPushButton *> m_buttons;
};

} // namespace crema::ui
