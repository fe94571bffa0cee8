// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/support.h"

#include "model/contact.h"
#include "model/profile.h"
#include "truth/knowledge.h"

#include <QObject>

/// The bundled tables, loaded once.
[[nodiscard]] const crema::truth::DirectoryKnowledge &knowledge();
/// A sender and a recipient with something of everything.
[[nodiscard]] crema::Profile ben();
[[nodiscard]] crema::Contact zoe();

class SentencesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void splitsSentences_data();
    void splitsSentences();
    void findsWords();
    void countsWords_data();
    void countsWords();
};

class FactsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsWhatIsKnown();
    void leavesOutPrivateRemarksAndPlaceholders();
    void namesTheResumeLine();
    void prefersTheProfileToAResumeThatSaysSomethingElse();
    void tellsFirmsAndJobs_data();
    void tellsFirmsAndJobs();
    void tellsWhatATitleSays_data();
    void tellsWhatATitleSays();
    void tellsTheTense_data();
    void tellsTheTense();
};

class BackgroundTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatIsShared_data();
    void findsWhatIsShared();
    void namesBothSources();
    void ordersByStrength();
    void saysOfBothOnlyTheWhole_data();
    void saysOfBothOnlyTheWhole();
};

class CheckerTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void checksClaims_data();
    void checksClaims();
    void checksRelations_data();
    void checksRelations();
    void seesSharedSchools();
    void pointsAtTheWords();
};

class GateTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void passesAGoodEmail();
    void findsFaults_data();
    void findsFaults();
    void acceptsInnocentWords_data();
    void acceptsInnocentWords();
    void leavesRealLettersAlone();
    void holdsTheBoundsExactly();
    void pointsAtTheWords();
    void checksClaimsAgainstTheirSources();
    void asksForAName();
    void leavesAConversationsSubjectAlone();
    void takesBodiesApart_data();
    void takesBodiesApart();
    void survivesAnyText();
};

class BatchTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsRepeats_data();
    void findsRepeats();
    void aConversationRepeatsItsSubject();
};
