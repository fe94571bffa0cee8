// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/englishplurals.h"
#include "commands/runner.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QHashSeed>

using namespace Qt::StringLiterals;

namespace {

/// Services and containers have no runtime folder; Qt would print a warning for what a terminal program does
/// not use.
void makeRuntimeFolder()
{
    if (qEnvironmentVariableIsSet("XDG_RUNTIME_DIR")) {
        return;
    }
    const QString folder = QDir::temp().filePath(u"crema-runtime-"_s
                                                 + qEnvironmentVariable("USER", u"user"_s));
    if (QDir().mkpath(folder)
        && QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    // PDFs need fonts, so this is a QGuiApplication, but it never shows a window and must start without a
    // display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    makeRuntimeFolder();
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
