// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QString>
#include <QStringList>

namespace crema {

enum class Tone { neutral, warm, formal };
enum class MailLength { brief, medium, full };

/// How the sender wants emails to be written, and what of them is kept from a language model.
struct WritingStyle
{
    Tone tone = Tone::neutral;
    MailLength length = MailLength::medium;
    QString signOff; ///< "Kind regards"; empty for the usual one of the tone
    bool withholdPhone = true; ///< not told to a language model: phone numbers
    bool withholdAddress = true; ///< email and postal addresses, home town
    bool withholdSchool = false; ///< the sender's and the recipient's schools

    [[nodiscard]] bool operator==(const WritingStyle &) const = default;
};

/// "neutral", "warm", "formal"; anything unknown is neutral.
[[nodiscard]] QString toneName(Tone tone);
[[nodiscard]] Tone toneFromName(QStringView name);
/// "brief", "medium", "full"; anything unknown is medium.
[[nodiscard]] QString lengthName(MailLength length);
[[nodiscard]] MailLength lengthFromName(QStringView name);

/// The sign-off without its comma: the user's own words, or the usual ones of the tone.
[[nodiscard]] QString signOffOf(const WritingStyle &style);

/// The names of its fields, in display order: tone length signOff withholdPhone withholdAddress withholdSchool.
[[nodiscard]] const QStringList &writingFields();
/// As text; the switches are "yes" and "no".
[[nodiscard]] QString writingField(const WritingStyle &style, const QString &field);
/// Sets a field as typed; empty gives the usual value. rejectedInput names the words that are possible.
[[nodiscard]] Result<> setWritingField(WritingStyle &style, const QString &field, const QString &value);

/// Only what differs from the defaults.
[[nodiscard]] Json toJson(const WritingStyle &style);
[[nodiscard]] WritingStyle writingStyleFrom(const Json &json);

} // namespace crema
