// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/versionsdialog.h"

#include "base/dates.h"
#include "ui/drafts/diffview.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

QString whenWords(const QString &stored, const QDateTime &now)
{
    const QDateTime at = fromStoredTime(stored).toLocalTime();
    if (!at.isValid()) {
        return VersionsDialog::tr("Before the history begins");
    }
    const QLocale locale;
    const QString time = locale.toString(at.time(), QLocale::ShortFormat);
    return at.date() == now.date() ? VersionsDialog::tr("Today, %1").arg(time)
                                   : u"%1, %2"_s.arg(locale.toString(at.date(), QLocale::ShortFormat), time);
}

int wordsOf(const QVector<DiffPiece> &pieces, DiffPiece::Kind kind)
{
    int words = 0;
    for (const DiffPiece &piece : pieces) {
        if (piece.kind == kind) {
            words += static_cast<int>(piece.text.simplified().split(u' ', Qt::SkipEmptyParts).size());
        }
    }
    return words;
}

/// When in the first line, by whom in the second.
class VersionDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, 2 * option.fontMetrics.height() + gap::hair + 2 * gap::small};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem own = option;
        initStyleOption(&own, index);
        const QStringList lines = index.data(Qt::DisplayRole).toString().split(u'\n');
        own.text.clear();
        own.widget->style()->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);
        const QRect words = own.rect.adjusted(gap::small + gap::tiny, gap::small, -gap::small, -gap::small);
        const QFontMetrics metrics(own.font);
        painter->save();
        QFont strong = own.font;
        strong.setWeight(QFont::DemiBold);
        painter->setFont(strong);
        painter->setPen(colours().text);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignTop, lines.value(0));
        painter->setFont(own.font);
        painter->setPen(colours().muted);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignBottom,
                          metrics.elidedText(lines.value(1), Qt::ElideRight, words.width()));
        painter->restore();
    }
};

} // namespace

QString writerWords(const flows::DraftVersion &version)
{
    const QString &writer = version.draft.writer;
    if (version.origin == "sync"_L1) {
        return VersionsDialog::tr("From another device");
    }
    return writer == "hand"_L1                  ? VersionsDialog::tr("Edited by hand")
            : writer.startsWith("template:"_L1) ? VersionsDialog::tr("Written from a template")
            : writer.startsWith("own:"_L1)
            ? VersionsDialog::tr("Written from your template “%1”").arg(writer.sliced(4))
            : writer.isEmpty() ? VersionsDialog::tr("Written elsewhere")
                               : VersionsDialog::tr("Written by %1").arg(writer);
}

VersionsDialog::VersionsDialog(QVector<flows::DraftVersion> versions, const QDateTime &now, int keptDays,
                               QWidget *parent)
    : QDialog(parent), m_versions(std::move(versions)), m_list(new QListWidget), m_diff(new DiffView),
      m_summary(makeLabel({}, TextRole::caption, Tone::muted)),
      m_restore(new QPushButton(icon(Glyph::undo, Tone::onAccent), tr("Restore this text")))
{
    build(keptDays);
    connect(m_list, &QListWidget::currentRowChanged, this, &VersionsDialog::compare);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        if (const flows::DraftVersion *version = chosen()) {
            Q_EMIT restoreRequested(version->number);
            accept();
        }
    });
    fill(now);
}

void VersionsDialog::build(int keptDays)
{
    setObjectName(u"versionsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Versions"));
    resize(scaled(860), scaled(560));
    m_list->setObjectName(u"versionsList"_s);
    m_list->setAccessibleName(tr("Versions"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new VersionDelegate(m_list));
    m_list->setMinimumWidth(scaled(190));
    m_diff->setObjectName(u"versionsDiff"_s);
    m_diff->setAccessibleName(tr("What differs from the present text"));
    m_diff->setMinimumWidth(scaled(240));
    m_summary->setObjectName(u"versionsSummary"_s);
    m_summary->setWordWrap(true);
    m_restore->setObjectName(u"versionsRestore"_s);
    setButtonKind(m_restore, ButtonKind::primary);
    auto *right = new QWidget;
    auto *beside = new QVBoxLayout(right);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->addWidget(m_summary);
    beside->addWidget(m_diff, 1);
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->setHandleWidth(gap::medium);
    split->addWidget(m_list);
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    split->setSizes({scaled(230), scaled(600)});
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(u"versionsClose"_s);
    close->setAutoDefault(false); // Enter restores
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_restore);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::large);
    column->setSpacing(gap::small + gap::tiny);
    column->addWidget(makeLabel(tr("Versions"), TextRole::heading));
    QLabel *about = makeLabel(tr("Nothing that was written or typed is lost for %n day(s). A restored text "
                                 "is a version as well.",
                                 nullptr, keptDays),
                              TextRole::body, Tone::muted);
    about->setWordWrap(true);
    column->addWidget(about);
    column->addWidget(split, 1);
    column->addLayout(buttons);
    m_restore->setDefault(true); // in its dialog: before, it would not be known to it
}

void VersionsDialog::fill(const QDateTime &now)
{
    for (qsizetype i = m_versions.size() - 1; i >= 0; --i) {
        const flows::DraftVersion &version = m_versions[i];
        const QString when = i == m_versions.size() - 1 ? tr("Now") : whenWords(version.at, now);
        auto *item = new QListWidgetItem(when + u'\n' + writerWords(version), m_list);
        item->setData(Qt::UserRole, static_cast<int>(i));
        item->setToolTip(version.label);
    }
    m_list->setCurrentRow(m_list->count() > 1 ? 1 : 0);
    compare();
}

const flows::DraftVersion *VersionsDialog::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item == nullptr ? nullptr : &m_versions[item->data(Qt::UserRole).toInt()];
}

void VersionsDialog::compare()
{
    const flows::DraftVersion *version = chosen();
    if (version == nullptr) {
        return;
    }
    const Draft &now = m_versions.constLast().draft;
    const auto subject = wordDiff(version->draft.subject, now.subject);
    const auto body = wordDiff(version->draft.body, now.body);
    m_diff->show(subject, body);
    const bool differs = version->draft.subject != now.subject || version->draft.body != now.body;
    m_restore->setEnabled(differs);
    if (!differs) {
        m_summary->setText(m_versions.size() == 1 ? tr("This is the only text so far.")
                                   : version->number == m_versions.constLast().number
                                   ? tr("This is the present text. Choose an earlier one to compare.")
                                   : tr("The same as the present text."));
        return;
    }
    const int gone = wordsOf(subject, DiffPiece::Kind::removed) + wordsOf(body, DiffPiece::Kind::removed);
    const int come = wordsOf(subject, DiffPiece::Kind::added) + wordsOf(body, DiffPiece::Kind::added);
    //: how an earlier text differs from the present one
    m_summary->setText(tr("Struck out: only in this version (%1). Underlined: only in the present text (%2).")
                               .arg(tr("%n word(s)", nullptr, gone), tr("%n word(s)", nullptr, come)));
}

} // namespace crema::ui
