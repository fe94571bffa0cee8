// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/pdffile.h"

#include "resume/pdflibrary.h"

#include <QCoreApplication>

#include <poppler-qt6.h>

#include <mutex>

namespace crema::resume {

namespace {

constexpr int mostPages = 60; // a longer file is a book or a scan of something else

QString tr(const char *words)
{
    return QCoreApplication::translate("resume", words);
}

// Poppler prints what it finds wrong in a file; that may be the person's text, so it goes nowhere.
void silencePoppler()
{
    static std::once_flag once;
    std::call_once(once,
                   [] { Poppler::setDebugErrorFunction([](const QString &, const QVariant &) { }, {}); });
}

std::unique_ptr<Poppler::Document> open(const QByteArray &bytes, const QString &password)
{
    auto document = Poppler::Document::loadFromData(bytes, password.toUtf8(), password.toUtf8());
    if (document && document->isLocked() && !password.isEmpty()) {
        // Before PDF 2.0 passwords are in PDFDocEncoding, for which Latin-1 stands in.
        document = Poppler::Document::loadFromData(bytes, password.toLatin1(), password.toLatin1());
    }
    return document;
}

bool opensWithout(const QByteArray &bytes)
{
    const auto document = Poppler::Document::loadFromData(bytes);
    return document && !document->isLocked();
}

} // namespace

PdfFile::PdfFile() = default;
PdfFile::PdfFile(PdfFile &&) noexcept = default;
PdfFile &PdfFile::operator=(PdfFile &&) noexcept = default;
PdfFile::~PdfFile() = default;

Result<PdfFile> openPdf(const QByteArray &bytes, const QString &name, const QString &password)
{
    silencePoppler();
    PdfFile file;
    file.document = open(bytes, password);
    if (!file.document) {
        return failure(ErrorKind::rejectedInput,
                       tr("\"%1\" is damaged: it begins as a PDF but its pages cannot be read.").arg(name));
    }
    if (file.document->isLocked()) {
        return failure(ErrorKind::rejectedInput,
                       (password.isEmpty() ? tr("\"%1\" is protected: a password is needed to read it.")
                                           : tr("The password given does not open \"%1\"."))
                               .arg(name),
                       passwordDetail);
    }
    const int pages = file.document->numPages();
    if (pages < 1) {
        return failure(ErrorKind::rejectedInput, tr("\"%1\" is damaged: it has no pages.").arg(name));
    }
    if (pages > mostPages) {
        return failure(ErrorKind::rejectedInput,
                       tr("\"%1\" has %2 pages; a resume of at most %3 can be read.")
                               .arg(name)
                               .arg(pages)
                               .arg(mostPages));
    }
    file.isProtected = !password.isEmpty() && !opensWithout(bytes);
    return file;
}

} // namespace crema::resume
