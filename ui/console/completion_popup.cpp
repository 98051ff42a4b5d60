#include "ui/console/completion_popup.h"

#include <QScrollBar>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRows = 8;
constexpr int kWord = Qt::UserRole;
constexpr int kPadding = 8;

QString kindText(Completion::Kind kind)
{
    switch (kind) {
    case Completion::Kind::Value:
        return {};
    case Completion::Kind::Function:
        return CompletionPopup::tr("function");
    case Completion::Kind::Class:
        return CompletionPopup::tr("class");
    case Completion::Kind::Module:
        return CompletionPopup::tr("module");
    case Completion::Kind::Attribute:
        return CompletionPopup::tr("property");
    case Completion::Kind::Keyword:
        return CompletionPopup::tr("keyword");
    case Completion::Kind::Parameter:
        return CompletionPopup::tr("parameter");
    }
    Q_UNREACHABLE();
}

} // namespace

CompletionPopup::CompletionPopup(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"completionPopup"_s);
    setAccessibleName(tr("Completions"));
    setFocusPolicy(Qt::NoFocus);
    setLayoutDirection(Qt::LeftToRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    hide();
    connect(this, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { Q_EMIT clickedOn(item->data(kWord).toString()); });
}

void CompletionPopup::showList(const CompletionList &list)
{
    clear();
    for (const Completion &each : list.items) {
        const QString kind = kindText(each.kind);
        auto *item = new QListWidgetItem(kind.isEmpty() ? each.text : each.text + u"   "_s + kind, this);
        item->setData(kWord, each.text);
        item->setData(Qt::AccessibleTextRole, QString(each.text % u' ' % kind));
    }
    if (list.more) {
        auto *rest = new QListWidgetItem(tr("More: type on to see them"), this);
        rest->setFlags(Qt::NoItemFlags);
    }
    setCurrentRow(0);
}

void CompletionPopup::filter(const QString &prefix)
{
    int first = -1;
    for (int row = 0; row < count(); ++row) {
        const QString word = item(row)->data(kWord).toString();
        const bool fits = word.startsWith(prefix) && word != prefix;
        item(row)->setHidden(!fits);
        first = fits && first < 0 ? row : first;
    }
    if (first < 0) {
        hide();
    } else if (!currentItem() || currentItem()->isHidden()) {
        setCurrentRow(first);
    }
}

void CompletionPopup::placeBelow(const QRect &caret)
{
    int rows = 0;
    for (int row = 0; row < count() && rows < kMostRows; ++row) {
        rows += item(row)->isHidden() ? 0 : 1;
    }
    const int frame = 2 * frameWidth() + kPadding;
    const int height = rows * std::max(1, sizeHintForRow(0)) + frame;
    const int width = std::clamp(sizeHintForColumn(0) + frame + verticalScrollBar()->sizeHint().width(), 160,
                                 std::max(160, parentWidget()->width() - 16));
    const bool below = caret.bottom() + height + 4 <= parentWidget()->height();
    const int top = below ? caret.bottom() + 4 : std::max(0, caret.top() - height - 4);
    const int left = std::clamp(caret.left(), 0, std::max(0, parentWidget()->width() - width - 8));
    setGeometry(left, top, width, height);
    raise();
    show();
    scrollToItem(currentItem());
}

bool CompletionPopup::handleKey(int key)
{
    std::vector<int> shown;
    for (int row = 0; row < count(); ++row) {
        if (!item(row)->isHidden() && item(row)->flags() != Qt::NoItemFlags) {
            shown.push_back(row);
        }
    }
    if (shown.empty()) {
        return false;
    }
    const auto last = static_cast<int>(shown.size()) - 1;
    const auto at
        = static_cast<int>(std::find(shown.begin(), shown.end(), currentRow()) - shown.begin()) % (last + 1);
    int to = at;
    switch (key) {
    case Qt::Key_Up:
        to = at == 0 ? last : at - 1;
        break;
    case Qt::Key_Down:
        to = at == last ? 0 : at + 1;
        break;
    case Qt::Key_PageUp:
        to = std::max(0, at - kMostRows);
        break;
    case Qt::Key_PageDown:
        to = std::min(last, at + kMostRows);
        break;
    default:
        return false;
    }
    setCurrentRow(shown[static_cast<std::size_t>(to)]);
    return true;
}

QString CompletionPopup::chosen() const
{
    return currentItem() ? currentItem()->data(kWord).toString() : QString();
}

} // namespace studio::ui
