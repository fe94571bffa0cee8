// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsonsource.h"

#include "base/jsontree.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace crema::exchange {

namespace {

Result<Json> treeOf(QByteArrayView bytes)
{
    return jsonTree(bytes, Repeated::allStay, deepestForeignJson);
}

/// One JSON value a line (https://github.com/ndjson/ndjson-spec), as databases write them. Empty where the
/// first is none.
Result<Json> linesOfJson(std::string_view text)
{
    Json list = Json::array();
    int number = 0;
    for (size_t start = 0; start < text.size();) {
        const size_t end = std::min(text.find('\n', start), text.size());
        const auto line = QByteArrayView(text.data() + start, static_cast<qsizetype>(end - start)).trimmed();
        start = end + 1;
        ++number;
        if (line.isEmpty()) {
            continue;
        }
        auto value = treeOf(line);
        if (value && value->is_object()) {
            list.push_back(std::move(*value));
        } else if (list.empty()) {
            return list;
        } else {
            return failure(
                    ErrorKind::rejectedInput,
                    QCoreApplication::translate("import",
                                                "Line %1 of this file of JSON lines is no JSON object. "
                                                "Nothing was imported.")
                            .arg(number));
        }
    }
    return list;
}

} // namespace

Result<Json> jsonOf(std::string_view text)
{
    auto json = treeOf({text.data(), static_cast<qsizetype>(text.size())});
    if (json) {
        return json;
    }
    auto lines = linesOfJson(text);
    return lines && lines->empty() ? std::move(json) : std::move(lines);
}

} // namespace crema::exchange
