#pragma once

#include <QFrame>
#include <QList>
#include <QPointer>

class QAction;
class QLineEdit;
class QListWidget;

namespace studio::ui {

/// All that can be done, found by typing a few of its letters.
class CommandPalette final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    explicit CommandPalette(QWidget *parent);

    void open(const QList<QAction *> &actions); ///< Those that are enabled are offered.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void accept();
    void close();

    QLineEdit *m_edit;
    QListWidget *m_list;
    QList<QAction *> m_actions;
    QPointer<QWidget> m_focusBefore;
};

/// How well `text` fits what was typed: its letters in order, whole words first. Negative: not at all.
int matchScore(const QString &typed, const QString &text);

} // namespace studio::ui
