// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "truth/gate.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::truth {

namespace {

constexpr qsizetype longestGreeting = 18; // words; some names are long
constexpr qsizetype linesOfSignature = 10;

// The lines that are not blank, without white space around them.
QVector<Span> linesOf(const QString &text)
{
    QVector<Span> lines;
    qsizetype start = 0;
    while (start <= text.size()) {
        qsizetype end = text.indexOf(u'\n', start);
        end = end < 0 ? text.size() : end;
        qsizetype first = start;
        qsizetype last = end;
        while (first < last && text[first].isSpace()) {
            ++first;
        }
        while (last > first && text[last - 1].isSpace()) {
            --last;
        }
        if (last > first) {
            lines << Span {first, last - first};
        }
        start = end + 1;
    }
    return lines;
}

bool startsWithGreetingWord(const QString &line)
{
    static const QStringList greetings {
            u"hi"_s,      u"hello"_s,        u"hey"_s,      u"dear"_s,      u"good"_s,       u"greetings"_s,
            u"hallo"_s,   u"guten"_s,        u"liebe"_s,    u"lieber"_s,    u"sehr"_s,       u"moin"_s,
            u"servus"_s,  u"gruezi"_s,       u"bonjour"_s,  u"bonsoir"_s,   u"cher"_s,       u"chere"_s,
            u"salut"_s,   u"hola"_s,         u"buenos"_s,   u"buenas"_s,    u"estimado"_s,   u"estimada"_s,
            u"querido"_s, u"querida"_s,      u"ola"_s,      u"bom"_s,       u"boa"_s,        u"caro"_s,
            u"cara"_s,    u"prezado"_s,      u"prezada"_s,  u"ciao"_s,      u"buongiorno"_s, u"gentile"_s,
            u"hej"_s,     u"hei"_s,          u"hoi"_s,      u"beste"_s,     u"geachte"_s,    u"goedendag"_s,
            u"czesc"_s,   u"szanowny"_s,     u"szanowna"_s, u"dobry"_s,     u"dzien"_s,      u"ahoj"_s,
            u"vazeny"_s,  u"vazena"_s,       u"kedves"_s,   u"szia"_s,      u"merhaba"_s,    u"sayin"_s,
            u"salam"_s,   u"здравствуйте"_s, u"привет"_s,   u"уважаемый"_s, u"уважаемая"_s,  u"вітаю"_s,
            u"γεια"_s,    u"αγαπητε"_s,      u"αγαπητη"_s,  u"שלום"_s,      u"مرحبا"_s,      u"السلام"_s,
            u"नमस्ते"_s,
    };
    static const QStringList unspaced {u"您好"_s,       u"你好"_s,   u"こんにちは"_s, u"拝啓"_s,
                                       u"안녕하세요"_s, u"尊敬的"_s, u"สวัสดี"_s};
    const QStringList words = foldedWords(line);
    const bool spaced = !words.isEmpty() && greetings.contains(words.constFirst());
    return spaced || std::ranges::any_of(unspaced, [&](const QString &word) { return line.contains(word); });
}

// A line that greets and does nothing else.
bool isGreeting(const QString &line)
{
    if (wordCount(line) > longestGreeting || line.endsWith(u'?')) {
        return false;
    }
    const qsizetype comma = line.indexOf(u',');
    if (comma >= 0 && wordCount(line.sliced(comma + 1)) > 3) {
        return false;
    }
    if (startsWithGreetingWord(line)) {
        return sentencesOf(line).size() == 1;
    }
    static const QString ends = u",:!，：！、—–"_s;
    return ends.contains(line.back()) && wordCount(line) <= 6;
}

bool isSignOff(const QString &line)
{
    static const QSet<QString> bare {u"best"_s,
                                     u"best regards"_s,
                                     u"kind regards"_s,
                                     u"warm regards"_s,
                                     u"regards"_s,
                                     u"thanks"_s,
                                     u"thank you"_s,
                                     u"many thanks"_s,
                                     u"sincerely"_s,
                                     u"yours sincerely"_s,
                                     u"cheers"_s,
                                     u"all the best"_s,
                                     u"best wishes"_s,
                                     u"with best regards"_s,
                                     u"mit freundlichen grussen"_s,
                                     u"viele grusse"_s,
                                     u"cordialement"_s,
                                     u"saludos"_s};
    const bool closes = line.endsWith(u',') || line.endsWith(u'，') || line.endsWith(u'!')
            || line.endsWith(u'、');
    return bare.contains(foldedWords(line).join(u' ')) || (closes && wordCount(line) <= 5);
}

// Index of the first line of the signature, or the number of lines when the text does not end with it.
qsizetype signatureLine(const QString &body, const QVector<Span> &lines, const QString &signature)
{
    const QVector<Span> wanted = linesOf(signature);
    if (wanted.isEmpty() || wanted.size() > lines.size()) {
        return lines.size();
    }
    const qsizetype first = lines.size() - wanted.size();
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (cleanLine(lines[first + i].of(body)) != cleanLine(wanted[i].of(signature))) {
            return lines.size();
        }
    }
    return first;
}

// The line that signs off right before `end`; without a signature it may stand further up.
qsizetype signOffLine(const QString &body, const QVector<Span> &lines, qsizetype end)
{
    const qsizetype reach = end < lines.size() ? 1 : linesOfSignature;
    for (qsizetype i = end - 1; i > 0 && i >= end - reach; --i) {
        if (isSignOff(lines[i].of(body).toString())) {
            return i;
        }
    }
    return -1;
}

} // namespace

BodyParts partsOf(const QString &body, const QString &signature)
{
    BodyParts parts;
    const QVector<Span> lines = linesOf(body);
    if (lines.isEmpty()) {
        return parts;
    }
    qsizetype first = 0;
    if (isGreeting(lines.constFirst().of(body).toString())) {
        parts.greeting = lines.constFirst();
        first = 1;
    }
    qsizetype end = signatureLine(body, lines, signature);
    if (end < lines.size()) {
        parts.signature = {lines[end].start, lines.constLast().end() - lines[end].start};
    }
    if (const qsizetype signOff = signOffLine(body, lines, end); signOff >= first) {
        parts.signOff = lines[signOff];
        end = signOff;
    }
    if (end > first) {
        parts.text = {lines[first].start, lines[end - 1].end() - lines[first].start};
    }
    return parts;
}

int bodyWords(const QString &body, const QString &signature)
{
    return countWords(partsOf(body, signature).text.of(body));
}

QString openerOf(const QString &body, const QString &signature)
{
    const QStringView text = partsOf(body, signature).text.of(body);
    const QVector<Span> sentences = sentencesOf(text);
    return sentences.isEmpty() ? QString() : sentences.constFirst().of(text).toString();
}

} // namespace crema::truth
