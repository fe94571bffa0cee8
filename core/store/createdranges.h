// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordwriter.h"

#include <utility>

namespace crema::store {

/// Groups created rowids into ranges, so that an import is a handful of change rows.
class CreatedRanges
{
public:
    explicit CreatedRanges(RecordWriter &writer) : m_writer(writer) { }

    Result<> add(Kind kind, qint64 rid)
    {
        if (m_first != 0 && kind == m_kind && rid == m_last + 1) {
            m_last = rid;
            return {};
        }
        const auto flushed = flush();
        m_kind = kind;
        m_first = m_last = rid;
        return flushed;
    }

    Result<> flush()
    {
        const qint64 first = std::exchange(m_first, 0);
        return first == 0 ? Result<> {} : m_writer.noteCreated(m_kind, first, m_last);
    }

private:
    RecordWriter &m_writer;
    Kind m_kind = Kind::contact;
    qint64 m_first = 0;
    qint64 m_last = 0;
};

} // namespace crema::store
