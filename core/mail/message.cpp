// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/message.h"

#include "mail/encodedwords.h"
#include "mail/fields.h"
#include "mail/gobject.h"
#include "mail/htmlbody.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace crema::mail {

namespace {

constexpr auto utf8 = "utf-8";

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crema::mail)
};

/// The fields once they are known to be fit for headers.
struct Checked
{
    QByteArray from;
    QByteArray to;
    QByteArray messageId;
    QByteArray inReplyTo;
    QByteArrayList references;
    QString body;
};

/// Differs as soon as anything in the mail differs.
QByteArray fingerprint(const OutgoingMail &mail, const Checked &checked)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &part) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    };
    for (const QString &text :
         {mail.fromName, mail.toName, mail.subject, checked.body, mail.date.toString(Qt::ISODateWithMs)}) {
        add(text.toUtf8());
    }
    add(checked.from);
    add(checked.to);
    for (const OutgoingAttachment &attachment : mail.attachments) {
        add(attachment.fileName.toUtf8());
        add(attachment.bytes);
    }
    return hash.result().toHex().left(32);
}

Result<QByteArray> checkedAddress(const QString &email, const QString &whose, Purpose purpose)
{
    if (email.trimmed().isEmpty()) {
        if (purpose == Purpose::handOff) {
            return QByteArray();
        }
        return failure(ErrorKind::rejectedInput, Tr::tr("The email has no address of %1.").arg(whose));
    }
    QByteArray address = headerAddress(email);
    if (address.isEmpty()) {
        return failure(ErrorKind::rejectedInput,
                       Tr::tr("“%1” is not an email address that a message can carry (%2).")
                               .arg(headerText(email), whose));
    }
    return address;
}

Result<QByteArray> checkedId(const QString &id, const QString &field)
{
    QByteArray checked = headerMessageId(id);
    if (checked.isEmpty()) {
        return failure(ErrorKind::rejectedInput,
                       Tr::tr("“%1” is not a message id (%2).").arg(headerText(id), field));
    }
    return checked;
}

Result<> checkThread(const OutgoingMail &mail, Checked &checked)
{
    if (!mail.inReplyTo.isEmpty()) {
        const auto id = checkedId(mail.inReplyTo, u"In-Reply-To"_s);
        if (!id) {
            return std::unexpected(id.error());
        }
        checked.inReplyTo = *id;
    }
    for (const QString &reference : mail.references) {
        const auto id = checkedId(reference, u"References"_s);
        if (!id) {
            return std::unexpected(id.error());
        }
        checked.references += *id;
    }
    return {};
}

Result<> checkMessageId(const OutgoingMail &mail, Checked &checked)
{
    if (!mail.messageId.isEmpty()) {
        const auto id = checkedId(mail.messageId, u"Message-ID"_s);
        if (!id) {
            return std::unexpected(id.error());
        }
        checked.messageId = *id;
        return {};
    }
    QByteArray domain = checked.from.mid(checked.from.indexOf('@') + 1);
    if (!mail.messageIdDomain.isEmpty()) {
        domain = QUrl::toAce(mail.messageIdDomain);
        if (domain.isEmpty()) {
            return failure(
                    ErrorKind::rejectedInput,
                    Tr::tr("“%1” is not a domain for message ids.").arg(headerText(mail.messageIdDomain)));
        }
    }
    // RFC 2606: a name that never belongs to anyone, for a draft whose sender only the mail program knows.
    checked.messageId = fingerprint(mail, checked) + '@'
            + (domain.isEmpty() ? QByteArrayLiteral("crema.invalid") : domain);
    return {};
}

Result<Checked> checkMail(const OutgoingMail &mail)
{
    Checked checked;
    const auto from = checkedAddress(mail.fromEmail, Tr::tr("the sender"), mail.purpose);
    if (!from) {
        return std::unexpected(from.error());
    }
    const auto to = checkedAddress(mail.toEmail, Tr::tr("the recipient"), mail.purpose);
    if (!to) {
        return std::unexpected(to.error());
    }
    if (!mail.date.isValid()) {
        return failure(ErrorKind::rejectedInput, Tr::tr("The email has no date."));
    }
    checked.from = *from;
    checked.to = *to;
    checked.body = bodyText(mail.textBody);
    if (checked.body.trimmed().isEmpty()) {
        return failure(ErrorKind::rejectedInput, Tr::tr("The email has no text."));
    }
    for (const OutgoingAttachment &attachment : mail.attachments) {
        if (!attachment.mediaType.isEmpty() && !isMediaType(attachment.mediaType)) {
            return failure(ErrorKind::rejectedInput,
                           Tr::tr("“%1” is not a media type (attachment “%2”).")
                                   .arg(headerText(attachment.mediaType), headerText(attachment.fileName)));
        }
    }
    if (const auto thread = checkThread(mail, checked); !thread) {
        return std::unexpected(thread.error());
    }
    if (const auto id = checkMessageId(mail, checked); !id) {
        return std::unexpected(id.error());
    }
    return checked;
}

void setContent(GMimePart *part, const QByteArray &bytes, GMimeContentEncoding encoding)
{
    const Owned<GMimeStream> stream(
            g_mime_stream_mem_new_with_buffer(bytes.constData(), static_cast<size_t>(bytes.size())));
    const Owned<GMimeDataWrapper> content(
            g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(part, content.get());
    g_mime_part_set_content_encoding(part, encoding);
}

/// Quoted-printable keeps every line short and every byte, whatever a relay does to long lines or trailing
/// blanks.
Owned<GMimeObject> textPart(const char *subtype, const QString &text)
{
    GMimePart *part = g_mime_part_new_with_type("text", subtype);
    g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", utf8);
    setContent(part, text.toUtf8(), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    return Owned<GMimeObject>(GMIME_OBJECT(part));
}

Owned<GMimeObject> attachmentPart(const OutgoingAttachment &attachment)
{
    const QString type = attachment.mediaType.isEmpty() ? u"application/octet-stream"_s
                                                        : attachment.mediaType;
    const QByteArray name = headerText(attachment.fileName).toUtf8();
    GMimePart *part = g_mime_part_new_with_type(type.section(u'/', 0, 0).toLatin1().constData(),
                                                type.section(u'/', 1).toLatin1().constData());
    g_mime_object_set_disposition(GMIME_OBJECT(part), "attachment");
    if (!name.isEmpty()) {
        g_mime_part_set_filename(part, name.constData());
    }
    setContent(part, attachment.bytes, GMIME_CONTENT_ENCODING_BASE64);
    return Owned<GMimeObject>(GMIME_OBJECT(part));
}

/// `boundary` holds "=_", which neither quoted-printable nor base64 can produce (RFC 2045 section 6.7).
Owned<GMimeObject> multipart(const char *subtype, const QByteArray &boundary)
{
    GMimeMultipart *multipart = g_mime_multipart_new_with_subtype(subtype);
    g_mime_multipart_set_boundary(multipart, boundary.constData());
    return Owned<GMimeObject>(GMIME_OBJECT(multipart));
}

Owned<GMimeObject> content(const OutgoingMail &mail, const Checked &checked)
{
    const QByteArray mark = "=_crema_" + fingerprint(mail, checked);
    Owned<GMimeObject> both = multipart("alternative", mark + "_a");
    g_mime_multipart_add(GMIME_MULTIPART(both.get()), textPart("plain", checked.body).get());
    g_mime_multipart_add(GMIME_MULTIPART(both.get()), textPart("html", htmlFromText(checked.body)).get());
    if (mail.attachments.isEmpty()) {
        return both;
    }
    Owned<GMimeObject> mixed = multipart("mixed", mark + "_m");
    g_mime_multipart_add(GMIME_MULTIPART(mixed.get()), both.get());
    for (const OutgoingAttachment &attachment : mail.attachments) {
        g_mime_multipart_add(GMIME_MULTIPART(mixed.get()), attachmentPart(attachment).get());
    }
    return mixed;
}

/// Sets a header whose value is ASCII and folded already.
void setRawHeader(GMimeMessage *message, const char *name, const QByteArray &value)
{
    g_mime_object_set_header(GMIME_OBJECT(message), name, "", nullptr);
    GMimeHeader *header = g_mime_header_list_get_header(g_mime_object_get_header_list(GMIME_OBJECT(message)),
                                                        name);
    g_mime_header_set_raw_value(header, (' ' + value + '\n').constData());
}

void setMailbox(GMimeMessage *message, const char *header, const QString &name, const QByteArray &address)
{
    if (!address.isEmpty()) {
        setRawHeader(message, header,
                     encodedMailbox(headerText(name), address, qsizetype(qstrlen(header)) + 2));
    }
}

void setDate(GMimeMessage *message, const QDateTime &date)
{
    GTimeZone *zone = g_time_zone_new_offset(date.offsetFromUtc());
    const std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> moment(
            g_date_time_new(zone, date.date().year(), date.date().month(), date.date().day(),
                            date.time().hour(), date.time().minute(), date.time().second()),
            g_date_time_unref);
    g_time_zone_unref(zone);
    g_mime_message_set_date(message, moment.get());
}

void setHeaders(GMimeMessage *message, const OutgoingMail &mail, const Checked &checked)
{
    GMimeObject *headers = GMIME_OBJECT(message);
    setMailbox(message, "From", mail.fromName, checked.from);
    setMailbox(message, "To", mail.toName, checked.to);
    setRawHeader(message, "Subject", encodedText(headerText(mail.subject), qsizetype(qstrlen("Subject: "))));
    setDate(message, mail.date);
    g_mime_message_set_message_id(message, checked.messageId.constData());
    if (!checked.inReplyTo.isEmpty()) {
        g_mime_object_set_header(headers, "In-Reply-To", ('<' + checked.inReplyTo + '>').constData(),
                                 nullptr);
    }
    if (!checked.references.isEmpty()) {
        g_mime_object_set_header(headers, "References",
                                 ('<' + checked.references.join("> <") + '>').constData(), nullptr);
    }
    if (mail.purpose == Purpose::handOff) {
        // Outlook and others open a file with this header in their editor instead of the reader.
        g_mime_object_set_header(headers, "X-Unsent", "1", nullptr);
    }
}

} // namespace

Result<QByteArray> buildMessage(const OutgoingMail &mail)
{
    const auto checked = checkMail(mail);
    if (!checked) {
        return std::unexpected(checked.error());
    }
    initLibrary();
    const Owned<GMimeMessage> message(g_mime_message_new(TRUE));
    setHeaders(message.get(), mail, *checked);
    g_mime_message_set_mime_part(message.get(), content(mail, *checked).get());

    const OwnedFormat format(g_mime_format_options_new());
    g_mime_format_options_set_newline_format(format.get(), GMIME_NEWLINE_FORMAT_DOS);
    g_mime_format_options_set_param_encoding_method(format.get(), GMIME_PARAM_ENCODING_METHOD_RFC2231);
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    if (g_mime_object_write_to_stream(GMIME_OBJECT(message.get()), format.get(), stream.get()) < 0) {
        return failure(ErrorKind::internal,
                       Tr::tr("The email could not be put together; nothing was written."));
    }
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return QByteArray(reinterpret_cast<const char *>(bytes->data), static_cast<qsizetype>(bytes->len));
}

} // namespace crema::mail
