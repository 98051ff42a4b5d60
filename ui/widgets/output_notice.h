#pragma once

#include <QWidget>

class QLabel;

namespace studio::ui {

/// One line below the output that says what of it is not shown, and leads to the rest.
class OutputNotice final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputNotice)

public:
    explicit OutputNotice(QWidget *parent = nullptr);

    void say(const QString &text); ///< Hides it when empty.

Q_SIGNALS:
    void wholeRequested();
    void saveRequested();

private:
    QLabel *m_text;
};

} // namespace studio::ui
