#include "web_page_probe.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QStringList>
#include <QTest>
#include <QTimer>
#include <QWebEnginePage>
#include <QWebEngineScript>
#include <QWebEngineView>

#include <catch2/catch.hpp>

#include <memory>

namespace studio::tests {

using namespace Qt::StringLiterals;

namespace {

QStringList &lines()
{
    static QStringList all;
    return all;
}

QtMessageHandler before = nullptr;

void record(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    lines().append(text);
    before(type, context, text);
}

} // namespace

bool spinUntil(const std::function<bool()> &condition, int deadline)
{
    const QDeadlineTimer end(deadline);
    QTimer waker; // so that a condition without an event of its own is looked at as well
    waker.start(10);
    while (!condition()) {
        if (end.hasExpired()) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

QVariant evaluate(QWebEnginePage &page, const QString &script)
{
    const auto answer = std::make_shared<std::optional<QVariant>>(); // outlives this call when the page dies
    page.runJavaScript(script, QWebEngineScript::ApplicationWorld,
                       [answer](const QVariant &value) { *answer = value; });
    return spinUntil([&] { return answer->has_value(); }, kDeadline) ? **answer : QVariant();
}

bool waitUntil(QWebEnginePage &page, const QString &condition)
{
    return spinUntil([&] { return evaluate(page, condition).toBool(); }, kDeadline);
}

void clickOn(QWebEngineView &view, const QString &selector)
{
    const QString script
        = u"(() => { const e = document.querySelector(`%1`); e.scrollIntoView({block: 'center'});"
          "window.clickSeen = false; addEventListener('click', () => { window.clickSeen = true; }, {once: "
          "true, capture: true});"
          "const r = e.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; })()"_s;
    const QVariantList at = evaluate(*view.page(), script.arg(selector)).toList();
    REQUIRE(at.size() == 2);
    const QPointF place(at[0].toDouble() * view.zoomFactor(), at[1].toDouble() * view.zoomFactor());
    QTest::mouseClick(view.focusProxy(), Qt::LeftButton, Qt::NoModifier, place.toPoint());
    REQUIRE(waitUntil(*view.page(), u"window.clickSeen"_s));
}

void typeInto(QWebEngineView &view, const QString &text)
{
    QTest::keyClicks(view.focusProxy(), text);
}

void press(QWebEngineView &view, int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(view.focusProxy(), static_cast<Qt::Key>(key), modifiers);
}

LogProbe::LogProbe()
{
    lines().clear();
    before = qInstallMessageHandler(record);
}

LogProbe::~LogProbe()
{
    qInstallMessageHandler(before);
}

int LogProbe::count(const QString &part)
{
    return static_cast<int>(lines().filter(part).size());
}

} // namespace studio::tests
