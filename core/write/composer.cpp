// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/composer.h"

#include "truth/sentences.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

void collect(QVector<Rendered> &pieces, const std::optional<Rendered> &piece)
{
    if (piece) {
        pieces << *piece;
    }
}

// The pieces of each paragraph, in order.
QVector<QVector<Rendered>> paragraphsOf(const Parts &parts)
{
    QVector<QVector<Rendered>> paragraphs(3);
    paragraphs[0] << parts.opener;
    collect(paragraphs[0], parts.reason);
    collect(paragraphs[0], parts.detail);
    collect(paragraphs[1], parts.introduction);
    collect(paragraphs[1], parts.moreAboutMe);
    collect(paragraphs[1], parts.resume);
    collect(paragraphs[2], parts.ask);
    paragraphs[2] << parts.fillers;
    collect(paragraphs[2], parts.closing);
    return paragraphs;
}

int wordsOf(const Parts &parts)
{
    return truth::countWords(textOf(parts));
}

QSet<QString> usedIn(const Parts &parts)
{
    QSet<QString> used;
    for (const auto &paragraph : paragraphsOf(parts)) {
        for (const Rendered &piece : paragraph) {
            used.unite(piece.used);
        }
    }
    if (used.contains(u"schoolShort"_s)) {
        used.insert(u"sharedSchool"_s); // another name for it
    }
    return used;
}

// What can be left out, the least needed first.
void shorten(Parts &parts, const LengthRoom &room)
{
    for (auto part : {&Parts::moreAboutMe, &Parts::detail}) {
        if (wordsOf(parts) > room.pleasant) {
            (parts.*part).reset();
        }
    }
    for (auto part : {&Parts::introduction, &Parts::reason}) {
        if (wordsOf(parts) > room.most) {
            (parts.*part).reset();
        }
    }
}

// What is left of a piece without sentences that are not wanted; nothing when no sentence is left.
std::optional<Rendered> withoutSentences(const Rendered &piece, const QStringList &dropped)
{
    QStringList kept;
    const auto sentences = truth::sentencesOf(piece.text);
    for (const truth::Span &span : sentences) {
        const QString sentence = span.of(piece.text).toString();
        if (!dropped.contains(sentence, Qt::CaseInsensitive)) {
            kept << sentence;
        }
    }
    if (kept.size() == sentences.size() || !piece.claims.isEmpty()) {
        return piece;
    }
    Rendered rest = piece;
    rest.text = kept.join(u' ');
    return kept.isEmpty() ? std::nullopt : std::optional(rest);
}

} // namespace

LengthRoom roomFor(MailLength length)
{
    switch (length) {
    case MailLength::brief:
        return {.least = 52, .pleasant = 66, .most = 84};
    case MailLength::medium:
        return {};
    case MailLength::full:
        return {.least = 96, .pleasant = 134, .most = 138};
    }
    return {};
}

Composer::Composer(const Variables &variables, const MailTemplate &common, const QString &saidBefore,
                   ComposerStyle style)
    : m_variables(variables), m_common(common), m_saidBefore(saidBefore), m_style(std::move(style))
{
}

void Composer::dropSentences(Parts &parts) const
{
    if (m_style.dropped.isEmpty()) {
        return;
    }
    for (auto part : {&Parts::detail, &Parts::moreAboutMe, &Parts::closing}) {
        if (parts.*part) {
            parts.*part = withoutSentences(*(parts.*part), m_style.dropped);
        }
    }
}

QVector<Rendered> Composer::options(const Slot &slot, quint64 turn) const
{
    QVector<Rendered> found;
    for (const auto &group : slot) {
        const auto count = static_cast<quint64>(group.size());
        for (quint64 i = 0; i < count; ++i) {
            const auto piece = group[static_cast<qsizetype>((turn + i) % count)].render(m_variables);
            if (piece && !piece->text.isEmpty() && !repeats(piece->text)) {
                found << *piece;
            }
        }
    }
    return found;
}

bool Composer::repeats(const QString &text) const
{
    return !m_saidBefore.isEmpty()
            && std::ranges::any_of(truth::sentencesOf(text), [&](const truth::Span &sentence) {
                   return m_saidBefore.contains(sentence.of(text));
               });
}

std::optional<Rendered> Composer::pick(const MailTemplate &mailTemplate, const QString &slotName,
                                       quint64 turn) const
{
    const QString toned = slotName + u'_' + toneName(m_style.tone);
    for (const MailTemplate *from : {&mailTemplate, &m_common}) {
        for (const QString &name : {toned, slotName}) {
            if (const QVector<Rendered> found = options(from->slot(name), turn); !found.isEmpty()) {
                return found.constFirst();
            }
        }
    }
    return std::nullopt;
}

// The best one that says nothing a second time; higher turns take later ones.
std::optional<Rendered> Composer::pickNew(const MailTemplate &mailTemplate, const QString &slotName,
                                          quint64 turn, const QSet<QString> &used) const
{
    QVector<Rendered> found = options(mailTemplate.slot(slotName) + m_common.slot(slotName), 0);
    found.removeIf([&](const Rendered &piece) { return piece.used.intersects(used); });
    if (found.isEmpty()) {
        return std::nullopt;
    }
    return found[static_cast<qsizetype>(turn % static_cast<quint64>(found.size()))];
}

Parts Composer::compose(const MailTemplate &mailTemplate, const Rendered &opener, quint64 turn,
                        bool attachResume, const LengthRoom &room) const
{
    Parts parts;
    parts.opener = opener;
    const QVector<Rendered> reasons = options(mailTemplate.slot(u"reasons"_s), 0);
    const QVector<Rendered> known = reasons.isEmpty() ? options(m_common.slot(u"reasons"_s), 0) : reasons;
    if (!known.isEmpty()) {
        parts.reason = known[static_cast<qsizetype>(turn % static_cast<quint64>(known.size()))];
    }
    parts.ask = pick(mailTemplate, u"asks"_s, turn / 3);
    parts.closing = pick(mailTemplate, u"closings"_s, turn / 11);
    parts.introduction = pick(mailTemplate, u"introductions"_s, turn / 5);
    if (attachResume) {
        parts.resume = pick(mailTemplate, u"resume"_s, turn / 7);
    }
    // What the two share comes before anything else there is to say.
    parts.detail = pickNew(mailTemplate, u"ties"_s, 0, usedIn(parts));
    if (!parts.detail) {
        parts.detail = pickNew(mailTemplate, u"details"_s, turn / 1009, usedIn(parts));
    }
    parts.moreAboutMe = pickNew(mailTemplate, u"more_about_me"_s, 0, usedIn(parts));
    dropSentences(parts);
    shorten(parts, room);
    for (const Rendered &filler : options(m_common.slot(u"fillers"_s), 0)) {
        if (wordsOf(parts) < room.least && !m_style.dropped.contains(filler.text, Qt::CaseInsensitive)) {
            parts.fillers << filler;
        }
    }
    return parts;
}

QString textOf(const Parts &parts)
{
    QStringList paragraphs;
    for (const auto &pieces : paragraphsOf(parts)) {
        QStringList sentences;
        for (const Rendered &piece : pieces) {
            sentences << piece.text;
        }
        if (!sentences.isEmpty()) {
            paragraphs << sentences.join(u' ');
        }
    }
    return paragraphs.join(u"\n\n"_s);
}

QVector<Claim> claimsOf(const Parts &parts)
{
    QVector<Claim> claims;
    for (const auto &pieces : paragraphsOf(parts)) {
        for (const Rendered &piece : pieces) {
            for (const Claim &claim : piece.claims) {
                if (!claims.contains(claim)) {
                    claims << claim;
                }
            }
        }
    }
    return claims;
}

} // namespace crema::write
