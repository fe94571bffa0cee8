// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/deployment.h"
#include "base/englishplurals.h"
#include "base/memory.h"
#include "base/paths.h"
#include "commands/commandserver.h"
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

Options readOptions(const QApplication &application)
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

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.text));
    QMessageBox::critical(nullptr, QApplication::translate("main", "Crema cannot start"), error.text);
    return 1;
}

/// Shows the dialog that repairs or restores; true when the workspace is to be opened (again).
bool repaired(const store::Workspace &workspace, const QString &why)
{
    app::RepairDialog dialog(workspace, why);
    QObject::connect(&dialog, &QDialog::finished, &dialog, [] { QApplication::exit(0); });
    dialog.show();
    QApplication::exec();
    return dialog.result() == QDialog::Accepted;
}

int showWindow(app::Session &session, ui::Theme &theme, QSettings &settings)
{
    flows::Services &services = session.services();
    app::WindowComposition composition(services, theme, settings);
    app::CommandServer server(services);
    QObject::connect(&server, &app::CommandServer::raiseRequested, &composition.window(),
                     &ui::MainWindow::present);
    QObject::connect(&server, &app::CommandServer::reopenRequested, &composition.window(),
                     [] { QApplication::exit(app::reopenExit); });
    if (!server.listen()) {
        std::fprintf(stderr,
                     "The terminal program cannot reach this window; its writing commands wait until it is "
                     "closed.\n");
    }
    composition.window().show();
    composition.start();
    keepGivingBackFreeMemory();
    return QApplication::exec();
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
    for (;;) {
        auto session = app::Session::open(options.workspace, deployment);
        const auto workspace = store::Workspace::at(options.workspace);
        if (session) {
            const int code = showWindow(**session, theme, settings);
            closeSession(std::move(*session));
            if (code != app::reopenExit && code != app::repairExit) {
                return code;
            }
            if (code == app::repairExit && !repaired(*workspace, {})) {
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
        if (!repaired(*workspace, session.error().text)) {
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
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"crema"_s);
    QApplication::setApplicationDisplayName(u"Crema"_s);
    QApplication::setApplicationVersion(QStringLiteral(CREMA_VERSION));
    QApplication::setOrganizationName(u"crema"_s);
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
