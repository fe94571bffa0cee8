// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/vcardtext.h"

#include "base/encodings.h"

#include <QByteArrayList>
#include <QList>
#include <QStringDecoder>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

/// The next line of `text` from `at` on with its folded continuation, as bytes.
QByteArray nextLine(std::string_view text, size_t &at)
{
    QByteArray line;
    bool more = true;
    while (more) {
        const size_t end = std::min(text.find_first_of("\r\n", at), text.size());
        line.append(text.data() + at, static_cast<qsizetype>(end - at));
        at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
        more = !line.isEmpty() && at < text.size() && (text[at] == ' ' || text[at] == '\t');
        at += more;
    }
    return line;
}

/// What a property says it is written in: "SHIFT_JIS" of `N;CHARSET=SHIFT_JIS:...`; empty when it does not.
QString charsetOf(const QByteArray &line)
{
    const QByteArray head = line.left(line.indexOf(':')).toUpper();
    for (const QByteArray &parameter : head.split(';')) {
        if (parameter.startsWith("CHARSET=")) {
            return QString::fromLatin1(parameter.sliced(8)).remove(u'"').trimmed();
        }
    }
    return {};
}

bool isKnownCharset(const QString &charset)
{
    return !charset.isEmpty() && QStringDecoder(charset.toLatin1().constData()).isValid();
}

} // namespace

bool looksLikeVcards(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(256).trimmed().toUpper();
    return head.startsWith("BEGIN:VCARD")
            || head.startsWith("\xEF\xBB\xBF"
                               "BEGIN:VCARD");
}

QString fromCharset(std::string_view bytes, const QString &charset)
{
    static const QStringList western {u"ISO-8859-1"_s, u"ISO8859-1"_s, u"LATIN1"_s, u"US-ASCII"_s,
                                      u"ASCII"_s};
    if (western.contains(charset, Qt::CaseInsensitive) || !isKnownCharset(charset)) {
        return fromWindows1252(bytes);
    }
    QStringDecoder decoder(charset.toLatin1().constData());
    return decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

Result<DecodedText> decodeVcards(const QByteArray &bytes, const QString &fileName, const DecodingWish &wish)
{
    const std::string_view text = viewOf(bytes);
    QByteArrayList lines;
    QList<qsizetype> unnamed; // lines that do not say what they are written in
    QByteArray unnamedBytes;
    for (size_t at = 0; at < text.size();) {
        QByteArray line = nextLine(text, at);
        if (!isValidUtf8(viewOf(line)) || line.contains('\x1B')) {
            if (const QString charset = charsetOf(line); isKnownCharset(charset)) {
                line = fromCharset(viewOf(line), charset).toUtf8();
            } else {
                unnamed << lines.size();
                unnamedBytes += line + '\n';
            }
        }
        lines << line;
    }
    DecodedText decoded;
    if (!unnamed.isEmpty()) {
        const auto rest = decodeText(unnamedBytes, fileName, wish);
        if (!rest) {
            return std::unexpected(rest.error());
        }
        const QByteArrayList restLines = rest->utf8.split('\n');
        for (qsizetype i = 0; i < unnamed.size(); ++i) {
            lines[unnamed[i]] = restLines.value(i);
        }
        decoded.encoding = rest->encoding;
        decoded.doubt = rest->doubt;
    }
    decoded.utf8 = lines.join('\n');
    return decoded;
}

} // namespace crema::exchange
