// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::exchange {

/// A person's name taken apart. What is unknown is empty.
struct PersonName
{
    QString prefix; ///< "Dr."
    QString first;
    QString middle; ///< a middle initial between first and last name
    QString last; ///< with its particles ("van den Berg") and generation ("King Jr.")
    QString credentials; ///< "MBA, CFA"
    QString aside; ///< what stood in brackets or quotation marks: "she/her", "Bob"

    [[nodiscard]] bool operator==(const PersonName &) const = default;
};

/// Takes a full name apart: "Dr. Maria van den Berg, MBA", "Berg, Maria", "王 小明". Western order unless a
/// comma or the script says otherwise: Chinese, Japanese and Korean names with a blank have the family name
/// first. One word, and such a name without a blank, is the first name alone: guessing where to cut it would
/// be wrong for many.
[[nodiscard]] PersonName nameFrom(const QString &full);

/// The same for names that come in two columns: only what does not belong there is taken out ("Smith, MBA",
/// "Dr. Jane").
[[nodiscard]] PersonName nameFrom(const QString &first, const QString &last);

/// True for "Mr.", "Prof. Dr.", "Sra.": how somebody is addressed.
[[nodiscard]] bool isCourtesyTitle(const QString &text);

/// True for "van", "de", "al": words before a last name that are part of it.
[[nodiscard]] bool isParticle(const QString &word);
/// True for text in Chinese, Japanese or Korean script alone.
[[nodiscard]] bool isEastAsian(QStringView text);

/// True for "MBA" and "Ph.D.", written as such.
[[nodiscard]] bool isCredential(QStringView word);

/// True for "Jr.", "Sr", "III": part of the name, unlike a degree.
[[nodiscard]] bool isGeneration(QStringView word);

} // namespace crema::exchange
