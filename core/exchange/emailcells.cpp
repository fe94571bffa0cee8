// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/emailcells.h"

#include "base/text.h"
#include "exchange/addresswords.h"
#include "exchange/cellvalues.h"
#include "exchange/columncontent.h"
#include "exchange/encodedwords.h"
#include "exchange/mailboxes.h"
#include "exchange/personnames.h"
#include "model/contactdocument.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// Between the signs that part addresses, save those within "<>" and quotation marks: a quoted name may hold
/// a comma ("Roe, Jane" <jane@x.example>).
QStringList splitAt(const QString &value, QStringView separators)
{
    QStringList parts(1);
    bool quoted = false;
    bool angled = false;
    for (const QChar c : value) {
        quoted = c == u'"' ? !quoted : quoted;
        angled = c == u'<' || (angled && c != u'>');
        if (!quoted && !angled && separators.contains(c)) {
            parts << QString();
        } else {
            parts.last() += c;
        }
    }
    return parts;
}

/// Cut at the strokes between two things, not at that of "c/o" and "n/a".
QStringList cutAtStrokes(const QString &part)
{
    QStringList pieces;
    for (const QString &piece : part.split(u'/')) {
        const QString before = pieces.isEmpty() ? QString() : pieces.constLast().section(u' ', -1);
        const bool isWithinWord = !before.isEmpty() && !before.contains(u'@') && !piece.startsWith(u' ');
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
    while (begin < end && u"<([{\""_s.contains(word[begin])) {
        ++begin;
    }
    while (begin < end && u">)]}\""_s.contains(word[end - 1])) {
        --end;
    }
    const QString address = bareAddress(word.sliced(begin, end - begin));
    return isEmailAddress(address) ? address : QString();
}

/// Reads "a@x.example b@y.example", "Gmail: a@x.example", "a@x.example (work) after 5pm" word by word.
class WordsReader final
{
public:
    explicit WordsReader(EmailCell &cell) : m_cell(cell) { }

    void take(const QString &word)
    {
        const QString address = addressIn(word);
        const qsizetype colon = word.left(word.indexOf(u'@')).lastIndexOf(u':');
        if (!address.isEmpty()) {
            takeAddress(word, address);
        } else if (word.contains(u'@') && colon > 0 && !addressIn(word.sliced(colon + 1)).isEmpty()) {
            m_open << word.left(colon + 1); // "Email:ann@x.example"
            takeAddress(word.sliced(colon + 1), addressIn(word.sliced(colon + 1)));
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
            m_cell.rest << m_rest.join(u' ');
        }
    }

private:
    void takeAddress(const QString &word, const QString &address)
    {
        leaveKindBehind();
        leaveKindInFront(m_open);
        CellAddress found {address};
        const bool isAngled = word.startsWith(u'<') && !m_open.isEmpty()
                && !m_open.constLast().endsWith(u':');
        const auto isNothing = [this](const QString &w) {
            const bool isJoining = m_isBehind && w.size() == 1; // "y", "o", "e" of other languages
            return isSilent(w) || isNumbering(w) || isJoining;
        };
        if (!std::ranges::all_of(m_open, isNothing)) {
            found.words = m_open.join(u' ');
            found.written = found.words + u' ' + word;
            found.name = nameIn(m_open, address);
            found.beside = isAngled ? Beside::name : besideOf(m_open, address);
            found.name = isAngled && found.name.isEmpty() ? found.words : found.name;
        }
        m_isBehind = found.isUsable();
        const bool isKnown = found.beside == Beside::nothing && !m_cell.addresses.isEmpty()
                && m_cell.addresses.constLast().address == address; // "a@x.example<mailto:a@x.example>"
        m_cell.addresses << (isKnown ? QVector<CellAddress>() : QVector {found});
        m_open.clear();
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
        CellAddress &found = m_cell.addresses.last();
        const QString comment = m_open.join(u' ');
        const QString name = comment.startsWith(u'(') ? nameIn(m_open, found.address) : QString();
        if (!name.isEmpty() && found.beside == Beside::nothing) {
            found = {found.address, Beside::words, name, comment, found.address + u' ' + comment};
            m_open.clear();
        }
    }

    /// "a@x.example home", "a@x.example - after 5pm".
    void leaveSilent()
    {
        if (std::ranges::all_of(m_open, isSilent)) {
            m_open.clear();
        }
        while (!m_open.isEmpty() && isOfSigns(m_open.constFirst())) {
            m_open.removeFirst();
        }
    }

    EmailCell &m_cell;
    QStringList m_open; ///< since the last address
    QStringList m_rest;
    bool m_isBehind = false; ///< an address that may be used
};

/// Takes "Ann Lee <ann@x.example>"; false for anything else. A name may be any words ("Google", "Mac") save
/// what the address is for; what stands before a colon is a label.
bool takeAngled(EmailCell &cell, const QString &part)
{
    const auto open = part.indexOf(u'<');
    if (open < 0 || !part.endsWith(u'>')) {
        return false;
    }
    const QString written = decodedWords(part.left(open).remove(u'"').trimmed());
    const QString address = bareAddress(part.sliced(open + 1).chopped(1).trimmed());
    QStringList words = written.split(u' ', Qt::SkipEmptyParts);
    leaveKindInFront(words);
    const bool isKind = std::ranges::all_of(words, isSilent) && nameIn(words, address).isEmpty();
    if (written.endsWith(u':') || isKind || !isEmailAddress(address)) {
        return false;
    }
    const QString label = u": "_s;
    const QString beside = words.join(u' ');
    const QString name = beside.sliced(beside.contains(label) ? beside.lastIndexOf(label) + label.size() : 0);
    cell.addresses << (isEmailAddress(name) ? CellAddress {address}
                                            : CellAddress {address, Beside::name, name, beside,
                                                           u"%1 <%2>"_s.arg(beside, address)});
    return true;
}

/// What stands in front of the address in "Ann Lee, ann@x.example", "Roe, Jane <jane@x.example>" and "Al Fox,
/// CFA al@x.example" belongs to its name. `isOnly` is true where no other address stands beside.
bool belongsTo(const QString &before, const QString &part, bool isOnly)
{
    const bool mayBe = !before.trimmed().isEmpty() && !before.contains(u'@') && part.contains(u'@')
            && std::ranges::none_of(before, [](QChar c) { return c.isDigit(); });
    if (!mayBe) {
        return false;
    }
    const QString last = part.trimmed().section(u' ', -1);
    const QString address = addressIn(last);
    const QStringList words = before.split(u' ', Qt::SkipEmptyParts);
    const Beside beside = address.isEmpty() ? Beside::nothing : besideOf(words, address);
    if (beside == Beside::nothing || beside == Beside::warning || beside == Beside::others) {
        return false;
    }
    const QString behind = part.trimmed().chopped(last.size()).trimmed();
    const QString next = behind.section(u' ', 0, 0);
    const bool isSuffix = isCredential(next) || isGeneration(next);
    const bool isName = !nameIn(words, address).isEmpty() && mailboxBears(address, before);
    const bool isInName = !behind.isEmpty() && !isLabel(next)
            && (last.startsWith(u'<') || mailboxBears(address, behind));
    return isSuffix || (behind.isEmpty() ? isName : isOnly && isInName);
}

/// Parts with what belongs to them, as `belongsTo` tells.
QStringList joined(const QStringList &parts, const QString &separator, bool isOnly)
{
    QStringList whole;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        if (!whole.isEmpty() && belongsTo(*part, whole.constFirst(), isOnly)) {
            whole.first().prepend(part->trimmed() + separator);
        } else {
            whole.prepend(*part);
        }
    }
    return whole;
}

void readPiece(EmailCell &cell, const QString &piece)
{
    const QString text = cleanValue(piece);
    if (!text.isEmpty() && !text.contains(u'@')) {
        cell.rest << text;
        return;
    }
    WordsReader words(cell);
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        words.take(word);
    }
    words.finish();
}

void readPart(EmailCell &cell, const QString &part)
{
    const QString text = withoutApostrophes(cleanValue(part));
    if (text.isEmpty() || text.startsWith("/o="_L1, Qt::CaseInsensitive)) {
        return;
    }
    if (const QString bare = bareAddress(text); isEmailAddress(bare)) {
        cell.addresses << CellAddress {bare};
    } else if (!text.contains(u'@')) {
        cell.rest << text;
    } else if (!takeAngled(cell, text)) {
        for (const QString &piece : joined(cutAtStrokes(text), u" "_s, false)) {
            readPiece(cell, piece);
        }
    }
}

void readValue(EmailCell &cell, const QString &value)
{
    for (const QString &block : joined(splitAt(value, u";|\n"), u" "_s, false)) {
        const bool isOnly = block.count(u'@') == 1;
        for (const QString &part : joined(splitAt(block, u","), u", "_s, isOnly)) {
            readPart(cell, part);
        }
    }
}

/// "Ann Lee" of "Ann Lee <ann(at)x.example>".
QString nameBeforeAngle(const QString &part)
{
    const auto open = part.indexOf(u'<');
    const bool isName = open > 0 && part.endsWith(u'>') && !part.left(open).trimmed().endsWith(u':');
    return isName ? decodedWords(part.left(open).remove(u'"').trimmed()) : QString();
}

} // namespace

bool EmailCell::hasAddress() const
{
    return std::ranges::any_of(addresses, &CellAddress::isUsable);
}

QString EmailCell::displayName() const
{
    const auto named = std::ranges::find_if(
            addresses, [](const CellAddress &found) { return found.isUsable() && !found.name.isEmpty(); });
    if (named != addresses.end()) {
        return named->name;
    }
    const auto broken = std::ranges::find_if(
            rest, [](const QString &part) { return !nameBeforeAngle(part).isEmpty(); });
    return broken == rest.end() ? QString() : nameBeforeAngle(*broken);
}

bool isPlainAddress(const QString &value)
{
    const auto isNoPart = [](QChar c) { return c == u'?' || c == u'：'; };
    return isEmailAddress(value) && !value.startsWith(u'\'') && std::ranges::none_of(value, isNoPart);
}

EmailCell emailsFrom(const QString &value)
{
    EmailCell cell;
    if (isPlainAddress(value)) {
        cell.addresses << CellAddress {value};
        return cell;
    }
    static const QRegularExpression links(u"(?<=\\S)([<(\\[])(?=mailto:)"_s); // behind a copied address
    for (QString &one : joinedValues(value)) {
        readValue(cell, one.replace(u'：', u": "_s).replace(links, u" \\1"_s));
    }
    return cell;
}

QString withoutAddresses(const QString &text, QStringList &addresses)
{
    if (!text.contains(u'@')) { // nearly always
        return text;
    }
    const EmailCell cell = emailsFrom(text);
    if (cell.addresses.isEmpty()) {
        return text;
    }
    QStringList names;
    for (const CellAddress &found : cell.addresses) {
        const QString words = found.name.isEmpty() ? found.words : found.name;
        names << (found.isUsable() ? words : found.written);
        addresses << (found.isUsable() ? QStringList {found.address} : QStringList());
    }
    names << cell.rest;
    names.removeAll(QString());
    return names.join(u"; "_s);
}

} // namespace crema::exchange
