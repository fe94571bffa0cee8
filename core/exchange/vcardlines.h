// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <string_view>
#include <utility>
#include <vector>

namespace crema::exchange {

/// One property of a vCard: `item1.EMAIL;TYPE=WORK:jane@x.example`. Names are in upper case.
struct VcardLine
{
    QString group; ///< "ITEM1"
    QString name; ///< "EMAIL"
    std::vector<std::pair<QString, QString>>
            parameters; ///< name and value, one entry a value; 2.1's bare words as TYPE
    QString value; ///< decoded from quoted-printable and base64 text; escapes still in it
    QString raw; ///< the whole line; of one that is no property `name` is empty

    [[nodiscard]] bool hasType(QStringView type) const;
    [[nodiscard]] QStringList types() const; ///< in lower case
    [[nodiscard]] QString parameter(QStringView name) const;
    /// The value's parts, cut at `separator` where it is not escaped, unescaped.
    [[nodiscard]] QStringList parts(QChar separator) const;
    /// The whole value, unescaped.
    [[nodiscard]] QString text() const;
};

/// Cuts a vCard file into its properties: folded lines joined (RFC 6350 3.2), vCard 2.1's soft line breaks
/// and quoted-printable with its character set decoded, as is text in base64. Pictures stay as they are.
class VcardLines final
{
public:
    /// `encoding`: of values that are neither UTF-8 nor say what they are; Windows-1252 when empty.
    explicit VcardLines(std::string_view text, QString encoding = {})
        : m_text(text), m_encoding(std::move(encoding))
    {
    }

    [[nodiscard]] bool next(VcardLine &line);
    [[nodiscard]] size_t position() const { return m_at; }
    /// True when letters of a value had to be guessed.
    [[nodiscard]] bool guessed() const { return m_guessed; }

private:
    [[nodiscard]] std::string_view physicalLine();
    [[nodiscard]] std::string logicalLine();
    void decodeValue(VcardLine &line);
    [[nodiscard]] QString decoded(const QByteArray &bytes, const QString &charset);

    std::string_view m_text;
    QString m_encoding;
    size_t m_at = 0;
    bool m_guessed = false;
};

} // namespace crema::exchange
