#include "ui/forum/waiting_view.h"

#include "ui/forum/empty_state.h"

#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

WaitingView::WaitingView(Describe describe, QWidget *parent)
    : QScrollArea(parent)
    , m_describe(std::move(describe))
    , m_empty(new EmptyState)
    , m_column(new QVBoxLayout)
{
    setObjectName(u"waitingView"_s);
    setAccessibleName(tr("Waiting to send"));
    setWidgetResizable(true);
    setFocusPolicy(Qt::StrongFocus); // so that F6 finds it when it is empty
    auto *content = new QWidget;
    content->setObjectName(u"page"_s);
    content->setProperty("plain", true);
    auto *outer = new QVBoxLayout(content);
    outer->setContentsMargins(16, 16, 16, 16);
    outer->setSpacing(12);
    m_column->setSpacing(12);
    outer->addLayout(m_column);
    outer->addWidget(m_empty, 1);
    outer->addStretch();
    setWidget(content);
}

void WaitingView::setWritings(const std::vector<ForumWriting> &writings)
{
    std::vector<WritingCard *> cards;
    for (const ForumWriting &writing : writings) {
        // Replaced by itself when it is still the same version of the same text.
        const auto same = std::find_if(m_cards.begin(), m_cards.end(), [&](const WritingCard *card) {
            return card->writing().seq == writing.seq && card->writing().kind == writing.kind;
        });
        WritingCard *card = nullptr;
        if (same != m_cards.end()) {
            card = *same;
            m_cards.erase(same);
        } else {
            card = makeCard();
            m_column->addWidget(card);
        }
        card->setWriting(writing, m_describe(writing));
        cards.push_back(card);
    }
    for (WritingCard *gone : m_cards) {
        gone->hide();
        gone->deleteLater(); // one of its buttons may be the reason
    }
    m_cards = std::move(cards);
    m_empty->setVisible(m_cards.empty());
}

void WaitingView::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (WritingCard *card : m_cards) {
        card->setTheme(theme);
    }
}

WritingCard *WaitingView::makeCard()
{
    auto *card = new WritingCard;
    if (!m_theme.colours.isEmpty()) {
        card->setTheme(m_theme);
    }
    connect(card, &WritingCard::editRequested, this, &WaitingView::editRequested);
    connect(card, &WritingCard::sendAgainRequested, this, &WaitingView::sendAgainRequested);
    connect(card, &WritingCard::throwAwayRequested, this, &WaitingView::throwAwayRequested);
    connect(card, &WritingCard::openRequested, this, &WaitingView::openRequested);
    return card;
}

} // namespace studio::ui
