// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/handoff.h"

#include "mail/fields.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::mail {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crema::mail)
};

/// Everything but the unreserved letters, so that no program on the way takes '&', '+' or '%' for its own.
QByteArray escaped(const QString &text)
{
    return text.toUtf8().toPercentEncoding();
}

} // namespace

Result<QUrl> mailtoUrl(const OutgoingMail &mail)
{
    const QByteArray address = headerAddress(mail.toEmail);
    if (address.isEmpty() && !mail.toEmail.trimmed().isEmpty()) {
        return failure(ErrorKind::rejectedInput,
                       Tr::tr("“%1” is not an email address.").arg(headerText(mail.toEmail)));
    }
    // RFC 6068 section 5: line breaks in the body are %0D%0A.
    const QString body = bodyText(mail.textBody).replace(u"\n"_s, u"\r\n"_s);
    const QByteArray url = "mailto:" + address.toPercentEncoding("@")
            + "?subject=" + escaped(headerText(mail.subject)) + "&body=" + escaped(body);
    if (url.size() > maxMailtoLength) {
        return failure(ErrorKind::rejectedInput,
                       Tr::tr("The email is too long to open it in the mail program this way; save it as a "
                              "file instead."));
    }
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}

QString copyText(const OutgoingMail &mail)
{
    const QString name = headerText(mail.toName);
    const QString email = headerText(mail.toEmail);
    QString to = name;
    if (!email.isEmpty()) {
        to = name.isEmpty() ? email : name + u" <"_s + email + u'>';
    }
    QString text;
    if (!to.isEmpty()) {
        text += Tr::tr("To: %1").arg(to) + u'\n';
    }
    text += Tr::tr("Subject: %1").arg(headerText(mail.subject)) + u"\n\n"_s;
    return text + bodyText(mail.textBody);
}

} // namespace crema::mail
