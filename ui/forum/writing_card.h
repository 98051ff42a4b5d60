#pragma once

#include "domain/forum.h"
#include "ui/common/theme.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace studio::ui {

/// Something that was written and is on its way: what it is, how it stands, and what can be done about it.
class WritingCard final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WritingCard)

public:
    struct Words
    {
        QString title; ///< "Reply in “Loop never ends”"
        QString sentence; ///< How it stands.
        QString excerpt; ///< Of its text, plain, on one line.
    };

    explicit WritingCard(QWidget *parent = nullptr);

    void setWriting(const ForumWriting &writing, const Words &words);
    void setTheme(const Theme &theme);
    void compare(bool on); ///< Both texts of an edit that met another one.

    const ForumWriting &writing() const { return m_writing; }

Q_SIGNALS:
    void editRequested(const studio::ForumWriting &writing);
    void sendAgainRequested(const studio::ForumWriting &writing);
    void throwAwayRequested(const studio::ForumWriting &writing);
    void openRequested(const studio::ForumWriting &writing); ///< Where it belongs.

private:
    QPushButton *addButton(QHBoxLayout *row, const QString &name, const QString &text);
    void showState();

    ForumWriting m_writing;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_sentence;
    QLabel *m_excerpt;
    QWidget *m_texts;
    QPlainTextEdit *m_mine;
    QPlainTextEdit *m_theirs;
    QPushButton *m_edit;
    QPushButton *m_again;
    QPushButton *m_compare;
    QPushButton *m_away;
    QPushButton *m_open;
    Theme m_theme;
};

} // namespace studio::ui
