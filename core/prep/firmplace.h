// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prep/firmname.h"
#include "prep/news.h"
#include "prep/newsarticle.h"

namespace crema::prep {

/// Where one firm is and which site is its own, by which it is told from others of its name. A place speaks
/// against an article only when the firm's own is known: from who asks, or from the ending of its domain.
class FirmPlace final
{
public:
    FirmPlace(const Firm &firm, FirmName name);

    [[nodiscard]] bool isOnOwnSite(const Article &article) const;
    [[nodiscard]] bool namesOwnDomain(const Article &article) const;
    /// It names a town in which the firm, or somebody of it, is.
    [[nodiscard]] bool namesOwnTown(const Article &article) const;
    /// It is about a firm of that name which is somewhere else or has another site.
    [[nodiscard]] bool isElsewhere(const Article &article) const;
    /// People of another country stand before the name ("Indian startup Bluefern").
    [[nodiscard]] bool isOfOtherPeople(const QVector<NewsWord> &words, WordSpan span) const;

private:
    [[nodiscard]] bool isInOtherCountry(const QString &place) const;
    [[nodiscard]] bool isOtherPlace(const QString &place) const;
    [[nodiscard]] bool isOtherPlaceAt(const QVector<NewsWord> &words, WordSpan span) const;
    [[nodiscard]] bool isPlacedElsewhere(const QVector<NewsWord> &words, WordSpan span) const;
    [[nodiscard]] bool isDatedElsewhere(const QVector<NewsWord> &words, WordSpan span) const;
    [[nodiscard]] bool isDescribedElsewhere(const QVector<NewsWord> &words, WordSpan span) const;
    [[nodiscard]] bool saysOtherPlace(const QString &told) const;
    [[nodiscard]] bool speaksOfFirmElsewhere(const QString &text) const;
    [[nodiscard]] bool namesOtherDomain(const QString &told) const;

    FirmName m_name;
    QString m_domain; ///< empty for one of a mail service
    QString m_city;
    QString m_country;
    QStringList m_towns; ///< m_city and where people of the firm are
};

} // namespace crema::prep
