#pragma once

#include "domain/drawing.h"

#include <QTest>

#include "runs.h"

namespace studio::test {

/// A turtle program in a real worker, with what it has drawn so far.
class DrawingRun final
{
public:
    explicit DrawingRun(const RunRequest &request)
        : running(request)
    {
        QObject::connect(&running.run(), &Run::drew, &running.run(), [this](const DrawingChange &change) {
            ++m_changes;
            if (change.fresh) {
                ++m_canvases;
            }
            if (change.listens) {
                m_listens = *change.listens;
            }
            m_drawing.apply(change);
        });
    }

    const Drawing &drawing() const { return m_drawing; }

    const DrawingListens &listens() const { return m_listens; }

    int changes() const { return m_changes; }

    int canvases() const { return m_canvases; }

    std::vector<DrawingItem> of(DrawingItem::Kind kind, bool pointers = false) const
    {
        std::vector<DrawingItem> found;
        for (const DrawingItem &each : m_drawing.items()) {
            if (each.kind == kind && each.pointer == pointers) {
                found.push_back(each);
            }
        }
        return found;
    }

    std::vector<DrawingItem> lines() const { return of(DrawingItem::Kind::Line); }

    std::vector<DrawingItem> areas() const { return of(DrawingItem::Kind::Area); }

    std::vector<DrawingItem> texts() const { return of(DrawingItem::Kind::Text); }

    std::vector<DrawingItem> pointers() const { return of(DrawingItem::Kind::Area, true); }

    void press(const QString &key)
    {
        running.run().sendEvent({CanvasEvent::Kind::Key, key, false, {}, 0});
        running.run().sendEvent({CanvasEvent::Kind::ReleaseKey, key, false, {}, 0});
    }

    void click(QPointF at)
    {
        running.run().sendEvent({CanvasEvent::Kind::Press, {}, false, at, 1});
        running.run().sendEvent({CanvasEvent::Kind::Release, {}, false, at, 1});
    }

    template<typename Condition>
    bool reaches(Condition condition, int milliseconds = 10'000) const
    {
        return QTest::qWaitFor(condition, milliseconds);
    }

    Running running;

private:
    Drawing m_drawing;
    DrawingListens m_listens;
    int m_changes = 0;
    int m_canvases = 0;
};

/// With a person who looks on: input is asked for, drawing keeps its pace.
inline RunRequest watched(const QString &code)
{
    RunRequest made = request(code);
    made.input.reset();
    return made;
}

} // namespace studio::test
