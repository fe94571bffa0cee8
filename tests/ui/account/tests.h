// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestAccountView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldIsSavedWhenItIsLeft();
    void signatureIsSavedWhenThePageGoes();
    void refusedValueStaysWithItsReason();
    void valueIsKeptWhenItCannotBeSaved();
    void resumeFillsWhatIsEmpty();
    void aFactLeadsToItsLineAndCanBeRemoved();
    void unreadableResumeSaysWhy();
    void protectedResumeAsksForItsPassword();
    void receiptsAreListed();
    void aReceiptIsOpened();
    void usageIsShownByDay();
    void usageCountsByTheLocalDay();
    void everyControlIsNamedAndReached();
};
