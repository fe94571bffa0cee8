// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contacts/duplicatespresenter.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;

namespace crema::ui {

/// Two contacts side by side, field by field, with what differs marked, a choice for each and the result.
class MergeView final : public QScrollArea
{
    Q_OBJECT

public:
    explicit MergeView(DuplicatesPresenter &presenter, QWidget *parent = nullptr);

    /// Shows the presenter's pair anew.
    void showPair();
    /// Only the results.
    void showResult();

private:
    struct Line
    {
        contacts::MergeField field;
        QLabel *result = nullptr;
    };
    void addHead(QWidget *content, QGridLayout *grid);
    void addLine(QGridLayout *grid, const contacts::MergeField &field);
    void addSame(QGridLayout *grid, const QVector<contacts::MergeField> &fields);
    void addChoices(QGridLayout *grid, int row, const contacts::MergeField &field);

    DuplicatesPresenter &m_presenter;
    QVector<Line> m_lines;
    QGridLayout *m_grid = nullptr; ///< of the pair that is shown
};

/// What a field of a merge is called: "positions" -> "Jobs".
[[nodiscard]] QString mergeFieldWords(const QString &key);

} // namespace crema::ui
