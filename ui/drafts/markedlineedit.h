// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/spellchecker.h"

#include <QLineEdit>

class QMenu;

namespace crema::ui {

/// A line edit that underlines misspelt words; a line edit in all else.
class MarkedLineEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit MarkedLineEdit(QWidget *parent = nullptr);

    /// Marks move with the text that is typed before them and go with the words they are of.
    void setMisspelt(const QVector<SpellSpan> &words);
    [[nodiscard]] const QVector<SpellSpan> &misspelt() const { return m_misspelt; }
    /// As an edit that the user can undo.
    void replaceWords(int start, int length, const QString &words);

Q_SIGNALS:
    /// The context menu is about to be shown; what belongs to the words at this position can be added.
    void menuOpening(QMenu *menu, int position);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;

private:
    void followText(const QString &text);
    void drawMarks();
    [[nodiscard]] QString wordsAt(int position) const;

    QVector<SpellSpan> m_misspelt;
    QString m_markedText; ///< where they stand
    bool m_composing = false; ///< an input method has letters in the line that are not typed yet
};

} // namespace crema::ui
