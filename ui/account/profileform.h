// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/profile.h"
#include "ui/common/unsavededits.h"

#include <QHash>
#include <QSet>
#include <QTimer>
#include <QWidget>

class QGridLayout;
class QPlainTextEdit;

namespace crema::ui {

class FormRow;

/// The sender's fields, each with where it comes from. They are handed over when a field is left, when
/// the form is hidden and after a long pause, at the latest half a minute into a stretch of typing; what is
/// being typed stays as it is typed, and a refusal is told when the field is left.
class ProfileForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileForm(QWidget *parent = nullptr);

    void show(const Profile &profile);
    /// The answer to `fieldEdited`: why it is refused; empty when it was stored.
    void showRefusal(const QString &field, const QString &why);
    void flush();
    [[nodiscard]] bool awaitsAnswer() const { return !m_awaited.isEmpty(); }
    /// The texts the store does not have.
    [[nodiscard]] QVector<UnsavedEdit> refused() const;
    [[nodiscard]] QVector<UnsavedEdit> underWay() const;
    /// Hands over again what was refused before.
    void retryRefused();

Q_SIGNALS:
    void fieldEdited(const QString &field, const QString &value);

private:
    void addField(const QString &field, const QString &label, const QString &example, int column);
    void addSignature();
    void touch();
    void pause();
    void leave(const QString &field);
    void give(const QString &field);
    void put(const QString &field, const QString &value);
    [[nodiscard]] QString textOf(const QString &field) const;
    [[nodiscard]] bool isModified(const QString &field) const;
    [[nodiscard]] bool isBeingTyped(const QString &field) const;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    QGridLayout *m_grid;
    QHash<QString, FormRow *> m_rows; ///< with a QLineEdit each; the signature's with m_signature
    QPlainTextEdit *m_signature;
    Profile m_shown;
    QSet<QString> m_given; ///< handed over in a pause and not left since
    QSet<QString> m_awaited; ///< handed over and not answered yet
    QHash<QString, QString> m_refused; ///< fields whose text the store does not have, and why
    QTimer m_pause;
    QTimer m_stretch;
    int m_line = 0;
};

} // namespace crema::ui
