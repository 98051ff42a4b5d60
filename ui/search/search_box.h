#pragma once

#include "domain/ports/search_index.h"
#include "domain/progress.h"
#include "ui/common/theme.h"

#include <QFrame>
#include <QFuture>
#include <QPointer>

#include <functional>
#include <optional>

class QLabel;
class QLineEdit;
class QListView;

namespace studio {
class Clock;
} // namespace studio

namespace studio::ui {

class FoundDelegate;
class FoundModel;

/// The box over the window in which everything is found as it is typed.
class SearchBox final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchBox)

public:
    /// How it finds: the search service.
    struct Source
    {
        std::function<QFuture<Result<SearchAnswer>>(const QString &typed)> search;
        /// Of its last word. Asked at once, and again when the answer is there.
        std::function<QStringList(const QString &typed)> completions;
    };

    SearchBox(Source source, const Clock &clock, QWidget *parent);

    void open(const QString &typed = {}); ///< What was typed the last time is selected when nothing is given.
    void setTheme(const Theme &theme);
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void opened();
    void placeChosen(const studio::Place &place);

private:
    void layOut();
    void place();
    void search();
    void receive(const QString &typed, const Result<SearchAnswer> &answer);
    void say(const QString &sentence);
    void choose(int row);
    void moveBy(int by);
    void close();

    Source m_source;
    const Clock &m_clock;
    QLineEdit *m_edit;
    QLabel *m_message;
    QListView *m_list;
    QLabel *m_help;
    FoundModel *m_model;
    FoundDelegate *m_delegate;
    QTimer *m_typed;
    QPointer<QWidget> m_focusBefore;
    bool m_accepts = false; ///< Enter was pressed before the answer was there.
};

/// Where what was found is. Nothing: a kind of code that has no page.
std::optional<Place> placeOf(const FoundItem &found);

} // namespace studio::ui
