// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplepdf.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace crema::test {

QByteArray samplePdf(const QStringList &lines)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setTitle(QStringLiteral("Sample"));
    QPainter painter(&writer);
    painter.setFont(QFont(QStringLiteral("Inter"), 24));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0) {
            writer.newPage();
        }
        painter.drawText(QRectF(0, 0, writer.width(), writer.height()), Qt::AlignLeft | Qt::TextWordWrap,
                         lines.at(i));
    }
    painter.end();
    return bytes;
}

} // namespace crema::test
