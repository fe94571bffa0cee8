// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/peoplereader.h"

#include <QTableView>

class QComboBox;

namespace crema::ui {

/// The first rows of a file with a chooser above each column: what it is read as.
class MappingTable final : public QTableView
{
    Q_OBJECT

public:
    explicit MappingTable(QWidget *parent = nullptr);
    ~MappingTable() override;

    /// `mappable` is false for files that say themselves what their fields are.
    void showPreview(const exchange::Preview &preview, bool mappable);
    /// The choosers follow; the rows stay.
    void showMapping(const exchange::ColumnMapping &mapping);

Q_SIGNALS:
    void fieldChosen(int column, crema::exchange::Field field);

private:
    class Header;
    class Rows;
    Header *m_header;
    Rows *m_rows;
};

} // namespace crema::ui
