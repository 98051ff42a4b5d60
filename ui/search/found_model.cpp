#include "ui/search/found_model.h"

#include "text/sync_words.h"

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr FoundKind kOrder[]
    = {FoundKind::Topic, FoundKind::Post, FoundKind::Lesson, FoundKind::Exercise, FoundKind::OwnCode};

QString headingOf(FoundKind kind)
{
    switch (kind) {
    case FoundKind::Topic:
        return FoundModel::tr("Topics");
    case FoundKind::Post:
        return FoundModel::tr("Posts");
    case FoundKind::Lesson:
        return FoundModel::tr("Lessons");
    case FoundKind::Exercise:
        return FoundModel::tr("Exercises");
    case FoundKind::OwnCode:
        return FoundModel::tr("Your code");
    }
    Q_UNREACHABLE();
}

QString iconOf(FoundKind kind)
{
    switch (kind) {
    case FoundKind::Topic:
        return u"messages-square"_s;
    case FoundKind::Post:
        return u"message-square"_s;
    case FoundKind::Lesson:
        return u"book-open"_s;
    case FoundKind::Exercise:
        return u"pencil"_s;
    case FoundKind::OwnCode:
        return u"file-code"_s;
    }
    Q_UNREACHABLE();
}

QVariantList toVariant(const std::vector<MarkedSpan> &marks)
{
    QVariantList list;
    for (const MarkedSpan &mark : marks) {
        list << mark.start << mark.length;
    }
    return list;
}

QString factsOf(const FoundItem &found, const QDateTime &nowUtc)
{
    QStringList facts;
    for (const QString &each : {found.where, found.author}) {
        if (!each.isEmpty()) {
            facts += each;
        }
    }
    if (found.atUtc.isValid()) {
        facts += text::pointInTime(found.atUtc, nowUtc);
    }
    return facts.join(u" · "_s);
}

} // namespace

FoundModel::FoundModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void FoundModel::setCompletions(const QStringList &completions)
{
    if (completions != m_completions) {
        m_completions = completions;
        rebuild();
    }
}

void FoundModel::setAnswer(const SearchAnswer &answer, const QDateTime &nowUtc)
{
    m_answer.clear();
    m_count = static_cast<int>(answer.found.size());
    for (const FoundKind kind : kOrder) {
        bool first = true;
        for (const FoundItem &found : answer.found) {
            if (found.kind != kind) {
                continue;
            }
            if (std::exchange(first, false)) {
                m_answer.push_back({headingOf(kind), {}, {}, {}});
            }
            m_answer.push_back({{}, {}, found, factsOf(found, nowUtc)});
        }
    }
    rebuild();
}

void FoundModel::clear()
{
    m_answer.clear();
    m_completions.clear();
    m_count = 0;
    rebuild();
}

void FoundModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    if (!m_completions.isEmpty()) {
        m_rows.push_back({tr("Look only for"), {}, {}, {}});
        for (const QString &each : std::as_const(m_completions)) {
            m_rows.push_back({{}, each, {}, {}});
        }
    }
    m_rows.insert(m_rows.end(), m_answer.begin(), m_answer.end());
    endResetModel();
}

const FoundItem *FoundModel::found(int row) const
{
    if (row < 0 || row >= rowCount()) {
        return nullptr;
    }
    const Row &each = m_rows[static_cast<std::size_t>(row)];
    return each.heading.isEmpty() && each.completion.isEmpty() ? &each.found : nullptr;
}

QString FoundModel::completion(int row) const
{
    return row < 0 || row >= rowCount() ? QString() : m_rows[static_cast<std::size_t>(row)].completion;
}

int FoundModel::firstChoice() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (found(row)) {
            return row;
        }
    }
    return next(-1, 1);
}

int FoundModel::next(int row, int by) const
{
    for (int at = row + by; at >= 0 && at < rowCount(); at += by) {
        if (m_rows[static_cast<std::size_t>(at)].heading.isEmpty()) {
            return at;
        }
    }
    return row;
}

int FoundModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FoundModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (!row.heading.isEmpty()) {
        if (role == HeadingRole) {
            return true;
        }
        return role == Qt::DisplayRole ? QVariant(row.heading) : QVariant();
    }
    if (!row.completion.isEmpty()) {
        if (role == IconRole) {
            return u"funnel"_s;
        }
        const bool said = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
        return said ? QVariant(row.completion) : QVariant();
    }
    return ofFound(row, role);
}

QVariant FoundModel::ofFound(const Row &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return row.found.title;
    case Qt::AccessibleTextRole: {
        QStringList parts = {headingOf(row.found.kind), row.found.title, row.facts};
        if (row.found.unread) {
            parts += tr("unread");
        }
        parts += row.found.snippet.left(200);
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    case TitleMarksRole:
        return toVariant(row.found.titleMarks);
    case SnippetRole:
        return row.found.snippet;
    case SnippetMarksRole:
        return toVariant(row.found.marks);
    case FactsRole:
        return row.facts;
    case IconRole:
        return iconOf(row.found.kind);
    case UnreadRole:
        return row.found.unread;
    default:
        return {};
    }
}

Qt::ItemFlags FoundModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !m_rows[static_cast<std::size_t>(index.row())].heading.isEmpty()) {
        return Qt::ItemIsEnabled;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace studio::ui
