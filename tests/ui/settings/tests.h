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

/// The Backup section of the settings.
class TestBackupCard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backsUpToAFile();
    void restoresAfterAQuestion();
    void anAnswerOfNoChangesNothing();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void aBackupThatCannotBeWrittenIsTold();
    void soundWorkspaceIsInOrder();
    void damageLeadsToTheRepair();
    void folderAndDailyBackupAreKept();
};
