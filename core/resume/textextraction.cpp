// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/textextraction.h"

#include "base/deployment.h"
#include "base/normalising.h"
#include "base/text.h"
#include "resume/docxtext.h"
#include "resume/filekind.h"
#include "resume/pdflibrary.h"
#include "resume/pdftext.h"
#include "resume/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("resume", words);
}

Result<ExtractedText> textOfPlainFile(const QByteArray &bytes, const QString &name)
{
    QString text = decodeText(bytes);
    text.replace(u"\r\n"_s, u"\n"_s)
            .replace(u'\r', u'\n')
            .replace(u'\f', u'\n')
            .replace(QChar(0x2028), u'\n');
    text.remove(QChar::Null).remove(QChar(0xFEFF));
    while (text.endsWith(u'\n') || text.endsWith(u' ')) {
        text.chop(1);
    }
    if (!std::ranges::any_of(text, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); })) {
        return failure(ErrorKind::rejectedInput, tr("\"%1\" has no words in it.").arg(name));
    }
    // Leading empty lines stay, so that a line here is the line the user sees in the file.
    return ExtractedText {
            normalised(text, QString::NormalizationForm_C), u"text/plain"_s, 0, 0, {}, false, {}, {}, false};
}

} // namespace

bool needsPassword(const Error &error)
{
    return error.detail == passwordDetail;
}

bool hasNoText(const Error &error)
{
    return error.detail == noTextDetail;
}

Result<ExtractedText> extractText(const QByteArray &bytes, const QString &fileName, const QString &password)
{
    if (bytes.isEmpty()) {
        return failure(ErrorKind::rejectedInput, tr("\"%1\" is empty.").arg(fileName));
    }
    const qint64 most = Limits {}.resumeBytes;
    if (bytes.size() > most) {
        return failure(ErrorKind::rejectedInput,
                       tr("\"%1\" is too large for a resume: %2 MB, at most %3 MB can be read.")
                               .arg(fileName)
                               .arg(bytes.size() / 1'000'000)
                               .arg(most / 1'000'000));
    }
    const SniffedFile file = sniff(bytes);
    switch (file.kind) {
    case FileKind::pdf:
        return textOfPdf(bytes, fileName, password);
    case FileKind::zip:
        return textOfDocx(bytes, fileName);
    case FileKind::text:
        return textOfPlainFile(bytes, fileName);
    case FileKind::other:
        break;
    }
    return failure(ErrorKind::rejectedInput,
                   tr("\"%1\" seems to be %2. A resume can be read from a PDF, a DOCX or a plain text file.")
                           .arg(fileName, file.seems));
}

} // namespace crema::resume
