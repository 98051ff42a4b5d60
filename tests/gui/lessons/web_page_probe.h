#pragma once

#include <QString>
#include <QVariant>

class QWebEnginePage;
class QWebEngineView;

namespace studio::tests {

constexpr int kDeadline = 20'000; // ms

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
