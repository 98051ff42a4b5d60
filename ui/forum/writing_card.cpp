#include "ui/forum/writing_card.h"

#include "ui/common/icons.h"
#include "ui/widgets/card.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kExcerpt = 240;
constexpr int kTextHeight = 160;

QPlainTextEdit *makeText(const QString &name, const QString &title, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setObjectName(name);
    text->setAccessibleName(title);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFixedHeight(kTextHeight);
    return text;
}

} // namespace

WritingCard::WritingCard(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_title(makeTitle({}, 10.5, this))
    , m_sentence(new QLabel(this))
    , m_excerpt(makeMuted({}, this))
    , m_texts(new QWidget(this))
    , m_mine(makeText(u"conflictMine"_s, tr("Yours"), m_texts))
    , m_theirs(makeText(u"conflictTheirs"_s, tr("In the forum now"), m_texts))
{
    setProperty("card", true);
    setObjectName(u"writingCard"_s);
    m_icon->setFixedSize(18, 18);
    m_title->setObjectName(u"writingTitle"_s);
    m_sentence->setObjectName(u"writingSentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_excerpt->setObjectName(u"writingExcerpt"_s);
    auto *texts = new QGridLayout(m_texts);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->addWidget(makeTitle(m_mine->accessibleName(), 9.5, m_texts), 0, 0);
    texts->addWidget(makeTitle(m_theirs->accessibleName(), 9.5, m_texts), 0, 1);
    texts->addWidget(m_mine, 1, 0);
    texts->addWidget(m_theirs, 1, 1);
    m_texts->hide();
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_edit = addButton(buttons, u"writingEdit"_s, tr("Edit"));
    m_again = addButton(buttons, u"writingAgain"_s, tr("Send again"));
    m_compare = addButton(buttons, u"writingCompare"_s, tr("Show both texts"));
    m_away = addButton(buttons, u"writingAway"_s, tr("Throw away"));
    m_open = addButton(buttons, u"writingOpen"_s, tr("Go there"));
    m_compare->setCheckable(true);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_sentence);
    column->addWidget(m_excerpt);
    column->addWidget(m_texts);
    column->addLayout(buttons);
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(m_writing); });
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT sendAgainRequested(m_writing); });
    connect(m_away, &QPushButton::clicked, this, [this] { Q_EMIT throwAwayRequested(m_writing); });
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_writing); });
    connect(m_compare, &QPushButton::toggled, this, &WritingCard::compare);
}

QPushButton *WritingCard::addButton(QHBoxLayout *row, const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    row->addWidget(button);
    return button;
}

void WritingCard::setWriting(const ForumWriting &writing, const Words &words)
{
    m_writing = writing;
    m_title->setText(words.title);
    m_sentence->setText(words.sentence);
    m_excerpt->setText(words.excerpt.left(kExcerpt));
    m_excerpt->setVisible(!words.excerpt.isEmpty());
    setAccessibleName(words.title);
    setAccessibleDescription(words.sentence);
    const bool mine = writing.state == WritingState::Waiting || writing.state == WritingState::NeedsYou;
    const bool needsYou = writing.state == WritingState::NeedsYou;
    const bool hasText = writing.kind == WritingKind::NewTopic || writing.kind == WritingKind::Reply
        || writing.kind == WritingKind::EditPost || writing.kind == WritingKind::EditSubject;
    const bool differs = needsYou && writing.problem == WritingProblem::EditedMeanwhile;
    m_edit->setVisible(mine && hasText);
    m_again->setVisible(needsYou && writing.problem != WritingProblem::Gone);
    m_again->setText(differs ? tr("Send mine all the same") : tr("Send again"));
    m_compare->setVisible(differs);
    m_away->setVisible(mine || writing.held);
    m_away->setText(needsYou || writing.held ? tr("Throw away") : tr("Take back"));
    m_open->setVisible(writing.topicId != 0 || writing.sentTopicId != 0);
    for (QPushButton *button : {m_edit, m_again, m_compare, m_away, m_open}) {
        button->setAccessibleName(u"%1: %2"_s.arg(button->text(), words.title));
    }
    m_mine->setPlainText(writing.text);
    m_theirs->setPlainText(writing.otherText);
    compare(differs && m_compare->isChecked());
    m_sentence->setProperty("problem", needsYou);
    m_sentence->style()->unpolish(m_sentence);
    m_sentence->style()->polish(m_sentence);
    showState();
}

void WritingCard::setTheme(const Theme &theme)
{
    m_theme = theme;
    showState();
}

void WritingCard::compare(bool on)
{
    m_texts->setVisible(on);
    m_compare->setText(on ? tr("Hide the texts") : tr("Show both texts"));
}

void WritingCard::showState()
{
    if (m_theme.colours.isEmpty()) {
        return;
    }
    QString name = u"clock"_s;
    QString colour = u"muted"_s;
    switch (m_writing.state) {
    case WritingState::Waiting:
        break;
    case WritingState::Sending:
        name = u"cloud-upload"_s;
        break;
    case WritingState::Sent:
        name = m_writing.held ? u"clock"_s : u"circle-check"_s;
        colour = m_writing.held ? u"muted"_s : u"good"_s;
        break;
    case WritingState::NeedsYou:
        name = u"triangle-alert"_s;
        colour = u"bad"_s;
        break;
    }
    m_icon->setPixmap(icon(name, m_theme.colour(colour)).pixmap(18, 18));
}

} // namespace studio::ui
