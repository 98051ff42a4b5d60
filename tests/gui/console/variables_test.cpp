#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>

#include "desk.h"

using namespace studio;
using namespace studio::test;

namespace {

QTreeView *view(const Desk &desk)
{
    return desk.variables->findChild<QTreeView *>(u"variablesView"_s);
}

QModelIndex named(const Desk &desk, const QString &name, const QModelIndex &parent = {})
{
    const QAbstractItemModel *model = view(desk)->model();
    for (int row = 0; row < model->rowCount(parent); ++row) {
        if (model->index(row, 0, parent).data().toString() == name) {
            return model->index(row, 0, parent);
        }
    }
    return {};
}

QString valueOf(const QModelIndex &index)
{
    return index.siblingAtColumn(ui::VariablesModel::Value).data().toString();
}

bool waitFor(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 10'000);
}

} // namespace

TEST_CASE("The table shows names, types and values, and follows the statements", "[gui]")
{
    Desk desk;
    const QAbstractItemModelTester tester(view(desk)->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto *empty = desk.variables->findChild<QLabel *>(u"variablesEmpty"_s);
    CHECK(empty->isVisible());
    desk.run(u"scores = [3, 9]\nname = 'Ada'\n"_s);
    REQUIRE(waitFor([&] { return named(desk, u"scores"_s).isValid(); }));
    CHECK_FALSE(empty->isVisible());
    CHECK(valueOf(named(desk, u"name"_s)) == u"'Ada'"_s);
    CHECK(named(desk, u"scores"_s).siblingAtColumn(1).data().toString() == u"list (2)"_s);

    Desk::type(u"name = 'Grace'\n"_s);
    REQUIRE(waitFor([&] { return valueOf(named(desk, u"name"_s)) == u"'Grace'"_s; }));
    const QModelIndex changed = named(desk, u"name"_s).siblingAtColumn(ui::VariablesModel::Value);
    CHECK(changed.data(Qt::FontRole).value<QFont>().bold());
    CHECK(changed.data(Qt::AccessibleTextRole).toString() == u"'Grace', changed"_s);
    CHECK_FALSE(
        named(desk, u"scores"_s).siblingAtColumn(ui::VariablesModel::Value).data(Qt::FontRole).isValid());
}

TEST_CASE("A value is opened by keys, a hundred rows at a time, and stays open", "[gui]")
{
    Desk desk;
    const QAbstractItemModelTester tester(view(desk)->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    desk.run(u"big = list(range(10_000_000))\ndeep = {'a': [1, {'b': 2}]}\n"_s);
    REQUIRE(waitFor([&] { return named(desk, u"deep"_s).isValid(); }));
    QTreeView *tree = view(desk);
    QAbstractItemModel *model = tree->model();
    CHECK(model->rowCount(named(desk, u"big"_s)) == 0); // nothing is fetched yet
    tree->setFocus();
    tree->setCurrentIndex(named(desk, u"big"_s));
    Desk::press(Qt::Key_Right);
    REQUIRE(waitFor([&] { return model->rowCount(named(desk, u"big"_s)) == 101; }));
    CHECK(named(desk, u"[99]"_s, named(desk, u"big"_s)).isValid());

    tree->setCurrentIndex(named(desk, u"deep"_s));
    Desk::press(Qt::Key_Right);
    REQUIRE(waitFor([&] { return model->rowCount(named(desk, u"deep"_s)) == 1; }));
    Desk::press(Qt::Key_Down);
    Desk::press(Qt::Key_Right);
    const auto inner = [&] { return named(desk, u"['a']"_s, named(desk, u"deep"_s)); };
    REQUIRE(waitFor([&] { return model->rowCount(inner()) == 2; }));
    CHECK(valueOf(named(desk, u"[1]"_s, inner())) == u"{'b': 2}"_s);

    desk.console->setFocus();
    Desk::type(u"deep['a'].append(7)\n"_s);
    REQUIRE(waitFor([&] { return model->rowCount(inner()) == 3; }));
    CHECK(tree->isExpanded(inner()));
    CHECK(tree->currentIndex().data().toString() == u"['a']"_s);

    // The last row says how much more there is, and gives the next hundred.
    const auto big = [&] { return named(desk, u"big"_s); };
    REQUIRE(waitFor([&] { return model->rowCount(big()) == 101; }));
    const QModelIndex rest = model->index(100, 0, big());
    CHECK(rest.data().toString().startsWith(QLocale().toString(9'999'900)));
    tree->setFocus();
    tree->setCurrentIndex(rest);
    Desk::press(Qt::Key_Return);
    REQUIRE(waitFor([&] { return model->rowCount(big()) == 201; }));
    CHECK(named(desk, u"[199]"_s, big()).isValid());
}

TEST_CASE("Nothing is asked for while nobody looks", "[gui]")
{
    Desk desk;
    desk.variables->hide();
    desk.run(u"x = 1\n"_s);
    QSignalSpy listed(desk.console->console(), &Console::variablesListed);
    Desk::type(u"y = 2\n"_s);
    REQUIRE(desk.settles());
    desk.says(u">>> y = 2"_s);
    CHECK(listed.isEmpty());
    desk.variables->show();
    REQUIRE(waitFor([&] { return named(desk, u"y"_s).isValid(); }));
}

TEST_CASE("Names are gone with their console", "[gui]")
{
    Desk desk;
    desk.run(u"x = [1]\n"_s);
    REQUIRE(waitFor([&] { return named(desk, u"x"_s).isValid(); }));
    view(desk)->expand(named(desk, u"x"_s));
    Desk::type(u"exit()\n"_s);
    REQUIRE(waitFor([&] { return !named(desk, u"x"_s).isValid(); }));
}
