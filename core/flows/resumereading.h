// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/resumeflow.h"

namespace crema::flows {

/// Raised when the rules read more, or more rightly: resumes read by older ones can be read again.
inline constexpr int readingVersion = 1;
inline constexpr int longestResumeName = 120; // characters

/// A resume as it was read from a file or from typed text.
struct Reading
{
    QByteArray bytes; ///< of the file
    QString fileName;
    QString mediaType;
    QString text;
    TextOrigin textOrigin = TextOrigin::file;
    QVector<LinePlace> places;
    ResumeFacts facts;
    bool isProtected = false;
};

/// Reads a file off the caller's thread.
[[nodiscard]] Task<Result<Reading>> readResumeFile(Services *services, ResumeOrder order,
                                                   PageProgress progress, std::stop_token stop);
/// Reads a kept resume once more: its file, or, of a scan, its text.
[[nodiscard]] Task<Result<Reading>> readKeptResume(Services *services, Resume resume, QString password);
/// Reads what was typed for a scan.
[[nodiscard]] Task<Result<Reading>> readTypedText(Resume resume, QString text);

} // namespace crema::flows
