// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/resume.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace crema::ui {

/// What was read from a resume, fact by fact, and below it the chosen one to put right, remove or take back.
class FactsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FactsPanel(QWidget *parent = nullptr);

    /// Shows the facts; the chosen one stays chosen, and what is being typed stays.
    void show(const Resume &resume);
    /// Says why the text cannot be; it stays to be mended.
    void showRefusal(const QString &why);
    /// Hands over what is typed and not yet saved.
    void flush();
    [[nodiscard]] std::optional<ShownFact> current() const;

Q_SIGNALS:
    void factChosen(const crema::ShownFact &fact);
    /// An empty text: there is no such fact.
    void corrected(const crema::ShownFact &fact, const QString &text);
    void reverted(const crema::ShownFact &fact);

private:
    void build();
    QWidget *buildEditor();
    void fillRow(int row, const ShownFact &fact, const QString &origin);
    void choose(int row);
    void showCurrent();
    void begin(const QString &list);
    void save();

    QTableWidget *m_table = nullptr;
    QLabel *m_what = nullptr; ///< what the chosen fact is and what stands in the document
    QLabel *m_refusal = nullptr;
    QPlainTextEdit *m_edit = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_revert = nullptr;
    QVector<ShownFact> m_facts;
    std::optional<ShownFact> m_editing;
    std::optional<ShownFact> m_sent; ///< what was last handed over, with its new text: a refusal is about it
    QString m_sentText;
};

/// A fact's name for people: "University", "Employer".
[[nodiscard]] QString factName(const QString &field);

} // namespace crema::ui
