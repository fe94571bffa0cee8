// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/terminalprogress.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

constexpr auto restOfLine = "\x1b[K";

void print(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    std::fwrite(utf8.constData(), 1, static_cast<size_t>(utf8.size()), stderr);
}

} // namespace

void TerminalProgress::show(const QString &stage, int done, int total)
{
    print(total > 0 ? u"\r%1 %2/%3"_s.arg(stage).arg(done).arg(total) : u"\r%1"_s.arg(stage));
    std::fputs(restOfLine, stderr);
    m_isOpen = total <= 0 || done < total;
    if (!m_isOpen) {
        std::fputs("\n", stderr);
    }
}

void TerminalProgress::clear()
{
    if (m_isOpen) {
        std::fputs("\r", stderr);
        std::fputs(restOfLine, stderr);
        m_isOpen = false;
    }
}

} // namespace crema::app
