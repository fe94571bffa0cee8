// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/pdffinish.h"
#include "prep/printabletext.h"
#include "tests.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema::prep;

void PrintableTextTest::cleans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printable");
    QTest::newRow("plain") << u"Zoë Müller"_s << u"Zoë Müller"_s;
    QTest::newRow("emoji") << u"María 🚀 Silva 👩‍💻"_s << u"María Silva"_s;
    QTest::newRow("flag and keycap") << u"🇸🇪 Lund 1️⃣"_s << u"Lund 1"_s;
    QTest::newRow("check mark") << u"✅ done ❌ not"_s << u"✓ done ✗ not"_s;
    QTest::newRow("letters dressed up") << u"𝗕𝗼𝗹𝗱 𝓷𝓪𝓶𝓮"_s << u"Bold name"_s;
    QTest::newRow("full width") << u"Ｄａｔａ"_s << u"Data"_s;
    QTest::newRow("white space") << u"  a\n\tb \u00A0 c "_s << u"a b c"_s;
    QTest::newRow("direction overrides") << u"abc\u202Edef\u2069"_s << u"abcdef"_s;
    QTest::newRow("joiner of Persian stays") << u"می\u200Cخواهم"_s << u"می\u200Cخواهم"_s;
    QTest::newRow("joiner of emoji goes") << u"a\u200Db"_s << u"ab"_s;
    QTest::newRow("control characters") << QString::fromLatin1("a\0b\x07\x7F", 5) << u"ab"_s;
    QTest::newRow("half a surrogate pair") << QString(u"a"_s + QChar(0xD83D) + u"b"_s) << u"ab"_s;
    QTest::newRow("only emoji") << u"🎉🎉"_s << QString();
}

void PrintableTextTest::cleans()
{
    QFETCH(QString, text);
    QTEST(printableLine(text), "printable");
}

void PrintableTextTest::knowsTheDirection_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("rightToLeft");
    QTest::newRow("English") << u"works at"_s << false;
    QTest::newRow("Arabic") << u"محمد عبد الله"_s << true;
    QTest::newRow("Hebrew with digits") << u"שלום 2021"_s << true;
    QTest::newRow("English sentence of Arabic names")
            << u"محمد عبد الله works at شركة النيل للاتصالات as مدير البيانات."_s << false;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("digits") << u"2021"_s << false;
}

void PrintableTextTest::knowsTheDirection()
{
    QFETCH(QString, text);
    QTEST(readsRightToLeft(text), "rightToLeft");
}

void PrintableTextTest::givesGlyphsTheirMeaning_data()
{
    QTest::addColumn<ushort>("code");
    QTest::addColumn<QString>("meant");
    const auto row = [](const char *name, ushort code, const QString &meant) {
        QTest::newRow(name) << code << meant;
    };
    row("ordinary letter", u'a', u"a"_s);
    row("tab is the blank's glyph", u'\t', u" "_s);
    row("Kangxi radical", 0x2F65, u"田"_s);
    row("radical that Unicode does not fold", 0x2ED1, u"長"_s);
    row("Arabic presentation form", 0xFEE3, u"م"_s);
    row("ligature of two Arabic letters stays", 0xFEFB, QString(QChar(0xFEFB)));
    row("Latin ligature", 0xFB03, u"ffi"_s);
    row("Greek iota", 0x0269, u"ι"_s);
    row("superscript stays", 0x00B2, u"²"_s);
}

void PrintableTextTest::givesGlyphsTheirMeaning()
{
    QFETCH(ushort, code);
    QTEST(meantText(code), "meant");
}
