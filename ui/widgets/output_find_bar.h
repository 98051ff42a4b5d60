#pragma once

#include <QTextCursor>
#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;

namespace studio::ui {

class OutputView;

/// Finds words in the output that is shown. Says in words what it found; words for the screen reader are not
/// found. A program that goes on printing is followed.
class OutputFindBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputFindBar)

public:
    static constexpr std::size_t kMostHits = 10'000;

    OutputFindBar(OutputView &view, QWidget *parent);

    void open();
    void findNext();
    void findPrevious();
    void close(); ///< The view gets the focus.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Hit
    {
        int start;
        int length;
    };

    QToolButton *makeButton(const QString &text, const QString &name);
    void layOut();
    void search();
    void searchBlock(const QTextBlock &block, const QString &text);
    void termsChanged();
    void goTo(std::size_t hit, bool wrapped);
    void say(bool wrapped);
    void showHits();

    OutputView &m_view;
    QLineEdit *m_field;
    QToolButton *m_case;
    QLabel *m_result;
    QTimer m_later; ///< The text changed.
    std::vector<Hit> m_hits;
    int m_from = 0; ///< Where the search begins while the words are still being typed.
};

} // namespace studio::ui
