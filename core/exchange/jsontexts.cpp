// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsontexts.h"

#include "base/text.h"
#include "base/wordset.h"
#include "exchange/jsonkeys.h"
#include "exchange/jsonlists.h"
#include "exchange/jsonrow.h"
#include "exchange/recipients.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

bool areAddresses(const Json &list)
{
    const auto holdsAddress = [](const Json &item) { return utf8Of(item).contains('@'); };
    return isListOfTexts(list)
            && std::ranges::count_if(list, holdsAddress) * 2 >= static_cast<qsizetype>(list.size());
}

/// Each text as a line of a message's head, which may be anything.
std::optional<QByteArray> tableOfList(const Json &list)
{
    QByteArray head;
    for (const Json &item : list) {
        head += "To: " + cleanLine(scalarText(item)).toUtf8() + '\n';
    }
    return tableOfRecipients({head.constData(), static_cast<size_t>(head.size())});
}

/// "subscribers", unlike the "emails" of one person.
bool isCalledRecipients(const QString &key)
{
    static const QSet<QString> words = wordSet(u"recipients to users people");
    return words.contains(key) || FoundList {.key = key, .gathered = {}}.isCalledPeople();
}

} // namespace

bool isListOfTexts(const Json &json)
{
    return json.is_array() && !json.empty()
            && std::ranges::none_of(json, [](const Json &item) { return item.is_structured(); });
}

std::optional<QByteArray> tableOfTexts(const Json &json)
{
    if (!json.is_object()) {
        return areAddresses(json) ? tableOfList(json) : std::nullopt;
    }
    for (const auto &[key, member] : json.items()) {
        if (areAddresses(member) && isCalledRecipients(QString::fromStdString(key))) {
            const bool isOfOne = tellingOf(JsonRow(json, {&member})).ofPerson();
            return isOfOne ? std::nullopt : tableOfList(member);
        }
    }
    return std::nullopt;
}

} // namespace crema::exchange
