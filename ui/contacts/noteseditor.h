// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QTimer>

namespace crema::ui {

/// The notes of one record. They are given out when typing pauses, when the focus leaves, when another record
/// is shown and when the widget is hidden; who destroys it calls flush() first. Nothing typed is ever lost.
class NotesEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NotesEditor(QWidget *parent = nullptr);

    /// What the store has; the same record while it is being typed in keeps the typed text.
    void showNotes(const QString &recordId, const QString &text);
    /// Gives out what is not yet saved.
    void flush();
    /// The notes could not be saved: they count as unsaved again.
    void rejected(const QString &recordId);

Q_SIGNALS:
    void notesEdited(const QString &recordId, const QString &text);

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();

    QString m_recordId;
    QString m_saved; ///< as last given out or shown
    QTimer m_pause;
};

} // namespace crema::ui
