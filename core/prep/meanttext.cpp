// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/pdffinish.h"

#include <algorithm>
#include <array>

namespace crema::prep {

namespace {

struct Same
{
    char16_t written;
    char16_t meant;
};

// Characters that share a glyph with a later one that is far more common: white space and signs in Inter and
// Noto, and the CJK radicals that Unicode does not fold by itself (its EquivalentUnifiedIdeograph.txt).
constexpr std::array shared {
        Same {0x0009, 0x0020}, Same {0x00A0, 0x0020}, Same {0x00AD, 0x002D}, Same {0x0269, 0x03B9},
        Same {0x02BB, 0x2018}, Same {0x2012, 0x2013}, Same {0x2027, 0x30FB}, Same {0x2329, 0x3008},
        Same {0x232A, 0x3009}, Same {0x2E82, 0x4E5B}, Same {0x2E83, 0x4E5A}, Same {0x2E85, 0x4EBB},
        Same {0x2E89, 0x5202}, Same {0x2E8B, 0x353E}, Same {0x2E8E, 0x5140}, Same {0x2E8F, 0x5C23},
        Same {0x2E90, 0x5C22}, Same {0x2E92, 0x5DF3}, Same {0x2E93, 0x5E7A}, Same {0x2E94, 0x5F51},
        Same {0x2E95, 0x5F50}, Same {0x2E96, 0x5FC4}, Same {0x2E98, 0x624C}, Same {0x2E99, 0x6535},
        Same {0x2E9B, 0x65E1}, Same {0x2E9E, 0x6B7A}, Same {0x2EA0, 0x6C11}, Same {0x2EA1, 0x6C35},
        Same {0x2EA3, 0x706C}, Same {0x2EA4, 0x722B}, Same {0x2EA6, 0x4E2C}, Same {0x2EA8, 0x72AD},
        Same {0x2EAB, 0x7F52}, Same {0x2EAD, 0x793B}, Same {0x2EAF, 0x7CF9}, Same {0x2EB0, 0x7E9F},
        Same {0x2EB1, 0x7F53}, Same {0x2EB2, 0x7F52}, Same {0x2EB3, 0x34C1}, Same {0x2EB9, 0x8002},
        Same {0x2EBA, 0x8080}, Same {0x2EBE, 0x8279}, Same {0x2EBF, 0x8279}, Same {0x2EC2, 0x8864},
        Same {0x2EC3, 0x8980}, Same {0x2EC4, 0x897F}, Same {0x2EC5, 0x89C1}, Same {0x2EC6, 0x89D2},
        Same {0x2EC8, 0x8BA0}, Same {0x2EC9, 0x8D1D}, Same {0x2ECB, 0x8F66}, Same {0x2ECC, 0x8FB6},
        Same {0x2ECD, 0x8FB6}, Same {0x2ECE, 0x8FB6}, Same {0x2ED0, 0x9485}, Same {0x2ED1, 0x9577},
        Same {0x2ED2, 0x9578}, Same {0x2ED3, 0x957F}, Same {0x2ED4, 0x95E8}, Same {0x2ED6, 0x961D},
        Same {0x2ED8, 0x9752}, Same {0x2ED9, 0x97E6}, Same {0x2EDA, 0x9875}, Same {0x2EDB, 0x98CE},
        Same {0x2EDC, 0x98DE}, Same {0x2EDD, 0x98DF}, Same {0x2EDF, 0x98E0}, Same {0x2EE0, 0x9963},
        Same {0x2EE2, 0x9A6C}, Same {0x2EE3, 0x9AA8}, Same {0x2EE4, 0x9B3C}, Same {0x2EE5, 0x9C7C},
        Same {0x2EE6, 0x9E1F}, Same {0x2EE7, 0x5364}, Same {0x2EE8, 0x9EA6}, Same {0x2EE9, 0x9EC4},
        Same {0x2EEA, 0x9EFE}, Same {0x2EEB, 0x6589}, Same {0x2EEC, 0x9F50}, Same {0x2EED, 0x6B6F},
        Same {0x2EEE, 0x9F7F}, Same {0x2EEF, 0x7ADC}, Same {0x2EF0, 0x9F99}, Same {0x2EF1, 0x9F9C},
        Same {0x2EF2, 0x4E80},
};

bool isCompatibilityForm(char16_t c)
{
    const bool radical = c >= 0x2E80 && c <= 0x2FDF;
    const bool han = c >= 0xF900 && c <= 0xFAFF;
    const bool letters = c >= 0xFB00 && c <= 0xFDFF;
    return radical || han || letters || (c >= 0xFE70 && c <= 0xFEFC);
}

} // namespace

QString meantText(char16_t character)
{
    const auto *same = std::ranges::find(shared, character, &Same::written);
    if (same != shared.end()) {
        return QString(QChar(same->meant));
    }
    const QString text {QChar(character)};
    if (!isCompatibilityForm(character)) {
        return text;
    }
    const QString letters = text.normalized(QString::NormalizationForm_KC);
    // Readers disagree on the order of several letters in one glyph of a script from right to left.
    const bool leftwards = QChar(character).direction() == QChar::DirAL
            || QChar(character).direction() == QChar::DirR;
    return leftwards && letters.size() > 1 ? text : letters;
}

} // namespace crema::prep
