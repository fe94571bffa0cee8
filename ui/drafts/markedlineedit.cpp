// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/markedlineedit.h"

#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QInputMethodEvent>
#include <QMenu>
#include <QTextCharFormat>
#include <QToolTip>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::ui {

MarkedLineEdit::MarkedLineEdit(QWidget *parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, &MarkedLineEdit::followText);
}

void MarkedLineEdit::setMisspelt(const QVector<SpellSpan> &words)
{
    m_markedText = text();
    if (words != m_misspelt) {
        m_misspelt = words;
        drawMarks();
    }
}

void MarkedLineEdit::followText(const QString &text)
{
    const QString before = std::exchange(m_markedText, text);
    const auto shorter = std::min(before.size(), text.size());
    qsizetype front = 0;
    while (front < shorter && before[front] == text[front]) {
        ++front;
    }
    qsizetype end = 0;
    while (end < shorter - front && before[before.size() - 1 - end] == text[text.size() - 1 - end]) {
        ++end;
    }
    QVector<SpellSpan> standing;
    for (const SpellSpan &word : std::as_const(m_misspelt)) {
        if (word.start + word.length < front) {
            standing << word;
        } else if (word.start > before.size() - end) {
            standing << SpellSpan {word.start + static_cast<int>(text.size() - before.size()), word.length};
        }
    }
    m_misspelt = standing;
    drawMarks();
}

// A line edit has no marks of its own; it draws those of an input method, counted from the cursor. While one
// composes, its own marks are there, and an event of ours would take its letters away.
void MarkedLineEdit::drawMarks()
{
    if (m_composing) {
        return;
    }
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(colours().of(Tone::warn));
    QList<QInputMethodEvent::Attribute> marks;
    for (const SpellSpan &word : std::as_const(m_misspelt)) {
        marks << QInputMethodEvent::Attribute(QInputMethodEvent::TextFormat, word.start - cursorPosition(),
                                              word.length, format);
    }
    QInputMethodEvent event({}, marks);
    QLineEdit::inputMethodEvent(&event);
}

void MarkedLineEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
    drawMarks();
}

void MarkedLineEdit::replaceWords(int start, int length, const QString &words)
{
    setSelection(start, length);
    insert(words);
}

QString MarkedLineEdit::wordsAt(int position) const
{
    const auto word = std::ranges::find_if(m_misspelt, [position](const SpellSpan &span) {
        return position >= span.start && position < span.start + span.length;
    });
    return word == m_misspelt.end()
            ? QString()
            : tr("“%1” is not in the dictionary").arg(text().mid(word->start, word->length));
}

bool MarkedLineEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<const QHelpEvent *>(event);
        const QString words = wordsAt(cursorPositionAt(help->pos()));
        if (!words.isEmpty()) {
            QToolTip::showText(help->globalPos(), words, this);
            return true;
        }
        QToolTip::hideText();
    }
    return QLineEdit::event(event);
}

void MarkedLineEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        drawMarks();
    }
}

void MarkedLineEdit::contextMenuEvent(QContextMenuEvent *event)
{
    // From the keyboard it opens at the cursor.
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QPoint at = byMouse ? event->pos() : cursorRect().bottomLeft();
    QMenu *menu = createStandardContextMenu();
    menu->setObjectName(u"draftSubjectMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuOpening(menu, byMouse ? cursorPositionAt(at) : cursorPosition());
    menu->popup(mapToGlobal(at));
}

} // namespace crema::ui
