#pragma once

#include "editor/code_position.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace studio::editor {

/// Asks for a line, or `line:column`, below the text.
class GoToBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GoToBar)

public:
    explicit GoToBar(QWidget *parent);

    void open(int line, int lines); ///< The caret's line, and how many there are.

Q_SIGNALS:
    void chosen(const CodePosition &position);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *m_field;
    QLabel *m_range;
};

} // namespace studio::editor
