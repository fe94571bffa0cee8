// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace crema::ui {

/// What the gate says of the draft: all is well, or each finding as a button that leads to its words.
class FindingsList final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsList(QWidget *parent = nullptr);

    void show(const QVector<GateProblem> &problems, const QString &overrideReason, int words);

Q_SIGNALS:
    void findingClicked(const crema::GateProblem &problem);
    /// The user wants to hand the draft off all the same.
    void overrideRequested();

private:
    QLabel *m_summary;
    QLabel *m_words;
    QVBoxLayout *m_rows;
    QPushButton *m_override;
    QVector<QWidget *> m_shown;
};

} // namespace crema::ui
