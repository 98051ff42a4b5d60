#pragma once

#include "ui/exercises/answer_view.h"

namespace studio::editor {
class CodeEditor;
} // namespace studio::editor

namespace studio::ui {

/// Python source in the code editor; for a fill-in exercise only its blanks can be changed.
class CodeAnswer final : public AnswerView
{
    Q_OBJECT

public:
    explicit CodeAnswer(const Exercise &exercise, QWidget *parent = nullptr);

    editor::CodeEditor *codeEditor() const { return m_editor; }

    QString answer() const override;
    void setAnswer(const QString &answer, int caret) override;
    int caret() const override;
    QString caretText() const override;

    bool canRun() const override { return true; }

    void showVerdict(const Verdict &verdict) override;
    void showError(const RunError &error) override;
    void clearMarks() override;
    void goToLine(int line) override;
    void setLocked(bool locked) override;
    void setTheme(const Theme &theme) override;
    void setZoom(int percent) override;
    void giveFocus() override;

private:
    QString m_template; ///< Of a fill-in exercise; else empty.
    editor::CodeEditor *m_editor;
    bool m_setting = false;
};

} // namespace studio::ui
