#include "ui/courses/platform_courses.h"

#include "domain/ports/platform.h"
#include "domain/when_done.h"
#include "text/catalogue_words.h"
#include "text/sync_words.h"
#include "ui/account/account_panel.h"
#include "ui/courses/platform_course_card.h"
#include "ui/widgets/card.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAtOnce = 40; // cards are widgets: more at once would make the page slow to open

bool matches(const CatalogueCourse &course, const QString &wanted)
{
    const QStringList words = wanted.split(u' ', Qt::SkipEmptyParts);
    const QString all
        = QStringList{course.title, course.summary, course.teacher, course.topics.join(u' ')}.join(u' ');
    return std::all_of(words.begin(), words.end(),
                       [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace

PlatformCourses::PlatformCourses(Platform &platform, QWidget *parent)
    : QWidget(parent)
    , m_platform(platform)
    , m_search(new QLineEdit(this))
    , m_difficulty(new QComboBox(this))
    , m_enrolled(new QCheckBox(tr("Enrolled"), this))
    , m_downloaded(new QCheckBox(tr("On this computer"), this))
    , m_fetch(new QPushButton(tr("Look for news"), this))
    , m_busy(new QProgressBar(this))
    , m_message(new QLabel(this))
    , m_empty(makeMuted({}, this))
    , m_signIn(new Card(tr("Courses of the platform"), u"cloud"_s))
    , m_filters(makeFilters())
    , m_cards(new QVBoxLayout)
    , m_more(new QPushButton(tr("Show more"), this))
    , m_storage(makeMuted({}, this))
    , m_most(kAtOnce)
{
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("Asking the platform for its courses"));
    QSizePolicy keepsItsRoom = m_busy->sizePolicy();
    keepsItsRoom.setRetainSizeWhenHidden(true);
    m_busy->setSizePolicy(keepsItsRoom);
    m_busy->hide();
    m_message->setObjectName(u"platformMessage"_s);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    m_empty->setObjectName(u"platformEmpty"_s);
    m_storage->setObjectName(u"platformStorage"_s);
    m_more->setObjectName(u"platformMore"_s);
    m_signIn->setObjectName(u"platformSignIn"_s);
    m_signIn->content()->addWidget(
        makeMuted(tr("Sign in to see the courses of your learning platform, enrol, and "
                     "download them for learning without a network."),
                  m_signIn));
    m_signIn->content()->addWidget(new AccountPanel(platform));
    m_cards->setSpacing(16);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_signIn);
    column->addWidget(m_filters);
    column->addWidget(m_busy);
    column->addWidget(m_message);
    column->addWidget(m_empty);
    column->addLayout(m_cards);
    column->addWidget(m_more, 0, Qt::AlignLeading);
    column->addWidget(m_storage);
    column->addStretch();
    connect(m_fetch, &QPushButton::clicked, this, &PlatformCourses::fetch);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_most += kAtOnce;
        refresh();
    });
    connect(&platform, &Platform::catalogueChanged, this, &PlatformCourses::refresh);
    connect(&platform, &Platform::accountChanged, this, &PlatformCourses::refresh);
    connect(&platform, &Platform::courseDownloaded, this, &PlatformCourses::showStorage);
    refresh();
}

QWidget *PlatformCourses::makeFilters()
{
    auto *filters = new QWidget(this);
    m_search->setObjectName(u"platformSearch"_s);
    m_search->setPlaceholderText(tr("Search courses"));
    m_search->setAccessibleName(tr("Search courses"));
    m_search->setClearButtonEnabled(true);
    m_difficulty->setObjectName(u"platformDifficulty"_s);
    m_difficulty->setAccessibleName(tr("Difficulty"));
    m_difficulty->addItem(tr("Any difficulty"), QString());
    for (const QString &each : {u"beginner"_s, u"intermediate"_s, u"advanced"_s, u"expert"_s}) {
        m_difficulty->addItem(text::difficultyWord(each), each);
    }
    m_enrolled->setObjectName(u"platformEnrolled"_s);
    m_downloaded->setObjectName(u"platformDownloaded"_s);
    m_fetch->setObjectName(u"platformFetch"_s);
    auto *row = new QHBoxLayout(filters);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_search, 1);
    row->addWidget(m_difficulty);
    row->addWidget(m_enrolled);
    row->addWidget(m_downloaded);
    row->addWidget(m_fetch);
    const auto again = [this] {
        m_most = kAtOnce;
        refresh();
    };
    connect(m_search, &QLineEdit::textChanged, this, again);
    connect(m_difficulty, &QComboBox::currentIndexChanged, this, again);
    connect(m_enrolled, &QCheckBox::toggled, this, again);
    connect(m_downloaded, &QCheckBox::toggled, this, again);
    return filters;
}

void PlatformCourses::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_signIn->setTheme(theme);
    for (PlatformCourseCard *card : std::as_const(m_shown)) {
        card->setTheme(theme);
    }
}

void PlatformCourses::enter()
{
    showStorage();
    if (!m_fetched && m_platform.account()) {
        fetch();
    }
}

void PlatformCourses::fetch()
{
    m_fetch->setEnabled(false);
    m_busy->show();
    m_message->hide();
    whenDone(m_platform.refreshCatalogue(), this, [this](const Result<> &done) {
        m_fetch->setEnabled(true);
        m_busy->hide();
        m_fetched = m_fetched || done;
        m_message->setVisible(!done);
        if (!done) {
            m_message->setText(
                m_platform.catalogue().empty()
                    ? text::describePlatform(done.error())
                    : tr("%1 This is the list as last seen.").arg(text::describePlatform(done.error())));
            m_message->setAccessibleName(m_message->text());
        }
        refresh();
    });
}

bool PlatformCourses::fits(const CatalogueCourse &course) const
{
    const QString difficulty = m_difficulty->currentData().toString();
    const bool here
        = course.download == DownloadState::Complete || course.download == DownloadState::Outdated;
    return (difficulty.isEmpty() || course.difficulty == difficulty)
        && (!m_enrolled->isChecked() || course.enrolled) && (!m_downloaded->isChecked() || here)
        && matches(course, m_search->text());
}

void PlatformCourses::refresh()
{
    const auto all = m_platform.catalogue();
    const bool strange = !m_platform.account() && all.empty();
    m_signIn->setVisible(strange);
    m_filters->setVisible(!strange);
    std::vector<CatalogueCourse> courses;
    for (const CatalogueCourse &each : all) {
        // Gone and not here: nothing can be done with it.
        if (fits(each) && !(each.gone && each.download == DownloadState::None && !each.enrolled)) {
            courses.push_back(each);
        }
    }
    m_more->setVisible(static_cast<int>(courses.size()) > m_most);
    m_empty->setVisible(!strange && courses.empty());
    m_empty->setText(all.empty() ? (m_busy->isHidden()
                                        ? tr("No courses of the platform are known here yet. Look for news "
                                             "when there is a network.")
                                        : tr("Asking the platform…"))
                                 : tr("No course fits. Take a filter away."));
    courses.resize(std::min(courses.size(), static_cast<std::size_t>(m_most)));
    showCards(courses);
}

void PlatformCourses::showCards(const std::vector<CatalogueCourse> &courses)
{
    QStringList order;
    for (const CatalogueCourse &each : courses) {
        order.append(each.id);
    }
    if (order != m_order) {
        while (QLayoutItem *item = m_cards->takeAt(0)) {
            delete item; // the cards stay, and are placed again below
        }
        for (const QString &id : std::as_const(m_order)) {
            if (!order.contains(id)) {
                PlatformCourseCard *card = m_shown.take(id);
                card->hide();
                card->deleteLater(); // its button may be what asked
            }
        }
        for (const CatalogueCourse &each : courses) {
            PlatformCourseCard *&card = m_shown[each.id];
            if (!card) {
                card = new PlatformCourseCard(m_platform, each, this);
                card->setObjectName(u"platformCard-"_s % each.id);
                connect(card, &PlatformCourseCard::openRequested, this, &PlatformCourses::openRequested);
                connect(card, &PlatformCourseCard::removed, this, [this](const QString &id) {
                    showStorage();
                    Q_EMIT removed(id);
                });
                if (!m_theme.colours.isEmpty()) {
                    card->setTheme(m_theme);
                }
            }
            m_cards->addWidget(card);
            card->setVisible(true);
        }
        m_order = order;
    }
    for (const CatalogueCourse &each : courses) {
        m_shown.value(each.id)->show(each);
    }
}

void PlatformCourses::showStorage()
{
    whenDone(m_platform.storage(), this, [this](const Result<StorageUse> &use) {
        m_storage->setVisible(use.has_value());
        if (use) {
            m_storage->setText(text::describe(*use));
        }
    });
}

} // namespace studio::ui
