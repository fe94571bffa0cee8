// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// The colours and icons.
class TestTheme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data();
    void textIsReadable();
    void chipsAreReadable_data();
    void chipsAreReadable();
    void everyGlyphIsDrawn_data();
    void everyGlyphIsDrawn();
    void glyphsTakeTheColourOfTheScheme();
    void choiceOfTheUserWins();
    void textGrowsWithItsRole();
};

/// The small widgets.
class TestWidgets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initials_data();
    void initials();
    void everyStatusHasWordsAndTone();
    void everyErrorKindHasWords();
    void bannerTellsAnError();
    void bannerHidesWhenCancelled();
    void segmentsAreChosenByKeyboard();
    void tagsAreASet();
    void flowBreaksLines();
    void busyBarAsksToCancelOnce();
    void keyValuesLeaveOutWhatIsUnknown();
    void formRowShowsTheErrorInPlaceOfTheHint();
    void elidedLabelKeepsItsText();
    void panesAreKept();
    void controlsHaveNames();
};

/// The PDF viewer.
class TestPdfView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loads();
    void drawsThePages();
    void zoomsByKeyAndWheel();
    void fitsWithoutEndlessLayout();
    void findsWithoutCaseAndAccents();
    void searchBegunTwiceCountsOnce();
    void stepsThroughHits();
    void hitLiesOnItsWord();
    void marksAndCopies();
    void keepsToItsMemory();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void survivesBeingClosedAnyTime();
    void forgetsTheDocumentBefore();
    void prints();
    void controlsHaveNames();
};
