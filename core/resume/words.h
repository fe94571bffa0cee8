// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace crema::resume {

// Small vocabularies of resumes. Whole words only, folded (case and accents do not count).

/// True when the words name what somebody does rather than where: "Summer Analyst", "VP, Risk", "Head of
/// Sales".
[[nodiscard]] bool isJobTitle(QStringView text);

/// True when a word only organisations carry stands in the text: Inc, GmbH, Bank, University, Hospital,
/// Group.
[[nodiscard]] bool hasOrganisationWord(QStringView text);

/// True when every word is the name of a field of work or a unit ("Investment Banking Division", "Risk"): a
/// team inside a firm, never the firm.
[[nodiscard]] bool isUnitOrField(QStringView text);

/// True when the last word says that it is a part of something larger: "2nd Cavalry Regiment", "Burn Unit".
[[nodiscard]] bool isPartOfFirm(QStringView text);

/// True when a line begins as resumes begin what was done: "Negotiated", "Built", "Leading". Such a word with
/// a capital begins an item, never the second line of one.
[[nodiscard]] bool beginsWithDeed(QStringView text);

/// True when a line tells what was done, in a sentence: "Led the design of a tower". A firm whose name begins
/// so, as United Airlines, writes its other words with capitals.
[[nodiscard]] bool tellsDeed(QStringView text);

/// "Inc", "LLC", "GmbH", "& Co": what belongs to the name before it although a comma parts them.
[[nodiscard]] bool isLegalForm(QStringView text);

/// "Full-time", "Internship", "Remote", "Contract": how, not where.
[[nodiscard]] bool isKindOfEmployment(QStringView text);

} // namespace crema::resume
