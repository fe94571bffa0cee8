// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/refusals.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::account {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crema::account)
};

struct Meaning
{
    ErrorKind kind;
    QString text; ///< %1 is the server
};

const QHash<QString, Meaning> &meanings()
{
    static const QString declined = Tr::tr("%1 was told not to give Crema access, or does not let this "
                                           "account use Crema. Nothing was connected.");
    static const QString organisation = Tr::tr("The organisation of this account does not allow Crema at %1. "
                                               "Its administrator can; or use another account.");
    static const QString setUp = Tr::tr(
            "%1 does not know this installation of Crema as it is set up. Nothing was connected.");
    static const QString passing = Tr::tr(
            "%1 cannot connect accounts at the moment. Nothing was connected; try again later.");
    static const QString stopped = Tr::tr(
            "%1 wanted something more of you before it gives access. Nothing was connected; try again.");
    static const QHash<QString, Meaning> known {
            {u"access_denied"_s, {ErrorKind::forbidden, declined}},
            {u"consent_required"_s, {ErrorKind::forbidden, stopped}},
            {u"interaction_required"_s, {ErrorKind::forbidden, stopped}},
            {u"login_required"_s, {ErrorKind::forbidden, stopped}},
            {u"account_selection_required"_s, {ErrorKind::forbidden, stopped}},
            {u"admin_policy_enforced"_s, {ErrorKind::forbidden, organisation}},
            {u"org_internal"_s, {ErrorKind::forbidden, organisation}},
            {u"unauthorized_client"_s, {ErrorKind::unauthorised, setUp}},
            {u"invalid_client"_s, {ErrorKind::unauthorised, setUp}},
            {u"deleted_client"_s, {ErrorKind::unauthorised, setUp}},
            {u"invalid_scope"_s,
             {ErrorKind::rejectedInput,
              Tr::tr("%1 does not offer what Crema asked for to this installation. Nothing was connected.")}},
            {u"server_error"_s, {ErrorKind::badAnswer, passing}},
            {u"temporarily_unavailable"_s, {ErrorKind::badAnswer, passing}},
    };
    return known;
}

} // namespace

QString errorWord(QByteArrayView error)
{
    const bool isWord = error.size() <= 40 && std::ranges::all_of(error, [](char c) {
                            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
                        });
    return isWord ? QString::fromLatin1(error) : QString();
}

Error refusalOf(const QByteArray &error, const QString &server)
{
    const QString word = errorWord(error);
    const auto known = meanings().constFind(word);
    if (known != meanings().constEnd()) {
        return failure(known->kind, known->text.arg(server), Tr::tr("the redirect said ") + word).error();
    }
    const QString said = word.isEmpty() ? QString() : u" (%1)"_s.arg(word);
    return failure(ErrorKind::badAnswer,
                   Tr::tr("%1 did not connect the account and gave a reason that Crema does not know%2.")
                           .arg(server, said),
                   Tr::tr("the redirect said ") + word)
            .error();
}

} // namespace crema::account
