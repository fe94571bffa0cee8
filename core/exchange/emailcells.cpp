// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/emailcells.h"

#include "base/text.h"
#include "base/wordset.h"
#include "contacts/identity.h"
#include "exchange/cellvalues.h"
#include "exchange/columncontent.h"
#include "exchange/columns.h"
#include "exchange/encodedwords.h"
#include "model/contactdocument.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

QStringList splitAddresses(const QString &value)
{
    // A quoted display name may hold a comma ("Roe, Jane" <jane@x.example>).
    QStringList parts(1);
    bool quoted = false;
    bool angled = false;
    for (const QChar c : value) {
        quoted = c == u'"' ? !quoted : quoted;
        angled = c == u'<' || (angled && c != u'>');
        const bool separates = !quoted && !angled && (c == u',' || c == u';' || c == u'|' || c == u'\n');
        if (separates) {
            parts << QString();
        } else {
            parts.last() += c;
        }
    }
    return parts;
}

/// Cut at the strokes between two things, not at that of "c/o".
QStringList cutAtStrokes(const QString &part)
{
    QStringList pieces;
    for (const QString &piece : part.split(u'/')) {
        const bool isWithinWord = !pieces.isEmpty() && !pieces.constLast().contains(u'@')
                && !pieces.constLast().endsWith(u' ') && !piece.startsWith(u' ');
        if (isWithinWord) {
            pieces.last() += u'/' + piece;
        } else {
            pieces << piece;
        }
    }
    return pieces;
}

/// "mailto:jay@x.example?subject=hi", an address at the end of a sentence, half a bracket.
QString bareAddress(QString address)
{
    if (address.startsWith("mailto:"_L1, Qt::CaseInsensitive)) {
        address = address.sliced(7);
    }
    if (address.startsWith("smtp:"_L1, Qt::CaseInsensitive)) { // Exchange's proxy addresses
        address = address.sliced(5);
    }
    address = address.section(u'?', 0, 0);
    while (address.endsWith(u'.') || address.endsWith(u'>')) {
        address.chop(1);
    }
    return address;
}

/// The address of "<a@x.example>" and "(a@x.example)"; empty when the word is none.
QString addressIn(const QString &word)
{
    if (!word.contains(u'@')) {
        return {};
    }
    qsizetype begin = 0;
    qsizetype end = word.size();
    while (begin < end && u"<([{"_s.contains(word[begin])) {
        ++begin;
    }
    while (begin < end && u">)]}"_s.contains(word[end - 1])) {
        --end;
    }
    const QString address = bareAddress(word.sliced(begin, end - begin));
    return isEmailAddress(address) ? address : QString();
}

/// Without the signs around it: "work" of "(Work):", nothing of "-".
QString labelOf(const QString &word)
{
    const auto isText = [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); };
    const auto begin = std::find_if(word.begin(), word.end(), isText);
    const auto end = std::find_if(word.rbegin(), word.rend(), isText).base();
    return begin < end ? fold(QString(begin, end - begin)) : QString();
}

/// What an address is for, not whose.
bool isKindOfPoint(const QString &label)
{
    static const QSet<QString> kinds = wordSet(
            u"work home office business personal private school university uni college student alumni "
            u"company corporate direct other main primary secondary alternate alternative backup preferred "
            u"pref email e-mail mail emails mailto address contact arbeit privat geschaftlich dienstlich "
            u"beruflich adresse kontakt courriel travail bureau perso personnel professionnel prive correo "
            u"trabajo casa lavoro zakelijk internet smtp");
    return kinds.contains(label);
}

/// Words that say more than what an address is for: they are kept.
bool isTellingLabel(const QString &label)
{
    static const QSet<QString> labels = wordSet(
            u"gmail googlemail google outlook hotmail live msn yahoo icloud apple mac aol proton protonmail "
            u"gmx web.de t-online zoho fastmail yandex qq naver exchange office365 linkedin old new");
    return labels.contains(label);
}

bool isNumbering(const QString &label)
{
    constexpr auto longest = 2;
    return label.size() <= longest && std::ranges::all_of(label, [](QChar c) { return c.isDigit(); });
}

/// Tells nothing that is not known without it.
bool isSilent(const QString &word)
{
    static const QSet<QString> joining = wordSet(u"and or und oder et ou");
    const QString label = labelOf(word);
    return label.isEmpty() || joining.contains(label) || isKindOfPoint(label);
}

/// "(work)", "[home]" behind an address.
bool isKindInBrackets(const QString &word)
{
    return (word.startsWith(u'(') || word.startsWith(u'[')) && isKindOfPoint(labelOf(word));
}

/// What nobody is called and people write in front of an address: how or whether to use it.
bool isInstruction(const QString &word)
{
    static const QSet<QString> words = wordSet(
            u"ask call use via for please attn attention not never don't dont don’t send write reply care "
            u"c/o only after before until bounced bounces bounce returned invalid wrong undeliverable "
            u"unsubscribed deceased inactive expired former assistant secretary bitte nicht");
    return words.contains(labelOf(word)) || word == "EA"_L1 || word == "PA"_L1;
}

QString mailboxOf(const QString &address)
{
    return address.left(address.lastIndexOf(u'@'));
}

bool bears(const QString &address, const QString &word)
{
    constexpr auto telling = 2; // letters
    const QString folded = labelOf(word);
    return folded.size() >= telling && fold(mailboxOf(address)).contains(folded);
}

/// "Lee@x.example" behind "Mary Ann": the end of the name, and no address of hers.
bool mayEndName(const QString &address, const QStringList &words)
{
    const QString mailbox = mailboxOf(address);
    const bool isWritten = mailbox.size() > 1 && mailbox[0].isUpper()
            && std::all_of(mailbox.begin() + 1, mailbox.end(), [](QChar c) { return c.isLower(); });
    return isWritten && !contacts::isSharedMailbox(address)
            && std::ranges::none_of(words, [&](const QString &w) { return bears(address, w); });
}

bool mayBeOfName(const QString &word)
{
    const QString label = labelOf(word);
    return word.size() > 1 && word[0].isUpper() && !word.endsWith(u':') && !isKindOfPoint(label)
            && !isTellingLabel(label) && !isInstruction(word);
}

/// The name that is written beside an address, in brackets or quotation marks or without; empty when the
/// words are none.
QString nameIn(QString written, const QString &address)
{
    written.remove(u'"');
    if (written.startsWith(u'(') && written.endsWith(u')')) {
        written = written.sliced(1).chopped(1);
    }
    QStringList words = written.split(u' ', Qt::SkipEmptyParts);
    while (!words.isEmpty() && labelOf(words.constLast()).isEmpty() && !words.constLast().endsWith(u':')) {
        words.removeLast(); // "Ann Lee - ann@x.example"
    }
    if (words.isEmpty() || !std::ranges::all_of(words, mayBeOfName)) {
        return {};
    }
    constexpr auto telling = 2; // letters
    const QString name = words.join(u' ');
    const bool isName = words.size() == 1 ? name.size() > telling && bears(address, name)
                                          : looksLikeFullName(name) && !mayEndName(address, words);
    return isName && ownerOf(name) != ColumnOwner::somebodyElse ? name : QString();
}

void addAddress(EmailCell &cell, const QString &address, const QString &name, const QString &loose = {})
{
    cell.addresses << address;
    cell.names << name;
    cell.loose << loose;
    cell.displayName = cell.displayName.isEmpty() ? name : cell.displayName;
}

/// Reads "a@x.example b@y.example", "Gmail: a@x.example", "a@x.example (work) after 5pm" word by word.
class WordsReader final
{
public:
    explicit WordsReader(EmailCell &cell) : m_cell(cell) { }

    void take(const QString &word)
    {
        if (const QString address = addressIn(word); !address.isEmpty()) {
            takeAddress(word, address);
        } else {
            m_open << word;
        }
    }

    void finish()
    {
        leaveKindBehind();
        if (m_isBehind) {
            takeComment();
            leaveSilent();
        }
        m_rest << m_open;
        if (!m_rest.isEmpty()) {
            m_cell.rejected << m_rest.join(u' ');
        }
    }

private:
    void takeAddress(const QString &word, const QString &address)
    {
        leaveKindBehind();
        const bool isAngled = word.startsWith(u'<') && !m_open.isEmpty()
                && !m_open.constLast().endsWith(u':');
        const QString written = m_open.join(u' ');
        if (std::ranges::all_of(m_open, [this](const QString &w) { return isLabel(w); })) {
            addAddress(m_cell, address, {});
            std::ranges::copy_if(m_open, std::back_inserter(m_rest),
                                 [](const QString &w) { return isTellingLabel(labelOf(w)); });
            m_isBehind = true;
        } else if (const QString name = nameIn(written, address); !name.isEmpty() || isAngled) {
            addAddress(m_cell, address, name.isEmpty() ? written : name,
                       isAngled ? QString() : written + u' ' + word);
            m_isBehind = true;
        } else {
            m_rest << m_open << word;
            m_isBehind = false;
        }
        m_open.clear();
    }

    [[nodiscard]] bool isLabel(const QString &word) const
    {
        const QString label = labelOf(word);
        const bool isJoining = m_isBehind && label.size() == 1; // "y", "o", "e" of other languages
        return isSilent(word) || isJoining || isTellingLabel(label) || isNumbering(label);
    }

    void leaveKindBehind()
    {
        if (m_isBehind && !m_open.isEmpty() && isKindInBrackets(m_open.constFirst())) {
            m_open.removeFirst();
        }
    }

    /// The name of "ann@x.example (Ann Lee)" (RFC 5322, 3.2.2).
    void takeComment()
    {
        const QString comment = m_open.join(u' ');
        const QString address = m_cell.addresses.constLast();
        const QString name = comment.startsWith(u'(') ? nameIn(comment, address) : QString();
        if (!name.isEmpty() && m_cell.names.constLast().isEmpty()) {
            m_cell.names.last() = name;
            m_cell.loose.last() = address + u' ' + comment;
            m_cell.displayName = m_cell.displayName.isEmpty() ? name : m_cell.displayName;
            m_open.clear();
        }
    }

    /// "a@x.example home", "a@x.example - after 5pm".
    void leaveSilent()
    {
        if (std::ranges::all_of(m_open, isSilent)) {
            m_open.clear();
        }
        while (!m_open.isEmpty() && labelOf(m_open.constFirst()).isEmpty()) {
            m_open.removeFirst();
        }
    }

    EmailCell &m_cell;
    QStringList m_open; ///< since the last address
    QStringList m_rest;
    bool m_isBehind = false; ///< an address that was taken
};

/// Takes "Ann Lee <ann@x.example>"; false for anything else.
bool takeAngled(EmailCell &cell, const QString &part)
{
    const auto open = part.indexOf(u'<');
    if (open < 0 || !part.endsWith(u'>')) {
        return false;
    }
    const QString name = decodedWords(part.left(open).remove(u'"').trimmed());
    const QString address = bareAddress(part.sliced(open + 1).chopped(1).trimmed());
    const bool isLabel = std::ranges::all_of(name.split(u' ', Qt::SkipEmptyParts), [](const QString &word) {
        return isSilent(word) || isTellingLabel(labelOf(word));
    });
    if (name.endsWith(u':') || isLabel) {
        return false;
    }
    if (!isEmailAddress(address)) {
        cell.displayName = cell.displayName.isEmpty() ? name : cell.displayName;
        return false;
    }
    addAddress(cell, address, isEmailAddress(name) ? QString() : name);
    return true;
}

void readAddress(EmailCell &cell, const QString &part)
{
    const QString address = withoutApostrophes(cleanValue(part));
    if (address.isEmpty() || address.startsWith("/o="_L1, Qt::CaseInsensitive)) {
        return;
    }
    if (const QString bare = bareAddress(address); isEmailAddress(bare)) {
        addAddress(cell, bare, {});
        return;
    }
    if (takeAngled(cell, address)) {
        return;
    }
    if (!address.contains(u'@')) {
        cell.rejected << address;
        return;
    }
    for (const QString &piece : cutAtStrokes(address)) {
        WordsReader words(cell);
        for (const QString &word : piece.split(u' ', Qt::SkipEmptyParts)) {
            words.take(word);
        }
        words.finish();
    }
}

} // namespace

bool isPlainAddress(const QString &value)
{
    return isEmailAddress(value) && !value.startsWith(u'\'') && !value.contains(u'?');
}

EmailCell emailsFrom(const QString &value)
{
    EmailCell cell;
    if (isPlainAddress(value)) {
        addAddress(cell, value, {});
        return cell;
    }
    for (const QString &joined : joinedValues(value)) {
        for (const QString &part : splitAddresses(joined)) {
            readAddress(cell, part);
        }
    }
    return cell;
}

QString withoutAddresses(const QString &text, QStringList &addresses)
{
    if (!text.contains(u'@')) { // nearly always
        return text;
    }
    QStringList words;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (const QString address = addressIn(word); !address.isEmpty()) {
            addresses << address;
        } else {
            words << word;
        }
    }
    return std::ranges::all_of(words, isSilent) ? QString() : words.join(u' ');
}

} // namespace crema::exchange
