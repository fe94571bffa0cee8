// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/unsavededits.h"

#include <QHash>
#include <QPlainTextEdit>
#include <QTimer>

namespace crema::ui {

/// The notes of one record. They are given out when typing pauses, at the latest a few seconds into a long
/// stretch, when the focus leaves, when another record is shown and when the widget is hidden; who destroys
/// it calls flush() first. One text of a record is on its way at a time: what is typed meanwhile follows the
/// answer, so that its base is always one that was stored. Nothing typed is ever lost: what could not be
/// saved is kept for its record and shown, and given out, again.
class NotesEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NotesEditor(QWidget *parent = nullptr);

    /// What the store has; the same record while it is being typed in keeps the typed text.
    void showNotes(const QString &recordId, const QString &notes);
    /// As it stands here, also with no-break spaces (see exactText).
    [[nodiscard]] QString text() const;
    /// Gives out what is not yet saved; behind a text that is on its way it waits, see underWay().
    void flush();
    /// The answer to `notesEdited`.
    void accepted(const QString &recordId);
    /// Returns the newest text of the record, which is longer than the refused one when typing went on.
    QString rejected(const QString &recordId);
    /// This refused text is given up: what is stored is shown again. A newer one stays.
    void forget(const QString &recordId, const QString &text);
    /// `who` is the id of the record.
    [[nodiscard]] QVector<UnsavedEdit> refused() const { return texts(false); }
    /// The same of what is not answered yet.
    [[nodiscard]] QVector<UnsavedEdit> underWay() const { return texts(true); }

Q_SIGNALS:
    /// `base` is what the text was made of: somebody else may have changed the notes since.
    void notesEdited(const QString &recordId, const QString &base, const QString &text);

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Unsaved
    {
        QString base; ///< what the text was made of, as the store had it
        QString text; ///< the newest that was to be given out
        QString sent {};
        bool isUnderWay = false;
    };

    void give(const QString &recordId);
    [[nodiscard]] QString newest(const QString &recordId) const;
    void replace(const QString &notes);
    [[nodiscard]] bool isTyped() const;
    [[nodiscard]] QVector<UnsavedEdit> texts(bool underWay) const;
    void fitHeight();

    QString m_recordId;
    QString m_saved; ///< as last shown or stored: what is typed is made of it
    QString m_shown; ///< the same as the editor has it
    QHash<QString, Unsaved> m_unsaved; ///< by record
    QTimer m_pause;
    QTimer m_stretch;
};

} // namespace crema::ui
