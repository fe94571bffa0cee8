// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/contactflow.h"

#include <QDialog>
#include <QVector>

#include <functional>

class QLabel;
class QPushButton;

namespace crema::ui {

class Banner;
class FormRow;

/// One line of a FormDialog.
struct FormField
{
    QString key;
    QString label;
    QString value {};
    QString placeholder {};
    QStringList suggestions {};
};

/// A few lines to fill in. It stays open until the answer to what was submitted is there, and shows what is
/// wrong with it without losing anything; what was typed goes only when the user says so.
class FormDialog final : public QDialog
{
    Q_OBJECT

public:
    FormDialog(const QString &title, const QString &acceptText, const QVector<FormField> &fields,
               QWidget *parent = nullptr);

    /// What is wrong with a value; asked before anything is submitted.
    void setCheck(std::function<QString(const QString &key, const QString &value)> check)
    {
        m_check = std::move(check);
    }
    /// Text above the fields.
    void setIntroduction(const QString &text);
    /// The answer: closes the dialog, or says what was wrong.
    void answer(const Result<> &result);

Q_SIGNALS:
    void submitted(const crema::flows::FieldValues &values);

private:
    void submit();
    void makeRoom();
    /// Asks first when something was typed.
    void reject() override;
    [[nodiscard]] bool isTouched() const;

    struct Line
    {
        QString key;
        FormRow *row = nullptr;
        QString given; ///< what stood in it at first
    };
    Banner *m_banner;
    QLabel *m_introduction;
    QPushButton *m_accept;
    QVector<Line> m_lines;
    std::function<QString(const QString &, const QString &)> m_check;
};

} // namespace crema::ui
