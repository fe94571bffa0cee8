// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/run.h"
#include "ui/find/paidterms.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStringListModel;
class QTimer;
class QToolButton;
class QVBoxLayout;

namespace crema::ui {

class FormRow;
class SegmentedControl;

/// The search form: where to look, title, company, location, school with completions while typing, how many
/// people, and what that costs before the click.
class FindForm final : public QWidget
{
    Q_OBJECT

public:
    /// `mostPeople` bounds a search of this computer; a paid one is bounded by its terms.
    explicit FindForm(int mostPeople, QWidget *parent = nullptr);

    [[nodiscard]] Criteria criteria() const;
    /// "local" or "pdl".
    [[nodiscard]] QString provider() const;
    void setCriteria(const Criteria &criteria, const QString &provider);
    void setTitle(const QString &title);
    void setTerms(const PaidTerms &terms);
    void showCompletions(const QString &kind, const QString &text, const QStringList &completions);
    void setSearching(bool searching);
    /// The search button, or Enter in a field; nothing when a paid search is not possible now.
    void submit();
    /// Puts the cursor where one begins to type.
    void begin();
    /// The button beside the title field, where its panel opens.
    [[nodiscard]] QWidget *titleButton() const;

Q_SIGNALS:
    void searchRequested(const crema::Criteria &criteria, const QString &provider);
    /// After a short pause in typing.
    void completionsWanted(const QString &kind, const QString &text, const QString &provider);
    void titleHelpWanted(const QString &title);
    /// There is no key and the user wants to enter one.
    void connectionsRequested();

private:
    struct Field
    {
        QLineEdit *edit = nullptr;
        QStringListModel *completions = nullptr;
    };
    void addProvider(QVBoxLayout *column);
    void addFields(QVBoxLayout *column);
    void addFoot(QVBoxLayout *column);
    [[nodiscard]] QLineEdit *makeField(const QString &kind, const QString &label, const QString &example);
    [[nodiscard]] QWidget *makeTitleField();
    [[nodiscard]] bool isPaid() const;
    void choose(bool paid);
    void followState();
    void askForCompletions();

    SegmentedControl *m_provider = nullptr;
    QHash<QString, Field> m_fields; ///< by kind of suggestion
    QToolButton *m_titleHelp = nullptr;
    FormRow *m_limitRow = nullptr;
    QSpinBox *m_limit = nullptr;
    QCheckBox *m_sample = nullptr;
    QCheckBox *m_known = nullptr;
    QPushButton *m_search = nullptr;
    QLabel *m_price = nullptr;
    QWidget *m_noKey = nullptr;
    QTimer *m_pause = nullptr;
    QString m_typedKind;
    PaidTerms m_terms;
    int m_mostLocal;
    int m_otherLimit = 3; ///< what was set for the provider that is not chosen
    bool m_wasPaid = false;
    bool m_isSearching = false;
};

} // namespace crema::ui
