// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/nameasides.h"

#include "base/text.h"
#include "exchange/columncontent.h"
#include "exchange/mailboxes.h"
#include "exchange/personnames.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// Emoji, arrows, stars, and the invisible signs that join and colour them.
bool isSign(char32_t c)
{
    const bool joins = c == 0xFE0F || c == 0xFE0E || c == 0x20E3 || c == 0x200B || c == 0x2060;
    const bool isEmoji = (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x1F1E6 && c <= 0x1F1FF)
            || (c >= 0x2190 && c <= 0x2BFF) || c == 0x00AE || c == 0x00A9 || c == 0x2122 || c == 0x2022
            || c == 0x203C || c == 0x2049 || c == 0x3030 || c == 0x303D;
    return joins || isEmoji || (c >= 0xE0020 && c <= 0xE007F);
}

bool mayHoldSigns(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) {
        return c.isHighSurrogate() || (c.unicode() >= 0x2000 && c.unicode() < 0x3100) || c == u'®'
                || c == u'©';
    });
}

/// Signs go from the text to `taken`.
QString withoutSigns(const QString &text, QString &taken)
{
    QString plain;
    char32_t before = 0;
    for (const char32_t c : text.toUcs4()) {
        // The zero-width joiner belongs to some scripts; between two emoji it goes with them.
        const bool isTaken = isSign(c) || (c == 0x200D && isSign(before));
        (isTaken ? taken : plain) += QStringView(QChar::fromUcs4(c)).toString();
        before = c;
    }
    return plain.simplified();
}

/// True for emoji; marks such as "®" and the invisible ones tell nothing by themselves.
bool isTelling(const QString &signs)
{
    return std::ranges::any_of(signs, [](QChar c) {
        return c.isSurrogate() || (c.unicode() >= 0x2190 && c.unicode() <= 0x2BFF);
    });
}

bool mayHoldRemark(QStringView name)
{
    constexpr QStringView bars = u"|｜│•·/";
    constexpr QStringView dashes = u"-–—";
    QChar before;
    for (const QChar c : name) {
        const bool isLetter = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); // nearly always
        if (!isLetter && (bars.contains(c) || (before.isSpace() && dashes.contains(c)))) {
            return true;
        }
        before = c;
    }
    return false;
}

/// A particle, or "e" and "d'Ávila": small in names too.
bool isSmallInNames(const QString &word)
{
    return isParticle(word) || isGeneration(word) || word.size() == 1
            || (word.size() > 2 && word[1] == u'\'');
}

/// Holds what no name does: small words, digits, marks, a job, a firm, what somebody is or seeks. Asides are
/// nothing of the name.
bool isNoName(const QString &text, const QString &before)
{
    static const QSet<QString> states {u"hiring"_s,  u"recruiting"_s, u"retired"_s,  u"freelance"_s,
                                       u"student"_s, u"alumni"_s,     u"external"_s, u"deceased"_s};
    QString bare = text.section(u',', 0, 0);
    (void)takeAsides(bare);
    const QStringList words = bare.split(u' ', Qt::SkipEmptyParts);
    const bool hasCase = std::ranges::any_of(before, [](QChar c) { return c.isUpper(); });
    const auto isSmall = [](const QString &word) { return word[0].isLower() && !isSmallInNames(word); };
    return std::ranges::any_of(bare, [](QChar c) { return c.isDigit() || c == u'!' || c == u'@'; })
            || (hasCase && std::ranges::any_of(words, isSmall)) || states.contains(fold(bare))
            || isJobTitle(bare) || isFirm(bare);
}

/// "Ann Lee -- Acme", "Ann Lee, PhD - Acme", "Ann Lee - VP, Sales"; the dash of "Garcia - Lopez" only has
/// blanks around it.
bool isBehindDash(const QString &name, const QString &before, const QString &remark)
{
    const QStringView sign = QStringView(name).sliced(before.size()).trimmed();
    const bool isLong = sign.startsWith("--"_L1) || sign.startsWith(u'—');
    const bool isDone = before.contains(u',') && isCredential(before.section(u',', -1).trimmed());
    return ((isLong || isDone) && !remark.contains(u',')) || isNoName(remark, before);
}

/// True for two words at least, for a half of a name one; such scripts write whole names as one.
bool isEnough(const QString &name, const QString &remark, NamePart part)
{
    const auto words = name.split(u' ', Qt::SkipEmptyParts);
    const auto named = std::ranges::count_if(words, [](const QString &word) { return hasLetter(word); });
    return named > (part == NamePart::half ? 0 : 1)
            || (named == 1 && isEastAsian(name) && !isEastAsian(remark));
}

} // namespace

QString takeAsides(QString &name)
{
    static constexpr std::u16string_view opening = u"([{\"“„«「";
    const bool marked = std::ranges::any_of(name, [](QChar c) { return opening.contains(c.unicode()); });
    if (!marked && !mayHoldSigns(name)) {
        return {}; // nearly always
    }
    QString signs;
    QString rest = mayHoldSigns(name) ? withoutSigns(name, signs) : name;
    QStringList asides;
    if (marked) {
        static const QRegularExpression aside(
                u"\\(([^()]*)\\)|\\[([^\\[\\]]*)\\]|\\{([^{}]*)\\}|(?<!\\S)[\"“„«「]([^\"“”„«»「」]*)[\"”“»」](?!\\S)"_s);
        for (auto found = aside.globalMatch(rest); found.hasNext();) {
            const auto match = found.next();
            asides << match.captured(match.lastCapturedIndex()).trimmed();
        }
        QString plain = rest;
        plain.replace(aside, u" "_s);
        plain = plain.simplified();
        if (hasLetter(plain)) {
            rest = plain;
        } else {
            asides.clear();
            rest.remove(QRegularExpression(u"[\"“”„«»「」]"_s)); // a name in quotation marks
        }
    }
    if (!hasLetter(rest)) {
        return {};
    }
    name = rest;
    asides.removeAll(QString());
    if (isTelling(signs)) {
        asides << signs;
    }
    return asides.join(u", "_s);
}

QString withoutBullet(const QString &line)
{
    if (line.isEmpty() || line[0].isLetter()) {
        return line; // nearly always
    }
    static const QRegularExpression bullet(
            u"^(?:[•◦‣⁃▪▫●○■□➢➤►▶✓✔☐☑☒]+\\s*|[-–—*·]\\s+|\\[[ xX]?\\]\\s+|\\(?\\d{1,3}[.)]\\s*(?=\\p{L}))+(?=\\S)"_s);
    return QString(line).remove(bullet);
}

QString takeRemark(QString &name, NamePart part)
{
    if (!mayHoldRemark(name)) {
        return {}; // nearly always
    }
    // Han, Hon and Lei are names as well, but small only among pronouns.
    static const QRegularExpression pronouns(
            u"^(.*?[^\\s,])(?:\\s*[,|·]\\s*|\\s+[-–—]+\\s+|\\s+)"
            u"((?:FIRST|(?-i:OTHER))(?:\\s*/\\s*(?:FIRST|OTHER))+)$"_s
                    .replace(u"FIRST"_s,
                             u"she|hers?|he|him|his|they|them|theirs?|ze|zir|xe|xem|ella|él|elle|iel|sie|er|"
                             u"hän"_s)
                    .replace(u"OTHER"_s, u"any|all|hir|il|lui|lei|ihr|ihm|hon|han|hen|henne|ham"_s),
            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bar(u"^(.*?\\S)(?:\\s+[|｜│•·]\\s*|\\s*[|｜│•·]\\s+)(.+)$"_s);
    static const QRegularExpression dash(u"^(.*?\\S)\\s+[-–—]+\\s+(.+)$"_s);
    for (const QRegularExpression *remark : {&pronouns, &bar, &dash}) {
        const auto match = remark->match(name);
        const QString before = match.captured(1);
        const QString taken = match.captured(2).trimmed();
        const bool isLeft = remark == &pronouns ? hasLetter(before) : isEnough(before, taken, part);
        if (match.hasMatch() && isLeft && (remark != &dash || isBehindDash(name, before, taken))) {
            name = before;
            const QString more = takeRemark(name, part);
            return more.isEmpty() ? taken : more + u", "_s + taken;
        }
    }
    return {};
}

QString takeFirm(QString &name, const QStringList &firms, const QStringList &addresses)
{
    static const QRegularExpression dash(u"^(.*\\S\\s.*\\S)\\s+[-–—]+\\s+(\\S.*)$"_s);
    const auto match = mayHoldRemark(name) ? dash.match(name) : QRegularExpressionMatch();
    if (!match.hasMatch()) {
        return {}; // nearly always
    }
    const QString firm = match.captured(2);
    const auto isOf = [&](const QString &address) {
        const bool isName = mailboxBears(address, firm); // "ana.lopez@lopez.example"
        return !isName && isFirmOfAddress(firm, address);
    };
    if (!firms.contains(firm, Qt::CaseInsensitive) && std::ranges::none_of(addresses, isOf)) {
        return {};
    }
    name = match.captured(1);
    return firm;
}

} // namespace crema::exchange
