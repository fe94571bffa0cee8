// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/typedlines.h"

#include "exchange/addressremarks.h"
#include "exchange/cellvalues.h"
#include "exchange/columncontent.h"
#include "exchange/contactscsv.h"
#include "exchange/headerrow.h"
#include "exchange/nameasides.h"
#include "model/contactdocument.h"

#include <QRegularExpression>
#include <QStringList>
#include <QVector>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr size_t longest = 256 * 1024; // more is not typed
constexpr qsizetype longestLine = 300;

/// What a line says.
struct TypedLine
{
    QStringList parts; ///< the name first
    QString address;
    QString remark;
    bool isDashed = false;
    bool isLoose = false; ///< a bullet in front, a number behind, without a sign between

    /// "do not use", "my assistant"
    [[nodiscard]] bool isRemarkOfAddress() const
    {
        return besideOfRemark(remark.split(u' ', Qt::SkipEmptyParts)) != Beside::words;
    }
};

QStringList split(const QString &text, bool isDashed)
{
    static const QRegularExpression dashes(u"\\s+[-–—|]\\s+"_s);
    static const QRegularExpression commas(u"\\s*[,;]\\s*"_s);
    return text.split(isDashed ? dashes : commas);
}

/// The name of "Ann Lee <ann@x.example>", the parts of "Ann Lee - Acme - " in front of an address.
QString withoutEnd(QString text)
{
    static const QRegularExpression end(u"[\\s,;|<(–—-]+$"_s);
    return text.remove(end);
}

/// "work" behind an address says what it is for.
bool isKind(const QString &remark)
{
    static const QStringList kinds {u"work"_s, u"personal"_s, u"home"_s, u"school"_s, u"mobile"_s};
    return kinds.contains(kindFrom(remark));
}

/// "+1 202 555 0101" of "tel. +1 202 555 0101", "m: ..."; empty when the part is no number.
QString phoneIn(const QString &part)
{
    static const QRegularExpression label(
            u"^(?:tel|telephone|telefon|phone|ph|mobile|mobil|mob|cell|handy|[tmpc])\\s*[.:]+\\s*|^(?:tel|phone|mobile|cell|☎|📞|📱)\\s+"_s,
            QRegularExpression::CaseInsensitiveOption);
    const QString number = QString(part).remove(label);
    return looksLikePhone(number) ? number : QString();
}

/// What stands behind an address: more parts, or a remark.
QString takeRemark(const QString &after, TypedLine &typed)
{
    static const QRegularExpression separator(u"^(?:[,;|]|[-–—]\\s)\\s*"_s);
    const QString rest = QString(after).remove(separator);
    const bool isDash = after.startsWith(u'-') || after.startsWith(u'–') || after.startsWith(u'—');
    const bool isOfAddress = besideOfRemark(rest.split(u' ', Qt::SkipEmptyParts)) != Beside::words;
    if (rest.size() < after.size() && (!isDash || typed.isDashed) && !isOfAddress) {
        return rest;
    }
    if (!phoneIn(rest).isEmpty()) {
        typed.isLoose = true;
        return rest;
    }
    const bool inBrackets = rest.startsWith(u'(') && rest.endsWith(u')');
    const QString remark = inBrackets ? rest.sliced(1).chopped(1).trimmed() : rest;
    typed.remark = isKind(remark) ? QString() : remark;
    return {};
}

/// Takes the line apart; false when it has not exactly one address.
bool read(const QString &written, TypedLine &typed)
{
    const QString line = withoutBullet(written);
    typed.isLoose = line.size() < written.size();

    static const QRegularExpression address(
            u"[<(]?(?:mailto:)?([^\\s<>()\\[\\],;|\"]+@[^\\s<>()\\[\\],;|\"]+)[>)]?"_s);
    static const QRegularExpression dash(u"\\s[-–—|](?:\\s|$)"_s);
    const auto found = address.match(line);
    if (!found.hasMatch() || !isEmailAddress(found.captured(1)) || line.count(u'@') > 1) {
        return false;
    }
    typed.address = found.captured(1);
    const QString before = line.left(found.capturedStart());
    const bool hasCommas = before.contains(u',') || before.contains(u';');
    typed.isDashed = !hasCommas && before.contains(dash);
    typed.parts = split(withoutEnd(before), typed.isDashed);
    const QString behind = takeRemark(line.sliced(found.capturedEnd()).trimmed(), typed);
    typed.parts << split(behind, typed.isDashed);
    typed.parts.removeAll(QString());
    return !typed.parts.isEmpty() && looksLikeFullName(typed.parts.constFirst());
}

QStringList columnNames()
{
    return {u"Name"_s, u"Company"_s, u"Job title"_s, u"Email"_s, u"Phone"_s, u"Link"_s, u"Notes"_s};
}

/// What tells whether the address is to be used stays with it.
QString emailCellOf(const TypedLine &typed)
{
    return typed.isRemarkOfAddress() ? typed.address + u' ' + typed.remark : typed.address;
}

/// As `columnNames`; parts that are none of these stay in columns of their own.
QStringList cellsOf(const TypedLine &typed)
{
    QString company;
    QString title;
    QString phone;
    QString link;
    QStringList others;
    for (const QString &part : typed.parts.sliced(1)) {
        if (link.isEmpty() && !webAddressFrom(part).isEmpty()) {
            link = part;
        } else if (phone.isEmpty() && !phoneIn(part).isEmpty()) {
            phone = phoneIn(part);
        } else if (title.isEmpty() && isJobTitle(part)) {
            title = part;
        } else {
            others << part;
        }
    }
    const bool isPlain = others.size() == 1
            && (!title.isEmpty() || isFirm(others.constFirst())
                || isFirmOfAddress(others.constFirst(), typed.address));
    if (isPlain) {
        company = others.takeFirst();
    }
    const QString notes = typed.isRemarkOfAddress() ? QString() : typed.remark;
    return QStringList {typed.parts.constFirst(), company, title, emailCellOf(typed), phone, link, notes}
    + others;
}

/// Lines of several kinds, or such as no separator of one sign cuts well.
bool needsReading(const QVector<TypedLine> &lines)
{
    return std::ranges::any_of(lines, [](const TypedLine &line) {
        return line.isDashed || line.isLoose || !line.remark.isEmpty();
    });
}

} // namespace

std::optional<QByteArray> tableOfTypedLines(std::string_view text)
{
    if (text.size() > longest || !text.contains('@') || text.contains('"') || text.contains('\t')
        || namesItsColumns(text)) {
        return std::nullopt;
    }
    QVector<TypedLine> people;
    QByteArray rows;
    qsizetype details = 0;
    const auto whole = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (const QString &line : whole.split(u'\n')) {
        const QString trimmed = line.trimmed();
        TypedLine typed;
        const bool isTitle = trimmed.endsWith(u':') && !trimmed.contains(u'@'); // "Met at the fair:"
        const bool isPerson = !trimmed.isEmpty() && !isTitle;
        if (trimmed.size() > longestLine || (isPerson && !read(trimmed, typed))) {
            return std::nullopt;
        }
        const QStringList cells = isPerson ? cellsOf(typed) : isTitle ? QStringList {trimmed} : QStringList();
        rows += csvRow(cells, CsvStyle::raw);
        details = std::max(details, cells.size() - columnNames().size());
        people << (isPerson ? QVector {typed} : QVector<TypedLine>());
    }
    if (people.isEmpty() || !needsReading(people)) {
        return std::nullopt;
    }
    QStringList names = columnNames();
    for (qsizetype i = 0; i < details; ++i) {
        names << u"Detail %1"_s.arg(i + 1);
    }
    return csvRow(names, CsvStyle::raw) + rows;
}

} // namespace crema::exchange
