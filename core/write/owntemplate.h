// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/mailtemplate.h"
#include "write/templatewriter.h"

#include <QVector>

namespace crema::write {

/// Why a template the user wrote cannot be used, pointing at the words.
struct OwnProblem
{
    QString text; ///< a whole sentence, with line and column where it points at words
    bool inSubject = false;
    qsizetype start = 0; ///< UTF-16 offset into subject or body
    qsizetype length = 0; ///< 0 for the text as a whole
    int line = 0; ///< from 1; 0 where it points at no words
    int column = 0; ///< from 1, in characters

    [[nodiscard]] bool operator==(const OwnProblem &) const = default;
};

/// Everything that is wrong with a template before anybody is written to; empty when it can be used.
[[nodiscard]] QVector<OwnProblem> problemsOf(const OwnTemplate &own);

/// The email a template of the user's gives for one person. rejectedInput when the template itself is wrong,
/// or names, each in a sentence, the facts that are not on record for this person: an email never has a blank
/// in it. What the user wrote about themselves stands there as written, and the gate asks for its source.
[[nodiscard]] Result<Draft> writeFromOwn(const OwnTemplate &own, const WriteRequest &request,
                                         const TemplateWriter &writer);

} // namespace crema::write
