#include "ui/forum/empty_state.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_button(new QPushButton(this))
{
    m_sentence->setObjectName(u"emptySentence"_s);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setProperty("muted", true);
    m_button->setObjectName(u"emptyAction"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(m_sentence);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action) {
            m_action();
        }
    });
    say({});
}

void EmptyState::say(const QString &sentence, const QString &actionText, const std::function<void()> &action)
{
    m_sentence->setText(sentence);
    m_sentence->setAccessibleName(sentence);
    m_action = action;
    m_button->setText(actionText);
    m_button->setVisible(static_cast<bool>(action));
}

QString EmptyState::sentence() const
{
    return m_sentence->text();
}

} // namespace studio::ui
