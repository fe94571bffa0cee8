// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/addresswords.h"

#include "base/text.h"
#include "base/wordset.h"
#include "contacts/identity.h"
#include "exchange/columncontent.h"
#include "exchange/columns.h"
#include "exchange/headerspellings.h"
#include "exchange/mailboxes.h"
#include "exchange/personnames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// Without the signs around it: "work" of "(Work):", nothing of "-".
QString labelOf(const QString &word)
{
    const auto isText = [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); };
    const auto begin = std::find_if(word.begin(), word.end(), isText);
    const auto end = std::find_if(word.rbegin(), word.rend(), isText).base();
    return begin < end ? fold(QString(begin, end - begin)) : QString();
}

/// What an address is for, not whose; and what a column of addresses is called, in any language.
bool isKindOfPoint(const QString &label)
{
    static const QSet<QString> kinds = wordSet(
            u"work home office business personal private school university uni college student alumni "
            u"company corporate direct other main primary secondary alternate alternative alt backup "
            u"preferred pref e email e-mail mail emails mailto address contact arbeit privat geschaftlich "
            u"dienstlich beruflich adresse kontakt courriel travail bureau perso personnel professionnel "
            u"prive correo trabajo casa lavoro zakelijk internet smtp 会社 勤務先 仕事 個人 自宅 公司 工作 "
            u"个人 私人 家庭 회사 직장 개인 "
            u"דואר אימייל מייל עבודה בית بريد البريد ايميل عمل العمل");
    return kinds.contains(label) || fieldsByName().value(label) == Field::email;
}

/// Words that say more than what an address is for: they are kept.
bool isTellingLabel(const QString &label)
{
    static const QSet<QString> labels = wordSet(
            u"gmail googlemail google outlook hotmail live msn yahoo icloud apple mac aol proton protonmail "
            u"gmx web.de t-online zoho fastmail yandex qq naver exchange office365 linkedin old new");
    return labels.contains(label);
}

/// What people write in front of an address that is not to be used.
bool isAgainst(const QString &word)
{
    static const QSet<QString> words = wordSet(
            u"not never don't dont don’t bounced bounces bounce returned invalid wrong undeliverable "
            u"unsubscribed deceased inactive expired former nicht");
    return words.contains(labelOf(word));
}

/// Whom to ask.
bool isAsking(const QString &word)
{
    static const QSet<QString> asking = wordSet(u"ask attn attention care c/o via secretary");
    return asking.contains(labelOf(word));
}

/// What people write in front of an address that is another's: whom to ask, whose it is.
bool isOfOther(const QString &word)
{
    static const QSet<QString> desks = wordSet(u"sales team");
    const QStringList parts = wordsOfHeader(word);
    const bool isOwner = std::ranges::any_of(parts, [](const QString &part) {
        return somebodyElseWords().contains(part) && !desks.contains(part);
    });
    return isAsking(word) || isOwner || word == "EA"_L1 || word == "PA"_L1;
}

bool isSmall(const QString &word)
{
    return !word.isEmpty() && word[0].isLower();
}

/// "van", "e", "d'Ávila": small in names too.
bool isSmallInNames(const QString &word)
{
    return isParticle(word) || word.size() == 1 || (word.size() > 2 && (word[1] == u'\'' || word[1] == u'’'));
}

bool mayBeOfName(const QString &word)
{
    return hasLetter(word) && (!isSmall(word) || isSmallInNames(word));
}

/// A name of one word in a script that writes no blanks.
bool isWholeName(const QString &word)
{
    constexpr auto shortest = 2;
    constexpr auto longest = 6;
    return isEastAsian(word) && word.size() >= shortest && word.size() <= longest;
}

/// "Work Ann Lee", "Gmail Ann": the labels in front go, "Mac Jones" and "Tim New" are names.
void leaveLabelsInFront(QStringList &words, const QString &address)
{
    while (words.size() > 1 && isLabel(words.constFirst()) && !mailboxBears(address, words.constFirst())) {
        const QString rest = words.sliced(1).join(u' ');
        const bool isName = words.size() > 2 || isSilent(words.constFirst()) || mailboxBears(address, rest);
        if (!isName) {
            return;
        }
        words.removeFirst();
    }
}

/// Without what stands around a name; true for "Ann Lee:".
bool leaveSignsAround(QStringList &words)
{
    QString text = words.join(u' ').remove(u'"').trimmed();
    while (!text.isEmpty() && (text.endsWith(u'-') || text.endsWith(u'–') || text.endsWith(u','))) {
        text = text.chopped(1).trimmed(); // "Ann Lee - ann@x.example"
    }
    if (text.startsWith(u'(') && text.endsWith(u')')) {
        text = text.sliced(1).chopped(1);
    }
    const bool isCalled = text.endsWith(u':');
    text = isCalled ? text.chopped(1) : text;
    words = text.split(u' ', Qt::SkipEmptyParts);
    return isCalled;
}

/// "Never" of "Never Nguyen never.nguyen@x.example": the mailbox is named by it and by another word.
bool isOfMailbox(const QString &word, const QStringList &words, const QString &address)
{
    const QStringList parts = foldedWords(mailboxOf(address).replace(u'_', u' '));
    const auto bears = [&](const QString &one) { return parts.contains(labelOf(one)); };
    return parts.size() > 1 && bears(word)
            && std::ranges::any_of(words, [&](const QString &one) { return one != word && bears(one); });
}

/// "Coach" before "Di Fox di.fox@x.example": a title, where the mailbox is made of the whole name behind it.
bool isTitleOfName(const QString &word, const QStringList &words, const QString &address)
{
    const bool isTitle = !isSmall(word) && word.size() > 2 && isOfOther(word) && !isAsking(word)
            && !word.endsWith(u':') && std::ranges::all_of(words, mayBeOfName);
    const qsizetype behind = words.size() - words.indexOf(word) - 1;
    return isTitle && behind > 1 && isMadeOfNames(address, words.last(behind).join(u' '));
}

/// "Coach Di Fox", "Assistant Professor Bo Ek": the name without such titles.
void leaveTitlesInFront(QStringList &words, const QString &address)
{
    while (words.size() > 2 && isTitleOfName(words.constFirst(), words, address)) {
        words.removeFirst();
    }
}

/// One of the words tells; not where it ends a name, "Grace Call grace@x.example".
bool areAgainst(const QStringList &words, const QString &address, bool (*tells)(const QString &))
{
    const auto isTelling = [&](const QString &word) {
        return tells(word) && !(word == words.constFirst() && isCourtesyTitle(word)) // "Professor Ann Lee"
                && !isOfMailbox(word, words, address) && !isTitleOfName(word, words, address);
    };
    const auto first = std::ranges::find_if(words, isTelling);
    if (first == words.end()) {
        return false;
    }
    const QString before = QStringList(words.begin(), first).join(u' ');
    const bool endsName = first + 1 == words.end() && !isSmall(*first) && !first->endsWith(u':')
            && std::all_of(words.begin(), first, mayBeOfName) && mailboxBears(address, before);
    return !endsName;
}

/// True for "Mary Ann" before "Lee@x.example", "bob" before "roe@x.example": words that do not stand in the
/// mailbox and may be its beginning.
bool mayBeHalf(const QStringList &words, const QString &address)
{
    const QString mailbox = mailboxOf(address);
    const QString written = words.join(u' ');
    const bool isOfLetters = std::ranges::all_of(mailbox, [](QChar c) { return c.isLetter(); });
    if (!isOfLetters || !hasLetter(written.right(1)) || contacts::isSharedMailbox(address)
        || !areOfOneScript(written, mailbox) || mailboxBears(address, written)) {
        return false;
    }
    const bool isInCapitals = mailbox.size() > 1 && mailbox[0].isUpper()
            && std::all_of(mailbox.begin() + 1, mailbox.end(), [](QChar c) { return c.isLower(); });
    return isInCapitals || std::ranges::all_of(words, isSmall);
}

} // namespace

bool isOfSigns(const QString &word)
{
    return labelOf(word).isEmpty();
}

bool isSilent(const QString &word)
{
    static const QSet<QString> joining = wordSet(u"and or und oder et ou");
    const QString label = labelOf(word);
    return label.isEmpty() || joining.contains(label) || isKindOfPoint(label);
}

bool isNumbering(const QString &word)
{
    constexpr auto longest = 2;
    const QString label = labelOf(word);
    return label.size() <= longest && std::ranges::all_of(label, [](QChar c) { return c.isDigit(); });
}

bool isKindInBrackets(const QString &word)
{
    return (word.startsWith(u'(') || word.startsWith(u'[')) && isKindOfPoint(labelOf(word));
}

bool isLabel(const QString &word)
{
    return isSilent(word) || isTellingLabel(labelOf(word)) || isNumbering(word);
}

void leaveKindInFront(QStringList &words)
{
    const auto end = std::ranges::find_if(words, [](const QString &word) { return word.endsWith(u':'); });
    if (end != words.end() && std::all_of(words.begin(), end + 1, isSilent)) {
        words.erase(words.begin(), end + 1);
    }
}

QString nameIn(const QStringList &written, const QString &address)
{
    QStringList words = written;
    const bool isCalled = leaveSignsAround(words);
    leaveLabelsInFront(words, address);
    leaveTitlesInFront(words, address);
    const QString name = words.join(u' ');
    const bool bears = mailboxBears(address, name);
    const bool isInSmall = bears && std::ranges::all_of(words, isSmall); // "ann lee ann@x.example"
    const bool mayBe = !words.isEmpty() && (isInSmall || std::ranges::all_of(words, mayBeOfName))
            && std::ranges::none_of(name, [](QChar c) { return c.isDigit() || c == u':'; });
    if (!mayBe || bears || isCalled) {
        const bool isDesk = isCalled && contacts::isSharedMailbox(address); // "Acme Legal: legal@x.example"
        return mayBe && bears && !isDesk ? name : QString();
    }
    const bool hasCase = std::ranges::any_of(name, [](QChar c) { return c.isUpper(); });
    if (!hasCase && std::ranges::any_of(words, isSilent)) {
        return {}; // such labels are not told from names by their letters
    }
    const bool isName = words.size() == 1 ? isWholeName(name)
                                          : looksLikeFullName(name) && !isFirm(name) && !isJobTitle(name);
    return isName ? name : QString();
}

Beside besideOf(const QStringList &words, const QString &address)
{
    if (std::ranges::all_of(words, isLabel)) {
        return Beside::words;
    }
    if (areAgainst(words, address, isAgainst)) {
        return Beside::warning;
    }
    if (areAgainst(words, address, isOfOther)) {
        return Beside::others;
    }
    return mayBeHalf(words, address) ? Beside::half : Beside::words;
}

} // namespace crema::exchange
