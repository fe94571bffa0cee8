// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/avatar.h"

#include "ui/theme/glyph.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QTextBoundaryFinder>

#include <array>

namespace crema::ui {

namespace {

// The first thing a reader sees as one letter: marks and surrogates belong to it.
QString firstLetter(const QString &word)
{
    for (qsizetype i = 0; i < word.size(); ++i) {
        const bool pair = word.at(i).isHighSurrogate() && i + 1 < word.size();
        const char32_t code = pair ? QChar::surrogateToUcs4(word.at(i), word.at(i + 1))
                                   : word.at(i).unicode();
        if (QChar::isLetterOrNumber(code)) {
            QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
            finder.setPosition(i);
            const qsizetype end = finder.toNextBoundary();
            return word.mid(i, end - i).toUpper();
        }
    }
    return {};
}

// Scripts that are written without spaces or whose syllables are wide get one sign.
bool isWide(const QString &letter)
{
    switch (letter.isEmpty() ? QChar::Script_Unknown : letter.at(0).script()) {
    case QChar::Script_Han:
    case QChar::Script_Hangul:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Arabic:
        return true;
    default:
        return false;
    }
}

// The same in every run and on every machine, unlike qHash.
unsigned stableHash(const QString &text)
{
    unsigned hash = 2166136261U;
    for (const char byte : text.toUtf8()) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    }
    return hash;
}

} // namespace

QString initialsOf(const QString &name)
{
    const QStringList words = name.simplified().split(u' ', Qt::SkipEmptyParts);
    QStringList letters;
    for (const QString &word : words) {
        if (const QString letter = firstLetter(word); !letter.isEmpty()) {
            letters.append(letter);
        }
    }
    if (letters.isEmpty()) {
        return {};
    }
    return letters.size() == 1 || isWide(letters.constFirst()) ? letters.constFirst()
                                                               : letters.constFirst() + letters.constLast();
}

void paintAvatar(QPainter &painter, const QRectF &disc, const QString &name, const QString &seed,
                 const QFont &font)
{
    constexpr std::array tones {Tone::accent, Tone::good, Tone::info, Tone::warn, Tone::bad, Tone::muted};
    const Colours &c = colours();
    const Tone tone = tones[stableHash(seed.isEmpty() ? name : seed) % tones.size()];
    const QString initials = initialsOf(name);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mix(c.of(tone), c.surface, 0.16));
    painter.drawEllipse(disc);
    if (initials.isEmpty()) {
        const qreal inset = disc.width() * 0.25;
        paintGlyph(painter, disc.adjusted(inset, inset, -inset, -inset), Glyph::person, c.onTint(tone));
    } else {
        QFont letters = font;
        letters.setPixelSize(std::max(8, static_cast<int>(disc.height() * 0.36)));
        letters.setWeight(QFont::DemiBold);
        painter.setFont(letters);
        painter.setPen(mix(c.of(tone), c.text, 0.7));
        painter.drawText(disc, Qt::AlignCenter, initials);
    }
    painter.restore();
}

Avatar::Avatar(int side, QWidget *parent) : QWidget(parent)
{
    setFixedSize(side, side);
}

void Avatar::setPerson(const QString &name, const QString &seed)
{
    m_name = name;
    m_seed = seed;
    setAccessibleName(name);
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAvatar(painter, rect(), m_name, m_seed, font());
}

} // namespace crema::ui
