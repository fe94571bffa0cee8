// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/importpresenter.h"

#include <QFileInfo>
#include <QLocale>
#include <QPointer>

#include <chrono>

using namespace std::chrono_literals;

namespace crema::ui {

namespace {

constexpr auto correctionPause = 200ms;

/// Two columns of one field belong to different groups unless they already say which they are of.
exchange::FieldTarget targetFor(exchange::Field field, int column, const exchange::ColumnMapping &mapping)
{
    exchange::FieldTarget target;
    target.field = field;
    target.person = mapping.columns.value(column).person;
    for (int i = 0; i < mapping.columns.size(); ++i) {
        if (i != column && mapping.columns[i].field == field) {
            target.group = std::max(target.group, mapping.columns[i].group + 1);
        }
    }
    return target;
}

} // namespace

ImportPresenter::ImportPresenter(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(correctionPause);
    connect(&m_pause, &QTimer::timeout, this, &ImportPresenter::tryOut);
}

ImportPresenter::~ImportPresenter()
{
    m_stop.request_stop();
}

QString ImportPresenter::fileName() const
{
    return QFileInfo(m_path).fileName();
}

bool ImportPresenter::isTable() const
{
    return m_preview.format != exchange::Format::vcard && m_preview.format != exchange::Format::json
            && m_preview.format != exchange::Format::ldif;
}

void ImportPresenter::setStage(ImportStage stage)
{
    if (stage != m_stage) {
        m_stage = stage;
        Q_EMIT stageChanged(stage);
    }
}

void ImportPresenter::open(const QString &path)
{
    m_path = path;
    m_choice = {};
    m_trial.reset();
    m_preview = {};
    setStage(ImportStage::reading);
    Q_EMIT progressed(tr("Reading %1").arg(fileName()), -1);
    readPreview({}, {});
}

void ImportPresenter::startOver()
{
    m_reading.requestStop();
    m_trying.requestStop();
    m_pause.stop();
    setStage(ImportStage::choosing);
}

void ImportPresenter::readPreview(const std::optional<exchange::ColumnMapping> &mapping, const Choice &choice)
{
    m_reading.requestStop();
    m_reading.launch(
            flows::previewImport(m_path, m_services.deployment, mapping, choice.encoding, choice.sheet),
            [this, choice](Result<exchange::Preview> preview) {
                if (!preview) {
                    if (m_stage == ImportStage::reading) {
                        setStage(ImportStage::choosing);
                    }
                    Q_EMIT previewed(); // the controls show again what is in force
                    Q_EMIT failed(preview.error());
                    return;
                }
                m_preview = std::move(*preview);
                m_choice = choice;
                setStage(ImportStage::checking);
                Q_EMIT previewed();
                tryOut();
            });
}

void ImportPresenter::setHeaderRow(int row)
{
    if (row != m_preview.mapping.headerRow) {
        exchange::ColumnMapping shape;
        shape.headerRow = row;
        shape.delimiter = m_preview.mapping.delimiter;
        readPreview(shape, m_choice);
    }
}

void ImportPresenter::setDelimiter(char delimiter)
{
    if (delimiter != m_preview.mapping.delimiter) {
        exchange::ColumnMapping shape;
        shape.headerRow = m_preview.mapping.headerRow;
        shape.delimiter = delimiter;
        readPreview(shape, m_choice);
    }
}

void ImportPresenter::setEncoding(const QString &encoding)
{
    if (encoding != m_preview.encoding) {
        readPreview({}, {encoding, m_choice.sheet}); // other letters may be other column names
    }
}

void ImportPresenter::setSheet(const QString &sheet)
{
    if (sheet != m_preview.sheet) {
        readPreview({}, {m_choice.encoding, sheet});
    }
}

void ImportPresenter::setField(int column, exchange::Field field)
{
    if (column < 0 || column >= m_preview.mapping.columns.size()
        || m_preview.mapping.columns[column].field == field) {
        return;
    }
    m_preview.mapping.columns[column] = targetFor(field, column, m_preview.mapping);
    Q_EMIT mappingChanged();
    m_trial.reset();
    m_trying.requestStop();
    Q_EMIT trying();
    m_pause.start();
}

flows::ImportRequest ImportPresenter::request(bool dryRun) const
{
    flows::ImportRequest request;
    request.path = m_path;
    request.dryRun = dryRun;
    const bool guessed = m_preview.doubt == exchange::Doubt::guessed;
    request.encoding = m_choice.encoding.isEmpty() && guessed ? m_preview.encoding
                                                              : m_choice.encoding; // what is on the screen
    request.sheet = m_choice.sheet;
    if (isTable()) {
        request.mapping = m_preview.mapping;
    }
    return request;
}

void ImportPresenter::tryOut()
{
    m_pause.stop();
    m_trial.reset();
    m_trying.requestStop();
    Q_EMIT trying();
    m_trying.launch(flows::importPeople(&m_services, request(true), {}, m_trying.stopToken()),
                    [this](Result<flows::ImportOutcome> outcome) {
                        if (outcome) {
                            m_trial = std::move(*outcome);
                        } else {
                            Q_EMIT failed(outcome.error());
                        }
                        Q_EMIT tried();
                    });
}

void ImportPresenter::import()
{
    if (m_stage != ImportStage::checking) {
        return;
    }
    m_pause.stop();
    m_trying.requestStop();
    m_stop = std::stop_source();
    setStage(ImportStage::importing);
    Q_EMIT progressed(tr("Reading people from %1").arg(fileName()), -1);
    const auto progress = [self = QPointer(this)](int done, int total) {
        if (self && total > 0) {
            const QLocale locale;
            Q_EMIT self->progressed(
                    tr("Saving %1 of %2 people").arg(locale.toString(done), locale.toString(total)),
                    static_cast<int>(qint64 {100} * done / total));
        }
    };
    m_importing.launch(flows::importPeople(&m_services, request(false), progress, m_stop.get_token()),
                       [this](Result<flows::ImportOutcome> outcome) {
                           if (!outcome) {
                               setStage(ImportStage::checking);
                               Q_EMIT failed(outcome.error());
                               return;
                           }
                           setStage(ImportStage::done);
                           Q_EMIT imported(*outcome);
                       });
}

void ImportPresenter::cancel()
{
    if (m_stage == ImportStage::importing) {
        m_stop.request_stop();
    } else {
        startOver();
    }
}

} // namespace crema::ui
