// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/paths.h"

#include "base/durablefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace crema {

QString appDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/crema"_s;
}

QString defaultWorkspaceFolder()
{
    return appDataFolder() + u"/workspaces/local"_s;
}

Result<QByteArray> readFile(const QString &path, qint64 maxBytes)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return failure(ErrorKind::rejectedInput, u"There is no file \"%1\"."_s.arg(path));
    }
    if (info.isDir()) {
        return failure(ErrorKind::rejectedInput, u"\"%1\" is a folder, not a file."_s.arg(path));
    }
    if (info.size() > maxBytes) {
        return failure(ErrorKind::rejectedInput,
                       u"\"%1\" is too large: %2 MB, at most %3 MB can be read."_s.arg(path)
                               .arg(info.size() / 1'000'000)
                               .arg(maxBytes / 1'000'000));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::rejectedInput,
                       u"\"%1\" cannot be read: %2."_s.arg(path, file.errorString()));
    }
    // One byte more than there should be shows a file that grows, or a device, which tells no size.
    QByteArray bytes = file.read(info.size() + 1);
    if (bytes.size() > info.size()) {
        bytes += file.read(maxBytes + 1 - bytes.size());
    }
    if (file.error() != QFileDevice::NoError) {
        return failure(ErrorKind::rejectedInput,
                       u"\"%1\" cannot be read: %2."_s.arg(path, file.errorString()));
    }
    if (bytes.size() > maxBytes) {
        return failure(ErrorKind::rejectedInput, u"\"%1\" is too large."_s.arg(path));
    }
    return bytes;
}

Result<> writeFile(const QString &path, QByteArrayView bytes)
{
    if (const auto checked = checkReplaceable(path); !checked) {
        return checked;
    }
    QSaveFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly);
    if (auto written = opened ? writeThrough(file, bytes) : Result<> {}; !written) {
        written.error().text += u" Nothing was changed there."_s;
        return written;
    }
    if (!opened || !file.commit()) {
        return failure(
                ErrorKind::storage,
                u"\"%1\" cannot be written: %2. Nothing was changed there."_s.arg(path, reasonOf(file)));
    }
    return {};
}

QString freePath(const QString &folder, const QString &fileName)
{
    const QDir place(folder);
    const QFileInfo wanted(fileName);
    const QString ending = wanted.suffix().isEmpty() ? QString() : u'.' + wanted.suffix();
    QString path = place.filePath(fileName);
    for (int number = 2; QFileInfo::exists(path); ++number) {
        path = place.filePath(u"%1 (%2)%3"_s.arg(wanted.completeBaseName(), QString::number(number), ending));
    }
    return path;
}

QString safeFileName(const QString &words)
{
    QString name;
    for (const QChar c : words.normalized(QString::NormalizationForm_C)) {
        const bool allowed = c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'.' || c == u'_';
        name += allowed ? c : QChar(u'-');
    }
    while (name.contains(u"--"_s)) {
        name.replace(u"--"_s, u"-"_s);
    }
    while (name.startsWith(u'-') || name.startsWith(u'.')) {
        name.remove(0, 1);
    }
    name.truncate(80);
    while (name.endsWith(u'-') || name.endsWith(u'.') || (!name.isEmpty() && name.back().isHighSurrogate())) {
        name.chop(1);
    }
    static const QStringList reserved {u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s};
    return name.isEmpty() || reserved.contains(name.toLower()) ? u"file"_s + name : name;
}

} // namespace crema
