// What reading a big forum costs. Prints one JSON object; forum_bench.py reads it.
//   studio-forum-bench fill    writes a forum with TOPICS and POSTS into the copy, as a first pull does
//   studio-forum-bench search  hundreds of searches, letter by letter, and scans for the same words
//   studio-forum-bench list    topics of forums into the list of the window, RUNS of each kind
//   studio-forum-bench topic   a long and a short topic up to what the page is given, RUNS of each
//   studio-forum-bench use     opens lists and topics and searches, and rests until its input ends
//   studio-forum-bench size    the file, and the texts in it

#include "forum_bench.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>

#include <map>

int main(int argc, char *argv[])
{
    using namespace studio::bench;
    using namespace Qt::StringLiterals;
    const QCoreApplication application(argc, argv);
    const std::map<QString, QJsonObject (*)(const ForumBench &)> benches{
        {u"fill"_s, fillForum},      {u"search"_s, measureSearch}, {u"list"_s, measureLists},
        {u"topic"_s, measureTopics}, {u"use"_s, useForum},         {u"size"_s, measureSize}};
    QCommandLineParser parser;
    parser.addPositionalArgument(u"what"_s, u"fill, search, list, topic, use or size"_s);
    for (const char *name : {"data-dir", "topics", "posts", "runs"}) {
        parser.addOption({QString::fromLatin1(name), QString(), u"value"_s});
    }
    parser.process(application);
    const ForumBench bench{parser.value(u"data-dir"_s), parser.value(u"topics"_s).toInt(),
                           parser.value(u"posts"_s).toInt(), parser.value(u"runs"_s).toInt()};
    const auto found = benches.find(parser.positionalArguments().value(0));
    const bool fills = found != benches.end() && found->first == "fill"_L1;
    if (found == benches.end() || bench.data.isEmpty()
        || (fills && bench.topics > 0 && (bench.topics <= kShortTopic || bench.posts < 10 * bench.topics))) {
        std::fputs(qPrintable(parser.helpText()), stderr);
        return 2;
    }
    const QJsonObject told = found->second(bench);
    std::printf("%s\n", QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    return 0;
}
