// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedLayout;
class QToolButton;

namespace crema::ui {

class NotesEditor;
class NoteView;

/// Notes to be read and to be written: notes that are there are shown as they read, until the user wants to
/// write.
class NotesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit NotesPanel(QWidget *parent = nullptr);

    /// The switch between reading and writing; stands in the heading of the section.
    [[nodiscard]] QToolButton *modeButton() const { return m_mode; }
    [[nodiscard]] NotesEditor &editor() { return *m_editor; }
    void showNotes(const QString &recordId, const QString &text);

Q_SIGNALS:
    void linkRequested(const QString &url);

private:
    void write();
    void setWriting(bool writing);
    void follow();

    NotesEditor *m_editor;
    NoteView *m_view;
    QToolButton *m_mode;
    QString m_recordId;
    bool m_writing = true;
};

} // namespace crema::ui
