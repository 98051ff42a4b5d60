#include "ui/widgets/output_pane.h"

#include "ui/widgets/output_find_bar.h"
#include "ui/widgets/output_lines.h"
#include "ui/widgets/output_notice.h"
#include "ui/widgets/output_reader.h"
#include "ui/widgets/output_view.h"
#include "ui/widgets/terminal_stream.h"
#include "ui/widgets/whole_output.h"

#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QShortcut>
#include <QStringList>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <deque>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFrame = 16; ///< ms between two paintings.
constexpr int kBeforeClearing = 80; ///< ms; the first output of a quick program replaces the old one at once.
constexpr int kFocusRing = 2;
constexpr int kRest = 4; ///< Times as long as the last painting took: a flood leaves the window its time.

} // namespace

struct OutputPane::Private
{
    OutputLines lines{kMaximumLines};
    TerminalStream out{OutputKind::Out};
    TerminalStream err{OutputKind::Err};
    WholeOutput *whole = nullptr;
    OutputView *view = nullptr;
    OutputFindBar *finder = nullptr;
    OutputNotice *notice = nullptr;
    QString saidOfSaving; ///< Until the next run.
    QWidget *inputRow = nullptr;
    QLabel *inputLabel = nullptr;
    QLineEdit *input = nullptr;
    QTimer timer;
    OutputView::Redraw redraw = OutputView::Redraw::Changes;
    bool waiting = false; ///< The program waits for a line.
    int lastPainting = 0; ///< ms
    std::deque<QString> queued; ///< Typed before the program asked.
    editor::CodeTheme theme;
    bool themed = false;
    bool ring = false;
    int zoom = 100;

    void flush();
    void schedule(int delay);
    void startAnew();
    void addNote(const QString &text, OutputKind kind);
    void restyle();
    void setWaiting(bool waits);
};

void OutputPane::Private::flush()
{
    timer.stop();
    QElapsedTimer taken;
    taken.start();
    const bool all = view->showLines(lines, redraw);
    redraw = OutputView::Redraw::Changes;
    notice->say(QString(whole->missingText(lines) + u' ' + saidOfSaving).trimmed());
    lastPainting = static_cast<int>(taken.elapsed());
    if (!all) {
        schedule(kFrame);
    }
}

void OutputPane::Private::schedule(int delay)
{
    if (!timer.isActive() || timer.remainingTime() > delay) {
        timer.start(std::max(delay, lastPainting * kRest));
    }
}

void OutputPane::Private::startAnew()
{
    lines.clear();
    out = TerminalStream(OutputKind::Out);
    err = TerminalStream(OutputKind::Err);
    queued.clear();
    whole->clear();
    saidOfSaving.clear();
    redraw = OutputView::Redraw::Fresh;
    lastPainting = 0;
}

void OutputPane::Private::addNote(const QString &text, OutputKind kind)
{
    if (!lines.atLineStart()) {
        lines.newLine();
    }
    const QStringList parts = text.split(u'\n');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        lines.writeText(parts.at(i), plainStyle(kind));
        if (i + 1 < parts.size()) {
            lines.newLine();
        }
    }
}

void OutputPane::Private::restyle()
{
    if (!themed) {
        return;
    }
    view->setTheme(theme, zoom);
    input->setFont(view->font());
    if (redraw == OutputView::Redraw::Changes) {
        redraw = OutputView::Redraw::All;
    }
    if (OutputReader *reader = whole->reader()) {
        reader->setTheme(theme, zoom);
    }
    flush();
}

void OutputPane::Private::setWaiting(bool waits)
{
    waiting = waits;
    const QString text = waits ? tr("The program waits. Type a line, Return sends it, Ctrl+D ends the input.")
                               : tr("Sent as soon as the program asks.");
    input->setPlaceholderText(text);
    input->setAccessibleDescription(text);
}

OutputPane::OutputPane(QWidget *parent)
    : OutputPane(std::make_unique<services::OutputSpool>(), parent)
{
}

OutputPane::OutputPane(std::unique_ptr<services::OutputSpool> spool, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    d->whole = new WholeOutput(std::move(spool), this);
    d->view = new OutputView(this);
    d->view->setAccessibleName(tr("Output"));
    d->finder = new OutputFindBar(*d->view, this);
    d->notice = new OutputNotice(this);
    makeInputRow();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kFocusRing, kFocusRing, kFocusRing, kFocusRing);
    column->setSpacing(0);
    column->addWidget(d->view, 1);
    column->addWidget(d->finder);
    column->addWidget(d->notice);
    column->addWidget(d->inputRow);
    setFocusProxy(d->view);
    d->view->installEventFilter(this);

    d->timer.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->flush(); });
    connect(d->view, &OutputView::lineActivated, this, &OutputPane::lineActivated);
    connect(d->view, &OutputView::wholeRequested, this, &OutputPane::showWhole);
    connect(d->notice, &OutputNotice::wholeRequested, this, &OutputPane::showWhole);
    connect(d->notice, &OutputNotice::saveRequested, d->whole, &WholeOutput::askWhereToSave);
    connect(&d->whole->spool(), &services::OutputSpool::statusChanged, this, [this] { d->schedule(kFrame); });
    connect(d->whole, &WholeOutput::saved, this, [this](const QString &message) {
        d->saidOfSaving = message;
        d->flush();
    });
    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(QKeySequence::Find, &OutputPane::find);
    key(Qt::Key_F3, [this] { d->finder->isVisible() ? d->finder->findNext() : d->finder->open(); });
    key(Qt::SHIFT | Qt::Key_F3,
        [this] { d->finder->isVisible() ? d->finder->findPrevious() : d->finder->open(); });
}

void OutputPane::makeInputRow()
{
    d->inputRow = new QWidget(this);
    d->inputLabel = new QLabel(tr("Input"), d->inputRow);
    d->input = new QLineEdit(d->inputRow);
    d->input->setObjectName(u"inputLine"_s);
    d->input->setAccessibleName(tr("Input for the program"));
    d->input->setLayoutDirection(Qt::LeftToRight);
    d->input->setMinimumHeight(28);
    d->input->installEventFilter(this);
    d->inputLabel->setBuddy(d->input);
    auto *row = new QHBoxLayout(d->inputRow);
    row->setContentsMargins(12, 4, 12, 8);
    row->setSpacing(8);
    row->addWidget(d->inputLabel);
    row->addWidget(d->input, 1);
    d->inputRow->hide();
    connect(d->input, &QLineEdit::returnPressed, this, &OutputPane::sendLine);
}

OutputPane::~OutputPane() = default;

void OutputPane::setTheme(const editor::CodeTheme &theme)
{
    d->theme = theme;
    d->themed = true;
    d->restyle();
}

void OutputPane::setZoom(int percent)
{
    d->zoom = std::clamp(percent, 50, 300);
    d->restyle();
}

void OutputPane::setOwnFile(const QString &fileName)
{
    d->view->setOwnFile(fileName);
}

void OutputPane::begin()
{
    d->startAnew();
    d->input->clear();
    d->inputRow->hide();
    d->setWaiting(false);
    d->timer.start(kBeforeClearing);
}

void OutputPane::append(RunStream stream, const QByteArray &bytes)
{
    (stream == RunStream::Out ? d->out : d->err).feed(bytes, d->lines);
    d->whole->spool().append(bytes);
    d->schedule(kFrame);
}

void OutputPane::askForInput()
{
    d->setWaiting(true);
    d->flush();
    d->inputRow->show();
    d->input->setFocus(Qt::OtherFocusReason);
    if (!d->queued.empty()) {
        const QString line = d->queued.front();
        d->queued.pop_front();
        give(line);
    }
}

void OutputPane::stopAsking()
{
    d->setWaiting(false);
    d->queued.clear();
    d->input->clear();
    d->inputRow->hide();
}

void OutputPane::end(const QString &summary, bool failed)
{
    d->out.finish(d->lines);
    d->err.finish(d->lines);
    d->addNote(summary, failed ? OutputKind::Failed : OutputKind::Ended);
    d->setWaiting(false);
    if (d->input->hasFocus()) {
        d->view->setFocus(Qt::OtherFocusReason);
    }
    d->inputRow->hide();
    d->flush();
}

void OutputPane::showMessage(const QString &text)
{
    d->startAnew();
    d->addNote(text, OutputKind::Message);
    d->inputRow->hide();
    d->flush();
}

void OutputPane::find()
{
    d->finder->open();
}

void OutputPane::showWhole()
{
    d->whole->show()->setTheme(d->theme, d->zoom);
}

void OutputPane::saveWholeAs(const QString &path)
{
    d->whole->saveAs(path);
}

QString OutputPane::plainText() const
{
    QStringList all;
    const OutputLines &lines = d->lines;
    for (qint64 i = 0; i < lines.total(); ++i) {
        if (lines.dropped() > 0 && i == lines.headEnd()) {
            all << OutputDocument::gapText(lines.dropped());
            i = lines.tailStart();
        }
        const OutputLine line = lines.line(i);
        all << (line.hidden > 0 ? line.text + OutputDocument::foldText(line.hidden) : line.text);
    }
    return all.join(u'\n') + (lines.atLineStart() && !all.isEmpty() ? u"\n"_s : QString());
}

void OutputPane::sendLine()
{
    const QString line = d->input->text();
    d->input->clear();
    if (d->waiting) {
        give(line);
    } else {
        d->queued.push_back(line);
    }
}

/// Shows the line where the program asked, and hands it over.
void OutputPane::give(const QString &line)
{
    d->lines.writeText(line, plainStyle(OutputKind::In));
    d->lines.newLine();
    d->whole->spool().append(line.toUtf8() + '\n');
    d->setWaiting(false);
    d->flush();
    Q_EMIT inputEntered(line);
}

bool OutputPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == d->input
        && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto &key = static_cast<QKeyEvent &>(*event);
        if (key.key() == Qt::Key_D && key.modifiers() == Qt::ControlModifier) {
            event->accept();
            if (event->type() == QEvent::KeyPress && d->input->text().isEmpty()) {
                d->setWaiting(false);
                Q_EMIT inputEnded();
            }
            return true;
        }
    }
    if (watched == d->view && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        const auto reason = static_cast<QFocusEvent &>(*event).reason();
        d->ring = event->type() == QEvent::FocusIn
            && (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
                || reason == Qt::ShortcutFocusReason);
        update();
    }
    return QWidget::eventFilter(watched, event);
}

void OutputPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), d->themed ? d->theme.background : palette().color(QPalette::Base));
    if (d->ring) {
        painter.setPen(QPen(d->theme.accent, kFocusRing));
        painter.drawRect(d->view->geometry().adjusted(-1, -1, 1, 1));
    }
}

} // namespace studio::ui
