// SPDX-License-Identifier: GPL-3.0-or-later
// bench_preview ROUNDS FILE.pdf : the first page of a PDF, opened in the preview until it is painted, in turn
// with loading it and rendering that page alone at the same size, while nothing else is rendered; then a
// scroll through the whole document. Medians in milliseconds.
#include "base/paths.h"
#include "ui/common/pdfview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QPdfDocument>
#include <QPdfDocumentRenderOptions>
#include <QScrollBar>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <cstdio>

namespace {

using crema::ui::PdfPicture;

constexpr QSize windowSize(900, 1000);

double median(QVector<double> values)
{
    std::ranges::sort(values);
    return values.value(values.size() / 2);
}

/// Sees when a widget has been painted.
class Application final : public QApplication
{
public:
    using QApplication::QApplication;
    QObject *watched = nullptr;
    int paints = 0;

    bool notify(QObject *receiver, QEvent *event) override
    {
        const bool isPaint = receiver == watched && event->type() == QEvent::Paint;
        const bool done = QApplication::notify(receiver, event);
        paints += isPaint ? 1 : 0;
        return done;
    }
};

double reference(const QByteArray &bytes, const QSize &pixels)
{
    QElapsedTimer timer;
    timer.start();
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    QPdfDocumentRenderOptions options;
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    const QImage image = document.render(0, pixels, options);
    return image.isNull() ? -1 : static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

struct Preview
{
    crema::ui::PdfView view;
    QSize firstPage; ///< in device pixels, as it was rendered

    Preview(Application &application)
    {
        view.resize(windowSize);
        view.show();
        application.watched = view.canvas().viewport();
        QObject::connect(view.findChild<crema::ui::PdfEngine *>(), &crema::ui::PdfEngine::pictureReady, &view,
                         [this](const PdfPicture &which) {
                             if (which.page == 0) {
                                 firstPage = which.pixels;
                             }
                         });
    }

    /// From the bytes to the first page on screen.
    double open(Application &application, const QByteArray &bytes)
    {
        view.clear();
        QCoreApplication::processEvents();
        firstPage = {};
        QElapsedTimer timer;
        timer.start();
        view.loadBytes(bytes);
        while (!firstPage.isValid() && timer.elapsed() < 20'000) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        const int before = application.paints;
        while (application.paints == before && timer.elapsed() < 20'000) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }

    /// Until the next page has been drawn too: the library renders one page at a time, and the reference must
    /// not wait for ours.
    static void settle()
    {
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QThreadPool::globalInstance()->waitForDone();
    }

    /// The longest that the window was deaf on the way through all pages, a third of a window a step.
    double widestStep(Application &application)
    {
        QScrollBar *bar = view.canvas().verticalScrollBar();
        double widest = 0;
        for (int at = 1; at < bar->maximum(); at += bar->pageStep() / 3) {
            QElapsedTimer timer;
            timer.start();
            const int before = application.paints;
            bar->setValue(at);
            while (application.paints == before && timer.elapsed() < 1000) {
                QCoreApplication::processEvents();
            }
            widest = std::max(widest, static_cast<double>(timer.nsecsElapsed()) / 1e6);
            QThread::msleep(16); // as a wheel does; pictures are made meanwhile
        }
        return widest;
    }
};

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    Application application(argc, argv);
    const auto bytes = argc == 3 ? crema::readFile(QString::fromLocal8Bit(argv[2]), 100'000'000)
                                 : crema::Result<QByteArray>(QByteArray());
    if (!bytes || bytes->isEmpty()) {
        std::fprintf(stderr, "usage: bench_preview ROUNDS FILE.pdf\n");
        return 2;
    }
    Preview preview(application);
    preview.open(application, *bytes); // fonts and code are loaded by then, for both
    const QSize pixels = preview.firstPage;
    reference(*bytes, pixels);
    QVector<double> own, other;
    for (int i = 0; i < std::max(1, atoi(argv[1])); ++i) {
        own << preview.open(application, *bytes);
        Preview::settle();
        other << reference(*bytes, pixels);
    }
    std::printf("first_page %.3f reference %.3f scroll_step %.3f width %d height %d\n", median(own),
                median(other), preview.widestStep(application), pixels.width(), pixels.height());
    return 0;
}
