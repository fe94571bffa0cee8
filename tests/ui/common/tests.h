// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
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

/// Stands in for the desktop's settings portal.
class FakePortal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key);
};

/// Which scheme the desktop asks for.
class TestSystemScheme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSilentWithoutABus();
    void followsThePortal();
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
    void flowCentresALine();
    void tagsOfAnotherPersonAreLaidOut();
    void labelsStandWhereTheLayoutBegins_data();
    void labelsStandWhereTheLayoutBegins();
    void theWheelTurnsNothingWithoutFocus();
    void aBusyButtonKeepsThePlace();
    void theFocusOfAFlatToolButtonIsSeen();
    void busyBarAsksToCancelOnce();
    void busyBarWaitsAMoment();
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
    void drawsEveryPictureOnce();
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
