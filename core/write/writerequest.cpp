// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/writerequest.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {
constexpr std::array<std::pair<MailKind, const char *>, 3> names {{
        {MailKind::first, "first"},
        {MailKind::followUp, "follow_up"},
        {MailKind::thankYou, "thank_you"},
}};
} // namespace

QString mailKindName(MailKind kind)
{
    for (const auto &[value, name] : names) {
        if (value == kind) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

std::optional<MailKind> mailKindFrom(const QString &name)
{
    for (const auto &[value, word] : names) {
        if (name == QLatin1StringView(word)) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace crema::write
