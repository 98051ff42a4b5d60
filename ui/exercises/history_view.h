#pragma once

#include "domain/progress.h"
#include "services/document_session.h"
#include "ui/common/theme.h"

#include <QWidget>

class QListWidget;
class QPushButton;
class QLabel;

namespace studio::editor {
class CodeEditor;
} // namespace studio::editor

namespace studio::ui {

/// Every version of a text that can be had back: a list, a preview, and a button that brings it back.
class HistoryView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryView)

public:
    explicit HistoryView(QWidget *parent = nullptr);

    void setSession(services::DocumentSession *session); ///< Not owned; null while there is none.
    void refresh(); ///< Reads the list anew; cheap, called when the tab is shown.
    void setTheme(const Theme &theme);
    void setZoom(int percent);

Q_SIGNALS:
    void restoreRequested(const QString &text); ///< The version now shown.

private:
    void show(const std::vector<DocumentVersion> &versions);
    void preview(int row);

    services::DocumentSession *m_session = nullptr;
    QListWidget *m_list;
    QLabel *m_empty;
    editor::CodeEditor *m_preview;
    QPushButton *m_restore;
};

} // namespace studio::ui
