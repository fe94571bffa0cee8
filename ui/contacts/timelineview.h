// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contacts/timeline.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace crema::ui {

/// What happened with a contact, newest first and grouped by day, with what can be taken back from there.
class TimelineView final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);

    /// The choice of what is shown; stands in the heading of the section.
    [[nodiscard]] QComboBox *filterBox() const { return m_filter; }
    [[nodiscard]] TimelineFilter filter() const;
    [[nodiscard]] int limit() const { return m_limit; }
    /// Another contact: back to the first page.
    void startOver();
    void showTimeline(const Timeline &timeline, const QDateTime &now);

Q_SIGNALS:
    /// The filter is another one, or more is wanted.
    void wanted();
    void restoreRequested(const crema::ui::TimelineEntry &entry);
    void undoRequested(const QString &operationId);
    void pointRequested(const QString &operationId);
    void recordRequested(crema::Kind kind, const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    QWidget *makeRow(const TimelineEntry &entry);

    QComboBox *m_filter;
    QVBoxLayout *m_rows;
    QLabel *m_empty;
    QPushButton *m_more;
    Timeline m_timeline;
    QDateTime m_now;
    int m_limit;
};

} // namespace crema::ui
