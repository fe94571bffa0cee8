// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/arguments.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

/// What a usage line says of one option.
struct Option
{
    QString placeholder; ///< "DIR"; empty for a switch
    bool repeats = false;
};

/// What a usage line asks for.
struct Shape
{
    QMap<QString, Option> options;
    QStringList words; ///< placeholders of the words without an option
    qsizetype least = 0;
    bool repeats = false; ///< one of the words may come any number of times
};

bool isValueName(const QString &token)
{
    return !token.isEmpty() && !token.startsWith(u'[') && !token.startsWith(u'-') && !token.startsWith(u'(');
}

QString placeholderOf(QString token)
{
    token.remove(u'[').remove(u']').remove(u"..."_s);
    return token.endsWith("|-"_L1) ? token.chopped(2) : token; // "FILE|-": a file, or a standard stream
}

Shape shapeOf(const QString &usage)
{
    Shape shape;
    const QStringList tokens = usage.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const bool optional = tokens[i].startsWith(u'[');
        const QString name = placeholderOf(tokens[i]);
        if (!name.startsWith("--"_L1)) {
            shape.words << name;
            shape.least += optional ? 0 : 1;
            shape.repeats = shape.repeats || tokens[i].contains("..."_L1);
            continue;
        }
        // "[--limit N]" has the value inside its brackets; "[--raw]" closes at once.
        const QString next = tokens.value(i + 1);
        const bool takesValue = !tokens[i].endsWith(u']') && isValueName(next)
                && (optional || next.isUpper());
        shape.options.insert(name,
                             takesValue ? Option {placeholderOf(next), next.contains("..."_L1)} : Option {});
        i += takesValue ? 1 : 0;
    }
    return shape;
}

/// "auto|csv": the value is one of these words; where capitals stand, as in "TEXT|-", they name any value. An
/// empty path would be the current folder, an empty id the first record: what a script passes whose variable
/// is unset.
Result<> checkValue(const QString &placeholder, const QString &value)
{
    static const QStringList mustBeFilled {u"DIR"_s,   u"FILE"_s, u"ID"_s,      u"KEEP"_s,
                                           u"OTHER"_s, u"URL"_s,  u"CONTACT"_s, u"SERVICE"_s};
    if (value.isEmpty() && mustBeFilled.contains(placeholder)) {
        return failure(ErrorKind::rejectedInput, u"%1 is an empty text."_s.arg(placeholder));
    }
    const QStringList choices = placeholder.split(u'|');
    const bool onlyWords = placeholder == placeholder.toLower();
    if (choices.size() > 1 && onlyWords && !choices.contains(value)) {
        return failure(ErrorKind::rejectedInput,
                       u"\"%1\" is not one of %2."_s.arg(value, choices.join(u", "_s)));
    }
    return {};
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
        if (arguments.has(name) && !option->repeats) {
            return failure(ErrorKind::rejectedInput, u"The option \"%1\" is there twice."_s.arg(name));
        }
        if (option->placeholder.isEmpty()) {
            if (equals >= 0) {
                return failure(ErrorKind::rejectedInput, u"The option \"%1\" takes no value."_s.arg(name));
            }
            arguments.m_values.insert(name, {});
            continue;
        }
        // A value that is an option of this command was forgotten; "--title=--limit" says it was meant.
        const QString next = words.value(i + 1);
        if (equals < 0 && (i + 1 >= words.size() || shape.options.contains(next.section(u'=', 0, 0)))) {
            return failure(ErrorKind::rejectedInput, u"The option \"%1\" needs a value."_s.arg(name));
        }
        const QString value = equals >= 0 ? word.mid(equals + 1) : next;
        i += equals >= 0 ? 0 : 1;
        if (const auto filled = checkValue(option->placeholder, value); !filled) {
            return std::unexpected(filled.error());
        }
        arguments.m_values[name] << value;
    }
    const auto checked = checkWords(shape.words, shape.least, shape.repeats, arguments.m_words);
    return checked ? Result<Arguments>(std::move(arguments)) : std::unexpected(checked.error());
}

Result<> Arguments::checkWords(const QStringList &placeholders, qsizetype least, bool repeats,
                               const QStringList &words)
{
    if (words.size() < least) {
        return failure(ErrorKind::rejectedInput, u"%1 is missing."_s.arg(placeholders.value(words.size())));
    }
    if (words.size() > placeholders.size() && !repeats) {
        return failure(ErrorKind::rejectedInput,
                       u"\"%1\" is one word too many."_s.arg(words[placeholders.size()]));
    }
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &placeholder = placeholders[std::min(i, placeholders.size() - 1)];
        if (const auto filled = checkValue(placeholder, words[i]); !filled) {
            return filled;
        }
    }
    return {};
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
