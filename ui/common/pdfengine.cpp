// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pdfengine.h"

#include "base/text.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfDocumentRenderOptions>
#include <QPdfSelection>
#include <QPrinter>
#include <QRunnable>
#include <QThreadPool>

#include <algorithm>
#include <cmath>
#include <deque>
#include <functional>
#include <limits>
#include <mutex>
#include <span>

namespace crema::ui {

namespace {

constexpr int printDotsPerInch = 300;
constexpr double pointsPerInch = 72;

enum class JobKind { load, picture, search, mark, print };

// One folded sign for each UTF-16 unit, so that a place found in it is a place in the text.
QString foldedUnits(const QString &text)
{
    QString signs;
    signs.reserve(text.size());
    for (const QChar sign : text) {
        const QString folded = fold(QStringView(&sign, 1));
        signs += folded.isEmpty() ? QChar(sign.isSpace() ? u' ' : u'\0') : folded.at(0);
    }
    return signs;
}

// Some files place every letter by itself: neighbours on one line become one area.
QVector<QRectF> areasOf(const QPdfSelection &selection)
{
    QVector<QRectF> areas;
    const auto polygons = selection.bounds();
    for (const QPolygonF &polygon : polygons) {
        const QRectF next = polygon.boundingRect();
        if (!areas.isEmpty()) {
            QRectF &last = areas.last();
            const double shared = std::min(last.bottom(), next.bottom()) - std::max(last.top(), next.top());
            const bool sameLine = shared > std::min(last.height(), next.height()) / 2;
            const double blank = next.left() - last.right();
            if (sameLine && std::abs(blank) < std::max(last.height(), next.height())) {
                last = last.united(next);
                continue;
            }
        }
        areas.append(next);
    }
    return areas;
}

// The place on the page's text that is nearest to a point; lines count more than letters.
QPointF snapped(const QVector<QRectF> &text, const QPointF &point)
{
    constexpr double lineWeight = 4;
    QPointF best = point;
    double least = std::numeric_limits<double>::max();
    for (const QRectF &area : text) {
        const QPointF inside(std::clamp(point.x(), area.left(), area.right()),
                             std::clamp(point.y(), area.top(), area.bottom()));
        const double away = std::abs(inside.x() - point.x()) + lineWeight * std::abs(inside.y() - point.y());
        if (away < least) {
            least = away;
            best = QPointF(inside.x(), area.center().y());
        }
    }
    return best;
}

// Without a branch, so that the compiler does several at once.
QRgb onPaper(QRgb pixel)
{
    constexpr QRgb full = 255;
    const QRgb alpha = pixel >> 24;
    const auto over = [alpha, white = full * (full - alpha)](QRgb colour) {
        const QRgb sum = colour * alpha + white + 128;
        return (sum + (sum >> 8)) >> 8; // divided by 255, rounded
    };
    return full << 24 | over(pixel >> 16 & full) << 16 | over(pixel >> 8 & full) << 8 | over(pixel & full);
}

// Most of a page is blank or full: such stretches are seen as a whole.
void layOnPaper(std::span<QRgb> line)
{
    constexpr size_t stretch = 32;
    constexpr QRgb opaque = 0xFF000000;
    while (!line.empty()) {
        const std::span<QRgb> part = line.first(std::min(stretch, line.size()));
        line = line.subspan(part.size());
        QRgb any = 0;
        QRgb all = ~QRgb(0);
        for (const QRgb pixel : part) { // a plain loop, which the compiler does four pixels at a time
            any |= pixel;
            all &= pixel;
        }
        if (any == 0) {
            std::ranges::fill(part, 0xFFFFFFFFU);
        } else if (all < opaque) {
            std::ranges::transform(part, part.begin(), onPaper);
        }
    }
}

// The library leaves the ground transparent; paper is white. In place: a second picture and a painter take as
// long as a simple page.
QImage pictureOf(QPdfDocument &document, int page, const QSize &pixels)
{
    QPdfDocumentRenderOptions options;
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    QImage drawn = document.render(page, pixels, options);
    if (drawn.format() != QImage::Format_ARGB32) {
        drawn = std::move(drawn).convertToFormat(QImage::Format_ARGB32);
    }
    for (int y = 0; y < drawn.height(); ++y) {
        layOnPaper({reinterpret_cast<QRgb *>(drawn.scanLine(y)), static_cast<size_t>(drawn.width())});
    }
    drawn.reinterpretAsFormat(QImage::Format_RGB32); // every pixel is opaque by now
    return drawn;
}

} // namespace

/// What the pool's threads and the engine share. `document` is touched by the one running job only; all else
/// is guarded.
struct PdfEngine::Work : std::enable_shared_from_this<PdfEngine::Work>
{
    struct Job
    {
        JobKind kind;
        std::function<void(Work &)> run;
        std::optional<PdfPicture> picture {};
    };

    std::mutex mutex;
    PdfEngine *owner = nullptr; // null once nobody waits for answers
    quint64 epoch = 0;
    std::deque<Job> jobs;
    bool running = false;
    QVector<PdfPicture> begun; // pictures whose answer is not there yet: wished again, they are on their way

    QByteArray bytes;
    std::unique_ptr<QBuffer> device;
    std::unique_ptr<QPdfDocument> document;
    QVector<QString> folded; // the text of each page that was searched
    QVector<QVector<QRectF>> letters; // where the text of each page stands, for those that were marked

    ~Work() { document.reset(); }

    void abandon()
    {
        const std::scoped_lock lock(mutex);
        owner = nullptr;
        jobs.clear();
    }

    void drop(JobKind kind)
    {
        const std::scoped_lock lock(mutex);
        std::erase_if(jobs, [kind](const Job &job) { return job.kind == kind; });
    }

    enum class Place { front, back };

    void push(Job job, Place place = Place::back)
    {
        const std::scoped_lock lock(mutex);
        if (owner == nullptr) {
            return;
        }
        if (place == Place::front) {
            jobs.push_front(std::move(job));
        } else {
            jobs.push_back(std::move(job));
        }
        startUnlessRunning();
    }

    // Before all other work, in this order; in place of the wishes before.
    void wish(const QVector<PdfPicture> &pictures)
    {
        const std::scoped_lock lock(mutex);
        if (owner == nullptr) {
            return;
        }
        std::erase_if(jobs, [](const Job &job) { return job.kind == JobKind::picture; });
        for (auto wished = pictures.crbegin(); wished != pictures.crend(); ++wished) {
            if (!begun.contains(*wished)) {
                jobs.push_front(
                        {JobKind::picture, [which = *wished](Work &work) { work.draw(which); }, *wished});
            }
        }
        startUnlessRunning();
    }

    // With the lock held.
    void startUnlessRunning()
    {
        if (!running && !jobs.empty()) {
            running = true;
            QThreadPool::globalInstance()->start([self = shared_from_this()] { self->runAll(); });
        }
    }

    void runAll()
    {
        for (;;) {
            Job job;
            {
                const std::scoped_lock lock(mutex);
                if (jobs.empty()) {
                    running = false;
                    return;
                }
                job = std::move(jobs.front());
                jobs.pop_front();
                if (job.picture) {
                    begun.append(*job.picture);
                }
            }
            job.run(*this);
        }
    }

    // Runs `answer(engine)` on the engine's thread, if the engine still wants this document.
    template <typename Answer>
    void deliver(Answer answer)
    {
        const std::scoped_lock lock(mutex);
        if (owner == nullptr) {
            return;
        }
        QMetaObject::invokeMethod(
                owner,
                [engine = owner, number = epoch, answer = std::move(answer)] {
                    if (engine->m_epoch == number) {
                        answer(*engine);
                    }
                },
                Qt::QueuedConnection);
    }

    void open(const QString &password, const std::optional<PdfSight> &sight);
    void draw(const PdfPicture &which);
    void searchPage(quint64 number, const QString &text, const QString &signs, int page);
    void mark(int page, const QPointF &from, const QPointF &to);
    void print(QPrinter &printer, int first, int last);
};

void PdfEngine::Work::open(const QString &password, const std::optional<PdfSight> &sight)
{
    device = std::make_unique<QBuffer>(&bytes);
    device->open(QIODevice::ReadOnly);
    document = std::make_unique<QPdfDocument>();
    document->setPassword(password);
    document->load(device.get());
    // From here on they belong to whichever thread runs the job.
    device->moveToThread(nullptr);
    document->moveToThread(nullptr);
    if (document->status() != QPdfDocument::Status::Ready) {
        const bool locked = document->error() == QPdfDocument::Error::IncorrectPassword
                || document->error() == QPdfDocument::Error::UnsupportedSecurityScheme;
        deliver([locked](PdfEngine &engine) {
            Q_EMIT engine.failed(locked ? PdfProblem::password : PdfProblem::damaged);
        });
        return;
    }
    PdfOutline outline;
    outline.title = document->metaData(QPdfDocument::MetaDataField::Title).toString();
    for (int page = 0; page < document->pageCount(); ++page) {
        outline.pageSizes.append(document->pagePointSize(page));
    }
    folded.resize(document->pageCount());
    letters.resize(document->pageCount());
    if (outline.pageSizes.isEmpty()) {
        deliver([](PdfEngine &engine) { Q_EMIT engine.failed(PdfProblem::noPages); });
        return;
    }
    if (sight) { // before the window hears of the pages and wishes the same
        const double scale = sight->zoomFor(outline.pageSizes) * pixelsPerPoint;
        wish({{0, sight->pictureSize(outline.pageSizes.constFirst() * scale)}});
    }
    deliver([outline](PdfEngine &engine) { Q_EMIT engine.loaded(outline); });
}

void PdfEngine::Work::draw(const PdfPicture &which)
{
    const QImage image = pictureOf(*document, which.page, which.pixels);
    deliver([which, image](PdfEngine &engine) {
        {
            const std::scoped_lock lock(engine.m_work->mutex);
            engine.m_work->begun.removeOne(which);
        }
        Q_EMIT engine.pictureReady(which, image);
    });
}

// One page a job, so that pictures wanted meanwhile come between.
void PdfEngine::Work::searchPage(quint64 number, const QString &text, const QString &signs, int page)
{
    if (folded.isEmpty()) {
        return;
    }
    if (folded.at(page).isNull()) {
        folded[page] = foldedUnits(document->getAllText(page).text());
    }
    QVector<PdfHit> hits;
    const auto length = static_cast<int>(signs.size());
    for (qsizetype at = folded.at(page).indexOf(signs); at >= 0;
         at = folded.at(page).indexOf(signs, at + length)) {
        const QPdfSelection place = document->getSelectionAtIndex(page, static_cast<int>(at), length);
        hits.append(PdfHit {page, areasOf(place)});
    }
    const bool done = page + 1 >= folded.size();
    deliver([number, text, hits, done](PdfEngine &engine) {
        if (engine.m_search == number) {
            Q_EMIT engine.hitsFound(text, hits, done);
        }
    });
    if (!done) {
        push({JobKind::search, [number, text, signs, next = page + 1](Work &work) {
                  work.searchPage(number, text, signs, next);
              }});
    }
}

// The library finds a letter only where one stands, so points beside the text go to the nearest letter first.
void PdfEngine::Work::mark(int page, const QPointF &from, const QPointF &to)
{
    if (letters.at(page).isEmpty()) {
        const auto polygons = document->getAllText(page).bounds();
        for (const QPolygonF &polygon : polygons) {
            letters[page].append(polygon.boundingRect());
        }
    }
    const QPdfSelection selection = document->getSelection(page, snapped(letters.at(page), from),
                                                           snapped(letters.at(page), to));
    // Compatibility forms come out of some files: radicals for Chinese signs.
    const PdfMarked marked {page, selection.text().normalized(QString::NormalizationForm_KC),
                            areasOf(selection)};
    deliver([marked](PdfEngine &engine) { Q_EMIT engine.marked(marked); });
}

void PdfEngine::Work::print(QPrinter &printer, int first, int last)
{
    printer.setFullPage(true);
    QPainter painter;
    bool ok = document != nullptr && !folded.isEmpty() && painter.begin(&printer);
    const int end = std::min(last, static_cast<int>(folded.size()) - 1);
    for (int page = std::max(first, 0); ok && page <= end; ++page) {
        const QSizeF points = document->pagePointSize(page);
        const double dots = std::min(printDotsPerInch, printer.resolution()) / pointsPerInch;
        const QImage image = pictureOf(*document, page, (points * dots).toSize());
        const QRectF sheet = printer.paperRect(QPrinter::DevicePixel);
        QRectF target(QPointF(), points.scaled(sheet.size(), Qt::KeepAspectRatio));
        target.moveCenter(QRectF(QPointF(), sheet.size()).center());
        painter.drawImage(target, image);
        ok = !image.isNull() && (page == end || printer.newPage());
    }
    ok = ok && painter.end();
    deliver([ok](PdfEngine &engine) { Q_EMIT engine.printed(ok); });
}

PdfEngine::PdfEngine(QObject *parent) : QObject(parent) { }

PdfEngine::~PdfEngine()
{
    close();
}

void PdfEngine::load(const QByteArray &bytes, const QString &password, const std::optional<PdfSight> &sight)
{
    close();
    m_work = std::make_shared<Work>();
    m_work->owner = this;
    m_work->epoch = m_epoch;
    m_work->bytes = bytes;
    m_work->push({JobKind::load, [password, sight](Work &work) { work.open(password, sight); }});
}

void PdfEngine::close()
{
    ++m_epoch;
    if (m_work) {
        m_work->abandon();
        m_work.reset();
    }
}

void PdfEngine::setWanted(const QVector<PdfPicture> &pictures)
{
    if (!m_work) {
        return;
    }
    m_work->wish(pictures);
}

void PdfEngine::search(const QString &text)
{
    if (!m_work) {
        return;
    }
    m_work->drop(JobKind::search);
    ++m_search;
    const QString signs = foldedUnits(text.simplified());
    if (!signs.isEmpty()) {
        m_work->push({JobKind::search, [number = m_search, text, signs](Work &work) {
                          work.searchPage(number, text, signs, 0);
                      }});
    }
}

void PdfEngine::mark(int page, const QPointF &from, const QPointF &to)
{
    if (!m_work) {
        return;
    }
    m_work->drop(JobKind::mark);
    m_work->push({JobKind::mark, [page, from, to](Work &work) { work.mark(page, from, to); }},
                 Work::Place::front);
}

void PdfEngine::print(const std::shared_ptr<QPrinter> &printer, int first, int last)
{
    if (m_work) {
        m_work->push(
                {JobKind::print, [printer, first, last](Work &work) { work.print(*printer, first, last); }});
    }
}

} // namespace crema::ui
