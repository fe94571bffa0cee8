// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/exacttext.h"

#include <QTextDocument>

namespace crema::ui {

QString exactText(const QTextDocument &document)
{
    QString text = document.toRawText();
    for (QChar &c : text) {
        if (c == QChar::ParagraphSeparator || c == QChar::LineSeparator) {
            c = u'\n';
        }
    }
    return text;
}

} // namespace crema::ui
