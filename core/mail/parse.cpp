// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/parse.h"

#include "mail/encodedwords.h"
#include "mail/gobject.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::mail {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crema::mail)
};

void readMailboxes(InternetAddressList *list, QVector<Mailbox> &mailboxes)
{
    const int count = list == nullptr ? 0 : internet_address_list_length(list);
    for (int i = 0; i < count; ++i) {
        InternetAddress *address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(address)) {
            readMailboxes(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)), mailboxes);
        } else {
            mailboxes.append({QString::fromUtf8(internet_address_get_name(address)),
                              QString::fromUtf8(
                                      internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)))});
        }
    }
}

/// A header as it stands in the message.
QByteArray rawHeader(GMimeObject *object, const char *name)
{
    GMimeHeader *header = g_mime_header_list_get_header(g_mime_object_get_header_list(object), name);
    return header == nullptr ? QByteArray() : QByteArray(g_mime_header_get_raw_value(header));
}

QStringList readIds(GMimeMessage *message, const char *header)
{
    const char *value = g_mime_object_get_header(GMIME_OBJECT(message), header);
    if (value == nullptr) {
        return {};
    }
    QStringList ids;
    GMimeReferences *references = g_mime_references_parse(nullptr, value);
    for (int i = 0; i < g_mime_references_length(references); ++i) {
        ids += QString::fromUtf8(g_mime_references_get_message_id(references, i));
    }
    g_mime_references_free(references);
    return ids;
}

QDateTime readDate(GMimeMessage *message)
{
    GDateTime *date = g_mime_message_get_date(message);
    if (date == nullptr) {
        return {};
    }
    const auto offset = static_cast<int>(g_date_time_get_utc_offset(date) / G_USEC_PER_SEC);
    return QDateTime::fromSecsSinceEpoch(g_date_time_to_unix(date), Qt::OffsetFromUTC, offset);
}

QString readText(GMimeObject *part)
{
    const OwnedText text(g_mime_text_part_get_text(GMIME_TEXT_PART(part)));
    return QString::fromUtf8(text.get()).replace(u"\r\n"_s, u"\n"_s);
}

QString attachmentName(GMimeObject *part)
{
    const QByteArray raw = readableWords(rawHeader(part, "Content-Disposition"));
    const Owned<GMimeContentDisposition> disposition(
            g_mime_content_disposition_parse(nullptr, raw.constData()));
    const char *name = g_mime_content_disposition_get_parameter(disposition.get(), "filename");
    if (name == nullptr && GMIME_IS_PART(part)) {
        name = g_mime_part_get_filename(GMIME_PART(part));
    }
    if (name != nullptr && *name != '\0') {
        return QString::fromUtf8(name);
    }
    const OwnedText type(g_mime_content_type_get_mime_type(g_mime_object_get_content_type(part)));
    return QString::fromUtf8(type.get());
}

bool isAttached(GMimeObject *part)
{
    const bool isText = GMIME_IS_TEXT_PART(part)
            && (g_mime_content_type_is_type(g_mime_object_get_content_type(part), "text", "plain")
                || g_mime_content_type_is_type(g_mime_object_get_content_type(part), "text", "html"));
    return !isText || g_mime_part_is_attachment(GMIME_PART(part))
            || g_mime_part_get_filename(GMIME_PART(part)) != nullptr;
}

void readPart(GMimeObject *part, ParsedMail &mail, QStringList &texts)
{
    if (isAttached(part)) {
        mail.attachmentNames += attachmentName(part);
    } else if (g_mime_content_type_is_type(g_mime_object_get_content_type(part), "text", "html")) {
        if (mail.htmlBody.isEmpty()) {
            mail.htmlBody = readText(part);
        }
    } else {
        texts += readText(part);
    }
}

/// The parts in order, without going into forwarded messages: those are attachments. Not recursive, because a
/// hostile message may nest as deep as it likes.
void readParts(GMimeObject *root, ParsedMail &mail)
{
    QStringList texts;
    QVector<GMimeObject *> open {root};
    while (!open.isEmpty()) {
        GMimeObject *part = open.takeLast();
        if (!GMIME_IS_MULTIPART(part)) {
            readPart(part, mail, texts);
            continue;
        }
        GMimeMultipart *multipart = GMIME_MULTIPART(part);
        for (int i = g_mime_multipart_get_count(multipart) - 1; i >= 0; --i) {
            open += g_mime_multipart_get_part(multipart, i);
        }
    }
    mail.textBody = texts.join(u'\n');
    while (mail.textBody.endsWith(u'\n')) {
        mail.textBody.chop(1);
    }
}

} // namespace

QVector<Mailbox> mailboxesIn(const QByteArray &headerValue)
{
    initLibrary();
    const QByteArray readable = readableWords(headerValue);
    QVector<Mailbox> mailboxes;
    InternetAddressList *list = internet_address_list_parse(nullptr, readable.constData());
    const Owned<InternetAddressList> owned(list);
    readMailboxes(list, mailboxes);
    return mailboxes;
}

QString decodedText(const QByteArray &headerValue)
{
    initLibrary();
    const QByteArray readable = readableWords(headerValue);
    const OwnedText unfolded(g_mime_utils_header_unfold(readable.constData()));
    const OwnedText text(g_mime_utils_header_decode_text(nullptr, unfolded.get()));
    return QString::fromUtf8(text.get()).trimmed();
}

Result<ParsedMail> parseMessage(const QByteArray &bytes)
{
    initLibrary();
    const Owned<GMimeStream> stream(
            g_mime_stream_mem_new_with_buffer(bytes.constData(), static_cast<size_t>(bytes.size())));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    GMimeMessage *raw = message.get();
    ParsedMail mail;
    if (raw != nullptr) {
        mail.from = mailboxesIn(rawHeader(GMIME_OBJECT(raw), "From"));
        mail.to = mailboxesIn(rawHeader(GMIME_OBJECT(raw), "To"));
        mail.subject = decodedText(rawHeader(GMIME_OBJECT(raw), "Subject"));
        mail.date = readDate(raw);
        mail.messageId = QString::fromUtf8(g_mime_message_get_message_id(raw));
    }
    if (mail.from.isEmpty() && mail.to.isEmpty() && mail.subject.isEmpty() && !mail.date.isValid()) {
        return failure(ErrorKind::rejectedInput,
                       Tr::tr("This is not an email: it has no sender, recipient, subject or date."));
    }
    mail.inReplyTo = readIds(raw, "In-Reply-To").value(0);
    mail.references = readIds(raw, "References");
    mail.unsent = qstrcmp(g_mime_object_get_header(GMIME_OBJECT(raw), "X-Unsent"), "1") == 0;
    if (GMimeObject *root = g_mime_message_get_mime_part(raw); root != nullptr) {
        readParts(root, mail);
    }
    return mail;
}

} // namespace crema::mail
