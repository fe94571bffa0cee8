// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/notespanel.h"

#include "ui/contacts/noteseditor.h"
#include "ui/contacts/noteview.h"
#include "ui/theme/glyph.h"

#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

NotesPanel::NotesPanel(QWidget *parent)
    : QWidget(parent), m_editor(new NotesEditor), m_view(new NoteView), m_mode(new QToolButton)
{
    m_editor->setObjectName(u"contacts.pane.notes"_s);
    m_editor->setAccessibleName(tr("Notes"));
    m_editor->setPlaceholderText(
            tr("What you talked about, what to remember… Markdown works: **bold**, - lists, links."));
    m_view->setObjectName(u"contacts.pane.notes.view"_s);
    m_view->setAccessibleName(tr("Notes"));
    m_mode->setObjectName(u"contacts.pane.notes.mode"_s);
    m_mode->setAutoRaise(true);
    m_mode->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view);
    column->addWidget(m_editor);
    setFocusProxy(m_editor);
    connect(m_mode, &QToolButton::clicked, this, [this] { m_writing ? setWriting(false) : write(); });
    connect(m_view, &NoteView::editRequested, this, &NotesPanel::write);
    connect(m_view, &NoteView::linkRequested, this, &NotesPanel::linkRequested);
    connect(m_editor, &QPlainTextEdit::textChanged, this, &NotesPanel::follow);
    setWriting(true);
}

void NotesPanel::showNotes(const QString &recordId, const QString &text)
{
    const bool other = recordId != m_recordId;
    m_recordId = recordId;
    m_editor->showNotes(recordId, text);
    if (other) {
        setWriting(m_editor->text().trimmed().isEmpty());
    }
    follow();
}

void NotesPanel::write()
{
    setWriting(true);
    m_editor->setFocus();
    m_editor->moveCursor(QTextCursor::End);
}

void NotesPanel::setWriting(bool writing)
{
    m_writing = writing;
    if (!writing) {
        m_view->showNote(m_editor->text());
    }
    m_view->setVisible(!writing);
    m_editor->setVisible(writing);
    m_mode->setIcon(icon(writing ? Glyph::eye : Glyph::edit, Tone::muted));
    m_mode->setText(writing ? tr("Read") : tr("Write"));
    m_mode->setToolTip(writing ? tr("Show the notes as they read") : tr("Write notes"));
    m_mode->setAccessibleName(m_mode->toolTip());
}

void NotesPanel::follow()
{
    m_mode->setVisible(!m_writing || !m_editor->text().trimmed().isEmpty());
    if (!m_writing) {
        m_view->showNote(m_editor->text());
    }
}

} // namespace crema::ui
