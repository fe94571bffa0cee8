// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/paths.h"
#include "commands/commandparts.h"
#include "commands/resumewords.h"
#include "flows/resumeflow.h"
#include "flows/resumehelp.h"
#include "resume/textextraction.h"
#include "resume/textrecognition.h"
#include "store/writingout.h"
#include "write/prompt.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

/// The password that came on standard input; never an argument that other programs can see.
QString passwordFrom(const CommandContext &context)
{
    QString password = QString::fromUtf8(context.standardInput);
    while (password.endsWith(u'\n') || password.endsWith(u'\r')) {
        password.chop(1);
    }
    return password;
}

/// The resume of an id's beginning, or the default one when none is given.
Result<Resume> resumeNamed(const CommandContext &context, const QString &prefix)
{
    if (!prefix.isEmpty()) {
        const auto id = idOf(context, Kind::resume, prefix);
        return id ? context.reader.resume(*id) : std::unexpected(id.error());
    }
    const auto standard = context.reader.defaultResume();
    if (!standard) {
        return std::unexpected(standard.error());
    }
    if (!*standard) {
        return failure(ErrorKind::notFound,
                       u"There is no resume yet; \"crema-cli resume set FILE\" reads one."_s);
    }
    return **standard;
}

Task<Result<Reply>> answered(Task<Result<Resume>> work)
{
    const auto resume = co_await work;
    if (!resume) {
        co_return std::unexpected(resume.error());
    }
    co_return resumeReply(*resume);
}

/// Says what helps where the file alone does not.
Error withAdvice(Error error)
{
    if (resume::needsPassword(error)) {
        error.text += u" Give the password on standard input with --password-stdin."_s;
    } else if (resume::hasNoText(error)) {
        error.text += resume::canRecogniseText()
                ? u" On the command line: --ocr reads the pages, --text FILE takes typed text."_s
                : u" On the command line: --text FILE takes typed text; with tesseract installed, --ocr "
                  u"reads "
                  u"the pages."_s;
    }
    return error;
}

Task<Result<Reply>> setResumeCommand(CommandContext *context, Arguments arguments)
{
    flows::ResumeOrder order;
    order.path = context->path(arguments.word(0));
    order.password = passwordFrom(*context);
    order.recognise = arguments.has(u"--ocr"_s);
    order.languages = arguments.value(u"--language"_s);
    if (arguments.has(u"--text"_s)) {
        const auto typed = readFile(context->path(arguments.value(u"--text"_s)),
                                    context->deployment.limits.resumeBytes);
        if (!typed) {
            co_return std::unexpected(typed.error());
        }
        order.typedText = QString::fromUtf8(*typed);
    }
    flows::PageProgress progress;
    if (context->progress) {
        progress = [context](int done, int total) { context->progress(u"reading page"_s, done, total); };
    }
    const auto resume = co_await flows::setResume(context->services, order, progress, context->stop);
    if (!resume) {
        co_return std::unexpected(withAdvice(resume.error()));
    }
    co_return resumeReply(*resume);
}

Task<Result<Reply>> showResume(CommandContext *context, Arguments arguments)
{
    const auto resume = resumeNamed(*context, arguments.word(0));
    if (!resume) {
        co_return std::unexpected(resume.error());
    }
    co_return resumeReply(*resume);
}

Task<Result<Reply>> listResumes(CommandContext *context, Arguments)
{
    const auto resumes = context->reader.resumes();
    const auto standard = context->reader.defaultResume();
    if (!resumes || !standard) {
        co_return std::unexpected(!resumes ? resumes.error() : standard.error());
    }
    co_return resumeListReply(*resumes, *standard ? (*standard)->id : QString());
}

Task<Result<Reply>> makeDefault(CommandContext *context, Arguments arguments)
{
    const auto resume = resumeNamed(*context, arguments.word(0));
    if (!resume) {
        co_return std::unexpected(resume.error());
    }
    co_return co_await answered(flows::makeDefaultResume(context->services, resume->id));
}

Task<Result<Reply>> rename(CommandContext *context, Arguments arguments)
{
    const auto resume = resumeNamed(*context, arguments.word(0));
    if (!resume) {
        co_return std::unexpected(resume.error());
    }
    co_return co_await answered(flows::renameResume(context->services, resume->id, arguments.word(1)));
}

Task<Result<Reply>> deleteResumes(CommandContext *context, Arguments arguments)
{
    const auto ids = idsOf(*context, Kind::resume, arguments.words());
    if (!ids) {
        co_return std::unexpected(ids.error());
    }
    const auto change = co_await flows::trashResumes(context->services, *ids);
    if (!change) {
        co_return std::unexpected(change.error());
    }
    Reply reply;
    reply.json = {{"deleted", jsonTexts(*ids)}, {"operationId", change->operationId}};
    reply.text = u"deleted "_s + ids->join(u' ');
    co_return reply;
}

Task<Result<Reply>> correct(CommandContext *context, Arguments arguments)
{
    const bool hasId = !arguments.words().isEmpty() && !arguments.word(0).contains(u'=');
    const auto resume = resumeNamed(*context, hasId ? arguments.word(0) : QString());
    const auto values = arguments.assignments(hasId ? 1 : 0);
    if (!resume || !values) {
        co_return std::unexpected(!resume ? resume.error() : values.error());
    }
    const auto changes = factChanges(*resume, *values, arguments.values(u"--reset"_s));
    if (!changes) {
        co_return std::unexpected(changes.error());
    }
    co_return co_await answered(flows::correctResume(context->services, resume->id, *changes));
}

Task<Result<Reply>> readAgain(CommandContext *context, Arguments arguments)
{
    const auto before = resumeNamed(*context, arguments.word(0));
    if (!before) {
        co_return std::unexpected(before.error());
    }
    const QString password = passwordFrom(*context);
    const auto resume = co_await flows::readResumeAgain(context->services, before->id, password);
    if (!resume) {
        co_return std::unexpected(withAdvice(resume.error()));
    }
    co_return resumeReply(*resume);
}

Reply promptReply(const QString &id, const flows::ResumePrompt &prompt)
{
    Reply reply;
    reply.text = write::promptInWords(prompt.chat);
    reply.json = {{"id", id},
                  {"prompt", reply.text},
                  {"withheld", jsonTexts(prompt.withheld)},
                  {"server", prompt.server.baseUrl.toString()},
                  {"model", prompt.server.model}};
    if (!prompt.withheld.isEmpty()) {
        reply.notes << u"kept back: %1"_s.arg(prompt.withheld.join(u", "_s));
    }
    reply.notes << u"nothing was sent"_s;
    return reply;
}

Task<Result<Reply>> askModel(CommandContext *context, Arguments arguments)
{
    const auto before = resumeNamed(*context, arguments.word(0));
    if (!before) {
        co_return std::unexpected(before.error());
    }
    const auto prompt = co_await flows::resumePrompt(context->services, before->id);
    if (!prompt) {
        co_return std::unexpected(prompt.error());
    }
    if (arguments.has(u"--show-prompt"_s)) {
        co_return promptReply(before->id, *prompt);
    }
    const auto helped = co_await flows::askForFacts(context->services, before->id, *prompt, context->stop);
    if (!helped) {
        co_return std::unexpected(helped.error());
    }
    Reply reply = resumeReply(helped->resume);
    reply.json["found"] = helped->found;
    reply.json["refused"] = helped->refused;
    reply.notes << u"the model found %1 fact(s) more; %2 of what it said does not stand in the resume so"_s
                           .arg(QString::number(helped->found), QString::number(helped->refused));
    co_return reply;
}

Task<Result<Reply>> saveFile(CommandContext *context, Arguments arguments)
{
    const auto resume = resumeNamed(*context, arguments.word(0));
    if (!resume) {
        co_return std::unexpected(resume.error());
    }
    QString path = context->path(arguments.word(1));
    if (QFileInfo(path).isDir()) {
        path = freePath(path, safeFileName(resume->fileName));
    }
    const auto bytes = context->workspace.keptFile(resume->file);
    if (!bytes) {
        co_return std::unexpected(bytes.error());
    }
    if (const auto written = store::writeOut(context->workspace, path, *bytes); !written) {
        co_return std::unexpected(written.error());
    }
    Reply reply;
    reply.json = {{"id", resume->id}, {"file", path}};
    reply.text = path;
    co_return reply;
}

} // namespace

QVector<Command> resumeCommands()
{
    return {
            {u"resume set"_s, u"FILE [--password-stdin] [--ocr] [--language LANGUAGES] [--text FILE]"_s,
             u"reads a PDF, DOCX or text resume into the profile; a scan by text recognition or with typed text"_s,
             Needs::writing, 1, setResumeCommand},
            {u"resume show"_s, u"[ID]"_s, u"what was read from the resume, with its lines and corrections"_s,
             Needs::reading, 2, showResume},
            {u"resume list"_s, u""_s, u"the resumes kept; one is the default"_s, Needs::reading, 2,
             listResumes},
            {u"resume default"_s, u"ID"_s, u"the one that emails and preps use"_s, Needs::writing, 2,
             makeDefault},
            {u"resume rename"_s, u"ID NAME"_s,
             u"a name of your own for it; an empty one is the file's again"_s, Needs::writing, 2, rename},
            {u"resume correct"_s, u"[ID] [KEY=VALUE...] [--reset KEY...]"_s,
             u"puts facts right: university=X, year=2027, companies:2=X, companies+=X; empty removes"_s,
             Needs::writing, 2, correct},
            {u"resume read-again"_s, u"[ID] [--password-stdin]"_s,
             u"reads the kept file again; corrections stay"_s, Needs::writing, 1, readAgain},
            {u"resume ask-model"_s, u"[ID] [--show-prompt]"_s,
             u"has a language model look for what was not found; its facts are held against the text"_s,
             Needs::writing, 1, askModel},
            {u"resume save"_s, u"ID FILE"_s, u"writes the kept file, as it was given"_s, Needs::reading, 1,
             saveFile},
            {u"resume delete"_s, u"ID..."_s, u"moves resumes to the trash"_s, Needs::writing, 2,
             deleteResumes},
    };
}

} // namespace crema::app
