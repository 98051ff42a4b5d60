#include "ui/playground/playground_page.h"

#include "domain/when_done.h"
#include "editor/widget/code_editor.h"
#include "services/document_session.h"
#include "services/playground_service.h"
#include "services/settings_service.h"
#include "text/verdict_text.h"
#include "ui/common/editor_settings.h"
#include "ui/common/icons.h"
#include "ui/common/save_state.h"
#include "ui/exercises/history_view.h"
#include "ui/playground/program_list.h"
#include "ui/widgets/explained_output.h"
#include "ui/widgets/output_pane.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

PlaygroundPage::PlaygroundPage(const Services &services, const Place &place, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_wanted(place.itemId)
    , m_list(new ProgramList(this))
    , m_editor(new editor::CodeEditor(this))
    , m_output(new OutputPane(this))
    , m_results(new ExplainedOutput(m_output, this))
    , m_history(new HistoryView(this))
    , m_tabs(new QTabWidget(this))
    , m_columns(new QSplitter(this))
    , m_new(new QAction(tr("New"), this))
    , m_run(new QAction(tr("Run"), this))
    , m_stop(new QAction(tr("Stop"), this))
{
    m_editor->setObjectName(u"playgroundEditor"_s);
    m_editor->setAccessibleName(tr("Program"));
    followSettings(m_editor, m_services.settings);
    m_output->showMessage(tr("What the program prints appears here. Run it with F5."));
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Output and history"));
    m_tabs->addTab(m_results, tr("Output"));
    m_tabs->addTab(m_history, tr("History"));
    makeActions();

    auto *work = new QWidget(this);
    auto *column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeToolBar());
    auto *rows = new QSplitter(Qt::Vertical, work);
    rows->setChildrenCollapsible(false);
    rows->addWidget(m_editor);
    rows->addWidget(m_tabs);
    rows->setSizes({600, 320});
    rows->setStretchFactor(0, 2);
    rows->setStretchFactor(1, 1);
    column->addWidget(rows, 1);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(m_list);
    m_columns->addWidget(work);
    m_columns->setSizes({220, 1000});
    m_columns->setStretchFactor(1, 1);
    m_columns->restoreState(m_services.settings.value(services::Setting::SplitterPlayground).toByteArray());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);

    connect(m_columns, &QSplitter::splitterMoved, this, [this] {
        m_services.settings.set(services::Setting::SplitterPlayground, m_columns->saveState());
    });
    connect(m_editor, &editor::CodeEditor::textChanged, this, [this] {
        if (m_session && m_opened && !m_setting) {
            m_session->setText(m_editor->text(), m_editor->caretOffset());
        }
    });
    connect(m_editor, &editor::CodeEditor::caretMoved, this, [this] {
        if (m_session && m_opened && !m_setting) {
            m_session->setCaret(m_editor->caretOffset());
        }
        Q_EMIT statusChanged();
    });
    connect(m_editor, &editor::CodeEditor::zoomRequested, this, &Page::zoomRequested);
    const auto goToLine = [this](int line) {
        m_editor->goTo({line, 1});
        m_editor->setFocus(Qt::OtherFocusReason);
    };
    connect(m_output, &OutputPane::lineActivated, this, goToLine);
    connect(m_results, &ExplainedOutput::lineRequested, this, goToLine);
    connect(m_output, &OutputPane::inputEntered, this, [this](const QString &line) {
        if (m_running) {
            m_running->sendInput(line);
        }
    });
    connect(m_output, &OutputPane::inputEnded, this, [this] {
        if (m_running) {
            m_running->endInput();
        }
    });
    connect(m_history, &HistoryView::restoreRequested, this, [this](const QString &text) {
        m_session->keepVersion(VersionReason::Restored);
        m_editor->replaceText(text);
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    connect(m_tabs, &QTabWidget::currentChanged, m_history, &HistoryView::refresh);
    connect(m_list, &ProgramList::chosen, this,
            [this](const DocumentId &id) { show(m_services.playground.open(id)); });
    connect(m_list, &ProgramList::renamed, this, &PlaygroundPage::rename);
    connect(m_list, &ProgramList::removeRequested, this, &PlaygroundPage::remove);
    connect(m_list, &ProgramList::restoreRequested, this, [this](const DocumentId &id) {
        whenDone(m_services.playground.restore(id), this, [this, id](const Result<> &done) {
            if (done) {
                show(m_services.playground.open(id));
                refreshList();
            }
        });
    });
    whenDone(m_services.playground.programs(), this, [this](const Result<std::vector<Document>> &programs) {
        if (m_session) {
            return; // openCode() was quicker
        }
        if (!programs || programs->empty()) {
            return create();
        }
        const auto wanted = std::find_if(programs->begin(), programs->end(),
                                         [this](const Document &each) { return each.id.key == m_wanted; });
        show(m_services.playground.open(wanted == programs->end() ? programs->front().id : wanted->id));
    });
}

PlaygroundPage::~PlaygroundPage() = default;

QList<Crumb> PlaygroundPage::crumbs() const
{
    QList<Crumb> path = {{tr("Playground"), {}}};
    if (m_session) {
        path.append({m_session->document().title, {}});
    }
    return path;
}

Place PlaygroundPage::place() const
{
    return {u"playground"_s, {}, m_session ? m_session->document().id.key : m_wanted};
}

QList<QAction *> PlaygroundPage::pageActions() const
{
    return {m_new};
}

QList<QAction *> PlaygroundPage::allActions() const
{
    return {m_new, m_run, m_stop};
}

QString PlaygroundPage::statusText() const
{
    const editor::CodePosition position = m_editor->caret();
    return tr("Ln %1, Col %2").arg(position.line).arg(position.column);
}

void PlaygroundPage::enter()
{
    m_editor->setFocus(Qt::OtherFocusReason);
}

void PlaygroundPage::leave()
{
    if (m_session) {
        m_session->saveNow();
    }
}

void PlaygroundPage::setTheme(const Theme &theme)
{
    m_editor->setTheme(theme.codeTheme());
    m_output->setTheme(theme.codeTheme());
    m_results->setTheme(theme);
    m_history->setTheme(theme);
    m_list->setTheme(theme);
    const QColor text = theme.colour(u"text"_s);
    m_new->setIcon(icon(u"plus"_s, text));
    m_stop->setIcon(icon(u"square"_s, text));
    m_run->setIcon(icon(u"play"_s, theme.colour(u"on-accent"_s)));
    Q_EMIT themeChanged(theme);
}

void PlaygroundPage::setZoom(int percent)
{
    m_editor->setZoom(percent);
    m_output->setZoom(percent);
    m_results->setZoom(percent);
    m_history->setZoom(percent);
    Q_EMIT zoomChanged(percent);
}

void PlaygroundPage::openCode(const QString &title, const QString &code)
{
    show(m_services.playground.create(title, code));
}

void PlaygroundPage::addResultPanel(QWidget *panel, const QString &title)
{
    m_tabs->insertTab(m_tabs->indexOf(m_history), panel, title); // History stays last
}

void PlaygroundPage::showResultPanel(QWidget *panel)
{
    m_tabs->setCurrentWidget(panel);
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
    m_new->setObjectName(u"newProgramAction"_s);
    m_new->setShortcut(QKeySequence::New);
    m_run->setObjectName(u"runAction"_s);
    m_run->setShortcut(Qt::Key_F5);
    m_stop->setObjectName(u"stopAction"_s);
    m_stop->setShortcut(Qt::SHIFT | Qt::Key_F5);
    addActions({m_new, m_run, m_stop});
    connect(m_new, &QAction::triggered, this, &PlaygroundPage::create);
    connect(m_run, &QAction::triggered, this, &PlaygroundPage::run);
    connect(m_stop, &QAction::triggered, this, [this] {
        if (m_running) {
            m_running->stop();
        }
    });
    updateActions();
}

QWidget *PlaygroundPage::makeToolBar()
{
    auto *bar = new QWidget(this);
    bar->setObjectName(u"workToolBar"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(12, 6, 12, 6);
    line->setSpacing(8);
    line->addStretch();
    for (QAction *action : {m_stop, m_run}) {
        auto *button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setObjectName(QString(action->objectName()).replace("Action"_L1, "Button"_L1));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setProperty("primary", action == m_run);
        button->setMinimumHeight(32);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(action->text());
        button->setAccessibleDescription(action->shortcut().toString(QKeySequence::NativeText));
        line->addWidget(button);
    }
    return bar;
}

void PlaygroundPage::refreshList()
{
    whenDone(m_services.playground.programs(), this, [this](const Result<std::vector<Document>> &programs) {
        if (programs) {
            m_list->setPrograms(*programs, m_session ? m_session->document().id : DocumentId());
        }
    });
}

void PlaygroundPage::show(std::unique_ptr<services::DocumentSession> session)
{
    if (m_running) { // a program that still runs belongs to the text before
        m_running.reset();
        RunResult result;
        result.state = RunState::Stopped;
        Q_EMIT runEnded(result);
    }
    m_session = std::move(session);
    m_opened = false;
    m_editor->setReadOnly(true);
    connect(m_session.get(), &services::DocumentSession::stateChanged, this, [this] {
        if (const auto state = saveStateOf(*m_session)) {
            Q_EMIT saveStateChanged(*state, m_session->error());
        }
    });
    connect(m_session.get(), &services::DocumentSession::opened, this, [this] {
        m_setting = true;
        m_editor->setText(m_session->document().text);
        m_editor->setCaretOffset(m_session->document().caret);
        m_editor->setReadOnly(false);
        m_setting = false;
        m_opened = true;
        m_output->setOwnFile(m_session->document().title);
        m_output->showMessage(tr("What the program prints appears here. Run it with F5."));
        m_results->begin();
        m_history->setSession(m_session.get());
        refreshList();
        updateActions();
        Q_EMIT crumbsChanged();
        Q_EMIT statusChanged();
    });
    m_session->open();
}

void PlaygroundPage::create()
{
    show(m_services.playground.create(tr("untitled.py")));
    m_editor->setFocus(Qt::OtherFocusReason);
}

void PlaygroundPage::rename(const DocumentId &id, const QString &title)
{
    if (m_session && m_session->document().id == id && !title.isEmpty()) {
        m_session->setTitle(title);
        m_session->saveNow();
        m_output->setOwnFile(title);
        Q_EMIT crumbsChanged();
    }
    refreshList();
}

void PlaygroundPage::remove(const DocumentId &id, const QString &title)
{
    whenDone(m_services.playground.remove(id), this, [this, id, title](const Result<> &done) {
        if (!done) {
            return;
        }
        m_list->offerUndo(id, title);
        if (!m_session || m_session->document().id != id) {
            return refreshList();
        }
        whenDone(m_services.playground.programs(), this,
                 [this](const Result<std::vector<Document>> &programs) {
                     if (programs && !programs->empty()) {
                         show(m_services.playground.open(programs->front().id));
                     } else {
                         create();
                     }
                 });
    });
}

void PlaygroundPage::run()
{
    if (!m_session || !m_opened || m_running) {
        return;
    }
    m_editor->clearMarks();
    m_tabs->setCurrentWidget(m_results);
    m_results->begin();
    m_output->begin();
    m_running = m_services.playground.run(*m_session);
    connect(m_running.get(), &Run::output, m_output, &OutputPane::append);
    connect(m_running.get(), &Run::inputRequested, m_output, &OutputPane::askForInput);
    connect(m_running.get(), &Run::finished, this, &PlaygroundPage::ended);
    Q_EMIT runStarted(m_running.get());
    updateActions();
}

void PlaygroundPage::ended(const RunResult &result)
{
    m_output->end(text::describe(result), !cameToItsEnd(result));
    m_results->showResult(result);
    if (result.error && result.error->line > 0) {
        m_editor->setMarks({{result.error->line, editor::LineMark::Kind::Error,
                             u"%1: %2"_s.arg(result.error->type, result.error->message)}});
    }
    m_running.release()->deleteLater(); // this is its own signal
    Q_EMIT runEnded(result);
    updateActions();
}

void PlaygroundPage::updateActions()
{
    m_run->setEnabled(m_opened && !m_running);
    m_stop->setEnabled(m_running != nullptr);
}

} // namespace studio::ui
