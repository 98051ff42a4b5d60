#pragma once

#include "services/file_session.h"
#include "ui/common/theme.h"

#include <QWidget>

class QFrame;

namespace studio::editor {
class CodeEditor;
} // namespace studio::editor

namespace studio::services {
class SettingsService;
} // namespace studio::services

namespace studio::ui {

/// One file's editor, and above it the question which text counts when another program changed the file too.
class FileEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileEditor)

public:
    FileEditor(services::FileSession &session, services::SettingsService &settings,
               QWidget *parent = nullptr);

    services::FileSession &session() const { return m_session; }

    editor::CodeEditor &editor() const { return *m_editor; }

    void goTo(int line); ///< Now, or as soon as the text is here.
    void setMark(int line, const QString &message); ///< The same.
    void setTheme(const Theme &theme);

Q_SIGNALS:
    void shown(); ///< The text has come.
    void caretMoved();
    void stateChanged();

private:
    void showText();

    services::FileSession &m_session;
    editor::CodeEditor *m_editor;
    QFrame *m_conflict;
    int m_line = 0; ///< To go to when the text is here; 0: none.
    int m_markLine = 0; ///< The same of a mark.
    QString m_markText;
    bool m_setting = false;
};

} // namespace studio::ui
