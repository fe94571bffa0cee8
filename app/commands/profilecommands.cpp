// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"
#include "commands/resumewords.h"
#include "flows/profileflow.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Reply profileReply(const Profile &profile)
{
    Reply reply;
    QVector<QStringList> table;
    Json sources = Json::object();
    for (const QString &field : profileFields()) {
        const QString value = profileField(profile, field);
        reply.json[field.toStdString()] = value;
        const Source source = profile.sources.value(field);
        const QString from = source.kind == SourceKind::resume ? u"resume, %1"_s.arg(source.field)
                                                               : u"by hand"_s;
        table << QStringList {field, value, value.isEmpty() ? QString() : from};
        if (profile.sources.contains(field)) {
            sources[field.toStdString()] = toJson(source);
        }
    }
    for (const QString &field : writingFields()) {
        const QString value = writingField(profile.writing, field);
        const bool isSwitch = field.startsWith("withhold"_L1);
        reply.json[field.toStdString()] = isSwitch ? Json(value == "yes"_L1) : Json(value);
        table << QStringList {field, value, {}};
    }
    reply.json["companies"] = textsJson(profile.companies);
    reply.json["experience"] = toJson(profile.experience);
    reply.json["sources"] = std::move(sources);
    reply.text = tableText({u"FIELD"_s, u"VALUE"_s, u"FROM"_s}, table);
    return reply;
}

Task<Result<Reply>> showProfile(CommandContext *context, Arguments)
{
    const auto profile = context->reader.profile();
    if (!profile) {
        co_return std::unexpected(profile.error());
    }
    co_return profileReply(*profile);
}

Task<Result<Reply>> setProfileCommand(CommandContext *context, Arguments arguments)
{
    const auto values = arguments.assignments(0);
    if (!values) {
        co_return std::unexpected(values.error());
    }
    const auto profile = co_await flows::setProfile(context->services, *values);
    if (!profile) {
        co_return std::unexpected(profile.error());
    }
    co_return profileReply(*profile);
}

} // namespace

QVector<Command> profileCommands()
{
    return {
            {u"profile show"_s, u""_s, u"the sender, and where each fact comes from"_s, Needs::reading, 2,
             showProfile},
            {u"profile set"_s, u"KEY=VALUE..."_s,
             u"name email phone linkedinUrl university degree major graduationYear hometown interests signature tone length signOff withholdPhone withholdAddress withholdSchool"_s,
             Needs::writing, 2, setProfileCommand},
    };
}

} // namespace crema::app
