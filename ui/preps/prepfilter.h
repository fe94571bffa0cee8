// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace crema::ui {

/// Which preps the list shows: words, and how far they are.
class PrepFilter final : public QWidget
{
    Q_OBJECT

public:
    explicit PrepFilter(QWidget *parent = nullptr);

    /// Those that match, in their order, and the one of this id whatever it is.
    [[nodiscard]] QVector<Prep> matching(const QVector<Prep> &preps, const QString &kept = {}) const;
    void clear();
    /// Puts the cursor into the field.
    void begin();

Q_SIGNALS:
    void changed();

private:
    QLineEdit *m_words;
    QComboBox *m_state;
};

} // namespace crema::ui
