// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kind.h"

#include <QSet>

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

MergeType mergeTypeOf(Kind kind, const QString &field)
{
    static const QSet<QString> contactLists {u"addresses"_s, u"phones"_s, u"links"_s, u"positions"_s,
                                             u"schools"_s};
    if (kind == Kind::contact && contactLists.contains(field)) {
        return MergeType::orderedList;
    }
    const bool contactSet = kind == Kind::contact
            && (field == "introducerIds"_L1 || field == "distinctFrom"_L1);
    if (field == "tags"_L1 || contactSet || (kind == Kind::profile && field == "interests"_L1)) {
        return MergeType::set;
    }
    if (field == "notes"_L1 || field == "body"_L1) {
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
