// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/emailcells.h"

#include "base/text.h"
#include "exchange/addressentries.h"
#include "exchange/addressremarks.h"
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

/// What words are to the address in "<>" behind them: a name, if it is not "Do not use".
Beside besideOfAngle(const QStringList &words)
{
    return besideOfRemark(words) == Beside::warning ? Beside::warning : Beside::name;
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
            takeRemark(m_open.size());
        }
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
        takeRemark(sizeOfBrackets());
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
            found.beside = isAngled ? besideOfAngle(m_open) : besideOf(m_open, address);
            found.name = isAngled && found.name.isEmpty() ? found.words : found.name;
            found.name = found.beside == Beside::warning ? QString() : found.name;
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

    /// How many words "(do not use)" at the beginning are; 0 for anything else.
    [[nodiscard]] qsizetype sizeOfBrackets() const
    {
        if (m_open.isEmpty() || (!m_open[0].startsWith(u'(') && !m_open[0].startsWith(u'['))) {
            return 0;
        }
        const auto end = std::ranges::find_if(
                m_open, [](const QString &word) { return word.endsWith(u')') || word.endsWith(u']'); });
        return end == m_open.end() ? 0 : end - m_open.begin() + 1;
    }

    /// "a@x.example (do not use)", "a@x.example - bounced".
    void takeRemark(qsizetype count)
    {
        if (!m_isBehind || count == 0) {
            return;
        }
        CellAddress &found = m_cell.addresses.last();
        const QStringList remark = m_open.first(count);
        const Beside beside = besideOfRemark(remark);
        const bool isNamed = !found.name.isEmpty() && mailboxBears(found.address, found.name);
        if (beside == Beside::warning || (beside == Beside::others && !isNamed)) {
            addRemark(found, remark.join(u' '), beside);
            m_open.remove(0, count);
            m_isBehind = false;
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
    while (words.size() > 1 && isNumbering(words.constFirst())) {
        words.removeFirst(); // "1. Ann Lee", "- Ann Lee"
    }
    const bool isKind = std::ranges::all_of(words, isSilent) && nameIn(words, address).isEmpty();
    if (written.endsWith(u':') || isKind || !isEmailAddress(address)) {
        return false;
    }
    const QString label = u": "_s;
    const QString beside = words.join(u' ');
    const QString name = beside.sliced(beside.contains(label) ? beside.lastIndexOf(label) + label.size() : 0);
    const Beside kind = besideOfAngle(words);
    const QString whole = u"%1 <%2>"_s.arg(beside, address);
    cell.addresses << (isEmailAddress(name)              ? CellAddress {address}
                               : kind == Beside::warning ? CellAddress {address, kind, {}, beside, whole}
                                                         : CellAddress {address, kind, name, beside, whole});
    return true;
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
        for (const QString &piece : joinedEntries(cutAtStrokes(text), u" "_s, false)) {
            readPiece(cell, piece);
        }
    }
}

/// "ann@x.example; do not use": the only address is meant.
void takeRemarkBeside(EmailCell &cell)
{
    const auto isWarning = [](const QString &part) {
        return besideOfRemark(part.split(u' ', Qt::SkipEmptyParts)) == Beside::warning;
    };
    if (cell.addresses.size() == 1 && cell.addresses[0].isUsable()
        && std::ranges::any_of(cell.rest, isWarning)) {
        addRemark(cell.addresses[0], cell.rest.join(u", "_s), Beside::warning);
        cell.rest.clear();
    }
}

/// "Ann Lee" of "Ann Lee <ann(at)x.example>".
QString nameBeforeAngle(const QString &part)
{
    const auto open = part.indexOf(u'<');
    const bool isName = open > 0 && part.endsWith(u'>') && !part.left(open).trimmed().endsWith(u':');
    return isName ? decodedWords(part.left(open).remove(u'"').trimmed()) : QString();
}

/// "Ann Lee" of "Ann Lee do not use ann@x.example"; empty where nothing tells a name from what follows.
QString nameBefore(const CellAddress &found)
{
    const QStringList words = found.words.split(u' ', Qt::SkipEmptyParts);
    const auto end = std::ranges::find_if(words, [](const QString &word) { return !word[0].isUpper(); });
    const QStringList name(words.begin(), end);
    return name.size() > 1 && end != words.end() ? name.join(u' ') : QString();
}

} // namespace

bool EmailCell::hasAddress() const
{
    return std::ranges::any_of(addresses, &CellAddress::isUsable);
}

QString EmailCell::displayName() const
{
    const auto named = std::ranges::find_if(addresses, [](const CellAddress &found) {
        // "Ann Lee <ann@x.example> (bounced)" is still her name.
        return (found.isUsable() || found.beside == Beside::warning) && !found.name.isEmpty();
    });
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
        one.replace(u'：', u": "_s);
        if (one.contains("mailto:"_L1)) { // hardly ever
            one.replace(links, u" \\1"_s);
        }
        for (const QString &part : addressEntries(one)) {
            readPart(cell, part);
        }
    }
    takeRemarkBeside(cell);
    return cell;
}

QString withoutAddresses(const QString &text, QVector<CellAddress> &addresses)
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
        const QString words = found.name.isEmpty() && found.isUsable() ? found.words : found.name;
        names << (found.beside == Beside::half ? found.words : words.isEmpty() ? nameBefore(found) : words);
    }
    addresses += cell.addresses;
    names << cell.rest;
    names.removeAll(QString());
    return names.join(u"; "_s);
}

} // namespace crema::exchange
