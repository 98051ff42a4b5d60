#include "ui/exercises/parsons_answer.h"

#include "ui/common/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

QListWidget *makeList(const QString &name, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setAccessibleName(name);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setLayoutDirection(Qt::LeftToRight); // code, also in a right-to-left window
    list->setUniformItemSizes(true);
    return list;
}

} // namespace

ParsonsAnswer::ParsonsAnswer(const Exercise &exercise, QWidget *parent)
    : AnswerView(parent)
    , m_lines(exercise)
    , m_unused(makeList(tr("Lines to use"), this))
    , m_used(makeList(tr("Your program"), this))
{
    m_unused->setObjectName(u"parsonsUnused"_s);
    m_used->setObjectName(u"parsonsUsed"_s);
    m_used->setAccessibleDescription(
        m_lines.givenIndentation()
            ? tr("Alt+Up and Alt+Down move a line, Enter puts it back.")
            : tr("Alt+Up and Alt+Down move a line, Tab and Shift+Tab indent it, Enter puts it back."));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    const auto addColumn = [&](const QString &title, QListWidget *list) {
        auto *column = new QVBoxLayout;
        auto *label = new QLabel(title, this);
        label->setBuddy(list);
        column->addWidget(label);
        column->addWidget(list);
        layout->addLayout(column, 1);
        list->installEventFilter(this);
    };
    addColumn(tr("&Lines to use"), m_unused);
    auto *buttons = new QVBoxLayout;
    buttons->addStretch();
    addButtons(buttons);
    buttons->addStretch();
    layout->addLayout(buttons);
    addColumn(tr("&Your program"), m_used);
    connect(m_unused, &QListWidget::itemDoubleClicked, this,
            [this] { handleKey(m_unused, Qt::Key_Return, Qt::NoModifier); });
    connect(m_used, &QListWidget::itemDoubleClicked, this,
            [this] { handleKey(m_used, Qt::Key_Return, Qt::NoModifier); });
    setFocusProxy(m_unused);
    show(-1, 0);
}

void ParsonsAnswer::addButtons(QVBoxLayout *column)
{
    struct Wanted
    {
        QString icon;
        QString name;
        QListWidget *list;
        int key;
        Qt::KeyboardModifiers modifiers;
    };

    std::vector<Wanted> wanted = {
        {u"arrow-right"_s, tr("Use this line"), m_unused, Qt::Key_Return, Qt::NoModifier},
        {u"arrow-left"_s, tr("Put this line back"), m_used, Qt::Key_Return, Qt::NoModifier},
        {u"arrow-up"_s, tr("Move the line up"), m_used, Qt::Key_Up, Qt::AltModifier},
        {u"arrow-down"_s, tr("Move the line down"), m_used, Qt::Key_Down, Qt::AltModifier},
    };
    if (!m_lines.givenIndentation()) {
        wanted.push_back({u"indent-increase"_s, tr("Indent the line"), m_used, Qt::Key_Tab, Qt::NoModifier});
        wanted.push_back(
            {u"indent-decrease"_s, tr("Indent the line less"), m_used, Qt::Key_Backtab, Qt::ShiftModifier});
    }
    for (const Wanted &each : wanted) {
        auto *button = new QToolButton(this);
        button->setProperty("iconName", each.icon);
        button->setAccessibleName(each.name);
        button->setToolTip(each.name);
        button->setMinimumSize(32, 32);
        connect(button, &QToolButton::clicked, this,
                [this, each] { handleKey(each.list, each.key, each.modifiers); });
        column->addWidget(button);
        m_buttons.append(button);
    }
}

void ParsonsAnswer::setAnswer(const QString &answer, int /*caret*/)
{
    m_lines.setAnswer(answer);
    show(-1, 0);
}

void ParsonsAnswer::setLocked(bool locked)
{
    m_locked = locked;
    for (QWidget *button : m_buttons) {
        button->setEnabled(!locked);
    }
}

void ParsonsAnswer::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (QWidget *each : m_buttons) {
        auto *button = static_cast<QToolButton *>(each);
        button->setIcon(icon(button->property("iconName").toString(), theme.colour(u"text"_s)));
    }
    setZoom(m_zoom);
}

void ParsonsAnswer::setZoom(int percent)
{
    m_zoom = percent;
    if (m_theme.colours.isEmpty()) {
        return;
    }
    QFont font = m_theme.codeTheme().font;
    font.setPointSizeF(font.pointSizeF() * percent / 100);
    m_unused->setFont(font);
    m_used->setFont(font);
}

void ParsonsAnswer::giveFocus()
{
    (m_unused->count() > 0 ? m_unused : m_used)->setFocus(Qt::OtherFocusReason);
}

bool ParsonsAnswer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && (watched == m_unused || watched == m_used)) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (handleKey(static_cast<QListWidget *>(watched), press->key(), press->modifiers())) {
            return true;
        }
    }
    return AnswerView::eventFilter(watched, event);
}

void ParsonsAnswer::show(int usedRow, int unusedRow)
{
    const auto fill = [](QListWidget *list, const std::vector<ParsonsLines::Line> &lines, int row) {
        list->clear();
        for (const ParsonsLines::Line &line : lines) {
            auto *item = new QListWidgetItem(QString(line.level * 4, u' ') % line.text, list);
            item->setData(Qt::AccessibleTextRole,
                          line.level > 0 ? ParsonsAnswer::tr("%1, indented %2").arg(line.text).arg(line.level)
                                         : line.text);
        }
        list->setCurrentRow(qMin(row, list->count() - 1));
    };
    fill(m_used, m_lines.used(), usedRow);
    fill(m_unused, m_lines.unused(), unusedRow);
}

void ParsonsAnswer::act(const std::function<void()> &change, int usedRow, int unusedRow)
{
    change();
    show(usedRow, unusedRow);
    Q_EMIT changed();
}

bool ParsonsAnswer::handleKey(QListWidget *list, int key, Qt::KeyboardModifiers modifiers)
{
    const int row = list->currentRow();
    if (row < 0 || m_locked) {
        return false;
    }
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
    if (enter && modifiers == Qt::NoModifier) {
        if (list == m_unused) {
            const int at = static_cast<int>(m_lines.used().size());
            act([&] { m_lines.use(row, at); }, at, row);
        } else {
            act([&] { m_lines.putBack(row); }, row, static_cast<int>(m_lines.unused().size()));
        }
        return true;
    }
    if (list != m_used) {
        return false;
    }
    if (modifiers == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        const int by = key == Qt::Key_Up ? -1 : 1;
        const int target = qBound(0, row + by, list->count() - 1);
        act([&] { m_lines.move(row, by); }, target, m_unused->currentRow());
        return true;
    }
    const bool indents = key == Qt::Key_Tab || key == Qt::Key_Backtab;
    if (indents && !(modifiers & Qt::ControlModifier) && !m_lines.givenIndentation()) {
        act([&] { m_lines.indent(row, key == Qt::Key_Tab ? 1 : -1); }, row, m_unused->currentRow());
        return true;
    }
    return false;
}

} // namespace studio::ui
