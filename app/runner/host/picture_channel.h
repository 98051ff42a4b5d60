#pragma once

#include "domain/drawing.h"
#include "domain/picture.h"
#include "runner/protocol/messages.h"

#include <QObject>

namespace studio::runner {

/// What one worker draws, and what a person does on it. Trusts nothing that the worker sends, and never has
/// more than one unanswered message of events under way: a program that does not listen costs nothing.
class PictureChannel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PictureChannel)

public:
    explicit PictureChannel(QObject *parent = nullptr);
    ~PictureChannel() override = default;

    bool handle(const Json &message); ///< Whether the message was about pictures.
    void add(const CanvasEvent &event); ///< Left out when the program has not asked for it.

Q_SIGNALS:
    void drew(const studio::DrawingChange &change);
    void pictureShown(const studio::Picture &picture);
    void toSend(const studio::runner::Json &message);

private:
    bool isWanted(const CanvasEvent &event) const;
    void sendNext();

    DrawingListens m_listens;
    QList<CanvasEvent> m_waiting; ///< Bounded.
    bool m_unheard = false;
    int m_pictures = 0;
    qint64 m_pictureBytes = 0;
};

} // namespace studio::runner
