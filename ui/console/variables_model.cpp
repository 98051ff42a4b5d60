#include "ui/console/variables_model.h"

#include <QFont>
#include <QLocale>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAtOnce = 100;

} // namespace

VariablesModel::VariablesModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

VariablesModel::~VariablesModel() = default;

void VariablesModel::setConsole(Console *console)
{
    if (m_console) {
        m_console->disconnect(this);
    }
    m_console = console;
    m_before.clear();
    show({});
    m_before.clear();
    if (m_console) {
        connect(m_console, &Console::variablesListed, this, &VariablesModel::show);
        connect(m_console, &Console::expanded, this, &VariablesModel::add);
    }
}

void VariablesModel::refresh()
{
    if (m_console && m_console->isAlive() && !m_console->isBusy()) {
        m_console->listVariables();
    }
}

void VariablesModel::show(const VariableList &list)
{
    beginResetModel();
    m_fetching.clear();
    m_root.inside.clear();
    QHash<QString, QString> now;
    for (const Variable &each : list.items) {
        auto row = std::make_unique<Row>();
        row->variable = each;
        row->parent = &m_root;
        row->number = static_cast<int>(m_root.inside.size());
        const auto before = m_before.constFind(each.name);
        row->changed = !m_before.isEmpty() && (before == m_before.constEnd() || *before != each.value);
        now.insert(each.name, each.value);
        m_root.inside.push_back(std::move(row));
    }
    if (list.more) {
        auto rest = std::make_unique<Row>();
        rest->parent = &m_root;
        rest->number = static_cast<int>(m_root.inside.size());
        rest->rest = true;
        m_root.inside.push_back(std::move(rest));
    }
    m_before = now;
    endResetModel();
    Q_EMIT refreshed();
}

void VariablesModel::add(const VariableChildren &children)
{
    Row *row = m_fetching.take(children.handle);
    if (!row) {
        return;
    }
    row->fetching = false;
    row->fetched = true;
    if (!row->inside.empty() && row->inside.back()->rest) {
        const auto last = static_cast<int>(row->inside.size()) - 1;
        beginRemoveRows(indexOf(row), last, last);
        row->inside.pop_back();
        endRemoveRows();
    }
    const auto shown = static_cast<qint64>(row->inside.size() + children.items.size());
    append(*row, children.items, children.items.empty() ? 0 : row->variable.children - shown);
}

void VariablesModel::append(Row &parent, const std::vector<Variable> &variables, qint64 more)
{
    const auto first = static_cast<int>(parent.inside.size());
    const int count = static_cast<int>(variables.size()) + (more > 0 ? 1 : 0);
    if (count == 0) {
        return;
    }
    beginInsertRows(indexOf(&parent), first, first + count - 1);
    for (int i = 0; i < count; ++i) {
        auto row = std::make_unique<Row>();
        row->parent = &parent;
        row->number = first + i;
        row->rest = i == static_cast<int>(variables.size());
        if (row->rest) {
            row->variable.length = more;
        } else {
            row->variable = variables[static_cast<std::size_t>(i)];
        }
        parent.inside.push_back(std::move(row));
    }
    endInsertRows();
}

VariablesModel::Row *VariablesModel::rowOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Row *>(index.internalPointer()) : const_cast<Row *>(&m_root);
}

QModelIndex VariablesModel::indexOf(const Row *row) const
{
    return row == &m_root ? QModelIndex() : createIndex(row->number, 0, row);
}

QModelIndex VariablesModel::index(int row, int column, const QModelIndex &parent) const
{
    const Row *within = rowOf(parent);
    const bool has = row >= 0 && column >= 0 && column < Columns && parent.column() <= 0
        && static_cast<std::size_t>(row) < within->inside.size();
    return has ? createIndex(row, column, within->inside[static_cast<std::size_t>(row)].get())
               : QModelIndex();
}

QModelIndex VariablesModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(rowOf(index)->parent) : QModelIndex();
}

int VariablesModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(rowOf(parent)->inside.size());
}

int VariablesModel::columnCount(const QModelIndex & /*parent*/) const
{
    return Columns;
}

bool VariablesModel::hasChildren(const QModelIndex &parent) const
{
    const Row *row = rowOf(parent);
    return parent.column() <= 0
        && (!row->inside.empty() || (row != &m_root && row->variable.handle != 0 && !row->fetched));
}

bool VariablesModel::canFetchMore(const QModelIndex &parent) const
{
    const Row *row = rowOf(parent);
    return parent.isValid() && parent.column() == 0 && row->variable.handle != 0 && !row->fetched
        && !row->fetching && m_console && m_console->isAlive();
}

void VariablesModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) {
        fetch(*rowOf(parent));
    }
}

void VariablesModel::showMore(const QModelIndex &index)
{
    const Row *row = rowOf(index);
    if (index.isValid() && row->rest && row->parent != &m_root && !row->parent->fetching && m_console) {
        fetch(*row->parent);
    }
}

void VariablesModel::fetch(Row &row)
{
    const bool rest = !row.inside.empty() && row.inside.back()->rest;
    row.fetching = true;
    m_fetching.insert(row.variable.handle, &row);
    m_console->expand(row.variable.handle, static_cast<qint64>(row.inside.size()) - (rest ? 1 : 0), kAtOnce);
}

QString VariablesModel::path(const QModelIndex &index) const
{
    QString path;
    for (const Row *row = rowOf(index); row != &m_root; row = row->parent) {
        const QString &name = row->variable.name;
        path.prepend(u'\n' + (name.isEmpty() ? QString::number(row->number) : name));
    }
    return path;
}

QString VariablesModel::label(const Row &row) const
{
    if (row.rest) {
        return row.variable.length < 0
            ? tr("More names are left out")
            : tr("%1 more: Return shows the next ones").arg(QLocale().toString(row.variable.length));
    }
    return row.variable.place == Variable::Place::Element ? tr("element") : row.variable.name;
}

QVariant VariablesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Row &row = *rowOf(index);
    const Variable &variable = row.variable;
    if (role == Qt::FontRole && row.changed && index.column() == Value) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    const bool spoken = role == Qt::AccessibleTextRole || role == Qt::ToolTipRole;
    if (role != Qt::DisplayRole && !spoken) {
        return {};
    }
    switch (index.column()) {
    case Name:
        return label(row);
    case Type:
        return variable.length < 0 || row.rest
            ? variable.type
            : u"%1 (%2)"_s.arg(variable.type, QLocale().toString(variable.length));
    case Value:
        return row.changed && role == Qt::AccessibleTextRole ? tr("%1, changed").arg(variable.value)
                                                             : variable.value;
    default:
        return {};
    }
}

QVariant VariablesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Name");
    case Type:
        return tr("Type and length");
    case Value:
        return tr("Value");
    default:
        return {};
    }
}

} // namespace studio::ui
