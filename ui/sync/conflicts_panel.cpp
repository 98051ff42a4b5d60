#include "domain/ports/clock.h"
#include "domain/when_done.h"
#include "ui/sync/work_panels.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSideHeight = 150;

} // namespace

ConflictsPanel::ConflictsPanel(Platform &platform, const Clock &clock, text::Titles titles, QWidget *parent)
    : QWidget(parent)
    , m_platform(platform)
    , m_clock(clock)
    , m_titles(std::move(titles))
    , m_message(new QLabel(this))
    , m_rows(new QVBoxLayout)
{
    m_message->setObjectName(u"conflictsMessage"_s);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    m_rows->setSpacing(20);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_message);
    column->addLayout(m_rows);
    connect(&platform, &Platform::queueChanged, this, &ConflictsPanel::refresh);
}

void ConflictsPanel::refresh()
{
    whenDone(m_platform.conflicts(), this,
             [this](const Result<std::vector<SyncConflict>> &conflicts) { show(conflicts); });
}

void ConflictsPanel::show(const Result<std::vector<SyncConflict>> &conflicts)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater(); // its button may be what asked
        item->widget()->hide();
        delete item;
    }
    m_message->setVisible(!conflicts);
    if (!conflicts) {
        m_message->setText(
            tr("The two texts could not be read. %1").arg(text::describePlatform(conflicts.error())));
    } else {
        for (const SyncConflict &each : *conflicts) {
            m_rows->addWidget(makeRow(each));
        }
    }
    Q_EMIT filled(!conflicts || !conflicts->empty());
}

QWidget *ConflictsPanel::makeSide(const QString &title, const QDateTime &when, const QString &text,
                                  const QString &name)
{
    auto *side = new QWidget(this);
    auto *label = new QLabel(
        when.isValid() ? tr("%1, %2").arg(title, text::pointInTime(when, m_clock.nowUtc())) : title, side);
    label->setTextFormat(Qt::PlainText);
    auto *view = new QPlainTextEdit(text, side);
    view->setObjectName(name);
    view->setAccessibleName(title);
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setFixedHeight(kSideHeight);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(label);
    column->addWidget(view);
    return side;
}

QWidget *ConflictsPanel::makeRow(const SyncConflict &conflict)
{
    auto *row = new QWidget(this);
    row->setObjectName(u"conflictRow"_s);
    const QString words = text::describe(conflict, m_titles);
    auto *title = new QLabel(words, row);
    title->setWordWrap(true);
    title->setTextFormat(Qt::PlainText);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(16);
    sides->addWidget(makeSide(tr("On this computer"), conflict.mineUtc, conflict.mine, u"conflictMine"_s));
    sides->addWidget(
        makeSide(tr("On the platform"), conflict.theirsUtc, conflict.theirs, u"conflictTheirs"_s));
    auto *buttons = new QHBoxLayout;
    const auto add = [&](const QString &text, const QString &name, ConflictChoice choice) {
        auto *button = new QPushButton(text, row);
        button->setObjectName(name);
        button->setAccessibleName(u"%1: %2"_s.arg(text, words));
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this,
                [this, id = conflict.id, choice] { choose(id, choice); });
    };
    add(tr("Keep mine"), u"keepMine"_s, ConflictChoice::Mine);
    add(tr("Take the platform's"), u"keepTheirs"_s, ConflictChoice::Theirs);
    add(tr("Keep both, one below the other"), u"keepBoth"_s, ConflictChoice::Both);
    buttons->addStretch();
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(title);
    column->addLayout(sides);
    column->addLayout(buttons);
    return row;
}

void ConflictsPanel::choose(qint64 id, ConflictChoice choice)
{
    whenDone(m_platform.resolveConflict(id, choice), this, [this](const Result<> &done) {
        m_message->setVisible(!done);
        if (!done) {
            m_message->setText(text::describePlatform(done.error()));
        }
    });
}

} // namespace studio::ui
