// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/linkedinarchive.h"

#include "base/text.h"
#include "base/wordset.h"
#include "exchange/columncontent.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

struct Part
{
    const char16_t *name; ///< of the file, with blanks
    const char16_t *columns; ///< all of them, in their order
    qsizetype first; ///< how many tell the part in a file of its name
    bool isTelling; ///< no other table has these columns
};

/// As the archives have them since 2018.
constexpr std::array parts {
        Part {u"Skills", u"Name", 1, false},
        Part {u"Languages", u"Name,Proficiency", 2, false},
        Part {u"Certifications", u"Name,Url,Authority,Started On,Finished On,License Number", 3, true},
        Part {u"Courses", u"Name,Number", 2, false},
        Part {u"Organizations", u"Name,Position,Description,Started On,Finished On", 3, true},
        Part {u"Publications", u"Name,Published On,Description,Publisher,Url", 3, true},
        Part {u"Test Scores", u"Name,Description,Score", 3, false},
        Part {u"Job Applications",
              u"Application Date,Contact Email,Contact Phone Number,"
              u"Company Name,Job Title,Job Url,Resume Name,Question And Answers",
              3, true},
        Part {u"Email Addresses", u"Email Address,Confirmed,Primary,Updated On", 3, true},
        Part {u"Profile",
              u"First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,"
              u"Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers",
              8, true},
};

/// "Job Applications" of "Job_Applications_1.csv", "Job Applications (2).csv" and "Job Applications -
/// Copy.csv".
QString partInName(const QString &fileName)
{
    static const QRegularExpression copy(
            u"^(?:Copy of |Kopie von |Copie de |Copia de )|(?:[ _-]+(?:copy|kopie|copie|copia|\\(?\\d+\\)?))*\\.csv$"_s,
            QRegularExpression::CaseInsensitiveOption);
    return QString(fileName).remove(copy).replace(u'_', u' ');
}

/// A column that LinkedIn does not write there and that tables of people have.
bool hasColumnOfPeople(const QStringList &headers, const ColumnMapping &mapping, const QStringList &known)
{
    for (qsizetype i = 0; i < std::min(headers.size(), mapping.columns.size()); ++i) {
        const Field field = mapping.columns[i].field;
        const bool isOfPeople = field == Field::email || field == Field::phone || field == Field::company
                || field == Field::linkedinUrl;
        if (isOfPeople && !known.contains(headers[i])) {
            return true;
        }
    }
    return false;
}

/// "Organic Chemistry" and "Public Speaking", which are written as people's names are.
bool isThing(const QString &name)
{
    static const QSet<QString> words = wordSet(
            u"to of the and for in with introduction intro advanced basic general certified certificate "
            u"professional academic native business corporate financial finance accounting public social "
            u"digital "
            u"media web data cloud machine deep project product strategic customer service services team "
            u"time "
            u"problem critical creative research skills science sciences theory history algebra calculus "
            u"language languages literature microsoft google adobe amazon excel office windows linux sql "
            u"java "
            u"club society association council league test exam award paper english spanish french chinese");
    static const QRegularExpression ending(
            u"(?:[a-z]{3}ing|tion|sion|ment|[a-z]{2}ics|ship|ysis|logy|graphy|istry|nomics|ware|ability)$"_s);
    constexpr auto longest = 4; // words of a name
    const QStringList own = foldedWords(name);
    return own.size() > longest || std::ranges::any_of(own, [](const QString &word) {
               return words.contains(word) || word.contains(ending);
           });
}

/// Whether the column "Name" names people: a list that somebody made and called "Skills".
bool namesPeople(const TableShape &table)
{
    const QStringList names = columnValues(table.rows, table.headers.indexOf(u"Name"_s));
    const auto people = std::ranges::count_if(
            names, [](const QString &name) { return looksLikeFullName(name) && !isThing(name); });
    return !names.isEmpty() && people * 2 >= names.size();
}

} // namespace

std::optional<ArchivePart> partOfLinkedinArchive(const TableShape &table, const QString &fileName)
{
    const QStringList &headers = table.headers;
    const QString name = partInName(fileName);
    for (const Part &part : parts) {
        const QStringList columns = QString::fromUtf16(part.columns).split(u',');
        const bool isNamed = name.compare(QStringView(part.name), Qt::CaseInsensitive) == 0
                && headers.first(std::min(headers.size(), part.first)) == columns.first(part.first)
                && (columns.size() > 1 || headers.size() == 1) // "Name" alone begins many tables
                && !hasColumnOfPeople(headers, table.mapping, columns) && !namesPeople(table);
        const bool isWhole = part.isTelling && headers == columns;
        if (isNamed || isWhole) {
            return ArchivePart {QString::fromUtf16(part.name), !isWhole};
        }
    }
    return std::nullopt;
}

} // namespace crema::exchange
