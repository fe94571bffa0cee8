// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/draftmarks.h"

#include "ui/common/exacttext.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
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

void MarkedTextEdit::drawMarks()
{
    m_marks.clear();
    QList<QTextEdit::ExtraSelection> selections;
    const QString whole = text();
    for (const Claim &claim : std::as_const(m_claims)) {
        const auto at = static_cast<int>(whole.indexOf(claim.text));
        if (claim.text.isEmpty() || at < 0) {
            continue;
        }
        auto selection = selectionFor(document(), at, static_cast<int>(claim.text.size()));
        selection.format.setUnderlineStyle(QTextCharFormat::DotLine);
        selection.format.setUnderlineColor(colours().of(Tone::info));
        selections << selection;
        m_marks << Mark {at, static_cast<int>(claim.text.size()), sourcesInWords(claim)};
    }
    for (const GateProblem &problem : std::as_const(m_problems)) {
        if (problem.inSubject || problem.length == 0) {
            continue;
        }
        auto selection = selectionFor(document(), problem.start, problem.length);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(colours().of(Tone::bad));
        selection.format.setBackground(colours().tint(Tone::bad));
        selections << selection;
        m_marks.prepend(Mark {problem.start, problem.length, problem.text});
    }
    setExtraSelections(selections);
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
