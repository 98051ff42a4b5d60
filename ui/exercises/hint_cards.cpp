#include "ui/exercises/hint_cards.h"

#include "ui/common/icons.h"
#include "ui/widgets/rich_text_view.h"

#include <QFrame>
#include <QToolButton>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;
using services::HintState;

namespace {

QString lockedText(const HintState &state)
{
    const auto minutes = [](std::chrono::seconds left) {
        const int seconds = static_cast<int>(left.count());
        return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
    };
    if (state.attemptsLeft > 0 && state.timeLeft) {
        return state.attemptsLeft == 1
            ? HintCards::tr("opens after one more try, or in %1").arg(minutes(*state.timeLeft))
            : HintCards::tr("opens after %1 more tries, or in %2")
                  .arg(state.attemptsLeft)
                  .arg(minutes(*state.timeLeft));
    }
    if (state.attemptsLeft > 0) {
        return state.attemptsLeft == 1 ? HintCards::tr("opens after one more try")
                                       : HintCards::tr("opens after %1 more tries").arg(state.attemptsLeft);
    }
    if (state.timeLeft) {
        return HintCards::tr("opens in %1").arg(minutes(*state.timeLeft));
    }
    return HintCards::tr("opens after the one before");
}

} // namespace

HintCards::HintCards(const Exercise &exercise, const QString &courseFolder, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (int i = 0; i < static_cast<int>(exercise.hints.size()); ++i) {
        auto *frame = new QFrame(this);
        frame->setObjectName(u"hintCard"_s);
        auto *column = new QVBoxLayout(frame);
        column->setContentsMargins(6, 4, 12, 4);
        column->setSpacing(0);
        Card card{new QToolButton(frame), new RichTextView(frame), {}};
        card.header->setObjectName(u"hint%1"_s.arg(i + 1));
        card.header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        card.header->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        card.header->setMinimumHeight(34);
        card.header->setAutoRaise(true);
        card.text->setCourseFolder(courseFolder);
        card.text->setReadingSize(11.5);
        card.text->setText(exercise.hints[static_cast<std::size_t>(i)].text);
        card.text->setContentsMargins(34, 0, 0, 8);
        card.text->setAccessibleName(tr("Hint %1").arg(i + 1));
        card.text->hide();
        column->addWidget(card.header);
        column->addWidget(card.text);
        layout->addWidget(frame);
        connect(card.header, &QToolButton::clicked, this, [this, i] { toggle(i); });
        m_cards.push_back(card);
        describe(i);
    }
}

void HintCards::setState(int index, const HintState &state)
{
    Card &card = m_cards[static_cast<std::size_t>(index)];
    const bool opened = state.kind == HintState::Kind::Open && card.state.kind != HintState::Kind::Open;
    card.state = state;
    if (opened) {
        card.text->show();
    }
    describe(index);
}

void HintCards::setTheme(const Theme &theme)
{
    m_theme = theme;
    setStyleSheet(u"#hintCard { background: %1; border: 1px solid %2; border-radius: 10px; }"
                  " #hintCard QToolButton { border: none; text-align: left; }"_s.arg(
                      theme.colour(u"surface"_s).name(), theme.colour(u"line"_s).name()));
    for (int i = 0; i < static_cast<int>(m_cards.size()); ++i) {
        m_cards[static_cast<std::size_t>(i)].text->setTheme(theme);
        describe(i);
    }
}

void HintCards::setZoom(int percent)
{
    for (const Card &card : m_cards) {
        card.text->setZoom(percent);
    }
}

void HintCards::describe(int index)
{
    const Card &card = m_cards[static_cast<std::size_t>(index)];
    const QString number = tr("Hint %1 of %2").arg(index + 1).arg(m_cards.size());
    QString symbol = u"lock"_s;
    QString text = number;
    switch (card.state.kind) {
    case HintState::Kind::Open:
        symbol = u"lightbulb"_s;
        text = number % (card.text->isHidden() ? tr(" · show") : tr(" · hide"));
        break;
    case HintState::Kind::Ready:
        symbol = u"lightbulb"_s;
        text = number % tr(" · open it");
        break;
    case HintState::Kind::Locked:
        text = number % u" · "_s % lockedText(card.state);
        break;
    }
    card.header->setText(u"  "_s % text);
    card.header->setAccessibleName(text);
    card.header->setEnabled(card.state.kind != HintState::Kind::Locked);
    if (!m_theme.colours.isEmpty()) {
        const bool locked = card.state.kind == HintState::Kind::Locked;
        card.header->setIcon(icon(symbol, m_theme.colour(locked ? u"muted"_s : u"text"_s)));
    }
}

void HintCards::toggle(int index)
{
    const Card &card = m_cards[static_cast<std::size_t>(index)];
    if (card.state.kind == HintState::Kind::Ready) {
        Q_EMIT openRequested(index);
    } else if (card.state.kind == HintState::Kind::Open) {
        card.text->setVisible(card.text->isHidden());
        describe(index);
    }
}

} // namespace studio::ui
