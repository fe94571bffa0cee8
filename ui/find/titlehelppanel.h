// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/runflow.h"
#include "ui/common/floatingpanel.h"

class QLabel;
class QScrollArea;

namespace crema::ui {

class KeyValueList;

/// What firms call a job: its usual name and other names, each taken with a click, and the ranks and the role
/// in it. Opens under the button that asked.
class TitleHelpPanel final : public FloatingPanel
{
    Q_OBJECT

public:
    TitleHelpPanel(QWidget *window, QWidget *owner);

    /// Opens and says that the answer is on its way.
    void wait(const QString &title);
    void showHelp(const flows::TitleHelp &help);

Q_SIGNALS:
    void titleChosen(const QString &title);

private:
    void build();
    void addTitles(const QString &heading, const QStringList &titles, const QString &name);
    void clearTitles();
    void place();
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    QWidget *m_owner;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_inside = nullptr;
    QLabel *m_heading = nullptr;
    QWidget *m_titles = nullptr; ///< made anew for each answer
    KeyValueList *m_facts = nullptr;
    QLabel *m_note = nullptr;
    QString m_title; ///< what was asked for last
};

} // namespace crema::ui
