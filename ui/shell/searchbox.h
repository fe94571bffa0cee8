// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/resultlist.h"

#include <QHash>
#include <QLineEdit>

class QLabel;

namespace crema::ui {

class FloatingPanel;

/// One thing found. `kind` is a word of the core ("contact", "draft", "prep", "note").
struct SearchHit
{
    QString kind {};
    QString id {};
    QString title {};
    QString subtitle {};
};

/// The one search box at the top: asks while typing, shows what comes back grouped by kind. It does not know
/// where the answers come from; they may come at any time, an answer to an older question is ignored.
class SearchBox final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchBox(QWidget *parent = nullptr);

    /// How hits of a kind are headed and which icon they carry. Groups stand in the order of these calls;
    /// hits of a kind nobody described stand last.
    void describeKind(const QString &kind, const QString &heading, Glyph glyph);
    /// The answer to `query`. Hits keep their order within their kind.
    void showResults(const QString &query, const QVector<SearchHit> &hits);
    /// Says in the popup that the search failed.
    void showFailure(const QString &query, const QString &text);
    [[nodiscard]] const QVector<ResultRow> &results() const { return m_list->rows(); }

Q_SIGNALS:
    /// The text is another one (trimmed, not empty): answer with showResults.
    void queryChanged(const QString &query);
    /// The user chose a hit of this query.
    void activated(const QString &kind, const QString &id, const QString &query);

private:
    struct KindWords
    {
        QString kind;
        QString heading;
        Glyph glyph = Glyph::none;
    };

    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    FloatingPanel *panel();
    void edited();
    void present(const QString &note);
    void place();

    ResultList *m_list;
    QLabel *m_note;
    FloatingPanel *m_panel = nullptr;
    QVector<KindWords> m_kinds;
    QString m_query;
};

} // namespace crema::ui
