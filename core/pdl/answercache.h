// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace crema::pdl {

/// Answers that were paid for or are slow to get, by what was asked. Never a failure.
class AnswerCache
{
public:
    AnswerCache() = default;
    AnswerCache(const AnswerCache &) = delete;
    AnswerCache &operator=(const AnswerCache &) = delete;
    virtual ~AnswerCache() = default;

    static constexpr std::chrono::seconds anyAge = std::chrono::seconds::max();

    /// The answer under this key when it is younger than `maxAge`.
    [[nodiscard]] virtual std::optional<QByteArray> find(const QByteArray &key,
                                                         std::chrono::seconds maxAge) = 0;
    virtual void keep(const QByteArray &key, const QByteArray &answer) = 0;
    virtual void forget(const QByteArray &key) = 0;
    virtual void clear() = 0;
};

/// SHA-256 (hex) of where and what was asked. Of a credential at most a hash goes into it.
[[nodiscard]] QByteArray cacheKey(QByteArrayView server, QByteArrayView endpoint,
                                  QByteArrayView canonicalBody);

/// One file an answer in a folder of its own, which may be deleted at any time. A file that cannot be written
/// or read is as if it were not there. Used on one thread.
class FileAnswerCache final : public AnswerCache
{
public:
    FileAnswerCache(QString folder, const Clock &clock, qint64 maxBytes = 64'000'000);

    [[nodiscard]] std::optional<QByteArray> find(const QByteArray &key, std::chrono::seconds maxAge) override;
    void keep(const QByteArray &key, const QByteArray &answer) override;
    void forget(const QByteArray &key) override;
    void clear() override;

private:
    [[nodiscard]] QString pathOf(const QByteArray &key) const;
    void makeRoom();

    QString m_folder;
    const Clock &m_clock;
    qint64 m_maxBytes;
    qint64 m_bytes = -1; ///< in the folder; -1 before it was counted
};

} // namespace crema::pdl
