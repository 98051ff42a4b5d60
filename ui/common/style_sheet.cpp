#include "ui/common/theme.h"

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

/// The one style sheet of the program; @name stands for a colour of the theme.
const char *const kSheet = R"(
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px 8px; }
QLabel[muted="true"] { color: @muted; }
QLabel#pageTitle, QLabel#cardTitle { color: @text; }
QLabel#sectionTitle { font-weight: 600; }
QFrame[card="true"] { background: @surface; border: 1px solid @line; border-radius: 10px; }
#page, #reading, #taskArea, #verdictView, #verdictView > QWidget > QWidget { background: @surface; }
#page[plain="true"] { background: @window; }

#rail { background: @window; border: none; border-right: 1px solid @line; }
#rail QToolButton { border: none; border-radius: 8px; color: @muted; padding: 6px 2px; font-size: 9pt; }
#rail QToolButton:hover { background: @raised; }
#rail QToolButton:checked { background: @accent-soft; color: @accent; font-weight: 600; }
#rail QToolButton#avatar { background: @accent; color: @on-accent; border-radius: 18px; font-weight: 600; padding: 0; }
#rail QToolButton#avatar::menu-indicator { image: none; }
#rail QToolButton:focus { border: 2px solid @accent; }

#rail QLabel#railCount { background: @accent; color: @on-accent; border-radius: 8px; padding: 1px 5px; font-size: 7.5pt; font-weight: 600; }

#topBar { background: @surface; border-bottom: 1px solid @line; }
#topBar QToolButton { border: 2px solid transparent; border-radius: 6px; padding: 4px 10px; color: @text; background: transparent; }
#topBar QToolButton:hover { background: @raised; }
#topBar QToolButton:checked { background: @accent-soft; }
#topBar QToolButton:disabled { color: @muted; }
#topBar QToolButton#crumb { color: @muted; padding: 4px 4px; }
#topBar QLabel#currentCrumb { font-weight: 600; }

#statusLine { background: @surface; border-top: 1px solid @line; }
#statusLine QLabel { color: @muted; font-size: 9.5pt; }
#statusLine QLabel#saveState[problem="true"] { color: @bad; font-weight: 600; }
#statusLine QPushButton#syncState { background: transparent; color: @muted; border: 2px solid transparent; border-radius: 4px; padding: 0 6px; font-size: 9.5pt; }
#statusLine QPushButton#syncState:hover { background: @raised; }
#statusLine QPushButton#syncState:focus { border: 2px solid @accent; }
#statusLine QPushButton#syncState[problem="true"] { color: @bad; font-weight: 600; }
QLabel[problem="true"] { color: @bad; }
QFrame[notice="true"] { background: @warn-soft; border: none; border-radius: 8px; }
QFrame[notice="true"] QLabel { color: @text; }
QPlainTextEdit#conflictMine, QPlainTextEdit#conflictTheirs, QPlainTextEdit#notesEdit { background: @surface; color: @text; border: 1px solid @line; border-radius: 6px; padding: 4px; }
QPlainTextEdit#conflictMine:focus, QPlainTextEdit#conflictTheirs:focus, QPlainTextEdit#notesEdit:focus { border: 2px solid @accent; }
QLineEdit:read-only { background: @raised; }

#messageBar { background: @warn-soft; border-bottom: 1px solid @line; }
#messageBar QLabel { color: @text; }

#workToolBar { background: @window; border-bottom: 1px solid @line; }
#fileTab { background: @surface; border: 1px solid @line; border-radius: 6px; padding: 6px 12px; font-weight: 600; }

QPushButton, #workToolBar QToolButton { background: @surface; color: @text; border: 1px solid @line; border-radius: 6px; padding: 5px 14px; min-height: 20px; }
QPushButton[link="true"] { background: transparent; color: @accent; border: 2px solid transparent; padding: 2px 6px; text-align: left; }
QPushButton:hover, #workToolBar QToolButton:hover { background: @raised; }
QPushButton:disabled, #workToolBar QToolButton:disabled { color: @muted; border-color: transparent; background: transparent; }
QPushButton[primary="true"], #workToolBar QToolButton[primary="true"] { background: @accent; color: @on-accent; border: 1px solid @accent; font-weight: 600; }
QPushButton[primary="true"]:disabled, #workToolBar QToolButton[primary="true"]:disabled { background: @raised; color: @muted; border-color: @raised; }
QPushButton:focus, QToolButton:focus, #workToolBar QToolButton:focus, #topBar QToolButton:focus { border: 2px solid @accent; }
QPushButton[primary="true"]:focus, #workToolBar QToolButton[primary="true"]:focus { border: 2px solid @text; }

QTabWidget::pane { border: none; border-top: 1px solid @line; background: @surface; }
QTabWidget > QWidget { background: @surface; }
QTabBar { background: @window; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @muted; border: 2px solid transparent; border-radius: 6px; padding: 5px 12px; margin: 4px 2px; }
QTabBar::tab:selected { background: @surface; color: @text; border: 1px solid @line; font-weight: 600; }
QTabBar::tab:focus { border: 2px solid @accent; }

QLineEdit { background: @surface; color: @text; border: 1px solid @line; border-radius: 6px; padding: 4px 8px; min-height: 22px; selection-background-color: @accent; selection-color: @on-accent; }
QLineEdit:focus { border: 2px solid @accent; }
QListWidget, QTreeWidget, QTableWidget { background: @surface; color: @text; border: 1px solid @line; border-radius: 8px; outline: none; }
QListWidget::item, QTreeWidget::item { padding: 6px 8px; border: 1px solid transparent; border-radius: 6px; }
QListWidget::item:hover { background: @raised; }
QListWidget::item:selected { background: @accent-soft; color: @text; border: 1px solid @accent; }
QTreeWidget::item:selected, QTreeWidget::branch:selected { background: @accent-soft; color: @text; border: none; border-radius: 0; }
QListWidget:focus, QTreeWidget:focus, QTableWidget:focus { border: 2px solid @accent; }
QTreeView#variablesView { background: @surface; color: @text; border: none; outline: none; }
QTreeView#variablesView::item { padding: 4px 6px; }
QTreeView#variablesView::item:selected, QTreeView#variablesView::branch:selected { background: @accent-soft; color: @text; }
QTreeView#variablesView:focus { border: 2px solid @accent; }
QListWidget#completionPopup { background: @surface; border: 1px solid @line; border-radius: 6px; padding: 2px; }
QListWidget#completionPopup::item { padding: 2px 8px; border-radius: 4px; }
QFrame#consoleRule { background: @line; border: none; }
QToolButton#consoleStop { background: @surface; color: @text; border: 1px solid @line; border-radius: 6px; padding: 3px 12px; }
QToolButton#consoleStop:disabled { color: @muted; border-color: transparent; background: transparent; }
QHeaderView::section { background: @window; color: @muted; border: none; border-bottom: 1px solid @line; padding: 6px; }

QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid @accent; }
QCheckBox::indicator:unchecked { background: @surface; border: 1px solid @muted; border-radius: 3px; }
QRadioButton::indicator:unchecked { background: @surface; border: 1px solid @muted; border-radius: 6px; }
QProgressBar { background: @raised; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }
QSplitter::handle { background: @window; }
QSplitter::handle:horizontal { border-left: 1px solid @line; }
QSplitter::handle:vertical { border-top: 1px solid @line; }
QSplitter::handle:focus { background: @accent; }
QScrollArea { border: none; background: transparent; }
QTextBrowser { background: transparent; color: @text; border: none; selection-background-color: @accent; selection-color: @on-accent; }
QTextBrowser:focus { border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: @surface; color: @text; border: 1px solid @line; border-radius: 8px; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: @accent-soft; color: @text; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
#palette, #searchBox, #notificationsPopup, #userCard { background: @surface; border: 1px solid @line; border-radius: 10px; }

#forumBar { background: @window; border-bottom: 1px solid @line; }
#topicPanel, #topicView, #blogView, #searchList { background: @surface; }
QListView#topicView, QListView#blogView, QListView#searchList { color: @text; border: none; outline: none; }
QTreeWidget#forumTree { background: @window; border: none; border-radius: 0; outline: none; padding: 8px 0; }
QTreeWidget#forumTree:focus { border: none; }
QToolButton[quiet="true"] { background: transparent; color: @text; border: 2px solid transparent; border-radius: 6px; padding: 3px 6px; }
QToolButton[quiet="true"]:hover { background: @raised; }
QToolButton[quiet="true"]:checked { background: @accent-soft; }
QToolButton[quiet="true"]:disabled { color: @muted; }
QToolButton[quiet="true"]:focus, QToolButton[framed="true"]:focus { border: 2px solid @accent; }
QToolButton[quiet="true"]::menu-indicator { image: none; }
QToolButton[framed="true"] { background: @surface; color: @text; border: 1px solid @line; border-radius: 6px; padding: 3px 10px; }
QToolButton[framed="true"]:hover { background: @raised; }
#composerFrame { background: @surface; border: 1px solid @line; border-radius: 10px; }
QPlainTextEdit#composerText { background: @surface; color: @text; border: 2px solid transparent; border-radius: 6px; }
QPlainTextEdit#composerText:focus { border: 2px solid @accent; }
QPlainTextEdit[field="true"] { background: @surface; color: @text; border: 2px solid @line; border-radius: 6px; }
QPlainTextEdit[field="true"]:focus { border: 2px solid @accent; }
QLabel[warning="true"] { background: @accent-soft; color: @text; border-radius: 6px; padding: 8px 10px; }
QPlainTextEdit#reviewText { background: @surface; color: @text; border: 1px solid @line; border-radius: 6px; }
#noticeLine { background: @warn-soft; border: none; border-bottom: 1px solid @line; }
#noticeLine QLabel { color: @text; }
#waitingView { background: @window; }
)";

} // namespace

QString Theme::styleSheet() const
{
    QString sheet = QString::fromLatin1(kSheet);
    QStringList keys = colours.keys();
    // Longer names first: @accent-soft must not become the colour of @accent and "-soft".
    std::sort(keys.begin(), keys.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &key : std::as_const(keys)) {
        sheet.replace(u'@' % key, colours[key].name());
    }
    return sheet;
}

} // namespace studio::ui
