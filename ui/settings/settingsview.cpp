// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsview.h"

#include "ui/common/card.h"
#include "ui/common/formrow.h"
#include "ui/common/keyvaluelist.h"
#include "ui/common/scrollpage.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/settings/backupcard.h"
#include "ui/settings/connectionscard.h"
#include "ui/settings/egresscard.h"
#include "ui/settings/gmailcard.h"
#include "ui/settings/modelcard.h"
#include "ui/settings/newscard.h"
#include "ui/settings/papercard.h"
#include "ui/settings/templatescard.h"
#include "ui/settings/voicecard.h"
#include "ui/settings/writingcard.h"
#include "ui/theme/roles.h"

#include <QDesktopServices>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int widest = 120; // characters, as on the Account page
constexpr int spinWidth = 140;
} // namespace

SettingsView::SettingsView(flows::Services &services, Theme &theme, QWidget *parent)
    : QWidget(parent), m_services(services), m_theme(theme)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_page = new ScrollPage(widest);
    m_column = m_page->body();
    m_connections = new ConnectionsCard(m_services);
    m_privacy = new EgressCard(m_services);
    m_gmail = new GmailCard(m_services);
    addAppearance(m_column);
    m_column->addWidget(m_gmail);
    m_column->addWidget(m_connections);
    auto *model = new ModelCard(m_services);
    connect(model, &ModelCard::serverChanged, m_connections, &ConnectionsCard::reload);
    m_column->addWidget(model);
    addWriting(m_column);
    addRules(m_column);
    m_news = new NewsCard(m_services);
    m_column->addWidget(m_news);
    m_column->addWidget(new PaperCard(m_services));
    m_column->addWidget(m_privacy);
    addData(m_column);
    addBackup(m_column);
    m_column->addStretch(1);
    outer->addWidget(m_page);
}

void SettingsView::addCard(QWidget *card)
{
    m_column->insertWidget(m_cards++, card);
}

void SettingsView::addAppearance(QVBoxLayout *column)
{
    auto *card = new Card(tr("Appearance"));
    auto *scheme = new SegmentedControl(tr("Light or dark"));
    scheme->setObjectName(u"settingsScheme"_s);
    scheme->addSegment(tr("Like the system"));
    scheme->addSegment(tr("Light"), Glyph::sun);
    scheme->addSegment(tr("Dark"), Glyph::moon);
    scheme->setCurrent(static_cast<int>(m_theme.choice()));
    connect(scheme, &SegmentedControl::currentChanged, this,
            [this](int index) { m_theme.setChoice(static_cast<SchemeChoice>(index)); });
    auto *size = new QSpinBox;
    size->setObjectName(u"settingsTextSize"_s);
    size->setRange(75, 200);
    size->setSingleStep(5);
    size->setSuffix(tr(" %"));
    size->setValue(m_theme.textPercent());
    size->setMaximumWidth(scaled(spinWidth));
    connect(size, &QSpinBox::valueChanged, &m_theme, &Theme::setTextPercent);
    connect(&m_theme, &Theme::changed, card, [this, scheme, size] {
        scheme->setCurrent(static_cast<int>(m_theme.choice()));
        const QSignalBlocker quiet(size);
        size->setValue(m_theme.textPercent());
    });
    card->body()->addWidget(new FormRow(tr("Light or dark"), scheme));
    card->body()->addWidget(new FormRow(tr("Text size"), size));
    column->addWidget(card);
}

void SettingsView::addRules(QVBoxLayout *column)
{
    auto *card = new Card(tr("Before an email leaves"));
    const truth::GateBounds bounds;
    auto *rules = new KeyValueList;
    rules->setRows(
            {{tr("Text"),
              tr("%1 to %2 words, without greeting and signature").arg(bounds.minWords).arg(bounds.maxWords),
              {},
              {}},
             {tr("Subject"),
              tr("%1 to %2 words").arg(bounds.minSubjectWords).arg(bounds.maxSubjectWords),
              {},
              {}},
             {tr("Facts"),
              tr("Only what your profile, your resume or their record says; each one shows its source"),
              {},
              {}},
             {tr("Question"), tr("Exactly one"), {}, {}},
             {tr("Resume"), tr("Mentioned only when it is attached"), {}, {}},
             {tr("Repeats"),
              tr("Never the same text twice; the same opening or subject only between people of different "
                 "firms and schools"),
              {},
              {}}});
    card->body()->addWidget(rules);
    column->addWidget(card);
}

void SettingsView::addWriting(QVBoxLayout *column)
{
    m_writing = new WritingCard(m_services);
    m_templates = new TemplatesCard(m_services);
    connect(m_templates, &TemplatesCard::toast, this, &SettingsView::toast);
    column->addWidget(m_writing);
    column->addWidget(m_templates);
    column->addWidget(new VoiceCard(m_services));
}

void SettingsView::showWriting()
{
    scrollTo(m_writing);
}

void SettingsView::showTemplates()
{
    scrollTo(m_templates);
}

void SettingsView::showGmail()
{
    scrollTo(m_gmail);
    m_gmail->begin();
}

void SettingsView::showConnections()
{
    scrollTo(m_connections);
    m_connections->begin();
}

void SettingsView::showPrivacy()
{
    scrollTo(m_privacy);
}

void SettingsView::showNews()
{
    scrollTo(m_news);
}

void SettingsView::scrollTo(QWidget *card)
{
    // Once more when the page has taken its height: one just made, or just filled, has none yet.
    const auto scroll = [this, card] {
        m_page->verticalScrollBar()->setValue(card->mapTo(m_page->widget(), QPoint()).y());
    };
    scroll();
    QTimer::singleShot(0, this, scroll);
}

void SettingsView::addData(QVBoxLayout *column)
{
    auto *card = new Card(tr("Your data"));
    const QString folder = m_services.workspace.folder();
    auto *places = new KeyValueList;
    QVector<KeyValueList::Row> rows {{tr("Workspace"), QDir::toNativeSeparators(folder), {}, {}}};
    if (!m_services.deployment.source.isEmpty()) {
        rows << KeyValueList::Row {
                tr("Deployment file"), QDir::toNativeSeparators(m_services.deployment.source), {}, {}};
    }
    places->setRows(rows);
    auto *open = new QPushButton(tr("Open the folder"));
    open->setObjectName(u"settingsOpenFolder"_s);
    QLabel *notOpened = makeLabel(tr("No file manager opened. The folder is the one named above."),
                                  TextRole::body, Tone::warn);
    notOpened->setObjectName(u"settingsNotOpened"_s);
    notOpened->setWordWrap(true);
    notOpened->hide();
    connect(open, &QPushButton::clicked, this, [folder, notOpened] {
        notOpened->setVisible(!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)));
    });
    card->body()->addWidget(places);
    card->body()->addWidget(open, 0, Qt::AlignLeft);
    card->body()->addWidget(notOpened);
    column->addWidget(card);
}

void SettingsView::addBackup(QVBoxLayout *column)
{
    auto *card = new BackupCard(m_services);
    connect(card, &BackupCard::reopenRequested, this, &SettingsView::reopenRequested);
    connect(card, &BackupCard::repairRequested, this, &SettingsView::repairRequested);
    column->addWidget(card);
}

} // namespace crema::ui
