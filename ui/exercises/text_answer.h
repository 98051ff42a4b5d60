#pragma once

#include "ui/exercises/answer_view.h"

namespace studio::editor {
class CodeEditor;
} // namespace studio::editor

class QLabel;

namespace studio::ui {

/// Two texts, one above the other: what is given (code to predict, text to type) and what the learner writes.
class TextAnswer final : public AnswerView
{
    Q_OBJECT

public:
    explicit TextAnswer(const Exercise &exercise, QWidget *parent = nullptr); ///< PredictOutput or TypeThis.

    QString answer() const override;
    void setAnswer(const QString &answer, int caret) override;
    int caret() const override;
    QString caretText() const override;
    void showVerdict(const Verdict &verdict) override;
    void clearMarks() override;
    void setLocked(bool locked) override;
    void setTheme(const Theme &theme) override;
    void setZoom(int percent) override;
    void giveFocus() override;

private:
    editor::CodeEditor *m_given;
    editor::CodeEditor *m_written;
    bool m_setting = false;
};

} // namespace studio::ui
