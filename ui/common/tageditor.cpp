// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tageditor.h"

#include "base/text.h"
#include "ui/common/flowlayout.h"
#include "ui/common/taborder.h"
#include "ui/theme/glyph.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStringListModel>
#include <QStyle>

#include <algorithm>

namespace crema::ui {

namespace {

constexpr int crossSide = 14;

/// One tag; clicking it, Delete or Enter removes it.
class TagChip final : public QAbstractButton
{
public:
    TagChip(const QString &tag, QWidget *parent) : QAbstractButton(parent)
    {
        setText(tag);
        setAccessibleName(TagEditor::tr("Remove tag %1").arg(tag));
        setToolTip(TagEditor::tr("Remove"));
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + crossSide + 26,
                fontMetrics().height() + gap::small};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &c = colours();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(hasFocus() ? QPen(c.accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(underMouse() ? mix(c.accent, c.surface, 0.2) : c.tint(Tone::accent));
        const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2);
        painter.setPen(c.text);
        const QRect words(10, 0, width() - crossSide - 22, height());
        painter.drawText(style()->visualRect(layoutDirection(), rect(), words),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(text(), Qt::ElideRight, words.width() + 2));
        const QRect cross(width() - crossSide - 8, (height() - crossSide) / 2, crossSide, crossSide);
        paintGlyph(painter, style()->visualRect(layoutDirection(), rect(), cross), Glyph::close, c.muted);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace
            || event->key() == Qt::Key_Return) {
            click();
            return;
        }
        QAbstractButton::keyPressEvent(event);
    }
};

} // namespace

TagEditor::TagEditor(const QString &accessibleName, QWidget *parent)
    : QWidget(parent), m_flow(new FlowLayout(this, gap::tiny + gap::hair)), m_field(new QLineEdit)
{
    setAccessibleName(accessibleName);
    m_field->setAccessibleName(accessibleName);
    m_field->setPlaceholderText(tr("Add a tag"));
    m_field->setMinimumWidth(fontMetrics().averageCharWidth() * 18);
    m_field->installEventFilter(this);
    m_flow->addWidget(m_field);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::returnPressed, this, &TagEditor::addFromField);
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.endsWith(u',') || text.endsWith(u';')) {
            addFromField();
        }
    });
}

void TagEditor::setTags(const QStringList &tags)
{
    if (tags != m_tags) {
        m_tags = tags;
        rebuild();
    }
}

void TagEditor::setSuggestions(const QStringList &words)
{
    auto *completer = new QCompleter(words, m_field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_field->setCompleter(completer);
}

void TagEditor::setPlaceholder(const QString &text)
{
    m_field->setPlaceholderText(text);
}

bool TagEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_field->text().isEmpty() && !m_tags.isEmpty()) {
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Backspace) {
            remove(QString(m_tags.constLast()));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TagEditor::addFromField()
{
    QString text = m_field->text();
    text.replace(u';', u',');
    const QStringList words = text.split(u',', Qt::SkipEmptyParts);
    const QStringList before = m_tags;
    for (const QString &word : words) {
        const QString tag = cleanLine(word);
        const bool known = std::any_of(m_tags.cbegin(), m_tags.cend(),
                                       [&tag](const QString &other) { return fold(other) == fold(tag); });
        if (!tag.isEmpty() && !known) {
            m_tags.append(tag);
        }
    }
    m_field->clear();
    if (m_tags != before) {
        rebuild();
        Q_EMIT tagsChanged(m_tags);
    }
}

void TagEditor::remove(const QString &tag)
{
    m_tags.removeAll(tag);
    rebuild();
    m_field->setFocus();
    Q_EMIT tagsChanged(m_tags);
}

void TagEditor::rebuild()
{
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        // A chip may be the sender of the click that removes it.
        if (item->widget() != m_field) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    QList<QWidget *> chips;
    for (const QString &tag : std::as_const(m_tags)) {
        auto *chip = new TagChip(tag, this);
        connect(chip, &QAbstractButton::clicked, this, [this, tag] { remove(tag); });
        m_flow->addWidget(chip);
        chip->show();
        chips << chip;
    }
    m_flow->addWidget(m_field);
    placeInTabOrder(*m_field, chips);
}

} // namespace crema::ui
