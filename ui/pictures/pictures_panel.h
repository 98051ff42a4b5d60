#pragma once

#include "domain/drawing.h"
#include "domain/picture.h"
#include "domain/result.h"
#include "ui/common/theme.h"

#include <QElapsedTimer>
#include <QWidget>

#include <vector>

class QAction;
class QLabel;
class QStackedWidget;
class QTimer;

namespace studio {
class Console;
class Run;
} // namespace studio

namespace studio::ui {

class PictureCanvas;

/// What a program drew: a turtle's drawing and figures, one at a time, with zoom, copy and save.
/// Is told of a run from outside; what was drawn stays until the next run draws.
class PicturesPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PicturesPanel)

public:
    explicit PicturesPanel(QWidget *parent = nullptr);
    ~PicturesPanel() override;

    void begin(); ///< A run starts.
    void apply(const DrawingChange &change);
    void add(const Picture &picture);
    void end(); ///< The run is over: nobody listens any more.
    void follow(Run *run); ///< begin(), and the rest by the run's signals.
    void goOn(Console *console); ///< What a console draws belongs to the run before it. Null: there is none.

    void setTheme(const Theme &theme);

    const Drawing &drawing() const { return m_drawing; }

    int count() const; ///< Of pictures, a drawing included.
    Result<> saveTo(const QString &path); ///< The one that is shown.
    QString description() const; ///< "Drawing with 4 lines and 1 filled area", for those who can't see it.

Q_SIGNALS:
    void firstShown(); ///< A run has begun to draw: the panel is worth being seen.
    void eventMade(const studio::CanvasEvent &event);

private:
    void makeActions();
    QWidget *makeToolBar();
    void showPicture(int index);
    void forgetLast();
    void refresh();
    void describe();
    void copy();
    void save();

    Drawing m_drawing;
    bool m_hasDrawing = false;
    bool m_fresh = true; ///< The run has not drawn yet.
    std::vector<Picture> m_pictures; ///< Bounded by the run; after the drawing.
    int m_index = 0;
    PictureCanvas *m_canvas;
    QStackedWidget *m_pages;
    QLabel *m_title;
    QLabel *m_note; ///< What came of saving, or that the program listens.
    QLabel *m_percent;
    QAction *m_previous = nullptr;
    QAction *m_next = nullptr;
    QAction *m_larger = nullptr;
    QAction *m_smaller = nullptr;
    QAction *m_fit = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_save = nullptr;
    QTimer *m_describing; ///< Not more than once a second: a screen reader is not to be flooded.
};

} // namespace studio::ui
