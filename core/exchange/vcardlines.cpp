// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/vcardlines.h"

#include "exchange/vcardtext.h"

#include <QByteArray>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// Index of the first `c` outside quotation marks.
qsizetype indexOutsideQuotes(QStringView text, QChar c)
{
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        quoted = text[i] == u'"' ? !quoted : quoted;
        if (!quoted && text[i] == c) {
            return i;
        }
    }
    return -1;
}

QList<QStringView> splitOutsideQuotes(QStringView text, QChar separator)
{
    QList<QStringView> parts;
    for (qsizetype at = indexOutsideQuotes(text, separator); at >= 0;
         at = indexOutsideQuotes(text, separator)) {
        parts << text.left(at);
        text = text.sliced(at + 1);
    }
    parts << text;
    return parts;
}

QString unquoted(QStringView text)
{
    QString value = text.trimmed().toString();
    value.remove(u'"');
    return value;
}

/// One line end for each of CR LF, LF and a lone CR.
bool isContinuation(std::string_view text, size_t at)
{
    return at < text.size() && (text[at] == ' ' || text[at] == '\t');
}

bool isQuotedPrintable(std::string_view line)
{
    const std::string_view head = line.substr(0, line.find(':'));
    const auto *const found =
            std::ranges::search(head, std::string_view("QUOTED-PRINTABLE"), [](char a, char b) {
                return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 32) : a) == b;
            }).begin();
    return found != head.end();
}

std::optional<int> hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 32);
    return lower >= 'a' && lower <= 'f' ? std::optional(lower - 'a' + 10) : std::nullopt;
}

QByteArray fromQuotedPrintable(const QByteArray &encoded)
{
    QByteArray bytes;
    bytes.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        const auto high = encoded[i] == '=' && i + 2 < encoded.size() ? hexDigit(encoded[i + 1])
                                                                      : std::nullopt;
        const auto low = high ? hexDigit(encoded[i + 2]) : std::nullopt;
        if (low) {
            bytes += static_cast<char>(*high * 16 + *low);
            i += 2;
        } else {
            bytes += encoded[i];
        }
    }
    return bytes;
}

/// RFC 6868: what must not stand in a parameter is written with a circumflex.
QString withoutCircumflex(QString value)
{
    if (value.contains(u'^')) {
        value.replace(u"^n"_s, u"\n"_s).replace(u"^'"_s, u"\""_s).replace(u"^^"_s, u"^"_s);
    }
    return value;
}

bool isEncoded(const VcardLine &line, std::initializer_list<QLatin1StringView> names)
{
    const QString encoding = line.parameter(u"ENCODING");
    return std::ranges::any_of(names, [&](QLatin1StringView name) {
        return encoding.compare(name, Qt::CaseInsensitive) == 0
                || (name.size() > 1 && line.hasType(QString(name)));
    });
}

/// Properties whose base64 is no text.
bool isBinary(const QString &name)
{
    return name == "PHOTO"_L1 || name == "LOGO"_L1 || name == "SOUND"_L1 || name == "KEY"_L1
            || name.startsWith("X-"_L1);
}

void readParameters(VcardLine &line, QStringView head)
{
    const auto parts = splitOutsideQuotes(head, u';');
    for (const QStringView part : parts.sliced(1)) {
        const auto equals = indexOutsideQuotes(part, u'=');
        const QString name = equals < 0 ? u"TYPE"_s : part.left(equals).trimmed().toString().toUpper();
        for (const QStringView value :
             splitOutsideQuotes(equals < 0 ? part : part.sliced(equals + 1), u',')) {
            // A quoted list: TYPE="voice,cell".
            const auto words = name == "TYPE"_L1 ? unquoted(value).split(u',')
                                                 : QStringList {unquoted(value)};
            for (const QString &word : words) {
                line.parameters.emplace_back(name, withoutCircumflex(word));
            }
        }
    }
}

bool readHead(VcardLine &line, QStringView head)
{
    QStringView name = head.left(head.indexOf(u';') < 0 ? head.size() : head.indexOf(u';')).trimmed();
    if (const auto dot = name.lastIndexOf(u'.'); dot >= 0) {
        line.group = name.left(dot).toString().toUpper();
        name = name.sliced(dot + 1);
    }
    line.name = name.toString().toUpper();
    const bool valid = !line.name.isEmpty() && std::ranges::all_of(line.name, [](QChar c) {
        return c.isLetterOrNumber() || c == u'-' || c == u'_';
    });
    if (valid) {
        readParameters(line, head);
    }
    return valid;
}

bool endsCard(std::string_view text)
{
    constexpr std::string_view end = "END:VCARD";
    return std::ranges::equal(text.substr(0, end.size()), end,
                              [](char a, char b) { return a == b || (a | 0x20) == (b | 0x20); });
}

} // namespace

bool VcardLine::hasType(QStringView type) const
{
    return std::ranges::any_of(parameters, [type](const auto &parameter) {
        return parameter.first == "TYPE"_L1 && type.compare(parameter.second, Qt::CaseInsensitive) == 0;
    });
}

QStringList VcardLine::types() const
{
    QStringList found;
    for (const auto &[key, word] : parameters) {
        if (key == "TYPE"_L1) {
            found << word.toLower();
        }
    }
    return found;
}

QString VcardLine::parameter(QStringView wanted) const
{
    const auto found = std::ranges::find_if(parameters,
                                            [wanted](const auto &p) { return p.first == wanted; });
    return found == parameters.end() ? QString() : found->second;
}

QStringList VcardLine::parts(QChar separator) const
{
    QStringList found(1);
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == u'\\' && i + 1 < value.size()) {
            const QChar next = value[++i];
            const bool isLineEnd = next == u'n' || next == u'N';
            // No escape, but a path ("C:\Temp"); programs do escape every mark there is ("http\://").
            const bool isText = next.isLetterOrNumber() && !isLineEnd;
            found.last() += isLineEnd ? u"\n"_s : isText ? QString(u'\\') + next : QString(next);
        } else if (value[i] == separator) {
            found << QString();
        } else {
            found.last() += value[i];
        }
    }
    return found;
}

QString VcardLine::text() const
{
    return parts(QChar()).join(QChar());
}

std::string_view VcardLines::physicalLine()
{
    const size_t end = std::min(m_text.find_first_of("\r\n", m_at), m_text.size());
    const std::string_view line = m_text.substr(m_at, end - m_at);
    m_at = end;
    if (m_at < m_text.size()) {
        m_at += m_text.substr(m_at).starts_with("\r\n") ? 2 : 1;
    }
    return line;
}

std::string VcardLines::logicalLine()
{
    std::string line(physicalLine());
    const bool soft = isQuotedPrintable(line);
    while (m_at < m_text.size()) {
        if (soft && line.ends_with('=')) {
            line.pop_back();
            if (endsCard(m_text.substr(m_at))) { // the text was cut at its soft break
                break;
            }
            line += physicalLine();
        } else if (isContinuation(m_text, m_at) && !line.empty()) {
            ++m_at;
            line += physicalLine();
        } else {
            break;
        }
    }
    return line;
}

QString VcardLines::decoded(const QByteArray &bytes, const QString &charset)
{
    const std::string_view view(bytes.constData(), static_cast<size_t>(bytes.size()));
    const bool isJapanese = view.contains("\x1B$"); // in ISO-2022-JP, whose bytes are ASCII
    if (isValidUtf8(view) && !isJapanese) {
        return QString::fromUtf8(bytes);
    }
    const QString known = isJapanese ? u"ISO-2022-JP"_s : m_encoding;
    const QString named = charset.isEmpty() ? known : charset;
    m_guessed = m_guessed || named.isEmpty();
    return fromCharset(view, named);
}

void VcardLines::decodeValue(VcardLine &line)
{
    if (isEncoded(line, {"QUOTED-PRINTABLE"_L1})) {
        line.value = decoded(fromQuotedPrintable(line.value.toUtf8()), line.parameter(u"CHARSET"));
        // A decoded line end is part of the value and not the start of an escape.
        line.value.replace(u"\r\n"_s, u"\n"_s);
    } else if (isEncoded(line, {"B"_L1, "BASE64"_L1}) && !isBinary(line.name)) {
        line.value = decoded(QByteArray::fromBase64(line.value.toLatin1()), line.parameter(u"CHARSET"));
    }
}

bool VcardLines::next(VcardLine &line)
{
    while (m_at < m_text.size()) {
        const QString text = QString::fromStdString(logicalLine());
        const auto colon = indexOutsideQuotes(text, u':');
        line = {};
        line.raw = text;
        if (colon <= 0 || !readHead(line, QStringView(text).left(colon))) {
            line.name.clear();
            return true;
        }
        line.value = text.sliced(colon + 1);
        decodeValue(line);
        return true;
    }
    return false;
}

} // namespace crema::exchange
