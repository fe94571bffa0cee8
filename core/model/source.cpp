// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/source.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema {

namespace {
constexpr std::array<std::pair<SourceKind, const char *>, 9> names {{
        {SourceKind::hand, "hand"},
        {SourceKind::importFile, "import"},
        {SourceKind::run, "run"},
        {SourceKind::vendor, "vendor"},
        {SourceKind::resume, "resume"},
        {SourceKind::contactField, "contact"},
        {SourceKind::profileField, "profile"},
        {SourceKind::article, "article"},
        {SourceKind::sample, "sample"},
}};
} // namespace

QString sourceKindName(SourceKind kind)
{
    for (const auto &[value, name] : names) {
        if (value == kind) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

Json toJson(const Source &source)
{
    Json json {{"kind", sourceKindName(source.kind)}};
    putText(json, "recordId", source.recordId);
    putText(json, "field", source.field);
    putText(json, "quote", source.quote);
    putText(json, "label", source.label);
    putText(json, "at", source.at);
    return json;
}

Source sourceFrom(const Json &json)
{
    Source source;
    const QString kind = textAt(json, "kind");
    for (const auto &[value, name] : names) {
        if (kind == QLatin1StringView(name)) {
            source.kind = value;
        }
    }
    source.recordId = textAt(json, "recordId");
    source.field = textAt(json, "field");
    source.quote = textAt(json, "quote");
    source.label = textAt(json, "label");
    source.at = textAt(json, "at");
    return source;
}

Json toJson(const Claim &claim)
{
    Json sources = Json::array();
    for (const Source &source : claim.sources) {
        sources.push_back(toJson(source));
    }
    return {{"text", claim.text}, {"sources", std::move(sources)}};
}

Claim claimFrom(const Json &json)
{
    Claim claim {.text = textAt(json, "text"), .sources = {}};
    for (const Json &source : arrayAt(json, "sources")) {
        claim.sources << sourceFrom(source);
    }
    return claim;
}

} // namespace crema
