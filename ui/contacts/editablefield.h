// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QWidget>

#include <optional>

class QLabel;

namespace crema::ui {

/// A line that looks like text until the pointer or the focus is on it.
class QuietLineEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit QuietLineEdit(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
};

/// One field of a contact: its name, its value to be edited in place, and quietly where the value comes from.
/// What was typed stays until it is saved, whatever happens around it.
class EditableField final : public QWidget
{
    Q_OBJECT

public:
    EditableField(const QString &field, const QString &label, QWidget *parent = nullptr);

    [[nodiscard]] const QString &field() const { return m_field; }
    [[nodiscard]] QString text() const { return m_edit->text(); }
    [[nodiscard]] bool hasProblem() const { return !m_problem.isEmpty(); }

    /// What the store has; shown unless something else is being typed.
    void setValue(const QString &value, const QString &source);
    /// Another record: forgets what was typed.
    void reset();
    /// Shows text that could not be saved, with the reason.
    void setUnsaved(const QString &text, const QString &problem);
    /// The text was saved.
    void accepted();
    /// Gives out an edit that is still open.
    void commit();

Q_SIGNALS:
    void edited(const QString &field, const QString &text);

private:
    void showNote();

    QString m_field;
    QString m_stored;
    std::optional<QString> m_sent; ///< given out: not answered yet, or refused
    bool m_typing = false; ///< the text is the user's, not the store's
    QString m_source;
    QString m_problem;
    QuietLineEdit *m_edit;
    QLabel *m_note;
};

} // namespace crema::ui
