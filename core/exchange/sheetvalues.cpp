// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sheetvalues.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

QString sentence(const char *text, const QString &value)
{
    return QCoreApplication::translate("import", text).arg(value);
}

/// The value of `="..."`; nullopt for any other cell.
std::optional<QString> quotedText(const QString &value)
{
    static const QRegularExpression text(u"^=\\s*\"((?:[^\"]|\"\")*)\"$"_s);
    const auto match = text.match(value);
    return match.hasMatch() ? std::optional(match.captured(1).replace(u"\"\""_s, u"\""_s).trimmed())
                            : std::nullopt;
}

std::optional<QString> linkText(Field field, const QString &value)
{
    static const QRegularExpression link(
            u"^=\\s*HYPERLINK\\(\\s*\"([^\"]*)\"\\s*(?:[,;]\\s*\"([^\"]*)\"\\s*)?\\)$"_s,
            QRegularExpression::CaseInsensitiveOption);
    const auto match = link.match(value);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const bool wantsAddress = field == Field::linkedinUrl || field == Field::website || field == Field::email;
    return match.captured(wantsAddress || match.captured(2).isEmpty() ? 1 : 2).trimmed();
}

bool isFormula(const QString &value)
{
    static const QRegularExpression formula(
            u"^=\\s*[+-]?(?:[A-Z][A-Z.0-9]*\\(.*\\)|(?:[^!]+!)?\\$?[A-Z]{1,3}\\$?\\d+)$"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return formula.match(value).hasMatch();
}

bool isErrorValue(const QString &value)
{
    static const QRegularExpression error(u"^#(?:#{2,}|[\\p{Lu}¿¡/0-9]+[!?])$"_s);
    return error.match(value).hasMatch();
}

bool isShortened(const QString &value)
{
    static const QRegularExpression number(u"^[+-]?\\d(?:[.,]\\d+)?E\\+?\\d{1,2}$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return number.match(value).hasMatch();
}

} // namespace

bool mayBeOfSheet(Field field, std::string_view cell)
{
    const bool isPhoneNumber = field == Field::phone && cell.find_first_of("eE") != std::string_view::npos;
    return !cell.empty() && (cell.front() == '=' || cell.front() == '#' || isPhoneNumber);
}

SheetValue fromSheet(Field field, const QString &value)
{
    if (const auto text = quotedText(value)) {
        return {*text, {}};
    }
    if (const auto text = linkText(field, value)) {
        return {*text, {}};
    }
    if (isErrorValue(value)) {
        return {value,
                sentence(QT_TRANSLATE_NOOP("import",
                                           "the spreadsheet wrote \"%1\" where a value was; it was kept "
                                           "as an extra field"),
                         value)};
    }
    if (field == Field::phone && isShortened(value)) {
        return {value,
                sentence(QT_TRANSLATE_NOOP("import",
                                           "\"%1\" is a phone number that a spreadsheet has rounded, its "
                                           "digits are lost; it was kept as an extra field"),
                         value)};
    }
    if (value.startsWith(u'=') && isFormula(value)) {
        return {value,
                sentence(QT_TRANSLATE_NOOP("import",
                                           "\"%1\" is a formula without its result; it was kept as an "
                                           "extra field"),
                         value)};
    }
    return {value, {}};
}

} // namespace crema::exchange
