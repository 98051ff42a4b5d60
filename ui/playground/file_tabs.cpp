#include "ui/playground/file_tabs.h"

#include "editor/widget/code_editor.h"
#include "ui/playground/file_editor.h"

#include <QLabel>
#include <QShortcut>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>

namespace studio::ui {

using namespace Qt::StringLiterals;
using services::FileSession;

namespace {

std::optional<Page::SaveState> saveStateOf(const FileSession &session)
{
    switch (session.state()) {
    case FileSession::State::Loading:
        return std::nullopt;
    case FileSession::State::Saved:
        return Page::SaveState::Saved;
    case FileSession::State::Saving:
        return Page::SaveState::Saving;
    case FileSession::State::NotSaved:
    case FileSession::State::Conflict:
        return Page::SaveState::NotSaved;
    }
    Q_UNREACHABLE();
}

} // namespace

FileTabs::FileTabs(services::SettingsService &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_tabs(new QTabWidget(this))
{
    auto *empty = new QLabel(tr("No file is open. Choose one in the list, or make a new one."), this);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setProperty("muted", true);
    m_empty = empty;
    m_tabs->setObjectName(u"fileTabs"_s);
    m_tabs->setAccessibleName(tr("Open files"));
    m_tabs->setDocumentMode(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_tabs->setElideMode(Qt::ElideMiddle);
    auto *stack = new QStackedLayout(this);
    stack->addWidget(m_empty);
    stack->addWidget(m_tabs);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this, stack] {
        stack->setCurrentWidget(m_tabs->count() > 0 ? static_cast<QWidget *>(m_tabs) : m_empty);
        if (!m_setting) {
            remember();
            Q_EMIT currentChanged();
        }
    });
    connect(m_tabs->tabBar(), &QTabBar::tabMoved, this, &FileTabs::remember);
    connect(m_tabs, &QTabWidget::tabCloseRequested, this,
            [this](int index) { close(static_cast<FileEditor *>(m_tabs->widget(index))->session().path()); });
    const auto shortcut = [this](const QKeySequence &key, auto slot) {
        auto *made = new QShortcut(key, this);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, slot);
    };
    shortcut(Qt::CTRL | Qt::Key_W, [this] { close(current()); });
    shortcut(Qt::CTRL | Qt::Key_PageDown, [this] {
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % std::max(1, m_tabs->count()));
    });
    shortcut(Qt::CTRL | Qt::Key_PageUp, [this] {
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + m_tabs->count() - 1)
                                % std::max(1, m_tabs->count()));
    });
}

FileTabs::~FileTabs()
{
    m_tabs->disconnect(this);
}

void FileTabs::setProject(services::ProjectSession *project)
{
    m_setting = true;
    while (m_tabs->count() > 0) {
        QWidget *page = m_tabs->widget(0);
        m_tabs->removeTab(0);
        delete page;
    }
    m_project = project;
    if (m_project) {
        connect(m_project, &services::ProjectSession::fileRenamed, this, &FileTabs::updateTitles);
        connect(m_project, &services::ProjectSession::filesChanged, this, [this] {
            // A file that was removed is closed; undo opens it again.
            for (int i = m_tabs->count() - 1; i >= 0; --i) {
                const QString path = static_cast<FileEditor *>(m_tabs->widget(i))->session().path();
                if (m_project && !m_project->file(path)) {
                    close(path);
                }
            }
        });
        const QString wanted = m_project->project().currentFile;
        for (const QString &path : m_project->project().openFiles) {
            if (m_project->file(path)) {
                add(path);
            }
        }
        if (m_tabs->count() == 0 && m_project->file(m_project->project().mainFile)) {
            add(m_project->project().mainFile);
        }
        if (FileEditor *editor = find(wanted)) {
            m_tabs->setCurrentWidget(editor);
        }
    }
    m_setting = false;
    Q_EMIT currentChanged();
    Q_EMIT readyChanged();
}

FileEditor *FileTabs::find(const QString &path) const
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        auto *editor = static_cast<FileEditor *>(m_tabs->widget(i));
        if (editor->session().path() == path) {
            return editor;
        }
    }
    return nullptr;
}

FileEditor *FileTabs::front() const
{
    return static_cast<FileEditor *>(m_tabs->currentWidget());
}

FileEditor *FileTabs::add(const QString &path)
{
    FileSession *session = m_project->openFile(path);
    auto *made = new FileEditor(*session, m_settings, m_tabs);
    if (m_themed) {
        made->setTheme(m_theme);
    }
    made->editor().setZoom(m_zoom);
    connect(made, &FileEditor::shown, this, &FileTabs::readyChanged);
    connect(made, &FileEditor::caretMoved, this, &FileTabs::caretMoved);
    connect(made, &FileEditor::stateChanged, this, [this, made] { tellSaveState(*made); });
    connect(&made->editor(), &editor::CodeEditor::zoomRequested, this, &FileTabs::zoomRequested);
    connect(session, &FileSession::failed, this, [this, made](const Error &error) {
        const QString failedPath = made->session().path();
        Q_EMIT failed(failedPath, error);
        QMetaObject::invokeMethod(
            this, [this, failedPath] { close(failedPath); }, Qt::QueuedConnection);
    });
    m_tabs->addTab(made, QString());
    updateTitles();
    return made;
}

void FileTabs::open(const QString &path)
{
    if (!m_project) {
        return;
    }
    const ProjectFile *file = m_project->file(path);
    if (file && file->kind == ProjectFile::Kind::Data) {
        Q_EMIT failed(path, {ErrorCode::InvalidData, path});
        return;
    }
    FileEditor *editor = find(path);
    m_tabs->setCurrentWidget(editor ? editor : add(path));
    remember();
}

void FileTabs::close(const QString &path)
{
    FileEditor *editor = find(path);
    if (!editor) {
        return;
    }
    const bool focused = editor->isAncestorOf(focusWidget());
    m_tabs->removeTab(m_tabs->indexOf(editor));
    delete editor;
    m_project->closeFile(path);
    remember();
    if (focused && front()) {
        front()->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT readyChanged();
}

QString FileTabs::current() const
{
    return front() ? front()->session().path() : QString();
}

editor::CodeEditor *FileTabs::editor() const
{
    return front() ? &front()->editor() : nullptr;
}

FileSession *FileTabs::session() const
{
    return front() ? &front()->session() : nullptr;
}

bool FileTabs::isReady() const
{
    return front() && front()->session().isOpen();
}

void FileTabs::goTo(const QString &path, int line)
{
    open(path);
    if (FileEditor *editor = find(path)) {
        editor->goTo(line);
        editor->editor().setFocus(Qt::OtherFocusReason);
    }
}

void FileTabs::scrollTo(const QString &path, int line)
{
    if (FileEditor *editor = find(path)) {
        editor->goTo(line);
    }
}

void FileTabs::setMark(const QString &path, int line, const QString &message)
{
    if (FileEditor *editor = find(path)) {
        editor->setMark(line, message);
    }
}

void FileTabs::clearMarks()
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        static_cast<FileEditor *>(m_tabs->widget(i))->editor().clearMarks();
    }
}

void FileTabs::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_themed = true;
    for (int i = 0; i < m_tabs->count(); ++i) {
        static_cast<FileEditor *>(m_tabs->widget(i))->setTheme(theme);
    }
}

void FileTabs::setZoom(int percent)
{
    m_zoom = percent;
    for (int i = 0; i < m_tabs->count(); ++i) {
        static_cast<FileEditor *>(m_tabs->widget(i))->editor().setZoom(percent);
    }
}

/// Of the worst of all: a file in the back that can't be saved is told as well.
void FileTabs::tellSaveState(const FileEditor &editor)
{
    const FileEditor *worst = &editor;
    for (int i = 0; i < m_tabs->count(); ++i) {
        const auto *each = static_cast<FileEditor *>(m_tabs->widget(i));
        if (saveStateOf(each->session()) == Page::SaveState::NotSaved) {
            worst = each;
        }
    }
    if (const auto state = saveStateOf(worst->session())) {
        Q_EMIT saveStateChanged(*state, worst->session().error());
    }
}

void FileTabs::remember()
{
    if (m_setting || !m_project) {
        return;
    }
    QStringList paths;
    for (int i = 0; i < m_tabs->count(); ++i) {
        paths.append(static_cast<FileEditor *>(m_tabs->widget(i))->session().path());
    }
    m_project->setTabs(paths, current());
}

void FileTabs::updateTitles()
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        const QString path = static_cast<FileEditor *>(m_tabs->widget(i))->session().path();
        m_tabs->setTabText(i, path.section(u'/', -1).replace(u'&', u"&&"_s));
        m_tabs->setTabToolTip(i, path);
    }
}

} // namespace studio::ui
