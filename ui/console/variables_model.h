#pragma once

#include "domain/ports/console.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QPointer>

#include <memory>
#include <vector>

namespace studio::ui {

/// The names of a console with their types and values, and what is inside them: a hundred rows when a value
/// is opened, and more when they are asked for.
class VariablesModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VariablesModel)

public:
    enum Column { Name, Type, Value, Columns };

    explicit VariablesModel(QObject *parent = nullptr);
    ~VariablesModel() override;

    void setConsole(Console *console); ///< Null: no names.
    void refresh(); ///< Does nothing while a statement runs.

    /// At the row that says how many more there are: the next hundred take its place.
    void showMore(const QModelIndex &index);

    QString path(const QModelIndex &index) const; ///< Stays the same over refresh().

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void refreshed();

private:
    struct Row
    {
        Variable variable;
        Row *parent = nullptr;
        int number = 0;
        std::vector<std::unique_ptr<Row>> inside;
        bool fetching = false;
        bool fetched = false; ///< What is inside was told once.
        bool rest = false; ///< Says only that there is more.
        bool changed = false; ///< Since the statement before.
    };

    Row *rowOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Row *row) const;
    void show(const VariableList &list);
    void add(const VariableChildren &children);
    void append(Row &parent, const std::vector<Variable> &variables, qint64 more);
    void fetch(Row &row);
    QString label(const Row &row) const;

    QPointer<Console> m_console;
    Row m_root;
    QHash<quint64, Row *> m_fetching;
    QHash<QString, QString> m_before; ///< Values of the names at the last refresh but one.
};

} // namespace studio::ui
