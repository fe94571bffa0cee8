// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/draft.h"
#include "ui/common/spellchecker.h"

class QMenu;

namespace crema::ui {

class MarkedLineEdit;
class MarkedTextEdit;

/// The spell check of an email's subject and text: marks, suggestions, the user's own words, the language.
/// Names of the sender, the recipient, their firms and schools are never marked.
class DraftSpelling final : public QObject
{
    Q_OBJECT

public:
    DraftSpelling(flows::Services &services, MarkedLineEdit &subject, MarkedTextEdit &text,
                  QObject *parent = nullptr);

    /// Another email stands there now.
    void show(const Draft &draft);
    /// Subject or text was changed.
    void check();
    /// Adds suggestions for the word at a position at the top, and the choice of language at the end.
    void fillTextMenu(QMenu &menu, int position);
    void fillSubjectMenu(QMenu &menu, int position);

Q_SIGNALS:
    void failed(const crema::Error &error);

private:
    void readSettings();
    void keep(store::Operation operation);
    struct Checked
    {
        QString text;
        QVector<SpellSpan> wrong;
    };
    void take(const QString &checkedText, const QVector<SpellSpan> &wrong);
    template <typename Edit>
    void fillMenu(QMenu &menu, int position, Edit &edit, const Checked &checked);
    template <typename Edit>
    void addSuggestions(QMenu &menu, const SpellSpan &word, Edit &edit);
    [[nodiscard]] QString whole() const;
    void addLanguages(QMenu &menu);
    void chooseLanguage(const QString &language);

    flows::Services &m_services;
    MarkedLineEdit &m_subject;
    MarkedTextEdit &m_text;
    SpellChecker m_checker;
    QSet<QString> m_names;
    Checked m_checkedSubject;
    Checked m_checkedText;
    TaskScope m_scope;
};

} // namespace crema::ui
