// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/support.h"

#include <QObject>

/// ZIPs as LinkedIn, Google and people make them, and those made to harm.
class ZipFilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void people_data();
    void people();
    void refused_data();
    void refused();
    void vcardsBeforeTheirTable();
    void bombs();
    void damaged();
    void stops();
    void noDocuments();
};

/// Address books of Thunderbird and directories.
class LdifTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void people_data();
    void people();
    void kept_data();
    void kept();
    void told_data();
    void told();
    void notLdif_data();
    void notLdif();
    void thunderbird();
    void oldLetters();
    void largeFiles();
    void stops();
};

/// Tables of web pages, and those that programs call ".xls".
class HtmlTablesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void people_data();
    void people();
    void cells_data();
    void cells();
    void told_data();
    void told();
    void refused_data();
    void refused();
    void letters_data();
    void letters();
    void columnsCanBeCorrected();
    void hostile_data();
    void hostile();
};
