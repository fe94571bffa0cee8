// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

class DatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void written_data();
    void written();
};

class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refused_data();
    void refused();
    void readAsBefore_data();
    void readAsBefore();
    void repeatedMembers_data();
    void repeatedMembers();
    void manyRepeatedMembers();
};

class PluralsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data();
    void numbers();
};

class SavedFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyFilesAreReplaced_data();
    void onlyFilesAreReplaced();
    void aFullDiskIsCalledThat_data();
    void aFullDiskIsCalledThat();
    void aNameThatIsTakenGetsANumber();
};

class TextDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void makesUpBothTexts();
    void longTextsAreBounded();
    void countsWhatWent();
};

class ParallelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sorts_data();
    void sorts();
};

class TextMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merges_data();
    void merges();
    void losesNothing();
};

class NormalisingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameAsInOnePiece_data();
    void sameAsInOnePiece();
    void longTexts();
    void foldedLineIsItsWords();
};

class PathsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMissingPartIsNamed();
    void fullDisk_data();
    void fullDisk();
};

class ProcessesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoHoldsALock();
};
