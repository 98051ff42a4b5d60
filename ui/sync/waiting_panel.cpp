#include "domain/ports/clock.h"
#include "domain/when_done.h"
#include "ui/sync/work_panels.h"
#include "ui/widgets/card.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRows = 500; // a person reads no more; the count is told

} // namespace

WaitingPanel::WaitingPanel(Platform &platform, const Clock &clock, text::Titles titles, QWidget *parent)
    : QWidget(parent)
    , m_platform(platform)
    , m_clock(clock)
    , m_titles(std::move(titles))
    , m_empty(makeMuted(tr("Looking what waits…"), this))
    , m_list(new QListWidget(this))
{
    m_empty->setObjectName(u"waitingEmpty"_s);
    m_list->setObjectName(u"waitingList"_s);
    m_list->setAccessibleName(tr("What waits to be sent"));
    m_list->setWordWrap(true);
    m_list->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_empty);
    column->addWidget(m_list);
    connect(&platform, &Platform::queueChanged, this, &WaitingPanel::refresh);
}

void WaitingPanel::refresh()
{
    whenDone(m_platform.waiting(), this,
             [this](const Result<std::vector<OutboxEntry>> &waiting) { show(waiting); });
}

void WaitingPanel::show(const Result<std::vector<OutboxEntry>> &waiting)
{
    const int current = m_list->currentRow();
    m_list->clear();
    if (!waiting) {
        m_empty->setText(tr("What waits could not be read. %1").arg(text::describePlatform(waiting.error())));
    } else {
        m_empty->setText(tr("Nothing is waiting."));
        for (const OutboxEntry &entry : *waiting) {
            if (m_list->count() == kMostRows) {
                m_list->addItem(tr("… and %1 more").arg(static_cast<int>(waiting->size()) - kMostRows));
                break;
            }
            QStringList facts;
            if (entry.madeUtc.isValid()) {
                facts += text::pointInTime(entry.madeUtc, m_clock.nowUtc());
            }
            if (const QString tries = text::describeTries(entry); !tries.isEmpty()) {
                facts += tries;
            }
            const QString words = text::describe(entry, m_titles);
            m_list->addItem(facts.isEmpty() ? words : words % u"\n"_s % facts.join(u" · "_s));
        }
    }
    const bool any = m_list->count() > 0;
    m_empty->setVisible(!any);
    m_list->setVisible(any);
    if (any) {
        m_list->setCurrentRow(qBound(0, current, m_list->count() - 1));
        // As high as its first rows: the page scrolls, not the list in it, until it is long.
        constexpr int kRowsShown = 8;
        m_list->setFixedHeight(m_list->sizeHintForRow(0) * qMin(m_list->count(), kRowsShown) + 8);
    }
}

} // namespace studio::ui
