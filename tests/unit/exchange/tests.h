// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/support.h"

#include <QObject>

/// The bytes of a file in tests/fixtures/exchange.
[[nodiscard]] QByteArray fixtureBytes(const char *name);

class TextDecodingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decodes_data();
    void decodes();
    void decodesAsAsked();
    void rejects_data();
    void rejects();
    void validUtf8_data();
    void validUtf8();
};

class CsvReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rows_data();
    void rows();
    void numbersRowsAndLines();
    void oddities_data();
    void oddities();
    void dialect_data();
    void dialect();
    void longCellIsAnError_data();
    void longCellIsAnError();
    void endlessLinesAnswerQuickly_data();
    void endlessLinesAnswerQuickly();
    void agreesWithASimpleReader();
};

class ColumnsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void header_data();
    void header();
    void fieldNamesRoundTrip();
};

class PersonNamesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void full_data();
    void full();
    void columns_data();
    void columns();
};

class CellValuesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void line_data();
    void line();
    void linkedin_data();
    void linkedin();
    void tags();
};

class ListCellsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tags_data();
    void tags();
    void ownTagsReturn();
    void firms_data();
    void firms();
    void lists_data();
    void lists();
    void handles_data();
    void handles();
};

class FormatsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linkedin();
    void linkedinOfBefore();
    void google();
    void googleOfBefore();
    void outlook();
    void outlookInternalAddress();
};

class PeopleReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aGuessedEncodingIsTold();
    void table_data();
    void table();
    void encodings_data();
    void encodings();
    void refused_data();
    void refused();
    void ownListsOfLinkedin_data();
    void ownListsOfLinkedin();
    void chosenInSpiteOfFileName();
    void invalidRowsAreListed();
    void nothingIsLost();
    void noHeader_data();
    void noHeader();
    void manyColumnsOfOneName();
    void mappingCanBeCorrected();
    void previewShowsTheTable();
    void previewCountsLargeFiles();
    void largeTablesStayInOrder();
    void stopsAndReports();
    void formatNames();
};

class VcardTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void version3();
    void version4();
    void version21();
    void card_data();
    void card();
    void nobody_data();
    void nobody();
    void cutOff();
    void roundTrip();
    void keptFieldsReturn_data();
    void keptFieldsReturn();
    void aPlaceReturns();
    void foldsWithoutCuttingCharacters();
};

class WritersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void formulas_data();
    void formulas();
    void guardRoundTrips_data();
    void guardRoundTrips();
    void excelSafe();
    void chosenFields();
    void rawRoundTrip();
    void rawTakesEdits();
    void rawSurvivesADamagedRecord();
    void jsonRoundTrip();
    void jsonReads_data();
    void jsonReads();
};
