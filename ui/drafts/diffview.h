// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textdiff.h"

#include <QTextEdit>

namespace crema::ui {

/// Shows how one text became another, word by word: what went is struck out, what came is underlined, and
/// both have a colour as well, for those who can tell them apart.
class DiffView final : public QTextEdit
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    /// One text above the other, a subject and a body.
    void show(const QVector<DiffPiece> &subject, const QVector<DiffPiece> &body);

private:
    void draw();
    void changeEvent(QEvent *event) override;

    QVector<DiffPiece> m_subject;
    QVector<DiffPiece> m_body;
};

} // namespace crema::ui
