// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// What a language model may be told of a resume, and what of its answer counts.
class ModelFactsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatStandsThereCounts_data();
    void onlyWhatStandsThereCounts();
    void theTextsOwnWordingIsKept();
    void whatHangsOnASchoolStandsBesideIt();
    void aResumeWithoutHeadings();
    void whatIsWithheldIsNotTold();
    void contactDetailsAreWithheldWhereverTheyStand();
    void nothingIsWithheldThatNeedNot();
};
