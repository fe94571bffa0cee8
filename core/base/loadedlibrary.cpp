// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/loadedlibrary.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibrary>

using namespace Qt::StringLiterals;

namespace crema {

Result<QFunctionPointer> loadedFunction(const QString &library, const char *entry)
{
    const QDir program(QCoreApplication::applicationDirPath());
    QStringList problems;
    for (const QString &folder : {program.absoluteFilePath(u"../lib/crema"_s), program.absolutePath()}) {
        QLibrary file(QDir(folder).absoluteFilePath(u"libcrema-"_s + library));
        if (const QFunctionPointer found = file.resolve(entry)) {
            return found;
        }
        problems << file.errorString();
    }
    return failure(
            ErrorKind::internal,
            QCoreApplication::translate(
                    "base", "A part of Crema is missing: %1. Install Crema again; nothing was changed.")
                    .arg(u"lib/crema/libcrema-%1"_s.arg(library)),
            problems.join(u'\n'));
}

} // namespace crema
