// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/profile.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace crema::ui {

class FormRow;

/// The sender's fields, each with where it comes from; written when the field is left.
class ProfileForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileForm(QWidget *parent = nullptr);

    void show(const Profile &profile);
    void showRefusal(const QString &field, const QString &why);
    void flush();
    /// Hands over again what was refused before.
    void retryRefused();

Q_SIGNALS:
    void fieldEdited(const QString &field, const QString &value);

private:
    void addField(const QString &field, const QString &label, const QString &example, int column, int span);
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    QHash<QString, FormRow *> m_rows;
    QHash<QString, QLineEdit *> m_edits;
    QPlainTextEdit *m_signature;
    QSet<QString> m_refused; ///< fields whose text the store does not have
    int m_line = 0;
};

} // namespace crema::ui
