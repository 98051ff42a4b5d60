#pragma once

#include <QObject>
#include <QString>

namespace studio {

/// A few words on the desktop, outside the window.
struct DesktopNotice
{
    QString title; ///< One line.
    QString text; ///< Plain, may have lines and hold anything: what the desktop takes for markup is escaped.
    QString action; ///< What choosing it does, in a word, for desktops that say so.

    bool operator==(const DesktopNotice &) const = default;
};

/// Where the desktop shows what programs want to say. There is one notice at a time: the next one takes its
/// place. Every call returns at once, whatever the desktop's service does.
///
/// Lives on the thread of services and pages; owned by the composition root. A notice goes with it, since
/// nobody would hear of a click any more.
class DesktopNotices : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopNotices)

public:
    enum class Offer {
        Unknown, ///< Nobody asked yet, or the answer is still to come.
        Shown, ///< The desktop shows them.
        Missing, ///< It has no place for them, or does not answer.
    };

    explicit DesktopNotices(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    ~DesktopNotices() override = default;

    virtual Offer offer() const = 0;
    virtual void ask() = 0; ///< Finds out by trying; offerChanged() follows when it is another one.
    virtual void show(const DesktopNotice &notice) = 0;
    virtual void withdraw() = 0; ///< What is shown is over.

Q_SIGNALS:
    void offerChanged();
    /// The person chose the notice. `token`: what the desktop wants to see before a window comes to the
    /// front; empty: nothing.
    void chosen(const QString &token);
    void closed(); ///< It is gone from the desktop: by the person or by time.
};

} // namespace studio
