// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/factspanel.h"

#include "model/modelreading.h"
#include "ui/common/exacttext.h"
#include "ui/common/flowlayout.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int editorLines = 3;
constexpr int longWord = 14; // letters of a word that may be broken
constexpr int valueColumn = 1;

/// With places to break long words (addresses) at: after each sign in them, and anywhere in long stretches
/// without one.
QString breakable(const QString &text)
{
    static const QRegularExpression longWords(u"[!-~]{%1,}"_s.arg(longWord)); // joined scripts stay whole
    static const QRegularExpression places(
            u"(?<=[^A-Za-z0-9])(?=.)|(?<=[A-Za-z0-9]{%1})(?=.)"_s.arg(longWord));
    QString broken;
    qsizetype done = 0;
    for (const QRegularExpressionMatch &word : longWords.globalMatch(text)) {
        broken += QStringView(text).mid(done, word.capturedStart() - done);
        broken += word.captured().replace(places, u"\u200B"_s);
        done = word.capturedEnd();
    }
    broken += QStringView(text).mid(done);
    return broken;
}

/// What a fact says may take several lines; its name and its place take one and get the width they need.
class FactDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QString displayText(const QVariant &value, const QLocale &locale) const override
    {
        return breakable(QStyledItemDelegate::displayText(value, locale));
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int edges = index.column() == valueColumn ? 0 : 2 * gap::tiny; // which the style leaves free
        return QStyledItemDelegate::sizeHint(option, index) + QSize(edges, 0);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->features.setFlag(QStyleOptionViewItem::WrapText, index.column() == valueColumn);
    }
};

QString originOf(const ShownFact &fact, bool isFromModel)
{
    if (fact.corrected) {
        return fact.text.isEmpty() ? FactsPanel::tr("removed by you") : FactsPanel::tr("corrected by you");
    }
    if (fact.read.line == 0) {
        return {};
    }
    return isFromModel ? FactsPanel::tr("line %1, by a model").arg(fact.read.line)
                       : FactsPanel::tr("line %1").arg(fact.read.line);
}

QString valueOf(const ShownFact &fact)
{
    if (!fact.text.isEmpty()) {
        return fact.text;
    }
    return fact.corrected && !fact.read.text.isEmpty() ? fact.read.text : FactsPanel::tr("not found");
}

/// The same fact after a change: the item read is the same, or, of one added by hand, its words.
bool isSame(const ShownFact &a, const ShownFact &b)
{
    const bool inList = factLists().contains(a.field);
    return a.field == b.field
            && (!inList || (a.read == b.read && (!a.read.text.isEmpty() || a.text == b.text)));
}

} // namespace

QString factName(const QString &field)
{
    static const QHash<QString, const char *> names {
            {u"name"_s, QT_TRANSLATE_NOOP("crema::ui::FactsPanel", "Name")},
            {u"email"_s, QT_TRANSLATE_NOOP("crema::ui::FactsPanel", "Email")},
            {u"phone"_s, QT_TRANSLATE_NOOP("crema::ui::FactsPanel", "Phone")},
            {u"linkedinUrl"_s, QT_TRANSLATE_NOOP("crema::ui::FactsPanel", "LinkedIn")},
            {u"university"_s, QT_TRANSLATE_NOOP("crema::ui::FactsPanel", "University")},
            {u"degree"_s, QT_TRANSLATE_NOOP("crema::ui::FactsPanel", "Degree")},
            {u"major"_s, QT_TRANSLATE_NOOP("crema::ui::FactsPanel", "Major")},
            {u"graduationYear"_s, QT_TRANSLATE_NOOP("crema::ui::FactsPanel", "Graduation year")},
            {u"hometown"_s, QT_TRANSLATE_NOOP("crema::ui::FactsPanel", "Hometown")},
            {u"companies"_s, QT_TRANSLATE_NOOP("crema::ui::FactsPanel", "Employer")},
            {u"experience"_s, QT_TRANSLATE_NOOP("crema::ui::FactsPanel", "What you did")},
    };
    return names.contains(field) ? FactsPanel::tr(names[field]) : field;
}

FactsPanel::FactsPanel(QWidget *parent) : QWidget(parent)
{
    build();
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row, int) { choose(row); });
    connect(m_save, &QPushButton::clicked, this, &FactsPanel::save);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (m_editing) {
            m_edit->document()->setModified(false);
            Q_EMIT corrected(*m_editing, {});
        }
    });
    connect(m_revert, &QPushButton::clicked, this, [this] {
        if (m_editing) {
            m_edit->document()->setModified(false);
            Q_EMIT reverted(*m_editing);
        }
    });
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_save->setEnabled(m_editing && m_edit->document()->isModified());
        m_refusal->hide();
    });
    setFocusProxy(m_table);
    showCurrent();
}

void FactsPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    column->addWidget(makeLabel(tr("What was read from it"), TextRole::strong));
    m_table = new QTableWidget(0, 3);
    m_table->setObjectName(u"resumeFacts"_s);
    m_table->setAccessibleName(tr("What was read from the resume"));
    setUpTable(m_table);
    m_table->setHorizontalHeaderLabels({tr("Fact"), tr("What it says"), tr("From")});
    m_table->horizontalHeader()->setSectionsMovable(false);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(valueColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setWordWrap(true);
    m_table->setItemDelegate(new FactDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setTabKeyNavigation(false);
    column->addWidget(m_table, 1);
    column->addWidget(buildEditor());
}

QWidget *FactsPanel::buildEditor()
{
    auto *editor = new QWidget;
    auto *column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::tiny);
    m_what = makeLabel({}, TextRole::caption, Tone::muted);
    m_what->setObjectName(u"factWhat"_s);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_edit = new QPlainTextEdit;
    m_edit->setObjectName(u"factEdit"_s);
    m_edit->setAccessibleName(tr("The chosen fact"));
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * editorLines + 2 * gap::small);
    m_refusal = makeLabel({}, TextRole::caption, Tone::bad);
    m_refusal->setObjectName(u"factRefusal"_s);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    auto *buttons = new QWidget;
    auto *row = new FlowLayout(buttons);
    const auto button = [row](const QString &name, const QString &words, const QString &tip) {
        auto *made = new QPushButton(words);
        made->setObjectName(name);
        made->setToolTip(tip);
        made->setAutoDefault(false);
        row->addWidget(made);
        return made;
    };
    m_save = button(u"factSave"_s, tr("Save"), tr("Save the correction (Ctrl+Enter)"));
    m_remove = button(u"factRemove"_s, tr("Not so: remove"), tr("It will not be said about you"));
    m_revert = button(u"factRevert"_s, tr("Back to what was read"), tr("Takes your correction back"));
    auto *employer = button(u"factAddEmployer"_s, tr("Add employer"), tr("One that was not found"));
    auto *line = button(u"factAddLine"_s, tr("Add line"), tr("Something you did that was not found"));
    connect(employer, &QPushButton::clicked, this, [this] { begin(u"companies"_s); });
    connect(line, &QPushButton::clicked, this, [this] { begin(u"experience"_s); });
    auto *saving = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), m_edit);
    saving->setContext(Qt::WidgetShortcut);
    connect(saving, &QShortcut::activated, this, &FactsPanel::save);
    column->addWidget(m_what);
    column->addWidget(m_edit);
    column->addWidget(m_refusal);
    column->addWidget(buttons);
    return editor;
}

void FactsPanel::fillRow(int row, const ShownFact &fact, const QString &origin)
{
    const bool removed = fact.corrected && fact.text.isEmpty() && !fact.read.text.isEmpty();
    const QStringList texts {factName(fact.field), valueOf(fact), origin};
    for (int column = 0; column < texts.size(); ++column) {
        auto *item = new QTableWidgetItem(texts[column]);
        item->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        const bool quiet = column != 1 || fact.text.isEmpty();
        if (quiet) {
            item->setForeground(fact.corrected && column == 2 ? colours().of(Tone::accent)
                                                              : colours().of(Tone::muted));
        }
        if (removed && column == 1) {
            QFont struck = m_table->font();
            struck.setStrikeOut(true);
            item->setFont(struck);
        }
        if (column == 1 && fact.corrected && !fact.read.text.isEmpty()) {
            item->setToolTip(tr("Read: %1").arg(fact.read.text));
        }
        m_table->setItem(row, column, item);
    }
}

void FactsPanel::show(const Resume &resume)
{
    const auto before = m_editing;
    const int row = m_table->currentRow();
    {
        const QSignalBlocker quiet(m_table);
        m_facts = shownFacts(resume);
        const ModelReading model = modelReadingOf(resume);
        m_table->setRowCount(static_cast<int>(m_facts.size()));
        for (int i = 0; i < m_facts.size(); ++i) {
            fillRow(i, m_facts[i], originOf(m_facts[i], isFromModel(model, m_facts[i])));
        }
        const auto same = std::ranges::find_if(
                m_facts, [&](const ShownFact &fact) { return before && isSame(fact, *before); });
        const auto kept = same != m_facts.end() ? static_cast<int>(same - m_facts.begin())
                                                : std::min(row, m_table->rowCount() - 1);
        if (row >= 0) {
            m_table->setCurrentCell(kept, 1);
        }
    }
    const bool adding = before && before->read.text.isEmpty() && before->text.isEmpty()
            && factLists().contains(before->field);
    if (m_edit->document()->isModified()
        && (adding || (current() && before && isSame(*current(), *before)))) {
        m_editing = adding ? before : current(); // what is being typed stays
        return;
    }
    m_editing = current();
    showCurrent();
}

std::optional<ShownFact> FactsPanel::current() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_facts.size() ? std::optional(m_facts[row]) : std::nullopt;
}

void FactsPanel::choose(int row)
{
    flush();
    if (row < 0 || row >= m_facts.size()) {
        return;
    }
    m_editing = m_facts[row];
    showCurrent();
    Q_EMIT factChosen(*m_editing);
}

void FactsPanel::showCurrent()
{
    m_refusal->hide();
    const bool chosen = m_editing.has_value();
    const ShownFact fact = m_editing.value_or(ShownFact {});
    m_edit->setEnabled(chosen);
    m_edit->setPlainText(fact.text);
    m_edit->document()->setModified(false);
    m_save->setEnabled(false);
    m_remove->setEnabled(chosen && !fact.text.isEmpty());
    m_revert->setEnabled(chosen && fact.corrected);
    QString words = tr("Choose a fact to see its place and to correct it.");
    if (chosen && fact.read.text.isEmpty()) {
        words = tr("%1: nothing was read. You can type it.").arg(factName(fact.field));
    } else if (chosen && fact.corrected) {
        words = tr("%1. Line %2 was read as: %3")
                        .arg(factName(fact.field))
                        .arg(fact.read.line)
                        .arg(fact.read.text);
    } else if (chosen) {
        words = tr("%1, read in line %2").arg(factName(fact.field)).arg(fact.read.line);
    }
    m_what->setText(words);
}

void FactsPanel::begin(const QString &list)
{
    flush();
    m_editing = ShownFact {list, {}, {}, false};
    showCurrent();
    m_what->setText(list == "companies"_L1 ? tr("A new employer") : tr("Something more you did"));
    m_edit->setFocus(Qt::OtherFocusReason);
}

void FactsPanel::save()
{
    if (m_editing && m_edit->document()->isModified()) {
        m_edit->document()->setModified(false);
        m_save->setEnabled(false);
        m_sent = m_editing;
        m_sentText = exactText(*m_edit->document());
        Q_EMIT corrected(*m_editing, m_sentText);
    }
}

void FactsPanel::flush()
{
    save();
}

void FactsPanel::showRefusal(const QString &why)
{
    if (!m_sent) {
        return;
    }
    // The user may have gone on to another fact meanwhile: back to the one it is about.
    const auto row = std::ranges::find_if(m_facts,
                                          [&](const ShownFact &fact) { return isSame(fact, *m_sent); });
    if (row != m_facts.end()) {
        const QSignalBlocker quiet(m_table);
        m_table->setCurrentCell(static_cast<int>(row - m_facts.begin()), 1);
    }
    m_editing = m_sent;
    showCurrent();
    m_edit->setPlainText(m_sentText);
    m_refusal->setText(why);
    m_refusal->show();
    m_edit->document()->setModified(true);
    m_save->setEnabled(true);
}

} // namespace crema::ui
