// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdfreading.h"

#include "support/support.h"

#include <QBuffer>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace crema::test {

QString ReadPdf::text() const
{
    return texts.join(u' ').simplified();
}

QByteArray pdfBytes(const Prep &prep, prep::Paper paper)
{
    const auto pdf = prep::renderPdf(prep, {paper, u"Jo Döe"_s});
    if (!pdf) {
        QTest::qFail(describe(pdf.error()).constData(), __FILE__, __LINE__);
        return {};
    }
    return *pdf;
}

ReadPdf readPdf(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    ReadPdf read;
    read.pages = document.pageCount();
    read.size = document.pagePointSize(0);
    read.title = document.metaData(QPdfDocument::MetaDataField::Title).toString();
    read.author = document.metaData(QPdfDocument::MetaDataField::Author).toString();
    for (int page = 0; page < read.pages; ++page) {
        const QPdfSelection all = document.getAllText(page);
        read.texts << all.text();
        QVector<QRectF> boxes;
        for (const QPolygonF &polygon : all.bounds()) {
            boxes << polygon.boundingRect();
        }
        read.boxes << boxes;
    }
    return read;
}

ReadPdf rendered(const Prep &prep, prep::Paper paper)
{
    return readPdf(pdfBytes(prep, paper));
}

QStringList linksIn(const QByteArray &bytes)
{
    static const QRegularExpression uri(u"/URI \\(([^\\n]*)\\)\\n"_s);
    QStringList links;
    for (const QRegularExpressionMatch &match : uri.globalMatch(QString::fromLatin1(bytes))) {
        if (!links.contains(match.captured(1))) {
            links << match.captured(1);
        }
    }
    return links;
}

} // namespace crema::test
