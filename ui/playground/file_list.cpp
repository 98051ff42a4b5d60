#include "ui/playground/file_list.h"

#include "domain/when_done.h"
#include "services/project_session.h"
#include "ui/common/icons.h"
#include "ui/playground/file_words.h"

#include <QAction>
#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <chrono>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPath = Qt::UserRole;
constexpr std::chrono::milliseconds kAfterNaming{200};

QString nameOf(const QString &path)
{
    return path.section(u'/', -1);
}

QStringList localFiles(const QMimeData *mime)
{
    QStringList files;
    const QList<QUrl> urls = mime->urls();
    for (const QUrl &each : urls) {
        if (each.isLocalFile()) {
            files.append(each.toLocalFile());
        }
    }
    return files;
}

} // namespace

FileList::FileList(QWidget *parent)
    : QWidget(parent)
    , m_tree(new QTreeWidget(this))
    , m_notice(new QLabel(this))
    , m_undo(new QPushButton(tr("&Undo"), this))
{
    makeActions();
    m_tree->setObjectName(u"fileList"_s);
    m_tree->setAccessibleName(tr("Files of the project"));
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(14);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->setLayoutDirection(layoutDirection());
    m_tree->viewport()->setAcceptDrops(true);
    m_tree->viewport()->installEventFilter(this);
    m_tree->addActions(m_all);
    m_notice->setWordWrap(true);
    m_notice->setObjectName(u"fileNotice"_s);
    m_notice->hide();
    m_undo->setObjectName(u"undoRemoveFile"_s);
    m_undo->hide();
    auto *below = new QHBoxLayout;
    below->addWidget(m_notice, 1);
    below->addWidget(m_undo);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 12);
    layout->addLayout(makeHead());
    layout->addWidget(m_tree, 1);
    layout->addLayout(below);
    setFocusProxy(m_tree);

    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        if (!isFolder(item->data(0, kPath).toString())) {
            Q_EMIT openRequested(item->data(0, kPath).toString());
        }
    });
    connect(m_tree, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) {
        if (!isFolder(item->data(0, kPath).toString())) {
            Q_EMIT openRequested(item->data(0, kPath).toString());
        }
    });
    connect(m_tree, &QTreeWidget::itemChanged, this, &FileList::nameEdited);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &FileList::updateActions);
    connect(m_undo, &QPushButton::clicked, this, &FileList::undo);
    updateActions();
}

QAction *FileList::addAction(const QString &text, const QString &name, void (FileList::*slot)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcutContext(Qt::WidgetShortcut); // of the tree, which has them all
    connect(action, &QAction::triggered, this, slot);
    m_all.append(action);
    return action;
}

void FileList::makeActions()
{
    m_newFile = addAction(tr("New file"), u"newFileAction"_s, &FileList::newFile);
    m_newFolder = addAction(tr("New folder"), u"newFolderAction"_s, &FileList::newFolder);
    m_import = addAction(tr("Add files from this computer…"), u"importFilesAction"_s, &FileList::import);
    m_run = addAction(tr("Run this file"), u"runListedFileAction"_s, &FileList::runCurrent);
    m_main = addAction(tr("Make it the main file"), u"makeMainAction"_s, &FileList::makeMain);
    m_rename = addAction(tr("Rename file"), u"renameFileAction"_s, &FileList::renameCurrent);
    m_rename->setShortcut(Qt::Key_F2);
    m_duplicate = addAction(tr("Copy file"), u"duplicateFileAction"_s, &FileList::duplicate);
    m_duplicate->setShortcut(Qt::CTRL | Qt::Key_D);
    m_remove = addAction(tr("Remove file"), u"removeFileAction"_s, &FileList::removeCurrent);
    m_remove->setShortcut(Qt::Key_Delete);
}

QLayout *FileList::makeHead()
{
    auto *title = new QLabel(tr("&Files"), this);
    title->setObjectName(u"sectionTitle"_s);
    title->setBuddy(m_tree);
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    for (QAction *action : {m_newFile, m_newFolder, m_import}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setMinimumSize(28, 28);
        button->setAutoRaise(true);
        button->setAccessibleName(action->text());
        head->addWidget(button);
    }
    m_more = new QToolButton(this);
    m_more->setMinimumSize(28, 28);
    m_more->setAutoRaise(true);
    m_more->setAccessibleName(tr("What can be done with this file"));
    m_more->setToolTip(m_more->accessibleName());
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    menu->addActions({m_run, m_main, m_rename, m_duplicate, m_remove});
    m_more->setMenu(menu);
    head->addWidget(m_more);
    return head;
}

void FileList::setProject(services::ProjectSession *project)
{
    m_project = project;
    m_current.clear();
    m_notice->hide();
    m_undo->hide();
    fill();
    if (m_project) {
        connect(m_project, &services::ProjectSession::filesChanged, this, &FileList::fill);
    }
}

void FileList::setCurrent(const QString &path)
{
    m_current = path;
    for (QTreeWidgetItemIterator each(m_tree); *each; ++each) {
        if ((*each)->data(0, kPath).toString() == path) {
            m_tree->setCurrentItem(*each);
        }
    }
}

void FileList::setTheme(const Theme &theme)
{
    m_theme = theme;
    const QColor muted = theme.colour(u"muted"_s);
    m_newFile->setIcon(icon(u"file-plus"_s, muted));
    m_newFolder->setIcon(icon(u"folder-plus"_s, muted));
    m_import->setIcon(icon(u"file-input"_s, muted));
    m_more->setIcon(icon(u"ellipsis"_s, muted));
    fill();
}

void FileList::say(const QString &text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
    m_undo->hide();
}

QIcon FileList::iconFor(const QString &path) const
{
    if (m_theme.colours.isEmpty()) {
        return {};
    }
    const ProjectFile *file = m_project->file(path);
    const QColor muted = m_theme.colour(u"muted"_s);
    if (path == m_project->project().mainFile) {
        return icon(u"play"_s, m_theme.colour(u"accent"_s));
    }
    switch (file->kind) {
    case ProjectFile::Kind::Folder:
        return icon(u"folder"_s, muted);
    case ProjectFile::Kind::Python:
        return icon(u"file-code"_s, muted);
    case ProjectFile::Kind::Text:
        return icon(u"file-text"_s, muted);
    case ProjectFile::Kind::Data:
        return icon(u"database"_s, muted);
    }
    Q_UNREACHABLE();
}

void FileList::fill()
{
    const auto *naming = m_tree->findChild<QLineEdit *>();
    if (naming && naming->hasFocus()) {
        // The list may change meanwhile, but not under the hands of a person who writes a name.
        QTimer::singleShot(kAfterNaming, this, &FileList::fill);
        return;
    }
    m_filling = true;
    const QString chosen = currentPath().isEmpty() ? m_current : currentPath();
    m_tree->clear();
    QHash<QString, QTreeWidgetItem *> folders;
    QTreeWidgetItem *edited = nullptr;
    const std::vector<ProjectFile> none;
    for (const ProjectFile &each : m_project ? m_project->files() : none) {
        const qsizetype slash = each.path.lastIndexOf(u'/');
        QTreeWidgetItem *above = folders.value(each.path.left(std::max<qsizetype>(0, slash)));
        auto *item = above ? new QTreeWidgetItem(above) : new QTreeWidgetItem(m_tree);
        const bool isMain = each.path == m_project->project().mainFile;
        item->setText(0, nameOf(each.path));
        item->setData(0, kPath, each.path);
        item->setIcon(0, iconFor(each.path));
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        const QString kind = isMain ? tr("main file, Run runs it")
            : each.kind == ProjectFile::Kind::Data
            ? tr("data file, %1").arg(locale().formattedDataSize(each.size))
            : QString();
        item->setToolTip(0, kind.isEmpty() ? each.path : u"%1 (%2)"_s.arg(each.path, kind));
        item->setData(0, Qt::AccessibleTextRole,
                      kind.isEmpty() ? nameOf(each.path) : u"%1, %2"_s.arg(nameOf(each.path), kind));
        if (isMain) {
            QFont bold = m_tree->font();
            bold.setBold(true);
            item->setFont(0, bold);
        }
        if (each.kind == ProjectFile::Kind::Folder) {
            folders.insert(each.path, item);
            item->setExpanded(true);
        }
        if (each.path == chosen) {
            m_tree->setCurrentItem(item);
        }
        if (each.path == m_toEdit) {
            edited = item;
        }
    }
    m_filling = false;
    updateActions();
    if (edited) {
        m_toEdit.clear();
        m_tree->setCurrentItem(edited);
        m_tree->editItem(edited);
    }
}

QString FileList::currentPath() const
{
    return m_tree->currentItem() ? m_tree->currentItem()->data(0, kPath).toString() : QString();
}

bool FileList::isFolder(const QString &path) const
{
    const ProjectFile *file = m_project ? m_project->file(path) : nullptr;
    return file && file->kind == ProjectFile::Kind::Folder;
}

QString FileList::folderOfCurrent() const
{
    const QString path = currentPath();
    if (isFolder(path)) {
        return path % u'/';
    }
    const qsizetype slash = path.lastIndexOf(u'/');
    return path.left(slash + 1);
}

void FileList::updateActions()
{
    const QString path = currentPath();
    const ProjectFile *file = m_project ? m_project->file(path) : nullptr;
    const bool python = file && file->kind == ProjectFile::Kind::Python;
    for (QAction *action : {m_newFile, m_newFolder, m_import}) {
        action->setEnabled(m_project != nullptr);
    }
    for (QAction *action : {m_rename, m_duplicate, m_remove}) {
        action->setEnabled(file != nullptr);
    }
    m_run->setEnabled(python);
    m_main->setEnabled(python && path != m_project->project().mainFile);
}

void FileList::newFile()
{
    const QString path = freeName(QString(folderOfCurrent() % tr("new.py")),
                                  [this](const QString &name) { return m_project->file(name) != nullptr; });
    m_toEdit = path;
    whenDone(m_project->makeFile(path), this, [this, path](const Result<> &done) {
        if (!done) {
            m_toEdit.clear();
            say(describeFileError(done.error(), path));
        }
    });
}

void FileList::newFolder()
{
    const QString path = freeName(QString(folderOfCurrent() % tr("folder")),
                                  [this](const QString &name) { return m_project->file(name) != nullptr; });
    m_toEdit = path;
    whenDone(m_project->makeFolder(path), this, [this, path](const Result<> &done) {
        if (!done) {
            m_toEdit.clear();
            say(describeFileError(done.error(), path));
        }
    });
}

void FileList::import()
{
    auto *dialog = new QFileDialog(this, tr("Add files to the project"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &FileList::importFiles);
    dialog->open();
}

void FileList::importFiles(const QStringList &files)
{
    if (!m_project || files.isEmpty()) {
        return;
    }
    QString into = folderOfCurrent();
    into.chop(1);
    whenDone(m_project->import(files, into), this, [this](const Result<QStringList> &done) {
        if (done) {
            say(tr("Added %n file(s).", nullptr, static_cast<int>(done->size())));
        } else if (done.error().code == ErrorCode::InvalidData) {
            say(tr("Only files of up to 1 GB can be added, and no folders."));
        } else {
            say(describeFileError(done.error(), {}));
        }
    });
}

void FileList::renameCurrent()
{
    if (QTreeWidgetItem *item = m_tree->currentItem()) {
        m_tree->editItem(item);
    }
}

void FileList::nameEdited(QTreeWidgetItem *item)
{
    if (m_filling || !m_project) {
        return;
    }
    const QString from = item->data(0, kPath).toString();
    const QString name = item->text(0);
    if (name == nameOf(from)) {
        return;
    }
    const auto putBack = [this] { QMetaObject::invokeMethod(this, &FileList::fill, Qt::QueuedConnection); };
    if (const auto problem = problemOfName(name)) {
        say(describe(*problem, name));
        return putBack(); // the item is still in the hands of its editor
    }
    const QString to = from.left(from.lastIndexOf(u'/') + 1) % name;
    say({});
    whenDone(m_project->rename(from, to), this, [this, putBack, name, to](const Result<> &done) {
        if (!done) {
            say(describeFileError(done.error(), name));
            return putBack();
        }
        setCurrent(to);
        if (!isFolder(to)) {
            Q_EMIT openRequested(to);
        }
    });
}

void FileList::duplicate()
{
    whenDone(m_project->duplicate(currentPath()), this, [this](const Result<QString> &done) {
        if (!done) {
            return say(describeFileError(done.error(), {}));
        }
        m_toEdit = *done;
    });
}

void FileList::removeCurrent()
{
    const QString path = currentPath();
    if (path.isEmpty()) {
        return;
    }
    whenDone(m_project->removeFile(path), this, [this, path](const Result<> &done) {
        if (!done) {
            return say(describeFileError(done.error(), nameOf(path)));
        }
        m_removed = path;
        say(tr("Removed %1.").arg(nameOf(path)));
        m_undo->show();
    });
}

void FileList::undo()
{
    whenDone(m_project->restoreFile(m_removed), this, [this](const Result<> &done) {
        say(done ? QString() : describeFileError(done.error(), nameOf(m_removed)));
        if (done && !isFolder(m_removed)) {
            Q_EMIT openRequested(m_removed);
        }
    });
}

void FileList::makeMain()
{
    m_project->setMainFile(currentPath());
}

void FileList::runCurrent()
{
    Q_EMIT runRequested(currentPath());
}

bool FileList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) {
        auto &drag = static_cast<QDropEvent &>(*event);
        if (m_project && !localFiles(drag.mimeData()).isEmpty()) {
            drag.setDropAction(Qt::CopyAction);
            drag.accept();
            return true;
        }
    }
    if (event->type() == QEvent::Drop) {
        auto &drop = static_cast<QDropEvent &>(*event);
        importFiles(localFiles(drop.mimeData()));
        drop.setDropAction(Qt::CopyAction);
        drop.accept();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace studio::ui
