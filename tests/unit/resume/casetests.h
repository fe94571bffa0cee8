// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What a resume sets in capitals, as it is written in a sentence.
class UsualCaseTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void people_data();
    void people();
    void titles_data();
    void titles();
    void facts();
};
