// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QLineEdit>
#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;

namespace crema::ui {

/// A line that looks like text until the pointer or the focus is on it.
class QuietLineEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit QuietLineEdit(QWidget *parent = nullptr);

Q_SIGNALS:
    /// Escape was pressed.
    void abandoned();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

/// Where a value comes from: in one line, and in full.
struct SourceNote
{
    QString line; ///< "Import of Connections.csv · 3 days ago"; empty when unknown
    QString full; ///< several lines, for the tool tip

    [[nodiscard]] bool operator==(const SourceNote &) const = default;
};

/// One field of a contact: its name, its value to be edited in place, and where the value comes from: as tool
/// tip and for screen readers, on request also as a quiet line. What was typed stays until it is saved or
/// given up, whatever happens around it.
class EditableField final : public QWidget
{
    Q_OBJECT

public:
    EditableField(const QString &field, const QString &label, QWidget *parent = nullptr);

    [[nodiscard]] const QString &field() const { return m_field; }
    [[nodiscard]] QString text() const { return m_edit->text(); }
    /// The text is the user's and not yet the store's.
    [[nodiscard]] bool holdsText() const { return m_typing; }
    [[nodiscard]] QLineEdit &edit() { return *m_edit; }

    /// Stands in the place of the name.
    void setLead(QWidget *lead);
    /// Stands after the value.
    void setTail(QWidget *tail);
    void setPlaceholder(const QString &text);

    /// What the store has; shown unless something else is being typed.
    void setValue(const QString &value, const SourceNote &source);
    /// Whether the source is shown as a line.
    void setSourceShown(bool shown);
    /// A short remark under the value ("5 days late"); empty for none.
    void setHint(const QString &hint, Tone tone);
    /// Forgets what was typed: for another record, or given up.
    void reset();
    /// Shows text that was given out and is not stored, with the reason when it was refused; what has been
    /// typed since stays.
    void setUnsaved(const QString &text, const QString &problem);
    /// The text that was given out last is saved.
    void accepted();
    /// Gives out an edit that is still open.
    void commit();

    /// How wide the column of names is.
    [[nodiscard]] static int leadWidth(const QWidget &widget);

Q_SIGNALS:
    /// The text is to be saved.
    void edited();
    /// Escape: what was typed is to be given up.
    void abandoned();

private:
    void showNote();

    QString m_field;
    QString m_stored;
    std::optional<QString> m_given; ///< the last that was given out: not saved yet, or refused
    bool m_typing = false;
    bool m_sourceShown = false;
    SourceNote m_source;
    QString m_problem;
    QuietLineEdit *m_edit;
    QLabel *m_name;
    QLabel *m_note;
    QLabel *m_hintLabel;
    QGridLayout *m_grid;
};

} // namespace crema::ui
