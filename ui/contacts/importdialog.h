// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contacts/importpresenter.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace crema::ui {

class Banner;
class BusyBar;
class EmptyState;
class ImportReport;
class MappingTable;

/// Brings people in from a file: choose or drop it, look at what is read as what and what would happen,
/// import, see what came of it.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `services` outlives the dialog.
    explicit ImportDialog(flows::Services &services, QWidget *parent = nullptr);

    void openFile(const QString &path);
    [[nodiscard]] ImportPresenter &presenter() { return *m_presenter; }

    void reject() override;

Q_SIGNALS:
    void undoRequested(const QString &operationId);
    /// The user wants to see the people who were imported just now; how many are new.
    void showRequested(int created);
    /// A contact that a row may be a duplicate of.
    void contactRequested(const QString &contactId);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum class Step { choose, work, check, done };

    void build();
    QWidget *buildChoose();
    QWidget *buildWork();
    QWidget *buildCheck();
    QWidget *buildShape();
    QWidget *buildLetters();
    QWidget *buildSheets();
    QWidget *buildDone();
    void connectParts();
    void chooseFile();
    void showStage(ImportStage stage);
    void showPreview();
    void showTrial();
    void showResult(const flows::ImportOutcome &outcome);

    ImportPresenter *m_presenter;
    QLabel *m_title;
    Banner *m_banner;
    QStackedWidget *m_steps;
    BusyBar *m_busy;
    QLabel *m_facts;
    QWidget *m_shape = nullptr; ///< of tables
    QWidget *m_separator = nullptr; ///< of tables of text
    QWidget *m_letters = nullptr; ///< of all that may be in an old encoding
    QWidget *m_sheets = nullptr; ///< of workbooks with several
    QSpinBox *m_headerRow;
    QComboBox *m_delimiter;
    QComboBox *m_encoding;
    QComboBox *m_sheet;
    MappingTable *m_table;
    ImportReport *m_report;
    QLabel *m_outcome;
    EmptyState *m_result;
    ImportReport *m_resultReport;
    QPushButton *m_other;
    QPushButton *m_close;
    QPushButton *m_go;
    QString m_operationId;
    int m_created = 0;
};

} // namespace crema::ui
