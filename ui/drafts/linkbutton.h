// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace crema::ui {

/// A line of text that leads somewhere: wraps, is followed with a click, Enter or Space, and stands in the
/// colour of links. A screen reader calls it a button.
class LinkButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkButton(QWidget *parent = nullptr);

    /// The words, plain: an ampersand is one, not the mark of a key.
    void setWords(const QString &words);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

private:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    QString m_words;
};

} // namespace crema::ui
