// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace crema::prep {

/// An article as a source tells of it, in plain text: whether it is about the firm is not known yet.
struct Article
{
    QString title;
    QString text; ///< the beginning or a summary, where the source has one
    QString publisher; ///< for people
    QString publisherUrl; ///< the publisher's site, where it is not that of `url`
    QString url; ///< http or https, without credentials
    QDateTime at; ///< UTC; invalid when the source has none
    QString story {}; ///< the same for articles which the source says are of one story; empty when it does
                      ///< not

    [[nodiscard]] bool operator==(const Article &) const = default;
};

} // namespace crema::prep
