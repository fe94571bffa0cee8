// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/pageframe.h"

namespace crema::prep {

PageFrame pageFrame(Paper paper)
{
    PageFrame frame;
    frame.size = paper == Paper::letter ? QSizeF(612, 792) : QSizeF(595, 842);
    frame.footerTop = frame.size.height() - 48;
    return frame;
}

} // namespace crema::prep
