// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/dates.h"
#include "tests.h"

#include <QDate>

using namespace Qt::StringLiterals;

void DatesTest::written_data()
{
    QTest::addColumn<QString>("iso"); // empty: no date
    const auto row = [](const char *written, const QString &iso) { QTest::newRow(written) << iso; };
    row("2024-03-12", u"2024-03-12"_s);
    row("2024-03-12T10:11:12Z", u"2024-03-12"_s);
    row("2024/03/12", u"2024-03-12"_s);
    row("03/12/2024", u"2024-03-12"_s);
    row("3/12/24", u"2024-03-12"_s);
    row("31/12/2024", u"2024-12-31"_s);
    row("12.3.2024", u"2024-03-12"_s);
    row("11/3/18, 4:12 PM", u"2018-11-03"_s); // LinkedIn before 2019
    row("12 Mar 2024", u"2024-03-12"_s);
    row("12 March 2024", u"2024-03-12"_s);
    row("March 12, 2024", u"2024-03-12"_s);
    row("Mar 12th, 2024", u"2024-03-12"_s);
    row("12-Mar-24", u"2024-03-12"_s);
    row("12-Mar-75", u"1975-03-12"_s);
    row("12 Mar 2024 09:30", u"2024-03-12"_s);
    row("Sept 3, 2024", u"2024-09-03"_s);
    row("12 Mär 2024", u"2024-03-12"_s);
    row("12. März 2024", u"2024-03-12"_s);
    row("3. Okt. 2024", u"2024-10-03"_s);
    row("12 févr. 2024", u"2024-02-12"_s);
    row("1er août 2024", u"2024-08-01"_s);
    row("12 de marzo de 2024", u"2024-03-12"_s);
    row("5 dic 2024", u"2024-12-05"_s);
    row("12 mrt 2024", u"2024-03-12"_s);
    row("2024年3月12日", u"2024-03-12"_s);
    row("2024년 3월 12일", u"2024-03-12"_s);
    row("12 jui 2024", {}); // juin or juillet
    row("12 Foo 2024", {});
    row("Mar 2024", {});
    row("Ann Mar 12 2024", {});
    row("31 Feb 2024", {});
    row("2024-13-01", {});
    row("555 0134", {});
    row("+1 202-555-0143", {});
    row("some day", {});
    row("", {});
}

void DatesTest::written()
{
    const QString written = QString::fromUtf8(QTest::currentDataTag());
    QTEST(crema::parseDate(written).toString(Qt::ISODate), "iso");
}
