// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>
#include <QVector>

namespace crema::prep {

/// One document of several, with the name its bookmark gets: whom it is about.
struct NamedPdf
{
    QString name;
    QByteArray bytes;
};

/// All pages in this order as one PDF with a title of its own, the author of the first, and a bookmark for
/// each document above those it has. rejectedInput, naming it, for one that is no PDF or has a password.
/// Thread-safe.
[[nodiscard]] Result<QByteArray> joinedPdf(const QVector<NamedPdf> &documents);

} // namespace crema::prep
