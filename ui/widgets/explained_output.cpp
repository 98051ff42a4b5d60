#include "ui/widgets/explained_output.h"

#include "ui/widgets/error_card.h"
#include "ui/widgets/output_pane.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace studio::ui {

namespace {

constexpr int kSideBySide = 640; ///< Least width in pixels for two columns.

} // namespace

ExplainedOutput::ExplainedOutput(OutputPane *output, QWidget *parent)
    : QWidget(parent)
    , m_splitter(new QSplitter(this))
    , m_card(new ErrorCard(this))
{
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(output);
    m_splitter->addWidget(m_card);
    output->setMinimumSize(0, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    setFocusProxy(output);
    connect(m_card, &ErrorCard::lineRequested, this, &ExplainedOutput::lineRequested);
}

void ExplainedOutput::setTheme(const Theme &theme)
{
    m_card->setTheme(theme);
}

void ExplainedOutput::setZoom(int percent)
{
    m_card->setZoom(percent);
}

void ExplainedOutput::begin()
{
    m_card->clear();
}

void ExplainedOutput::showResult(const RunResult &result)
{
    m_card->showResult(result);
    arrange();
}

void ExplainedOutput::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto wanted = width() >= kSideBySide ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() != wanted) {
        m_splitter->setOrientation(wanted);
        arrange();
    }
}

void ExplainedOutput::arrange()
{
    const int room = m_splitter->orientation() == Qt::Horizontal ? width() : height();
    m_splitter->setSizes({room / 2, room - room / 2});
}

} // namespace studio::ui
