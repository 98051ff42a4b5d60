#pragma once

#include "domain/ports/forum_platform.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace studio::ui {

/// The posts that wait for a moderator, one after the other: approve or refuse, with a note.
class ReviewDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviewDialog)

public:
    ReviewDialog(ForumPlatform &platform, QWidget *parent);

private:
    void load();
    void showPost(int row);
    void decide(bool approve);
    void say(const QString &sentence);

    ForumPlatform &m_platform;
    std::vector<QueuedPost> m_queue;
    QListWidget *m_list;
    QLabel *m_about;
    QPlainTextEdit *m_text;
    QLineEdit *m_notes;
    QLabel *m_message;
    QPushButton *m_approve;
    QPushButton *m_refuse;
};

} // namespace studio::ui
