// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/modelserver.h"
#include "ui/theme/tokens.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace crema::ui {

class SegmentedControl;

/// The language model in the settings: who writes emails, which server and model, and what it is told. Its
/// key stands with the other keys.
class ModelCard final : public QWidget
{
    Q_OBJECT

public:
    /// `services` outlives it.
    explicit ModelCard(flows::Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Another server was chosen: it has another key, or none.
    void serverChanged();

private:
    void build();
    void connectParts();
    void load();
    void save();
    void listModels();
    void chooseWriter(int index);
    void show(const llm::Server &server);
    void tell(Tone tone, const QString &words);
    void followTyping();

    flows::Services &m_services;
    TaskScope m_scope;
    TaskScope m_listing;
    SegmentedControl *m_writer = nullptr;
    QComboBox *m_server = nullptr;
    QComboBox *m_model = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_list = nullptr;
    QLabel *m_words = nullptr;
    llm::Server m_saved;
};

} // namespace crema::ui
