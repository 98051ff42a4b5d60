#include "ui/widgets/output_reader.h"

#include "domain/when_done.h"
#include "ui/widgets/output_find_bar.h"
#include "ui/widgets/output_view.h"
#include "ui/widgets/terminal_stream.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLines = 100'000; ///< More than a page ever has.

} // namespace

OutputReader::OutputReader(services::OutputSpool &spool, QWidget *parent)
    : QDialog(parent)
    , m_spool(spool)
    , m_previous(new QPushButton(tr("Previous"), this))
    , m_next(new QPushButton(tr("Next"), this))
    , m_page(new QSpinBox(this))
    , m_place(new QLabel(this))
    , m_message(new QLabel(this))
    , m_view(new OutputView(this))
    , m_find(new OutputFindBar(*m_view, this))
{
    setObjectName(u"outputReader"_s);
    setWindowTitle(tr("The whole output"));
    resize(900, 640);
    m_view->setAccessibleName(tr("Output, one page"));
    m_message->setObjectName(u"readerMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setContentsMargins(12, 4, 12, 8);
    m_message->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeToolBar());
    column->addWidget(m_view, 1);
    column->addWidget(m_find);
    column->addWidget(m_message);
    makeKeys();
    connect(&m_spool, &services::OutputSpool::statusChanged, this, &OutputReader::statusChanged);
    connect(m_page, &QSpinBox::valueChanged, this, &OutputReader::load);
    m_view->setFocus();
    load(1);
}

QWidget *OutputReader::makeToolBar()
{
    auto *bar = new QWidget(this);
    m_page->setObjectName(u"readerPage"_s);
    m_page->setAccessibleName(tr("Page"));
    m_page->setMinimumHeight(28);
    m_page->setKeyboardTracking(false);
    m_page->setRange(1, 1);
    m_place->setObjectName(u"readerPlace"_s);
    m_place->setProperty("muted", true);
    m_previous->setObjectName(u"readerPrevious"_s);
    m_next->setObjectName(u"readerNext"_s);
    auto *save = new QPushButton(tr("Save as…"), bar);
    save->setObjectName(u"readerSave"_s);
    for (QPushButton *button : {m_previous, m_next, save}) {
        button->setAutoDefault(false);
    }
    auto *label = new QLabel(tr("Page"), bar);
    label->setBuddy(m_page);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(label);
    row->addWidget(m_page);
    row->addWidget(m_place, 1);
    row->addWidget(save);
    connect(m_previous, &QPushButton::clicked, this, [this] { m_page->setValue(m_page->value() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_page->setValue(m_page->value() + 1); });
    connect(save, &QPushButton::clicked, this, &OutputReader::saveRequested);
    return bar;
}

void OutputReader::makeKeys()
{
    const auto key = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    key(QKeySequence::Find, [this] { m_find->open(); });
    key(Qt::CTRL | Qt::Key_PageUp, [this] { m_page->setValue(m_page->value() - 1); });
    key(Qt::CTRL | Qt::Key_PageDown, [this] { m_page->setValue(m_page->value() + 1); });
    key(QKeySequence::Save, [this] { Q_EMIT saveRequested(); });
    m_previous->setToolTip(tr("Ctrl+Page up"));
    m_next->setToolTip(tr("Ctrl+Page down"));
}

void OutputReader::setTheme(const editor::CodeTheme &theme, int percent)
{
    m_view->setTheme(theme, percent);
    if (m_shownPage > 0) {
        showBytes(true);
    }
}

void OutputReader::say(const QString &message, bool failed)
{
    m_message->setProperty("muted", !failed);
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

void OutputReader::statusChanged()
{
    const auto status = m_spool.status();
    const int pages = static_cast<int>(std::max<qint64>(1, status.pages));
    m_page->setMaximum(pages);
    m_previous->setEnabled(m_page->value() > 1);
    m_next->setEnabled(m_page->value() < pages);
    m_place->setText(tr("of %1 · %2 lines").arg(QLocale().toString(pages), QLocale().toString(status.lines)));
}

void OutputReader::load(int page)
{
    statusChanged();
    whenDone(m_spool.page(page - 1), this, [this, page](const Result<services::OutputSpool::Page> &content) {
        if (m_page->value() != page) {
            return; // another was asked for meanwhile
        }
        if (content) {
            showPage(page, *content);
            m_view->moveCursor(QTextCursor::Start);
            say({}, false);
        } else {
            say(tr("This page can't be read. The output may have been cleared by a new run."), true);
        }
        statusChanged();
    });
}

void OutputReader::showPage(int page, const services::OutputSpool::Page &content)
{
    m_shownPage = page;
    m_shown = content.bytes;
    showBytes(false);
}

void OutputReader::showBytes(bool again)
{
    OutputLines lines(kMostLines, OutputLines::LongLines::Break);
    TerminalStream stream(OutputKind::Out);
    stream.feed(m_shown, lines);
    stream.finish(lines);
    bool all = m_view->showLines(lines, again ? OutputView::Redraw::All : OutputView::Redraw::Fresh);
    while (!all) { // bounded by the page's size
        all = m_view->showLines(lines, OutputView::Redraw::Changes);
    }
}

} // namespace studio::ui
