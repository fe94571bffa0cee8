// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/duplicatespresenter.h"

#include <QLocale>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace crema::ui {

namespace {

constexpr auto progressPause = 80ms;
constexpr size_t mostUndo = 100;

QString nameOf(const Contact &contact)
{
    return contact.name().isEmpty() ? contact.email() : contact.name();
}

} // namespace

DuplicatesPresenter::DuplicatesPresenter(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{
    m_clock.setInterval(progressPause);
    connect(&m_clock, &QTimer::timeout, this, &DuplicatesPresenter::showProgress);
}

DuplicatesPresenter::~DuplicatesPresenter()
{
    m_stop.request_stop();
}

void DuplicatesPresenter::setStage(StudioStage stage)
{
    if (stage != m_stage) {
        m_stage = stage;
        Q_EMIT stageChanged(stage);
    }
}

void DuplicatesPresenter::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged();
}

void DuplicatesPresenter::scan()
{
    if (m_stage == StudioStage::scanning) {
        return;
    }
    m_progress = std::make_shared<flows::ScanProgress>();
    m_stop = std::stop_source();
    m_done.clear();
    setStage(StudioStage::scanning);
    showProgress();
    m_clock.start();
    m_scope.launch(flows::findDuplicates(&m_services, m_progress, m_stop.get_token()),
                   [this](Result<contacts::DuplicateReport> report) {
                       m_clock.stop();
                       if (!report) {
                           setStage(StudioStage::failed);
                           Q_EMIT failed(report.error());
                           return;
                       }
                       m_report = std::move(*report);
                       m_model.setPairs(m_report.pairs);
                       setStage(m_model.pairs().isEmpty() ? StudioStage::none : StudioStage::pairs);
                       showRow(0);
                   });
}

void DuplicatesPresenter::cancelScan()
{
    m_stop.request_stop();
}

void DuplicatesPresenter::showProgress()
{
    const QLocale locale;
    const int percent = m_progress->percent;
    const int people = m_progress->people;
    Q_EMIT progressed(percent < 0 ? tr("Reading contacts: %1").arg(locale.toString(people))
                                  : tr("Comparing names, firms and addresses"),
                      percent);
}

void DuplicatesPresenter::take(const QString &aId, const QString &bId)
{
    m_done.clear();
    const auto a = sideOf(aId);
    const auto b = sideOf(bId);
    if (!a || !b) {
        setStage(StudioStage::failed);
        return;
    }
    m_report = {};
    m_report.pairs << contacts::DuplicatePair {aId,
                                               bId,
                                               nameOf(a->contact),
                                               nameOf(b->contact),
                                               a->contact.company(),
                                               b->contact.company(),
                                               tr("you chose these two"),
                                               100};
    m_model.setPairs(m_report.pairs);
    setStage(StudioStage::pairs);
    showRow(0);
}

std::optional<MergeSide> DuplicatesPresenter::sideOf(const QString &id)
{
    const auto contact = m_services.reader.contact(id);
    const auto drafts = m_services.reader.drafts({id, {}, {}});
    const auto preps = m_services.reader.preps({id, {}, {}});
    if (!contact || !drafts || !preps) {
        Q_EMIT failed(!contact ? contact.error() : !drafts ? drafts.error() : preps.error());
        return std::nullopt;
    }
    return MergeSide {*contact, static_cast<int>(drafts->size()), static_cast<int>(preps->size())};
}

void DuplicatesPresenter::select(int row)
{
    if (row != m_row && !m_busy) {
        showRow(row);
    }
}

void DuplicatesPresenter::showRow(int row)
{
    const int rows = m_model.rowCount();
    m_row = rows == 0 ? -1 : std::clamp(row, 0, rows - 1);
    m_shown = false;
    m_choices.clear();
    if (const contacts::DuplicatePair *pair = m_model.pairAt(m_row)) {
        auto a = sideOf(pair->a);
        auto b = sideOf(pair->b);
        if (a && b) {
            const bool swapped = contacts::isFuller(b->contact, a->contact);
            m_keep = swapped ? std::move(*b) : std::move(*a);
            m_other = swapped ? std::move(*a) : std::move(*b);
            m_shown = true;
        }
    }
    Q_EMIT pairShown();
}

void DuplicatesPresenter::swapSides()
{
    if (!m_shown || m_busy) {
        return;
    }
    // What was chosen by hand stays what it is: another side of it is "other" now.
    contacts::MergeChoices turned;
    for (const auto &[field, choice] : m_choices.asKeyValueRange()) {
        turned.insert(field,
                      choice == contacts::MergeChoice::keep            ? contacts::MergeChoice::other
                              : choice == contacts::MergeChoice::other ? contacts::MergeChoice::keep
                                                                       : choice);
    }
    m_choices = turned;
    std::swap(m_keep, m_other);
    Q_EMIT pairShown();
}

QVector<contacts::MergeField> DuplicatesPresenter::fields() const
{
    return m_shown ? contacts::mergeFields(m_keep.contact, m_other.contact)
                   : QVector<contacts::MergeField> {};
}

contacts::MergeChoice DuplicatesPresenter::choiceOf(const contacts::MergeField &field) const
{
    return m_choices.value(field.key, field.suggested);
}

Contact DuplicatesPresenter::result() const
{
    return contacts::merged(m_keep.contact, m_other.contact, m_choices);
}

void DuplicatesPresenter::choose(const QString &field, contacts::MergeChoice choice)
{
    m_choices.insert(field, choice);
    Q_EMIT choiceChanged();
}

void DuplicatesPresenter::skip()
{
    if (m_model.rowCount() > 0 && !m_busy) {
        showRow((m_row + 1) % m_model.rowCount());
    }
}

void DuplicatesPresenter::finish(const QString &operationId, const QString &words,
                                 const std::function<void()> &changeList)
{
    m_done.push_back({operationId, m_model.pairs(), m_row});
    if (m_done.size() > mostUndo) {
        m_done.erase(m_done.begin());
    }
    const int row = m_row;
    changeList();
    setBusy(false);
    showRow(row);
    setStage(m_model.rowCount() > 0 ? StudioStage::pairs : StudioStage::none);
    Q_EMIT done(words);
}

void DuplicatesPresenter::merge()
{
    if (!m_shown || m_busy) {
        return;
    }
    setBusy(true);
    m_scope.launch(flows::mergeContacts(&m_services, m_keep.contact.id, m_other.contact.id, m_choices),
                   [this, gone = m_other.contact](Result<flows::MergeOutcome> outcome) {
                       if (!outcome) {
                           setBusy(false);
                           Q_EMIT failed(outcome.error());
                           return;
                       }
                       const Contact kept = outcome->contact;
                       finish(outcome->operationId,
                              tr("%1 is now part of %2").arg(nameOf(gone), nameOf(kept)), [this, kept, gone] {
                                  m_model.joinPeople(kept.id, nameOf(kept), kept.company(), gone.id);
                              });
                   });
}

void DuplicatesPresenter::keepApart()
{
    if (!m_shown || m_busy) {
        return;
    }
    setBusy(true);
    m_scope.launch(flows::keepApart(&m_services, m_keep.contact.id, m_other.contact.id),
                   [this, a = m_keep.contact, b = m_other.contact](Result<store::Change> change) {
                       if (!change) {
                           setBusy(false);
                           Q_EMIT failed(change.error());
                           return;
                       }
                       finish(change->operationId, tr("%1 and %2 stay two people").arg(nameOf(a), nameOf(b)),
                              [this] { m_model.removePair(m_row); });
                   });
}

void DuplicatesPresenter::undo()
{
    if (!canUndo()) {
        return;
    }
    setBusy(true);
    const Done last = m_done.back();
    m_scope.launch(m_services.store.undoOperation(last.operationId),
                   [this, last](Result<store::UndoOutcome> outcome) {
                       setBusy(false);
                       if (!outcome) {
                           Q_EMIT failed(outcome.error());
                           return;
                       }
                       m_done.pop_back();
                       Q_EMIT busyChanged();
                       m_model.setPairs(last.pairs);
                       setStage(StudioStage::pairs);
                       showRow(last.row);
                       Q_EMIT undone(tr("Taken back: %1").arg(outcome->label));
                   });
}

} // namespace crema::ui
