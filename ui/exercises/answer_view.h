#pragma once

#include "domain/exercise.h"
#include "domain/verdict.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <memory>

namespace studio::ui {

/// The place where an answer is given; one for each kind of exercise. Speaks the one text form of answers
/// that app/domain/exercise.h describes.
class AnswerView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AnswerView)

public:
    explicit AnswerView(QWidget *parent = nullptr)
        : QWidget(parent)
    {
    }

    ~AnswerView() override = default;

    virtual QString answer() const = 0;
    virtual void setAnswer(const QString &answer, int caret) = 0; ///< Does not emit changed().

    virtual int caret() const { return 0; } ///< UTF-16 offset in answer().

    virtual QString caretText() const { return {}; } ///< "Ln 3, Col 15", for the status line.

    virtual bool canRun() const { return false; } ///< Whether the answer is a program.

    virtual void showVerdict(const Verdict &verdict)
    {
        Q_UNUSED(verdict)
    } ///< Marks what can be marked in the answer.

    virtual void showError(const RunError &error) { Q_UNUSED(error) }

    virtual void clearMarks() { }

    virtual void goToLine(int line) { Q_UNUSED(line) }

    virtual void setLocked(bool locked) = 0; ///< While it is checked, or when there are no attempts left.
    virtual void setTheme(const Theme &theme) = 0;
    virtual void setZoom(int percent) = 0;
    virtual void giveFocus() = 0;

Q_SIGNALS:
    void changed();
    void caretMoved();
    void zoomRequested(int steps);
};

/// The view for this exercise; not for kind Steps, whose steps have views of their own.
std::unique_ptr<AnswerView> makeAnswerView(const Exercise &exercise);

} // namespace studio::ui
