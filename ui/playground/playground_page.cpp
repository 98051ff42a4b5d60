#include "ui/playground/playground_page.h"

#include "editor/widget/code_editor.h"
#include "services/playground_service.h"
#include "services/project_service.h"
#include "services/settings_service.h"
#include "text/verdict_text.h"
#include "ui/common/icons.h"
#include "ui/packages/packages_dialog.h"
#include "ui/playground/file_list.h"
#include "ui/playground/file_tabs.h"
#include "ui/playground/file_words.h"
#include "ui/playground/program_list.h"
#include "ui/playground/run_results.h"
#include "ui/widgets/work_tool_bar.h"

#include <QAction>
#include <QFileInfo>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

struct CodePlace
{
    QString path; ///< Relative to the project.
    int line = 0;
};

/// The project's line that is nearest to the error: of the file that ran, or of one that it imported.
CodePlace placeOf(const RunError &error, const QString &ran, const QString &folder)
{
    CodePlace place{ran, error.line};
    for (const TraceFrame &frame : error.frames) {
        if (frame.own) {
            place = {ran, frame.line};
        } else if (frame.file.startsWith(folder % u'/')) {
            place = {frame.file.mid(folder.size() + 1), frame.line};
        }
    }
    return place;
}

} // namespace

PlaygroundPage::PlaygroundPage(const Services &services, const Place &place, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_wanted(place.itemId)
    , m_list(new ProgramList(services.projects, this))
    , m_files(new FileList(this))
    , m_editors(new FileTabs(services.settings, this))
    , m_results(new RunResults(this))
    , m_columns(new QSplitter(this))
    , m_runs(new QLabel(this))
{
    makeActions();
    layOut();
    connectParts();
    m_list->open(m_wanted);
}

PlaygroundPage::~PlaygroundPage()
{
    m_files->setProject(nullptr);
    m_editors->setProject(nullptr);
}

void PlaygroundPage::layOut()
{
    auto *left = new QSplitter(Qt::Vertical, this);
    left->setChildrenCollapsible(false);
    left->addWidget(m_list);
    left->addWidget(m_files);
    left->setSizes({240, 400});
    auto *work = new QWidget(this);
    auto *column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeToolBar());
    auto *rows = new QSplitter(Qt::Vertical, work);
    rows->setChildrenCollapsible(false);
    rows->addWidget(m_editors);
    rows->addWidget(m_results);
    rows->setSizes({600, 320});
    rows->setStretchFactor(0, 2);
    rows->setStretchFactor(1, 1);
    column->addWidget(rows, 1);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(left);
    m_columns->addWidget(work);
    m_columns->setSizes({240, 1000});
    m_columns->setStretchFactor(1, 1);
    m_columns->restoreState(m_services.settings.value(services::Setting::SplitterPlayground).toByteArray());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
}

void PlaygroundPage::connectParts()
{
    connect(m_columns, &QSplitter::splitterMoved, this, [this] {
        m_services.settings.set(services::Setting::SplitterPlayground, m_columns->saveState());
    });
    connect(m_editors, &FileTabs::currentChanged, this, &PlaygroundPage::fileChanged);
    connect(m_editors, &FileTabs::readyChanged, this, &PlaygroundPage::fileChanged);
    connect(m_editors, &FileTabs::caretMoved, this, &Page::statusChanged);
    connect(m_editors, &FileTabs::zoomRequested, this, &Page::zoomRequested);
    connect(m_editors, &FileTabs::saveStateChanged, this, &Page::saveStateChanged);
    connect(m_editors, &FileTabs::failed, this, [this](const QString &path, const Error &error) {
        m_files->say(describeFileError(error, path.section(u'/', -1)));
    });
    connect(m_files, &FileList::openRequested, m_editors, &FileTabs::open);
    connect(m_files, &FileList::runRequested, this, &PlaygroundPage::run);
    connect(m_results, &RunResults::lineActivated, this, &PlaygroundPage::goToRanLine);
    connect(m_results, &RunResults::inputEntered, this, [this](const QString &line) {
        if (m_running) {
            m_running->sendInput(line);
        }
    });
    connect(m_results, &RunResults::inputEnded, this, [this] {
        if (m_running) {
            m_running->endInput();
        }
    });
    connect(m_results, &RunResults::restoreRequested, this, [this](const QString &text) {
        if (services::FileSession *session = m_editors->session()) {
            session->journal().keepVersion(VersionReason::Restored);
            m_editors->editor()->replaceText(text);
            m_editors->editor()->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(m_list, &ProgramList::chosen, this, &PlaygroundPage::show);
    connect(m_list, &ProgramList::failed, this,
            [this](const Error &error) { m_files->say(text::describe(error)); });
    connect(m_list, &ProgramList::renamed, this, [this](const QString &id, const QString &title) {
        if (m_project && m_project->project().id == id) {
            m_project->setTitle(title);
            Q_EMIT crumbsChanged();
        }
    });
    connect(m_list, &ProgramList::removing, this, [this](const QString &id) {
        if (m_project && m_project->project().id == id) {
            letGo();
            m_wanted.clear();
        }
    });
}

QList<Crumb> PlaygroundPage::crumbs() const
{
    QList<Crumb> path = {{tr("Playground"), {}}};
    if (m_project) {
        path.append({m_project->project().title, {}});
    }
    return path;
}

Place PlaygroundPage::place() const
{
    return {u"playground"_s, {}, m_project ? m_project->project().id : m_wanted};
}

QList<QAction *> PlaygroundPage::pageActions() const
{
    return {m_packages, m_openFolder, m_new};
}

QList<QAction *> PlaygroundPage::allActions() const
{
    return QList<QAction *>{m_new, m_openFolder, m_packages, m_run, m_runFile, m_stop}
    + m_files->fileActions();
}

QString PlaygroundPage::statusText() const
{
    if (!m_editors->editor()) {
        return {};
    }
    const editor::CodePosition position = m_editors->editor()->caret();
    return tr("Ln %1, Col %2").arg(position.line).arg(position.column);
}

void PlaygroundPage::enter()
{
    if (m_editors->editor()) {
        m_editors->editor()->setFocus(Qt::OtherFocusReason);
    }
}

void PlaygroundPage::leave()
{
    if (m_project) {
        m_project->saveNow();
    }
}

void PlaygroundPage::setTheme(const Theme &theme)
{
    m_editors->setTheme(theme);
    m_results->setTheme(theme);
    m_list->setTheme(theme);
    m_files->setTheme(theme);
    const QColor text = theme.colour(u"text"_s);
    m_new->setIcon(icon(u"plus"_s, text));
    m_openFolder->setIcon(icon(u"folder-open"_s, text));
    m_packages->setIcon(icon(u"package"_s, text));
    m_stop->setIcon(icon(u"square"_s, text));
    m_run->setIcon(icon(u"play"_s, theme.colour(u"on-accent"_s)));
    Q_EMIT themeChanged(theme);
}

void PlaygroundPage::setZoom(int percent)
{
    m_editors->setZoom(percent);
    m_results->setZoom(percent);
    Q_EMIT zoomChanged(percent);
}

void PlaygroundPage::openCode(const QString &title, const QString &code)
{
    m_list->create(title, code);
}

void PlaygroundPage::addResultPanel(QWidget *panel, const QString &title)
{
    m_results->addPanel(panel, title);
}

void PlaygroundPage::showResultPanel(QWidget *panel)
{
    m_results->setCurrentWidget(panel);
}

void PlaygroundPage::goToRanLine(int line)
{
    if (m_project && m_project->file(m_ran)) {
        m_editors->goTo(m_ran, line);
    }
}

QAction *PlaygroundPage::makeAction(const QString &text, const QString &name, const QKeySequence &key,
                                    void (PlaygroundPage::*slot)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void PlaygroundPage::showBeside(QWidget *panel, const QString &title)
{
    constexpr int kRoomy = 1'000;
    const bool placed = panel->parentWidget() != this;
    if (!placed && width() >= kRoomy) {
        QList<int> sizes = m_columns->sizes();
        const int work = sizes.takeLast();
        m_columns->addWidget(panel);
        m_columns->setSizes(sizes << work * 55 / 100 << work * 45 / 100);
    } else if (!placed) {
        addResultPanel(panel, title);
    }
    if (m_columns->indexOf(panel) >= 0) {
        panel->show();
    } else {
        showResultPanel(panel);
    }
}

void PlaygroundPage::makeActions()
{
    m_new = makeAction(tr("New project"), u"newProgramAction"_s, QKeySequence::New, &PlaygroundPage::create);
    m_openFolder = makeAction(tr("Open folder…"), u"openFolderAction"_s, QKeySequence::Open,
                              &PlaygroundPage::openFolder);
    m_packages = makeAction(tr("Packages…"), u"packagesAction"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_K,
                            &PlaygroundPage::showPackages);
    m_run = makeAction(tr("Run"), u"runAction"_s, Qt::Key_F5, &PlaygroundPage::runMain);
    m_runFile = makeAction(tr("Run the file in front"), u"runFileAction"_s, Qt::CTRL | Qt::Key_F5,
                           &PlaygroundPage::runFront);
    m_stop = makeAction(tr("Stop"), u"stopAction"_s, Qt::SHIFT | Qt::Key_F5, &PlaygroundPage::stop);
    updateActions();
}

QWidget *PlaygroundPage::makeToolBar()
{
    auto *bar = new WorkToolBar(this);
    m_runs->setProperty("muted", true);
    m_runs->setTextFormat(Qt::PlainText);
    bar->addAtStart(m_runs);
    bar->addButton(m_stop);
    bar->addButton(m_run, true);
    return bar;
}

void PlaygroundPage::show(const Project &project)
{
    if (m_project && m_project->project().id == project.id) {
        return;
    }
    letGo();
    m_wanted = project.id;
    m_project = m_services.projects.open(project);
    m_list->setCurrent(project.id);
    connect(m_project.get(), &services::ProjectSession::opened, this, [this] {
        m_files->setProject(m_project.get());
        m_editors->setProject(m_project.get());
        m_results->showNothingYet();
        Q_EMIT crumbsChanged();
        Q_EMIT statusChanged();
    });
    connect(m_project.get(), &services::ProjectSession::filesChanged, this, &PlaygroundPage::updateActions);
    connect(m_project.get(), &services::ProjectSession::saveFailed, this,
            [this](const Error &error) { Q_EMIT saveStateChanged(SaveState::NotSaved, error); });
    m_project->open();
    updateActions();
}

void PlaygroundPage::fileChanged()
{
    services::FileSession *session = m_editors->session();
    m_results->setHistory(session ? &session->journal() : nullptr);
    m_files->setCurrent(m_editors->current());
    updateActions();
    Q_EMIT statusChanged();
}

void PlaygroundPage::create()
{
    m_list->create(tr("untitled.py"));
}

void PlaygroundPage::openFolder()
{
    m_list->openFolder();
}

void PlaygroundPage::letGo()
{
    stopForAnother();
    m_files->setProject(nullptr);
    m_editors->setProject(nullptr);
    m_results->setHistory(nullptr);
    m_project.reset(); // saves what is pending
    updateActions();
}

void PlaygroundPage::runMain()
{
    if (m_project) {
        run(m_project->project().mainFile);
    }
}

void PlaygroundPage::runFront()
{
    run(m_editors->current());
}

void PlaygroundPage::run(const QString &path)
{
    if (!m_project || m_running || m_starting || path.isEmpty()) {
        return;
    }
    m_editors->clearMarks();
    m_starting = true;
    m_project->prepareRun(path, [this, path](const Result<RunRequest> &prepared) {
        m_starting = false;
        if (!prepared) {
            m_results->say(describeFileError(prepared.error(), path));
            return updateActions();
        }
        RunRequest request = *prepared;
        request.importPaths = m_services.projects.importPaths(m_project->project());
        m_ran = path;
        m_running = m_services.playground.run(request);
        m_results->begin(*m_running, path);
        connect(m_running.get(), &Run::finished, this, &PlaygroundPage::ended);
        Q_EMIT runStarted(m_running.get());
        updateActions();
    });
}

void PlaygroundPage::stop()
{
    if (m_running) {
        m_running->stop();
    }
}

void PlaygroundPage::ended(const RunResult &result)
{
    m_results->end(result);
    if (result.error) {
        const CodePlace place
            = placeOf(*result.error, m_ran, QFileInfo(m_project->project().folder).canonicalFilePath());
        if (place.path != m_ran && m_project->file(place.path)) {
            m_editors->open(place.path); // an imported file: shown where it went wrong
            m_editors->scrollTo(place.path, place.line);
        }
        if (place.line > 0) {
            m_editors->setMark(place.path, place.line,
                               u"%1: %2"_s.arg(result.error->type, result.error->message));
        }
    }
    m_running.release()->deleteLater(); // this is its own signal
    Q_EMIT runEnded(result);
    updateActions();
}

/// A program that still runs belongs to the project before.
void PlaygroundPage::stopForAnother()
{
    m_starting = false;
    if (m_running) {
        m_running.reset();
        RunResult result;
        result.state = RunState::Stopped;
        Q_EMIT runEnded(result);
    }
}

void PlaygroundPage::showPackages()
{
    if (m_project) {
        auto *dialog = new PackagesDialog(m_services, m_project->project(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

void PlaygroundPage::updateActions()
{
    const QString main = m_project ? m_project->project().mainFile : QString();
    const bool there = m_project && m_project->file(main);
    const bool idle = !m_running && !m_starting;
    const bool loading = m_editors->session() && !m_editors->isReady();
    m_run->setEnabled(there && idle && !loading);
    m_run->setToolTip(tr("Run %1 (F5)").arg(main));
    m_runFile->setEnabled(idle && m_editors->isReady() && m_editors->current().endsWith(".py"_L1));
    m_stop->setEnabled(m_running != nullptr);
    m_packages->setEnabled(m_project != nullptr);
    m_runs->setText(!m_project  ? QString()
                        : there ? tr("Run runs %1").arg(main)
                                : tr("No main file: choose one in the list"));
}

} // namespace studio::ui
