// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/abilities.h"

#include "base/log.h"
#include "base/paths.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace crema::llm {

namespace {

constexpr qint64 maxFileBytes = 1'000'000;

std::string keyOf(const Server &server)
{
    return (server.baseUrl.toString(QUrl::FullyEncoded) + u' ' + server.model).toStdString();
}

QString formName(AnswerForm form)
{
    switch (form) {
    case AnswerForm::schema:
        return u"schema"_s;
    case AnswerForm::object:
        return u"object"_s;
    case AnswerForm::words:
        return u"words"_s;
    }
    return {};
}

} // namespace

Abilities usualAbilities(const Server &server)
{
    Abilities usual;
    // The old name is refused by OpenAI's newer models, the new one by older servers.
    usual.newTokenField = needsKey(server);
    return usual;
}

Json toJson(const Abilities &abilities)
{
    return {{"form", formName(abilities.form)},
            {"newTokenField", abilities.newTokenField},
            {"tokenField", abilities.tokenField},
            {"streams", abilities.streams},
            {"usageInStream", abilities.usageInStream}};
}

Abilities abilitiesFrom(const Json &json, const Abilities &usual)
{
    Abilities abilities = usual;
    const QString form = textAt(json, "form");
    abilities.form = form == "words"_L1 ? AnswerForm::words
            : form == "object"_L1       ? AnswerForm::object
                                        : AnswerForm::schema;
    abilities.newTokenField = boolAt(json, "newTokenField", usual.newTokenField);
    abilities.tokenField = boolAt(json, "tokenField", usual.tokenField);
    abilities.streams = boolAt(json, "streams", usual.streams);
    abilities.usageInStream = boolAt(json, "usageInStream", usual.usageInStream);
    return abilities;
}

void AbilityMemory::read()
{
    if (m_known) {
        return;
    }
    m_known = Json::object();
    if (const auto bytes = readFile(m_path, maxFileBytes)) {
        if (auto json = parseJson(*bytes); json && json->is_object()) {
            m_known = *std::move(json);
        }
    }
}

Abilities AbilityMemory::of(const Server &server)
{
    read();
    return abilitiesFrom(member(*m_known, keyOf(server).c_str()), usualAbilities(server));
}

void AbilityMemory::keep(const Server &server, const Abilities &abilities)
{
    read();
    Json json = toJson(abilities);
    const std::string key = keyOf(server);
    if (member(*m_known, key.c_str()) == json) {
        return;
    }
    (*m_known)[key] = std::move(json);
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    if (const auto written = writeFile(m_path, toPrettyBytes(*m_known)); !written) {
        qCInfo(logCrema) << "What the model server takes is found out anew next time:"
                         << written.error().text;
    }
}

} // namespace crema::llm
