// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/resumechoice.h"

#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

ResumeChoice::ResumeChoice(QWidget *parent)
    : QWidget(parent), m_only(new QCheckBox(tr("Attach my resume"))), m_several(new QWidget),
      m_list(new QComboBox), m_none(makeLabel(tr("To attach a resume, add one on the Account page first."),
                                              TextRole::caption, Tone::muted))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_only->setObjectName(u"draftResume"_s);
    m_none->setObjectName(u"draftNoResume"_s);
    m_none->setWordWrap(true);
    m_list->setObjectName(u"draftResumes"_s);
    m_list->setAccessibleName(tr("Resume to attach"));
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(12);
    auto *row = new QHBoxLayout(m_several);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(makeLabel(tr("Attach"), TextRole::body, Tone::muted));
    row->addWidget(m_list, 1);
    column->addWidget(m_only);
    column->addWidget(m_several);
    column->addWidget(m_none);
    connect(m_only, &QCheckBox::clicked, this,
            [this](bool checked) { Q_EMIT chosen(checked ? m_onlyId : QString()); });
    connect(m_list, &QComboBox::activated, this,
            [this](int index) { Q_EMIT chosen(m_list->itemData(index).toString()); });
}

void ResumeChoice::show(const QVector<Resume> &resumes, const QString &attached)
{
    const bool isThere = std::ranges::find(resumes, attached, &Resume::id) != resumes.end();
    const bool isGone = !attached.isEmpty() && !isThere;
    const bool several = resumes.size() > 1 || isGone;
    m_onlyId = resumes.isEmpty() ? QString() : resumes.constFirst().id;
    m_only->setChecked(isThere);
    m_only->setVisible(!several && !resumes.isEmpty());
    m_several->setVisible(several);
    m_none->setVisible(!several && resumes.isEmpty());
    if (several) {
        fill(resumes, attached);
    }
    if (!resumes.isEmpty()) {
        m_only->setToolTip(resumes.constFirst().fileName);
    }
}

void ResumeChoice::fill(const QVector<Resume> &resumes, const QString &attached)
{
    m_list->clear();
    m_list->addItem(tr("No resume"), QString());
    for (const Resume &resume : resumes) {
        m_list->addItem(icon(Glyph::attach),
                        resume.isDefault ? tr("%1 (default)").arg(resume.fileName) : resume.fileName,
                        resume.id);
    }
    if (m_list->findData(attached) < 0) {
        m_list->addItem(icon(Glyph::warning, Tone::warn), tr("A resume that is no longer there"), attached);
    }
    m_list->setCurrentIndex(m_list->findData(attached));
}

} // namespace crema::ui
