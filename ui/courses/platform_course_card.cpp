#include "ui/courses/platform_course_card.h"

#include "domain/ports/platform.h"
#include "domain/when_done.h"
#include "text/catalogue_words.h"
#include "text/sync_words.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

bool isHere(DownloadState state)
{
    return state == DownloadState::Complete || state == DownloadState::Outdated;
}

bool isUnderWay(DownloadState state)
{
    return state == DownloadState::Running || state == DownloadState::Waiting;
}

void setShown(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

/// One filled button a card: the one a person most likely wants.
void setPrimary(QPushButton *button, bool primary)
{
    if (button->property("primary").toBool() != primary) {
        button->setProperty("primary", primary);
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
}

} // namespace

PlatformCourseCard::PlatformCourseCard(Platform &platform, const CatalogueCourse &course, QWidget *parent)
    : QWidget(parent)
    , m_platform(platform)
    , m_course(course)
    , m_card(new Card(course.title, u"cloud"_s))
    , m_origin(makeMuted({}, m_card))
    , m_facts(makeMuted({}, m_card))
    , m_summary(new QLabel(m_card))
    , m_missing(makeMuted({}, m_card))
    , m_state(new QLabel(m_card))
    , m_message(new QLabel(m_card))
    , m_bar(new QProgressBar(m_card))
    , m_progress(makeMuted({}, m_card))
    , m_progressRow(new QWidget(m_card))
    , m_open(new QPushButton(tr("Open"), m_card))
    , m_enrol(new QPushButton(m_card))
    , m_download(new QPushButton(m_card))
    , m_pause(new QPushButton(tr("Stop"), m_card))
    , m_remove(new QPushButton(tr("Take off this computer…"), m_card))
{
    for (QLabel *label : {m_summary, m_state, m_message}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_state->setObjectName(u"courseState"_s);
    m_message->setObjectName(u"courseMessage"_s);
    m_message->setProperty("problem", true);
    m_message->hide();
    m_bar->setTextVisible(false);
    auto *progress = new QHBoxLayout(m_progressRow);
    progress->setContentsMargins(0, 0, 0, 0);
    m_bar->setMaximumWidth(420);
    m_progress->setMinimumWidth(140);
    progress->addWidget(m_bar, 1);
    progress->addWidget(m_progress);
    progress->addStretch();
    QVBoxLayout *content = m_card->content();
    content->addWidget(m_facts);
    content->addWidget(m_summary);
    content->addWidget(m_missing);
    content->addWidget(m_state);
    content->addWidget(m_progressRow);
    content->addWidget(m_message);
    content->addWidget(m_origin);
    makeButtons();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    show(course);
}

void PlatformCourseCard::makeButtons()
{
    auto *row = new QHBoxLayout;
    const auto add = [&](QPushButton *button, const QString &name, const std::function<void()> &action) {
        button->setObjectName(name);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, action);
    };
    add(m_open, u"platformOpen"_s, [this] { Q_EMIT openRequested(m_course.id); });
    add(m_download, u"platformDownload"_s, [this] { download(); });
    add(m_pause, u"platformPause"_s, [this] { m_platform.cancelDownload(m_course.id); });
    add(m_enrol, u"platformEnrol"_s, [this] { enrolOrLeave(); });
    add(m_remove, u"platformRemove"_s, [this] { askRemove(); });
    row->addStretch();
    m_card->content()->addLayout(row);
}

void PlatformCourseCard::setTheme(const Theme &theme)
{
    m_card->setTheme(theme);
}

void PlatformCourseCard::show(const CatalogueCourse &course)
{
    m_course = course;
    const auto which = platformCourse(course.id);
    setShown(m_origin,
             which && which->catalogue == Catalogue::Pages
                 ? tr("From the platform's site (%1)").arg(course.id)
                 : tr("From the platform's course list (%1)").arg(course.id));
    setShown(m_facts, text::describeFacts(course));
    setShown(m_summary, course.summary);
    setShown(m_missing, text::describeMissing(course));
    const QString problem = text::describeDownloadProblem(course);
    const QString state = text::describeState(course);
    setShown(m_state, problem.isEmpty() ? state : state % u". "_s % problem);

    const bool here = isHere(course.download);
    const bool underWay = isUnderWay(course.download);
    m_progressRow->setVisible(underWay || course.download == DownloadState::Partial);
    m_bar->setRange(0, course.bytesAll > 0 ? 1000 : 0);
    if (course.bytesAll > 0) {
        m_bar->setValue(
            static_cast<int>(qBound(qint64{0}, 1000 * course.bytesDone / course.bytesAll, qint64{1000})));
    } else if (!underWay) {
        m_bar->setRange(0, 1000); // nothing moves while nothing is done
        m_bar->setValue(0);
    }
    m_bar->setAccessibleName(tr("Download of %1: %2").arg(course.title, text::describeProgress(course)));
    m_progress->setText(text::describeProgress(course));

    m_open->setVisible(here);
    m_open->setAccessibleName(tr("Open the course %1").arg(course.title));
    m_download->setVisible(!underWay && course.download != DownloadState::Complete && !course.gone);
    m_download->setText(course.download == DownloadState::Outdated      ? tr("Update")
                            : course.download == DownloadState::Partial ? tr("Go on downloading")
                                                                        : tr("Download"));
    m_download->setAccessibleName(u"%1: %2"_s.arg(m_download->text(), course.title));
    m_pause->setVisible(underWay);
    m_pause->setAccessibleName(tr("Stop the download of %1").arg(course.title));
    m_pause->setToolTip(tr("What is there is kept; it goes on from there."));
    m_enrol->setVisible(!course.gone || course.enrolled);
    m_enrol->setText(course.waiting ? tr("Undo") : course.enrolled ? tr("Leave") : tr("Enrol"));
    m_enrol->setAccessibleName(u"%1: %2"_s.arg(m_enrol->text(), course.title));
    m_enrol->setToolTip(course.waiting ? tr("It has not reached the platform yet.") : QString());
    m_remove->setVisible(!underWay && course.download != DownloadState::None);
    m_remove->setAccessibleName(tr("Take %1 off this computer").arg(course.title));
    setPrimary(m_open, here && course.download == DownloadState::Complete);
    setPrimary(m_download, course.download == DownloadState::Outdated || (!here && course.enrolled));
    setPrimary(m_enrol, !here && !course.enrolled && !course.waiting);
}

void PlatformCourseCard::enrolOrLeave()
{
    m_enrol->setEnabled(false);
    whenDone(m_course.enrolled ? m_platform.leave(m_course.id) : m_platform.enrol(m_course.id), this,
             [this](const Result<> &done) {
                 m_enrol->setEnabled(true);
                 say(done ? QString() : text::describePlatform(done.error()));
             });
}

void PlatformCourseCard::download()
{
    say({});
    m_download->setEnabled(false);
    whenDone(m_platform.download(m_course.id), this, [this](const Result<> &done) {
        m_download->setEnabled(true);
        say(done || done.error().code == ErrorCode::Cancelled ? QString()
                                                              : text::describePlatform(done.error()));
    });
}

void PlatformCourseCard::askRemove()
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Take the course off this computer"),
                                     tr("Take %1 off this computer?").arg(m_course.title),
                                     QMessageBox::Cancel, window());
    question->setObjectName(u"removeQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(
        tr("Your answers and progress stay, here and on the platform. It can be downloaded again."));
    auto *remove = question->addButton(tr("Take off"), QMessageBox::DestructiveRole);
    remove->setObjectName(u"removeGo"_s);
    connect(question, &QMessageBox::buttonClicked, this, [this, remove](const QAbstractButton *button) {
        if (button != remove) {
            return;
        }
        whenDone(m_platform.removeDownload(m_course.id), this, [this](const Result<> &done) {
            say(done ? QString() : text::describePlatform(done.error()));
            if (done) {
                Q_EMIT removed(m_course.id);
            }
        });
    });
    question->open();
}

void PlatformCourseCard::say(const QString &text)
{
    setShown(m_message, text);
    m_message->setAccessibleName(text);
}

} // namespace studio::ui
