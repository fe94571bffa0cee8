// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/mergeview.h"

#include "base/dates.h"
#include "ui/common/avatar.h"
#include "ui/common/chip.h"
#include "ui/common/elidedlabel.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int avatarSide = 36;
enum Column { nameColumn, keepColumn, otherColumn, resultColumn };

/// An address or a link may break where its parts meet, so that no column is wider than the window.
QString breakable(QString text)
{
    static const QString joints = u"@./_-"_s;
    for (qsizetype i = text.size() - 1; i >= 0; --i) {
        if (joints.contains(text[i])) {
            text.insert(i + 1, QChar(0x200B));
        }
    }
    return text;
}

/// One value that can be taken: a radio button or check box with its text, on a ground of its own.
class ChoiceTile final : public QFrame
{
public:
    ChoiceTile(QAbstractButton *button, const QStringList &values) : m_button(button)
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(gap::small, gap::tiny + gap::hair, gap::small, gap::tiny + gap::hair);
        row->setSpacing(gap::small);
        row->addWidget(button, 0, Qt::AlignTop);
        auto *text = makeLabel(breakable(values.join(u'\n')));
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setAttribute(Qt::WA_TransparentForMouseEvents);
        row->addWidget(text, 1, Qt::AlignTop);
        connect(button, &QAbstractButton::toggled, this, [this] { update(); });
    }

protected:
    void mousePressEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton) {
            m_button->setFocus();
            m_button->click();
        }
    }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colours &own = colours();
        const bool chosen = m_button->isChecked();
        painter.setPen(QPen(chosen ? own.accent : own.line, 1));
        painter.setBrush(chosen ? own.tint(Tone::accent) : own.surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius::control,
                                radius::control);
    }

private:
    QAbstractButton *m_button;
};

QString attachedWords(const MergeSide &side)
{
    QStringList parts;
    if (side.drafts > 0) {
        parts << MergeView::tr("%n email(s)", nullptr, side.drafts);
    }
    if (side.preps > 0) {
        parts << MergeView::tr("%n chat(s)", nullptr, side.preps);
    }
    return parts.join(u", "_s);
}

QString originWords(const Contact &contact)
{
    const QDateTime at = fromStoredTime(contact.createdAt);
    const QString added = at.isValid()
            ? MergeView::tr("Added %1").arg(QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat))
            : QString();
    const QString label = contact.sources.value(QString()).label;
    return added.isEmpty() || label.isEmpty() ? added + label : added + u" · "_s + label;
}

QWidget *captionOf(const QString &text)
{
    auto *line = new ElidedLabel(text);
    setTextRole(line, TextRole::caption);
    setTone(line, Tone::muted);
    return line;
}

/// Who one side is.
QWidget *sideHead(const MergeSide &side, bool stays)
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(gap::small, 0, gap::small, gap::small);
    row->setSpacing(gap::small);
    auto *avatar = new Avatar(avatarSide);
    const QString name = side.contact.name().isEmpty() ? side.contact.email() : side.contact.name();
    avatar->setPerson(name, side.contact.id);
    row->addWidget(avatar, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(gap::hair);
    auto *title = new ElidedLabel(name);
    setTextRole(title, TextRole::strong);
    column->addWidget(title);
    auto *state = new QHBoxLayout;
    state->setSpacing(gap::small);
    state->addWidget(new Badge(stays ? MergeView::tr("Stays") : MergeView::tr("Goes into it"),
                               stays ? Tone::good : Tone::muted));
    state->addWidget(captionOf(attachedWords(side)), 1);
    column->addLayout(state);
    if (const QString origin = originWords(side.contact); !origin.isEmpty()) {
        column->addWidget(captionOf(origin));
    }
    row->addLayout(column, 1);
    return head;
}

QLabel *markOf(const contacts::MergeField &field)
{
    const bool differ = !field.keep.isEmpty() && !field.other.isEmpty();
    auto *mark = makeLabel(differ ? MergeView::tr("differs") : MergeView::tr("only one has it"),
                           TextRole::caption, differ ? Tone::warn : Tone::muted);
    mark->setObjectName(u"merge.mark.%1"_s.arg(field.key));
    return mark;
}

QWidget *fieldName(const contacts::MergeField &field)
{
    auto *cell = new QWidget;
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, gap::tiny, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeLabel(mergeFieldWords(field.key), TextRole::strong));
    column->addWidget(markOf(field));
    column->addStretch();
    return cell;
}

QLabel *wrapped(const QString &text, Tone tone)
{
    auto *label = makeLabel(breakable(text), TextRole::body, tone);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

} // namespace

QString mergeFieldWords(const QString &key)
{
    static const QHash<QString, const char *> names {
            {u"name"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Name")},
            {u"headline"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Headline")},
            {u"positions"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Jobs")},
            {u"schools"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Schools")},
            {u"addresses"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Email")},
            {u"phones"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Phone")},
            {u"links"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Links")},
            {u"place"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Place")},
            {u"hometown"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Hometown")},
            {u"industry"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Industry")},
            {u"status"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Status")},
            {u"tags"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Tags")},
            {u"notes"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Notes")},
            {u"nextAction"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Next action")},
            {u"firstContactDate"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "First contact")},
            {u"lastContactDate"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Last contact")},
            {u"connectedOn"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Connected on")},
            {u"howMet"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "How you met")},
            {u"introducedBy"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Introduced by")},
            {u"muted"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Muted")},
            {u"extra"_s, QT_TRANSLATE_NOOP("crema::ui::MergeView", "Other fields")},
    };
    const auto name = names.constFind(key);
    return name == names.cend() ? key : MergeView::tr(*name);
}

MergeView::MergeView(DuplicatesPresenter &presenter, QWidget *parent)
    : QScrollArea(parent), m_presenter(presenter)
{
    setObjectName(u"merge.view"_s);
    setAccessibleName(tr("Fields of both contacts"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
}

void MergeView::addHead(QWidget *content, QGridLayout *grid)
{
    grid->addWidget(sideHead(m_presenter.keep(), true), 0, keepColumn);
    grid->addWidget(sideHead(m_presenter.other(), false), 0, otherColumn);
    auto *result = new QWidget(content);
    auto *column = new QVBoxLayout(result);
    column->setContentsMargins(gap::small, 0, 0, gap::small);
    column->addWidget(makeLabel(tr("Result"), TextRole::strong));
    auto *swap = new QPushButton(icon(Glyph::refresh), tr("Keep the other"));
    swap->setObjectName(u"merge.swap"_s);
    swap->setToolTip(tr("Keep the other contact and let this one go into it (X)"));
    setButtonKind(swap, ButtonKind::quiet);
    connect(swap, &QPushButton::clicked, &m_presenter, &DuplicatesPresenter::swapSides, Qt::QueuedConnection);
    column->addWidget(swap, 0, Qt::AlignLeft);
    grid->addWidget(result, 0, resultColumn, Qt::AlignTop);
}

void MergeView::addChoices(QGridLayout *grid, int row, const contacts::MergeField &field)
{
    using contacts::MergeChoice;
    const MergeChoice choice = m_presenter.choiceOf(field);
    const QString what = mergeFieldWords(field.key);
    const auto make = [&](const QStringList &values, MergeChoice own, Column column) {
        QAbstractButton *button = field.canBoth ? static_cast<QAbstractButton *>(new QCheckBox)
                                                : new QRadioButton;
        button->setObjectName(
                u"merge.%1.%2"_s.arg(own == MergeChoice::keep ? u"keep"_s : u"other"_s, field.key));
        button->setAccessibleName(values.isEmpty() ? tr("%1: none").arg(what)
                                                   : tr("%1: %2").arg(what, values.join(u", "_s)));
        button->setAutoExclusive(false);
        button->setChecked(choice == own || choice == MergeChoice::both);
        grid->addWidget(new ChoiceTile(button, values.isEmpty() ? QStringList {tr("—")} : values), row,
                        column);
        return button;
    };
    QAbstractButton *keep = make(field.keep, MergeChoice::keep, keepColumn);
    QAbstractButton *other = make(field.other, MergeChoice::other, otherColumn);
    if (!field.canBoth) {
        auto *group = new QButtonGroup(keep);
        group->addButton(keep);
        group->addButton(other);
    }
    const auto take = [this, keep, other, field](QAbstractButton *toggled, QAbstractButton *twin) {
        if (!keep->isChecked() && !other->isChecked()) {
            twin->setChecked(true); // one of them must be
        }
        Q_UNUSED(toggled)
        const bool both = keep->isChecked() && other->isChecked();
        m_presenter.choose(field.key,
                           both                        ? MergeChoice::both
                                   : keep->isChecked() ? MergeChoice::keep
                                                       : MergeChoice::other);
    };
    connect(keep, &QAbstractButton::clicked, this, [take, keep, other] { take(keep, other); });
    connect(other, &QAbstractButton::clicked, this, [take, keep, other] { take(other, keep); });
}

void MergeView::addLine(QGridLayout *grid, const contacts::MergeField &field)
{
    const int row = grid->rowCount();
    grid->addWidget(fieldName(field), row, nameColumn);
    addChoices(grid, row, field);
    QLabel *result = wrapped({}, Tone::text);
    result->setObjectName(u"merge.result.%1"_s.arg(field.key));
    result->setContentsMargins(gap::small, gap::tiny + gap::hair, 0, gap::tiny);
    grid->addWidget(result, row, resultColumn);
    m_lines << Line {field, result};
}

void MergeView::addSame(QGridLayout *grid, const QVector<contacts::MergeField> &fields)
{
    int row = grid->rowCount();
    grid->addWidget(makeLabel(tr("The same in both"), TextRole::caption, Tone::muted), row, nameColumn, 1, 4);
    for (const contacts::MergeField &field : fields) {
        ++row;
        grid->addWidget(makeLabel(mergeFieldWords(field.key), TextRole::body, Tone::muted), row, nameColumn,
                        Qt::AlignTop);
        grid->addWidget(wrapped(field.keep.join(u'\n'), Tone::muted), row, keepColumn, 1, 3);
    }
}

void MergeView::showPair()
{
    m_lines.clear();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(gap::medium, gap::medium, gap::medium, gap::medium);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(gap::small);
    grid->setVerticalSpacing(gap::small);
    grid->setColumnMinimumWidth(nameColumn, scaled(96));
    for (const Column wide : {keepColumn, otherColumn, resultColumn}) {
        grid->setColumnStretch(wide, 1);
        grid->setColumnMinimumWidth(wide, scaled(120));
    }
    if (m_presenter.hasPair()) {
        addHead(content, grid);
        QVector<contacts::MergeField> same;
        for (const contacts::MergeField &field : m_presenter.fields()) {
            if (field.same) {
                same << field;
            } else {
                addLine(grid, field);
            }
        }
        if (!same.isEmpty()) {
            addSame(grid, same);
        }
    }
    column->addLayout(grid);
    column->addStretch(1);
    m_grid = grid;
    showResult();
    setWidget(content);
    content->setAutoFillBackground(false);
}

void MergeView::showResult()
{
    if (!m_presenter.hasPair()) {
        return;
    }
    const Contact result = m_presenter.result();
    for (const Line &line : std::as_const(m_lines)) {
        const QStringList values = contacts::mergeValues(line.field.key, result);
        line.result->setText(values.isEmpty() ? tr("—") : breakable(values.join(u'\n')));
        setTone(line.result, values.isEmpty() ? Tone::muted : Tone::text);
    }
    m_grid->invalidate(); // before the scroll area asks how high it is
}

} // namespace crema::ui
