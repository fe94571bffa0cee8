// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preps/preplistmodel.h"
#include "ui/preps/prepspresenter.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace crema::ui {

class Banner;
class BusyBar;
class ChatPanel;
class EmptyState;
class PdfView;

/// The Coffee chats page: the preps at the left, the PDF in the middle, questions and notes at the right.
class PrepsView final : public QWidget
{
    Q_OBJECT

public:
    explicit PrepsView(PrepsPresenter &presenter, QWidget *parent = nullptr);

    void openPrep(const QString &id);

Q_SIGNALS:
    void contactsRequested();

private:
    void build();
    void connectParts();
    void addPageActions();
    QAction *pageAction(const QString &name, const QString &text, int glyph);
    void showList(const QVector<Prep> &preps);
    void showCurrent();
    void exportPdf();
    [[nodiscard]] QString currentId() const;

    PrepsPresenter &m_presenter;
    PrepListModel *m_model;
    QListView *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    PdfView *m_pdf = nullptr;
    ChatPanel *m_chat = nullptr;
    Banner *m_banner = nullptr;
    BusyBar *m_busy = nullptr;
    QVector<QAction *> m_prepActions;
    QString m_shownPdf; ///< hash of the PDF on screen
    QString m_wanted;
};

} // namespace crema::ui
