#pragma once

#include <QWidget>

class QSplitter;

namespace studio {
struct RunResult;
} // namespace studio

namespace studio::ui {

class ErrorCard;
class OutputPane;
struct Theme;

/// The output of a program, and beside it, when something went wrong, what it was. Where there is little
/// width, it stands below. The output never moves: only its far edge does.
class ExplainedOutput final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExplainedOutput)

public:
    explicit ExplainedOutput(OutputPane *output, QWidget *parent = nullptr); ///< Takes the pane as its child.

    void setTheme(const Theme &theme); ///< Of the card only; the pane has its own.
    void setZoom(int percent);

    void begin(); ///< A run starts: no explanation.
    void showResult(const RunResult &result);

Q_SIGNALS:
    void lineRequested(int line);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QSplitter *m_splitter;
    ErrorCard *m_card;
};

} // namespace studio::ui
