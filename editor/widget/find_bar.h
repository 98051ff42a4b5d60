#pragma once

#include "editor/widget/text_search.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace studio::editor {

/// Find and replace, below the text. Says in words what it found.
class FindBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBar)

public:
    explicit FindBar(TextArea &area, QWidget *parent);

    void open(bool withReplace);
    void findNext();
    void findPrevious();

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QToolButton *makeSwitch(const QString &text, const QString &name, const QString &key);
    QToolButton *makeButton(const QString &text, const QString &name, void (FindBar::*act)());
    void layOut();
    void replaceOne();
    void replaceAll();
    void close();
    bool search(); ///< False when there is nothing to go to; the label says why.
    void refresh();
    void termsChanged();
    void say(const TextSearch::Step &step);
    SearchTerms terms() const;

    TextArea &m_area;
    TextSearch m_search;
    long m_from = 0; ///< Where the search begins while the words are still being typed.
    QLineEdit *m_find;
    QLineEdit *m_replace;
    QLabel *m_result;
    QToolButton *m_case;
    QToolButton *m_word;
    QToolButton *m_regex;
    QWidget *m_replaceRow;
};

} // namespace studio::editor
