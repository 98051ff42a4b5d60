#pragma once

#include "domain/ports/search_index.h"

#include <QAbstractListModel>

#include <vector>

namespace studio::ui {

/// What was found, kind by kind, each kind under its heading; before it, ways to go on with a filter that is
/// being typed. Headings cannot be chosen.
class FoundModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FoundModel)

public:
    enum Role {
        HeadingRole = Qt::UserRole + 1, ///< bool
        TitleMarksRole, ///< QVariantList of start, length, …
        SnippetRole,
        SnippetMarksRole,
        FactsRole, ///< Where, who, when.
        IconRole,
        UnreadRole, ///< bool
    };

    explicit FoundModel(QObject *parent = nullptr);

    /// What can stand where the last word is, e.g. `in:topics`.
    void setCompletions(const QStringList &completions);
    void setAnswer(const SearchAnswer &answer, const QDateTime &nowUtc);
    void clear();

    const FoundItem *found(int row) const; ///< Null: a heading or a completion.
    QString completion(int row) const; ///< Empty: none.
    int firstChoice() const; ///< The best thing found; -1: none.
    int next(int row, int by) const; ///< The next row that can be chosen; the same when there is none.

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        QString heading;
        QString completion;
        FoundItem found;
        QString facts;
    };

    QVariant ofFound(const Row &row, int role) const;
    void rebuild();

    QStringList m_completions;
    std::vector<Row> m_answer;
    std::vector<Row> m_rows;
    int m_count = 0; ///< Things found, for the screen reader's "3 of 12".
};

} // namespace studio::ui
