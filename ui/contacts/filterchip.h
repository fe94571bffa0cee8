// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace crema::ui {

/// A small rounded button that restricts a list: on or off, with how many it would leave, or with a list to
/// pick from behind it.
class FilterChip final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FilterChip(const QString &text, QWidget *parent = nullptr);

    /// A status whose colour is shown as a dot; empty for none.
    void setStatus(const QString &status);
    [[nodiscard]] const QString &status() const { return m_status; }
    /// Below 0 for none.
    void setCount(qint64 count);
    /// An arrow that says that a click opens something.
    void setOpens(bool opens);
    /// What is picked, in place of the bare name: "Company: Acme +2".
    void setPicked(const QStringList &words);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();
    [[nodiscard]] QString shown() const;

    QString m_status;
    QString m_count;
    QStringList m_picked;
    bool m_opens = false;
};

} // namespace crema::ui
