// SPDX-License-Identifier: GPL-3.0-or-later
#include "makedocx.h"

#include <QBuffer>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

using namespace Qt::StringLiterals;

namespace crema::test {

QByteArray makeZip(const QMap<QString, QByteArray> &files)
{
    QBuffer buffer;
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdCreate)) {
        return {};
    }
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        QuaZipFile entry(&zip);
        if (entry.open(QIODevice::WriteOnly, QuaZipNewInfo(file.key()))) {
            entry.write(file.value());
            entry.close();
        }
    }
    zip.close();
    return buffer.data();
}

QByteArray wordPart(const QByteArray &tag, const QByteArray &content)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><" + tag
            + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
              " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
              " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
              " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
              " xmlns:v=\"urn:schemas-microsoft-com:vml\">"
            + content + "</" + tag + ">";
}

QByteArray makeDocx(const QByteArray &body, const QMap<QString, QByteArray> &more)
{
    QMap<QString, QByteArray> files {
            {u"[Content_Types].xml"_s,
             "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
             "PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
             "wordprocessingml.document.main+xml\"/></Types>"},
            {u"word/document.xml"_s, wordPart("w:document", "<w:body>" + body + "</w:body>")},
    };
    for (auto file = more.cbegin(); file != more.cend(); ++file) {
        files.insert(file.key(), file.value());
    }
    return makeZip(files);
}

} // namespace crema::test
