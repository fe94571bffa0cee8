// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/run.h"

#include <QWidget>

namespace crema::ui {

class ElidedLabel;
class KeyValueList;

/// Why one person was found: every reason with its points, and how they can be reached.
class PersonReasons final : public QWidget
{
    Q_OBJECT

public:
    explicit PersonReasons(QWidget *parent = nullptr);

    /// Hidden with nobody.
    void showPerson(const FoundPerson *found);

private:
    ElidedLabel *m_heading;
    KeyValueList *m_reasons;
};

} // namespace crema::ui
