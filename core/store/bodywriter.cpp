// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bodywriter.h"

#include <algorithm>
#include <array>

namespace crema::store {

namespace {

/// Nothing to escape. Looks at all of it, which processors do many characters at a time.
bool isPlain(QStringView text)
{
    unsigned odd = 0;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        odd |= static_cast<unsigned>(u < 0x20) | static_cast<unsigned>(u >= 0x80)
                | static_cast<unsigned>(u == u'"') | static_cast<unsigned>(u == u'\\');
    }
    return odd == 0;
}

void appendEscaped(std::string &bytes, char c)
{
    static constexpr std::array<const char *, 0x20> control {
            "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007",
            "\\b",     "\\t",     "\\n",     "\\u000b", "\\f",     "\\r",     "\\u000e", "\\u000f",
            "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017",
            "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f"};
    if (c == '"' || c == '\\') {
        bytes += '\\';
        bytes += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
        bytes += control[static_cast<unsigned char>(c)];
    } else {
        bytes += c;
    }
}

} // namespace

BodyWriter::BodyWriter(const Json &others) : m_others(others), m_next(others.begin())
{
    m_bytes.reserve(1024);
    m_bytes += '{';
}

/// Comes to the place of `key`, behind the others that stand before it.
void BodyWriter::pass(std::string_view key)
{
    while (m_depth == 0 && m_next != m_others.end() && m_next.key() <= key) {
        m_clash = m_clash || m_next.key() == key;
        writeOther();
    }
}

/// Our own keys are plain ASCII.
void BodyWriter::begin(std::string_view key)
{
    pass(key);
    m_bytes += m_bytes.back() == '{' ? "\"" : ",\"";
    m_bytes += key;
    m_bytes += "\":";
}

void BodyWriter::writeOther()
{
    if (m_bytes.back() != '{') {
        m_bytes += ',';
    }
    appendText(m_next.key());
    m_bytes += ':';
    const QByteArray value = toBytes(*m_next);
    m_bytes.append(value.constData(), static_cast<size_t>(value.size()));
    ++m_next;
}

void BodyWriter::text(std::string_view key, const QString &value)
{
    begin(key);
    appendText(value);
}

void BodyWriter::texts(std::string_view key, const std::vector<std::string> &values)
{
    if (values.empty()) {
        pass(key);
        return;
    }
    begin(key);
    m_bytes += '[';
    for (const std::string &value : values) {
        if (m_bytes.back() != '[') {
            m_bytes += ',';
        }
        appendText(value);
    }
    m_bytes += ']';
}

void BodyWriter::trueIf(std::string_view key, bool value)
{
    if (!value) {
        pass(key);
        return;
    }
    begin(key);
    m_bytes += "true";
}

bool BodyWriter::finish()
{
    while (m_next != m_others.end()) {
        writeOther();
    }
    m_bytes += '}';
    return !m_clash;
}

void BodyWriter::appendText(const QString &value)
{
    if (!isPlain(value)) {
        const QByteArray utf8 = value.toUtf8();
        appendText(std::string_view(utf8.constData(), static_cast<size_t>(utf8.size())));
        return;
    }
    const size_t start = m_bytes.size();
    const size_t end = start + static_cast<size_t>(value.size()) + 2;
    m_bytes.resize_and_overwrite(end, [&](char *bytes, size_t) { // which may be told a larger size (GCC 12)
        bytes[start] = '"';
        std::ranges::transform(value, bytes + start + 1,
                               [](QChar c) { return static_cast<char>(c.unicode()); });
        bytes[end - 1] = '"';
        return end;
    });
}

void BodyWriter::appendText(std::string_view utf8)
{
    m_bytes += '"';
    for (const char c : utf8) {
        appendEscaped(m_bytes, c);
    }
    m_bytes += '"';
}

} // namespace crema::store
