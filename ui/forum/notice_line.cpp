#include "ui/forum/notice_line.h"

#include "ui/common/icons.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace studio::ui {

using namespace Qt::StringLiterals;

NoticeLine::NoticeLine(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"noticeLine"_s);
    m_text->setObjectName(u"noticeText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_button->setObjectName(u"noticeAction"_s);
    m_close->setObjectName(u"noticeClose"_s);
    m_close->setAccessibleName(tr("Close this line"));
    m_close->setToolTip(m_close->accessibleName());
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_close->setMinimumSize(28, 28);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto action = std::exchange(m_action, {})) {
            action();
        }
    });
    hide();
}

void NoticeLine::say(const QString &sentence, const QString &actionText, const std::function<void()> &action)
{
    m_action = action;
    m_text->setText(sentence);
    m_text->setAccessibleName(sentence);
    m_button->setText(actionText);
    m_button->setVisible(static_cast<bool>(action));
    show();
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeLine::setTheme(const Theme &theme)
{
    m_close->setIcon(icon(u"x"_s, theme.colour(u"text"_s)));
}

} // namespace studio::ui
