#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace studio::app {

/// Ctrl+C and a polite kill as a Qt signal, on the thread of this object. One instance a process.
class TerminationSignals final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminationSignals)

public:
    explicit TerminationSignals(QObject *parent = nullptr);
    ~TerminationSignals() override;

Q_SIGNALS:
    void received(int number);

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace studio::app
