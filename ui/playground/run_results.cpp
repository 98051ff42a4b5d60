#include "ui/playground/run_results.h"

#include "domain/ports/code_runner.h"
#include "services/output_spool.h"
#include "text/verdict_text.h"
#include "ui/exercises/history_view.h"
#include "ui/widgets/explained_output.h"
#include "ui/widgets/output_pane.h"

namespace studio::ui {

using namespace Qt::StringLiterals;

RunResults::RunResults(QWidget *parent)
    : QTabWidget(parent)
    , m_output(new OutputPane(this))
    , m_explained(new ExplainedOutput(m_output, this))
    , m_history(new HistoryView(this))
{
    setObjectName(u"resultTabs"_s);
    setAccessibleName(tr("Output and history"));
    setDocumentMode(true);
    addTab(m_explained, tr("Output"));
    addTab(m_history, tr("History"));
    showNothingYet();
    connect(m_output, &OutputPane::lineActivated, this, &RunResults::lineActivated);
    connect(m_explained, &ExplainedOutput::lineRequested, this, &RunResults::lineActivated);
    connect(m_output, &OutputPane::inputEntered, this, &RunResults::inputEntered);
    connect(m_output, &OutputPane::inputEnded, this, &RunResults::inputEnded);
    connect(m_history, &HistoryView::restoreRequested, this, &RunResults::restoreRequested);
    connect(this, &QTabWidget::currentChanged, m_history, &HistoryView::refresh);
}

void RunResults::addPanel(QWidget *panel, const QString &title)
{
    insertTab(indexOf(m_history), panel, title);
}

void RunResults::setHistory(services::DocumentSession *session)
{
    m_history->setSession(session);
}

void RunResults::showNothingYet()
{
    m_explained->begin();
    m_output->showMessage(tr("What the program prints appears here. Run it with F5."));
}

void RunResults::say(const QString &text)
{
    setCurrentWidget(m_explained);
    m_explained->begin();
    m_output->showMessage(text);
}

void RunResults::begin(Run &run, const QString &fileName)
{
    setCurrentWidget(m_explained);
    m_output->setOwnFile(fileName);
    m_explained->begin();
    m_output->begin();
    connect(&run, &Run::output, m_output, &OutputPane::append);
    connect(&run, &Run::inputRequested, m_output, &OutputPane::askForInput);
}

void RunResults::end(const RunResult &result)
{
    m_output->end(text::describe(result), !cameToItsEnd(result));
    m_explained->showResult(result);
}

void RunResults::setTheme(const Theme &theme)
{
    m_output->setTheme(theme.codeTheme());
    m_explained->setTheme(theme);
    m_history->setTheme(theme);
}

void RunResults::setZoom(int percent)
{
    m_output->setZoom(percent);
    m_explained->setZoom(percent);
    m_history->setZoom(percent);
}

} // namespace studio::ui
