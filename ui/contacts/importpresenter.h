// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/importflow.h"

#include <QObject>
#include <QTimer>

#include <stop_token>

namespace crema::ui {

enum class ImportStage {
    choosing, ///< no file yet
    reading, ///< finding out what the file is
    checking, ///< the user looks at the columns and at what would happen
    importing,
    done,
};

/// Decides for the import dialog: reads a file, tries it out with the columns as corrected, imports it.
/// `services` outlives it.
class ImportPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit ImportPresenter(flows::Services &services, QObject *parent = nullptr);
    ~ImportPresenter() override;

    void open(const QString &path);
    void startOver();
    /// Where the column names stand; 0 when the file has none. Reads the columns again.
    void setHeaderRow(int row);
    void setDelimiter(char delimiter);
    /// Reads the file again as written in that encoding, one of `encodingNames`.
    void setEncoding(const QString &encoding);
    /// Reads another sheet of the workbook, one of those that `preview` names.
    void setSheet(const QString &sheet);
    void setField(int column, exchange::Field field);
    void import();
    /// Stops reading or importing; nothing is written then.
    void cancel();

    [[nodiscard]] ImportStage stage() const { return m_stage; }
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] const exchange::Preview &preview() const { return m_preview; }
    /// Tables have columns to map; vCards, LDIF and JSON say themselves what is what.
    [[nodiscard]] bool isTable() const;
    /// What the import would do; nullopt while that is being found out or when it cannot be done.
    [[nodiscard]] const std::optional<flows::ImportOutcome> &trial() const { return m_trial; }

Q_SIGNALS:
    void stageChanged(crema::ui::ImportStage stage);
    /// The table to show is another one.
    void previewed();
    /// A column is read as something else.
    void mappingChanged();
    /// `trial` is being found out, and is known.
    void trying();
    void tried();
    void progressed(const QString &stage, int percent);
    void imported(const crema::flows::ImportOutcome &outcome);
    void failed(const crema::Error &error);

private:
    /// How the file is to be read, as chosen; empty to find out.
    struct Choice
    {
        QString encoding;
        QString sheet;
    };
    void readPreview(const std::optional<exchange::ColumnMapping> &mapping, const Choice &choice);
    void tryOut();
    void setStage(ImportStage stage);
    [[nodiscard]] flows::ImportRequest request(bool dryRun) const;

    flows::Services &m_services;
    ImportStage m_stage = ImportStage::choosing;
    QString m_path;
    Choice m_choice; ///< with which the file could be read
    exchange::Preview m_preview;
    std::optional<flows::ImportOutcome> m_trial;
    QTimer m_pause; ///< between a correction and the next trial
    TaskScope m_reading;
    TaskScope m_trying;
    TaskScope m_importing;
    std::stop_source m_stop; ///< of the import: its answer must still come
};

} // namespace crema::ui
