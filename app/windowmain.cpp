// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/deployment.h"
#include "base/englishplurals.h"
#include "base/memory.h"
#include "base/paths.h"
#include "commands/about.h"
#include "commands/commandserver.h"
#include "commands/interruption.h"
#include "composition/session.h"
#include "store/check.h"
#include "ui/theme/theme.h"
#include "window/repairdialog.h"
#include "window/screenshots.h"
#include "window/windowcomposition.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QHashSeed>
#include <QMessageBox>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

/// What the command line asks for.
struct Options
{
    QString workspace;
    QString config;
    QString screenshots; ///< folder; empty for none
};

Options readOptions(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
            QApplication::translate("main", "Professional networking outreach, on your own computer."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption workspace(u"workspace"_s,
                                       QApplication::translate("main", "Folder of the workspace."), u"DIR"_s,
                                       defaultWorkspaceFolder());
    const QCommandLineOption config(u"config"_s, QApplication::translate("main", "Deployment file."),
                                    u"FILE"_s);
    const QCommandLineOption screenshots(
            u"screenshots"_s, QApplication::translate("main", "Picture every view into this folder and end."),
            u"DIR"_s);
    parser.addOptions({workspace, config, screenshots});
    parser.process(application);
    return {parser.value(workspace), parser.value(config), parser.value(screenshots)};
}

/// Who asks what the program can do gets the words, with a display or without one.
bool asksForWords(int argc, char *argv[])
{
    QStringList words;
    for (int i = 1; i < argc; ++i) {
        words << QString::fromLocal8Bit(argv[i]);
    }
    return app::asksForHelp(words) || words.contains("--help-all"_L1) || words.contains("--version"_L1)
            || words.contains("-v"_L1);
}

void nameProgram()
{
    QCoreApplication::setApplicationName(u"crema"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CREMA_VERSION));
    QCoreApplication::setOrganizationName(u"crema"_s);
}

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.text));
    QMessageBox::critical(nullptr, QApplication::translate("main", "Crema cannot start"), error.text);
    return 1;
}

/// Calls it from the event loop once the system wants the program to end.
class OnEnd final
{
public:
    OnEnd(const app::Interruption &interruption, QObject &context, const std::function<void()> &close)
        : m_heard(interruption.stopToken(), Later {&context, close})
    {
    }
    Q_DISABLE_COPY_MOVE(OnEnd)

private:
    struct Later
    {
        QObject *context;
        std::function<void()> close;
        void operator()() const { QMetaObject::invokeMethod(context, close, Qt::QueuedConnection); }
    };
    std::stop_callback<Later> m_heard;
};

/// Shows the dialog that repairs or restores; true when the workspace is to be opened (again).
bool repaired(const store::Workspace &workspace, const QString &why, const app::Interruption &interruption)
{
    app::RepairDialog dialog(workspace, why);
    const OnEnd onEnd(interruption, dialog, [&dialog] { dialog.end(); });
    QObject::connect(&dialog, &QDialog::finished, &dialog, [] { QApplication::exit(0); });
    dialog.show();
    QApplication::exec();
    return dialog.result() == QDialog::Accepted;
}

/// A wish of the system that the program ends closes the window, which saves what is being typed.
int showWindow(app::Session &session, ui::Theme &theme, QSettings &settings,
               const app::Interruption &interruption)
{
    flows::Services &services = session.services();
    app::WindowComposition composition(services, theme, settings);
    ui::MainWindow &window = composition.window();
    const OnEnd onEnd(interruption, window, [&window] { window.closeUnasked(); });
    QObject::connect(qApp, &QGuiApplication::commitDataRequest, &window, &ui::MainWindow::prepareForEnd,
                     Qt::DirectConnection);
    app::CommandServer server(services);
    QObject::connect(&server, &app::CommandServer::raiseRequested, &window, &ui::MainWindow::present);
    QObject::connect(&server, &app::CommandServer::reopenRequested, &window,
                     [&composition] { composition.leave(app::reopenExit); });
    if (!server.listen()) {
        std::fprintf(stderr,
                     "The terminal program cannot reach this window; its writing commands wait until it is "
                     "closed.\n");
    }
    window.show();
    composition.start();
    keepGivingBackFreeMemory();
    const int ended = QApplication::exec();
    return ended == 0 ? composition.exitCode() : ended;
}

/// Closes the session. While an answer that is paid for is on its way, a small window says why it takes.
void closeSession(std::unique_ptr<app::Session> session)
{
    QMessageBox waiting(QMessageBox::Information, QApplication::translate("main", "Closing Crema"),
                        QApplication::translate("main",
                                                "Waiting for the page that is on its way; it is paid for "
                                                "already. Crema closes by itself."));
    waiting.setStandardButtons(QMessageBox::NoButton); // there is nothing to decide
    if (session->services().pdl.isPaidUnderWay()) {
        waiting.show();
    }
    session.reset();
}

int runWindow(const Options &options, const Deployment &deployment, ui::Theme &theme, QSettings &settings)
{
    // A window that goes only to come back does not end the program.
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(qApp, &QGuiApplication::lastWindowClosed, qApp, [] { QApplication::exit(0); });
    const app::Interruption interruption(false);
    for (;;) {
        auto session = app::Session::open(options.workspace, deployment);
        const auto workspace = store::Workspace::at(options.workspace);
        if (session) {
            const int code = showWindow(**session, theme, settings, interruption);
            closeSession(std::move(*session));
            if (code != app::reopenExit && code != app::repairExit) {
                return code;
            }
            if (code == app::repairExit && !repaired(*workspace, {}, interruption)) {
                return 1;
            }
            continue;
        }
        if (session.error().kind == ErrorKind::conflict && workspace && app::raiseRunningWindow(*workspace)) {
            return 0; // the window that is open came to the front
        }
        const bool damaged = session.error().kind == ErrorKind::storage && workspace
                && (workspace->hasDatabase() || store::isDatabaseLost(*workspace));
        if (!damaged) {
            return fail(session.error());
        }
        std::fprintf(stderr, "%s\n", qPrintable(session.error().text));
        if (!repaired(*workspace, session.error().text, interruption)) {
            return 1;
        }
    }
}

int runScreenshots(const Options &options, const Deployment &deployment, ui::Theme &theme)
{
    const QTemporaryDir folder;
    auto session = app::Session::open(folder.filePath(u"workspace"_s), deployment);
    if (!session) {
        return fail(session.error());
    }
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    return app::takeScreenshots((*session)->services(), theme, settings, options.screenshots);
}

} // namespace

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed(); // the same prep gives the same PDF
    nameProgram();
    if (asksForWords(argc, argv)) {
        const QCoreApplication application(argc, argv);
        (void)readOptions(application); // ends the program
        return 0;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"Crema"_s);
    QApplication::setDesktopFileName(u"app.crema.Crema"_s);
    crema::EnglishPlurals plurals;
    QApplication::installTranslator(&plurals);
    const Options options = readOptions(application);
    const auto deployment = loadDeployment(options.config);
    if (!deployment) {
        return fail(deployment.error());
    }
    QSettings settings;
    const ui::ViewState state = ui::readViewState(settings);
    ui::Theme theme(ui::schemeFromWord(state.scheme), state.textPercent);
    return options.screenshots.isEmpty() ? runWindow(options, *deployment, theme, settings)
                                         : runScreenshots(options, *deployment, theme);
}
