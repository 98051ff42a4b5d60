#include "runner/host/picture_channel.h"

#include "runner/host/drawing_messages.h"

#include <utility>

namespace studio::runner {

namespace {

constexpr int kMostPictures = 100; // in one run
constexpr qint64 kMostPictureBytes = 64LL << 20;
constexpr qsizetype kMostWaiting = 200;

} // namespace

PictureChannel::PictureChannel(QObject *parent)
    : QObject(parent)
{
}

bool PictureChannel::handle(const Json &message)
{
    const std::string type = textField(message, "type");
    if (type == "drawing") {
        const DrawingChange change = drawingChangeFrom(message);
        if (change.listens) {
            m_listens = *change.listens;
        }
        Q_EMIT drew(change);
    } else if (type == "picture") {
        const auto picture = pictureFrom(message);
        if (picture && m_pictures < kMostPictures && m_pictureBytes < kMostPictureBytes) {
            ++m_pictures;
            m_pictureBytes += picture->png.size() + picture->svg.size();
            Q_EMIT pictureShown(*picture);
        }
    } else if (type == "heard") {
        m_unheard = false;
        sendNext();
    } else {
        return false;
    }
    return true;
}

void PictureChannel::add(const CanvasEvent &event)
{
    if (!isWanted(event)) {
        return;
    }
    const bool follows = !m_waiting.isEmpty() && event.kind == CanvasEvent::Kind::Move
        && m_waiting.last().kind == CanvasEvent::Kind::Move && m_waiting.last().button == event.button;
    if (follows) {
        m_waiting.last() = event; // where the mouse is now is all that counts
    } else if (m_waiting.size() < kMostWaiting) {
        m_waiting.append(event);
    }
    sendNext();
}

bool PictureChannel::isWanted(const CanvasEvent &event) const
{
    switch (event.kind) {
    case CanvasEvent::Kind::Key:
    case CanvasEvent::Kind::ReleaseKey:
        return m_listens.keys.contains(event.key) || m_listens.keys.contains(QString());
    case CanvasEvent::Kind::Press:
    case CanvasEvent::Kind::Release:
        return m_listens.mouse;
    case CanvasEvent::Kind::Move:
        return event.button > 0 ? m_listens.mouse : m_listens.motion;
    }
    Q_UNREACHABLE();
}

void PictureChannel::sendNext()
{
    if (!m_unheard && !m_waiting.isEmpty()) {
        m_unheard = true;
        Q_EMIT toSend(eventsMessage(std::exchange(m_waiting, {})));
    }
}

} // namespace studio::runner
