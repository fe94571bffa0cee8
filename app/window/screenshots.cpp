// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/screenshots.h"

#include "base/dates.h"
#include "flows/demoflow.h"
#include "flows/findflow.h"
#include "flows/prepflow.h"
#include "flows/resumeflow.h"
#include "flows/writeflow.h"
#include "ledger/credits.h"
#include "ui/account/accountview.h"
#include "ui/contacts/contactspage.h"
#include "ui/find/findview.h"
#include "ui/settings/settingsview.h"
#include "window/pageids.h"
#include "window/windowcomposition.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QPageSize>
#include <QPdfWriter>
#include <QPixmap>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextDocument>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

constexpr int settle = 900; // milliseconds: PDF pages and lists are drawn off the window's thread

/// One picture to take.
struct Shot
{
    QString page;
    QString name;
    ui::SchemeChoice scheme = ui::SchemeChoice::light;
    ui::ContactsLayout layout = ui::ContactsLayout::table; ///< of the contacts
    /// What is done on the page before; null for nothing.
    void (*prepare)(WindowComposition &) = nullptr;
};

template <typename View>
View *pageIn(WindowComposition &composition, const QString &page)
{
    return qobject_cast<View *>(composition.window().page(page));
}

/// The same page scrolled, or with another choice.
QVector<Shot> partsOf(const QString &prefix, ui::SchemeChoice scheme)
{
    const QString end = u'-' + ui::schemeWord(scheme);
    QVector<Shot> shots {
            Shot {settingsPage,
                  prefix + u"connections"_s + end,
                  scheme,
                  {},
                  [](WindowComposition &own) {
                      pageIn<ui::SettingsView>(own, settingsPage)->showConnections();
                  }},
            Shot {settingsPage,
                  prefix + u"privacy"_s + end,
                  scheme,
                  {},
                  [](WindowComposition &own) { pageIn<ui::SettingsView>(own, settingsPage)->showPrivacy(); }},
            Shot {settingsPage,
                  prefix + u"writing"_s + end,
                  scheme,
                  {},
                  [](WindowComposition &own) { pageIn<ui::SettingsView>(own, settingsPage)->showWriting(); }},
            Shot {settingsPage,
                  prefix + u"templates"_s + end,
                  scheme,
                  {},
                  [](WindowComposition &own) {
                      pageIn<ui::SettingsView>(own, settingsPage)->showTemplates();
                  }},
            Shot {settingsPage,
                  prefix + u"news"_s + end,
                  scheme,
                  {},
                  [](WindowComposition &own) { pageIn<ui::SettingsView>(own, settingsPage)->showNews(); }},
            Shot {accountPage,
                  prefix + u"credits"_s + end,
                  scheme,
                  {},
                  [](WindowComposition &own) { pageIn<ui::AccountView>(own, accountPage)->showCredits(); }},
            Shot {findPage, prefix + u"find-paid"_s + end, scheme, {}, [](WindowComposition &own) {
                      pageIn<ui::FindView>(own, findPage)->choosePaid();
                  }}};
    return shots;
}

/// What is there only when the workspace is filled: a found run, the window of a resume.
QVector<Shot> filledShots()
{
    QVector<Shot> shots;
    for (const ui::SchemeChoice scheme : {ui::SchemeChoice::light, ui::SchemeChoice::dark}) {
        shots << Shot {
                findPage, u"find-run-"_s + ui::schemeWord(scheme), scheme, {}, [](WindowComposition &own) {
                    pageIn<ui::FindView>(own, findPage)->openRun(u"paid-run"_s);
                }};
        shots << Shot {
                accountPage, u"resume-"_s + ui::schemeWord(scheme), scheme, {}, [](WindowComposition &own) {
                    own.window().page(accountPage)->findChild<QPushButton *>(u"resumeOpen"_s)->click();
                }};
    }
    return shots;
}

QVector<Shot> shotsOf(const QString &prefix)
{
    QVector<Shot> shots;
    for (const ui::SchemeChoice scheme : {ui::SchemeChoice::light, ui::SchemeChoice::dark}) {
        for (const QString &page :
             {u"home"_s, u"find"_s, u"contacts"_s, u"drafts"_s, u"chats"_s, u"account"_s, u"settings"_s}) {
            shots << Shot {page, prefix + page + u'-' + ui::schemeWord(scheme), scheme};
        }
        shots << Shot {contactsPage, prefix + u"board-"_s + ui::schemeWord(scheme), scheme,
                       ui::ContactsLayout::board};
    }
    // Behind the whole pages: what is chosen for these stays chosen.
    for (const ui::SchemeChoice scheme : {ui::SchemeChoice::light, ui::SchemeChoice::dark}) {
        shots << partsOf(prefix, scheme);
    }
    return shots;
}

/// Takes the pictures one after the other, giving each page time to draw itself.
class Photographer final : public QObject
{
public:
    Photographer(WindowComposition &composition, ui::Theme &theme, QString folder)
        : m_composition(composition), m_theme(theme), m_folder(std::move(folder))
    {
    }

    /// The contact whose details stand beside the list.
    void setContact(const QString &id) { m_contact = id; }

    void take(const QVector<Shot> &shots, std::function<void()> then)
    {
        m_shots = shots;
        m_then = std::move(then);
        next();
    }
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    void next()
    {
        if (m_shots.isEmpty()) {
            m_then();
            return;
        }
        m_theme.setChoice(m_shots.constFirst().scheme);
        m_composition.window().showPage(m_shots.constFirst().page);
        if (m_shots.constFirst().page == contactsPage) {
            auto *page = qobject_cast<ui::ContactsPage *>(m_composition.window().page(contactsPage));
            page->showAs(m_shots.constFirst().layout);
            if (!m_contact.isEmpty()) {
                m_composition.openRecord(u"contact"_s, m_contact);
            }
        }
        for (QScrollArea *area :
             m_composition.window().page(m_shots.constFirst().page)->findChildren<QScrollArea *>()) {
            area->verticalScrollBar()->setValue(0);
        }
        if (m_shots.constFirst().prepare != nullptr) {
            m_shots.constFirst().prepare(m_composition);
        }
        QTimer::singleShot(settle, this, [this] {
            const Shot shot = m_shots.takeFirst();
            const QString path = QDir(m_folder).filePath(shot.name + u".png"_s);
            const QPointer<QWidget> dialog = QApplication::activeModalWidget();
            QWidget *shown = dialog ? dialog.data() : &m_composition.window();
            m_failed |= !shown->grab().save(path);
            if (dialog) {
                dialog->close();
            }
            next();
        });
    }

    WindowComposition &m_composition;
    ui::Theme &m_theme;
    QString m_folder;
    QString m_contact;
    QVector<Shot> m_shots;
    std::function<void()> m_then;
    bool m_failed = false;
};

/// A search by the paid provider as it would have come, of people of the sample directory: there is no vendor
/// to ask.
store::Operation paidRun(const flows::Services &services, Run run)
{
    run.id = u"paid-run"_s;
    run.provider = u"pdl"_s;
    run.criteria.limit = 3;
    run.people = run.people.mid(0, 3);
    run.people.last().person.addresses.clear();
    run.widened = {u"Only 1 of 3 found, so the search took in all of Illinois: 2 more"_s};
    run.notes = u"Ask about the summer programme"_s;
    run.cost = 30;
    run.createdAt = toStoredTime(services.clock.now());
    run.extra["jobId"] = "paid-job";
    store::Operation operation;
    operation.label = u"Find: %1"_s.arg(criteriaInWords(run.criteria));
    operation.create(Kind::run, run.id, toBody(run));
    ledger::reserve(operation, services.deployment, u"paid-job"_s, 45, services.ids.next());
    ledger::settle(operation, {u"paid-job"_s, u"find_paid"_s, operation.label, 45, 30, 45},
                   services.ids.next());
    for (const auto &[why, bytes] :
         {std::pair(u"Spelling of a search"_s, 0), {u"Search for people"_s, 612}}) {
        operation.egress.push_back({why,
                                    run.createdAt,
                                    u"People Data Labs"_s,
                                    u"api.peopledatalabs.com"_s,
                                    u"POST /v5/person/search"_s,
                                    why,
                                    u"paid-job"_s,
                                    {},
                                    bytes,
                                    18'204,
                                    bytes > 0 ? 3.0 : 0.0,
                                    200,
                                    u"answered"_s});
    }
    return operation;
}

/// A resume of the sample sender.
Result<QString> sampleResume(const QString &folder)
{
    const QString path = folder + u"/Robin Sample.pdf"_s;
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::Letter));
    QTextDocument text;
    text.setHtml(
            u"<h1>Robin Sample</h1><p>robin.sample@students.example | Ann Arbor, MI</p>"
            "<h2>Education</h2><p><b>University of Michigan</b><br>Bachelor of Arts, Economics<br>"
            "September 2023 - May 2027</p>"
            "<h2>Experience</h2><p><b>Harborline Analytics</b>, Chicago, IL<br>Strategy Intern<br>"
            "June 2025 - August 2025</p><ul><li>Sized three markets for a new product</li>"
            "<li>Interviewed twenty customers and presented what they said</li></ul>"
            "<p><b>The Michigan Daily</b>, Ann Arbor, MI<br>Business Editor<br>January 2024 - May 2025</p>"
            "<h2>Skills</h2><p>Excel, SQL, Python</p><h2>Interests</h2><p>Rowing, baking</p>"_s);
    text.print(&writer);
    return QFileInfo::exists(path) ? Result<QString>(path)
                                   : failure(ErrorKind::storage, u"The sample resume was not written."_s);
}

Task<Result<>> fillWorkspace(flows::Services *services, QString folder)
{
    const std::stop_token stop;
    const auto demo = co_await flows::runDemo(services, folder, stop);
    if (!demo) {
        co_return std::unexpected(demo.error());
    }
    const auto resumePath = sampleResume(folder);
    if (!resumePath) {
        co_return std::unexpected(resumePath.error());
    }
    const QString noPassword;
    const auto resume = co_await flows::setResume(services, *resumePath, noPassword);
    if (!resume) {
        co_return std::unexpected(resume.error());
    }
    Criteria criteria;
    criteria.title = u"product manager"_s;
    criteria.limit = 12;
    const auto run = co_await flows::findPeople(services, criteria, u"local"_s, stop);
    if (!run) {
        co_return std::unexpected(run.error());
    }
    flows::WriteOrder order;
    order.runId = run->id;
    const auto written = co_await flows::writeDrafts(services, order, stop);
    if (!written) {
        co_return std::unexpected(written.error());
    }
    criteria.title = u"engineer"_s;
    criteria.limit = 60;
    const auto second = co_await flows::findPeople(services, criteria, u"local"_s, stop);
    if (!second) {
        co_return std::unexpected(second.error());
    }
    const QStringList everyone;
    const auto saved = co_await flows::savePeople(services, second->id, everyone);
    if (!saved) {
        co_return std::unexpected(saved.error());
    }
    store::Operation operation = paidRun(*services, *run);
    const auto paid = co_await services->store.apply(std::move(operation));
    if (!paid) {
        co_return std::unexpected(paid.error());
    }
    co_return Result<> {};
}

QString firstContact(const store::Reader &reader)
{
    const auto page = reader.contactPage({}, 1, 3);
    return page && !page->isEmpty() ? page->constFirst().id : QString();
}

} // namespace

int takeScreenshots(flows::Services &services, ui::Theme &theme, QSettings &settings, const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "The folder for the pictures cannot be made.\n");
        return 1;
    }
    WindowComposition composition(services, theme, settings);
    composition.window().resize(1280, 820);
    composition.window().show();
    composition.start();
    Photographer photographer(composition, theme, folder);
    TaskScope scope;
    bool filled = false;
    photographer.take(shotsOf(u"empty-"_s), [&] {
        scope.launch(fillWorkspace(&services, services.workspace.folder() + u"/demo"_s), [&](Result<> done) {
            filled = done.has_value();
            if (!done) {
                std::fprintf(stderr, "%s\n", qPrintable(done.error().text));
                QCoreApplication::exit(1);
                return;
            }
            photographer.setContact(firstContact(services.reader));
            photographer.take(shotsOf({}) + filledShots(), [] { QCoreApplication::exit(0); });
        });
    });
    const int code = QCoreApplication::exec();
    return code == 0 && filled && !photographer.failed() ? 0 : 1;
}

} // namespace crema::app
