// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/columncontent.h"

#include "base/dates.h"
#include "base/text.h"
#include "contacts/identity.h"
#include "exchange/cellvalues.h"
#include "exchange/emailcells.h"
#include "exchange/nameasides.h"
#include "model/contactdocument.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

template <typename Test>
double share(const QStringList &values, Test test)
{
    return values.isEmpty()
            ? 0
            : static_cast<double>(std::ranges::count_if(values, test)) / static_cast<double>(values.size());
}

bool hasWord(const QString &value, const QStringList &known)
{
    return std::ranges::any_of(foldedWords(value), [&](const QString &word) { return known.contains(word); });
}

bool isSchool(const QString &value)
{
    static const QStringList words {u"university"_s,  u"college"_s,    u"universitat"_s, u"universite"_s,
                                    u"universidad"_s, u"hochschule"_s, u"institute"_s};
    return hasWord(value, words);
}

bool isNameLike(const QString &text)
{
    const QString value = withoutBullet(text);
    return value.size() <= 60 && !looksLikeData(value)
            && std::ranges::any_of(value, [](QChar c) { return c.isLetter(); })
            && std::ranges::none_of(value, [](QChar c) { return c.isDigit(); });
}

/// The first columns of words are names: one column of several words, or two of mostly one.
void markNames(QVector<FieldTarget> &targets, const QVector<QStringList> &rows)
{
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const QStringList values = columnValues(rows, i);
        if (targets[i].field != Field::other || values.isEmpty() || share(values, isNameLike) < 0.8) {
            continue;
        }
        if (share(values, [](const QString &value) { return wordCount(value) > 1; }) > 0.5) {
            targets[i].field = Field::fullName;
            return;
        }
        targets[i].field = Field::firstName;
        const QStringList next = columnValues(rows, i + 1);
        const bool isLast = i + 1 < targets.size() && targets[i + 1].field == Field::other
                && share(next, [](const QString &value) {
                       return isNameLike(value) && wordCount(value) <= 2;
                   }) > 0.8;
        if (isLast) {
            targets[i + 1].field = Field::lastName;
        }
        return;
    }
}

/// One column of words that is left beside a name: a firm where the addresses say so, or where another one
/// holds the jobs ("Ann Lee,Acme,ann@x.example,Editor").
void markFirm(QVector<FieldTarget> &targets, const QVector<QStringList> &rows)
{
    const auto at = [&](Field field) { return std::ranges::find(targets, field, &FieldTarget::field); };
    const auto open = at(Field::other);
    const auto email = at(Field::email);
    const bool isOnly = std::ranges::count(targets, Field::other, &FieldTarget::field) == 1;
    if (!isOnly || at(Field::company) != targets.end() || at(Field::fullName) == targets.end()) {
        return;
    }
    qsizetype filled = 0;
    qsizetype told = 0;
    for (const QStringList &row : rows) {
        const QString value = cleanValue(row.value(open - targets.begin()));
        filled += !value.isEmpty() && isNameLike(value);
        told += email != targets.end() && isFirmOfAddress(value, row.value(email - targets.begin()));
    }
    const bool besideName = open == at(Field::fullName) + 1;
    const bool besideJobs = besideName && at(Field::jobTitle) != targets.end() && filled == rows.size();
    if (besideJobs || (told > 0 && told * 2 >= filled)) {
        open->field = Field::company;
    }
}

} // namespace

bool isNumberOrDate(const QString &cell)
{
    const bool isNumber = !cell.isEmpty()
            && std::ranges::all_of(cell, [](QChar c) { return c.isDigit() || u" +-()./,:"_s.contains(c); })
            && std::ranges::any_of(cell, [](QChar c) { return c.isDigit(); });
    return isNumber || parseDate(cell).isValid();
}

bool looksLikeData(const QString &cell)
{
    return isNumberOrDate(cell) || isEmailAddress(cell) || cell.contains("://"_L1)
            || cell.startsWith("www."_L1) || cell.contains("linkedin.com/"_L1, Qt::CaseInsensitive);
}

bool looksLikePhone(const QString &cell)
{
    static const QRegularExpression years(u"^(?:19|20)\\d\\d\\s*[-/]\\s*(?:19|20)\\d\\d$"_s);
    const auto digits = std::ranges::count_if(cell, [](QChar c) { return c.isDigit(); });
    const bool only = std::ranges::all_of(cell,
                                          [](QChar c) { return c.isDigit() || u" +-()./x"_s.contains(c); });
    return only && digits >= 7 && digits <= 17 && !parseDate(cell).isValid() && !cell.contains(years);
}

bool isFirm(const QString &cell)
{
    static const QStringList words {u"inc"_s,     u"llc"_s,     u"ltd"_s,      u"gmbh"_s,       u"corp"_s,
                                    u"company"_s, u"group"_s,   u"partners"_s, u"bank"_s,       u"capital"_s,
                                    u"plc"_s,     u"ag"_s,      u"labs"_s,     u"consulting"_s, u"holdings"_s,
                                    u"sarl"_s,    u"advisors"_s};
    return hasWord(cell, words);
}

bool isJobTitle(const QString &cell)
{
    static const QStringList words {
            u"manager"_s,    u"director"_s,   u"engineer"_s,    u"analyst"_s,   u"consultant"_s,
            u"associate"_s,  u"president"_s,  u"founder"_s,     u"developer"_s, u"designer"_s,
            u"recruiter"_s,  u"partner"_s,    u"lead"_s,        u"head"_s,      u"officer"_s,
            u"scientist"_s,  u"ceo"_s,        u"cto"_s,         u"cfo"_s,       u"intern"_s,
            u"specialist"_s, u"assistant"_s,  u"coordinator"_s, u"vp"_s,        u"author"_s,
            u"editor"_s,     u"writer"_s,     u"producer"_s,    u"lawyer"_s,    u"attorney"_s,
            u"accountant"_s, u"architect"_s,  u"banker"_s,      u"trader"_s,    u"researcher"_s,
            u"professor"_s,  u"lecturer"_s,   u"economist"_s,   u"actuary"_s,   u"strategist"_s,
            u"programmer"_s, u"journalist"_s, u"coo"_s,         u"cmo"_s,       u"svp"_s,
            u"evp"_s,        u"chairman"_s,   u"principal"_s};
    return hasWord(cell, words);
}

bool isFirmOfAddress(const QString &firm, const QString &address)
{
    constexpr auto telling = 3; // letters of a beginning that two firms hardly share
    const QStringList words = foldedWords(contacts::companyKey(firm));
    const QString whole = words.join(QString());
    QString initials;
    for (const QString &word : words) {
        initials += word.front();
    }
    const QStringList labels = fold(address.section(u'@', 1)).split(u'.');
    return !whole.isEmpty() && std::any_of(labels.begin(), labels.end() - 1, [&](const QString &label) {
        return label == whole || (label.size() > 1 && label == initials)
                || (label.size() >= telling && whole.startsWith(label))
                || (whole.size() >= telling && label.startsWith(whole));
    });
}

bool looksLikeFullName(const QString &cell)
{
    constexpr auto latinEnd = 0x2E80;
    const bool isEastAsian = std::ranges::all_of(cell, [](QChar c) { return c.unicode() >= latinEnd; });
    return isNameLike(cell) && (isEastAsian || wordCount(cell) > 1);
}

Field fieldByContent(const QStringList &values)
{
    constexpr double most = 0.7;
    if (share(values, [](const QString &v) { return emailsFrom(v).hasAddress(); }) >= most) {
        return Field::email;
    }
    if (share(values, [](const QString &v) { return !contacts::linkedinSlug(webAddressFrom(v)).isEmpty(); })
        >= most) {
        return Field::linkedinUrl;
    }
    return Field::other;
}

QVector<FieldTarget> targetsByContent(const QVector<QStringList> &rows)
{
    qsizetype columns = 0;
    for (const QStringList &row : rows) {
        columns = std::max(columns, row.size());
    }
    QVector<FieldTarget> targets(columns);
    const auto mark = [&](qsizetype i, Field field) {
        const bool taken = std::ranges::any_of(targets,
                                               [&](const FieldTarget &t) { return t.field == field; });
        const bool several = field == Field::email || field == Field::phone || field == Field::website;
        targets[i].field = taken && !several ? Field::other : field;
    };
    for (qsizetype i = 0; i < columns; ++i) {
        const QStringList values = columnValues(rows, i);
        if (const Field field = fieldByContent(values); field != Field::other) {
            mark(i, field);
        } else if (share(values, [](const QString &v) { return !webAddressFrom(v).isEmpty(); }) > 0.7) {
            mark(i, Field::website);
        } else if (share(values, looksLikePhone) > 0.7) {
            mark(i, Field::phone);
        } else if (share(values, isSchool) > 0.5) {
            mark(i, Field::college);
        } else if (share(values, isJobTitle) > 0.4) {
            mark(i, Field::jobTitle);
        } else if (share(values, isFirm) > 0.3) {
            mark(i, Field::company);
        }
    }
    markNames(targets, rows);
    markFirm(targets, rows);
    return targets;
}

QStringList columnValues(const QVector<QStringList> &rows, qsizetype column)
{
    QStringList values;
    for (const QStringList &row : rows) {
        if (const QString value = cleanValue(row.value(column)); !value.isEmpty()) {
            values << value;
        }
    }
    return values;
}

} // namespace crema::exchange
