// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/shortlist.h"

#include <QCoreApplication>

namespace crema::prep {

QString moreInTheProgram(qsizetype count)
{
    return count <= 0 ? QString()
                      : QCoreApplication::translate("crema::prep::Sections", "and %n more in the program",
                                                    nullptr, static_cast<int>(count));
}

} // namespace crema::prep
