// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prep/firmname.h"
#include "prep/firmplace.h"
#include "prep/news.h"
#include "prep/newsarticle.h"

namespace crema::prep {

/// Whether articles are about one firm. Its headline has to name it, in whole words with capitals. A name of
/// everyday words needs more: the firm's own site, its legal form or ticker, or words that only go with firms
/// beside it. What speaks of another firm (a longer name, another legal form, domain or place) rules an
/// article out, and so does doubt.
class AboutFirm final
{
public:
    explicit AboutFirm(const Firm &firm);

    /// False when the firm has no name to look for.
    [[nodiscard]] bool canTell() const { return !m_name.words.isEmpty(); }
    /// The name to search for.
    [[nodiscard]] const QString &name() const { return m_name.text; }

    [[nodiscard]] bool operator()(const Article &article) const;
    /// The headline begins with the firm.
    [[nodiscard]] bool isSubject(const Article &article) const;

private:
    /// A headline taken apart.
    struct Headline
    {
        QVector<NewsWord> words;
        bool isSentence = false; ///< most words are in lower case: a capital means a name
        bool isShouted = false; ///< no lower case at all: capitals mean nothing
    };
    [[nodiscard]] static Headline read(const QString &title);
    [[nodiscard]] bool isNamed(const Headline &headline, WordSpan place) const;
    [[nodiscard]] bool isPartOfName(const Headline &headline, WordSpan place) const;
    [[nodiscard]] bool isLongerName(const Headline &headline, WordSpan place) const;
    [[nodiscard]] bool isOtherFirm(const Headline &headline, WordSpan place) const;
    [[nodiscard]] bool isTown(const Headline &headline, WordSpan place) const;
    [[nodiscard]] bool isPerson(const Headline &headline, WordSpan place) const;
    [[nodiscard]] bool isNounOfFirm(const Headline &headline, qsizetype at) const;
    [[nodiscard]] bool isDeedOfFirm(const Headline &headline, WordSpan place) const;
    [[nodiscard]] bool isClearlyFirm(const Headline &headline, WordSpan place) const;
    [[nodiscard]] bool isLikelyFirm(const Headline &headline, WordSpan place) const;
    [[nodiscard]] bool isSpelledOddly(const Headline &headline, WordSpan place) const;
    [[nodiscard]] bool namesPlaceAndBusiness(const Article &article, const Headline &headline) const;
    [[nodiscard]] bool isFirmAt(const Article &article, const Headline &headline, WordSpan place) const;

    FirmName m_name;
    FirmPlace m_place;
};

} // namespace crema::prep
