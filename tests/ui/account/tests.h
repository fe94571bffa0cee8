// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestAccountView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldIsSavedWhenItIsLeft();
    void signatureIsSavedWhenThePageGoes();
    void textIsSavedInAPause();
    void whatIsTriedAgainIsWaitedFor();
    void linkedinMustBeAProfile_data();
    void linkedinMustBeAProfile();
    void refusedValueStaysWithItsReason();
    void valueIsKeptWhenItCannotBeSaved();
    void resumeFillsWhatIsEmpty();
    void unreadableResumeSaysWhy();
    void receiptsAreListed();
    void aReceiptIsOpened();
    void usageIsShownByDay();
    void usageCountsByTheLocalDay();
    void everyControlIsNamedAndReached();
};

/// Resumes: the list, the document beside its facts, passwords, scans.
class TestResumes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resumesAreChosenRenamedAndRemoved();
    void aModelFillsGapsOnceItIsSeenWhatItIsTold();
    void withoutAModelTheViewSaysSo();
    void aFactLeadsToItsPlaceAndIsCorrected();
    void aRefusedCorrectionStaysToBeMended();
    void whatIsTypedIsKeptWhenTheViewCloses();
    void factsAreAddedAndTakenBack();
    void aFactIsShownOnItsPage();
    void protectedResumeAsksForItsPassword();
    void theDocumentAsksForItsPasswordAgain();
    void aScanIsTypedIn();
    void aScanIsRecognised();
    void nothingIsCutInANarrowView();
    void everyControlOfTheViewIsNamedAndReached();
};

/// Pictures of the view, to be looked at; only when CREMA_GRAB names a folder.
void drawResumes(const QString &folder);
