// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "support/support.h"

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

/// What one run of crema-cli left.
struct Answer
{
    int exitCode = -1; ///< -1: it did not end by itself
    QByteArray out;
    QByteArray err;

    crema::Json value; ///< standard output as JSON; null when it is none

    /// Lives as long as the answer.
    [[nodiscard]] const crema::Json &json() const { return value; }
    /// The answer in one line, for failure messages.
    [[nodiscard]] QByteArray inWords() const;
};

/// The real program in a folder of its own, with a workspace "ws" in it and nothing of this computer's
/// settings.
class Cli
{
public:
    Cli();

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString workspace() const { return path(QStringLiteral("ws")); }
    void write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QByteArray bytesOf(const QString &name) const;

    /// crema-cli --workspace ws ARGUMENTS, in the folder.
    [[nodiscard]] Answer run(const QStringList &arguments, const QByteArray &standardInput = {}) const;
    /// The same with --json; the answer's JSON.
    [[nodiscard]] crema::Json json(const QStringList &arguments) const;
    /// A line of shell in which $CLI is the program with its workspace.
    [[nodiscard]] Answer shell(const QString &line) const;
    /// Started and left running.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    /// The window's program, on a platform of Qt and without a display.
    [[nodiscard]] std::unique_ptr<QProcess> startWindow(const QStringList &arguments,
                                                        const QString &platform) const;

    /// How many contacts there are; -1 when the program does not say.
    [[nodiscard]] qint64 contacts() const;
    /// The id of a contact added with these fields.
    [[nodiscard]] QString added(const QStringList &fields) const;

private:
    [[nodiscard]] QProcessEnvironment environment() const;

    QTemporaryDir m_folder;
};

/// Where the program is: beside the tests' folder of the build, or $CREMA_CLI.
[[nodiscard]] QString programPath();
/// The words of a command line without quotes in it.
[[nodiscard]] QStringList words(const QString &line);
/// Waits for a started program while this process's own event loop runs.
[[nodiscard]] Answer ended(QProcess &process);

/// What `json` lacks of "name:type ..." (types: text number list object flag any), as one line; empty when
/// nothing.
[[nodiscard]] QString lacking(const crema::Json &json, const QString &fields);

/// Fails unless the answer has this exit code; shows the whole answer then.
#define VERIFY_EXIT(answer, code)                                                                            \
    do {                                                                                                     \
        const Answer &verifiedAnswer = (answer);                                                             \
        QVERIFY2(verifiedAnswer.exitCode == (code), verifiedAnswer.inWords().constData());                   \
    } while (false)
/// Fails unless `json` has these fields.
#define VERIFY_FIELDS(value, fields)                                                                         \
    do {                                                                                                     \
        const QString lacked = lacking((value), QStringLiteral(fields));                                     \
        QVERIFY2(lacked.isEmpty(), qPrintable(lacked));                                                      \
    } while (false)
