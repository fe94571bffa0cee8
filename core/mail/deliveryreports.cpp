// SPDX-License-Identifier: GPL-3.0-or-later
// deliveryReports: what mail servers write about messages they could not deliver (RFC 3464).
#include "mail/answers.h"

#include "mail/gobject.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace crema::mail {

namespace {

constexpr qsizetype longestExplanation = 300;

QByteArray contentOf(GMimeObject *part)
{
    if (!GMIME_IS_PART(part)) {
        return {};
    }
    GMimeDataWrapper *wrapper = g_mime_part_get_content(GMIME_PART(part));
    if (wrapper == nullptr) {
        return {};
    }
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(wrapper, stream.get());
    GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return {reinterpret_cast<const char *>(bytes->data), static_cast<qsizetype>(bytes->len)};
}

/// The fields of one block, names in lower case, folded lines joined.
QHash<QString, QString> fieldsOf(const QString &block)
{
    QHash<QString, QString> fields;
    QString last;
    for (const QString &line : block.split(u'\n')) {
        if (line.startsWith(u' ') || line.startsWith(u'\t')) {
            fields[last] += u' ' + line.trimmed();
        } else if (const auto colon = line.indexOf(u':'); colon > 0) {
            last = line.left(colon).trimmed().toLower();
            fields.insert(last, line.sliced(colon + 1).trimmed());
        }
    }
    return fields;
}

/// "rfc822; ada@example.org" is "ada@example.org".
QString afterType(const QString &value)
{
    const auto semicolon = value.indexOf(u';');
    return (semicolon < 0 ? value : value.sliced(semicolon + 1)).trimmed();
}

DeliveryReport reportFrom(const QHash<QString, QString> &fields)
{
    QString recipient = fields.value(u"original-recipient"_s);
    if (recipient.isEmpty()) {
        recipient = fields.value(u"final-recipient"_s);
    }
    DeliveryReport report;
    report.recipient = afterType(recipient).toLower();
    if (report.recipient.startsWith(u'<') && report.recipient.endsWith(u'>')) {
        report.recipient = report.recipient.sliced(1).chopped(1);
    }
    report.action = fields.value(u"action"_s).section(u' ', 0, 0).toLower();
    report.status = fields.value(u"status"_s).section(u' ', 0, 0);
    report.explanation = afterType(fields.value(u"diagnostic-code"_s)).simplified().left(longestExplanation);
    return report;
}

void readStatus(const QByteArray &content, QVector<DeliveryReport> &reports)
{
    const QString text = QString::fromUtf8(content).replace(u"\r\n"_s, u"\n"_s);
    for (const QString &block : text.split(u"\n\n"_s, Qt::SkipEmptyParts)) {
        const QHash<QString, QString> fields = fieldsOf(block);
        // The first block is about the message as a whole and names no recipient.
        if (fields.contains(u"final-recipient"_s) || fields.contains(u"original-recipient"_s)) {
            reports << reportFrom(fields);
        }
    }
}

} // namespace

QVector<DeliveryReport> deliveryReports(const QByteArray &message)
{
    initLibrary();
    const Owned<GMimeStream> stream(
            g_mime_stream_mem_new_with_buffer(message.constData(), static_cast<size_t>(message.size())));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Owned<GMimeMessage> parsed(g_mime_parser_construct_message(parser.get(), nullptr));
    QVector<DeliveryReport> reports;
    if (!parsed) {
        return reports;
    }
    QVector<GMimeObject *> open;
    if (GMimeObject *root = g_mime_message_get_mime_part(parsed.get()); root != nullptr) {
        open << root;
    }
    while (!open.isEmpty()) {
        GMimeObject *part = open.takeLast();
        if (GMIME_IS_MULTIPART(part)) {
            for (int i = g_mime_multipart_get_count(GMIME_MULTIPART(part)) - 1; i >= 0; --i) {
                open << g_mime_multipart_get_part(GMIME_MULTIPART(part), i);
            }
        } else if (g_mime_content_type_is_type(g_mime_object_get_content_type(part), "message",
                                               "delivery-status")
                   || g_mime_content_type_is_type(g_mime_object_get_content_type(part), "message",
                                                  "global-delivery-status")) {
            readStatus(contentOf(part), reports);
        }
    }
    return reports;
}

} // namespace crema::mail
