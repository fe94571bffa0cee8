// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/redaction.h"
#include "tests.h"

using namespace crema;
using namespace Qt::StringLiterals;

void RedactionTest::hidesWhatLooksLikeASecret_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("query") << u"GET /x?api_key=hush-1234&size=1"_s;
    QTest::newRow("key at the end") << u"https://a.example/x?key=hush-1234"_s;
    QTest::newRow("header") << u"X-Api-Key: hush-1234"_s;
    QTest::newRow("bearer") << u"Authorization: Bearer hush-1234"_s;
    QTest::newRow("bearer alone") << u"sent Bearer hush-1234 to it"_s;
    QTest::newRow("JSON") << u"{\"refresh_token\": \"hush-1234\", \"a\": 1}"_s;
    QTest::newRow("form") << u"grant_type=x&client_secret=hush-1234&code=hush-1234"_s;
    QTest::newRow("OpenAI key") << u"Incorrect API key provided: sk-hush-1234"_s;
    QTest::newRow("webhook secret") << u"whsec_hush1234"_s;
}

void RedactionTest::hidesWhatLooksLikeASecret()
{
    QFETCH(QString, text);
    const QString hidden = net::redacted(text);
    QVERIFY2(!hidden.contains("hush"_L1), qPrintable(hidden));
    QVERIFY(hidden.contains("[hidden]"_L1));
}

void RedactionTest::hidesTheRequestsOwnSecrets()
{
    const QVector<net::SecretHeader> secrets {{"X-Api-Key", "", Secret(u"a b+c"_s)}};
    const QString hidden = net::redacted(u"refused a b+c, and a%20b%2Bc too"_s, secrets);
    QCOMPARE(hidden, u"refused [hidden], and [hidden] too"_s);
}

void RedactionTest::keepsOrdinaryText()
{
    const QString text = u"The monkey=2 key figures: 12 people in Basic English, status 429"_s;
    QCOMPARE(net::redacted(text), text);
}

void RedactionTest::namesThePlaceWithoutItsQuery()
{
    QCOMPARE(net::placeOf(QUrl(u"https://u:p@api.example.com:8443/v5/x?key=1#f"_s)),
             u"api.example.com:8443/v5/x"_s);
}
