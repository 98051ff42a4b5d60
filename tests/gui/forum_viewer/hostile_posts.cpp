#include "hostile_posts.h"

#include <QDir>
#include <QFile>

#include <catch2/catch.hpp>

#include <md4c-html.h>

namespace studio::tests {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargestHtml = 2'000'000; // bytes; a longer one is inserted as it was typed

QString expanded(const QString &text, qsizetype &at);

/// What stands between `%(` and the bracket that ends it: a character's number, or a count and what to
/// repeat.
QString written(const QString &text, qsizetype &at)
{
    const qsizetype start = at;
    while (at < text.size() && text[at].isLetterOrNumber()) {
        ++at;
    }
    const QString number = text.mid(start, at - start);
    REQUIRE(at < text.size());
    bool known = false;
    if (text[at] == u'*') {
        const int count = number.toInt(&known);
        REQUIRE(known);
        ++at;
        return expanded(text, at).repeated(count);
    }
    const uint c = number.toUInt(&known, 16);
    INFO(number.toStdString());
    REQUIRE(known);
    REQUIRE(text[at++] == u')');
    // Halves of a pair stay halves: that is what some of the posts are about.
    return c > 0xffff ? QStringView(QChar::fromUcs4(c)).toString() : QString(QChar(static_cast<char16_t>(c)));
}

/// Up to the bracket that ends it, which is read over.
QString expanded(const QString &text, qsizetype &at)
{
    QString all;
    while (at < text.size() && text[at] != u')') {
        if (QStringView(text).mid(at).startsWith("%("_L1)) {
            at += 2;
            all += written(text, at);
        } else {
            all += text[at++];
        }
    }
    REQUIRE(at < text.size());
    ++at;
    return all;
}

QString expanded(const QString &text)
{
    QString all;
    for (qsizetype at = 0; at < text.size();) {
        if (QStringView(text).mid(at).startsWith("%("_L1)) {
            at += 2;
            all += written(text, at);
        } else {
            all += text[at++];
        }
    }
    return all;
}

std::vector<HostilePost> postsOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    std::vector<HostilePost> all;
    const QString name = QFileInfo(path).fileName();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].startsWith("==="_L1)) {
            all.push_back({u"%1:%2"_s.arg(name).arg(i + 1), {}, lines[i].mid(4)});
            continue;
        }
        REQUIRE_FALSE(all.empty());
        QString &text = all.back().text;
        text += (text.isNull() ? u""_s : u"\n"_s) % lines[i];
    }
    return all;
}

void append(const MD_CHAR *text, MD_SIZE size, void *html)
{
    auto *all = static_cast<QByteArray *>(html);
    if (all->size() <= kLargestHtml) {
        all->append(text, static_cast<qsizetype>(size));
    }
}

} // namespace

std::vector<HostilePost> hostilePosts(const QString &server, const std::function<QString(int)> &harm)
{
    const QDir folder(QStringLiteral(STUDIO_TEST_DATA) % u"/forum/hostile"_s);
    std::vector<HostilePost> all;
    for (const QString &file : folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
        for (HostilePost &post : postsOf(folder.filePath(file))) {
            const int index = static_cast<int>(all.size());
            const QString address = u"://%1/%2"_s.arg(server).arg(index);
            for (QString *text : {&post.text, &post.words}) {
                *text = expanded(*text)
                            .replace(u"%H"_s, harm(index))
                            .replace(u"%U"_s, u"http"_s % address)
                            .replace(u"%S"_s, u"https"_s % address);
            }
            all.push_back(std::move(post));
        }
    }
    return all;
}

std::vector<HostilePost> hostilePosts(const QString &server)
{
    // Without quotes, so that it stays whole in attributes of either kind.
    return hostilePosts(server,
                        [](int) { return u"top.document.title=/HARM/.source;alert(/HARM/.source)"_s; });
}

QString carelessHtml(const QString &markdown)
{
    const QByteArray bytes = markdown.toUtf8();
    QByteArray html;
    const int failed = md_html(bytes.constData(), static_cast<MD_SIZE>(bytes.size()), &append, &html,
                               MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH, 0);
    return failed != 0 || html.size() > kLargestHtml ? markdown : QString::fromUtf8(html);
}

} // namespace studio::tests
