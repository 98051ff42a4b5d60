#include "ui/forum/topic_list_model.h"

#include "domain/when_done.h"

namespace studio::ui {

using namespace Qt::StringLiterals;

QString iconNameOf(const ForumTopic &topic)
{
    if (topic.announcement) {
        return u"megaphone"_s;
    }
    if (topic.pinned) {
        return u"pin"_s;
    }
    if (topic.locked) {
        return u"lock"_s;
    }
    const bool asks = !topic.exerciseId.isEmpty() || topic.subject.contains(u'?');
    return asks ? u"circle-question-mark"_s : u"message-square"_s;
}

TopicListModel::TopicListModel(Fetch fetch, Words words, QObject *parent)
    : QAbstractListModel(parent)
    , m_fetch(std::move(fetch))
    , m_words(std::move(words))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &TopicListModel::fetchWanted);
}

void TopicListModel::show(const TopicQuery &query)
{
    beginResetModel();
    m_query = query;
    m_query.limit = kPage;
    m_rows.clear();
    m_fetched.clear();
    m_wanted.clear();
    ++m_round;
    endResetModel();
    setState(State::Loading);
    fetchPage(0);
}

void TopicListModel::refresh()
{
    ++m_round;
    const std::set<int> known = std::exchange(m_fetched, {});
    m_wanted.clear();
    fetchPage(0);
    // The others come again when the view paints one of their rows; until then they show what they were.
    if (known.size() > 1) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

void TopicListModel::setTopic(const ForumTopic &topic)
{
    const int row = rowOf(topic.id);
    if (row >= 0) {
        m_rows[static_cast<std::size_t>(row)] = topic;
        Q_EMIT dataChanged(index(row), index(row));
    }
}

const ForumTopic *TopicListModel::topic(int row) const
{
    if (row < 0 || row >= rowCount()) {
        return nullptr;
    }
    const auto &topic = m_rows[static_cast<std::size_t>(row)];
    return topic ? &*topic : nullptr;
}

int TopicListModel::rowOf(qint64 topicId) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i] && m_rows[i]->id == topicId) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

int TopicListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TopicListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    want(index.row());
    const ForumTopic *topic = this->topic(index.row());
    if (!topic) {
        if (role == Qt::DisplayRole) {
            return u"…"_s;
        }
        return role == Qt::AccessibleTextRole ? QVariant(tr("Loading")) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return topic->subject;
    case Qt::ToolTipRole:
        return u"<qt>%1</qt>"_s.arg(topic->subject.toHtmlEscaped()); // somebody else's words: never markup
    case Qt::AccessibleTextRole:
        return m_words.spoken(*topic, index.row(), rowCount());
    case TopicIdRole:
        return topic->id;
    case UnreadRole:
        return topic->unread;
    case LineRole:
        return m_words.secondLine(*topic);
    case IconRole:
        return iconNameOf(*topic);
    default:
        return {};
    }
}

void TopicListModel::want(int row) const
{
    const int page = row / kPage;
    if (!m_fetched.contains(page) && m_wanted.insert(page).second) {
        m_soon.start();
    }
}

void TopicListModel::fetchWanted()
{
    for (const int page : std::exchange(m_wanted, {})) {
        fetchPage(page);
    }
}

void TopicListModel::fetchPage(int page)
{
    if (!m_fetched.insert(page).second) {
        return;
    }
    TopicQuery query = m_query;
    query.offset = page * kPage;
    whenDone(m_fetch(query), this, [this, page, round = m_round](const Result<TopicPage> &answer) {
        if (round == m_round) {
            receive(page, answer);
        }
    });
}

void TopicListModel::receive(int page, const Result<TopicPage> &answer)
{
    if (!answer) {
        m_error = answer.error();
        if (m_rows.empty()) {
            setState(State::Failed);
        }
        return; // what is shown stays; the next refresh tries again
    }
    setTotal(answer->total);
    const int first = page * kPage;
    const int count = qMin(static_cast<int>(answer->topics.size()), rowCount() - first);
    for (int i = 0; i < count; ++i) {
        m_rows[static_cast<std::size_t>(first + i)] = answer->topics[static_cast<std::size_t>(i)];
    }
    if (count > 0) {
        Q_EMIT dataChanged(index(first), index(first + count - 1));
    }
    setState(m_rows.empty() ? State::Empty : State::Filled);
    Q_EMIT pageShown(first, qMax(0, count));
}

void TopicListModel::setTotal(int total)
{
    const int before = rowCount();
    if (total > before) {
        beginInsertRows({}, before, total - 1);
        m_rows.resize(static_cast<std::size_t>(total));
        endInsertRows();
    } else if (total < before) {
        beginRemoveRows({}, total, before - 1);
        m_rows.resize(static_cast<std::size_t>(total));
        endRemoveRows();
    }
}

void TopicListModel::setState(State state)
{
    if (state != m_state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

} // namespace studio::ui
