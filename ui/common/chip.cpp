// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chip.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QStyle>

#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int dotSide = 7;
constexpr int padding = 9;

struct StatusEntry
{
    std::string_view word;
    const char *shown;
    Tone tone;
};

// The statuses of contacts, drafts, preps and jobs in one place.
constexpr std::array entries {
        StatusEntry {"Not Contacted", QT_TRANSLATE_NOOP("status", "Not contacted"), Tone::muted},
        StatusEntry {"Contacted", QT_TRANSLATE_NOOP("status", "Contacted"), Tone::info},
        StatusEntry {"Followed Up", QT_TRANSLATE_NOOP("status", "Followed up"), Tone::info},
        StatusEntry {"Replied", QT_TRANSLATE_NOOP("status", "Replied"), Tone::good},
        StatusEntry {"Call Scheduled", QT_TRANSLATE_NOOP("status", "Call scheduled"), Tone::accent},
        StatusEntry {"Met", QT_TRANSLATE_NOOP("status", "Met"), Tone::good},
        StatusEntry {"Closed", QT_TRANSLATE_NOOP("status", "Closed"), Tone::muted},
        StatusEntry {"Rejected", QT_TRANSLATE_NOOP("status", "Rejected"), Tone::bad},
        StatusEntry {"Hired", QT_TRANSLATE_NOOP("status", "Hired"), Tone::good},
        StatusEntry {"draft", QT_TRANSLATE_NOOP("status", "Draft"), Tone::muted},
        StatusEntry {"accepted", QT_TRANSLATE_NOOP("status", "Accepted"), Tone::good},
        StatusEntry {"held", QT_TRANSLATE_NOOP("status", "Held back"), Tone::warn},
        StatusEntry {"scheduled", QT_TRANSLATE_NOOP("status", "Scheduled"), Tone::accent},
        StatusEntry {"waiting", QT_TRANSLATE_NOOP("status", "Not sent yet"), Tone::warn},
        StatusEntry {"handed_off", QT_TRANSLATE_NOOP("status", "Handed off"), Tone::info},
        StatusEntry {"pushed", QT_TRANSLATE_NOOP("status", "In Gmail"), Tone::info},
        StatusEntry {"sending", QT_TRANSLATE_NOOP("status", "Sending"), Tone::warn},
        StatusEntry {"sent", QT_TRANSLATE_NOOP("status", "Sent"), Tone::good},
        StatusEntry {"answered", QT_TRANSLATE_NOOP("status", "Answered"), Tone::good},
        StatusEntry {"pending", QT_TRANSLATE_NOOP("status", "Waiting"), Tone::muted},
        StatusEntry {"processing", QT_TRANSLATE_NOOP("status", "Starting"), Tone::info},
        StatusEntry {"enriching_profile", QT_TRANSLATE_NOOP("status", "Reading the profile"), Tone::info},
        StatusEntry {"fetching_news", QT_TRANSLATE_NOOP("status", "Looking for news"), Tone::info},
        StatusEntry {"generating_content", QT_TRANSLATE_NOOP("status", "Writing"), Tone::info},
        StatusEntry {"generating_pdf", QT_TRANSLATE_NOOP("status", "Making the PDF"), Tone::info},
        StatusEntry {"completed", QT_TRANSLATE_NOOP("status", "Ready"), Tone::good},
        StatusEntry {"failed", QT_TRANSLATE_NOOP("status", "Failed"), Tone::bad},
        StatusEntry {"cancelled", QT_TRANSLATE_NOOP("status", "Cancelled"), Tone::muted},
};

const StatusEntry *entryOf(const QString &status)
{
    for (const StatusEntry &entry : entries) {
        if (status.compare(QLatin1StringView(entry.word.data(), qsizetype(entry.word.size())),
                           Qt::CaseInsensitive)
            == 0) {
            return &entry;
        }
    }
    return nullptr;
}

QFont captionFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.92);
    font.setWeight(QFont::Medium);
    return font;
}

struct Chip
{
    QString text;
    Tone tone;
    QFont font;
    QSize room; ///< it takes no more than that
    Qt::LayoutDirection direction;
};

void draw(QPainter &painter, const QRect &chip, const Chip &what)
{
    const Colours &c = colours();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.tint(what.tone));
    painter.drawRoundedRect(chip, chip.height() / 2.0, chip.height() / 2.0);
    painter.setBrush(c.of(what.tone));
    const QRect dot(chip.left() + padding, chip.center().y() - dotSide / 2, dotSide, dotSide);
    painter.drawEllipse(QRectF(QStyle::visualRect(what.direction, chip, dot)));
    const int textLeft = dot.right() + 1 + gap::tiny + gap::hair;
    const QRect room(textLeft, chip.top(), chip.right() - textLeft - gap::tiny, chip.height());
    const QFont small = captionFont(what.font);
    painter.setFont(small);
    painter.setPen(c.onTint(what.tone));
    const QString shown = QFontMetrics(small).elidedText(what.text, Qt::ElideRight, room.width() + 1);
    painter.drawText(QStyle::visualRect(what.direction, chip, room), Qt::AlignVCenter | Qt::AlignLeft, shown);
}

/// The same few states come again in every row of a table: each is drawn once.
QPixmap chipPicture(const Chip &chip, qreal pixelRatio)
{
    const QString key = u"crema chip %1 %2 %3 %4x%5 %6 %7 "_s.arg(static_cast<int>(chip.tone))
                                .arg(colours().tint(chip.tone).rgba())
                                .arg(chip.font.key())
                                .arg(chip.room.width())
                                .arg(chip.room.height())
                                .arg(static_cast<int>(chip.direction))
                                .arg(pixelRatio)
            + chip.text;
    QPixmap picture;
    if (QPixmapCache::find(key, &picture)) {
        return picture;
    }
    const QSize size = chipSize(chip.text, chip.font).boundedTo(chip.room);
    if (size.isEmpty()) {
        return {};
    }
    picture = QPixmap((QSizeF(size) * pixelRatio).toSize());
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setLayoutDirection(chip.direction);
    draw(painter, QRect(QPoint(0, 0), size), chip);
    painter.end();
    QPixmapCache::insert(key, picture);
    return picture;
}

} // namespace

Tone toneOfStatus(const QString &status)
{
    const StatusEntry *entry = entryOf(status);
    return entry != nullptr ? entry->tone : Tone::muted;
}

QString statusWords(const QString &status)
{
    if (const StatusEntry *entry = entryOf(status)) {
        return QCoreApplication::translate("status", entry->shown);
    }
    QString words = status;
    words.replace(u'_', u' ');
    if (!words.isEmpty()) {
        words[0] = words.at(0).toUpper();
    }
    return words;
}

QSize chipSize(const QString &text, const QFont &font)
{
    const QFontMetrics metrics(captionFont(font));
    return {metrics.horizontalAdvance(text) + padding * 2 + dotSide + gap::tiny + gap::hair,
            metrics.height() + 6};
}

QRect paintChip(QPainter &painter, const QRect &area, const QString &text, Tone tone, const QFont &font)
{
    const QPixmap picture = chipPicture({text, tone, font, area.size(), painter.layoutDirection()},
                                        painter.device()->devicePixelRatioF());
    const QSize size = picture.deviceIndependentSize().toSize();
    const QRect plain(QPoint(area.left(), area.center().y() - size.height() / 2 + 1), size);
    const QRect chip = QStyle::visualRect(painter.layoutDirection(), area, plain);
    painter.drawPixmap(chip.topLeft(), picture);
    return chip;
}

StatusChip::StatusChip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void StatusChip::setStatus(const QString &status)
{
    setText(statusWords(status), toneOfStatus(status));
}

void StatusChip::setText(const QString &text, Tone tone)
{
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize StatusChip::sizeHint() const
{
    return chipSize(m_text, font());
}

QSize StatusChip::minimumSizeHint() const
{
    return sizeHint(); // a status is short; names beside it give way
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintChip(painter, rect(), m_text, m_tone, font());
}

StatusDelegate::StatusDelegate(QObject *parent, int role) : QStyledItemDelegate(parent), m_role(role) { }

void StatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    cell.features &= ~QStyleOptionViewItem::HasDisplay;
    const QStyle *style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    const QString status = index.data(m_role).toString();
    if (!status.isEmpty()) {
        painter->setLayoutDirection(option.direction);
        paintChip(*painter, option.rect.adjusted(gap::tiny, 0, -gap::tiny, 0), statusWords(status),
                  toneOfStatus(status), cell.font);
    }
}

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return chipSize(statusWords(index.data(m_role).toString()), option.font)
            + QSize(2 * gap::small, gap::small);
}

Badge::Badge(const QString &text, Tone tone, QWidget *parent) : QWidget(parent), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
}

void Badge::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Badge::setBadgeTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize Badge::sizeHint() const
{
    if (m_text.isEmpty()) {
        return {0, 0};
    }
    const QFontMetrics metrics(captionFont(font()));
    const int height = metrics.height() + gap::tiny;
    return {std::max(height, metrics.horizontalAdvance(m_text) + 2 * gap::small), height};
}

void Badge::paintEvent(QPaintEvent *)
{
    if (m_text.isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours().tint(m_tone));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setFont(captionFont(font()));
    painter.setPen(colours().onTint(m_tone));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace crema::ui
