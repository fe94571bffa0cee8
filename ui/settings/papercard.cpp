// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/papercard.h"

#include "ui/common/card.h"
#include "ui/common/formrow.h"
#include "ui/common/segmentedcontrol.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

PaperCard::PaperCard(flows::Services &services, QWidget *parent)
    : QWidget(parent), m_services(services), m_paper(new SegmentedControl(tr("Paper of the PDF")))
{
    build();
    connect(m_paper, &SegmentedControl::currentChanged, this, &PaperCard::keep);
}

void PaperCard::build()
{
    auto *card = new Card(tr("PDF of a coffee chat"));
    m_paper->setObjectName(u"settingsPaper"_s);
    m_paper->addSegment(tr("Automatic")); // in the order of PaperChoice
    m_paper->addSegment(tr("A4"));
    m_paper->addSegment(tr("US Letter"));
    m_paper->setCurrent(static_cast<int>(flows::paperChoice(m_services.reader)));
    m_row = new FormRow(tr("Paper"), m_paper,
                        tr("Automatic follows the country of this computer. PDFs that are there change when "
                           "their prep is edited or made again."));
    card->body()->addWidget(m_row);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
}

void PaperCard::keep(int index)
{
    m_scope.launch(flows::setPaperChoice(&m_services, static_cast<flows::PaperChoice>(index)),
                   [this](const Result<flows::PaperChoice> &kept) {
                       m_paper->setCurrent(static_cast<int>(flows::paperChoice(m_services.reader)));
                       m_row->setError(kept ? QString() : kept.error().text);
                   });
}

} // namespace crema::ui
