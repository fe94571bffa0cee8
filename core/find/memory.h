// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/fit.h"

#include <QHash>
#include <QString>

namespace crema::find {

/// Remembers the fits of texts seen before: in a large directory the same titles, firms and schools come
/// again and again. Bounded; forgets everything when it is full.
class FitMemory
{
public:
    /// The remembered fit of `text`, else what `compute()` says.
    template <typename Compute>
    [[nodiscard]] Fit of(const QString &text, Compute compute)
    {
        const auto known = m_fits.constFind(text);
        if (known != m_fits.constEnd()) {
            return *known;
        }
        if (m_fits.size() >= capacity) {
            m_fits.clear();
        }
        const Fit fit = compute();
        m_fits.insert(text, fit);
        return fit;
    }

private:
    static constexpr qsizetype capacity = 20000;
    QHash<QString, Fit> m_fits;
};

/// One memory for each kind of text, for one search.
struct SearchMemory
{
    FitMemory titles;
    FitMemory companies;
    FitMemory schools;
    FitMemory places;
};

} // namespace crema::find
