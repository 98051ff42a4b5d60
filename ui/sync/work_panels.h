#pragma once

#include "domain/ports/platform.h"
#include "text/sync_words.h"
#include "ui/common/theme.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace studio {
class Clock;
} // namespace studio

namespace studio::ui {

/// What waits to be sent, in words and in its order.
class WaitingPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WaitingPanel)

public:
    WaitingPanel(Platform &platform, const Clock &clock, text::Titles titles, QWidget *parent = nullptr);

    void refresh();

private:
    void show(const Result<std::vector<OutboxEntry>> &waiting);

    Platform &m_platform;
    const Clock &m_clock;
    text::Titles m_titles;
    QLabel *m_empty;
    QListWidget *m_list;
};

/// Work that the platform refused: read why, try again, save all, throw one away with a typed word.
class KeptPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeptPanel)

public:
    KeptPanel(Platform &platform, text::Titles titles, QWidget *parent = nullptr);

    void refresh();
    void exportTo(const QString &path); ///< As after choosing a file.

Q_SIGNALS:
    void filled(bool any); ///< Whether there is anything to show.

private:
    void show(const Result<std::vector<KeptWork>> &kept);
    QWidget *makeRow(const KeptWork &kept);
    void askDiscard(const KeptWork &kept, const QString &words);
    void say(const QString &text);
    void tell(const Result<> &done, const QString &success);

    Platform &m_platform;
    text::Titles m_titles;
    QLabel *m_message;
    QVBoxLayout *m_rows;
    QPushButton *m_export;
};

/// Two texts of one thing, side by side, and the choice.
class ConflictsPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConflictsPanel)

public:
    ConflictsPanel(Platform &platform, const Clock &clock, text::Titles titles, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void filled(bool any);

private:
    void show(const Result<std::vector<SyncConflict>> &conflicts);
    QWidget *makeRow(const SyncConflict &conflict);
    QWidget *makeSide(const QString &title, const QDateTime &when, const QString &text, const QString &name);
    void choose(qint64 id, ConflictChoice choice);

    Platform &m_platform;
    const Clock &m_clock;
    text::Titles m_titles;
    QLabel *m_message;
    QVBoxLayout *m_rows;
};

} // namespace studio::ui
