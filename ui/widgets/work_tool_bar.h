#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;

namespace studio::ui {

/// The line above a work area: what it is about at its start, what can be done at its end. Actions never
/// move.
class WorkToolBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkToolBar)

public:
    explicit WorkToolBar(QWidget *parent = nullptr);

    void addAtStart(QWidget *widget); ///< Taken over.
    /// A button named after its action: `runAction` gives `runButton`. `primary`: the filled one.
    void addButton(QAction *action, bool primary = false);

private:
    QHBoxLayout *m_start;
    QHBoxLayout *m_end;
};

} // namespace studio::ui
