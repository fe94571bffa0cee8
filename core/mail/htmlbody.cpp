// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/htmlbody.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace crema::mail {

namespace {

/// What a sentence puts behind an address without meaning it: "see https://x.org/a." or "(https://x.org)".
qsizetype addressLength(QStringView found)
{
    while (!found.isEmpty()) {
        const QChar last = found.back();
        const bool unopened = last == u')' && found.count(u')') > found.count(u'(');
        if (!unopened && !u".,;:!?'*_~"_s.contains(last)) {
            break;
        }
        found.chop(1);
    }
    return found.size();
}

QString link(const QString &found)
{
    const bool isWeb = found.contains(u"://"_s);
    const bool isMail = !isWeb && found.contains(u'@');
    const QString target = isWeb ? found : (isMail ? u"mailto:"_s : u"https://"_s) + found;
    const QString address = QString::fromLatin1(QUrl(target, QUrl::TolerantMode).toEncoded());
    if (address.isEmpty()) {
        return found.toHtmlEscaped();
    }
    return u"<a href=\""_s + address.toHtmlEscaped() + u"\">"_s + found.toHtmlEscaped() + u"</a>"_s;
}

QString linked(const QString &line)
{
    static const QRegularExpression address(
            uR"((?<![\w@./-])(?:https?://[^\s<>"\x{3000}-\x{303f}\x{ff00}-\x{ff0f}]+|www\.[\w-]+\.[^\s<>"\x{3000}-\x{303f}]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+))"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString html;
    qsizetype done = 0;
    for (auto matches = address.globalMatch(line); matches.hasNext();) {
        const auto match = matches.next();
        const qsizetype length = addressLength(match.capturedView());
        html += line.mid(done, match.capturedStart() - done).toHtmlEscaped();
        html += link(line.mid(match.capturedStart(), length));
        done = match.capturedStart() + length;
    }
    return html + line.mid(done).toHtmlEscaped();
}

QString paragraph(const QStringList &lines)
{
    QStringList html;
    for (const QString &line : lines) {
        html += linked(line);
    }
    return u"<p dir=\"auto\">"_s + html.join(u"<br>\n"_s) + u"</p>\n"_s;
}

} // namespace

QString htmlFromText(const QString &text)
{
    QString paragraphs;
    QStringList open;
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty()) {
            open += line;
        } else if (!open.isEmpty()) {
            paragraphs += paragraph(open);
            open.clear();
        }
    }
    if (!open.isEmpty()) {
        paragraphs += paragraph(open);
    }
    return u"<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"></head>\n<body>\n"_s + paragraphs
            + u"</body>\n</html>\n"_s;
}

} // namespace crema::mail
