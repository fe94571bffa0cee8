// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "llm/eventstream.h"
#include "llm/wire.h"

using namespace crema;
using namespace crema::llm;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

Result<ChatAnswer> answerOf(const QVector<QByteArray> &pieces)
{
    EventStream stream;
    AnswerBuilder builder(u"the server"_s);
    QVector<QByteArray> events;
    for (const QByteArray &piece : pieces) {
        events += stream.take(piece);
    }
    events += stream.finish();
    for (const QByteArray &event : events) {
        builder.take(event);
    }
    return builder.finish();
}

} // namespace

// Letters of more than one byte and line ends come torn apart.
void EventStreamTest::splitsAtEveryByte()
{
    const QByteArray bytes = fixtureBytes(u"llm/openai_stream.sse"_s);
    const auto whole = answerOf({bytes});
    QVERIFY(whole);
    QCOMPARE(whole->text, u"Hi Marisol – café? 🎓"_s);
    QCOMPARE(whole->usage, (Usage {412, 96}));
    QByteArray other = bytes;
    other.replace("\n", "\r\n");
    for (const QByteArray &stream : {bytes, other}) {
        for (qsizetype at = 0; at <= stream.size(); ++at) {
            const auto split = answerOf({stream.first(at), stream.sliced(at)});
            QVERIFY2(split, qPrintable(QString::number(at)));
            QCOMPARE(split->text, whole->text);
            QCOMPARE(split->usage, whole->usage);
        }
    }
}

void EventStreamTest::readsLineEnds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<QByteArray>>("events");
    using Events = QList<QByteArray>;
    QTest::newRow("line feeds") << QByteArray("data: a\n\ndata: b\n\n") << Events {"a", "b"};
    QTest::newRow("carriage returns") << QByteArray("data: a\r\rdata: b\r\r") << Events {"a", "b"};
    QTest::newRow("several lines") << QByteArray("data: a\ndata: b\n\n") << Events {"a\nb"};
    QTest::newRow("comments and fields")
            << QByteArray(": hi\nevent: x\nid: 1\ndata:a\n\n: end\n\n") << Events {"a"};
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "data: a\n\n")
                                     << Events {"a"};
    QTest::newRow("without its last line end") << QByteArray("data: a\n\ndata: b") << Events {"a", "b"};
    QTest::newRow("empty data") << QByteArray("data:\n\n") << Events {""};
    QTest::newRow("nothing") << QByteArray("\n\n\n") << Events {};
}

void EventStreamTest::readsLineEnds()
{
    QFETCH(QByteArray, bytes);
    EventStream stream;
    QList<QByteArray> events = stream.take(bytes);
    events += stream.finish();
    QTEST(events, "events");
}

// An answer that stops before its end is never taken for a whole one.
void EventStreamTest::breaksOffAtEveryByte()
{
    const QByteArray bytes = fixtureBytes(u"llm/openai_stream.sse"_s);
    const qsizetype end = bytes.indexOf("\"finish_reason\": \"stop\"");
    QVERIFY(end > 0);
    for (qsizetype at = 0; at < end; ++at) {
        const auto part = answerOf({bytes.first(at)});
        QVERIFY2(!part, qPrintable(QString::number(at)));
        QCOMPARE(part.error().kind, ErrorKind::badAnswer);
    }
}
