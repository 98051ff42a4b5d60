#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace studio::ui {

/// What stands where nothing is: one sentence and one thing to do.
class EmptyState final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// `actionText` empty: there is nothing to do but wait.
    void say(const QString &sentence, const QString &actionText = {},
             const std::function<void()> &action = {});
    QString sentence() const;

private:
    QLabel *m_sentence;
    QPushButton *m_button;
    std::function<void()> m_action;
};

} // namespace studio::ui
