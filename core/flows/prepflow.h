// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/paperchoice.h"
#include "flows/services.h"
#include "model/prep.h"

namespace crema::flows {

/// Whom to prepare for, and what may leave this computer for it.
struct PrepOrder
{
    QString contactId; ///< empty: whoever has `linkedinUrl`
    QString linkedinUrl {}; ///< empty: the contact's
    bool lookUp = false; ///< ask People Data Labs about the profile
    bool model = false; ///< ask the chosen language model for the questions
    QString prepId {}; ///< of the prep to make; empty: prepIdFor
    bool news = true; ///< look for news about the firm, unless the user switched that off; costs nothing
    PaperChoice paper =
            PaperChoice::automatic; ///< of this prep alone, kept with it; automatic: the settings'
};

/// The most that a prep can cost, in credits: a vendor or a hosted model costs, what is on this computer is
/// free, and so is an answer that has been paid for, which only making the prep finds out.
[[nodiscard]] int prepCost(const Services &services, const PrepOrder &order);

/// The id of the prep that an order makes: that of one for the same person which failed and never had a PDF,
/// else a new one. So tries that fail leave one prep.
[[nodiscard]] Result<QString> prepIdFor(const Services &services, const PrepOrder &order);

/// Prepares one coffee chat as a durable job ("prep"). The PDF is kept in the workspace; only then it is
/// charged, and only if a vendor was of use whose answer has not been paid for before. A prep that failed or
/// was cancelled stays, says why, and can be retried.
///
/// Before anything begins: rejectedInput for an address that is no profile, notFound when nobody has it and
/// it is not to be looked up, unauthorised without a key, outOfCredits.
[[nodiscard]] Task<Result<Prep>> makePrep(Services *services, PrepOrder order, std::stop_token stop);
/// A prep that failed goes on at the stage that failed, with what the stages before it found. Any other is
/// made again from the contact as it is now and from what a vendor said before, free of charge; questions
/// ticked off and notes stay, and the PDF of before is kept as a version.
[[nodiscard]] Task<Result<Prep>> remakePrep(Services *services, QString prepId, std::stop_token stop);
/// Makes a prep again with what `wishes` asks for beside (its contact and profile are the prep's own).
[[nodiscard]] Task<Result<Prep>> deepenPrep(Services *services, QString prepId, PrepOrder wishes,
                                            std::stop_token stop);
/// Writes what differs between `before` and `after` (notes, ticks, answers), with what it means for the
/// contact (keepChat), and renders the PDF again. When that fails the edit is saved all the same and the
/// error says so.
[[nodiscard]] Task<Result<Prep>> editPrep(Services *services, Prep before, Prep after);
/// Every word of the query stands in the person's name, job, firm or school, in the notes, the outcome or a
/// promise; accents and case aside.
[[nodiscard]] bool prepMatches(const Prep &prep, const QString &query);
/// The PDF's bytes; notFound when there is none yet.
[[nodiscard]] Result<QByteArray> prepPdf(const store::Workspace &workspace, const Prep &prep);
/// The bytes of an earlier PDF.
[[nodiscard]] Result<QByteArray> prepVersionPdf(const store::Workspace &workspace,
                                                const PrepVersion &version);
/// "Coffee chat - Marisol Quandahl.pdf"
[[nodiscard]] QString prepFileName(const Prep &prep);

} // namespace crema::flows
