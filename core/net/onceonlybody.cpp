// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/onceonlybody.h"

#include <algorithm>

namespace crema::net {

OnceOnlyBody::OnceOnlyBody(QByteArray bytes) : m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OnceOnlyBody::seek(qint64 position)
{
    return m_read == 0 && position == 0 && QIODevice::seek(0);
}

qint64 OnceOnlyBody::readData(char *into, qint64 most)
{
    const qint64 count = std::min(most, m_bytes.size() - m_read);
    if (count <= 0) {
        return -1;
    }
    std::copy_n(m_bytes.constData() + m_read, count, into);
    m_read += count;
    return count;
}

} // namespace crema::net
