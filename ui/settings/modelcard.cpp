// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/modelcard.h"

#include "flows/writeflow.h"
#include "llm/client.h"
#include "ui/common/card.h"
#include "ui/common/errorwords.h"
#include "ui/common/flowlayout.h"
#include "ui/common/formrow.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int fieldWidth = 320;
constexpr int widestField = 480;

QComboBox *typedChoice(const QString &name, const QString &accessible)
{
    auto *combo = new QComboBox;
    combo->setObjectName(name);
    combo->setAccessibleName(accessible);
    combo->setEditable(true);
    combo->lineEdit()->setAccessibleName(accessible);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->setMinimumWidth(scaled(fieldWidth));
    combo->setMaximumWidth(scaled(widestField));
    return combo;
}

} // namespace

ModelCard::ModelCard(flows::Services &services, QWidget *parent) : QWidget(parent), m_services(services)
{
    build();
    connectParts();
    load();
}

void ModelCard::build()
{
    auto *card = new Card(tr("Who writes"));
    QLabel *words = makeLabel(
            tr("Templates need nothing and send nothing. A language model writes more freely; "
               "it is told the facts of your profile and of the contact, nothing else, and "
               "whatever it says without a source is left out or not used."),
            TextRole::body, Tone::muted);
    words->setWordWrap(true);
    m_writer = new SegmentedControl(tr("Who writes emails"));
    m_writer->setObjectName(u"settingsWriter"_s);
    m_writer->addSegment(tr("Templates"));
    m_writer->addSegment(tr("Language model"), Glyph::spark);
    m_server = typedChoice(u"modelServer"_s, tr("Address of the model server"));
    for (const auto &address :
         {u"https://api.openai.com/v1"_s, u"http://localhost:11434/v1"_s, u"http://localhost:1234/v1"_s}) {
        const auto server = llm::serverFrom(address, {});
        m_server->addItem(address);
        m_server->setItemData(m_server->count() - 1, server ? llm::nameOf(*server) : QString(),
                              Qt::ToolTipRole);
    }
    m_model = typedChoice(u"modelName"_s, tr("Name of the model"));
    m_save = new QPushButton(tr("Save"));
    m_save->setObjectName(u"modelSave"_s);
    m_list = new QPushButton(tr("Which models are there?"));
    m_list->setObjectName(u"modelList"_s);
    m_words = makeLabel({}, TextRole::body, Tone::muted);
    m_words->setObjectName(u"modelWords"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->hide();
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout(buttons);
    flow->addWidget(m_save);
    flow->addWidget(m_list);
    card->body()->addWidget(words);
    card->body()->addWidget(new FormRow(tr("Emails are written by"), m_writer));
    card->body()->addWidget(new FormRow(tr("Model server"), m_server));
    card->body()->addWidget(new FormRow(tr("Model"), m_model));
    card->body()->addWidget(buttons);
    card->body()->addWidget(m_words);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
}

void ModelCard::connectParts()
{
    connect(m_writer, &SegmentedControl::currentChanged, this, &ModelCard::chooseWriter);
    connect(m_server, &QComboBox::currentTextChanged, this, &ModelCard::followTyping);
    connect(m_model, &QComboBox::currentTextChanged, this, &ModelCard::followTyping);
    connect(m_server->lineEdit(), &QLineEdit::returnPressed, this, &ModelCard::save);
    connect(m_model->lineEdit(), &QLineEdit::returnPressed, this, &ModelCard::save);
    connect(m_save, &QPushButton::clicked, this, &ModelCard::save);
    connect(m_list, &QPushButton::clicked, this, &ModelCard::listModels);
}

void ModelCard::load()
{
    m_writer->setCurrent(flows::preferredWriter(m_services.reader) == flows::modelWriter ? 1 : 0);
    const auto server = flows::modelServer(m_services.reader, m_services.deployment);
    if (server) {
        show(*server);
    } else {
        tell(Tone::bad, server.error().text);
    }
}

void ModelCard::show(const llm::Server &server)
{
    m_saved = server;
    m_server->setCurrentText(server.baseUrl.toString());
    m_model->setCurrentText(server.model);
    followTyping();
}

void ModelCard::followTyping()
{
    m_save->setEnabled(m_server->currentText().trimmed() != m_saved.baseUrl.toString()
                       || m_model->currentText().trimmed() != m_saved.model);
    m_list->setEnabled(!m_server->currentText().trimmed().isEmpty());
}

void ModelCard::save()
{
    const QString before = m_saved.baseUrl.toString();
    m_scope.launch(flows::setModelServer(&m_services, m_server->currentText(), m_model->currentText()),
                   [this, before](Result<llm::Server> server) {
                       if (!server) {
                           tell(Tone::bad, server.error().text);
                           return;
                       }
                       show(*server);
                       tell(Tone::good,
                            llm::needsKey(*server)
                                    ? tr("Saved. The key of this server is entered under Connections.")
                                    : tr("Saved. Nothing you write leaves this computer with it."));
                       if (server->baseUrl.toString() != before) {
                           Q_EMIT serverChanged();
                       }
                   });
}

void ModelCard::listModels()
{
    const auto server = llm::serverFrom(m_server->currentText(), m_model->currentText());
    if (!server) {
        tell(Tone::bad, server.error().text);
        return;
    }
    m_listing.requestStop();
    tell(Tone::muted, tr("Asking %1…").arg(llm::nameOf(*server)));
    m_listing.launch(
            m_services.llm.models(*server, m_listing.stopToken()), [this](Result<QStringList> models) {
                if (!models) {
                    const ErrorWords words = wordsFor(models.error(), QDateTime::currentDateTimeUtc());
                    tell(words.tone, models.error().text);
                    return;
                }
                const QString typed = m_model->currentText();
                m_model->clear();
                m_model->addItems(*models);
                m_model->setCurrentText(typed);
                tell(Tone::muted,
                     models->isEmpty() ? tr("This server does not say which models it has.")
                                       : tr("%n model(s); choose one above.", nullptr,
                                            static_cast<int>(models->size())));
            });
}

void ModelCard::chooseWriter(int index)
{
    m_scope.launch(
            flows::setPreferredWriter(&m_services, index == 1 ? QString(flows::modelWriter) : u"template"_s),
            [this](Result<> set) {
                if (!set) {
                    tell(Tone::bad, set.error().text);
                }
            });
}

void ModelCard::tell(Tone tone, const QString &words)
{
    setTone(m_words, tone);
    m_words->setText(words);
    m_words->show();
}

} // namespace crema::ui
