#pragma once

#include "domain/forum.h"
#include "domain/ports/search_index.h"
#include "services/question_builder.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace studio::ui {

class ForumDesk;

/// Topics that may answer a question already: those of the exercise, then those found by the words of the
/// question. All from this computer.
class SimilarTopics final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SimilarTopics)

public:
    /// `search` null: only those of the exercise. Both outlive it.
    SimilarTopics(ForumDesk &desk, SearchIndex *search, QWidget *parent = nullptr);

    void look(const services::Question &question); ///< An earlier look ends.
    int count() const;
    void giveFocus();

Q_SIGNALS:
    void topicChosen(qint64 topicId);

private:
    void searchNext(int look);
    void add(qint64 topicId, const QString &title, const QString &facts);
    void finish();
    void openCurrent();

    ForumDesk &m_desk;
    SearchIndex *m_search;
    QLabel *m_sentence;
    QListWidget *m_list;
    QPushButton *m_open;
    std::vector<SearchRequest> m_searches; ///< Still to be done.
    std::vector<qint64> m_shown;
    int m_look = 0;
};

} // namespace studio::ui
