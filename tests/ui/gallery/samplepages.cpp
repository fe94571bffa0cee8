// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplepages.h"

#include "ui/common/avatar.h"
#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/card.h"
#include "ui/common/chip.h"
#include "ui/common/emptystate.h"
#include "ui/common/flowlayout.h"
#include "ui/common/formrow.h"
#include "ui/common/keyvaluelist.h"
#include "ui/common/pdfview.h"
#include "ui/common/scrollpage.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/common/tageditor.h"
#include "ui/support/samplepdf.h"
#include "ui/theme/roles.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace crema::ui::gallery {

namespace {

QStandardItemModel *people(QObject *parent)
{
    const QVector<QStringList> rows {
            {u"Amara Okafor"_s, u"Investment Banking Analyst"_s, u"Hartwell & Stone"_s, u"Replied"_s,
             u"12 Mar"_s},
            {u"Zoë Müller"_s, u"Product Manager"_s, u"Nordlicht Systems"_s, u"Contacted"_s, u"9 Mar"_s},
            {u"山田 太郎"_s, u"Software Engineer"_s, u"Kitamura Robotics"_s, u"Not Contacted"_s, QString()},
            {u"Łukasz Wiśniewski"_s, u"Consultant"_s, u"Baltic Advisory"_s, u"Call Scheduled"_s, u"8 Mar"_s},
            {u"Priya Raghunathan"_s, u"Equity Research Associate"_s, u"Meridian Capital"_s, u"Followed Up"_s,
             u"2 Mar"_s},
            {u"محمد الأنصاري"_s, u"Data Scientist"_s, u"Oasis Analytics"_s, u"Met"_s, u"28 Feb"_s},
            {u"Grace Delacroix"_s, u"Associate, M&A"_s, u"Hartwell & Stone"_s, u"Rejected"_s, u"21 Feb"_s},
            {u"Kwame Boateng"_s, u"Portfolio Analyst"_s, u"Savanna Partners"_s, u"Hired"_s, u"20 Feb"_s},
            {u"Ελένη Παπαδοπούλου"_s, u"UX Researcher"_s, u"Aegean Studio"_s, u"Closed"_s, u"11 Feb"_s},
            {u"Jonathan Whitfield-Cavanaugh III"_s, u"Vice President, Leveraged Finance"_s,
             u"Meridian Capital"_s, u"Contacted"_s, u"10 Feb"_s},
    };
    auto *model = new QStandardItemModel(parent);
    model->setHorizontalHeaderLabels({u"Name"_s, u"Title"_s, u"Company"_s, u"Status"_s, u"Last contact"_s});
    for (const QStringList &row : rows) {
        QList<QStandardItem *> items;
        for (const QString &cell : row) {
            items.append(new QStandardItem(cell));
        }
        model->appendRow(items);
    }
    return model;
}

QWidget *detailPane()
{
    auto *card = new Card;
    auto *head = new QHBoxLayout;
    auto *avatar = new Avatar(48);
    avatar->setPerson(u"Amara Okafor"_s, u"amara"_s);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(makeLabel(u"Amara Okafor"_s, TextRole::heading));
    names->addWidget(makeLabel(u"Investment Banking Analyst"_s, TextRole::body, Tone::muted));
    auto *chip = new StatusChip;
    chip->setStatus(u"Replied"_s);
    head->addWidget(avatar);
    head->addSpacing(gap::small);
    head->addLayout(names, 1);
    head->addWidget(chip, 0, Qt::AlignTop);
    card->body()->addLayout(head);
    auto *facts = new KeyValueList;
    facts->setRows(
            {{u"Company"_s, u"Hartwell & Stone"_s, u"Connections.csv, row 14"_s, {}},
             {u"Email"_s, u"amara.okafor@hartwell.example"_s, {}, u"mailto:amara.okafor@hartwell.example"_s},
             {u"School"_s, u"University of Southern California"_s, u"entered by you"_s, {}},
             {u"Phone"_s, QString(), {}, {}}});
    card->body()->addWidget(facts);
    auto *tags = new TagEditor(u"Tags"_s);
    tags->setTags({u"alumni"_s, u"banking"_s, u"spring list"_s});
    card->body()->addWidget(tags);
    card->body()->addStretch();
    return card;
}

QHBoxLayout *buttons()
{
    auto *row = new QHBoxLayout;
    auto *primary = new QPushButton(icon(Glyph::search), u"Find people"_s);
    setButtonKind(primary, ButtonKind::primary);
    auto *quiet = new QPushButton(u"Skip"_s);
    setButtonKind(quiet, ButtonKind::quiet);
    auto *danger = new QPushButton(icon(Glyph::trash), u"Delete"_s);
    setButtonKind(danger, ButtonKind::danger);
    auto *disabled = new QPushButton(icon(Glyph::send), u"Send"_s);
    disabled->setEnabled(false);
    for (QPushButton *button :
         {primary, new QPushButton(icon(Glyph::exportFile), u"Export"_s), quiet, danger, disabled}) {
        row->addWidget(button);
    }
    row->addStretch();
    return row;
}

Card *chipsCard()
{
    auto *card = new Card(u"Statuses"_s);
    auto *box = new QWidget;
    auto *flow = new FlowLayout(box);
    for (const QString &status :
         {u"Not Contacted"_s, u"Contacted"_s, u"Followed Up"_s, u"Replied"_s, u"Call Scheduled"_s, u"Met"_s,
          u"Closed"_s, u"Rejected"_s, u"Hired"_s, u"held"_s}) {
        auto *chip = new StatusChip;
        chip->setStatus(status);
        flow->addWidget(chip);
    }
    card->body()->addWidget(box);
    card->setCorner(new Badge(u"12"_s, Tone::accent));
    return card;
}

Card *glyphCard()
{
    auto *card = new Card(u"Icons"_s);
    auto *box = new QWidget;
    auto *flow = new FlowLayout(box);
    for (int i = 0; i < glyphCount(); ++i) {
        auto *button = new QToolButton;
        button->setIcon(icon(Glyph(i)));
        button->setToolTip(glyphName(Glyph(i)));
        button->setAccessibleName(glyphName(Glyph(i)));
        flow->addWidget(button);
    }
    card->body()->addWidget(box);
    return card;
}

} // namespace

QWidget *tablePage()
{
    auto *page = new QWidget;
    auto *table = new QTableView;
    table->setModel(people(table));
    setUpTable(table);
    table->setItemDelegateForColumn(3, new StatusDelegate(table));
    table->setSortingEnabled(true);
    table->sortByColumn(0, Qt::AscendingOrder);
    table->setColumnWidth(0, 190);
    table->setColumnWidth(1, 210);
    table->setColumnWidth(2, 150);
    table->setColumnWidth(3, 140);
    table->selectRow(1);
    table->setAccessibleName(u"People"_s);
    auto *split = new QSplitter;
    split->addWidget(table);
    split->addWidget(detailPane());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    auto *filters = new QHBoxLayout;
    auto *kinds = new SegmentedControl(u"View"_s);
    kinds->addSegment(u"Table"_s, Glyph::list);
    kinds->addSegment(u"Board"_s, Glyph::board);
    auto *filter = new QLineEdit;
    filter->setPlaceholderText(u"Filter this list"_s);
    filter->setMaximumWidth(260);
    filters->addWidget(kinds);
    filters->addWidget(filter);
    filters->addStretch();
    filters->addWidget(new QPushButton(icon(Glyph::columns), u"Columns"_s));
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(gap::large, 0, gap::large, gap::medium);
    column->addLayout(filters);
    column->addWidget(split, 1);
    auto *add = new QAction(icon(Glyph::add), u"Add person"_s, page);
    add->setPriority(QAction::HighPriority);
    auto *exported = new QAction(icon(Glyph::exportFile), u"Export..."_s, page);
    exported->setPriority(QAction::LowPriority);
    page->addActions({new QAction(icon(Glyph::importFile), u"Import..."_s, page), exported, add});
    return page;
}

QWidget *widgetsPage()
{
    auto *page = new QWidget;
    auto *banner = new Banner;
    banner->showError({ErrorKind::rejectedInput,
                       u"Connections.csv, row 3: the quotes are never closed. Nothing was imported."_s,
                       {},
                       {},
                       0});
    auto *offline = new Banner;
    offline->showError({ErrorKind::offline, u"Gmail could not be reached."_s, {}, {}, 0});
    auto *busy = new BusyBar;
    busy->setProgress(u"Reading row 1,200 of 5,000"_s, 24);
    auto *moving = new BusyBar;
    moving->setProgress(u"Looking for news"_s);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(gap::large, 0, gap::large, gap::medium);
    column->setSpacing(gap::medium);
    column->addWidget(banner);
    column->addWidget(offline);
    column->addLayout(buttons());
    auto *progress = new Card(u"Work"_s);
    progress->body()->addWidget(busy);
    progress->body()->addWidget(moving);
    auto *pair = new QHBoxLayout;
    pair->setSpacing(gap::medium);
    pair->addWidget(progress, 1);
    pair->addWidget(chipsCard(), 1);
    column->addLayout(pair);
    column->addWidget(glyphCard());
    column->addStretch();
    return page;
}

QWidget *emptyPage()
{
    auto *empty = new EmptyState;
    empty->setGlyph(Glyph::contacts);
    empty->setTitle(u"Nobody here yet"_s);
    empty->setText(
            u"Bring the people you know: your LinkedIn connections, a spreadsheet, or the address book of your phone."_s);
    empty->setPrimary(u"Import people"_s, Glyph::importFile);
    empty->setSecondary(u"Add one by hand"_s);
    return empty;
}

QWidget *pdfPage()
{
    auto *page = new QWidget;
    auto *view = new PdfView;
    auto *exported = new QPushButton(icon(Glyph::exportFile), u"Export"_s);
    setButtonKind(exported, ButtonKind::primary);
    view->addToolWidget(exported);
    view->loadBytes(test::samplePdf(
            {u"Coffee chat with Amara Okafor\n\nYou both studied at the University of Southern California. Coffee on Thursday."_s,
             u"Questions for coffee"_s}));
    view->find(u"coffee"_s);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(gap::large, 0, gap::large, gap::medium);
    column->addWidget(view);
    return page;
}

QWidget *formPage()
{
    auto *page = new ScrollPage;
    auto *form = new Card(u"Who are you looking for?"_s);
    auto *title = new QLineEdit(u"Investment Banking Analyst"_s);
    auto *company = new QLineEdit;
    company->setPlaceholderText(u"Any company"_s);
    auto *limit = new QSpinBox;
    limit->setRange(1, 50);
    limit->setValue(8);
    auto *source = new QComboBox;
    source->addItems({u"Local directory (free)"_s, u"People Data Labs"_s});
    form->body()->addWidget(new FormRow(u"Job title"_s, title, u"Similar titles are found too."_s));
    auto *wrong = new FormRow(u"Company"_s, company);
    wrong->setError(u"No company is called like this."_s);
    form->body()->addWidget(wrong);
    form->body()->addWidget(new FormRow(u"How many"_s, limit));
    form->body()->addWidget(new FormRow(u"Where to look"_s, source));
    form->body()->addWidget(new FormRow(u"From"_s, new QDateEdit(QDate(2024, 3, 1))));
    auto *check = new QCheckBox(u"Leave out people I know already"_s);
    check->setChecked(true);
    auto *partly = new QCheckBox(u"All schools"_s);
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    auto *one = new QRadioButton(u"First email"_s);
    one->setChecked(true);
    auto *off = new QCheckBox(u"Not available on this plan"_s);
    off->setEnabled(false);
    for (QWidget *box :
         std::initializer_list<QWidget *> {check, partly, new QCheckBox(u"Only with an email"_s), off, one,
                                           new QRadioButton(u"Follow-up"_s)}) {
        form->body()->addWidget(box);
    }
    form->body()->addStretch();
    auto *right = new Card(u"Text"_s);
    auto *text = new QPlainTextEdit(
            u"Hi Amara,\n\nWe both studied at the University of Southern California. Could I ask you how you moved into banking?\n\nBest,\nSam"_s);
    right->body()->addWidget(text, 1);
    auto *list = new QListWidget;
    list->addItems({u"First email"_s, u"Follow-up"_s, u"Thank-you"_s});
    list->setCurrentRow(1);
    right->body()->addWidget(list, 1);
    auto *tabs = new QTabWidget;
    tabs->addTab(new QLabel(u"Preview as sent"_s), u"Preview"_s);
    tabs->addTab(new QLabel(u"Sources"_s), u"Sources"_s);
    right->body()->addWidget(tabs, 1);
    auto *row = new QHBoxLayout;
    page->body()->addLayout(row);
    row->setSpacing(gap::medium);
    row->addWidget(form, 1);
    row->addWidget(right, 1);
    return page;
}

} // namespace crema::ui::gallery
