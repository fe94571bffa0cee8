// SPDX-License-Identifier: GPL-3.0-or-later
// bench_duplicates FOLDER COUNT : looks for duplicates among COUNT made-up people in a new workspace, as the
// program does, and prints the seconds, the pairs that were planted, those found, the comparisons and the
// large groups.
#include "async/taskscope.h"
#include "composition/session.h"
#include "flows/mergeflow.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

/// Names as they are spread in a country: a few are very frequent, most are rare.
class Crowd
{
public:
    explicit Crowd(int count) : m_count(count)
    {
        for (int i = 0; i < 1200; ++i) {
            m_firsts << word(2);
        }
        for (int i = 0; i < 9000; ++i) {
            m_lasts << word(3);
        }
        for (int i = 0; i < 8000; ++i) {
            m_firms << word(3);
        }
    }

    store::Operation people()
    {
        store::Operation operation;
        operation.label = u"Import"_s;
        operation.origin = store::Origin::import;
        Contact last;
        for (int i = 0; i < m_count; ++i) {
            Contact contact = i % 25 == 24 ? twin(last, i) : stranger(i);
            contact.id = u"p%1"_s.arg(i);
            operation.create(Kind::contact, contact.id, toBody(contact));
            last = contact;
        }
        return operation;
    }

    int planted = 0;

private:
    QString word(int parts)
    {
        static const QStringList syllables =
                u"al bar cor den el fin gar hol iv jan kel lor mar nor ost per quin ros sal tor ulm ver wil yor zan"_s
                        .split(u' ');
        QString text;
        for (int i = 0; i < parts; ++i) {
            text += syllables[m_random.bounded(syllables.size())];
        }
        text[0] = text[0].toUpper();
        return text;
    }
    const QString &one(const QStringList &texts)
    {
        const double skewed = m_random.generateDouble() * m_random.generateDouble();
        return texts[static_cast<qsizetype>(skewed * static_cast<double>(texts.size() - 1))];
    }
    Contact stranger(int i)
    {
        Contact contact;
        contact.firstName = one(m_firsts);
        contact.lastName = one(m_lasts);
        contact.city = u"City %1"_s.arg(m_random.bounded(300));
        addPosition(contact.positions, {{}, {}, one(m_firms), u"Analyst"_s, {}, {}});
        addSchool(contact.schools,
                  {{}, {}, u"University of "_s + m_firms[m_random.bounded(400)], {}, {}, {}, {}});
        addPoint(contact.addresses, {},
                 u"%1.%2.%3@mail.example"_s.arg(contact.firstName.toLower(), contact.lastName.toLower())
                         .arg(i));
        addPoint(contact.phones, {}, u"+49 30 %1"_s.arg(10'000'000 + i));
        return contact;
    }
    /// The one before once more: a letter gone, the names swapped, the same address, another firm.
    Contact twin(const Contact &of, int i)
    {
        ++planted;
        Contact contact = of;
        contact.phones.clear();
        switch (i / 25 % 4) {
        case 0:
            contact.lastName.remove(2, 1);
            contact.addresses.clear();
            break;
        case 1:
            std::swap(contact.firstName, contact.lastName);
            contact.addresses.clear();
            break;
        case 2:
            contact.positions.clear();
            break;
        default:
            contact.positions.first().company = u"Elsewhere %1"_s.arg(i);
            contact.addresses.clear();
        }
        return contact;
    }

    QRandomGenerator m_random {11};
    int m_count;
    QStringList m_firsts;
    QStringList m_lasts;
    QStringList m_firms;
};

Task<Result<contacts::DuplicateReport>> measure(flows::Services *services, store::Operation people,
                                                std::shared_ptr<QElapsedTimer> timer)
{
    const auto added = co_await services->store.applyBulk(std::move(people), {}, {});
    if (!added) {
        co_return std::unexpected(added.error());
    }
    timer->start();
    co_return co_await flows::findDuplicates(services, {}, {});
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_duplicates FOLDER COUNT\n");
        return 2;
    }
    auto session = app::Session::open(QString::fromLocal8Bit(argv[1]), {});
    if (!session) {
        std::fprintf(stderr, "%s\n", qPrintable(session.error().text));
        return 1;
    }
    Crowd crowd(std::max(1, atoi(argv[2])));
    const auto timer = std::make_shared<QElapsedTimer>();
    TaskScope scope;
    store::Operation people = crowd.people();
    scope.launch(measure(&(*session)->services(), std::move(people), timer),
                 [&](Result<contacts::DuplicateReport> report) {
                     if (report) {
                         std::printf("%.3f %d %lld %lld %d\n",
                                     static_cast<double>(timer->nsecsElapsed()) / 1e9, crowd.planted,
                                     static_cast<long long>(report->pairs.size()),
                                     static_cast<long long>(report->compared), report->largeGroupCount);
                     } else {
                         std::fprintf(stderr, "%s\n", qPrintable(report.error().text));
                     }
                     QCoreApplication::exit(report ? 0 : 1);
                 });
    return QCoreApplication::exec();
}
