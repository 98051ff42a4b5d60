#pragma once

#include "domain/catalogue.h"
#include "ui/common/theme.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace studio {
class Platform;
struct Error;
} // namespace studio

namespace studio::ui {

class Card;

/// One course of the platform: what it is, enrolling and leaving, downloading and taking away. Changes in
/// place, so that nothing moves under the pointer.
class PlatformCourseCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlatformCourseCard)

public:
    PlatformCourseCard(Platform &platform, const CatalogueCourse &course, QWidget *parent = nullptr);

    void show(const CatalogueCourse &course);
    void setTheme(const Theme &theme);

Q_SIGNALS:
    void openRequested(const QString &courseId);
    void removed(const QString &courseId); ///< Its folder is no longer here.

private:
    void makeButtons();
    void enrolOrLeave();
    void download();
    void askRemove();
    void say(const QString &text);

    Platform &m_platform;
    CatalogueCourse m_course;
    Card *m_card;
    QLabel *m_origin;
    QLabel *m_facts;
    QLabel *m_summary;
    QLabel *m_missing;
    QLabel *m_state;
    QLabel *m_message;
    QProgressBar *m_bar;
    QLabel *m_progress;
    QWidget *m_progressRow;
    QPushButton *m_open;
    QPushButton *m_enrol;
    QPushButton *m_download;
    QPushButton *m_pause;
    QPushButton *m_remove;
};

} // namespace studio::ui
