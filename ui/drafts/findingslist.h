// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace crema::ui {

class LinkRows;

/// What the gate says of the draft: all is well, or each finding as a link that leads to its words.
class FindingsList final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsList(QWidget *parent = nullptr);

    /// `removable` tells of which findings the sentence can be left out.
    void show(const QVector<GateProblem> &problems, const QString &overrideReason, int words,
              const std::function<bool(const GateProblem &)> &removable);
    /// The draft could not be checked; it is not called ready then.
    void showUnchecked(const QString &why);

Q_SIGNALS:
    void findingClicked(const crema::GateProblem &problem);
    /// The sentence that a finding points at is to go.
    void removalRequested(const crema::GateProblem &problem);
    /// The user wants to hand the draft off all the same.
    void overrideRequested();
    /// The user takes that back.
    void holdRequested();

private:
    QLabel *m_summary;
    QLabel *m_words;
    LinkRows *m_rows;
    QPushButton *m_override;
    QPushButton *m_hold;
    QVector<GateProblem> m_problems;
};

} // namespace crema::ui
