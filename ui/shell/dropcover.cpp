// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dropcover.h"

#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>
#include <QWindow>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int pictureSide = 64;
constexpr int textWidth = 560;
constexpr double coverShare = 0.92; ///< what is underneath stays faintly in sight

QStringList localFiles(const QMimeData *mime)
{
    QStringList paths;
    for (const QUrl &url : mime->urls()) {
        if (url.isLocalFile()) {
            paths << url.toLocalFile();
        }
    }
    return paths;
}

/// The files are read, never moved away.
void takeAsCopy(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

} // namespace

DropCover::DropCover(QWidget *window) : QWidget(window)
{
    setObjectName(u"dropCover"_s);
    setAcceptDrops(true);
    hide();
    window->installEventFilter(this);
}

/// While a dialog stands before the window, files are for the dialog.
bool DropCover::isBlocked() const
{
    const QWidget *modal = QApplication::activeModalWidget();
    return modal != nullptr && modal != window();
}

void DropCover::cover(const QMimeData *mime)
{
    m_words = m_describe(localFiles(mime));
    setAccessibleName(m_words.title);
    setAccessibleDescription(m_words.text);
    setGeometry(window()->rect());
    raise();
    show();
    update();
}

bool DropCover::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() && (event->type() == QEvent::Show || event->type() == QEvent::WinIdChange)) {
        // The native window hears of a drag first: the cover lies there before Qt looks whom to tell, so
        // that a field underneath does not take the file for text.
        if (QWindow *native = window()->windowHandle()) {
            native->installEventFilter(this);
        }
    } else if (watched == window() && event->type() == QEvent::Resize && isVisible()) {
        setGeometry(window()->rect());
    } else if (watched == window()->windowHandle() && event->type() == QEvent::DragEnter && m_describe
               && !isBlocked()) {
        if (const QMimeData *mime = static_cast<QDragEnterEvent *>(event)->mimeData();
            !localFiles(mime).isEmpty()) {
            cover(mime);
        }
    }
    return QWidget::eventFilter(watched, event);
}

void DropCover::dragEnterEvent(QDragEnterEvent *event)
{
    takeAsCopy(event);
}

void DropCover::dragMoveEvent(QDragMoveEvent *event)
{
    takeAsCopy(event);
}

void DropCover::dragLeaveEvent(QDragLeaveEvent *)
{
    hide();
}

void DropCover::dropEvent(QDropEvent *event)
{
    hide();
    takeAsCopy(event);
    // Later: what a dialog does must not hold up the program that the files came from.
    QMetaObject::invokeMethod(
            this, [this, paths = localFiles(event->mimeData())] { Q_EMIT dropped(paths); },
            Qt::QueuedConnection);
}

void DropCover::paintEvent(QPaintEvent *)
{
    const Colours &c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(coverShare);
    painter.fillRect(rect(), c.ground);
    painter.setOpacity(1);
    painter.setPen(QPen(c.of(m_words.tone), 2, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    const QRectF frame = QRectF(rect()).adjusted(gap::medium, gap::medium, -gap::medium, -gap::medium);
    painter.drawRoundedRect(frame, radius::card, radius::card);

    const int side = scaled(pictureSide);
    const int width = std::min(scaled(textWidth), this->width() - 2 * gap::huge);
    QFont heading = font();
    heading.setPointSizeF(heading.pointSizeF() * 1.4);
    heading.setWeight(QFont::DemiBold);
    constexpr int flags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;
    const QRect room(0, 0, width, height());
    const int titleHeight = QFontMetrics(heading).boundingRect(room, flags, m_words.title).height();
    const int textHeight = fontMetrics().boundingRect(room, flags, m_words.text).height();
    const int left = (this->width() - width) / 2;
    int top = (height() - side - titleHeight - textHeight - gap::medium - gap::small) / 2;
    const QRectF disc((this->width() - side) / 2.0, top, side, side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.tint(m_words.tone));
    painter.drawEllipse(disc);
    const qreal inset = side * 0.28;
    paintGlyph(painter, disc.adjusted(inset, inset, -inset, -inset), m_words.glyph, c.of(m_words.tone));
    top += side + gap::medium;
    painter.setFont(heading);
    painter.setPen(c.text);
    painter.drawText(QRect(left, top, width, titleHeight), flags, m_words.title);
    top += titleHeight + gap::small;
    painter.setFont(font());
    painter.setPen(c.muted);
    painter.drawText(QRect(left, top, width, textHeight), flags, m_words.text);
}

} // namespace crema::ui
