// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/eventstream.h"

namespace crema::llm {

QVector<QByteArray> EventStream::take(QByteArrayView bytes)
{
    QVector<QByteArray> events;
    for (const char byte : bytes) {
        if (byte == '\n' && m_skipsLineFeed) {
            m_skipsLineFeed = false;
            continue;
        }
        m_skipsLineFeed = byte == '\r';
        if (byte == '\n' || byte == '\r') {
            takeLine(std::exchange(m_pending, {}), events);
        } else {
            m_pending += byte;
        }
    }
    return events;
}

QVector<QByteArray> EventStream::finish()
{
    QVector<QByteArray> events;
    if (!m_pending.isEmpty()) {
        takeLine(std::exchange(m_pending, {}), events);
    }
    takeLine({}, events);
    return events;
}

void EventStream::takeLine(QByteArrayView line, QVector<QByteArray> &events)
{
    if (std::exchange(m_isFirst, false) && line.startsWith("\xEF\xBB\xBF")) {
        line = line.sliced(3);
    }
    if (line.isEmpty()) {
        if (std::exchange(m_hasData, false)) {
            events.append(std::exchange(m_data, {}));
        }
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView field = colon < 0 ? line : line.first(colon);
    if (field != QByteArrayView("data")) {
        return; // a comment, or a field that says nothing here
    }
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' ')) {
        value = value.sliced(1);
    }
    if (m_hasData) {
        m_data += '\n';
    }
    m_data += value;
    m_hasData = true;
}

} // namespace crema::llm
