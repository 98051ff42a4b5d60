#pragma once

#include "ui/exercises/answer_view.h"
#include "ui/exercises/parsons_lines.h"

#include <functional>

class QListWidget;
class QVBoxLayout;

namespace studio::ui {

/// Lines to put in order: two lists side by side, moved by double clicks, by buttons or by keys.
///
/// Keys: Enter moves a line to the other list; Alt+Up and Alt+Down move it; Tab and Shift+Tab indent it
/// (Ctrl+Tab leaves the list).
class ParsonsAnswer final : public AnswerView
{
    Q_OBJECT

public:
    explicit ParsonsAnswer(const Exercise &exercise, QWidget *parent = nullptr);

    QString answer() const override { return m_lines.answer(); }

    void setAnswer(const QString &answer, int caret) override;
    void setLocked(bool locked) override;
    void setTheme(const Theme &theme) override;
    void setZoom(int percent) override;
    void giveFocus() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(int usedRow, int unusedRow);
    void act(const std::function<void()> &change, int usedRow, int unusedRow);
    bool handleKey(QListWidget *list, int key, Qt::KeyboardModifiers modifiers);
    void addButtons(QVBoxLayout *column);

    ParsonsLines m_lines;
    QListWidget *m_unused;
    QListWidget *m_used;
    QList<QWidget *> m_buttons;
    Theme m_theme;
    int m_zoom = 100;
    bool m_locked = false;
};

} // namespace studio::ui
