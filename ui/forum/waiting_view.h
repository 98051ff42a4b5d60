#pragma once

#include "ui/forum/writing_card.h"

#include <QScrollArea>

#include <functional>

class QVBoxLayout;

namespace studio::ui {

class EmptyState;

/// The heap *Waiting to send*: a card for everything written that is not in the forum yet.
class WaitingView final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WaitingView)

public:
    using Describe = std::function<WritingCard::Words(const ForumWriting &)>;

    explicit WaitingView(Describe describe, QWidget *parent = nullptr);

    void
    setWritings(const std::vector<ForumWriting> &writings); ///< Cards of what stays stay, with their focus.
    void setTheme(const Theme &theme);

    EmptyState &emptyState() const { return *m_empty; } ///< Shown while there is no card.

Q_SIGNALS:
    void editRequested(const studio::ForumWriting &writing);
    void sendAgainRequested(const studio::ForumWriting &writing);
    void throwAwayRequested(const studio::ForumWriting &writing);
    void openRequested(const studio::ForumWriting &writing);

private:
    WritingCard *makeCard();

    Describe m_describe;
    EmptyState *m_empty;
    QVBoxLayout *m_column;
    std::vector<WritingCard *> m_cards;
    Theme m_theme;
};

} // namespace studio::ui
