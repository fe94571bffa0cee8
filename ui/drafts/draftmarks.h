// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "ui/common/spellchecker.h"

#include <QPlainTextEdit>

class QMenu;

namespace crema::ui {

/// A text editor that underlines what is claimed (the tool tip names the source), what the gate objects to
/// and what is misspelt, each in its own way.
class MarkedTextEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MarkedTextEdit(QWidget *parent = nullptr);

    /// The text as it is, no-break spaces included.
    [[nodiscard]] QString text() const;
    void setMarks(const QVector<Claim> &claims, const QVector<GateProblem> &problems);
    void setMisspelt(const QVector<SpellSpan> &words);
    /// Another text as an edit of this one, which the user can undo: only what differs is changed.
    void changeText(const QString &text);
    void replaceWords(int start, int length, const QString &words);
    /// Selects the words a finding points at.
    void showWords(int start, int length);

Q_SIGNALS:
    /// The context menu is about to be shown; what belongs to the words at this position can be added.
    void menuOpening(QMenu *menu, int position);

private:
    struct Mark
    {
        int start = 0;
        int length = 0;
        QString words;
    };
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void drawMarks();
    void mark(int start, int length, const QTextCharFormat &format, const QString &words);
    [[nodiscard]] QString wordsAt(int position) const;

    QVector<Claim> m_claims;
    QVector<GateProblem> m_problems;
    QVector<SpellSpan> m_misspelt;
    QVector<Mark> m_marks; ///< the last one drawn stands first
    QList<QTextEdit::ExtraSelection> m_selections;
};

/// Where a claim comes from, a line each source.
[[nodiscard]] QString sourcesInWords(const Claim &claim);

} // namespace crema::ui
