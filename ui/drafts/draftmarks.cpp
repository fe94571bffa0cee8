// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/draftmarks.h"

#include "ui/common/exacttext.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

QString sourceInWords(const Source &source)
{
    const auto tr = [](const char *words) { return MarkedTextEdit::tr(words); };
    const QString where = !source.label.isEmpty()     ? source.label
            : source.kind == SourceKind::resume       ? tr("Your resume, %1").arg(source.field)
            : source.kind == SourceKind::profileField ? tr("Your profile: %1").arg(source.field)
            : source.kind == SourceKind::contactField ? tr("Their record: %1").arg(source.field)
                                                      : sourceKindName(source.kind) + u' ' + source.field;
    return source.quote.isEmpty() ? where : tr("%1 — “%2”").arg(where, source.quote);
}

QTextEdit::ExtraSelection selectionFor(QTextDocument *document, int start, int length)
{
    QTextEdit::ExtraSelection selection;
    const int last = std::max(0, document->characterCount() - 1);
    selection.cursor = QTextCursor(document);
    selection.cursor.setPosition(std::clamp(start, 0, last));
    selection.cursor.setPosition(std::clamp(start + length, 0, last), QTextCursor::KeepAnchor);
    return selection;
}

} // namespace

QString sourcesInWords(const Claim &claim)
{
    QStringList lines;
    for (const Source &source : claim.sources) {
        lines << sourceInWords(source);
    }
    lines.removeDuplicates();
    return lines.join(u'\n');
}

MarkedTextEdit::MarkedTextEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
}

QString MarkedTextEdit::text() const
{
    return exactText(*document());
}

void MarkedTextEdit::setMarks(const QVector<Claim> &claims, const QVector<GateProblem> &problems)
{
    m_claims = claims;
    m_problems = problems;
    drawMarks();
}

void MarkedTextEdit::setMisspelt(const QVector<SpellSpan> &words)
{
    if (words != m_misspelt) {
        m_misspelt = words;
        drawMarks();
    }
}

void MarkedTextEdit::mark(int start, int length, const QTextCharFormat &format, const QString &words)
{
    auto selection = selectionFor(document(), start, length);
    selection.format = format;
    m_selections << selection;
    m_marks.prepend(Mark {start, length, words});
}

// Claims are dotted, misspelt words have a thin wave, what the gate objects to has a wave on a tinted ground.
void MarkedTextEdit::drawMarks()
{
    m_marks.clear();
    m_selections.clear();
    const QString whole = text();
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::DotLine);
    format.setUnderlineColor(colours().of(Tone::info));
    for (const Claim &claim : std::as_const(m_claims)) {
        const auto at = static_cast<int>(whole.indexOf(claim.text));
        if (!claim.text.isEmpty() && at >= 0) {
            mark(at, static_cast<int>(claim.text.size()), format, sourcesInWords(claim));
        }
    }
    format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(colours().of(Tone::warn));
    for (const SpellSpan &word : std::as_const(m_misspelt)) {
        mark(word.start, word.length, format,
             tr("“%1” is not in the dictionary").arg(whole.mid(word.start, word.length)));
    }
    format.setUnderlineColor(colours().of(Tone::bad));
    format.setBackground(colours().tint(Tone::bad));
    for (const GateProblem &problem : std::as_const(m_problems)) {
        if (!problem.inSubject && problem.length > 0) {
            mark(problem.start, problem.length, format, problem.text);
        }
    }
    setExtraSelections(m_selections);
}

void MarkedTextEdit::changeText(const QString &text)
{
    const QString now = this->text();
    const auto shorter = std::min(now.size(), text.size());
    qsizetype front = 0;
    while (front < shorter && now[front] == text[front]) {
        ++front;
    }
    qsizetype end = 0;
    while (end < shorter - front && now[now.size() - 1 - end] == text[text.size() - 1 - end]) {
        ++end;
    }
    replaceWords(static_cast<int>(front), static_cast<int>(now.size() - front - end),
                 text.sliced(front, text.size() - front - end));
}

void MarkedTextEdit::replaceWords(int start, int length, const QString &words)
{
    QTextCursor cursor = selectionFor(document(), start, length).cursor;
    cursor.insertText(words);
}

void MarkedTextEdit::contextMenuEvent(QContextMenuEvent *event)
{
    // From the keyboard it opens at the cursor.
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QPoint at = byMouse ? event->pos() : cursorRect().bottomLeft();
    QMenu *menu = createStandardContextMenu(at);
    menu->setObjectName(u"draftTextMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuOpening(menu, byMouse ? cursorForPosition(at).position() : textCursor().position());
    menu->popup(viewport()->mapToGlobal(at));
}

void MarkedTextEdit::showWords(int start, int length)
{
    const auto selection = selectionFor(document(), start, length);
    setTextCursor(selection.cursor);
    setFocus();
}

QString MarkedTextEdit::wordsAt(int position) const
{
    const auto mark = std::ranges::find_if(
            m_marks, [&](const Mark &m) { return position >= m.start && position < m.start + m.length; });
    return mark == m_marks.end() ? QString() : mark->words;
}

bool MarkedTextEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<const QHelpEvent *>(event);
        const QString words = wordsAt(cursorForPosition(viewport()->mapFrom(this, help->pos())).position());
        if (words.isEmpty()) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(help->globalPos(), words, this);
        }
        return true;
    }
    return QPlainTextEdit::event(event);
}

void MarkedTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        drawMarks();
    }
}

} // namespace crema::ui
