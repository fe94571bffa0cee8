// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

#include <QRandomGenerator>

namespace crema::store {

/// Operations of every sort on the records that are there, the same for the same seed.
class RandomOperations
{
public:
    RandomOperations(quint32 seed, const Reader &reader) : m_random(seed), m_reader(reader) { }

    [[nodiscard]] Operation next();
    /// Whether the last one is to go through applyBulk.
    [[nodiscard]] bool isBulk() const { return m_bulk; }
    /// True once in `n`.
    [[nodiscard]] bool chance(int n) { return m_random.bounded(n) == 0; }

private:
    struct Known
    {
        Kind kind;
        QString id;
    };
    [[nodiscard]] QString text();
    [[nodiscard]] Json value(int depth);
    [[nodiscard]] Json item();
    [[nodiscard]] Json body(Kind kind);
    [[nodiscard]] QString scalarField();
    [[nodiscard]] const Known &anyRecord();
    void addCreate(Operation &operation);
    void addPatch(Operation &operation);
    void addState(Operation &operation);
    void addMerge(Operation &operation);

    QRandomGenerator m_random;
    const Reader &m_reader;
    std::vector<Known> m_known;
    int m_count = 0;
    bool m_bulk = false;
};

} // namespace crema::store
