// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// Whole resumes in text: every fact expected, and no other.
class FactsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resumes_data();
    void resumes();
    void files_data();
    void files();
    void factsStandInTheirLines_data();
    void factsStandInTheirLines();
    void employers_data();
    void employers();
    void education_data();
    void education();
    void owner_data();
    void owner();
    void wholeTexts_data();
    void wholeTexts();
    void hiddenLinksCount();
    void largestTypeHelpsToFindTheName();
    void randomTextNeverCrashes();
};

/// The small rules, one case a row.
class RulesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headings_data();
    void headings();
    void dates_data();
    void dates();
    void places_data();
    void places();
    void names_data();
    void names();
    void universities_data();
    void universities();
    void degrees_data();
    void degrees();
    void titles_data();
    void titles();
    void contact_data();
    void contact();
    void hyphens_data();
    void hyphens();
    void signsOfTexFonts();
    void whatIsSomebodyElsesStaysTheirs();
};

/// Files that are no resume, and texts of every encoding.
class ExtractionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherFilesAreNamed_data();
    void otherFilesAreNamed();
    void encodings_data();
    void encodings();
    void tooLarge();
    void docxKeepsItsLines();
    void docxReadsTextBoxesOnce();
    void docxLeavesOutWhatDoesNotShow();
    void docxTables();
    void docxHeadersAndLinks();
    void brokenDocx_data();
    void brokenDocx();
};

/// Pages as programs set them.
class PdfTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printedByQt_data();
    void printedByQt();
    void columnsAreReadOneAfterTheOther_data();
    void columnsAreReadOneAfterTheOther();
    void rowsAreReadAcross_data();
    void rowsAreReadAcross();
    void lineEnds_data();
    void lineEnds();
    void letterSpacingIsClosed();
    void linksKeepTheirLine();
    void passwords();
    void brokenFiles_data();
    void brokenFiles();
    void manyThreads();
};

/// Where the lines and facts stand in the document.
class PlacesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineHasItsPlace_data();
    void everyLineHasItsPlace();
    void aFactRunsOverItsLines();
    void recognisedWordsAreTaken();
};
