// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/leaves.h"
#include "llm/client.h"
#include "support/egressrecord.h"
#include "support/modelserver.h"
#include "support/spin.h"
#include "support/support.h"

#include <QFile>
#include <QObject>
#include <QTemporaryDir>

#include <memory>

/// What is in a file of tests/fixtures/llm.
[[nodiscard]] inline QByteArray fixtureBytes(const QString &name)
{
    QFile file(crema::test::fixture(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class ServerTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAddresses_data();
    void readsAddresses();
    void refusesAddresses_data();
    void refusesAddresses();
    void knowsAzure();
};

class EventStreamTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void splitsAtEveryByte();
    void readsLineEnds_data();
    void readsLineEnds();
    void breaksOffAtEveryByte();
};

class JsonAnswerTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheObject_data();
    void findsTheObject();
    void refusesHalves();
    void showsWhatHasCome();
};

class LlmWireTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnswers_data();
    void readsAnswers();
    void lowersTheForm_data();
    void lowersTheForm();
    void namesErrors_data();
    void namesErrors();
    void tellsAnErrorInTheStream();
};

class LlmClientTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void answers_data();
    void answers();
    void remembersTheForm();
    void repeatsOnlyWhatHelps_data();
    void repeatsOnlyWhatHelps();
    void showsTheTextAsItComes();
    void cancels();
    void sendsTheKeyToItsServerOnly();
    void tests_data();
    void tests();

private:
    [[nodiscard]] crema::Result<crema::llm::ChatAnswer> ask(const QString &model,
                                                            crema::llm::TextReceiver onText = {},
                                                            std::stop_token stop = {});

    std::unique_ptr<crema::test::ModelServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    crema::test::EgressRecord m_egress;
    std::unique_ptr<crema::net::Client> m_http;
    std::unique_ptr<crema::llm::AbilityMemory> m_memory;
    std::unique_ptr<crema::llm::Client> m_client;
};
