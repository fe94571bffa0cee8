// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/englishplurals.h"
#include "commands/runner.h"

#include <QDir>
#include <QGuiApplication>
#include <QHashSeed>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    // PDFs need fonts, so this is a QGuiApplication, but it never shows a window and must start without a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Services and containers have none; Qt would print a warning for what a terminal program does not use.
    if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR")) {
        qputenv("XDG_RUNTIME_DIR", QDir::tempPath().toLocal8Bit());
    }
    QHashSeed::setDeterministicGlobalSeed(); // the same prep gives the same PDF
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"crema"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CREMA_VERSION));
    crema::EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    QStringList arguments = QCoreApplication::arguments();
    arguments.removeFirst();
    return crema::app::runCommandLine(arguments);
}
