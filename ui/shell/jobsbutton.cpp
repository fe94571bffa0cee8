// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobsbutton.h"

#include "ui/common/busybar.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/floatingpanel.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int panelWidthInCharacters = 58;

// All jobs as one: the mean of those that know, not known when none does.
int overallPercent(const QVector<JobItem> &jobs)
{
    int sum = 0;
    int known = 0;
    for (const JobItem &job : jobs) {
        if (job.percent >= 0) {
            sum += job.percent;
            ++known;
        }
    }
    return known == 0 ? -1 : sum / known;
}

} // namespace

JobsButton::JobsButton(QWidget *parent) : QWidget(parent), m_button(new QPushButton), m_line(new ProgressLine)
{
    setObjectName(u"jobs"_s);
    setButtonKind(m_button, ButtonKind::quiet);
    setTextRole(m_button, TextRole::caption);
    m_line->setFixedWidth(64);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap::tiny);
    row->addWidget(m_line);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (panel()->isVisible()) {
            panel()->hide();
        } else {
            fillPanel();
            panel()->show();
        }
    });
    setJobs({});
}

void JobsButton::setJobs(const QVector<JobItem> &jobs)
{
    m_jobs = jobs;
    const QString words = jobs.size() == 1 ? tr("1 job running") : tr("%1 jobs running").arg(jobs.size());
    m_button->setText(words);
    m_button->setAccessibleName(words);
    m_line->setPercent(overallPercent(jobs));
    if (isHidden() != jobs.isEmpty() && (jobs.isEmpty() || parentWidget() != nullptr)) {
        setVisible(!jobs.isEmpty());
    }
    if (m_panel != nullptr && m_panel->isVisible()) {
        if (jobs.isEmpty()) {
            m_panel->hide();
        } else {
            fillPanel();
        }
    }
}

bool JobsButton::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_panel != nullptr && m_panel->isVisible()) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

FloatingPanel *JobsButton::panel()
{
    if (m_panel == nullptr) {
        m_panel = new FloatingPanel(window(), this);
        m_panel->setObjectName(u"jobsPanel"_s);
        m_panel->setAccessibleName(tr("Running jobs"));
        window()->installEventFilter(this);
    }
    return m_panel;
}

// Lines stay while their job runs, so that the pointer on a Cancel button never finds another one under it.
void JobsButton::fillPanel()
{
    QVector<Line> kept;
    for (const Line &line : std::as_const(m_lines)) {
        const bool runs = std::any_of(m_jobs.cbegin(), m_jobs.cend(),
                                      [&line](const JobItem &j) { return j.id == line.id; });
        if (runs) {
            kept.append(line);
        } else {
            line.box->hide();
            line.box->deleteLater();
        }
    }
    m_lines = kept;
    for (const JobItem &job : std::as_const(m_jobs)) {
        auto found = std::find_if(m_lines.begin(), m_lines.end(),
                                  [&job](const Line &l) { return l.id == job.id; });
        if (found == m_lines.end()) {
            Line line {job.id, new ElidedLabel, new BusyBar, new QWidget};
            setTextRole(line.title, TextRole::strong);
            auto *column = new QVBoxLayout(line.box);
            column->setContentsMargins(gap::small, gap::small, gap::small, gap::small);
            column->setSpacing(gap::tiny);
            column->addWidget(line.title);
            column->addWidget(line.bar);
            panel()->body()->addWidget(line.box);
            connect(line.bar, &BusyBar::cancelRequested, this,
                    [this, id = job.id] { Q_EMIT cancelRequested(id); });
            m_lines.append(line);
            found = m_lines.end() - 1;
        }
        found->title->setText(job.title);
        found->bar->setProgress(job.stage, job.percent);
        found->bar->setCancellable(job.cancellable);
    }
    place();
}

void JobsButton::place()
{
    const int width = std::min(fontMetrics().averageCharWidth() * panelWidthInCharacters,
                               window()->width() - 48);
    int height = 2 * gap::tiny;
    for (const Line &line : std::as_const(m_lines)) {
        height += line.box->sizeHint().height() + gap::tiny;
    }
    const QPoint corner = mapTo(window(), QPoint(this->width(), 0));
    const int left = std::clamp(corner.x() - width, gap::small,
                                std::max(gap::small, window()->width() - width - gap::small));
    m_panel->setSurface(QRect(left, corner.y() - height - gap::small, width, height));
}

} // namespace crema::ui
