// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/resumepresenter.h"

#include "flows/resumereading.h"
#include "resume/textextraction.h"
#include "resume/textrecognition.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace crema::ui {

ResumePresenter::ResumePresenter(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{
}

void ResumePresenter::load()
{
    const auto resumes = m_services.reader.resumes();
    const auto standard = m_services.reader.defaultResume();
    if (!resumes || !standard) {
        Q_EMIT failed(!resumes ? resumes.error() : standard.error());
        return;
    }
    Q_EMIT resumesShown(*resumes, *standard ? (*standard)->id : QString());
}

void ResumePresenter::read(const flows::ResumeOrder &order)
{
    Q_EMIT reading(true);
    const QPointer self(this);
    const auto progress = [self](int done, int total) {
        if (self) {
            Q_EMIT self->pagesRead(done, total);
        }
    };
    m_reading.launch(flows::setResume(&m_services, order, progress, m_reading.stopToken()),
                     [this, order, made = operations()](Result<Resume> resume) {
                         Q_EMIT reading(false);
                         if (resume) {
                             Q_EMIT toast(tr("Read %1").arg(resume->fileName), made.of(resume->id));
                             Q_EMIT readIn(resume->id);
                         } else if (resume::needsPassword(resume.error())) {
                             Q_EMIT passwordWanted(order, resume.error().text);
                         } else if (resume::hasNoText(resume.error())) {
                             Q_EMIT textWanted(order, resume.error().text);
                         } else {
                             Q_EMIT failed(resume.error());
                         }
                     });
}

void ResumePresenter::cancelReading()
{
    m_reading.requestStop();
    Q_EMIT reading(false);
}

store::NewOperations ResumePresenter::operations() const
{
    QStringList ids;
    for (const Resume &resume : m_services.reader.resumes().value_or(QVector<Resume>())) {
        ids << resume.id;
    }
    return {m_services.reader.connection(), Kind::resume, ids};
}

void ResumePresenter::report(const Result<Resume> &resume, const QString &done,
                             const store::NewOperations &made)
{
    if (resume) {
        Q_EMIT toast(done, made.of(resume->id));
    } else {
        Q_EMIT failed(resume.error());
    }
}

void ResumePresenter::makeDefault(const QString &id)
{
    m_scope.launch(flows::makeDefaultResume(&m_services, id),
                   [this, made = operations()](const Result<Resume> &resume) {
                       report(resume,
                              resume ? tr("Emails and preps now use %1").arg(resume->name()) : QString(),
                              made);
                   });
}

void ResumePresenter::rename(const QString &id, const QString &label)
{
    m_scope.launch(flows::renameResume(&m_services, id, label),
                   [this, made = operations()](const Result<Resume> &resume) {
                       report(resume, resume ? tr("Renamed to %1").arg(resume->name()) : QString(), made);
                   });
}

void ResumePresenter::remove(const QString &id)
{
    m_scope.launch(flows::trashResumes(&m_services, {id}), [this](const Result<store::Change> &change) {
        if (change) {
            Q_EMIT toast(tr("The resume is in the trash"), change->operationId);
        } else {
            Q_EMIT failed(change.error());
        }
    });
}

void ResumePresenter::changeFact(const QString &id, const flows::FactChange &change)
{
    m_scope.launch(flows::correctResume(&m_services, id, {change}), [this](const Result<Resume> &resume) {
        if (!resume && resume.error().kind == ErrorKind::rejectedInput) {
            Q_EMIT factRefused(resume.error().text);
        } else if (!resume) {
            Q_EMIT failed(resume.error());
        }
    });
}

void ResumePresenter::correct(const QString &id, const ShownFact &fact, const QString &text)
{
    changeFact(id, {fact, text});
}

void ResumePresenter::revert(const QString &id, const ShownFact &fact)
{
    changeFact(id, {fact, std::nullopt});
}

void ResumePresenter::readAgain(const QString &id, const QString &password)
{
    Q_EMIT reading(true);
    m_scope.launch(flows::readResumeAgain(&m_services, id, password),
                   [this, id, made = operations()](const Result<Resume> &resume) {
                       Q_EMIT reading(false);
                       if (!resume && resume::needsPassword(resume.error())) {
                           Q_EMIT passwordWantedAgain(id, resume.error().text);
                       } else {
                           report(resume, resume ? tr("Read %1 again").arg(resume->name()) : QString(), made);
                       }
                   });
}

void ResumePresenter::readPrompt(const QString &id)
{
    m_scope.launch(flows::resumePrompt(&m_services, id),
                   [this, id](const Result<flows::ResumePrompt> &prompt) {
                       if (prompt) {
                           Q_EMIT promptRead(id, *prompt);
                       } else {
                           Q_EMIT failed(prompt.error());
                       }
                   });
}

void ResumePresenter::askModel(const QString &id, const flows::ResumePrompt &prompt)
{
    Q_EMIT asking(true);
    m_asking.launch(flows::askForFacts(&m_services, id, prompt, m_asking.stopToken()),
                    [this, made = operations()](const Result<flows::HelpedResume> &helped) {
                        Q_EMIT asking(false);
                        if (helped) {
                            tellHelp(*helped, made);
                        } else if (helped.error().kind != ErrorKind::cancelled) {
                            Q_EMIT failed(helped.error());
                        }
                    });
}

void ResumePresenter::cancelAsking()
{
    m_asking.requestStop();
    Q_EMIT asking(false);
}

void ResumePresenter::tellHelp(const flows::HelpedResume &helped, const store::NewOperations &made)
{
    QString words = helped.found > 0 ? tr("The model found %n fact(s) more", nullptr, helped.found)
                                     : tr("The model found nothing more");
    if (helped.refused > 0) {
        words += u"; "_s
                + tr("%n of its facts do not stand in the resume so and were left out", nullptr,
                     helped.refused);
    }
    Q_EMIT toast(words, helped.found > 0 ? made.of(helped.resume.id) : QString());
}

void ResumePresenter::setText(const QString &id, const QString &text)
{
    m_scope.launch(flows::setResumeText(&m_services, id, text),
                   [this, made = operations()](const Result<Resume> &resume) {
                       report(resume, tr("The text is saved and read again"), made);
                   });
}

void ResumePresenter::saveCopy(const QString &id, const QString &path)
{
    const auto resume = m_services.reader.resume(id);
    const Result<> saved = resume ? flows::saveResumeFile(m_services, *resume, path)
                                  : std::unexpected(resume.error());
    if (saved) {
        Q_EMIT toast(tr("Saved %1").arg(path));
    } else {
        Q_EMIT failed(saved.error());
    }
}

Result<QByteArray> ResumePresenter::bytesOf(const QString &id) const
{
    const auto resume = m_services.reader.resume(id);
    return resume ? m_services.workspace.keptFile(resume->file) : std::unexpected(resume.error());
}

void ResumePresenter::askLanguages()
{
    m_scope.launch(resume::recognitionLanguages(), [this](const Result<QStringList> &languages) {
        Q_EMIT languagesKnown(languages.value_or(QStringList()));
    });
}

bool ResumePresenter::isReadByOlderRules(const Resume &resume)
{
    return resume.readingVersion < flows::readingVersion;
}

} // namespace crema::ui
