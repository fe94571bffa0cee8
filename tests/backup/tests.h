// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/support.h"

#include <QObject>

class ArchiveTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void unpacksWhatWasPacked();
    void flippedByteIsFound();
    void cutArchiveIsRefused();
    void archiveWithoutSumIsTaken();
    void hostileArchiveIsRefused_data();
    void hostileArchiveIsRefused();
    void fullDiskKeepsTheOldFile();
    void stoppedWritingLeavesNothing();
};

class RestoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void restoreGivesBackTheSameAndCanBeTakenBack();
    void backupOfARunningImportIsAllOrNothing();
    void crashAtAnyMomentLeavesOldOrNew_data();
    void crashAtAnyMomentLeavesOldOrNew();
    void refusedRestoreChangesNothing_data();
    void refusedRestoreChangesNothing();
    void damagedWorkspaceIsRestoredOver();
    void whatElseIsKeptAsideIsToldOnce();
    void stoppedAfterUnpackingChangesNothing_data();
    void stoppedAfterUnpackingChangesNothing();
    void whatCannotBeMovedLeavesAllAsItWas();
};

class DamagedBackupTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatCanBeReadIsTaken_data();
    void whatCanBeReadIsTaken();
    void cutDatabaseGivesItsFirstPart();
    void keptFileComesFromTheWorkspace();
    void shiftedPagesFindTheirPlace_data();
    void shiftedPagesFindTheirPlace();
    void whatIsNoBackupIsRefused();
};

class FullDiskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void backupGoesElsewhere_data();
    void backupGoesElsewhere();
    void noRoomIsNoDamage();
    void writingSaysSo();
};

class CheckTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsAndMends_data();
    void findsAndMends();
    void unreadableBodyIsKeptInQuarantine();
    void lostFilesComeBackFromBackups();
    void soundWorkspaceIsLeftAlone();
    void cancelledItChangesNothing();
    void wrongHeaderIsNamedAndMended_data();
    void wrongHeaderIsNamedAndMended();
    void newerFormatIsNotMended();
};

class RepairTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anyZeroedPageCostsOnlyItself();
    void damagedFile_data();
    void damagedFile();
    void logIsReadWithoutSqlite();
    void nothingReadableIsRefused_data();
    void nothingReadableIsRefused();
};

class DailyBackupTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onceADayWhenSomethingChanged();
    void sevenAreKept();
    void wrongClockWipesNothing();
    void damagedWorkspaceRemovesNothing();
    void settingsAreKept();
    void leftCopiesGoAlsoWhenSwitchedOff();
};

class BackupCliTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void backupRestoreCheck();
    void damagedWorkspaceSaysWhatToDo();
    void lostDatabaseIsNotBegunAnew_data();
    void lostDatabaseIsNotBegunAnew();
    void leftCopiesGo();
    void restoreIntoNothingKeepsNothing_data();
    void restoreIntoNothingKeepsNothing();
};
