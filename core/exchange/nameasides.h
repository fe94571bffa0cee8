// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace crema::exchange {

/// Takes out of a name what nobody is addressed by and returns it: what stands in brackets or quotation marks
/// ("(she/her)", "[External]", "Robert (Bob)", `Ann "Annie" Lee`) and emoji; other signs ("®") are dropped. A
/// name that is nothing but such is left as it is.
[[nodiscard]] QString takeAsides(QString &name);

/// Without the bullet, the box or the number of a list in front: "• Ann Lee", "- Ann Lee", "1. Ann Lee", "[x]
/// Ann Lee".
[[nodiscard]] QString withoutBullet(const QString &line);

enum class NamePart {
    whole,
    half ///< a first or a last name
};

/// Takes what somebody says behind their name: "| Starfleet", "- Hiring!", ", she/her".
QString takeRemark(QString &name, NamePart part);

/// Takes "Acme" off "Ann Lee - Acme" where it is one of the firms, or of an address.
[[nodiscard]] QString takeFirm(QString &name, const QStringList &firms, const QStringList &addresses);

} // namespace crema::exchange
