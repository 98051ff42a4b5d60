#include "ui/widgets/card.h"

#include "ui/common/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

Card::Card(const QString &title, const QString &iconName, QWidget *parent)
    : QFrame(parent)
    , m_iconName(iconName)
    , m_content(new QVBoxLayout)
{
    setProperty("card", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 18);
    layout->setSpacing(12);
    if (!title.isEmpty()) {
        setAccessibleName(title);
        auto *head = new QHBoxLayout;
        head->setSpacing(8);
        if (!iconName.isEmpty()) {
            m_icon = new QLabel(this);
            m_icon->setFixedSize(20, 20);
            head->addWidget(m_icon);
        }
        head->addWidget(makeTitle(title, 11.5, this), 1);
        layout->addLayout(head);
    }
    m_content->setSpacing(8);
    layout->addLayout(m_content);
}

void Card::setTheme(const Theme &theme)
{
    if (m_icon) {
        m_icon->setPixmap(icon(m_iconName, theme.colour(u"text"_s)).pixmap(20, 20));
    }
}

QLabel *makeTitle(const QString &text, double pointSize, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QFont font = label->font();
    font.setPointSizeF(pointSize);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QLabel *makeMuted(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("muted", true);
    label->setWordWrap(true);
    return label;
}

} // namespace studio::ui
