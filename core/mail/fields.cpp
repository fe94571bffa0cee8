// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/fields.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace crema::mail {

namespace {

bool endsLines(QChar c)
{
    return c.category() == QChar::Other_Control || c.unicode() == 0x2028 || c.unicode() == 0x2029;
}

} // namespace

QString headerText(const QString &text)
{
    QString line;
    line.reserve(text.size());
    bool gap = false;
    for (const QChar c : text) {
        if (endsLines(c) || c == u' ') {
            gap = true;
            continue;
        }
        if (gap && !line.isEmpty()) {
            line += u' ';
        }
        gap = false;
        line += c;
    }
    return line;
}

QString bodyText(const QString &text)
{
    QString body = text;
    body.replace(u"\r\n"_s, u"\n"_s)
            .replace(u'\r', u'\n')
            .replace(QChar(0x2028), u'\n')
            .replace(QChar(0x2029), u'\n');
    body.removeIf([](QChar c) { return endsLines(c) && c != u'\n' && c != u'\t'; });
    return body;
}

QByteArray headerAddress(const QString &email)
{
    static const QRegularExpression shape(
            uR"(^([!#-'*+\-./0-9=?A-Z^_`a-z{|}~]{1,64}|"(?:[ !#-\[\]-~]|\\[ -~]){1,62}")@([^\s@<>(),;:\\"\[\]]{1,253})$)"_s);
    const auto match = shape.match(email.trimmed());
    if (!match.hasMatch()) {
        return {};
    }
    const QByteArray domain = QUrl::toAce(match.captured(2));
    return domain.isEmpty() ? QByteArray() : match.captured(1).toLatin1() + '@' + domain;
}

QByteArray headerMessageId(const QString &messageId)
{
    static const QRegularExpression shape(uR"(^<?([!-;=?-~]{1,450}@[!-;=?-~]{1,450})>?$)"_s);
    const auto match = shape.match(messageId.trimmed());
    return match.hasMatch() ? match.captured(1).toLatin1() : QByteArray();
}

bool isMediaType(const QString &mediaType)
{
    static const QRegularExpression shape(
            uR"(^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}\z)"_s);
    return shape.match(mediaType).hasMatch();
}

} // namespace crema::mail
