#pragma once

#include "ui/exercises/answer_view.h"

#include <vector>

class QAbstractButton;
class QButtonGroup;

namespace studio::editor {
class CodeEditor;
} // namespace studio::editor

namespace studio::ui {

class RichTextView;

/// Options to choose from: radio buttons, or boxes when several may be right. Their order is shuffled, the
/// same for every showing of an exercise.
class ChoiceAnswer final : public AnswerView
{
    Q_OBJECT

public:
    explicit ChoiceAnswer(const Exercise &exercise, QWidget *parent = nullptr);

    QString answer() const override; ///< Chosen ids, one a line, in the author's order.
    void setAnswer(const QString &answer, int caret) override;
    void showVerdict(const Verdict &verdict) override;
    void clearMarks() override;
    void setLocked(bool locked) override;
    void setTheme(const Theme &theme) override;
    void setZoom(int percent) override;
    void giveFocus() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row
    {
        QString id;
        QAbstractButton *button;
        RichTextView *text;
        RichTextView *because;
    };

    void addRow(const ChoiceOption &option, bool many);

    std::vector<ChoiceOption> m_options; ///< In the author's order.
    std::vector<Row> m_rows; ///< As shown.
    QButtonGroup *m_group;
    editor::CodeEditor *m_code = nullptr;
    bool m_setting = false;
};

/// The order in which a shuffled list of `count` is shown: the same for the same `seed`, and never the given
/// order when there are at least two.
std::vector<int> shuffledOrder(int count, const QString &seed);

} // namespace studio::ui
