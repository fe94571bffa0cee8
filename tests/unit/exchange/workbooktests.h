// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/support.h"

#include <QObject>

/// What the cells of Excel's workbooks are read as.
class XlsxTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbers_data();
    void numbers();
    void cells_data();
    void cells();
    void rows_data();
    void rows();
    void styles();
    void packages_data();
    void packages();
    void links_data();
    void links();
};

/// The same of OpenDocument's.
class OdsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cells_data();
    void cells();
    void rows_data();
    void rows();
    void flatFiles();
};

/// Which sheet is read, what is told of the others, and the way from a workbook to people.
class WorkbooksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void people_data();
    void people();
    void nothingIsReadIntoCells();
    void sheets_data();
    void sheets();
    void sheetsByName();
    void previewShowsWhatIsRead();
    void names_data();
    void names();
    void refused_data();
    void refused();
    void damaged_data();
    void damaged();
    void packedEndlessly_data();
    void packedEndlessly();
    void cancelledAndProgress();
};
