// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/encodedwords.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace crema::mail {

namespace {

constexpr qsizetype maxLine = 76; // RFC 2047 section 2; RFC 5322 would allow 78
constexpr qsizetype maxWord = 75;
constexpr auto prefixB = "=?utf-8?B?";
constexpr auto prefixQ = "=?utf-8?Q?";
constexpr qsizetype frame = 12; // the prefix and "?="

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; });
}

/// What may stand bare in an encoded word wherever it is, also inside a name (RFC 2047 section 5 (3)).
bool isBare(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '!' || c == '*'
            || c == '+' || c == '-' || c == '/';
}

QByteArray quoted(const QByteArray &utf8)
{
    QByteArray out;
    for (const char c : utf8) {
        if (c == ' ') {
            out += '_';
        } else if (isBare(c)) {
            out += c;
        } else {
            out += '=' + QByteArray(1, c).toHex().toUpper();
        }
    }
    return out;
}

/// The first characters of `utf8` that fit into `room` octets of base64, whole characters only; a multiple of
/// three octets where there is one, so that words inside a run need no padding.
qsizetype base64Piece(const QByteArray &utf8, qsizetype room)
{
    const qsizetype limit = room / 4 * 3;
    if (utf8.size() <= limit) {
        return utf8.size();
    }
    qsizetype longest = 0;
    qsizetype unpadded = 0;
    for (qsizetype end = 1; end <= limit; ++end) {
        const bool betweenCharacters = (static_cast<unsigned char>(utf8[end]) & 0xC0) != 0x80;
        if (betweenCharacters) {
            longest = end;
            unpadded = end % 3 == 0 ? end : unpadded;
        }
    }
    return unpadded > 0 ? unpadded : longest;
}

qsizetype quotedPiece(const QByteArray &utf8, qsizetype room)
{
    qsizetype length = 0;
    qsizetype used = 0;
    while (length < utf8.size()) {
        qsizetype end = length + 1;
        while (end < utf8.size() && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80) {
            ++end;
        }
        used += quoted(utf8.mid(length, end - length)).size();
        if (used > room) {
            break;
        }
        length = end;
    }
    return length;
}

/// The text as a run of encoded words, one a line.
QByteArray encodedRun(const QString &text, qsizetype column)
{
    constexpr qsizetype leastRoom = 16; // less than the longest character takes: begin a new line instead
    QByteArray rest = text.toUtf8();
    const bool base64 = quoted(rest).size() > (rest.size() + 2) / 3 * 4;
    QByteArray out;
    if (maxLine - column < frame + leastRoom) {
        out = "\n ";
        column = 1;
    }
    while (!rest.isEmpty()) {
        const qsizetype room = std::min(maxWord, maxLine - column) - frame;
        const qsizetype length = base64 ? base64Piece(rest, room) : quotedPiece(rest, room);
        const QByteArray piece = rest.left(length);
        out += base64 ? prefixB + piece.toBase64() : prefixQ + quoted(piece);
        out += "?=";
        rest.remove(0, length);
        out += rest.isEmpty() ? "" : "\n ";
        column = 1;
    }
    return out;
}

/// ASCII words at most `maxLine` columns wide, folded before a blank.
QByteArray folded(const QByteArray &text, qsizetype column)
{
    QByteArray out;
    bool first = true;
    for (const QByteArray &word : text.split(' ')) {
        if (!first && column + 1 + word.size() > maxLine) {
            out += '\n';
            column = 0;
        }
        if (!first) {
            out += ' ';
            ++column;
        }
        out += word;
        column += word.size();
        first = false;
    }
    return out;
}

/// True when every word of the text can stand as it is and none can be taken for an encoded word.
bool standsAsItIs(const QString &text)
{
    return isAscii(text) && !text.contains(u"=?"_s) && text == text.simplified()
            && std::ranges::all_of(text.split(u' '),
                                   [](const QString &word) { return word.size() <= maxLine - 16; });
}

QByteArray encodedName(const QString &name, qsizetype column)
{
    static const QRegularExpression atoms(
            u"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$"_s);
    if (!standsAsItIs(name) || name.size() > maxLine - 16) {
        return encodedRun(name, column);
    }
    QByteArray bytes = name.toLatin1();
    if (!atoms.match(name).hasMatch()) {
        bytes = '"' + bytes.replace('\\', "\\\\").replace('"', "\\\"") + '"';
    }
    return bytes;
}

} // namespace

QByteArray encodedText(const QString &text, qsizetype column)
{
    return standsAsItIs(text) ? folded(text.toLatin1(), column) : encodedRun(text, column);
}

QByteArray encodedMailbox(const QString &name, const QByteArray &address, qsizetype column)
{
    if (name.isEmpty()) {
        return address;
    }
    QByteArray mailbox = encodedName(name, column);
    const qsizetype lineStart = mailbox.lastIndexOf('\n') + 1;
    const qsizetype used = (lineStart == 0 ? column : 0) + mailbox.size() - lineStart;
    mailbox += used + address.size() + 3 > maxLine ? "\n <" : " <";
    return mailbox + address + '>';
}

QByteArray readableWords(const QByteArray &headerValue)
{
    static const QRegularExpression word(uR"(=\?([^?\s]+)\?[Bb]\?([A-Za-z0-9+/=]*)\?=)"_s);
    const QString value = QString::fromLatin1(headerValue);
    QByteArray out;
    qsizetype done = 0;
    for (auto matches = word.globalMatch(value); matches.hasNext();) {
        const auto match = matches.next();
        const QByteArray bytes = QByteArray::fromBase64(match.capturedView(2).toLatin1());
        out += headerValue.mid(done, match.capturedStart() - done);
        out += "=?" + match.capturedView(1).toLatin1() + "?Q?" + quoted(bytes) + "?=";
        done = match.capturedEnd();
    }
    return out + headerValue.mid(done);
}

} // namespace crema::mail
