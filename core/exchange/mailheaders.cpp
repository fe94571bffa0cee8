// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/mailheaders.h"

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr QStringView recipients = u"To|Cc|Bcc|Reply-To";
constexpr QStringView usual = u"From|Subject|Date|Received|Message-ID|Return-Path|Sender";
/// With the sender, who is one of them.
constexpr QStringView translated = u"From|An|Kopie|Von|À|De|Para|A|Da|Aan";

QRegularExpression fieldOf(const QString &names)
{
    return QRegularExpression(u"^(?:%1):"_s.arg(names), QRegularExpression::CaseInsensitiveOption);
}

} // namespace

HeaderLine headerLine(const QString &line)
{
    static const QRegularExpression field(u"^[A-Za-z][A-Za-z0-9-]*:(?: |$)|^[ \\t]+\\S"_s);
    static const QRegularExpression ofRecipients = fieldOf(recipients.toString());
    static const QRegularExpression ofAll = fieldOf(usual.toString());
    return !line.contains(field)          ? HeaderLine::none
            : line.contains(ofRecipients) ? HeaderLine::recipients
            : line.contains(ofAll)        ? HeaderLine::usual
                                          : HeaderLine::any;
}

const QRegularExpression &headerOfPeople()
{
    static const QRegularExpression name(u"^\\s*(?:%1|%2)\\s*:"_s.arg(recipients, translated),
                                         QRegularExpression::CaseInsensitiveOption
                                                 | QRegularExpression::MultilineOption);
    return name;
}

} // namespace crema::exchange
