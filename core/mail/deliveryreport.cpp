// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/answers.h"
#include "mail/fields.h"
#include "mail/gobject.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace crema::mail {

namespace {

constexpr qsizetype longestExplanation = 500;

/// The fields of one recipient as they stand in a report (RFC 3464 section 2.3).
struct Fields
{
    QString finalRecipient;
    QString originalRecipient;
    QString action;
    QString status;
    QString diagnostic;
};

QByteArray contentOf(GMimeObject *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(part));
    if (content == nullptr) {
        return {};
    }
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return {reinterpret_cast<const char *>(bytes->data), static_cast<qsizetype>(bytes->len)};
}

bool isStatusPart(GMimeObject *part)
{
    GMimeContentType *type = g_mime_object_get_content_type(part);
    return GMIME_IS_PART(part)
            && (g_mime_content_type_is_type(type, "message", "delivery-status")
                || g_mime_content_type_is_type(type, "message", "global-delivery-status"));
}

/// "rfc822; <Ana@example.org>" as an address in lower case; empty when it is none.
QString addressIn(const QString &value)
{
    QString address = value.contains(u';') ? value.section(u';', 1) : value;
    address = address.trimmed();
    if (address.startsWith(u'<') && address.endsWith(u'>')) {
        address = address.mid(1, address.size() - 2).trimmed();
    }
    static const QRegularExpression form(uR"(^[^\s@<>,;]+@[^\s@<>,;]+$)"_s);
    return form.match(address).hasMatch() ? address.toLower() : QString();
}

QString statusIn(const QString &text)
{
    static const QRegularExpression code(uR"((?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d))"_s);
    return code.match(text).captured(1);
}

QString actionIn(const Fields &fields, const QString &status)
{
    static const QSet<QString> known {u"failed"_s, u"delayed"_s, u"delivered"_s, u"relayed"_s, u"expanded"_s};
    const QString word = fields.action.simplified().section(u' ', 0, 0).section(u'(', 0, 0).toLower();
    if (known.contains(word)) {
        return word;
    }
    // A status of class 4 comes with both failed and delayed: nothing is claimed then.
    return status.startsWith(u'5') ? u"failed"_s : status.startsWith(u'2') ? u"delivered"_s : QString();
}

void take(Fields &fields, QVector<DeliveryReport> &reports)
{
    DeliveryReport report;
    // The address that was written to, where the report knows it: the final one may be a forwarder's.
    report.recipient = addressIn(fields.originalRecipient);
    if (report.recipient.isEmpty()) {
        report.recipient = addressIn(fields.finalRecipient);
    }
    report.status = statusIn(fields.status);
    if (report.status.isEmpty()) {
        report.status = statusIn(fields.diagnostic);
    }
    report.action = actionIn(fields, report.status);
    static const QRegularExpression kind(uR"(^\s*[\w-]+\s*;)"_s);
    report.explanation =
            headerText(QString(fields.diagnostic).remove(kind)).simplified().left(longestExplanation);
    if (!report.recipient.isEmpty() && !report.action.isEmpty()) {
        reports.append(std::move(report));
    }
    fields = {};
}

void addField(Fields &fields, const QString &line, QVector<DeliveryReport> &reports)
{
    const QString name = line.section(u':', 0, 0).trimmed().toLower();
    const QString value = line.section(u':', 1).trimmed();
    if (name == "final-recipient"_L1) {
        if (!fields.finalRecipient.isEmpty()) { // the blank line between two recipients is missing
            take(fields, reports);
        }
        fields.finalRecipient = value;
    } else if (name == "original-recipient"_L1) {
        fields.originalRecipient = value;
    } else if (name == "action"_L1) {
        fields.action = value;
    } else if (name == "status"_L1) {
        fields.status = value;
    } else if (name == "diagnostic-code"_L1) {
        fields.diagnostic = value;
    }
}

/// The groups of fields that a blank line parts.
void readStatus(const QByteArray &content, QVector<DeliveryReport> &reports)
{
    static const QRegularExpression folds(uR"(\n[ \t]+(?=\S))"_s);
    QString text = QString::fromUtf8(content);
    text.replace(u"\r\n"_s, u"\n"_s).replace(folds, u" "_s);
    Fields fields;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty()) {
            take(fields, reports);
        } else {
            addField(fields, line, reports);
        }
    }
    take(fields, reports);
}

/// qmail's own form of a bounce, which says no more than that it failed (https://cr.yp.to/proto/qsbmf.txt).
void readQmail(const QByteArray &content, QVector<DeliveryReport> &reports)
{
    QString text = QString::fromUtf8(content);
    text.replace(u"\r\n"_s, u"\n"_s);
    if (!text.startsWith("Hi. This is the"_L1)) {
        return;
    }
    const QStringList paragraphs = text.section(u"\n---"_s, 0, 0).split(u"\n\n"_s);
    for (const QString &paragraph : paragraphs) {
        const QString head = paragraph.section(u'\n', 0, 0).trimmed();
        if (!head.startsWith(u'<') || !head.endsWith(">:"_L1)) {
            continue;
        }
        const QString words = paragraph.section(u'\n', 1);
        const QString address = addressIn(head.chopped(1));
        if (!address.isEmpty()) {
            reports.append({address, u"failed"_s, statusIn(words),
                            headerText(words).simplified().left(longestExplanation)});
        }
    }
}

/// The parts, without going into the message that came back. Not recursive, because a hostile message may
/// nest as deep as it likes.
QVector<GMimeObject *> partsOf(GMimeObject *root)
{
    QVector<GMimeObject *> parts;
    QVector<GMimeObject *> open {root};
    while (!open.isEmpty()) {
        GMimeObject *part = open.takeLast();
        if (!GMIME_IS_MULTIPART(part)) {
            parts.append(part);
            continue;
        }
        for (int i = g_mime_multipart_get_count(GMIME_MULTIPART(part)) - 1; i >= 0; --i) {
            open.append(g_mime_multipart_get_part(GMIME_MULTIPART(part), i));
        }
    }
    return parts;
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
    GMimeObject *root = parsed ? g_mime_message_get_mime_part(parsed.get()) : nullptr;
    if (root == nullptr) {
        return reports;
    }
    const QVector<GMimeObject *> parts = partsOf(root);
    for (GMimeObject *part : parts) {
        if (isStatusPart(part)) {
            readStatus(contentOf(part), reports);
        }
    }
    if (reports.isEmpty() && GMIME_IS_TEXT_PART(root)) {
        readQmail(contentOf(root), reports);
    }
    return reports;
}

} // namespace crema::mail
