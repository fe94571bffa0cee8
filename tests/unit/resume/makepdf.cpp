// SPDX-License-Identifier: GPL-3.0-or-later
#include "makepdf.h"

using namespace Qt::StringLiterals;

namespace crema::test {

namespace {

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 2);
}

QByteArray contentOf(const QVector<SetText> &texts)
{
    QByteArray content;
    for (const SetText &text : texts) {
        QByteArray words = text.text.toLatin1();
        words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
        content += "BT /F1 " + number(text.size) + " Tf " + number(text.letterSpace) + " Tc 1 0 0 1 "
                + number(text.x) + " " + number(text.y) + " Tm (" + words + ") Tj ET\n";
    }
    return content;
}

QByteArray annotationOf(const SetText &text)
{
    const double width = 0.5 * text.size * static_cast<double>(text.text.size());
    return "<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [" + number(text.x) + " "
            + number(text.y - 2) + " " + number(text.x + width) + " " + number(text.y + text.size)
            + "] /A << /S /URI /URI (" + text.url.toLatin1() + ") >> >>";
}

} // namespace

QByteArray makePdf(const QVector<SetText> &texts)
{
    QByteArray annotations;
    for (const SetText &text : texts) {
        annotations += text.url.isEmpty() ? QByteArray() : annotationOf(text);
    }
    const QByteArray content = contentOf(texts);
    const QList<QByteArray> objects {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [" + annotations
                    + "] /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "endstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    };
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table = "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const qsizetype start = pdf.size();
    return pdf + table + "trailer\n<< /Size " + QByteArray::number(objects.size() + 1)
            + " /Root 1 0 R >>\nstartxref\n" + QByteArray::number(start) + "\n%%EOF\n";
}

QVector<SetText> column(double x, double top, const QStringList &lines, double pitch)
{
    QVector<SetText> texts;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        texts.append({x, top - pitch * static_cast<double>(i), lines[i]});
    }
    return texts;
}

} // namespace crema::test
