#include "ui/sync/state_panel.h"

#include "domain/ports/clock.h"
#include "domain/ports/platform.h"
#include "domain/when_done.h"
#include "text/sync_words.h"
#include "ui/account/account_dialog.h"
#include "ui/common/icons.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QUrl>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *makeSentence(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QWidget *makeNotice(const QString &name, QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setObjectName(name);
    frame->setProperty("notice", true);
    return frame;
}

} // namespace

StatePanel::StatePanel(Platform &platform, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_platform(platform)
    , m_clock(clock)
    , m_icon(new QLabel(this))
    , m_line(makeTitle({}, 15, this))
    , m_last(makeMuted({}, this))
    , m_notes(makeMuted({}, this))
    , m_progress(new QProgressBar(this))
    , m_trouble(makeNotice(u"syncTrouble"_s, this))
    , m_sentence(makeSentence(u"syncSentence"_s, m_trouble))
    , m_help(new QPushButton(m_trouble))
    , m_details(makeSentence(u"syncDetails"_s, m_trouble))
    , m_question(makeNotice(u"syncQuestion"_s, this))
    , m_asked(makeSentence(u"syncAsked"_s, m_question))
    , m_yes(new QPushButton(tr("Yes"), m_question))
    , m_no(new QPushButton(tr("No"), m_question))
    , m_send(new QPushButton(tr("Send now"), this))
    , m_failure(makeSentence(u"syncFailure"_s, this))
{
    m_line->setObjectName(u"syncLine"_s);
    m_icon->setFixedSize(22, 22);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Sending and fetching"));
    QSizePolicy keepsItsRoom = m_progress->sizePolicy();
    keepsItsRoom.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsItsRoom);
    m_help->setObjectName(u"syncHelp"_s);
    m_details->setProperty("muted", true);
    m_details->hide();
    m_yes->setObjectName(u"syncYes"_s);
    m_no->setObjectName(u"syncNo"_s);
    m_send->setObjectName(u"syncSend"_s);
    m_send->setProperty("primary", true);
    m_failure->setProperty("problem", true);
    m_failure->hide();

    auto *trouble = new QVBoxLayout(m_trouble);
    auto *troubleRow = new QHBoxLayout;
    troubleRow->addWidget(m_sentence, 1);
    troubleRow->addWidget(m_help);
    trouble->addLayout(troubleRow);
    trouble->addWidget(m_details);
    auto *question = new QHBoxLayout(m_question);
    question->addWidget(m_asked, 1);
    question->addWidget(m_yes);
    question->addWidget(m_no);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_line);
    texts->addWidget(m_last);
    texts->addWidget(m_notes);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addLayout(texts, 1);
    head->addWidget(m_send, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_question);
    column->addLayout(head);
    column->addWidget(m_progress);
    column->addWidget(m_trouble);
    column->addWidget(m_failure);

    connect(m_send, &QPushButton::clicked, this, &StatePanel::sendNow);
    connect(m_help, &QPushButton::clicked, this, &StatePanel::help);
    connect(m_yes, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_no, &QPushButton::clicked, this, [this] { answer(false); });
    connect(&platform, &Platform::statusChanged, this, &StatePanel::refresh);
    connect(&platform, &Platform::accountChanged, this, &StatePanel::refresh);
    refresh();
}

void StatePanel::setTheme(const Theme &theme)
{
    m_theme = theme;
    refresh();
}

void StatePanel::refresh()
{
    const SyncStatus status = m_platform.status();
    const QDateTime now = m_clock.nowUtc();
    const text::SyncLine line = text::syncLine(status, now);
    m_line->setText(line.text);
    m_last->setText(
        status.lastSentUtc.isValid() && line.tone != text::SyncTone::Sent
            ? tr("All was sent the last time at %1.").arg(text::pointInTime(status.lastSentUtc, now))
            : tr("Everything you do is saved on this computer first."));
    const QStringList notes = {text::describeClock(status), text::describeVault(status)};
    m_notes->setText(notes.join(u' ').trimmed());
    m_notes->setVisible(!m_notes->text().isEmpty());
    const bool working = m_sending || status.working;
    m_progress->setVisible(working);
    m_send->setEnabled(!working);
    showTrouble(status);
    showQuestion(status);
    if (!m_theme.colours.isEmpty()) {
        const bool bad = line.tone == text::SyncTone::Trouble;
        const QString name = bad                ? u"triangle-alert"_s
            : status.waiting > 0                ? u"cloud-upload"_s
            : line.tone == text::SyncTone::Sent ? u"check-check"_s
                                                : u"cloud"_s;
        const QString colour = bad ? u"bad"_s : line.tone == text::SyncTone::Sent ? u"good"_s : u"text"_s;
        m_icon->setPixmap(icon(name, m_theme.colour(colour)).pixmap(22, 22));
    }
}

void StatePanel::showTrouble(const SyncStatus &status)
{
    m_trouble->setVisible(status.trouble != SyncTrouble::None);
    m_sentence->setText(text::describeTrouble(status, m_clock.nowUtc()));
    m_details->setText(status.detail);
    const text::SyncRemedy remedy = text::remedyFor(status.trouble);
    if (remedy != text::SyncRemedy::ShowDetails) {
        m_details->hide();
    }
    switch (remedy) {
    case text::SyncRemedy::OpenBrowser:
        m_help->setText(tr("Open browser"));
        break;
    case text::SyncRemedy::SignIn:
        m_help->setText(tr("Sign in again…"));
        break;
    case text::SyncRemedy::ShowDetails:
        m_help->setText(m_details->isVisibleTo(m_trouble) ? tr("Hide details") : tr("Details"));
        break;
    case text::SyncRemedy::None:
    case text::SyncRemedy::SendNow: // the button above says it already
        break;
    }
    m_help->setVisible(remedy != text::SyncRemedy::None && remedy != text::SyncRemedy::SendNow
                       && (remedy != text::SyncRemedy::ShowDetails || !status.detail.isEmpty()));
}

void StatePanel::showQuestion(const SyncStatus &status)
{
    m_question->setVisible(status.question != SyncQuestion::None);
    m_asked->setText(text::describeQuestion(status));
    m_question->setAccessibleName(m_asked->text());
}

void StatePanel::help()
{
    const SyncStatus status = m_platform.status();
    switch (text::remedyFor(status.trouble)) {
    case text::SyncRemedy::OpenBrowser:
        Q_EMIT browserWanted(QUrl(m_platform.account().value_or(Account()).server));
        break;
    case text::SyncRemedy::SignIn:
        openSignIn(m_platform, this);
        break;
    case text::SyncRemedy::ShowDetails:
        m_details->setVisible(!m_details->isVisibleTo(m_trouble));
        showTrouble(status);
        break;
    case text::SyncRemedy::None:
    case text::SyncRemedy::SendNow:
        break;
    }
}

void StatePanel::sendNow()
{
    if (m_sending) {
        return;
    }
    setSending(true);
    m_failure->hide();
    whenDone(m_platform.syncNow(), this, [this](const Result<SyncStatus> &done) {
        setSending(false);
        // A trouble has its own place and more to say.
        if (!done && m_platform.status().trouble == SyncTrouble::None) {
            m_failure->setText(text::describePlatform(done.error()));
            m_failure->show();
        }
    });
}

void StatePanel::answer(bool yes)
{
    m_yes->setEnabled(false);
    m_no->setEnabled(false);
    whenDone(m_platform.answerQuestion(yes), this, [this](const Result<> &done) {
        m_yes->setEnabled(true);
        m_no->setEnabled(true);
        m_failure->setVisible(!done);
        if (!done) {
            m_failure->setText(text::describePlatform(done.error()));
        }
    });
}

void StatePanel::setSending(bool sending)
{
    m_sending = sending;
    refresh();
}

} // namespace studio::ui
