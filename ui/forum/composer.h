#pragma once

#include "ui/common/theme.h"

#include <QWidget>

#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QToolButton;

namespace studio {
class PostRenderer;
struct ForumInfo;
} // namespace studio

namespace studio::ui {

class ForumWeb;
class TopicView;

/// Where a text for the forum is written: a reply, an edit, or a new topic with its subject and forum. It
/// only holds the text; whoever uses it keeps the draft and sends.
class Composer final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Composer)

public:
    enum class Mode { Reply, Edit, NewTopic };

    /// A piece of own code that can be put in.
    struct Code
    {
        QString title;
        QString text;
    };

    /// Both outlive it.
    Composer(ForumWeb &web, const PostRenderer &renderer, QWidget *parent = nullptr);
    ~Composer() override;

    /// What it is for from now on. `title`: what is said above the text, e.g. "Reply to Mira"; empty:
    /// nothing, and without a text it is one line high.
    void setMode(Mode mode, const QString &title);
    void setForums(const std::vector<ForumInfo> &forums); ///< For NewTopic; categories only group.
    void setForum(qint64 forumId);
    void setText(const QString &subject, const QString &text, int caret); ///< Emits nothing.
    void insert(const QString &markdown); ///< At the caret, with an empty line before and after.
    void setCodes(const std::vector<Code> &codes); ///< The answer to codesWanted().
    void addCodes(const std::vector<Code> &codes); ///< More of it.
    void setProblem(const QString &sentence); ///< Below the text; empty: none.
    void setState(const QString &sentence); ///< What becomes of the text.
    void setSendable(bool sendable); ///< False: not while it is being put into the queue, or without account.
    void setTheme(const Theme &theme, const QString &readingFont, bool calm);
    void setZoom(int percent);
    void giveFocus(); ///< To the subject of a new topic without one, else to the text.

    Mode mode() const { return m_mode; }

    QString subject() const;
    QString text() const;
    int caret() const;
    qint64 forumId() const;
    bool isWriting() const; ///< The focus is in one of its fields.

Q_SIGNALS:
    void edited(); ///< By the person: subject, text or forum.
    void sendRequested(); ///< Ctrl+Return or the button.
    void closeRequested(); ///< Esc in the text, or the cross. The draft stays.
    void codesWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeFields();
    void makeButtons();
    void layOut();
    void connectFields();
    void fit();
    void showCount();
    void togglePreview(bool on);
    void updatePreview();
    void insertCode(const QString &code);

    ForumWeb &m_web;
    const PostRenderer &m_renderer;
    Mode m_mode = Mode::Reply;
    QLabel *m_title;
    QToolButton *m_close;
    QComboBox *m_forum;
    QLineEdit *m_subject;
    QSplitter *m_halves;
    QPlainTextEdit *m_text;
    TopicView *m_preview = nullptr; ///< From the first look on.
    QLabel *m_problem;
    QLabel *m_state;
    QLabel *m_count;
    QToolButton *m_code;
    QMenu *m_codes;
    QToolButton *m_look;
    QPushButton *m_send;
    QTimer *m_previewSoon;
    Theme m_theme;
    QString m_readingFont;
    bool m_calm = false;
    int m_zoom = 100;
};

} // namespace studio::ui
