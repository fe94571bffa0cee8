// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectionscard.h"

#include "ui/common/card.h"
#include "ui/common/errorwords.h"
#include "ui/common/flowlayout.h"
#include "ui/common/formrow.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShowEvent>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int keyWidth = 260;

QString stateInWords(const flows::KeyState &state)
{
    if (!state.present && !state.needed) {
        return ConnectionRow::tr("A server on this computer needs no key.");
    }
    if (!state.present) {
        return state.reason.isEmpty() ? ConnectionRow::tr("No key yet.")
                                      : ConnectionRow::tr("No key yet. %1").arg(state.reason);
    }
    switch (state.place) {
    case secrets::Place::keychain:
        return ConnectionRow::tr("The key is kept in the system's keychain.");
    case secrets::Place::environment:
        return ConnectionRow::tr(
                "The key comes from the environment of this computer. One that you enter here "
                "is used instead.");
    case secrets::Place::session:
        break;
    }
    // The reason says it all: "... cannot be used. Keys stay until Crema is closed ..."
    return state.reason.isEmpty() ? ConnectionRow::tr("The key is kept only until Crema closes.")
                                  : state.reason;
}

/// A language model with the server that the key is for.
QString headingFor(secrets::Service service, const flows::KeyState &state)
{
    if (service != secrets::Service::languageModel) {
        return flows::serviceName(service);
    }
    const QString host = QUrl(state.server).host();
    return host.isEmpty() ? ConnectionRow::tr("Language model")
                          : ConnectionRow::tr("Language model (%1)").arg(host);
}

} // namespace

ConnectionRow::ConnectionRow(secrets::Service service, QWidget *parent) : QWidget(parent), m_service(service)
{
    build();
    followState();
}

QString ConnectionRow::name(const QString &part) const
{
    return u"connection_%1_%2"_s.arg(secrets::wordOf(m_service), part);
}

void ConnectionRow::build()
{
    const QString service = flows::serviceName(m_service);
    m_words = makeLabel(tr("Looking for the key…"), TextRole::body, Tone::muted);
    m_words->setObjectName(name(u"state"_s));
    m_words->setWordWrap(true);
    m_key = new QLineEdit;
    m_key->setObjectName(name(u"key"_s));
    m_key->setAccessibleName(tr("Key for %1").arg(service));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhHiddenText);
    m_key->setPlaceholderText(tr("Paste the key"));
    m_key->setMinimumWidth(scaled(keyWidth));
    m_save = new QPushButton(tr("Save"));
    m_test = new QPushButton(tr("Test"));
    m_delete = new QPushButton(tr("Delete"));
    setButtonKind(m_delete, ButtonKind::danger);
    m_save->setObjectName(name(u"save"_s));
    m_test->setObjectName(name(u"test"_s));
    m_delete->setObjectName(name(u"delete"_s));
    m_save->setAccessibleName(tr("Save the key for %1").arg(service));
    m_test->setAccessibleName(tr("Test the key for %1").arg(service));
    m_delete->setAccessibleName(tr("Delete the key for %1").arg(service));
    m_result = makeLabel({}, TextRole::body);
    m_result->setObjectName(name(u"result"_s));
    m_result->setWordWrap(true);
    m_result->setTextFormat(Qt::PlainText);
    m_result->hide();
    auto *controls = new QWidget;
    auto *flow = new FlowLayout(controls);
    for (QWidget *widget : std::initializer_list<QWidget *> {m_key, m_save, m_test, m_delete}) {
        flow->addWidget(widget);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::tiny);
    m_heading = makeLabel(headingFor(m_service, m_state), TextRole::strong);
    column->addWidget(m_heading);
    column->addWidget(m_words);
    column->addWidget(controls);
    column->addWidget(m_result);
    connect(m_key, &QLineEdit::textChanged, this, &ConnectionRow::followState);
    connect(m_key, &QLineEdit::returnPressed, this, &ConnectionRow::save);
    connect(m_save, &QPushButton::clicked, this, &ConnectionRow::save);
    connect(m_test, &QPushButton::clicked, this, &ConnectionRow::testRequested);
    connect(m_delete, &QPushButton::clicked, this, &ConnectionRow::deleteRequested);
}

void ConnectionRow::save()
{
    if (m_save->isEnabled()) {
        Q_EMIT saveRequested(Secret(m_key->text()), m_state.server);
    }
}

void ConnectionRow::followState()
{
    m_save->setEnabled(!m_key->text().trimmed().isEmpty());
    m_test->setEnabled((m_state.present || !m_state.needed) && !m_isTesting);
    // One of the environment is not ours to delete.
    m_delete->setVisible(m_state.present && m_state.place != secrets::Place::environment);
}

void ConnectionRow::showState(const flows::KeyState &state)
{
    if (state.present != m_state.present || state.place != m_state.place) {
        m_isTesting = false;
        m_result->hide(); // it was about another key
    }
    m_state = state;
    m_heading->setText(headingFor(m_service, state));
    m_words->setText(stateInWords(state));
    setTone(m_words, state.present && !state.lasting ? Tone::warn : Tone::muted);
    followState();
}

void ConnectionRow::showTesting()
{
    m_isTesting = true;
    showResult(Tone::muted, tr("Asking %1…").arg(flows::serviceName(m_service)));
    followState();
}

void ConnectionRow::showResult(Tone tone, const QString &words)
{
    setTone(m_result, tone);
    m_result->setText(words);
    m_result->show();
    if (tone != Tone::muted) {
        m_isTesting = false;
        followState();
    }
}

void ConnectionRow::clearKey()
{
    m_key->clear();
}

void ConnectionRow::beginTyping()
{
    m_key->setFocus(Qt::OtherFocusReason);
}

ConnectionsCard::ConnectionsCard(flows::Services &services, QWidget *parent)
    : QWidget(parent), m_presenter(services)
{
    auto *card = new Card(tr("Connections"));
    QLabel *words = makeLabel(tr("Services that Crema asks for you, with keys of your own. A key is never "
                                 "written into your data, a backup or a log."),
                              TextRole::body, Tone::muted);
    words->setWordWrap(true);
    card->body()->addWidget(words);
    for (const secrets::Service service : flows::usedServices()) {
        auto *row = new ConnectionRow(service);
        m_rows.insert(static_cast<int>(service), row);
        card->body()->addWidget(row);
        connectRow(service, row);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connectPresenter();
    m_presenter.load();
}

void ConnectionsCard::connectRow(secrets::Service service, ConnectionRow *row)
{
    connect(row, &ConnectionRow::saveRequested, this,
            [this, service](const Secret &key, const QString &server) {
                m_presenter.save(service, key, server);
            });
    connect(row, &ConnectionRow::testRequested, this, [this, service] { m_presenter.test(service); });
    connect(row, &ConnectionRow::deleteRequested, this, [this, service] { m_presenter.remove(service); });
}

void ConnectionsCard::connectPresenter()
{
    const auto row = [this](secrets::Service service) { return m_rows.value(static_cast<int>(service)); };
    connect(&m_presenter, &ConnectionsPresenter::stateShown, this,
            [row](const flows::KeyState &state) { row(state.service)->showState(state); });
    connect(&m_presenter, &ConnectionsPresenter::saved, this, [row](const flows::KeyState &state) {
        row(state.service)->clearKey();
        row(state.service)->showResult(Tone::good, tr("Saved. Press Test to see whether it works."));
    });
    connect(&m_presenter, &ConnectionsPresenter::testing, this,
            [row](secrets::Service service) { row(service)->showTesting(); });
    connect(&m_presenter, &ConnectionsPresenter::tested, this, [row](secrets::Service service) {
        row(service)->showResult(Tone::good,
                                 tr("It works: %1 takes the key.").arg(flows::serviceName(service)));
    });
    connect(&m_presenter, &ConnectionsPresenter::failed, this,
            [row](secrets::Service service, const Error &error) {
                const ErrorWords words = wordsFor(error, QDateTime::currentDateTimeUtc());
                // The advice of a refused key is this very place.
                const bool here = error.kind == ErrorKind::unauthorised;
                row(service)->showResult(words.tone,
                                         (error.text + u' ' + (here ? QString() : words.advice)).trimmed());
            });
}

void ConnectionsCard::begin()
{
    if (!flows::usedServices().isEmpty()) {
        m_rows.value(static_cast<int>(flows::usedServices().constFirst()))->beginTyping();
    }
}

void ConnectionsCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_presenter.load();
}

} // namespace crema::ui
