// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// A language model that looks for what our own rules did not find in a resume.
class ResumeHelpTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNewIsFilledInAndMarked();
    void whatWasReadOrTypedStays();
    void inventedFactsAreRefused();
    void aSecondTryIsTold();
    void itCanBeUndone();
    void readingAgainKeepsIt();
    void thePromptSendsNothing();
    void failuresChangeNothing_data();
    void failuresChangeNothing();
    void withoutAModelItSaysSo();
};
