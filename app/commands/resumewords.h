// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"
#include "flows/resumeflow.h"

namespace crema::app {

/// The texts of the lines.
[[nodiscard]] Json textsJson(const QVector<ResumeLine> &lines);
/// One resume, whole.
[[nodiscard]] Reply resumeReply(const Resume &resume);
[[nodiscard]] Reply resumeListReply(const QVector<Resume> &resumes, const QString &defaultId);

/// The changes that "KEY=VALUE" and "--reset KEY" ask for. A key is a fact ("university", "year"), an item of
/// a list by its number in `resume show` ("companies:2"), or, to add one, the list with a plus
/// ("companies+"). To reset it may also be a whole list or "all".
[[nodiscard]] Result<QVector<flows::FactChange>> factChanges(
        const Resume &resume, const QVector<std::pair<QString, QString>> &values, const QStringList &resets);

} // namespace crema::app
