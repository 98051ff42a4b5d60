#pragma once

#include "editor/code_theme.h"
#include "services/output_spool.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QSpinBox;

namespace studio::ui {

class OutputFindBar;
class OutputView;

/// A window with the whole output, one page at a time, so that any size costs the same.
class OutputReader final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputReader)

public:
    /// `spool` must outlive it.
    explicit OutputReader(services::OutputSpool &spool, QWidget *parent = nullptr);

    void setTheme(const editor::CodeTheme &theme, int percent);
    void say(const QString &message, bool failed); ///< A sentence below the text.

Q_SIGNALS:
    void saveRequested();

private:
    void makeKeys();
    QWidget *makeToolBar();
    void statusChanged();
    void load(int page); ///< From 1.
    void showPage(int page, const services::OutputSpool::Page &content);
    void showBytes(bool again); ///< `again`: only the look has changed.

    services::OutputSpool &m_spool;
    QPushButton *m_previous;
    QPushButton *m_next;
    QSpinBox *m_page;
    QLabel *m_place;
    QLabel *m_message;
    OutputView *m_view;
    OutputFindBar *m_find;
    QByteArray m_shown; ///< The page's bytes.
    int m_shownPage = 0;
};

} // namespace studio::ui
