// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"
#include "tests.h"

#include "write/templatewriter.h"
#include "write/variables.h"

#include <optional>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::write;

namespace {

std::optional<TemplateWriter> writer;

Position job(const char *title, const char *firm, const char *from = "", const char *to = "")
{
    Position position;
    position.title = QString::fromUtf8(title);
    position.company = QString::fromUtf8(firm);
    position.from = QString::fromUtf8(from);
    position.to = QString::fromUtf8(to);
    return position;
}

} // namespace

void VariablesTest::initTestCase()
{
    auto created = TemplateWriter::create();
    VERIFY_OK(created);
    writer.emplace(std::move(*created));
}

// Of the job and the way to it: "name: value", sorted, for an email of 30 November 2026.
void VariablesTest::saysOfJobsOnlyWhatIsSo_data()
{
    QTest::addColumn<QVector<Position>>("positions");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QVector<Position> &positions, const char *said) {
        QTest::newRow(name) << positions << QString::fromUtf8(said);
    };
    const Position deloitte = job("Consultant", "Deloitte", "2010", "2018");
    row("a job of today", {job("CFO", "Acme", "2019"), deloitte},
        "doing: are CFO; firm: Acme; prevFirm: Deloitte; prevTitle: Consultant; role: CFO; since: 2019; "
        "title: CFO");
    row("an end that reads as today", {job("Analyst", "Acme", "2026-02", "Present")},
        "doing: are an Analyst; firm: Acme; role: an Analyst; title: Analyst");
    row("a job that has ended", {job("CFO", "Acme", "2019", "2024"), deloitte},
        "did: were CFO; pastFirm: Acme");
    for (const char *title :
         {"Retired", "Former CEO", "On maternity leave", "Incoming Analyst", "CEO Emeritus", "Unemployed"}) {
        row(title, {job(title, "Acme", "2019"), deloitte}, "");
    }
    row("a job to come", {job("Analyst", "Acme", "2027-01"), deloitte}, "");
    row("an end this month", {job("Associate", "Acme", "2019-06", "2026-11"), deloitte}, "");
    row("studies", {job("MBA Student", "NYU Stern", "2024")}, "studying: are an MBA Student at NYU Stern");
    row("studies, no place", {job("Student", "")}, "studying: are a Student");
    row("a degree that may be long over", {job("MBA", "NYU Stern", "2010")}, "");
    row("studies that have ended", {job("MBA Student", "NYU Stern", "2018", "2020")}, "");
    const Position analyst = job("Analyst", "Acme", "2019");
    const char *today = "doing: are an Analyst; firm: Acme; role: an Analyst; since: 2019; title: Analyst";
    row("a place of studies before", {analyst, job("MBA Candidate", "Yale", "2016", "2018")}, today);
    row("nothing of a job before", {analyst, job("On leave", "Deloitte", "2016", "2018")}, today);
    row("another job of today", {analyst, job("Trustee", "Shelter", "2016")}, today);
    row("another job to come", {analyst, job("Partner", "Shelter", "2027")}, today);
    row("another job without dates", {analyst, job("Trustee", "Shelter")}, today);
    row("another job that has ended", {analyst, job("Trustee", "Shelter", "2020", "2024")},
        "doing: are an Analyst; firm: Acme; otherFirm: Shelter; role: an Analyst; since: 2019; "
        "title: Analyst");
}

void VariablesTest::saysOfJobsOnlyWhatIsSo()
{
    static const QStringList ofJobs {u"firm"_s,     u"title"_s,     u"role"_s,      u"doing"_s,
                                     u"since"_s,    u"studying"_s,  u"pastFirm"_s,  u"did"_s,
                                     u"prevFirm"_s, u"prevTitle"_s, u"otherFirm"_s, u"riseFrom"_s,
                                     u"industry"_s};
    WriteRequest request;
    QFETCH(QVector<Position>, positions);
    request.contact.industry = u"Accounting"_s;
    for (const Position &position : positions) {
        addPosition(request.contact.positions, position);
    }
    request.profile = studentProfile();
    request.profile.companies.clear();
    request.createdAt = u"2026-11-30T09:00:00.000Z"_s;
    const Variables variables = variablesFor(request, writer->knowledge());
    QStringList said;
    for (const QString &name : ofJobs) {
        if (const auto it = variables.find(name); it != variables.end()) {
            said << name + u": "_s + it->value;
        }
    }
    said.sort();
    QTEST(said.join(u"; "_s), "said");
}
