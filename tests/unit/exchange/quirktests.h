// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/support.h"

#include <QObject>

/// vCards as real programs write them. The people are made up, the oddities are not.
class VcardQuirksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void people_data();
    void people();
    void kept_data();
    void kept();
    void picturesAreTold();
    void othersAddressIsTold();
    void lettersCutByFolding();
    void charsetsByProperty_data();
    void charsetsByProperty();
    void quotedPrintableWithoutCharset();
    void largePictures();
    void readBackByVobject();
};

/// Tables as real programs write them, and what stands in them besides people.
class TableQuirksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void people_data();
    void people();
    void notPeople_data();
    void notPeople();
    void damaged_data();
    void damaged();
    void names_data();
    void names();
    void dateOrder_data();
    void dateOrder();
    void localisedOutlook_data();
    void localisedOutlook();
    void linkedinInOtherLanguages_data();
    void linkedinInOtherLanguages();
    void othersAddresses();
    void paddedFiles_data();
    void paddedFiles();
    void foreignFiles_data();
    void foreignFiles();
};

/// Lists of other programs, and whose address stands in them.
class ForeignTablesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void people_data();
    void people();
    void phones_data();
    void phones();
    void told_data();
    void told();
    void keptColumns();
    void whatIsNotOurs();
    void cards_data();
    void cards();
    void noteCutAtSoftBreak();
};

/// The JSON of other programs: whose record it is, and who else stands in it.
class JsonPeopleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void people_data();
    void people();
    void told_data();
    void told();
    void ownRecordsInside();
};

/// Its records inside of each other and side by side, and files that are no lists of people.
class JsonShapesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void people_data();
    void people();
    void told_data();
    void told();
    void kept_data();
    void kept();
    void schoolsOfResumes();
    void refused_data();
    void refused();
    void manyFields();
    void manyLevels();
    void stops();
};

/// Lists that people type and reports that programs print: tables of several sections, blocks, legends.
class UntidyFilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void people_data();
    void people();
    void keptBeside();
};

/// Rows that tell of several people side by side.
class RowPeopleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void people_data();
    void people();
    void told();
};

/// Cells with addresses and what else people write there, and names as messages carry them.
class EmailCellsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emails_data();
    void emails();
    void ofRow_data();
    void ofRow();
    void ofName_data();
    void ofName();
    void encodedWords_data();
    void encodedWords();
};

/// Lists of recipients, pasted or in a file.
class RecipientsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void people_data();
    void people();
    void remarksAreKept();
    void longLists();
};

/// What people bring most: nothing in it is to be kept aside or told.
class OrdinaryListsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void people_data();
    void people();
};
