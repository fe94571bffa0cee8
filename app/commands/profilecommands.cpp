// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"
#include "flows/profileflow.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Json linesJson(const QVector<ResumeLine> &lines)
{
    Json json = Json::array();
    for (const ResumeLine &line : lines) {
        json.push_back({{"text", line.text}, {"line", line.line}});
    }
    return json;
}

Json textsJson(const QVector<ResumeLine> &lines)
{
    Json json = Json::array();
    for (const ResumeLine &line : lines) {
        json.push_back(line.text);
    }
    return json;
}

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
    reply.json["experience"] = linesJson(profile.experience);
    reply.json["sources"] = std::move(sources);
    reply.text = tableText({u"FIELD"_s, u"VALUE"_s, u"FROM"_s}, table);
    return reply;
}

Reply resumeReply(const Resume &resume)
{
    const ResumeFacts &facts = resume.facts;
    Reply reply;
    reply.json = {{"id", resume.id},
                  {"fileName", resume.fileName},
                  {"name", facts.name.text},
                  {"university", facts.university.text},
                  {"degree", facts.degree.text},
                  {"major", facts.major.text},
                  {"year", facts.graduationYear.text},
                  {"hometown", facts.hometown.text},
                  {"email", facts.email.text},
                  {"phone", facts.phone.text},
                  {"linkedinUrl", facts.linkedinUrl.text},
                  {"companies", textsJson(facts.companies)},
                  {"experience", linesJson(facts.experience)},
                  {"facts", toJson(facts)},
                  {"text", resume.text}};
    QVector<QStringList> table;
    for (const auto &[label, fact] :
         {std::pair(u"name"_s, facts.name), std::pair(u"university"_s, facts.university),
          std::pair(u"degree"_s, facts.degree), std::pair(u"major"_s, facts.major),
          std::pair(u"year"_s, facts.graduationYear), std::pair(u"hometown"_s, facts.hometown)}) {
        table << QStringList {label, fact.text, fact.line > 0 ? QString::number(fact.line) : QString()};
    }
    for (const ResumeLine &company : facts.companies) {
        table << QStringList {u"company"_s, company.text, QString::number(company.line)};
    }
    reply.text = tableText({u"FACT"_s, u"READ AS"_s, u"LINE"_s}, table);
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

Task<Result<Reply>> setResumeCommand(CommandContext *context, Arguments arguments)
{
    // The password may come on standard input, never as an argument that other programs can see.
    QString password = QString::fromUtf8(context->standardInput);
    while (password.endsWith(u'\n') || password.endsWith(u'\r')) {
        password.chop(1);
    }
    const auto resume = co_await flows::setResume(context->services, context->path(arguments.word(0)),
                                                  password);
    if (!resume) {
        co_return std::unexpected(resume.error());
    }
    co_return resumeReply(*resume);
}

Task<Result<Reply>> showResume(CommandContext *context, Arguments)
{
    const auto resume = context->reader.defaultResume();
    if (!resume) {
        co_return std::unexpected(resume.error());
    }
    if (!*resume) {
        co_return failure(ErrorKind::notFound,
                          u"There is no resume yet; \"crema-cli resume set FILE\" reads one."_s);
    }
    co_return resumeReply(**resume);
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
            {u"resume set"_s, u"FILE [--password-stdin]"_s,
             u"reads a PDF, DOCX or text resume into the profile"_s, Needs::writing, 1, setResumeCommand},
            {u"resume show"_s, u""_s, u"what was read from the resume, with its lines"_s, Needs::reading, 2,
             showResume},
    };
}

} // namespace crema::app
