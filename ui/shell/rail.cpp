#include "ui/shell/rail.h"

#include "ui/common/icons.h"

#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

QString initials(const QString &name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        return u"☺"_s;
    }
    return words.size() == 1 ? words.first().left(1).toUpper()
                             : QString(words.first().left(1) % words.last().left(1)).toUpper();
}

} // namespace

Rail::Rail(const std::vector<Entry> &entries, QMenu *menu, QWidget *parent)
    : QFrame(parent)
    , m_avatar(new QToolButton(this))
{
    setObjectName(u"rail"_s);
    setAccessibleName(tr("Places"));
    setFixedWidth(84);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 12, 8, 12);
    layout->setSpacing(4);
    m_avatar->setObjectName(u"avatar"_s);
    m_avatar->setFixedSize(36, 36);
    m_avatar->setMenu(menu);
    m_avatar->setPopupMode(QToolButton::InstantPopup);
    m_avatar->setFocusPolicy(Qt::StrongFocus);
    layout->addWidget(m_avatar, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    const auto add = [this, layout](const Entry &entry) {
        auto *button = new QToolButton(this);
        button->setObjectName(u"rail-"_s % entry.page);
        button->setText(entry.title);
        button->setAccessibleName(entry.title);
        button->setToolTip(u"%1 (%2)"_s.arg(entry.title, entry.key.toString(QKeySequence::NativeText)));
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setIconSize({22, 22});
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setFixedSize(68, 56);
        connect(button, &QToolButton::clicked, this, [this, page = entry.page] {
            Q_EMIT chosen({page, {}, {}});
        });
        layout->addWidget(button, 0, Qt::AlignHCenter);
        auto *count = new QLabel(button);
        count->setObjectName(u"railCount"_s);
        count->setAlignment(Qt::AlignCenter);
        count->setAttribute(Qt::WA_TransparentForMouseEvents);
        count->hide();
        m_buttons.push_back({entry, button, count});
    };
    for (const Entry &entry : entries) {
        if (!entry.atBottom) {
            add(entry);
        }
    }
    layout->addStretch();
    for (const Entry &entry : entries) {
        if (entry.atBottom) {
            add(entry);
        }
    }
    setProfile({});
}

void Rail::setCurrent(const QString &page)
{
    const bool inCourses = page == "course"_L1 || page == "lesson"_L1 || page == "exercise"_L1;
    const QString shown = inCourses ? u"courses"_s : page;
    for (const Button &each : m_buttons) {
        const bool current = each.entry.page == shown;
        each.button->setChecked(current);
        if (!m_theme.colours.isEmpty()) {
            each.button->setIcon(icon(each.entry.icon, m_theme.colour(current ? u"accent"_s : u"muted"_s)));
        }
    }
}

void Rail::setCount(const QString &page, int count, const QString &spoken)
{
    constexpr int kMostShown = 99;
    for (const Button &each : m_buttons) {
        if (each.entry.page != page) {
            continue;
        }
        each.count->setVisible(count > 0);
        each.count->setText(count > kMostShown ? u"%1+"_s.arg(kMostShown) : locale().toString(count));
        each.count->adjustSize();
        const int x = each.button->width() / 2 + 4;
        each.count->move(
            layoutDirection() == Qt::RightToLeft ? each.button->width() - x - each.count->width() : x, 4);
        each.button->setAccessibleName(count > 0 ? spoken : each.entry.title);
    }
}

void Rail::setProfile(const QString &name)
{
    m_avatar->setText(initials(name));
    m_avatar->setAccessibleName(name.isEmpty() ? tr("Menu") : tr("Menu of %1").arg(name));
    m_avatar->setToolTip(name.isEmpty() ? tr("Menu") : name);
}

void Rail::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (const Button &each : m_buttons) {
        each.button->setIcon(
            icon(each.entry.icon, theme.colour(each.button->isChecked() ? u"accent"_s : u"muted"_s)));
    }
}

} // namespace studio::ui
