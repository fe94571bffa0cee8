// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/noteseditor.h"

#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr auto savePause = 900ms;
constexpr int fewestLines = 4;
constexpr int mostLines = 16;

} // namespace

NotesEditor::NotesEditor(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_pause.setSingleShot(true);
    m_pause.setInterval(savePause);
    connect(&m_pause, &QTimer::timeout, this, &NotesEditor::flush);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        m_pause.start();
        fitHeight();
    });
}

void NotesEditor::showNotes(const QString &recordId, const QString &text)
{
    if (recordId != m_recordId) {
        flush();
        m_recordId = recordId;
    } else if (toPlainText() != m_saved || hasFocus() || text == m_saved) {
        return;
    }
    m_saved = text;
    setPlainText(text);
    m_pause.stop();
}

void NotesEditor::flush()
{
    m_pause.stop();
    const QString text = toPlainText();
    if (!m_recordId.isEmpty() && text != m_saved) {
        m_saved = text;
        Q_EMIT notesEdited(m_recordId, text);
    }
}

void NotesEditor::rejected(const QString &recordId)
{
    if (recordId == m_recordId) {
        m_saved = QChar(0) + toPlainText(); // differs from anything that can be typed
    }
}

void NotesEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    flush();
}

void NotesEditor::hideEvent(QHideEvent *event)
{
    flush();
    QPlainTextEdit::hideEvent(event);
}

void NotesEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void NotesEditor::fitHeight()
{
    int lines = 0;
    for (QTextBlock block = document()->firstBlock(); block.isValid() && lines < mostLines;
         block = block.next()) {
        lines += std::max(1, block.lineCount());
    }
    const int shown = std::clamp(lines, fewestLines, mostLines);
    const int frame = 2 * frameWidth() + static_cast<int>(2 * document()->documentMargin()) + 4;
    const int height = shown * fontMetrics().lineSpacing() + frame;
    if (height != minimumHeight()) {
        setFixedHeight(height);
    }
}

} // namespace crema::ui
