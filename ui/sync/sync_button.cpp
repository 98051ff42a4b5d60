#include "ui/sync/sync_button.h"

#include "domain/ports/clock.h"
#include "domain/ports/platform.h"
#include "text/sync_words.h"
#include "ui/common/icons.h"

#include <QStyle>
#include <QTimer>

#include <chrono>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kMoment{200};
constexpr std::chrono::minutes kStale{1}; // "10:42" becomes "yesterday 10:42"

QString iconOf(text::SyncTone tone)
{
    switch (tone) {
    case text::SyncTone::Quiet:
        return u"cloud"_s;
    case text::SyncTone::Working:
        return u"refresh-cw"_s;
    case text::SyncTone::Waiting:
        return u"cloud-upload"_s;
    case text::SyncTone::Sent:
        return u"check-check"_s;
    case text::SyncTone::Trouble:
        return u"triangle-alert"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

SyncButton::SyncButton(Platform &platform, const Clock &clock, QWidget *parent)
    : QPushButton(parent)
    , m_platform(platform)
    , m_clock(clock)
{
    setObjectName(u"syncState"_s);
    setFlat(true);
    setCursor(Qt::PointingHandCursor);
    setIconSize({15, 15});
    auto *soon = new QTimer(this);
    soon->setSingleShot(true);
    soon->setInterval(kMoment);
    connect(soon, &QTimer::timeout, this, &SyncButton::refresh);
    const auto later = [soon] {
        if (!soon->isActive()) {
            soon->start();
        }
    };
    connect(&platform, &Platform::statusChanged, this, later);
    connect(&platform, &Platform::accountChanged, this, later);
    auto *minute = new QTimer(this);
    connect(minute, &QTimer::timeout, this, &SyncButton::refresh);
    minute->start(kStale);
    refresh();
}

void SyncButton::setTheme(const Theme &theme)
{
    m_theme = theme;
    refresh();
}

void SyncButton::refresh()
{
    const SyncStatus status = m_platform.status();
    text::SyncLine line = text::syncLine(status, m_clock.nowUtc());
    if (line.text.isEmpty()) {
        line = {tr("Not signed in"), text::SyncTone::Quiet};
    }
    const bool trouble = line.tone == text::SyncTone::Trouble;
    const QString more = text::describeTrouble(status, m_clock.nowUtc());
    setText(line.text);
    setAccessibleName(tr("Sync: %1").arg(line.text));
    setAccessibleDescription(more);
    setToolTip(more.isEmpty() ? tr("Show what waits and what was sent (Ctrl+5)") : more);
    if (property("problem").toBool() != trouble) {
        setProperty("problem", trouble);
        style()->unpolish(this);
        style()->polish(this);
    }
    if (!m_theme.colours.isEmpty()) {
        setIcon(ui::icon(iconOf(line.tone), m_theme.colour(trouble ? u"bad"_s : u"muted"_s)));
    }
}

} // namespace studio::ui
