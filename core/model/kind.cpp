// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kind.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema {

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::contact:
        return u"contact"_s;
    case Kind::draft:
        return u"draft"_s;
    case Kind::run:
        return u"run"_s;
    case Kind::prep:
        return u"prep"_s;
    case Kind::profile:
        return u"profile"_s;
    case Kind::resume:
        return u"resume"_s;
    case Kind::mailTemplate:
        return u"template"_s;
    }
    return {};
}

MergeType mergeTypeOf(Kind kind, std::string_view field)
{
    static constexpr std::array<std::string_view, 5> contactLists {"addresses", "phones", "links",
                                                                   "positions", "schools"};
    if (kind == Kind::contact && std::ranges::find(contactLists, field) != contactLists.end()) {
        return MergeType::orderedList;
    }
    const bool contactSet = kind == Kind::contact && (field == "introducerIds" || field == "distinctFrom");
    if (field == "tags" || contactSet || (kind == Kind::profile && field == "interests")) {
        return MergeType::set;
    }
    if (field == "notes" || field == "body") {
        return MergeType::longText;
    }
    return MergeType::scalar;
}

int schemaVersionOf(Kind)
{
    return 1;
}

QString profileId()
{
    return u"profile"_s;
}

} // namespace crema
