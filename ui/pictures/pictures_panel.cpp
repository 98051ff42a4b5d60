#include "ui/pictures/pictures_panel.h"

#include "domain/ports/code_runner.h"
#include "domain/ports/console.h"
#include "ui/common/icons.h"
#include "ui/pictures/drawing_painter.h"
#include "ui/pictures/drawing_pair.h"
#include "ui/pictures/picture_canvas.h"
#include "ui/pictures/picture_file.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace studio::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double kStep = 1.25;

} // namespace

PicturesPanel::PicturesPanel(QWidget *parent)
    : QWidget(parent)
    , m_canvas(new PictureCanvas(this))
    , m_pages(new QStackedWidget(this))
    , m_title(new QLabel(this))
    , m_note(new QLabel(this))
    , m_percent(new QLabel(this))
    , m_describing(new QTimer(this))
{
    setObjectName(u"picturesPanel"_s);
    makeActions();
    auto *empty = new QLabel(tr("What a program draws appears here, with turtle or with matplotlib.\n"
                                "Try: import turtle, then turtle.forward(100)."),
                             this);
    empty->setObjectName(u"picturesEmpty"_s);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setMargin(16);
    empty->setProperty("muted", true);
    m_pages->addWidget(empty);
    m_pages->addWidget(m_canvas);
    m_note->setObjectName(u"picturesNote"_s);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(12, 4, 12, 6);
    m_note->setProperty("muted", true);
    m_note->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar());
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_note);
    setFocusProxy(m_canvas);
    m_describing->setSingleShot(true);
    m_describing->setInterval(1s);
    connect(m_describing, &QTimer::timeout, this, &PicturesPanel::describe);
    connect(m_canvas, &PictureCanvas::eventMade, this, &PicturesPanel::eventMade);
    connect(m_canvas, &PictureCanvas::copyRequested, this, &PicturesPanel::copy);
    connect(m_canvas, &PictureCanvas::zoomed, this,
            [this] { m_percent->setText(QLocale().toString(m_canvas->percent()) + QLocale().percent()); });
    refresh();
}

PicturesPanel::~PicturesPanel() = default;

void PicturesPanel::makeActions()
{
    const auto make = [this](const QString &text, const QString &name, auto call) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, call);
        return action;
    };
    m_previous = make(tr("Previous picture"), u"previousPicture"_s, [this] { showPicture(m_index - 1); });
    m_next = make(tr("Next picture"), u"nextPicture"_s, [this] { showPicture(m_index + 1); });
    m_smaller = make(tr("Zoom out"), u"pictureSmaller"_s, [this] { m_canvas->zoomBy(1 / kStep); });
    m_larger = make(tr("Zoom in"), u"pictureLarger"_s, [this] { m_canvas->zoomBy(kStep); });
    m_fit = make(tr("Show all of it"), u"pictureFit"_s, [this] { m_canvas->fit(); });
    m_copy = make(tr("Copy"), u"pictureCopy"_s, [this] { copy(); });
    m_save = make(tr("Save…"), u"pictureSave"_s, [this] { save(); });
    m_smaller->setToolTip(tr("Zoom out (Ctrl+- on the picture)"));
    m_larger->setToolTip(tr("Zoom in (Ctrl++ on the picture)"));
    m_fit->setToolTip(tr("Show all of it (Ctrl+0 on the picture)"));
    m_copy->setToolTip(tr("Copy as a picture (Ctrl+C on the picture)"));
}

QWidget *PicturesPanel::makeToolBar()
{
    auto *bar = new QWidget(this);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(12, 4, 8, 4);
    line->setSpacing(4);
    const auto add = [&](QAction *action) {
        auto *button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setMinimumSize(28, 28);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(action->text());
        line->addWidget(button);
    };
    add(m_previous);
    line->addWidget(m_title);
    add(m_next);
    line->addStretch(1);
    add(m_smaller);
    m_percent->setMinimumWidth(m_percent->fontMetrics().horizontalAdvance(u"1600 %"_s));
    m_percent->setAlignment(Qt::AlignCenter);
    line->addWidget(m_percent);
    add(m_larger);
    add(m_fit);
    line->addSpacing(8);
    add(m_copy);
    add(m_save);
    return bar;
}

void PicturesPanel::setTheme(const Theme &theme)
{
    m_canvas->setTheme(theme);
    const QColor text = theme.colour(u"text"_s);
    m_previous->setIcon(icon(u"chevron-left"_s, text, true));
    m_next->setIcon(icon(u"chevron-right"_s, text, true));
    m_smaller->setIcon(icon(u"zoom-out"_s, text));
    m_larger->setIcon(icon(u"zoom-in"_s, text));
    m_fit->setIcon(icon(u"maximize"_s, text));
    m_copy->setIcon(icon(u"copy"_s, text));
    m_save->setIcon(icon(u"save"_s, text));
}

void PicturesPanel::follow(Run *run)
{
    begin();
    connect(run, &Run::drew, this, &PicturesPanel::apply);
    connect(run, &Run::pictureShown, this, &PicturesPanel::add);
    connect(run, &Run::finished, this, &PicturesPanel::end);
    connect(this, &PicturesPanel::eventMade, run, &Run::sendEvent);
}

void PicturesPanel::goOn(Console *console)
{
    if (console == nullptr) {
        return end();
    }
    connect(console, &Console::drew, this, &PicturesPanel::apply);
    connect(console, &Console::pictureShown, this, &PicturesPanel::add);
    connect(this, &PicturesPanel::eventMade, console, &Console::sendEvent);
}

void PicturesPanel::begin()
{
    m_fresh = true;
    m_canvas->setListens({});
}

/// What an earlier run drew goes when this one draws, and not before: a look at both is often wanted.
void PicturesPanel::forgetLast()
{
    if (!m_fresh) {
        return;
    }
    m_fresh = false;
    m_canvas->clear();
    m_drawing.clear();
    m_hasDrawing = false;
    m_pictures.clear();
    m_note->hide();
    m_index = 0;
}

void PicturesPanel::apply(const DrawingChange &change)
{
    const bool first = m_fresh;
    forgetLast();
    const auto lowest = m_drawing.apply(change);
    if (!m_hasDrawing) {
        m_hasDrawing = true;
        showPicture(0);
    }
    if (m_index == 0) {
        if (change.screen || change.fresh) {
            m_canvas->screenChanged();
        }
        m_canvas->changed(lowest);
    }
    if (first) {
        Q_EMIT firstShown();
    }
    if (change.listens) {
        m_canvas->setListens(*change.listens);
        m_note->setVisible(change.listens->any());
        m_note->setText(change.listens->keys.isEmpty()
                            ? tr("The program waits for clicks on the drawing.")
                            : tr("The program waits for keys, while the drawing has the focus."));
        if (!change.listens->keys.isEmpty() && m_canvas->isVisible()) {
            m_canvas->setFocus(Qt::OtherFocusReason); // as a window of its own would have it
        }
    }
    if (!m_describing->isActive()) {
        m_describing->start();
    }
}

void PicturesPanel::add(const Picture &picture)
{
    const bool first = m_fresh;
    forgetLast();
    const auto before = std::find_if(m_pictures.begin(), m_pictures.end(), [&picture](const Picture &each) {
        return picture.figure > 0 && each.figure == picture.figure;
    });
    if (before != m_pictures.end()) {
        *before = picture;
        showPicture(static_cast<int>(before - m_pictures.begin()) + (m_hasDrawing ? 1 : 0));
    } else {
        m_pictures.push_back(picture);
        showPicture(count() - 1);
    }
    if (first) {
        Q_EMIT firstShown();
    }
}

void PicturesPanel::end()
{
    m_canvas->setListens({});
    if (!m_fresh) {
        m_note->hide();
        if (m_hasDrawing && m_index == 0) {
            m_canvas->screenChanged();
        }
        describe();
    }
}

int PicturesPanel::count() const
{
    return (m_hasDrawing ? 1 : 0) + static_cast<int>(m_pictures.size());
}

void PicturesPanel::showPicture(int index)
{
    m_index = qBound(0, index, qMax(0, count() - 1));
    const int figure = m_index - (m_hasDrawing ? 1 : 0);
    if (figure < 0) {
        m_canvas->showDrawing(&m_drawing);
    } else if (figure < static_cast<int>(m_pictures.size())) {
        const QImage image = decoded(m_pictures[static_cast<std::size_t>(figure)]);
        m_canvas->showImage(image);
        m_note->setVisible(image.isNull());
        m_note->setText(tr("This picture is damaged and can't be shown."));
    }
    refresh();
}

void PicturesPanel::refresh()
{
    const bool some = count() > 0;
    m_pages->setCurrentIndex(some ? 1 : 0);
    m_previous->setEnabled(m_index > 0);
    m_next->setEnabled(m_index + 1 < count());
    for (QAction *action : {m_smaller, m_larger, m_fit, m_copy, m_save}) {
        action->setEnabled(some);
    }
    m_percent->setVisible(some);
    const bool drawing = m_hasDrawing && m_index == 0;
    const QString kind = drawing ? tr("Drawing") : tr("Figure");
    m_title->setText(!some              ? tr("No picture yet")
                         : count() == 1 ? kind
                                        : tr("%1, %2 of %3").arg(kind).arg(m_index + 1).arg(count()));
    describe();
}

QString PicturesPanel::description() const
{
    if (count() == 0) {
        return tr("No picture yet");
    }
    if (!m_hasDrawing || m_index > 0) {
        const Picture &picture = m_pictures[static_cast<std::size_t>(m_index - (m_hasDrawing ? 1 : 0))];
        const QString size = tr("%1 by %2 pixels").arg(picture.width).arg(picture.height);
        return picture.title.isEmpty() ? tr("Figure, %1").arg(size)
                                       : tr("Figure “%1”, %2").arg(picture.title, size);
    }
    return tr("Drawing with %1").arg(contentsOf(m_drawing));
}

void PicturesPanel::describe()
{
    m_canvas->setAccessibleName(m_hasDrawing && m_index == 0 ? tr("Drawing") : tr("Picture"));
    m_canvas->setAccessibleDescription(description());
}

void PicturesPanel::copy()
{
    const int figure = m_index - (m_hasDrawing ? 1 : 0);
    const QImage image
        = figure < 0 ? imageOf(m_drawing, 2) : decoded(m_pictures[static_cast<std::size_t>(figure)]);
    QGuiApplication::clipboard()->setImage(image);
    m_note->setText(tr("Copied."));
    m_note->show();
}

Result<> PicturesPanel::saveTo(const QString &path)
{
    const int figure = m_index - (m_hasDrawing ? 1 : 0);
    return figure < 0 ? saveDrawing(m_drawing, m_drawing.screen().title, path)
                      : savePicture(m_pictures[static_cast<std::size_t>(figure)], path);
}

void PicturesPanel::save()
{
    const int figure = m_index - (m_hasDrawing ? 1 : 0);
    const bool svg = figure < 0 || !m_pictures[static_cast<std::size_t>(figure)].svg.isEmpty();
    const QString start = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation) + u'/'
        + tr("drawing") + u".png"_s;
    auto *dialog
        = new QFileDialog(this, tr("Save the picture"), start,
                          svg ? tr("Picture (*.png);;Vector picture (*.svg)") : tr("Picture (*.png)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"png"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("*.svg"_L1) ? u"svg"_s : u"png"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const Result<> saved = saveTo(path);
        m_note->setText(saved ? tr("Saved in %1").arg(path)
                              : tr("It could not be saved: %1").arg(saved.error().message));
        m_note->show();
    });
    dialog->open();
}

} // namespace studio::ui
