// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

namespace crema {

Secret::Secret(QByteArrayView bytes) : m_bytes(bytes.begin(), bytes.end()) { }

Secret::Secret(const QString &text) : Secret(QByteArrayView(text.toUtf8())) { }

Secret &Secret::operator=(Secret other) noexcept
{
    m_bytes.swap(other.m_bytes); // the old bytes are wiped with `other`
    return *this;
}

Secret::~Secret()
{
    // Through volatile, or the compiler drops writes to memory that is about to be freed.
    volatile char *byte = m_bytes.data();
    for (std::size_t i = 0; i < m_bytes.size(); ++i) {
        byte[i] = 0;
    }
}

QByteArray Secret::reveal() const
{
    return QByteArray(m_bytes.data(), static_cast<qsizetype>(m_bytes.size()));
}

} // namespace crema
