// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/pdflayout.h"

#include <QImage>
#include <QObject>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QVector>

#include <memory>
#include <optional>

class QPrinter;

namespace crema::ui {

/// What a PDF is, once it is open. Sizes are in points (1/72 inch).
struct PdfOutline
{
    QString title {};
    QVector<QSizeF> pageSizes {};
};

/// Why a PDF cannot be shown.
enum class PdfProblem { damaged, password, noPages };

/// One place where the searched text stands; several areas when it runs over a line or a ligature. Points
/// from the page's upper left corner.
struct PdfHit
{
    int page = 0;
    QVector<QRectF> areas {};
};

/// Text chosen with the mouse on one page.
struct PdfMarked
{
    int page = -1;
    QString text {};
    QVector<QRectF> areas {};
};

/// A page as a picture of a size in device pixels.
struct PdfPicture
{
    int page = 0;
    QSize pixels {};

    [[nodiscard]] bool operator==(const PdfPicture &) const = default;
};

/// Everything that is done with a PDF document, away from the window's thread: one job after the other on the
/// global thread pool, since the library renders one page at a time anyhow. Answers come as signals. May be
/// destroyed at any moment; a page that is being rendered then is finished and dropped, nobody waits for it.
class PdfEngine final : public QObject
{
    Q_OBJECT

public:
    explicit PdfEngine(QObject *parent = nullptr);
    ~PdfEngine() override;

    /// Forgets the document before it and all that was asked of it. The password is forgotten once the
    /// document is open. With a sight the first page is drawn for it at once, without waiting to be asked;
    /// asking for that picture later does not draw it again.
    void load(const QByteArray &bytes, const QString &password = {},
              const std::optional<PdfSight> &sight = {});
    void close();

    /// The pictures that are wanted now, most wanted first. Replaces the wishes before that have not been
    /// begun.
    void setWanted(const QVector<PdfPicture> &pictures);
    /// Looks for a text in all pages, case and accents ignored. Replaces the search before it.
    void search(const QString &text);
    /// Text between two points of a page. Replaces an unanswered wish.
    void mark(int page, const QPointF &from, const QPointF &to);
    /// Prints pages `first` to `last` (from 0) at up to 300 dots per inch, each fitted to the sheet.
    void print(const std::shared_ptr<QPrinter> &printer, int first, int last);

Q_SIGNALS:
    void loaded(const crema::ui::PdfOutline &outline);
    void failed(crema::ui::PdfProblem problem);
    void pictureReady(const crema::ui::PdfPicture &which, const QImage &image);
    /// Hits of one page, in reading order; pages come in order. `done` is true with the last page.
    void hitsFound(const QString &text, const QVector<crema::ui::PdfHit> &hits, bool done);
    void marked(const crema::ui::PdfMarked &marked);
    void printed(bool ok);

private:
    struct Work;
    friend struct Work;

    std::shared_ptr<Work> m_work;
    quint64 m_epoch = 0; ///< of the document: answers about an older one are dropped
    quint64 m_search = 0; ///< the same for searches
};

} // namespace crema::ui
