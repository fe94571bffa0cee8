// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of LDIF, RFC 2849.
#include "exchange/ldifentries.h"

#include <algorithm>
#include <string>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// Of "mail", "cn;lang-ja", "2.5.4.3": what may stand before the colon.
bool isName(std::string_view name)
{
    return !name.empty() && name.size() < 200
            && std::ranges::all_of(
                    name,
                    [](char c) {
                        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                                || c == '-' || c == '_' || c == '.' || c == ';';
                    });
}

bool beginsWithDn(std::string_view line)
{
    return line.size() > 2 && (line[0] | 32) == 'd' && (line[1] | 32) == 'n' && line[2] == ':';
}

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

void addLine(LdifEntry &entry, std::string_view line)
{
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos || !isName(line.substr(0, colon))) {
        if (line != "-") { // between the parts of a change
            entry.strayLines << textOf(line);
        }
        return;
    }
    LdifAttribute attribute;
    attribute.name = textOf(line.substr(0, colon));
    attribute.key = attribute.name.section(u';', 0, 0).toLower();
    line.remove_prefix(colon + 1);
    if (line.starts_with(':')) {
        attribute.source = LdifAttribute::Source::base64;
    } else if (line.starts_with('<')) {
        attribute.source = LdifAttribute::Source::url;
    }
    line.remove_prefix(attribute.source == LdifAttribute::Source::text ? 0 : 1);
    const QByteArray value =
            QByteArrayView(line.data(), static_cast<qsizetype>(line.size())).trimmed().toByteArray();
    attribute.value = value;
    if (attribute.source == LdifAttribute::Source::base64) {
        const auto decoded = QByteArray::fromBase64Encoding(value, QByteArray::AbortOnBase64DecodingErrors);
        attribute.value = decoded ? *decoded : value;
        attribute.source = decoded ? LdifAttribute::Source::base64 : LdifAttribute::Source::text;
    }
    entry.attributes.push_back(std::move(attribute));
}

} // namespace

const LdifAttribute *LdifEntry::find(QLatin1StringView key) const
{
    const auto found = std::ranges::find(attributes, key, &LdifAttribute::key);
    return found == attributes.end() ? nullptr : &*found;
}

QStringList LdifEntry::classes() const
{
    QStringList names;
    for (const LdifAttribute &attribute : attributes) {
        if (attribute.key == "objectclass"_L1) {
            names << QString::fromUtf8(attribute.value).toLower();
        }
    }
    return names;
}

std::optional<std::string_view> LdifEntries::physicalLine()
{
    if (m_at >= m_text.size()) {
        return std::nullopt;
    }
    const size_t end = std::min(m_text.find('\n', m_at), m_text.size());
    std::string_view line = m_text.substr(m_at, end - m_at);
    m_at = std::min(end + 1, m_text.size());
    ++m_line;
    line.remove_suffix(line.ends_with('\r') ? 1 : 0);
    return line;
}

bool LdifEntries::continues() const
{
    return m_at < m_text.size() && m_text[m_at] == ' ';
}

bool LdifEntries::next(LdifEntry &entry)
{
    entry = {};
    for (size_t start = m_at; const auto line = physicalLine(); start = m_at) {
        if (isBlank(*line)) {
            if (!entry.attributes.empty() || !entry.strayLines.isEmpty()) {
                return true;
            }
            continue;
        }
        const int begin = m_line;
        std::string folded;
        std::string_view whole = *line;
        if (continues()) {
            folded = *line;
            while (continues()) {
                folded += physicalLine()->substr(1);
            }
            whole = folded;
        }
        if (whole.starts_with('#')) {
            continue;
        }
        const bool isDn = beginsWithDn(whole);
        if (isDn && entry.find("dn"_L1)) { // the empty line between two entries is missing
            m_at = start;
            m_line = begin - 1;
            return true;
        }
        entry.line = entry.line == 0 || isDn ? begin : entry.line;
        addLine(entry, whole);
    }
    return !entry.attributes.empty() || !entry.strayLines.isEmpty();
}

} // namespace crema::exchange
