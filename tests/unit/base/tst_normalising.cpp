// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/foldedline.h"
#include "base/normalising.h"
#include "base/text.h"
#include "tests.h"

#include <QRandomGenerator>

#include <vector>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

struct Range
{
    char16_t first;
    char16_t last;
};

QString randomText(QRandomGenerator &random, const std::vector<Range> &ranges, int length)
{
    QString text;
    for (int i = 0; i < length; ++i) {
        const Range &range = ranges[random.bounded(static_cast<quint32>(ranges.size()))];
        text += QChar(static_cast<char16_t>(random.bounded(int(range.first), int(range.last) + 1)));
    }
    return text;
}

} // namespace

void NormalisingTest::sameAsInOnePiece_data()
{
    QTest::addColumn<QString>("text");
    QRandomGenerator random(7);
    const std::vector<std::pair<const char *, std::vector<Range>>> scripts {
            {"Latin with marks", {{0x20, 0x7e}, {0xa0, 0x2ff}, {0x300, 0x36f}}},
            {"marks only", {{0x300, 0x36f}}},
            {"Greek and Cyrillic", {{0x370, 0x52f}, {0x300, 0x345}, {0x1f00, 0x1fff}}},
            {"Hebrew and Arabic", {{0x5b0, 0x5ea}, {0x610, 0x6d3}}},
            {"Indic", {{0x900, 0x9ff}, {0xb00, 0xbff}, {0xd00, 0xdff}}},
            {"kana", {{0x3041, 0x30ff}, {0xff61, 0xff9f}, {0x3099, 0x309a}}},
            {"Hangul", {{0x1100, 0x11ff}, {0xac00, 0xd7a3}}},
            {"Han", {{0x3400, 0x9fff}, {0xf900, 0xfaff}}},
            {"halves of surrogate pairs", {{0xd800, 0xdfff}, {0x41, 0x5a}}},
            {"anything", {{0x1, 0xfffd}}},
    };
    for (const auto &[name, ranges] : scripts) {
        for (const int length : {511, 513, 4000}) {
            QTest::addRow("%s, %d", name, length) << randomText(random, ranges, length);
        }
    }
    QTest::newRow("emoji in one family") << u"👩‍👩‍👧‍👦é"_s.repeated(300);
}

void NormalisingTest::sameAsInOnePiece()
{
    QFETCH(QString, text);
    for (const auto form : {QString::NormalizationForm_C, QString::NormalizationForm_D,
                            QString::NormalizationForm_KC, QString::NormalizationForm_KD}) {
        QCOMPARE(normalised(text, form), text.normalized(form));
    }
}

void NormalisingTest::longTexts()
{
    // Minutes in one piece.
    const QString text = u"Ä Ö "_s.repeated(500'000);
    const QString apart = normalised(text, QString::NormalizationForm_D);
    QCOMPARE(apart.size(), text.size() / 4 * 6);
    QVERIFY(normalised(apart, QString::NormalizationForm_C) == text);
}

void NormalisingTest::foldedLineIsItsWords()
{
    for (const QString &text : {u""_s, u"  "_s, u"O'Neil-Smith,  Jr."_s, u"ACME & Co. 2024"_s, u"'x'"_s,
                                u"Zoë O’Neil"_s, u"山田 太郎"_s, u"-a-"_s, u"Łódź\t(PL)"_s}) {
        QCOMPARE(foldedLine(text), foldedWords(text).join(u' '));
    }
}
