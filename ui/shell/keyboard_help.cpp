#include "ui/shell/keyboard_help.h"

#include <QAction>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

void addGroup(QTreeWidget *tree, const QString &title, const std::vector<std::pair<QString, QString>> &rows)
{
    if (rows.empty()) {
        return;
    }
    auto *group = new QTreeWidgetItem(tree, {title});
    group->setFirstColumnSpanned(true);
    QFont bold = tree->font();
    bold.setBold(true);
    group->setFont(0, bold);
    for (const auto &[text, keys] : rows) {
        new QTreeWidgetItem(group, {text, keys});
    }
    group->setExpanded(true);
}

std::vector<std::pair<QString, QString>> rowsOf(const QList<QAction *> &actions)
{
    std::vector<std::pair<QString, QString>> rows;
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty()) {
            rows.emplace_back(action->text().remove(u'&'),
                              QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText));
        }
    }
    return rows;
}

} // namespace

KeyboardHelp::KeyboardHelp(const QList<QAction *> &window, const QList<QAction *> &page, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(560, 620);
    auto *tree = new QTreeWidget(this);
    tree->setHeaderLabels({tr("What"), tr("Keys")});
    tree->setAccessibleName(tr("Keys"));
    tree->setRootIsDecorated(false);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    addGroup(tree, tr("On this page"), rowsOf(page));
    addGroup(tree, tr("Everywhere"), rowsOf(window));
    addGroup(tree, tr("Moving about"),
             {{tr("From half to half"), u"F6"_s},
              {tr("One level up"), u"Esc"_s},
              {tr("Next and previous control"), u"Tab, Shift+Tab"_s}});
    addGroup(tree, tr("In the editor"),
             {{tr("Find"), u"Ctrl+F"_s},
              {tr("Find and replace"), u"Ctrl+H"_s},
              {tr("Next and previous hit"), u"F3, Shift+F3"_s},
              {tr("Go to line"), u"Ctrl+G"_s},
              {tr("Comment in or out"), u"Ctrl+/"_s},
              {tr("Move the line"), u"Alt+Up, Alt+Down"_s},
              {tr("Tab leaves the editor, or indents"), u"Ctrl+M"_s}});
    addGroup(tree, tr("In the console of the playground"),
             {{tr("Go there"), u"Ctrl+J"_s},
              {tr("Run, or go on in a new line"), u"Return"_s},
              {tr("New line, and run in any case"), u"Shift+Return, Ctrl+Return"_s},
              {tr("What was run before"), u"Up, Down"_s},
              {tr("Complete"), u"Tab, Ctrl+Space"_s},
              {tr("Stop the statement"), u"Ctrl+C"_s},
              {tr("Clear"), u"Ctrl+L"_s}});
    auto *close = new QPushButton(tr("Close"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tree);
    layout->addWidget(close, 0, Qt::AlignTrailing);
}

} // namespace studio::ui
