// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace crema {

/// Sentences are written as "%n contact(s)" for translators. Installed while no translation is, this makes
/// them English: "1 contact", "2 contacts", "3 people" for "person(s)".
class EnglishPlurals final : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char *context, const char *sourceText, const char *disambiguation,
                                    int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace crema
