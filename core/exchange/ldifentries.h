// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <string_view>
#include <vector>

namespace crema::exchange {

/// One line of an entry: `mail;lang-de: a@x.example`.
struct LdifAttribute
{
    enum class Source {
        text,
        base64, ///< `value` is decoded
        url, ///< what it names is not fetched
    };

    QString name; ///< "mail;lang-de", as written
    QString key; ///< "mail"
    QByteArray value;
    Source source = Source::text;

    [[nodiscard]] bool hasOptions() const { return name.size() > key.size(); }
};

struct LdifEntry
{
    int line = 0; ///< in which it begins, from 1
    std::vector<LdifAttribute> attributes;
    QStringList strayLines; ///< those that are no attribute

    [[nodiscard]] const LdifAttribute *find(QLatin1StringView key) const;
    /// In lower case.
    [[nodiscard]] QStringList classes() const;
};

/// Cuts a text into its entries: folded lines joined, comments left out. Every byte is looked at once.
class LdifEntries final
{
public:
    explicit LdifEntries(std::string_view text) : m_text(text) { }

    /// False at the end.
    [[nodiscard]] bool next(LdifEntry &entry);
    [[nodiscard]] size_t position() const { return m_at; }

private:
    [[nodiscard]] std::optional<std::string_view> physicalLine();
    [[nodiscard]] bool continues() const;

    std::string_view m_text;
    size_t m_at = 0;
    int m_line = 0; ///< the last one read
};

} // namespace crema::exchange
