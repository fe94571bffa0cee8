// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/resumereading.h"

#include "async/worker.h"
#include "base/paths.h"
#include "resume/facts.h"
#include "resume/textextraction.h"
#include "resume/textrecognition.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

Reading readingOf(const resume::ExtractedText &extracted)
{
    Reading reading;
    reading.mediaType = extracted.mediaType;
    reading.text = extracted.text;
    reading.places = extracted.places;
    reading.isProtected = extracted.isProtected;
    reading.facts = resume::readFacts(extracted);
    return reading;
}

/// Typed text goes through the same door as a text file: decoding, limits, "no words in it".
Result<Reading> typedReading(QString text, QString name)
{
    const auto extracted = resume::extractText(text.toUtf8(), name);
    if (!extracted) {
        return std::unexpected(extracted.error());
    }
    Reading reading = readingOf(*extracted);
    reading.textOrigin = TextOrigin::typed;
    return reading;
}

/// `typed` stands in for the text of a scan; a file that has text of its own is read.
Result<Reading> fileReading(QByteArray bytes, QString name, QString password, QString typed)
{
    const auto extracted = resume::extractText(bytes, name, password);
    if (extracted) {
        return readingOf(*extracted);
    }
    if (!resume::hasNoText(extracted.error()) || typed.isEmpty()) {
        return std::unexpected(extracted.error());
    }
    auto reading = typedReading(typed, name);
    if (reading) {
        reading->mediaType = u"application/pdf"_s;
        reading->isProtected = !password.isEmpty();
    }
    return reading;
}

Reading recognisedReading(resume::ExtractedText text)
{
    Reading reading = readingOf(text);
    reading.textOrigin = TextOrigin::recognised;
    return reading;
}

} // namespace

Task<Result<Reading>> readResumeFile(Services *services, ResumeOrder order, PageProgress progress,
                                     std::stop_token stop)
{
    auto loading = runOnWorker(readFile, order.path, services->deployment.limits.resumeBytes);
    const auto bytes = co_await loading;
    if (!bytes) {
        co_return std::unexpected(bytes.error());
    }
    const QString name = QFileInfo(order.path).fileName();
    auto extracting = runOnWorker(fileReading, *bytes, name, order.password, order.typedText);
    auto reading = co_await extracting;
    if (!reading && resume::hasNoText(reading.error()) && order.recognise) {
        const resume::RecognitionOrder scan {*bytes, name, order.password, order.languages};
        auto recognised = co_await resume::recogniseText(scan, progress, stop);
        if (!recognised) {
            co_return std::unexpected(recognised.error());
        }
        auto judging = runOnWorker(recognisedReading, std::move(*recognised));
        reading = co_await judging;
    }
    if (reading) {
        reading->bytes = *bytes;
        reading->fileName = name;
    }
    co_return reading;
}

Task<Result<Reading>> readKeptResume(Services *services, Resume resume, QString password)
{
    if (resume.textOrigin == TextOrigin::typed) {
        co_return co_await readTypedText(resume, resume.text);
    }
    if (resume.textOrigin == TextOrigin::recognised) {
        auto again = co_await readTypedText(resume, resume.text);
        if (again) {
            again->textOrigin = TextOrigin::recognised;
            again->places = resume.places; // the same text stands where it stood
        }
        co_return again;
    }
    const auto bytes = services->workspace.keptFile(resume.file);
    if (!bytes) {
        co_return std::unexpected(bytes.error());
    }
    auto extracting = runOnWorker(fileReading, *bytes, resume.fileName, password, QString());
    co_return co_await extracting;
}

Task<Result<Reading>> readTypedText(Resume resume, QString text)
{
    auto typing = runOnWorker(typedReading, text, resume.fileName);
    auto reading = co_await typing;
    if (reading) {
        reading->mediaType = resume.mediaType;
        reading->isProtected = resume.isProtected;
    }
    co_return reading;
}

} // namespace crema::flows
