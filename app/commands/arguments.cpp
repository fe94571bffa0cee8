// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/arguments.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

/// What a usage line asks for.
struct Shape
{
    QMap<QString, bool> options; ///< whether it takes a value
    qsizetype least = 0;
    qsizetype most = 0;
};

QStringList tokensOf(const QString &usage)
{
    return usage.split(u' ', Qt::SkipEmptyParts);
}

bool isValueName(const QString &token)
{
    return !token.isEmpty() && !token.startsWith(u'[') && !token.startsWith(u'-') && !token.startsWith(u'(');
}

Shape shapeOf(const QString &usage)
{
    Shape shape;
    const QStringList tokens = tokensOf(usage);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const bool optional = tokens[i].startsWith(u'[');
        QString token = tokens[i];
        token.remove(u'[').remove(u']');
        if (token.startsWith("--"_L1)) {
            // "[--limit N]" has the value inside its brackets; "[--raw]" closes at once.
            const bool closed = tokens[i].endsWith(u']');
            const bool takesValue = !closed && i + 1 < tokens.size() && isValueName(tokens[i + 1])
                    && (optional || tokens[i + 1].isUpper());
            shape.options.insert(token, takesValue);
            i += takesValue ? 1 : 0;
            continue;
        }
        const bool repeats = token.endsWith("..."_L1);
        shape.least += optional ? 0 : 1;
        shape.most = repeats ? std::numeric_limits<qsizetype>::max() : shape.most + 1;
    }
    return shape;
}

} // namespace

Result<Arguments> Arguments::parse(const QString &usage, const QStringList &words)
{
    const Shape shape = shapeOf(usage);
    Arguments arguments;
    bool onlyWords = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (onlyWords || !word.startsWith("--"_L1)) {
            arguments.m_words << word;
            continue;
        }
        if (word == "--"_L1) {
            onlyWords = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = equals < 0 ? word : word.left(equals);
        const auto option = shape.options.find(name);
        if (option == shape.options.end()) {
            return failure(ErrorKind::rejectedInput, u"There is no option \"%1\" here."_s.arg(name));
        }
        if (!*option) {
            if (equals >= 0) {
                return failure(ErrorKind::rejectedInput, u"The option \"%1\" takes no value."_s.arg(name));
            }
            arguments.m_values.insert(name, {});
        } else if (equals >= 0) {
            arguments.m_values.insert(name, word.mid(equals + 1));
        } else if (i + 1 < words.size()) {
            arguments.m_values.insert(name, words[++i]);
        } else {
            return failure(ErrorKind::rejectedInput, u"The option \"%1\" needs a value."_s.arg(name));
        }
    }
    if (arguments.m_words.size() < shape.least) {
        return failure(ErrorKind::rejectedInput, u"Something is missing."_s);
    }
    if (arguments.m_words.size() > shape.most) {
        return failure(ErrorKind::rejectedInput,
                       u"\"%1\" is one word too many."_s.arg(arguments.m_words[shape.most]));
    }
    return arguments;
}

Result<int> Arguments::number(const QString &option, int fallback, int low, int high) const
{
    if (!has(option)) {
        return fallback;
    }
    bool ok = false;
    const int number = value(option).toInt(&ok);
    if (!ok || number < low || number > high) {
        return failure(
                ErrorKind::rejectedInput,
                u"%1 takes a whole number from %2 to %3, not \"%4\"."_s.arg(option).arg(low).arg(high).arg(
                        value(option)));
    }
    return number;
}

Result<QVector<std::pair<QString, QString>>> Arguments::assignments(qsizetype first) const
{
    QVector<std::pair<QString, QString>> pairs;
    for (qsizetype i = first; i < m_words.size(); ++i) {
        const qsizetype equals = m_words[i].indexOf(u'=');
        if (equals <= 0) {
            return failure(ErrorKind::rejectedInput,
                           u"\"%1\" is not of the form key=value."_s.arg(m_words[i]));
        }
        pairs << std::pair(m_words[i].left(equals), m_words[i].mid(equals + 1));
    }
    return pairs;
}

} // namespace crema::app
