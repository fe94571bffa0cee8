// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestSettingsView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemeAndTextSizeAreChosen();
    void followsWhatIsChosenElsewhere();
    void saysWhereTheDataIsAndOpensIt();
    void everyControlIsNamedAndReached();
};
