// SPDX-License-Identifier: GPL-3.0-or-later
#include "scannedpdf.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfWriter>

namespace crema::test {

QByteArray scannedPdf(const QString &path)
{
    constexpr double dots = 200;
    QPdfDocument document;
    document.load(path);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageMargins({});
    QPainter painter;
    for (int page = 0; page < document.pageCount(); ++page) {
        const QSizeF points = document.pagePointSize(page);
        writer.setPageSize(QPageSize(points, QPageSize::Point));
        if (page == 0) {
            painter.begin(&writer);
        } else {
            writer.newPage();
        }
        const QImage drawn = document.render(page, (points * dots / 72).toSize());
        QImage paper(drawn.size(), QImage::Format_Grayscale8);
        paper.fill(Qt::white);
        QPainter(&paper).drawImage(0, 0, drawn);
        painter.drawImage(QRect(0, 0, writer.width(), writer.height()), paper);
    }
    painter.end();
    return buffer.data();
}

} // namespace crema::test
