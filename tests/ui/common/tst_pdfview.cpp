// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "ui/common/pdfview.h"
#include "ui/support/accessiblenames.h"
#include "ui/support/samplepdf.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPrinter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QWheelEvent>

#include <QPdfDocument>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::ui;

namespace {

constexpr int patience = 20000;

const QByteArray &threePages()
{
    static const QByteArray bytes = test::samplePdf({u"Zoë Müller studied in München. Coffee."_s,
                                                     u"Coffee with coffee on page two"_s,
                                                     u"The last page, no match"_s});
    return bytes;
}

/// A shown viewer with the three pages in it.
struct Shown
{
    PdfView view;

    Shown()
    {
        view.resize(700, 900);
        view.show();
        QSignalSpy loaded(&view, &PdfView::loaded);
        view.loadBytes(threePages());
        if (loaded.isEmpty()) {
            loaded.wait(patience);
        }
    }
};

int darkPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += qGray(image.pixel(x, y)) < 60 ? 1 : 0;
        }
    }
    return count;
}

void searchFor(PdfView &view, const QString &text)
{
    QSignalSpy searched(&view, &PdfView::searched);
    view.find(text);
    QVERIFY(!searched.isEmpty() || searched.wait(patience));
}

void turnWheel(PdfCanvas &canvas, int delta)
{
    QWheelEvent event(QPointF(100, 100), canvas.viewport()->mapToGlobal(QPointF(100, 100)), {},
                      QPoint(0, delta), Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(canvas.viewport(), &event);
}

} // namespace

void TestPdfView::loads()
{
    PdfView view;
    QSignalSpy loaded(&view, &PdfView::loaded);
    QVERIFY(!view.isLoaded());
    view.loadBytes(threePages());
    QVERIFY(loaded.wait(patience));
    QCOMPARE(loaded.constFirst().at(0).toInt(), 3);
    QCOMPARE(loaded.constFirst().at(1).toString(), u"Sample"_s);
    QVERIFY(view.isLoaded());
    view.clear();
    QVERIFY(!view.isLoaded());
}

void TestPdfView::drawsThePages()
{
    Shown shown;
    QVERIFY(shown.view.isLoaded());
    QTRY_VERIFY_WITH_TIMEOUT(shown.view.canvas().isSharp(), patience);
    const QImage image = shown.view.canvas().viewport()->grab().toImage();
    QVERIFY(darkPixels(image) > 200);
    QCOMPARE(image.pixelColor(image.width() / 2, image.height() / 2), QColor(Qt::white));
}

// The first page is drawn before the window hears of the pages and asks for it.
void TestPdfView::drawsEveryPictureOnce()
{
    PdfView view;
    view.resize(700, 900);
    view.show();
    QVector<PdfPicture> drawn;
    QObject::connect(view.findChild<PdfEngine *>(), &PdfEngine::pictureReady, &view,
                     [&drawn](const PdfPicture &which) { drawn.append(which); });
    view.loadBytes(threePages());
    QTRY_VERIFY_WITH_TIMEOUT(view.canvas().isSharp(), patience);
    view.canvas().goToPage(1); // while the next page is being drawn
    view.canvas().goToPage(2);
    QTRY_VERIFY_WITH_TIMEOUT(view.canvas().isSharp(), patience);
    QVERIFY(QThreadPool::globalInstance()->waitForDone(patience));
    QApplication::processEvents();
    QCOMPARE(drawn.size(), 3);
    QCOMPARE(drawn.constFirst().page, 0);
    for (const PdfPicture &picture : std::as_const(drawn)) {
        QCOMPARE(drawn.count(picture), 1);
    }
}

void TestPdfView::zoomsByKeyAndWheel()
{
    Shown shown;
    PdfCanvas &canvas = shown.view.canvas();
    QVERIFY(QTest::qWaitForWindowActive(&shown.view));
    canvas.setFocus();
    const double fitted = canvas.zoom();
    QTest::keyClick(&canvas, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(canvas.zoom(), fitted * 1.25);
    QCOMPARE(canvas.zoomMode(), PdfZoom::custom);
    QTest::keyClick(&canvas, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(canvas.zoom(), fitted);
    turnWheel(canvas, 120);
    QVERIFY(canvas.zoom() > fitted);
    for (int i = 0; i < 40; ++i) {
        turnWheel(canvas, 120);
    }
    QCOMPARE(canvas.zoom(), 5.0);
    QTRY_VERIFY_WITH_TIMEOUT(canvas.isSharp(), patience);
    QTest::keyClick(&canvas, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(canvas.zoom(), fitted);
}

void TestPdfView::fitsWithoutEndlessLayout()
{
    Shown shown;
    PdfCanvas &canvas = shown.view.canvas();
    int changes = 0;
    QObject::connect(&canvas, &PdfCanvas::zoomChanged, &shown.view, [&changes] { ++changes; });
    for (int width = 500; width < 720; width += 7) {
        shown.view.resize(width, 900);
        QApplication::processEvents();
        QVERIFY(canvas.horizontalScrollBar()->maximum() == 0);
    }
    QVERIFY2(changes <= 40, qPrintable(QString::number(changes)));
    canvas.setZoomMode(PdfZoom::fitPage);
    const double page = canvas.zoom();
    QVERIFY(842 * 96 / 72.0 * page <= canvas.maximumViewportSize().height());
    QTRY_VERIFY_WITH_TIMEOUT(canvas.isSharp(), patience);
}

void TestPdfView::findsWithoutCaseAndAccents()
{
    Shown shown;
    searchFor(shown.view, u"zoe muller"_s);
    QCOMPARE(shown.view.hitCount(), 1);
    searchFor(shown.view, u"COFFEE"_s);
    QCOMPARE(shown.view.hitCount(), 3);
    searchFor(shown.view, u"nowhere"_s);
    QCOMPARE(shown.view.hitCount(), 0);
    shown.view.find({});
    QCOMPARE(shown.view.hitCount(), 0);
}

void TestPdfView::searchBegunTwiceCountsOnce()
{
    PdfView view;
    QSignalSpy loaded(&view, &PdfView::loaded);
    view.loadBytes(threePages());
    view.find(u"coffee"_s); // before the document is open; opening it asks again
    QVERIFY(loaded.wait(patience));
    QVERIFY(QThreadPool::globalInstance()->waitForDone(patience));
    QTRY_COMPARE_WITH_TIMEOUT(view.hitCount(), 3, patience);
    QApplication::processEvents();
    QCOMPARE(view.hitCount(), 3);
}

void TestPdfView::stepsThroughHits()
{
    Shown shown;
    QVERIFY(QTest::qWaitForWindowActive(&shown.view));
    QTest::keyClick(&shown.view.canvas(), Qt::Key_F, Qt::ControlModifier);
    auto *field = shown.view.findChild<QLineEdit *>(u"pdf.find"_s);
    QVERIFY(field->hasFocus());
    QSignalSpy searched(&shown.view, &PdfView::searched);
    QTest::keyClicks(field, u"coffee"_s);
    QTRY_COMPARE_WITH_TIMEOUT(shown.view.hitCount(), 3, patience);
    QCOMPARE(shown.view.currentHit(), 0);
    QTest::keyClick(field, Qt::Key_F3);
    QCOMPARE(shown.view.currentHit(), 1);
    QCOMPARE(shown.view.canvas().currentPage(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClick(field, Qt::Key_F3);
    QCOMPARE(shown.view.currentHit(), 0);
    QTest::keyClick(field, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(shown.view.currentHit(), 2);
}

// The first word of the page is where the page begins: in its upper left quarter, as high as a line.
void TestPdfView::hitLiesOnItsWord()
{
    PdfEngine engine;
    QSignalSpy loaded(&engine, &PdfEngine::loaded);
    engine.load(threePages());
    QVERIFY(loaded.wait(patience));
    QVector<PdfHit> hits;
    bool finished = false;
    QObject::connect(&engine, &PdfEngine::hitsFound, &engine,
                     [&](const QString &, const QVector<PdfHit> &page, bool done) {
                         hits.append(page);
                         finished = done;
                     });
    engine.search(u"Zoë"_s);
    QTRY_VERIFY_WITH_TIMEOUT(finished, patience);
    QCOMPARE(hits.size(), 1);
    const QRectF area = hits.constFirst().areas.value(0);
    QVERIFY2(area.left() < 120 && area.top() < 120, qPrintable(u"%1 %2"_s.arg(area.left()).arg(area.top())));
    QVERIFY(area.width() > 20 && area.width() < 120);
    QVERIFY(area.height() > 8 && area.height() < 40);
}

void TestPdfView::marksAndCopies()
{
    Shown shown;
    PdfCanvas &canvas = shown.view.canvas();
    QTRY_VERIFY_WITH_TIMEOUT(canvas.isSharp(), patience);
    QSignalSpy marked(&canvas, &PdfCanvas::markedTextChanged);
    QTest::mousePress(canvas.viewport(), Qt::LeftButton, {}, QPoint(30, 20));
    QMouseEvent move(QEvent::MouseMove, QPointF(600, 160), canvas.viewport()->mapToGlobal(QPointF(600, 160)),
                     Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(canvas.viewport(), &move);
    QTRY_VERIFY_WITH_TIMEOUT(canvas.markedText().contains(u"Müller"_s), patience);
    QTest::mouseRelease(canvas.viewport(), Qt::LeftButton, {}, QPoint(600, 160));
    canvas.setFocus();
    QTest::keyClick(&canvas, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().contains(u"Müller"_s));
}

void TestPdfView::keepsToItsMemory()
{
    Shown shown;
    PdfCanvas &canvas = shown.view.canvas();
    constexpr qsizetype limit = 6 * 1024 * 1024;
    canvas.setCacheLimit(limit);
    for (const double zoom : {0.5, 1.0, 2.0, 3.0, 5.0}) {
        canvas.setZoom(zoom);
        QTRY_VERIFY_WITH_TIMEOUT(canvas.isSharp(), patience);
        QVERIFY(canvas.cachedBytes() <= limit);
    }
}

void TestPdfView::tellsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("not a PDF") << QByteArray("hello");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut in the middle of its head") << threePages().left(60);
}

void TestPdfView::tellsWhatIsWrong()
{
    QFETCH(QByteArray, bytes);
    PdfView view;
    QSignalSpy failed(&view, &PdfView::failed);
    view.loadBytes(bytes);
    QVERIFY(failed.wait(patience));
    QCOMPARE(failed.constFirst().at(0).value<PdfProblem>(), PdfProblem::damaged);
    QVERIFY(!view.isLoaded());
    view.find(u"x"_s);
    view.print();
}

void TestPdfView::survivesBeingClosedAnyTime()
{
    for (int round = 0; round < 12; ++round) {
        auto view = std::make_unique<PdfView>();
        view->resize(700, 900);
        view->show();
        view->loadBytes(threePages());
        view->find(u"coffee"_s);
        // Later and later: before the document is open, while it is drawn, while it is searched.
        for (int i = 0; i < round; ++i) {
            QApplication::processEvents(QEventLoop::AllEvents, 5);
            view->canvas().setZoom(1 + 0.2 * i);
        }
        view.reset();
    }
    QVERIFY(QThreadPool::globalInstance()->waitForDone(patience));
    QApplication::processEvents();
}

void TestPdfView::forgetsTheDocumentBefore()
{
    PdfView view;
    QSignalSpy loaded(&view, &PdfView::loaded);
    view.loadBytes(threePages());
    view.loadBytes(test::samplePdf({u"Only one"_s}));
    QVERIFY(loaded.wait(patience));
    QVERIFY(QThreadPool::globalInstance()->waitForDone(patience));
    QApplication::processEvents();
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(loaded.constFirst().at(0).toInt(), 1);
}

void TestPdfView::prints()
{
    Shown shown;
    QTemporaryDir folder;
    const QString file = folder.filePath(u"out.pdf"_s);
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(file);
    printer->setResolution(96);
    printer->setFromTo(2, 3);
    QSignalSpy printed(&shown.view, &PdfView::printed);
    shown.view.printTo(printer);
    QVERIFY(printed.wait(patience));
    QVERIFY(printed.constFirst().at(0).toBool());
    QPdfDocument document;
    QCOMPARE(document.load(file), QPdfDocument::Error::None);
    QCOMPARE(document.pageCount(), 2);
}

void TestPdfView::controlsHaveNames()
{
    Shown shown;
    QCOMPARE(test::unnamedControls(&shown.view).join(u' '), QString());
}
