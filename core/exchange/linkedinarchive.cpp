// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/linkedinarchive.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

struct Part
{
    const char16_t *name; ///< of the file, with blanks
    const char16_t *columns; ///< the first ones
};

/// As the archives have them since 2018.
constexpr std::array parts {
        Part {u"Skills", u"Name"},
        Part {u"Languages", u"Name,Proficiency"},
        Part {u"Certifications", u"Name,Url,Authority"},
        Part {u"Courses", u"Name,Number"},
        Part {u"Organizations", u"Name,Position,Description"},
        Part {u"Publications", u"Name,Published On,Description"},
        Part {u"Test Scores", u"Name,Description,Score"},
        Part {u"Job Applications", u"Application Date,Contact Email,Contact Phone Number"},
};

/// "Job Applications" of "Job_Applications_1.csv" and "Job Applications (2).csv".
QString partInName(const QString &fileName)
{
    static const QRegularExpression copy(u"(?:[ _]\\(?\\d+\\)?)?\\.csv$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return QString(fileName).remove(copy).replace(u'_', u' ');
}

} // namespace

QString partOfLinkedinArchive(const QStringList &headers, const QString &fileName)
{
    const QString name = partInName(fileName);
    const auto isPart = [&](const Part &part) {
        const QStringList columns = QString::fromUtf16(part.columns).split(u',');
        return name.compare(QStringView(part.name), Qt::CaseInsensitive) == 0
                && headers.first(std::min(headers.size(), columns.size())) == columns;
    };
    const auto part = std::ranges::find_if(parts, isPart);
    return part == parts.end() ? QString() : QString::fromUtf16(part->name);
}

} // namespace crema::exchange
