#include "ui/exercises/history_view.h"

#include "domain/when_done.h"
#include "editor/widget/code_editor.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

QString reasonText(VersionReason reason)
{
    switch (reason) {
    case VersionReason::Typed:
        return HistoryView::tr("typed");
    case VersionReason::Run:
        return HistoryView::tr("run");
    case VersionReason::Checked:
        return HistoryView::tr("checked");
    case VersionReason::Opened:
        return HistoryView::tr("opened");
    case VersionReason::Restored:
        return HistoryView::tr("brought back");
    case VersionReason::Reset:
        return HistoryView::tr("before starting again");
    }
    Q_UNREACHABLE();
}

} // namespace

HistoryView::HistoryView(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_empty(new QLabel(tr("Nothing here yet. Each version that you run or check is kept."), this))
    , m_preview(new editor::CodeEditor(this))
    , m_restore(new QPushButton(tr("&Bring this version back"), this))
{
    m_list->setObjectName(u"historyList"_s);
    m_list->setAccessibleName(tr("Versions, newest first"));
    m_list->setMaximumWidth(260);
    m_empty->setWordWrap(true);
    m_empty->setMargin(16);
    m_preview->setReadOnly(true);
    m_preview->setAccessibleName(tr("The version chosen in the list"));
    m_restore->setObjectName(u"historyRestore"_s);
    auto *side = new QVBoxLayout;
    side->addWidget(m_preview, 1);
    side->addWidget(m_restore, 0, Qt::AlignTrailing);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_list);
    layout->addLayout(side, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &HistoryView::preview);
    connect(m_restore, &QPushButton::clicked, this, [this] { Q_EMIT restoreRequested(m_preview->text()); });
    show({});
}

void HistoryView::setSession(services::DocumentSession *session)
{
    m_session = session;
    refresh();
}

void HistoryView::refresh()
{
    if (!m_session) {
        return show({});
    }
    whenDone(m_session->versions(), this, [this](const Result<std::vector<DocumentVersion>> &versions) {
        show(versions ? *versions : std::vector<DocumentVersion>());
    });
}

void HistoryView::setTheme(const Theme &theme)
{
    m_preview->setTheme(theme.codeTheme());
}

void HistoryView::setZoom(int percent)
{
    m_preview->setZoom(percent);
}

void HistoryView::show(const std::vector<DocumentVersion> &versions)
{
    const bool some = !versions.empty();
    m_empty->setVisible(!some);
    m_list->setVisible(some);
    m_preview->setVisible(some);
    m_restore->setVisible(some);
    m_list->clear();
    for (const DocumentVersion &version : versions) {
        const QDateTime local = version.atUtc.toLocalTime();
        const QString day = local.date() == QDate::currentDate()
            ? QString()
            : locale().toString(local.date(), QLocale::ShortFormat) % u' ';
        auto *item
            = new QListWidgetItem(u"%1%2  %3"_s.arg(day, locale().toString(local.time(), u"HH:mm:ss"_s),
                                                    reasonText(version.reason)),
                                  m_list);
        item->setData(Qt::UserRole, version.id);
    }
    m_list->setCurrentRow(some ? 0 : -1);
}

void HistoryView::preview(int row)
{
    if (row < 0 || !m_session) {
        return;
    }
    const qint64 wanted = m_list->item(row)->data(Qt::UserRole).toLongLong();
    whenDone(m_session->versionText(wanted), this, [this, wanted](const Result<QString> &text) {
        const QListWidgetItem *current = m_list->currentItem();
        if (!current || current->data(Qt::UserRole).toLongLong() != wanted) {
            return; // another one was chosen meanwhile
        }
        m_restore->setEnabled(text.has_value());
        m_preview->setText(text ? *text : tr("This version can't be read any more."));
    });
}

} // namespace studio::ui
