// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/nameforms.h"
#include "model/contact.h"

#include <QHash>

#include <vector>

namespace crema::contacts {

/// Numbers for texts, so that comparing is comparing numbers.
class TextNumbers final
{
public:
    [[nodiscard]] quint32 of(const QString &text);

private:
    QHash<QString, quint32> m_numbers;
};

/// What is compared of a person when duplicates are looked for. Placeholders are left out: they identify
/// nobody.
struct PersonTraits
{
    using Numbers = std::vector<quint32>;

    QString id;
    QString name; ///< as people read it; an address when there is no name
    QString company;
    QString written; ///< the name in lower case with its accents
    QStringList given; ///< folded words in Latin letters, without titles; both empty for nobody's name
    QStringList family;
    QStringList givenForms; ///< formOf() of each
    QStringList familyForms;
    QVector<int> names; ///< what the first given name is a form of
    Numbers slugs;
    Numbers emails; ///< personal ones
    Numbers phones;
    Numbers companies;
    std::vector<std::pair<quint32, quint32>> titles; ///< company and title
    Numbers schools;
    Numbers schoolWords; ///< by which two spellings of a school still agree
    Numbers places; ///< words of city and location
    quint32 city = 0; ///< 0 for none
    quint32 country = 0;
    bool sample = false;
    bool hasRareName = false; ///< known only among many: set by whoever has them all
};

[[nodiscard]] PersonTraits traitsOf(const Contact &contact, const NameForms &forms, TextNumbers &numbers);

/// True for "de", "van", "al": words that many family names share.
[[nodiscard]] bool isNameParticle(const QString &word);

} // namespace crema::contacts
