// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "async/leaves.h"
#include "flows/contactflow.h"
#include "flows/profileflow.h"
#include "flows/resumeflow.h"
#include "store/check.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QPdfDocument>
#include <QPdfSelection>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

const truth::DirectoryKnowledge &knowledge()
{
    static const truth::DirectoryKnowledge loaded = truth::loadKnowledge().value_or(
            truth::DirectoryKnowledge());
    return loaded;
}

} // namespace

Desk::Desk(QString path) : folder(path.isEmpty() ? ownFolder.filePath(u"workspace"_s) : std::move(path))
{
    // For the other half of a kill test, which is a process of its own.
    if (const QString standIn = qEnvironmentVariable("CREMA_TEST_VENDOR"); !standIn.isEmpty()) {
        vendor = QUrl(standIn);
        vendorKey = qEnvironmentVariable("CREMA_TEST_VENDOR_KEY");
        if (const int credits = qEnvironmentVariableIntValue("CREMA_TEST_CREDITS"); credits > 0) {
            deployment.free = {credits, 8};
        }
    }
}

Desk::~Desk()
{
    close();
}

quint32 Desk::nextSeed()
{
    static quint32 seed = 0;
    return ++seed + static_cast<quint32>(QCoreApplication::applicationPid()) * 1000;
}

Result<> Desk::open()
{
    auto at = store::Workspace::at(folder);
    if (!at) {
        return std::unexpected(at.error());
    }
    workspace = std::make_unique<store::Workspace>(std::move(*at));
    auto locked = workspace->lock();
    if (!locked) {
        return std::unexpected(locked.error());
    }
    lock = std::move(*locked);
    auto opened = store::Store::open(workspace->databasePath(), recordKeys, clock, ids);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    store = std::move(*opened);
    auto read = store::Reader::open(workspace->databasePath());
    if (!read) {
        return std::unexpected(read.error());
    }
    reader = std::move(*read);
    engine = std::make_unique<jobs::JobEngine>(*store, *reader, deployment, clock, ids);
    outside = std::make_unique<test::Outside>(*store, ids, clock, workspace->folder(), vendor, vendorKey,
                                              deployment.google.clientId.isEmpty() ? test::Outside::nowhere()
                                                                                   : deployment.google);
    services = std::make_unique<Services>(Services {
            *store, *reader, *workspace, *engine, deployment, knowledge(), clock, ids, outside->keys,
            outside->pdl, outside->llm, outside->news, outside->http, outside->gmail, outside->mailTokens});
    addJobKinds(*services);
    return {};
}

void Desk::close()
{
    if (outside) {
        outside->http.abortAll();
    }
    if (store && !async::drain(test::spinLimit)) {
        QTest::qFail("work was still under way", __FILE__, __LINE__);
    }
    services.reset();
    engine.reset();
    reader.reset();
    outside.reset();
    store.reset();
    lock.reset();
}

QString Desk::file(const QString &name, const QByteArray &content)
{
    const QString path = ownFolder.filePath(name);
    QFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    return written ? path : QString();
}

Result<ImportOutcome> Desk::import(const QString &path, bool dryRun)
{
    ImportRequest request;
    request.path = path;
    request.dryRun = dryRun;
    return test::await(importPeople(services.get(), request, {}, {}));
}

QStringList Desk::people(int count)
{
    static const QStringList firsts {u"Ana"_s,    u"Борис"_s, u"Chloé"_s,  u"Đorđe"_s, u"Élodie"_s,
                                     u"Fatima"_s, u"Göran"_s, u"Hiroko"_s, u"İpek"_s,  u"José"_s};
    static const QStringList titles {u"Consultant"_s, u"Data Scientist"_s, u"Product Manager"_s,
                                     u"Analyst"_s};
    QByteArray csv = "First name,Last name,Email,Company,Title,School,City\r\n";
    for (int i = 0; i < count; ++i) {
        const QString last = u"Quandahl%1"_s.arg(QChar(u'a' + i % 26)) + QString(i / 26, u'z');
        csv += u"%1,%2,p%3@firm%3.example,Halvorsen %3 Partners,%4,College of Town %3,Chicago\r\n"_s
                       .arg(firsts[i % firsts.size()], last)
                       .arg(i)
                       .arg(titles[i % titles.size()])
                       .toUtf8();
    }
    const auto imported = import(file(u"people.csv"_s, csv));
    QStringList own;
    for (const Contact &contact : contacts()) {
        own << contact.id;
    }
    return imported && own.size() >= count ? own : QStringList();
}

Result<> Desk::sender()
{
    const FieldValues values {{u"name"_s, u"Zoë Müller"_s},
                              {u"email"_s, u"zoe.mueller@students.example"_s},
                              {u"university"_s, u"University of Michigan"_s},
                              {u"major"_s, u"Economics"_s},
                              {u"graduationYear"_s, u"2027"_s}};
    const auto set = test::await(setProfile(services.get(), values));
    return set ? Result<>() : std::unexpected(set.error());
}

Result<QString> Desk::resume()
{
    const auto read = test::await(setResume(services.get(), test::fixture(u"resume/files/writer.pdf"_s), {}));
    return read ? Result<QString>(read->id) : std::unexpected(read.error());
}

Result<store::UndoOutcome> Desk::undo()
{
    return test::await(store->undo());
}

Result<> Desk::trash(Kind kind, const QString &id)
{
    const auto trashed = test::await(trashRecords(services.get(), kind, {id}));
    return trashed ? Result<>() : std::unexpected(trashed.error());
}

QVector<Contact> Desk::contacts() const
{
    QVector<Contact> all;
    const auto read = reader->forEachContact([&](const Contact &contact) {
        all << contact;
        return true;
    });
    return read ? all : QVector<Contact>();
}

qint64 Desk::number(const char *sql) const
{
    store::Statement statement(reader->connection(), sql);
    return statement.step() ? statement.integer(0) : -999999;
}

QString Desk::unsound() const
{
    const auto problems = store::checkWorkspace(*workspace);
    QStringList wrong = problems ? *problems : QStringList {problems.error().text};
    const auto none = [&](const char *sql, const QString &what) {
        if (const qint64 found = number(sql); found != 0) {
            wrong << u"%1: %2"_s.arg(what).arg(found);
        }
    };
    none("SELECT coalesce(sum(amount), 0) FROM ledger_entry", u"the ledger does not sum to zero"_s);
    none("SELECT count(*) FROM staging", u"staged rows"_s);
    none("SELECT count(*) FROM (SELECT contact_id FROM draft WHERE state='live' GROUP BY contact_id, "
         "json_extract(body, '$.kind') HAVING count(*) > 1)",
         u"people with two emails of one kind"_s);
    none("SELECT count(*) FROM contact c WHERE state='live' AND email IS NOT NULL AND EXISTS(SELECT 1 FROM "
         "contact d "
         "WHERE d.state='live' AND d.email=c.email AND d.rid<>c.rid AND d.name=c.name)",
         u"people who are there twice"_s);
    none("SELECT count(*) FROM prep WHERE prep_status NOT IN ('completed', 'failed')", u"preps half made"_s);
    none("SELECT count(*) FROM job WHERE state NOT IN ('running', 'queued') AND id NOT IN (SELECT job_id "
         "FROM "
         "receipt)",
         u"ended jobs without a receipt"_s);
    none("SELECT count(*) FROM (SELECT posting FROM ledger_entry WHERE note='period' GROUP BY at HAVING "
         "count(*) > 2)",
         u"grants given twice"_s);
    for (const Prep &prep : preps()) {
        if (prep.status == "completed"_L1 && !workspace->keptFile(prep.pdfFile)) {
            wrong << u"the PDF of a prep is not there"_s;
        }
    }
    return wrong.join(u"; "_s);
}

QString pdfText(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    QPdfDocument document;
    QString text;
    if (buffer.open(QIODevice::ReadOnly)) {
        document.load(&buffer);
        for (int page = 0; page < document.pageCount(); ++page) {
            text += document.getAllText(page).text() + u' ';
        }
    }
    return text.simplified();
}

FilesBlocked::FilesBlocked(const Desk &desk) : m_path(desk.workspace->filesFolder())
{
    m_moved = QDir().rename(m_path, m_path + u".aside"_s);
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly)) {
        QTest::qFail("the files folder could not be blocked", __FILE__, __LINE__);
    }
}

FilesBlocked::~FilesBlocked()
{
    QFile::remove(m_path);
    if (m_moved) {
        QDir().rename(m_path + u".aside"_s, m_path);
    }
}

} // namespace crema::flows
