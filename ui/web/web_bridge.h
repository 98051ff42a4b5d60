#pragma once

#include <QObject>

namespace studio::ui {

/// What our viewer sees of the program, in the application world only: one function.
class WebBridge final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebBridge)

public:
    explicit WebBridge(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    Q_INVOKABLE void post(const QString &message) { Q_EMIT posted(message); } ///< JSON text, not yet checked.

Q_SIGNALS:
    void posted(const QString &message);
};

} // namespace studio::ui
