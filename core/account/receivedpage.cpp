// SPDX-License-Identifier: GPL-3.0-or-later
// receivedPage: what the browser shows when it has come back.
#include "account/loopbackreceiver.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::account {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("account", text);
}

// Nothing of the request is repeated in it, and no script and nothing from outside is needed.
const QString page = u"<!doctype html><html><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                     u"content=\"width=device-width\"><title>Crema</title><style>"
                     u":root{color-scheme:light dark}"
                     u"body{margin:0;min-height:100vh;display:flex;align-items:center;justify-content:center;"
                     u"background:#FBF9F6;color:#2B2320;font:16px/1.5 system-ui,sans-serif}"
                     u"main{max-width:26em;padding:32px;background:#FFFFFF;border:1px solid #E7E0D8;"
                     u"border-radius:8px}h1{font-size:20px;margin:0 0 8px;color:#A85D24}p{margin:0}"
                     u"@media(prefers-color-scheme:dark){body{background:#1D1917;color:#EDE6E0}"
                     u"main{background:#262120;border-color:#3A3330}h1{color:#E0A06A}}"
                     u"</style></head><body><main><h1>%1</h1><p>%2</p></main></body></html>"_s;

} // namespace

QByteArray receivedPage(bool granted)
{
    const QString title = granted ? tr("Back to Crema") : tr("Nothing was connected");
    const QString words = granted ? tr("Crema has got the answer. You can close this page; the program shows "
                                       "whether the account is "
                                       "connected.")
                                  : tr("The permission was not given, and Crema has changed nothing. You can "
                                       "close this page and try "
                                       "again in the program.");
    return page.arg(title.toHtmlEscaped(), words.toHtmlEscaped()).toUtf8();
}

} // namespace crema::account
