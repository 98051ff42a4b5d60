#include "ui/courses/courses_page.h"

#include "domain/catalogue.h"
#include "domain/ports/platform.h"
#include "domain/when_done.h"
#include "services/course_library.h"
#include "services/progress_service.h"
#include "ui/common/icons.h"
#include "ui/courses/platform_courses.h"
#include "ui/widgets/card.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

CoursesPage::CoursesPage(const Services &services, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_add(new QAction(tr("Add a course folder…"), this))
    , m_message(new QLabel(this))
    , m_busy(new QProgressBar(this))
    , m_cards(new QVBoxLayout)
    , m_here(new QWidget)
{
    m_add->setObjectName(u"addCourseAction"_s);
    m_add->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
    m_message->setObjectName(u"coursesMessage"_s);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("Adding the course"));
    m_busy->hide();
    m_cards->setSpacing(16);

    auto *content = new QWidget;
    content->setObjectName(u"page"_s);
    content->setProperty("plain", true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(40, 32, 40, 32);
    column->setSpacing(16);
    column->addWidget(makeTitle(tr("Courses"), 20, content));
    auto *here = new QVBoxLayout(m_here);
    here->setContentsMargins(0, 0, 0, 0);
    here->setSpacing(16);
    here->addWidget(m_message);
    here->addWidget(m_busy);
    here->addLayout(m_cards);
    if (m_services.platform) {
        addPlatform(column);
    }
    column->addWidget(m_here);
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    connect(m_add, &QAction::triggered, this, &CoursesPage::chooseFolder);
    connect(&m_services.courses, &services::CourseLibrary::coursesChanged, this, &CoursesPage::refresh);
}

void CoursesPage::addPlatform(QVBoxLayout *column)
{
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(u"coursesTabs"_s);
    m_tabs->setAccessibleName(tr("Where the courses are"));
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("On this computer"));
    m_tabs->addTab(tr("On the platform"));
    m_platform = new PlatformCourses(*m_services.platform, this);
    m_platform->hide();
    column->addWidget(m_tabs, 0, Qt::AlignLeading);
    column->addWidget(m_platform);
    connect(m_tabs, &QTabBar::currentChanged, this, &CoursesPage::showTab);
    connect(m_platform, &PlatformCourses::openRequested, this, [this](const QString &id) {
        Q_EMIT placeRequested({u"course"_s, id, {}});
    });
    connect(m_platform, &PlatformCourses::removed, &m_services.courses, &services::CourseLibrary::readAgain);
}

void CoursesPage::showTab(int index)
{
    m_here->setVisible(index == 0);
    m_platform->setVisible(index == 1);
    if (index == 1) {
        m_platform->enter();
    }
}

QList<Crumb> CoursesPage::crumbs() const
{
    return {{tr("Courses"), {}}};
}

Place CoursesPage::place() const
{
    return {u"courses"_s, {}, {}};
}

QList<QAction *> CoursesPage::pageActions() const
{
    return {m_add};
}

void CoursesPage::enter()
{
    if (m_tabs && m_tabs->currentIndex() == 1) {
        m_platform->enter();
    }
    refresh();
    if (auto *first = findChild<QPushButton *>(u"openCourse"_s)) {
        first->setFocus(Qt::OtherFocusReason);
    }
}

void CoursesPage::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (m_platform) {
        m_platform->setTheme(theme);
    }
    m_add->setIcon(icon(u"folder-plus"_s, theme.colour(u"text"_s)));
    for (Card *card : findChildren<Card *>()) {
        card->setTheme(theme);
    }
}

void CoursesPage::setZoom(int /*percent*/) { }

void CoursesPage::install(const QString &folder)
{
    m_message->hide();
    m_busy->show();
    m_add->setEnabled(false);
    whenDone(
        m_services.courses.install(folder), this, [this, folder](const Result<CourseSummary> &installed) {
            m_busy->hide();
            m_add->setEnabled(true);
            if (installed) {
                m_message->setText(tr("Added %1.").arg(installed->title));
            } else {
                m_message->setText(
                    tr("%1 was not added: %2\n`learning-studio validate` lists all problems of a course.")
                        .arg(folder, installed.error().message));
            }
            m_message->setAccessibleName(m_message->text());
            m_message->show();
        });
}

void CoursesPage::refresh()
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto courses = m_services.courses.courses();
    for (const CourseSummary &summary : courses) {
        m_cards->addWidget(makeCard(summary));
    }
    if (courses.empty()) {
        m_cards->addWidget(makeMuted(tr("There is no course here yet. Add a course folder (Ctrl+O)."), this));
    }
}

Card *CoursesPage::makeCard(const CourseSummary &summary)
{
    auto *card = new Card(summary.title, u"book-open"_s);
    if (!m_theme.colours.isEmpty()) {
        card->setTheme(m_theme);
    }
    card->content()->addWidget(makeMuted(summary.summary, card));
    if (platformCourse(summary.id)) {
        auto *origin = makeMuted(tr("From the platform"), card);
        origin->setObjectName(u"origin"_s);
        card->content()->addWidget(origin);
    }
    auto *bar = new QProgressBar(card);
    bar->setRange(0, 100);
    bar->setTextVisible(false);
    bar->setMaximumWidth(520);
    auto *count = makeMuted(tr("Reading the course…"), card);
    auto *row = new QHBoxLayout;
    auto *open = new QPushButton(tr("Open"), card);
    open->setObjectName(u"openCourse"_s);
    open->setAccessibleName(tr("Open the course %1").arg(summary.title));
    open->setProperty("primary", true);
    row->addWidget(open);
    if (!summary.bundled) {
        auto *remove = new QPushButton(tr("Remove…"), card);
        remove->setAccessibleName(tr("Remove the course %1").arg(summary.title));
        connect(remove, &QPushButton::clicked, this, [this, summary] { askRemove(summary); });
        row->addWidget(remove);
    }
    row->addStretch();
    card->content()->addWidget(bar);
    card->content()->addWidget(count);
    card->content()->addLayout(row);
    connect(open, &QPushButton::clicked, this, [this, id = summary.id] {
        Q_EMIT placeRequested({u"course"_s, id, {}});
    });
    whenDone(
        m_services.courses.course(summary.id), card, [this, bar, count](const Result<LoadedCourse> &loaded) {
            if (!loaded || !loaded->course) {
                count->setText(tr("This course can't be read. Open it to see what is wrong."));
                return;
            }
            const services::CourseSummaryProgress progress = m_services.progress.summary(*loaded->course);
            bar->setValue(qRound(progress.share() * 100));
            bar->setAccessibleName(tr("%1 % done").arg(bar->value()));
            count->setText(tr("%1 of %2 lessons · %3 of %4 exercises")
                               .arg(progress.lessonsDone)
                               .arg(progress.lessons)
                               .arg(progress.exercisesPassed)
                               .arg(progress.exercises));
        });
    return card;
}

void CoursesPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Add a course folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &CoursesPage::install);
    dialog->open();
}

void CoursesPage::askRemove(const CourseSummary &summary)
{
    auto *question
        = new QMessageBox(QMessageBox::Question, tr("Remove the course"),
                          tr("Remove %1 from this computer?").arg(summary.title), QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("Your answers and progress stay. The course's folder goes to the bin."));
    if (platformCourse(summary.id)) {
        question->setInformativeText(
            tr("Your answers and progress stay, here and on the platform. It can be downloaded again."));
    }
    auto *remove = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(question, &QMessageBox::buttonClicked, this,
            [this, remove, summary](const QAbstractButton *button) {
                if (button != remove) {
                    return;
                }
                takeAway(summary);
            });
    question->open();
}

void CoursesPage::takeAway(const CourseSummary &summary)
{
    if (!m_services.platform || !platformCourse(summary.id)) {
        return tellRemoval(summary, m_services.courses.remove(summary.id));
    }
    // Its pictures and its place in the platform's list go with it.
    whenDone(m_services.platform->removeDownload(summary.id), this, [this, summary](const Result<> &done) {
        tellRemoval(summary, done);
        m_services.courses.readAgain(summary.id);
    });
}

void CoursesPage::tellRemoval(const CourseSummary &summary, const Result<> &done)
{
    m_message->setVisible(!done);
    if (!done) {
        m_message->setText(tr("%1 could not be removed: %2").arg(summary.title, done.error().message));
    }
}

} // namespace studio::ui
