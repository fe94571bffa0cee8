// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/backupcard.h"

#include "base/dates.h"
#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/common/card.h"
#include "ui/common/flowlayout.h"
#include "ui/common/keyvaluelist.h"
#include "ui/common/scrollpage.h"
#include "ui/theme/roles.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QShowEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr qsizetype shownProblems = 6;

/// "12 March 2026 09:00, 3 hours ago: 1,204 contacts, 2.1 MB"
QString wordsOf(const flows::BackupFile &backup, const QDateTime &now)
{
    const QLocale locale;
    const QDateTime made = fromStoredTime(backup.manifest.created);
    return BackupCard::tr("%1 (%2): %n contact(s), %3", nullptr,
                          static_cast<int>(backup.manifest.counts.value(u"contact"_s)))
            .arg(locale.toString(made.toLocalTime(), QLocale::ShortFormat), ageInWords(made, now),
                 locale.formattedDataSize(backup.size, 1, QLocale::DataSizeTraditionalFormat));
}

} // namespace

BackupCard::BackupCard(const flows::Services &services, QWidget *parent)
    : QWidget(parent), m_presenter(services)
{
    build();
    connectPresenter();
}

void BackupCard::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(tr("Backup"));
    QLabel *words = makeLabel(
            tr("One file holds everything: contacts, emails, preps, resumes, history and credits. Once a day "
               "Crema makes one by itself when something changed, and keeps the last seven."));
    words->setWordWrap(true);
    m_banner = new Banner;
    m_busy = new BusyBar;
    m_busy->hide();
    m_facts = new KeyValueList;
    m_daily = new QCheckBox(tr("Back up every day"));
    m_daily->setObjectName(u"backupDaily"_s);
    auto *row = new QWidget;
    auto *buttons = new FlowLayout(row);
    const auto add = [&](const QString &text, const QString &name, void (BackupCard::*slot)()) {
        auto *button = new QPushButton(text);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, slot);
        buttons->addWidget(button);
        m_buttons << button;
    };
    add(tr("Back up now…"), u"backupNow"_s, &BackupCard::chooseTarget);
    add(tr("Restore…"), u"backupRestore"_s, &BackupCard::chooseBackup);
    add(tr("Choose the folder…"), u"backupFolder"_s, &BackupCard::chooseFolder);
    auto *check = new QPushButton(tr("Check everything"));
    check->setObjectName(u"backupCheck"_s);
    connect(check, &QPushButton::clicked, &m_presenter, &BackupPresenter::check);
    buttons->addWidget(check);
    m_buttons << check;
    for (QWidget *widget :
         std::initializer_list<QWidget *> {words, m_banner, m_facts, m_daily, row, m_busy}) {
        card->body()->addWidget(widget);
    }
    outer->addWidget(card);
}

void BackupCard::connectPresenter()
{
    connect(m_daily, &QCheckBox::clicked, &m_presenter, &BackupPresenter::setDaily);
    connect(m_busy, &BusyBar::cancelRequested, &m_presenter, &BackupPresenter::cancel);
    connect(m_banner, &Banner::actionClicked, this, &BackupCard::repairRequested);
    connect(&m_presenter, &BackupPresenter::listed, this, &BackupCard::showList);
    connect(&m_presenter, &BackupPresenter::working, this, [this](const QString &stage, int percent) {
        setBusy(true);
        m_busy->setProgress(stage, percent);
    });
    connect(&m_presenter, &BackupPresenter::idle, this, [this] { setBusy(false); });
    connect(&m_presenter, &BackupPresenter::found, this, &BackupCard::askRestore);
    connect(&m_presenter, &BackupPresenter::checked, this, &BackupCard::showProblems);
    connect(&m_presenter, &BackupPresenter::reopenRequested, this, &BackupCard::reopenRequested);
    connect(&m_presenter, &BackupPresenter::failed, this, [this](const Error &error) {
        tell(Tone::bad, Glyph::error, tr("That did not work"), error.text);
    });
    connect(&m_presenter, &BackupPresenter::backedUp, this, [this](const flows::BackupFile &backup) {
        tell(Tone::good, Glyph::check, tr("Backed up and read back"),
             tr("%1\n%2").arg(QDir::toNativeSeparators(backup.path), wordsOf(backup, m_presenter.now())));
        m_presenter.load();
    });
}

void BackupCard::showList(const flows::BackupSettings &settings, const QString &folder,
                          const std::vector<flows::BackupFile> &automatic)
{
    m_folder = folder;
    m_daily->setChecked(settings.daily);
    const QString last = automatic.empty() ? tr("None yet") : wordsOf(automatic.front(), m_presenter.now());
    m_facts->setRows(
            {{tr("Last automatic backup"), last, {}, {}},
             {tr("Kept"), tr("%n automatic backup(s)", nullptr, static_cast<int>(automatic.size())), {}, {}},
             {tr("Folder"), QDir::toNativeSeparators(folder), {}, {}}});
}

void BackupCard::askRestore(const flows::BackupFile &backup)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Restore a backup"),
                                tr("Make everything what it was then?"), QMessageBox::Cancel, this);
    box->setObjectName(u"restoreQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QString details = wordsOf(backup, m_presenter.now());
    if (backup.manifest.damaged) {
        details += u"\n"_s + tr("The database in it was damaged when it was copied.");
    }
    box->setInformativeText(
            details + u"\n\n"_s
            + tr("What is here now is kept as a backup in %1; restore that to take this back.")
                      .arg(QDir::toNativeSeparators(m_folder)));
    QPushButton *restore = box->addButton(tr("Restore"), QMessageBox::AcceptRole);
    connect(restore, &QPushButton::clicked, this, [this, path = backup.path] { m_presenter.restore(path); });
    box->open();
}

void BackupCard::showProblems(const QStringList &problems)
{
    if (problems.isEmpty()) {
        tell(Tone::good, Glyph::check, tr("Everything is in order"),
             tr("Database, search words, history, credits and files fit together."));
        return;
    }
    QStringList shown = problems.first(std::min(shownProblems, problems.size()));
    if (problems.size() > shownProblems) {
        shown << tr("… and %n more", nullptr, static_cast<int>(problems.size() - shownProblems));
    }
    tell(Tone::bad, Glyph::warning, tr("The workspace is damaged"), shown.join(u'\n'), tr("Repair…"));
}

void BackupCard::tell(Tone tone, Glyph glyph, const QString &heading, const QString &text,
                      const QString &action)
{
    m_banner->showMessage(tone, glyph, heading, text, action);
    reveal(m_banner); // the button that was pressed stands below it
}

void BackupCard::chooseTarget()
{
    auto *dialog = new QFileDialog(this, tr("Back up to a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"zip"_s);
    dialog->setNameFilter(tr("Backups (*.zip)"));
    dialog->selectFile(u"crema-%1.zip"_s.arg(m_presenter.now().toLocalTime().date().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, &m_presenter, &BackupPresenter::backUpTo);
    dialog->open();
}

void BackupCard::chooseBackup()
{
    auto *dialog = new QFileDialog(this, tr("Restore a backup"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Backups (*.zip)"));
    connect(dialog, &QFileDialog::fileSelected, &m_presenter, &BackupPresenter::inspect);
    dialog->open();
}

void BackupCard::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for backups"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, &m_presenter, &BackupPresenter::setFolder);
    dialog->open();
}

void BackupCard::setBusy(bool busy)
{
    m_busy->setVisible(busy);
    if (busy) {
        m_banner->clear();
    }
    for (QPushButton *button : std::as_const(m_buttons)) {
        button->setEnabled(!busy);
    }
}

void BackupCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_presenter.load();
}

} // namespace crema::ui
