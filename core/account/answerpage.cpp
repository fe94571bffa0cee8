// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/answerpage.h"

#include "account/refusals.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace crema::account {

namespace {

struct Page
{
    Q_DECLARE_TR_FUNCTIONS(crema::account::AnswerPage)

public:
    QString mark; ///< a character in the circle
    QString markClass;
    QString title;
    QString text;
};

Page pageOf(const RedirectAnswer &answer, const QString &server)
{
    Page page;
    if (answer.error.isEmpty()) {
        // The code is not exchanged yet: whether it worked is seen in the program.
        page = {u"✓"_s, u"good"_s, Page::tr("Crema has the answer from %1").arg(server),
                Page::tr("You can close this page. Go back to Crema to see whether it worked.")};
    } else {
        page = {u"!"_s, u"bad"_s, Page::tr("Not connected"),
                refusalOf(answer.error, server).text + u' '
                        + Page::tr("You can close this page and go back to Crema.")};
    }
    return page;
}

/// The colours are those of the window's theme.
const QString style = uR"css(
:root{color-scheme:light dark;--ground:#fbf9f6;--surface:#fff;--line:#e7e0d8;--text:#2b2320;--muted:#756a62;
--accent:#a85d24;--good:#2f7d4f;--bad:#b3382c}
@media(prefers-color-scheme:dark){:root{--ground:#1d1917;--surface:#262120;--line:#3a3330;--text:#ede6e0;
--muted:#a79a90;--accent:#e0a06a;--good:#6cbf8b;--bad:#f08a7e}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:flex;align-items:center;justify-content:center;padding:24px;
background-color:var(--ground);color:var(--text);font:16px/1.5 Inter,system-ui,sans-serif}
main{width:100%;max-width:440px;padding:32px;background-color:var(--surface);border:1px solid;border-color:var(--line);
border-radius:12px}
.name{margin:0 0 24px;color:var(--accent);font-weight:600}
.mark{width:40px;height:40px;border:2px solid;border-radius:50%;text-align:center;font-size:20px;line-height:36px}
.good{color:var(--good)}.bad{color:var(--bad)}
h1{margin:16px 0 8px;font-size:21px;line-height:1.3}
p{margin:0;color:var(--muted)}
)css"_s;

/// The parts in order: language, style, class of the mark, mark, title, text.
const QString frame = uR"html(<!DOCTYPE html>
<html lang="%1"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Crema</title><style>%2</style></head>
<body><main><p class="name">Crema</p><div class="mark %3" aria-hidden="true">%4</div><h1>%5</h1><p>%6</p></main></body>
</html>
)html"_s;

QByteArray htmlOf(const Page &page)
{
    return frame
            .arg(QLocale().bcp47Name().toHtmlEscaped(), style, page.markClass, page.mark,
                 page.title.toHtmlEscaped(), page.text.toHtmlEscaped())
            .toUtf8();
}

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    default:
        return "Bad Request";
    }
}

QByteArray whole(int status, const QByteArray &type, const QByteArray &body)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonOf(status) + "\r\n";
    head += "Content-Type: " + type + "\r\n";
    head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    head += "Cache-Control: no-store\r\n"
            "Referrer-Policy: no-referrer\r\n"
            "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
            "X-Content-Type-Options: nosniff\r\n"
            "Connection: close\r\n";
    return head + (status == 405 ? "Allow: GET\r\n\r\n" : "\r\n") + body;
}

} // namespace

QByteArray answerPage(const RedirectAnswer &answer, const QString &server)
{
    return whole(200, "text/html; charset=utf-8", htmlOf(pageOf(answer, server)));
}

QByteArray shortAnswer(int status)
{
    return whole(status, "text/plain; charset=utf-8", reasonOf(status) + '\n');
}

} // namespace crema::account
