// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace crema::ui {

/// A label above its field, with an optional hint below and an error in the hint's place.
class FormRow final : public QWidget
{
    Q_OBJECT

public:
    /// `field` becomes a child; `label` becomes its buddy, and its accessible name when it has none.
    FormRow(const QString &label, QWidget *field, const QString &hint = {}, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *field() const { return m_field; }
    void setHint(const QString &hint);
    /// Shows what is wrong with the value; an empty text brings the hint back.
    void setError(const QString &error);

private:
    void showNote();

    QWidget *m_field;
    QLabel *m_note;
    QString m_hint;
    QString m_error;
};

} // namespace crema::ui
