#pragma once

#include <QString>
#include <QVariant>

#include <functional>

class QWebEnginePage;
class QWebEngineView;

namespace studio::tests {

constexpr int kDeadline = 20'000; // ms

/// Lets the event loop run until the condition holds; false when the deadline passed. Not QTest::qWaitFor(),
/// whose sleeps between events add up to seconds while Chromium starts.
bool spinUntil(const std::function<bool()> &condition, int deadline = kDeadline);

/// What the script gives in the application world; waits for it.
QVariant evaluate(QWebEnginePage &page, const QString &script);

/// Waits until the script gives true; false when the deadline passed.
bool waitUntil(QWebEnginePage &page, const QString &condition);

/// A real mouse click into the middle of the first element that fits.
void clickOn(QWebEngineView &view, const QString &selector);

/// Real keys; `text` without newlines.
void typeInto(QWebEngineView &view, const QString &text);
void press(QWebEngineView &view, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

/// What was written to the log while this object lives.
class LogProbe final
{
public:
    LogProbe();
    ~LogProbe();

    static int count(const QString &part);
};

} // namespace studio::tests
