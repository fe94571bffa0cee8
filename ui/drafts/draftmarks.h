// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <QPlainTextEdit>

namespace crema::ui {

/// A text editor that underlines what is claimed (the tool tip names the source) and what the gate objects
/// to.
class MarkedTextEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MarkedTextEdit(QWidget *parent = nullptr);

    /// The text as it is, no-break spaces included.
    [[nodiscard]] QString text() const;
    void setMarks(const QVector<Claim> &claims, const QVector<GateProblem> &problems);
    /// Selects the words a finding points at.
    void showWords(int start, int length);

private:
    struct Mark
    {
        int start = 0;
        int length = 0;
        QString words;
    };
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void drawMarks();
    [[nodiscard]] QString wordsAt(int position) const;

    QVector<Claim> m_claims;
    QVector<GateProblem> m_problems;
    QVector<Mark> m_marks;
};

/// Where a claim comes from, a line each source.
[[nodiscard]] QString sourcesInWords(const Claim &claim);

} // namespace crema::ui
