// SPDX-License-Identifier: GPL-3.0-or-later
#include "quirktests.h"
#include "words.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

void row(const char *what, const QByteArray &bytes, const QStringList &people, const QStringList &told = {})
{
    QTest::newRow(what) << bytes << people << told;
}

void tornRows()
{
    row("a note of lines that end in semicolons",
        "Name,Email,Notes\nBo Ek,bo@ek.example,\"met Ann;\ncall Tue;\nsend cv;\nask;\n\"\n",
        {u"2: Bo Ek <bo@ek.example>"_s});
    row("such a note without column names",
        "Bo Ek,bo@ek.example,\"met Ann;\ncall Tue;\nsend cv;\nask;\n\"\nAl Fo,al@fo.example,\n",
        {u"1: Bo Ek <bo@ek.example>"_s, u"2: Al Fo <al@fo.example>"_s});
}

} // namespace

void UntidyFilesTest::people_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("people");
    QTest::addColumn<QStringList>("told"); ///< rows left out, then warnings
    tornRows();
}

void UntidyFilesTest::people()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, people);
    const ReadPeople read = peopleOf(bytes);
    QCOMPARE(inWords(read), people);
    QTEST(inWords(read.invalid) + inWords(read.warnings), "told");
}
