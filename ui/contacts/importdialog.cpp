// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/importdialog.h"

#include "base/encodings.h"
#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/emptystate.h"
#include "ui/contacts/importreport.h"
#include "ui/contacts/mappingtable.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHash>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int lastHeaderRow = 50;

QString formatWords(exchange::Format format)
{
    switch (format) {
    case exchange::Format::linkedin:
        return ImportDialog::tr("LinkedIn connections");
    case exchange::Format::google:
        return ImportDialog::tr("Google contacts");
    case exchange::Format::outlook:
        return ImportDialog::tr("Outlook contacts");
    case exchange::Format::vcard:
        return ImportDialog::tr("vCard address book");
    case exchange::Format::json:
        return ImportDialog::tr("Contacts as JSON");
    case exchange::Format::ldif:
        return ImportDialog::tr("LDIF address book");
    default:
        return ImportDialog::tr("Table (CSV)");
    }
}

/// Whose letters an encoding is for, beside its name; empty where all are meant.
QString scriptsOf(const QString &encoding)
{
    static const QHash<QString, const char *> scripts {
            {u"Windows-1252"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "Western")},
            {u"Windows-1250"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "Central European")},
            {u"ISO-8859-2"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "Central European")},
            {u"Windows-1251"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "Cyrillic")},
            {u"KOI8-R"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "Russian")},
            {u"Windows-1253"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "Greek")},
            {u"Windows-1254"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "Turkish")},
            {u"Windows-1255"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "Hebrew")},
            {u"Windows-1256"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "Arabic")},
            {u"Windows-1257"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "Baltic")},
            {u"Shift_JIS"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "Japanese")},
            {u"EUC-JP"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "Japanese")},
            {u"ISO-2022-JP"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "Japanese")},
            {u"GB18030"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "Chinese")},
            {u"Big5"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "Chinese")},
            {u"EUC-KR"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "Korean")},
            {u"Mac Roman"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "old Macs")},
            {u"IBM850"_s, QT_TRANSLATE_NOOP("crema::ui::ImportDialog", "DOS")}};
    const char *words = scripts.value(encoding);
    return words != nullptr ? ImportDialog::tr(words) : QString();
}

QString doubtWords(exchange::Doubt doubt)
{
    switch (doubt) {
    case exchange::Doubt::none:
        break;
    case exchange::Doubt::guessed:
        return ImportDialog::tr("the file does not say its encoding: look at the letters");
    case exchange::Doubt::mended:
        return ImportDialog::tr("some letters are not UTF-8 as the others: look at them");
    case exchange::Doubt::alsoUtf8:
        return ImportDialog::tr("the file looks like UTF-8");
    }
    return {};
}

/// `counted` is what reading all of it has found; 0 before.
QString factsOf(const exchange::Preview &preview, int counted)
{
    const int rows = counted > 0 ? counted : static_cast<int>(preview.rowCount);
    const QString count = ImportDialog::tr("%n row(s)", nullptr, rows);
    const bool isExact = counted > 0 || preview.exactCount;
    const bool isPlain = preview.format == exchange::Format::csv && !preview.sheet.isEmpty();
    QStringList facts {isPlain ? ImportDialog::tr("Table (workbook)") : formatWords(preview.format),
                       isExact ? count : ImportDialog::tr("about %1").arg(count)};
    if (preview.doubt != exchange::Doubt::none) {
        facts << doubtWords(preview.doubt);
    }
    return facts.join(u"  ·  "_s);
}

/// "12 new · 3 completed": only what there is.
QString countsOf(const flows::ImportOutcome &outcome)
{
    const QLocale locale;
    QStringList parts;
    const auto add = [&parts, &locale](qsizetype count, const QString &words) {
        if (count > 0) {
            parts << words.arg(locale.toString(count));
        }
    };
    add(outcome.created, ImportDialog::tr("%1 new"));
    add(outcome.updated, ImportDialog::tr("%1 known and completed"));
    add(outcome.skipped, ImportDialog::tr("%1 known already"));
    add(outcome.invalid.size(), ImportDialog::tr("%1 cannot be used"));
    add(outcome.possibleDuplicates.size() + outcome.possibleBeyond,
        ImportDialog::tr("%1 possible duplicates, kept apart"));
    return parts.isEmpty() ? ImportDialog::tr("There is nobody in this file.") : parts.join(u"  ·  "_s);
}

/// A chooser behind what it is for.
QWidget *labelled(const QString &words, QWidget *chooser)
{
    auto *pair = new QWidget;
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::small);
    row->addWidget(makeLabel(words, TextRole::body, Tone::muted));
    row->addWidget(chooser);
    return pair;
}

QString localFile(const QMimeData *mime)
{
    const auto urls = mime->urls();
    return urls.isEmpty() ? QString() : urls.constFirst().toLocalFile();
}

} // namespace

ImportDialog::ImportDialog(flows::Services &services, QWidget *parent)
    : QDialog(parent), m_presenter(new ImportPresenter(services, this)),
      m_title(makeLabel({}, TextRole::heading)), m_banner(new Banner), m_steps(new QStackedWidget),
      m_busy(new BusyBar), m_facts(makeLabel({}, TextRole::body, Tone::muted)), m_headerRow(new QSpinBox),
      m_delimiter(new QComboBox), m_encoding(new QComboBox), m_sheet(new QComboBox),
      m_table(new MappingTable), m_report(new ImportReport), m_outcome(makeLabel({}, TextRole::strong)),
      m_result(new EmptyState), m_resultReport(new ImportReport), m_other(new QPushButton(tr("Other file…"))),
      m_close(new QPushButton(tr("Cancel"))), m_go(new QPushButton(tr("Import")))
{
    build();
    connectParts();
    showStage(m_presenter->stage());
}

void ImportDialog::build()
{
    setWindowTitle(tr("Import contacts"));
    setObjectName(u"contacts.importDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    resize(940, 640);
    for (QWidget *step : {buildChoose(), buildWork(), buildCheck(), buildDone()}) {
        m_steps->addWidget(step); // in the order of Step
    }
    setButtonKind(m_go, ButtonKind::primary);
    m_go->setObjectName(u"import.go"_s);
    m_close->setObjectName(u"import.close"_s);
    m_other->setObjectName(u"import.other"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap::small);
    buttons->addWidget(m_other);
    buttons->addWidget(m_outcome, 1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_go);
    m_outcome->setObjectName(u"import.outcome"_s);
    m_outcome->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_outcome->setWordWrap(true);
    m_outcome->setContentsMargins(gap::small, 0, gap::small, 0);
    QSizePolicy room = m_outcome->sizePolicy();
    room.setRetainSizeWhenHidden(true); // else the buttons would fill the line
    m_outcome->setSizePolicy(room);
    m_title->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::large);
    column->setSpacing(gap::small + gap::tiny);
    column->addWidget(m_title);
    column->addWidget(m_banner);
    column->addWidget(m_steps, 1);
    column->addLayout(buttons);
    m_go->setDefault(true);
}

QWidget *ImportDialog::buildChoose()
{
    auto *choose = new EmptyState;
    choose->setObjectName(u"import.choose"_s);
    choose->setGlyph(Glyph::importFile);
    choose->setTitle(tr("Choose a file, or drop it here"));
    choose->setText(tr("LinkedIn's Connections.csv or the ZIP it came in, contacts from Google or Outlook, "
                       "any table (CSV, Excel, OpenDocument), a vCard or an export of Crema. Nothing is "
                       "written before you have seen what would happen."));
    choose->setPrimary(tr("Choose file…"), Glyph::folder);
    connect(choose, &EmptyState::primaryClicked, this, &ImportDialog::chooseFile);
    return choose;
}

QWidget *ImportDialog::buildWork()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    m_busy->setCancellable(false); // the dialog's own button does it
    column->addStretch();
    column->addWidget(m_busy);
    column->addStretch();
    return page;
}

QWidget *ImportDialog::buildShape()
{
    m_headerRow->setObjectName(u"import.headerRow"_s);
    m_headerRow->setRange(0, lastHeaderRow);
    m_headerRow->setSpecialValueText(tr("none"));
    m_headerRow->setKeyboardTracking(false);
    m_headerRow->setAccessibleName(tr("Row of the column names"));
    m_delimiter->setObjectName(u"import.delimiter"_s);
    m_delimiter->setAccessibleName(tr("Columns are separated by"));
    m_delimiter->addItem(tr("comma"), QChar(u','));
    m_delimiter->addItem(tr("semicolon"), QChar(u';'));
    m_delimiter->addItem(tr("tab"), QChar(u'\t'));
    m_delimiter->addItem(tr("bar"), QChar(u'|'));
    auto *shape = new QWidget;
    auto *row = new QHBoxLayout(shape);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::small);
    row->addWidget(makeLabel(tr("Column names in row"), TextRole::body, Tone::muted));
    row->addWidget(m_headerRow);
    row->addSpacing(gap::small);
    m_separator = labelled(tr("separated by"), m_delimiter);
    row->addWidget(m_separator);
    return shape;
}

QWidget *ImportDialog::buildSheets()
{
    m_sheet->setObjectName(u"import.sheet"_s);
    m_sheet->setAccessibleName(tr("Sheet of the workbook"));
    return labelled(tr("Sheet"), m_sheet);
}

QWidget *ImportDialog::buildLetters()
{
    m_encoding->setObjectName(u"import.encoding"_s);
    m_encoding->setAccessibleName(tr("Encoding of the text"));
    for (const QString &encoding : encodingNames()) {
        const QString scripts = scriptsOf(encoding);
        m_encoding->addItem(scripts.isEmpty() ? encoding : tr("%1 (%2)").arg(encoding, scripts), encoding);
    }
    return labelled(tr("encoding"), m_encoding);
}

QWidget *ImportDialog::buildCheck()
{
    m_shape = buildShape();
    m_letters = buildLetters();
    m_sheets = buildSheets();
    m_facts->setObjectName(u"import.facts"_s);
    m_facts->setWordWrap(true);
    m_report->addFixedTab(m_table, tr("Columns"));
    auto *how = new QHBoxLayout;
    how->setSpacing(2 * gap::small);
    how->addWidget(m_sheets);
    how->addWidget(m_shape);
    how->addWidget(m_letters);
    how->addStretch();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::small);
    column->addWidget(m_facts);
    column->addLayout(how);
    column->addWidget(m_report, 1);
    return page;
}

QWidget *ImportDialog::buildDone()
{
    m_result->setObjectName(u"import.result"_s);
    m_result->setGlyph(Glyph::checkCircle);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_result, 1);
    column->addWidget(m_resultReport, 1);
    return page;
}

void ImportDialog::connectParts()
{
    connect(m_presenter, &ImportPresenter::stageChanged, this, &ImportDialog::showStage);
    connect(m_presenter, &ImportPresenter::previewed, this, &ImportDialog::showPreview);
    connect(m_presenter, &ImportPresenter::mappingChanged, this,
            [this] { m_table->showMapping(m_presenter->preview().mapping); });
    connect(m_presenter, &ImportPresenter::trying, this, [this] {
        m_go->setEnabled(false);
        m_outcome->setText(tr("Looking at what would happen…"));
    });
    connect(m_presenter, &ImportPresenter::tried, this, &ImportDialog::showTrial);
    connect(m_presenter, &ImportPresenter::progressed, m_busy, &BusyBar::setProgress);
    connect(m_presenter, &ImportPresenter::imported, this, &ImportDialog::showResult);
    connect(m_presenter, &ImportPresenter::failed, m_banner, &Banner::showError);
    connect(m_busy, &BusyBar::cancelRequested, m_presenter, &ImportPresenter::cancel);
    connect(m_table, &MappingTable::fieldChosen, m_presenter, &ImportPresenter::setField);
    connect(m_headerRow, &QSpinBox::valueChanged, m_presenter, &ImportPresenter::setHeaderRow);
    connect(m_delimiter, &QComboBox::activated, this,
            [this] { m_presenter->setDelimiter(m_delimiter->currentData().toChar().toLatin1()); });
    connect(m_encoding, &QComboBox::activated, this,
            [this] { m_presenter->setEncoding(m_encoding->currentData().toString()); });
    connect(m_sheet, &QComboBox::textActivated, m_presenter, &ImportPresenter::setSheet);
    connect(m_report, &ImportReport::contactRequested, this, &ImportDialog::contactRequested);
    connect(m_resultReport, &ImportReport::contactRequested, this, &ImportDialog::contactRequested);
    connect(m_banner, &Banner::actionClicked, this, [this] {
        m_banner->clear();
        chooseFile();
    });
    connect(m_other, &QPushButton::clicked, m_presenter, &ImportPresenter::startOver);
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (m_presenter->stage() == ImportStage::done) {
            accept();
            Q_EMIT showRequested(m_created);
        } else {
            m_banner->clear();
            m_presenter->import();
        }
    });
    connect(m_result, &EmptyState::secondaryClicked, this, [this] {
        Q_EMIT undoRequested(m_operationId);
        accept();
    });
}

void ImportDialog::openFile(const QString &path)
{
    m_banner->clear();
    m_presenter->open(path);
}

void ImportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Import contacts"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Contacts (*.csv *.tsv *.txt *.xlsx *.xlsm *.xltx *.ods *.ots *.fods *.xls "
                               "*.vcf *.vcard *.json *.ldif *.ldi *.html *.htm *.zip)"),
                            tr("All files (*)")});
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::openFile);
    dialog->open();
}

void ImportDialog::showStage(ImportStage stage)
{
    const bool working = stage == ImportStage::reading || stage == ImportStage::importing;
    const Step step = stage == ImportStage::choosing ? Step::choose
            : working                                ? Step::work
            : stage == ImportStage::checking         ? Step::check
                                                     : Step::done;
    m_steps->setCurrentIndex(static_cast<int>(step));
    m_title->setText(stage == ImportStage::choosing ? tr("Import contacts")
                                                    : tr("Import %1").arg(m_presenter->fileName()));
    m_other->setVisible(stage == ImportStage::checking);
    m_go->setVisible(stage == ImportStage::checking || stage == ImportStage::done);
    m_go->setText(stage == ImportStage::done ? tr("Show contacts") : tr("Import"));
    m_close->setVisible(stage != ImportStage::done);
    m_close->setEnabled(true);
    m_outcome->setVisible(stage == ImportStage::checking);
    if (stage == ImportStage::done) {
        m_go->setEnabled(true);
        m_go->setFocus();
    }
}

void ImportDialog::showPreview()
{
    const exchange::Preview &preview = m_presenter->preview();
    const QSignalBlocker quietRow(m_headerRow);
    m_facts->setText(factsOf(preview, 0));
    m_shape->setVisible(m_presenter->isTable());
    const bool isWorkbook = !preview.sheet.isEmpty();
    m_separator->setVisible(!isWorkbook);
    m_letters->setVisible(preview.format != exchange::Format::json && !isWorkbook); // which are UTF-8
    m_sheets->setVisible(preview.sheets.size() > 1);
    m_sheet->clear();
    m_sheet->addItems(preview.sheets);
    m_sheet->setCurrentIndex(static_cast<int>(preview.sheets.indexOf(preview.sheet)));
    m_headerRow->setValue(preview.mapping.headerRow);
    m_delimiter->setCurrentIndex(m_delimiter->findData(QChar::fromLatin1(preview.mapping.delimiter)));
    m_encoding->setCurrentIndex(m_encoding->findData(preview.encoding));
    m_table->showPreview(preview, m_presenter->isTable());
    m_report->setTabText(0, m_presenter->isTable() ? tr("Columns") : tr("People"));
}

void ImportDialog::showTrial()
{
    const auto &trial = m_presenter->trial();
    const bool useful = trial && (trial->created > 0 || trial->updated > 0);
    m_go->setEnabled(useful);
    // Return imports, unless something of the file is being set right.
    const QWidget *own = focusWidget();
    if (useful && (own == nullptr || !own->isVisible() || !m_steps->isAncestorOf(own))) {
        m_go->setFocus();
    }
    m_outcome->setText(trial ? countsOf(*trial) : QString());
    m_report->clearOutcome();
    if (trial) {
        m_banner->clear();
        m_report->showOutcome(*trial);
        m_facts->setText(factsOf(m_presenter->preview(), trial->rows));
        m_go->setText(trial->created > 0 ? tr("Import %n person(s)", nullptr, trial->created) : tr("Import"));
    }
}

void ImportDialog::showResult(const flows::ImportOutcome &outcome)
{
    m_banner->clear();
    m_operationId = outcome.operationId;
    m_created = outcome.created;
    m_result->setTitle(outcome.created > 0 ? tr("%n person(s) imported", nullptr, outcome.created)
                                           : tr("Your contacts are up to date"));
    m_result->setText(countsOf(outcome));
    m_result->setSecondary(outcome.operationId.isEmpty() ? QString() : tr("Undo import"), Glyph::undo);
    m_resultReport->showOutcome(outcome);
    m_resultReport->setVisible(m_resultReport->hasLists());
}

void ImportDialog::reject()
{
    if (m_presenter->stage() == ImportStage::importing) {
        m_close->setEnabled(false);
        m_presenter->cancel(); // stays until the answer is there: all of it or nothing
        return;
    }
    QDialog::reject();
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    const bool free = m_presenter->stage() != ImportStage::importing
            && m_presenter->stage() != ImportStage::done;
    if (free && !localFile(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void ImportDialog::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openFile(localFile(event->mimeData()));
}

} // namespace crema::ui
