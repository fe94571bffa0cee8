// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/contactflow.h"
#include "model/profile.h"

#include <functional>
#include <stop_token>

namespace crema::flows {

/// A resume to be read in.
struct ResumeOrder
{
    QString path;
    QString password; ///< opens a protected PDF; kept nowhere
    QString typedText; ///< what a scan says, typed by hand
    bool recognise = false; ///< a scan: have its text recognised
    QString languages; ///< for that, as resume::recognitionLanguages() has them; empty: its own choice
};

/// Pages done and how many there are.
using PageProgress = std::function<void(int, int)>;

/// Reads a resume (PDF, DOCX, text), keeps the file, makes it the default and fills the profile where the
/// user has not decided by hand; one operation. A file that is kept already is read again in its place. What
/// was put right in the resume before holds where the same was read wrongly again. On failure nothing
/// changes; see resume::needsPassword and resume::hasNoText for what to ask.
[[nodiscard]] Task<Result<Resume>> setResume(Services *services, ResumeOrder order, PageProgress progress,
                                             std::stop_token stop);
[[nodiscard]] Task<Result<Resume>> setResume(Services *services, QString path, QString password);

/// Makes a resume the one that emails and preps use, and fills the profile from it.
[[nodiscard]] Task<Result<Resume>> makeDefaultResume(Services *services, QString id);
/// Gives it a name of the user's own; an empty one is the file's again.
[[nodiscard]] Task<Result<Resume>> renameResume(Services *services, QString id, QString label);
/// Moves resumes to the trash; the newest of the others becomes the default where it was among them. With the
/// last one gone the profile stays as it is.
[[nodiscard]] Task<Result<store::Change>> trashResumes(Services *services, QStringList ids);

/// One fact to be put right, or, without a text, back to what was read.
struct FactChange
{
    ShownFact fact;
    std::optional<QString> text; ///< empty: there is no such fact
};

/// Puts facts right (correctFact, revertFact) and the profile with them, when the resume is the default; one
/// operation. An employer or line that was removed from the profile earlier is from then on a correction.
[[nodiscard]] Task<Result<Resume>> correctResume(Services *services, QString id, QVector<FactChange> changes);

/// Reads the kept file again by the rules of this version; typed and recognised text is kept and only its
/// facts are read. Corrections stay.
[[nodiscard]] Task<Result<Resume>> readResumeAgain(Services *services, QString id, QString password);
/// Replaces the text of a scan as typed by hand and reads its facts.
[[nodiscard]] Task<Result<Resume>> setResumeText(Services *services, QString id, QString text);
/// Keeps a changed resume, and the profile with it when it is the default one; one operation.
[[nodiscard]] Task<Result<Resume>> keepResume(Services *services, QString label, Resume before, Resume after);
/// Writes the kept file, as it was given, to `path`.
[[nodiscard]] Result<> saveResumeFile(const Services &services, const Resume &resume, const QString &path);

} // namespace crema::flows
