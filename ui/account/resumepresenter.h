// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/resumeflow.h"
#include "flows/resumehelp.h"
#include "store/historyreader.h"

#include <QObject>

namespace crema::ui {

/// The resumes of the workspace: reading them in, putting right what was read, choosing among them.
class ResumePresenter final : public QObject
{
    Q_OBJECT

public:
    explicit ResumePresenter(flows::Services &services, QObject *parent = nullptr);

    void load();
    /// Reads a file in. What is missing for it is asked for by passwordWanted or textWanted; call again with
    /// that.
    void read(const flows::ResumeOrder &order);
    /// Stops a text recognition under way.
    void cancelReading();
    void makeDefault(const QString &id);
    void rename(const QString &id, const QString &label);
    void remove(const QString &id);
    void correct(const QString &id, const ShownFact &fact, const QString &text);
    void revert(const QString &id, const ShownFact &fact);
    void readAgain(const QString &id, const QString &password = {});
    /// Reads what a language model would be told; promptRead answers. Nothing leaves.
    void readPrompt(const QString &id);
    /// Has a language model look for what the rules did not find.
    void askModel(const QString &id, const flows::ResumePrompt &prompt);
    void cancelAsking();
    [[nodiscard]] bool isAsking() const { return m_asking.running() > 0; }
    void setText(const QString &id, const QString &text);
    void saveCopy(const QString &id, const QString &path);
    /// The kept file.
    [[nodiscard]] Result<QByteArray> bytesOf(const QString &id) const;
    /// Asks for the languages text can be recognised in; languagesKnown answers, with none when no program
    /// for it is installed.
    void askLanguages();
    /// True when the rules have been mended since the resume was read.
    [[nodiscard]] static bool isReadByOlderRules(const Resume &resume);

Q_SIGNALS:
    /// Newest first.
    void resumesShown(const QVector<crema::Resume> &resumes, const QString &defaultId);
    void reading(bool reading);
    void pagesRead(int done, int total);
    /// The file is protected, or the password was wrong.
    void passwordWanted(const crema::flows::ResumeOrder &order, const QString &why);
    /// The file is a scan: its text can be typed in or recognised.
    void textWanted(const crema::flows::ResumeOrder &order, const QString &why);
    void languagesKnown(const QStringList &languages);
    /// A kept, protected resume is to be read again: ask for its password and call readAgain.
    void passwordWantedAgain(const QString &id, const QString &why);
    void readIn(const QString &id);
    void promptRead(const QString &id, const crema::flows::ResumePrompt &prompt);
    void asking(bool asking);
    /// What was given for a fact cannot be one.
    void factRefused(const QString &why);
    void failed(const crema::Error &error);
    void toast(const QString &text, const QString &operationId = {});

private:
    void changeFact(const QString &id, const flows::FactChange &change);
    void tellHelp(const flows::HelpedResume &helped, const store::NewOperations &made);
    /// Before a change of one of the resumes.
    [[nodiscard]] store::NewOperations operations() const;
    /// Shows the error of a change, or says what was done.
    void report(const Result<Resume> &resume, const QString &done, const store::NewOperations &made);

    flows::Services &m_services;
    TaskScope m_scope;
    TaskScope m_reading; ///< can be cancelled by itself
    TaskScope m_asking; ///< as can this
};

} // namespace crema::ui
