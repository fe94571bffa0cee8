// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/pdffile.h"
#include "resume/pdflibrary.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>

#include <poppler-qt6.h>

#include <algorithm>

namespace crema::resume {

namespace {

constexpr double bestDotsPerInch = 300; // what recognition is trained for
constexpr double mostPixels = 5000; // a side; a poster would take gigabytes
constexpr double pointsPerInch = 72;

} // namespace

Result<PagePicture> drawnPage(const QByteArray &bytes, const QString &name, const QString &password, int page)
{
    const auto file = openPdf(bytes, name, password);
    if (!file) {
        return std::unexpected(file.error());
    }
    PagePicture picture;
    picture.pageCount = file->document->numPages();
    picture.isProtected = file->isProtected;
    const auto opened = file->document->page(page);
    const QSizeF size = opened ? opened->pageSizeF() : QSizeF();
    if (size.isEmpty()) {
        return picture; // one broken page among others is read as an empty one
    }
    const double inches = std::max(size.width(), size.height()) / pointsPerInch;
    const double dots = std::min(bestDotsPerInch, mostPixels / inches);
    file->document->setRenderHint(Poppler::Document::Antialiasing);
    file->document->setRenderHint(Poppler::Document::TextAntialiasing);
    const QImage drawn = opened->renderToImage(dots, dots).convertToFormat(QImage::Format_Grayscale8);
    QBuffer buffer(&picture.image);
    if (drawn.isNull() || !buffer.open(QIODevice::WriteOnly) || !drawn.save(&buffer, "PGM")) {
        return failure(ErrorKind::rejectedInput,
                       QCoreApplication::translate("resume", "Page %1 of \"%2\" cannot be drawn.")
                               .arg(page + 1)
                               .arg(name));
    }
    picture.pointsPerPixel = pointsPerInch / dots;
    picture.dotsPerInch = static_cast<int>(dots);
    return picture;
}

} // namespace crema::resume
