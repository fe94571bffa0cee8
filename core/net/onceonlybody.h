// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace crema::net {

/// The body of a request that must not be sent twice. Qt's HTTP sends a request again by itself when the
/// server closes the connection before it answers, POST too: a search would be paid twice. It cannot with a
/// body that does not go back to its start (the reply then fails with ContentReSendError).
/// Not a QBuffer: Qt looks into those directly.
class OnceOnlyBody final : public QIODevice
{
public:
    explicit OnceOnlyBody(QByteArray bytes);

    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64 position) override;
    bool reset() override { return seek(0); }

protected:
    qint64 readData(char *into, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace crema::net
