// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/englishplurals.h"
#include "commands/runner.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QHashSeed>

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

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

/// A program started with "crema-cli >&-" has no standard output; the next file it opened would get that
/// number, and the answer would be written into it. /dev/null opened for reading takes the place: writing
/// there fails, and is told.
void keepStandardStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) < 0) {
            (void)::open("/dev/null", O_RDONLY); // takes the lowest free number, which is this one
        }
    }
}

} // namespace

int main(int argc, char *argv[])
{
    keepStandardStreams();
    (void)std::signal(SIGPIPE, SIG_IGN); // a reader that goes away is an exit code, not a death in the middle
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
