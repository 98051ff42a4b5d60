#include "main/paths.h"
#include "main/translations.h"

#include <QCoreApplication>
#include <QTranslator>

#include <catch2/catch.hpp>

using namespace studio;
using namespace Qt::StringLiterals;

TEST_CASE("one thing is not called many", "[studio]")
{
    const auto replies = [](int count) {
        return QCoreApplication::translate("studio::ui::Forum", "%n replies", nullptr, count);
    };
    CHECK(replies(1) == u"1 replies"_s); // without the file
    app::loadTranslations(app::findPaths({}).share);
    CHECK(replies(1) == u"1 reply"_s);
    CHECK(replies(2) == u"2 replies"_s);
    CHECK(QCoreApplication::translate("studio::ui::Forum", "pinned") == u"pinned"_s);
    for (QTranslator *each : QCoreApplication::instance()->findChildren<QTranslator *>()) {
        QCoreApplication::removeTranslator(each);
    }
}
