// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "model/source.h"

#include <QHash>
#include <QSet>
#include <QStringList>
#include <QVector>

#include <optional>

namespace crema::write {

/// What a variable of a template stands for in one email, and where that is written.
struct Variable
{
    QString value;
    QVector<Source> sources; ///< empty for what is no statement of fact: the name in the greeting

    [[nodiscard]] bool operator==(const Variable &) const = default;
};
using Variables = QHash<QString, Variable>;

/// Where a value stands that states a fact, outside of [[ ]].
struct Placed
{
    qsizetype start = 0;
    qsizetype length = 0;
    QVector<Source> sources;
};

/// A piece of text with its variables filled in.
struct Rendered
{
    QString text;
    QVector<Claim> claims; ///< exact words of `text`
    QSet<QString> used; ///< variables
    QVector<Placed> placed; ///< in order; UTF-16 offsets into `text`
};

/// What is wrong with the marks of a text. UTF-16 offsets.
struct TextProblem
{
    QString text; ///< for people, the beginning of a sentence in lower case
    qsizetype start = 0;
    qsizetype length = 0;

    [[nodiscard]] bool operator==(const TextProblem &) const = default;
};

/// One sentence or subject of a template. Its marks:
///   {{name}}              a variable; a text whose variable is unknown for this recipient cannot be used at
///   all
///   {{#name}}...{{/name}} only when the variable is known;  {{^name}}...{{/name}} only when it is not
///   [[...]]               the words inside are one claim that rests on the sources of the variables inside
/// A variable outside [[ ]] is a claim of its own.
class TemplateText
{
public:
    /// rejectedInput with the place when a mark is not closed or a variable is not one of `known`.
    [[nodiscard]] static Result<TemplateText> parse(const QString &text, const QStringList &known);

    /// Every unknown variable, and the first mark that is not closed or closes nothing.
    [[nodiscard]] static QVector<TextProblem> problemsIn(const QString &text, const QStringList &known);

    /// Nothing when a variable outside a section is missing.
    [[nodiscard]] std::optional<Rendered> render(const Variables &variables) const;
    /// The variables for want of which `render` gives nothing.
    [[nodiscard]] QStringList missing(const Variables &variables) const;

    /// The text as it was written.
    [[nodiscard]] const QString &source() const { return m_source; }

    struct Node
    {
        enum class Kind { words, variable, claim, whenKnown, whenUnknown };
        Kind kind = Kind::words;
        QString text; ///< words, or the variable's name
        QVector<Node> children;
    };

private:
    QString m_source;
    QVector<Node> m_nodes;
};

} // namespace crema::write
