// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/diffview.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QTextBlockFormat>
#include <QTextCursor>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

using Kind = DiffPiece::Kind;

QTextCharFormat formatOf(Kind kind)
{
    QTextCharFormat format;
    if (kind == Kind::removed) {
        format.setFontStrikeOut(true);
        format.setForeground(colours().onTint(Tone::bad));
        format.setBackground(colours().tint(Tone::bad));
    } else if (kind == Kind::added) {
        format.setFontUnderline(true);
        format.setForeground(colours().onTint(Tone::good));
        format.setBackground(colours().tint(Tone::good));
    }
    return format;
}

void write(QTextCursor &cursor, const QVector<DiffPiece> &pieces, bool strong)
{
    for (const DiffPiece &piece : pieces) {
        QTextCharFormat format = formatOf(piece.kind);
        format.setFontWeight(strong ? QFont::DemiBold : QFont::Normal);
        QString text = piece.text;
        if (piece.kind != Kind::same) {
            text.replace(u"\n"_s, u"\u00B6\n"_s); // a line that came or went is seen as well
        }
        cursor.insertText(text, format);
    }
}

} // namespace

DiffView::DiffView(QWidget *parent) : QTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setAcceptRichText(false);
}

void DiffView::show(const QVector<DiffPiece> &subject, const QVector<DiffPiece> &body)
{
    m_subject = subject;
    m_body = body;
    draw();
}

void DiffView::draw()
{
    clear();
    QTextCursor cursor(document());
    QTextBlockFormat above;
    above.setBottomMargin(gap::small);
    cursor.setBlockFormat(above);
    write(cursor, m_subject, true);
    cursor.insertBlock(QTextBlockFormat(), {});
    write(cursor, m_body, false);
    moveCursor(QTextCursor::Start);
}

void DiffView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        draw();
    }
}

} // namespace crema::ui
