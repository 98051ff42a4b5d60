#include "ui/forum/question_wizard_similar.h"

#include "domain/ports/clock.h"
#include "domain/ports/forum_store.h"
#include "domain/when_done.h"
#include "ui/forum/forum_desk.h"
#include "ui/forum/topic_words.h"
#include "ui/widgets/card.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostShown = 10;

} // namespace

SimilarTopics::SimilarTopics(ForumDesk &desk, SearchIndex *search, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_search(search)
    , m_sentence(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_open(new QPushButton(tr("&Read it instead of asking"), this))
{
    m_sentence->setObjectName(u"wizardSimilarSentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_list->setObjectName(u"wizardSimilar"_s);
    m_list->setAccessibleName(tr("Topics that may answer it already"));
    m_list->setWordWrap(true);
    m_list->setSpacing(2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_open->setObjectName(u"wizardOpen"_s);
    m_open->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_sentence);
    column->addWidget(m_list, 1);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    connect(m_list, &QListWidget::itemActivated, this, &SimilarTopics::openCurrent);
    connect(m_open, &QPushButton::clicked, this, &SimilarTopics::openCurrent);
    finish();
}

void SimilarTopics::look(const services::Question &question)
{
    const int look = ++m_look;
    m_list->clear();
    m_shown.clear();
    m_searches = m_search ? services::similarSearches(question) : std::vector<SearchRequest>();
    m_sentence->setText(tr("Looking for topics that may answer it already…"));
    m_list->hide();
    m_open->hide();
    whenDone(m_desk.store().topicsOfExercise(question.courseId, question.exerciseId), this,
             [this, look](const Result<std::vector<ForumTopic>> &topics) {
                 if (look != m_look) {
                     return;
                 }
                 const QDateTime now = m_desk.services().clock.nowUtc();
                 for (const ForumTopic &each : topics.value_or(std::vector<ForumTopic>())) {
                     add(each.id, each.subject, secondLineOf(each, now));
                 }
                 searchNext(look);
             });
}

void SimilarTopics::searchNext(int look)
{
    if (m_searches.empty() || m_shown.size() >= kMostShown) {
        return finish();
    }
    const SearchRequest request = m_searches.front();
    m_searches.erase(m_searches.begin());
    whenDone(m_search->search(request), this, [this, look](const Result<SearchAnswer> &answer) {
        if (look != m_look) {
            return;
        }
        if (answer) {
            for (const FoundItem &each : answer->found) {
                const QString facts = each.snippet.isEmpty() ? each.where : each.snippet;
                add(each.topicId, each.title, facts);
            }
        }
        searchNext(look); // a search that failed only finds nothing
    });
}

void SimilarTopics::add(qint64 topicId, const QString &title, const QString &facts)
{
    const bool known = std::find(m_shown.begin(), m_shown.end(), topicId) != m_shown.end();
    if (topicId == 0 || known || m_shown.size() >= kMostShown) {
        return;
    }
    m_shown.push_back(topicId);
    const QString subject = title.simplified().left(kLongestSubject);
    auto *item = new QListWidgetItem(subject % u'\n' % facts.simplified().left(160), m_list);
    item->setData(Qt::UserRole, topicId);
    item->setData(Qt::AccessibleTextRole, u"%1. %2"_s.arg(subject, facts.simplified().left(160)));
}

void SimilarTopics::finish()
{
    const bool some = m_list->count() > 0;
    m_list->setVisible(some);
    m_open->setVisible(some);
    if (some) {
        m_sentence->setText(tr("One of these may answer it already. Open it with Enter, and your question is "
                               "kept as a draft; or go on."));
        if (m_list->currentRow() < 0) {
            m_list->setCurrentRow(0);
        }
    } else {
        m_sentence->setText(tr("Nothing like it is among the posts on this computer. Go on to the preview."));
    }
    m_sentence->setAccessibleName(m_sentence->text());
}

int SimilarTopics::count() const
{
    return m_list->count();
}

void SimilarTopics::giveFocus()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void SimilarTopics::openCurrent()
{
    if (const QListWidgetItem *item = m_list->currentItem()) {
        Q_EMIT topicChosen(item->data(Qt::UserRole).toLongLong());
    }
}

} // namespace studio::ui
