// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QVector>

namespace crema::llm {

/// Takes the bytes of a text/event-stream in pieces of any size and gives the data of its events.
/// https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
class EventStream final
{
public:
    /// The data of the events that these bytes complete.
    [[nodiscard]] QVector<QByteArray> take(QByteArrayView bytes);
    /// What is left when the stream is over: an event that lacks its blank line only.
    [[nodiscard]] QVector<QByteArray> finish();

private:
    void takeLine(QByteArrayView line, QVector<QByteArray> &events);

    QByteArray m_pending; ///< a line that is not whole yet
    QByteArray m_data;
    bool m_hasData = false;
    bool m_isFirst = true;
    bool m_skipsLineFeed = false; ///< the last line ended with a carriage return
};

} // namespace crema::llm
