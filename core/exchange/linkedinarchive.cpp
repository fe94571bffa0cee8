// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/linkedinarchive.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

struct Part
{
    const char16_t *name;
    const char16_t *columns; ///< all of them, or those it begins with
};

/// As the archives have them since 2018.
constexpr std::array parts {
        Part {u"Languages", u"Name,Proficiency"},
        Part {u"Certifications", u"Name,Url,Authority"},
        Part {u"Courses", u"Name,Number"},
        Part {u"Organizations", u"Name,Position,Description"},
        Part {u"Publications", u"Name,Published On,Description"},
        Part {u"Test Scores", u"Name,Description,Score"},
        Part {u"Job Applications", u"Application Date,Contact Email,Contact Phone Number"},
};

} // namespace

QString partOfLinkedinArchive(const QStringList &headers, const QString &fileName)
{
    const QString columns = headers.join(u',');
    if (columns == "Name"_L1 && fileName.compare("Skills.csv"_L1, Qt::CaseInsensitive) == 0) {
        return u"Skills"_s;
    }
    const auto part = std::ranges::find_if(parts, [&columns](const Part &p) {
        const auto known = QStringView(p.columns);
        return columns.startsWith(known) && (columns.size() == known.size() || columns[known.size()] == u',');
    });
    return part == parts.end() ? QString() : QString::fromUtf16(part->name);
}

} // namespace crema::exchange
