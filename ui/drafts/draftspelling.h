// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/draft.h"
#include "ui/common/spellchecker.h"

class QMenu;

namespace crema::ui {

class MarkedTextEdit;

/// The spell check of an email's text: marks, suggestions, the user's own words, the language. Names of the
/// sender, the recipient, their firms and schools are never marked.
class DraftSpelling final : public QObject
{
    Q_OBJECT

public:
    DraftSpelling(flows::Services &services, MarkedTextEdit &text, QObject *parent = nullptr);

    /// Another email stands in the text now.
    void show(const Draft &draft);
    /// The text was changed.
    void check();
    /// Adds suggestions for the word at a position at the top, and the choice of language at the end.
    void fillMenu(QMenu &menu, int position);

Q_SIGNALS:
    void failed(const crema::Error &error);

private:
    void readSettings();
    void keep(store::Operation operation);
    void addSuggestions(QMenu &menu, const SpellSpan &word);
    void addLanguages(QMenu &menu);
    void chooseLanguage(const QString &language);

    flows::Services &m_services;
    MarkedTextEdit &m_text;
    SpellChecker m_checker;
    QSet<QString> m_names;
    QVector<SpellSpan> m_wrong;
    QString m_checkedText; ///< where they stand
    TaskScope m_scope;
};

} // namespace crema::ui
