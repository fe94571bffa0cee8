// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/noteseditor.h"

#include "base/text.h"
#include "ui/common/exacttext.h"
#include "ui/contacts/contactcolumns.h"

#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr auto savePause = 700ms; // and saving itself: within a second of the last key
constexpr auto longestStretch = 5s; // of typing without a pause
constexpr int fewestLines = 4;
constexpr int mostLines = 16;

} // namespace

NotesEditor::NotesEditor(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_pause.setSingleShot(true);
    m_pause.setInterval(savePause);
    m_stretch.setSingleShot(true);
    m_stretch.setInterval(longestStretch);
    connect(&m_pause, &QTimer::timeout, this, &NotesEditor::flush);
    connect(&m_stretch, &QTimer::timeout, this, &NotesEditor::flush);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        m_pause.start();
        if (!m_stretch.isActive()) {
            m_stretch.start();
        }
        fitHeight();
    });
}

void NotesEditor::showNotes(const QString &recordId, const QString &notes)
{
    if (recordId != m_recordId) {
        flush();
        m_recordId = recordId;
        m_saved = notes;
        setPlainText(
                m_unsaved.value(recordId, {notes, notes}).text); // what could not be saved goes out again
    } else if (isTyped() || m_unsaved.contains(recordId) || notes == cleanText(m_saved)) {
        return; // being typed, on its way, or the same but for blanks at its ends
    } else {
        m_saved = notes;
        replace(notes);
    }
    m_shown = text();
    m_pause.stop();
    m_stretch.stop();
}

QString NotesEditor::text() const
{
    return exactText(*document());
}

/// Compared with what stood here, not with what is stored: other ends of lines are nobody's edit.
bool NotesEditor::isTyped() const
{
    return text() != m_shown;
}

/// Changed elsewhere, by undo for one: the cursor stays where it was, as far as there is text.
void NotesEditor::replace(const QString &notes)
{
    const int place = textCursor().position();
    setPlainText(notes);
    QTextCursor cursor = textCursor();
    cursor.setPosition(static_cast<int>(std::min<qsizetype>(place, text().size())));
    setTextCursor(cursor);
}

void NotesEditor::flush()
{
    m_pause.stop();
    m_stretch.stop();
    const QString typed = text();
    if (m_recordId.isEmpty() || (!isTyped() && !m_unsaved.contains(m_recordId))) {
        return;
    }
    const auto unsaved = m_unsaved.find(m_recordId);
    if (unsaved == m_unsaved.end()) {
        m_unsaved.insert(m_recordId, {m_saved, typed});
    } else {
        unsaved->text = typed;
    }
    if (!m_unsaved.value(m_recordId).isUnderWay) {
        give(m_recordId);
    }
}

void NotesEditor::give(const QString &recordId)
{
    Unsaved &unsaved = m_unsaved[recordId];
    unsaved.sent = unsaved.text;
    unsaved.isUnderWay = true;
    const Unsaved given = unsaved; // the answer may come at once
    Q_EMIT notesEdited(recordId, given.base, given.text);
}

QString NotesEditor::newest(const QString &recordId) const
{
    return recordId == m_recordId ? text() : m_unsaved.value(recordId).text;
}

void NotesEditor::accepted(const QString &recordId)
{
    const auto unsaved = m_unsaved.find(recordId);
    if (unsaved == m_unsaved.end()) {
        return;
    }
    unsaved->isUnderWay = false;
    unsaved->base = unsaved->sent;
    if (recordId == m_recordId) {
        m_saved = unsaved->sent;
        m_shown = unsaved->sent;
    }
    if (unsaved->text == unsaved->sent) {
        m_unsaved.erase(unsaved);
    } else {
        give(recordId);
    }
}

QString NotesEditor::rejected(const QString &recordId)
{
    if (const auto unsaved = m_unsaved.find(recordId); unsaved != m_unsaved.end()) {
        unsaved->isUnderWay = false;
    }
    return newest(recordId);
}

void NotesEditor::forget(const QString &recordId, const QString &text)
{
    const auto unsaved = m_unsaved.constFind(recordId);
    if (unsaved == m_unsaved.constEnd() || unsaved->isUnderWay || newest(recordId) != text) {
        return;
    }
    const QString stored = unsaved->base;
    m_unsaved.erase(unsaved);
    if (recordId == m_recordId) {
        m_saved = stored;
        replace(stored);
        m_shown = this->text();
    }
}

QVector<UnsavedEdit> NotesEditor::texts(bool underWay) const
{
    QVector<UnsavedEdit> texts;
    for (const auto &[recordId, unsaved] : m_unsaved.asKeyValueRange()) {
        if (unsaved.isUnderWay == underWay) {
            texts << UnsavedEdit {fieldWords(u"notes"_s), recordId, newest(recordId)};
        }
    }
    return texts;
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
