// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDebug>
#include <QString>

#include <vector>

namespace crema {

/// A key, token or password. It never prints itself, and its memory is overwritten when it goes. Take it
/// out with reveal() only where it goes into a request or into the keychain.
class Secret final
{
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes);
    explicit Secret(const QString &text);
    Secret(const Secret &other) = default;
    Secret(Secret &&other) noexcept = default;
    Secret &operator=(Secret other) noexcept;
    ~Secret();

    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }
    [[nodiscard]] QByteArray reveal() const;
    [[nodiscard]] bool operator==(const Secret &) const = default;

    friend QDebug operator<<(QDebug, const Secret &) = delete;

private:
    std::vector<char> m_bytes;
};

} // namespace crema
