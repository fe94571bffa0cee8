// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/addressremarks.h"

#include "base/text.h"
#include "base/wordset.h"
#include "exchange/columncontent.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr qsizetype longest = 12; // words of such a remark

/// Without the words in front that tell nothing: "please", "this address is".
QStringList withoutBeginning(QStringList words)
{
    static const QSet<QString> silent = wordSet(
            u"please pls note this the it that is was has been are email e mail mailbox address account "
            u"adresse "
            u"now currently already permanently hard work i we you do does did should must may bitte old");
    while (words.size() > 1 && silent.contains(words.constFirst())) {
        words.removeFirst();
    }
    return words;
}

/// "not in use", "never email", "nicht mehr": what is denied is the use, not "not on Fridays" or "no reply
/// yet".
bool isDenied(const QStringList &words)
{
    static const QSet<QString> negations = wordSet(
            u"not never dont doesnt isnt cant cannot nicht ne nest non nao nie не");
    static const QSet<QString> uses = wordSet(
            u"use used using email mail contact write send valid correct exist exists existing hers his "
            u"theirs "
            u"deliverable delivered reachable monitored mehr benutzen benutzt verwenden gultig schreiben "
            u"plus "
            u"utiliser usar usare utilizar utilizzare valide valido valida uzywac использовать писать");
    static const QSet<QString> states = wordSet(u"work works working active current aktiv"); // hers or its
    static const QSet<QString> ofNo = wordSet(u"longer usar utilizar valido valida");
    constexpr qsizetype near = 3; // words
    if (words.constFirst() == "no"_L1) {
        return ofNo.contains(words.value(1));
    }
    return negations.contains(words.constFirst())
            && (states.contains(words.constLast())
                || std::ranges::any_of(words.mid(1, near),
                                       [](const QString &word) { return uses.contains(word); }));
}

bool isWarning(const QString &text, const QStringList &words)
{
    static const QSet<QString> dead = wordSet(
            u"bounced bounces bounce bouncing returned invalid wrong incorrect undeliverable undelivered "
            u"unsubscribed deceased inactive expired obsolete defunct dead outdated disabled deactivated "
            u"unused "
            u"ungultig veraltet invalide invalido incorrecto недействителен");
    static const QSet<QString> wholes = wordSet(
            u"former|former address|former email|former employer|former work|former job|out of date|out of "
            u"use|"
            u"opted out|opt out|left company|left the company|left the firm|left firm",
            u'|');
    static const QStringList unspaced {u"勿用"_s, u"请勿"_s, u"不要用"_s, u"不要使用"_s, u"停用"_s,
                                       u"無効"_s, u"无效"_s, u"已失效"_s, u"使用不可"_s};
    const QStringList rest = withoutBeginning(words);
    return dead.contains(rest.constFirst()) || wholes.contains(rest.join(u' ')) || isDenied(rest)
            || std::ranges::any_of(unspaced, [&](const QString &part) { return text.contains(part); });
}

/// "assistant", "my wife's email", "assistant: Zoe Fox"; "Assistant Professor" and "assistant to the CEO" are
/// what somebody does.
bool isOfRelation(const QStringList &written, QStringList words)
{
    static const QSet<QString> owners = wordSet(
            u"my his her their our its the an a sein ihr seine ihre son sa");
    static const QSet<QString> relations = wordSet(
            u"assistant assistants secretary secretarys wife wifes husband husbands spouse spouses mother "
            u"mothers "
            u"mom moms mum mums father fathers dad dads parent parents sister sisters brother brothers "
            u"colleague "
            u"colleagues coworker assistent assistentin sekretarin sekretariat ehefrau ehemann kollege "
            u"kollegin "
            u"assistante secretaire epouse asistente secretaria esposa marito moglie segretaria ea");
    static const QSet<QString> things = wordSet(u"email e mail address account mailbox inbox");
    bool isOwned = false;
    while (words.size() > 1 && owners.contains(words.constFirst())) {
        words.removeFirst();
        isOwned = true;
    }
    const bool isPersonalAssistant = isOwned && words.constFirst() == "pa"_L1;
    const bool isEa = words.constFirst() == "ea"_L1;
    if ((!relations.contains(words.constFirst()) && !isPersonalAssistant)
        || (isEa && !written.join(u' ').contains("EA"_L1))) {
        return false;
    }
    words.removeFirst();
    if (std::ranges::all_of(words, [](const QString &word) { return things.contains(word); })) {
        return true;
    }
    const auto isName = [](const QString &word) { return hasLetter(word) && !word[0].isLower(); };
    const QStringList names = written.last(std::min(words.size(), written.size()));
    const bool isCalled = std::ranges::any_of(written, [](const QString &w) { return w.contains(u':'); });
    const bool isSmall = std::ranges::any_of(written[0], [](QChar c) { return c.isLower(); })
            && std::ranges::none_of(written[0], [](QChar c) { return c.isUpper(); });
    return (isCalled || isSmall || isOwned || isEa) && std::ranges::all_of(names, isName)
            && !isJobTitle(names.join(u' '));
}

} // namespace

Beside besideOfRemark(const QStringList &words)
{
    const QString text = words.join(u' ');
    const QStringList folded = words.size() > longest ? QStringList() : foldedWords(text);
    if (folded.isEmpty()) {
        return Beside::words;
    }
    if (isWarning(text, folded)) {
        return Beside::warning;
    }
    return isOfRelation(words, folded) ? Beside::others : Beside::words;
}

void addRemark(CellAddress &found, const QString &remark, Beside beside)
{
    found.written = (found.written.isEmpty() ? found.address : found.written) + u' ' + remark;
    found.words = QString(found.words + u' ' + remark).trimmed();
    found.beside = beside;
}

} // namespace crema::exchange
