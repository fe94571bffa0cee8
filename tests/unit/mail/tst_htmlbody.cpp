// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/htmlbody.h"
#include "tests.h"

#include <QTest>

using namespace Qt::StringLiterals;

void HtmlBodyTest::makesHtml_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("html"); // between <body> and </body>
    QTest::newRow("paragraphs and breaks")
            << u"Hi Zoë,\n\none\ntwo\n\n\nAna\n"_s
            << u"<p dir=\"auto\">Hi Zoë,</p>\n<p dir=\"auto\">one<br>\ntwo</p>\n<p dir=\"auto\">Ana</p>\n"_s;
    QTest::newRow("markup is text")
            << u"<script>alert('1 & 2')</script>"_s
            << u"<p dir=\"auto\">&lt;script&gt;alert('1 &amp; 2')&lt;/script&gt;</p>\n"_s;
    const auto line = [](const char *name, const QString &text, const QString &html) {
        QTest::newRow(name) << text << u"<p dir=\"auto\">"_s + html + u"</p>\n"_s;
    };
    const auto link = [](const QString &target, const QString &shown) {
        return u"<a href=\""_s + target + u"\">"_s + shown + u"</a>"_s;
    };
    line("web address at a sentence's end", u"See https://example.org/a."_s,
         u"See "_s + link(u"https://example.org/a"_s, u"https://example.org/a"_s) + u"."_s);
    line("web address in brackets", u"(https://example.org/a_(b))"_s,
         u"("_s + link(u"https://example.org/a_(b)"_s, u"https://example.org/a_(b)"_s) + u")"_s);
    line("query with ampersand", u"https://example.org/?a=1&b=2"_s,
         link(u"https://example.org/?a=1&amp;b=2"_s, u"https://example.org/?a=1&amp;b=2"_s));
    line("www without scheme", u"www.example.org/x, and"_s,
         link(u"https://www.example.org/x"_s, u"www.example.org/x"_s) + u", and"_s);
    line("email address", u"ana.lima+x@example.org!"_s,
         link(u"mailto:ana.lima+x@example.org"_s, u"ana.lima+x@example.org"_s) + u"!"_s);
    line("path in another script", u"https://example.org/zoë"_s,
         link(u"https://example.org/zo%C3%AB"_s, u"https://example.org/zoë"_s));
    line("Japanese full stop behind an address", u"https://example.org/a。次"_s,
         link(u"https://example.org/a"_s, u"https://example.org/a"_s) + u"。次"_s);
    line("quote cannot leave the attribute", u"https://example.org/\"onclick=x"_s,
         link(u"https://example.org/"_s, u"https://example.org/"_s) + u"&quot;onclick=x"_s);
    line("no other scheme", u"javascript:alert(1) file:///etc/passwd"_s,
         u"javascript:alert(1) file:///etc/passwd"_s);
    line("at sign alone", u"meet @ 5, C@F"_s, u"meet @ 5, C@F"_s);
    line("no address at all", u"http://"_s, u"http://"_s);
}

void HtmlBodyTest::makesHtml()
{
    QFETCH(const QString, text);
    QFETCH(const QString, html);
    const QString whole = crema::mail::htmlFromText(text);
    QCOMPARE(whole.section(u"<body>\n"_s, 1).section(u"</body>"_s, 0, 0), html);
    QVERIFY(whole.startsWith(u"<!DOCTYPE html>"));
    QVERIFY(whole.contains(u"charset=\"utf-8\""));
}
