#pragma once

#include "domain/forum.h"
#include "domain/result.h"

#include <QAbstractListModel>
#include <QFuture>
#include <QTimer>

#include <functional>
#include <set>
#include <vector>

namespace studio::ui {

/// The topics of a query, fetched page by page as rows are looked at. A row that is not here yet has no topic
/// and says so.
class TopicListModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicListModel)

public:
    static constexpr int kPage = 200; ///< Rows fetched at once.

    enum class State { Loading, Filled, Empty, Failed };

    enum Role {
        TopicIdRole = Qt::UserRole + 1, ///< qint64; 0: not here yet.
        UnreadRole, ///< int
        LineRole, ///< The second line.
        IconRole, ///< Name of the icon.
    };

    using Fetch = std::function<QFuture<Result<TopicPage>>(const TopicQuery &)>;
    using SecondLine = std::function<QString(const ForumTopic &)>;
    using SpokenText = std::function<QString(const ForumTopic &, int row, int count)>;

    struct Words
    {
        SecondLine secondLine;
        SpokenText spoken; ///< For the screen reader: everything that the row shows.
    };

    TopicListModel(Fetch fetch, Words words, QObject *parent = nullptr);

    void show(const TopicQuery &query); ///< Starts anew.
    void refresh(); ///< The same query again: what was fetched stays until the newer state is here.
    void setTopic(const ForumTopic &topic); ///< A newer state of one that may be among them.

    const ForumTopic *topic(int row) const; ///< Null: not here yet, or no such row.
    int rowOf(qint64 topicId) const; ///< -1: not among those that are here.

    State state() const { return m_state; }

    const Error &error() const { return m_error; } ///< For Failed.

    const TopicQuery &query() const { return m_query; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void stateChanged();
    void pageShown(int firstRow, int count);

private:
    void want(int row) const;
    void fetchWanted();
    void fetchPage(int page);
    void receive(int page, const Result<TopicPage> &answer);
    void setTotal(int total);
    void setState(State state);

    Fetch m_fetch;
    Words m_words;
    TopicQuery m_query;
    std::vector<std::optional<ForumTopic>> m_rows;
    State m_state = State::Loading;
    Error m_error;
    quint64 m_round = 0; ///< Answers to an earlier query or refresh are of no use.
    std::set<int> m_fetched; ///< Pages that are here or under way, of this round.
    mutable std::set<int> m_wanted; ///< Asked for by data(), fetched when the view has painted.
    mutable QTimer m_soon;
};

/// The icon that says what kind of topic it is.
QString iconNameOf(const ForumTopic &topic);

} // namespace studio::ui
