#include "ui/widgets/work_split.h"

#include <QApplication>
#include <QResizeEvent>
#include <QShortcut>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSideBySideFrom = 1000;
constexpr int kStackedFrom = 700;

} // namespace

WorkSplit::WorkSplit(const Half &reading, const Half &doing, QWidget *parent)
    : QWidget(parent)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_tabs(new QTabBar(this))
{
    for (const Half &half : {reading, doing}) {
        m_splitter->addWidget(half.widget);
        half.widget->setAccessibleName(half.title);
        m_tabs->addTab(half.title);
    }
    m_splitter->setObjectName(u"workSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(5);
    m_splitter->setSizes({430, 570});
    m_splitter->setStretchFactor(0, 43);
    m_splitter->setStretchFactor(1, 57);
    m_splitter->handle(1)->setAccessibleName(tr("Border between the halves"));
    m_tabs->setAccessibleName(tr("Halves of the page"));
    m_tabs->setDrawBase(false);
    m_tabs->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_splitter, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &WorkSplit::showHalf);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        if (m_form == Form::SideBySide) {
            m_sideBySide = m_splitter->saveState();
            Q_EMIT stateChanged();
        }
    });
    auto *shortcut = new QShortcut(Qt::Key_F6, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, &WorkSplit::goRound);
}

QByteArray WorkSplit::saveState() const
{
    return m_sideBySide;
}

void WorkSplit::restoreState(const QByteArray &state)
{
    if (!state.isEmpty()) {
        m_sideBySide = state;
        if (m_form == Form::SideBySide) {
            m_splitter->restoreState(state);
        }
    }
}

void WorkSplit::showDoing()
{
    m_tabs->setCurrentIndex(1);
}

void WorkSplit::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int width = event->size().width();
    setForm(width >= kSideBySideFrom ? Form::SideBySide : width >= kStackedFrom ? Form::Stacked : Form::Tabs);
}

void WorkSplit::setForm(Form form)
{
    if (form == m_form) {
        return;
    }
    m_form = form;
    m_tabs->setVisible(form == Form::Tabs);
    m_splitter->setOrientation(form == Form::SideBySide ? Qt::Horizontal : Qt::Vertical);
    if (form == Form::SideBySide && !m_sideBySide.isEmpty()) {
        m_splitter->restoreState(m_sideBySide);
    } else if (form == Form::Stacked) {
        m_splitter->setSizes({400, 600});
    }
    showHalf(m_tabs->currentIndex());
}

void WorkSplit::showHalf(int index)
{
    for (int i = 0; i < 2; ++i) {
        m_splitter->widget(i)->setVisible(m_form != Form::Tabs || i == index);
    }
}

void WorkSplit::goRound()
{
    const QWidget *focused = QApplication::focusWidget();
    const bool inFirst = focused && m_splitter->widget(0)->isAncestorOf(focused);
    const int target = inFirst ? 1 : 0;
    if (m_form == Form::Tabs) {
        m_tabs->setCurrentIndex(target);
    }
    // The half's own first stop for Tab; a page sets it by a focus proxy.
    QWidget *half = m_splitter->widget(target);
    if (QWidget *proxy = half->focusProxy()) {
        proxy->setFocus(Qt::TabFocusReason);
        return;
    }
    for (QWidget *next = half->nextInFocusChain(); next && next != half; next = next->nextInFocusChain()) {
        if (half->isAncestorOf(next) && next->isVisible() && next->isEnabled()
            && (next->focusPolicy() & Qt::TabFocus)) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace studio::ui
