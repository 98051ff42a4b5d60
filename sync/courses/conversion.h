#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace studio::sync {

/// What one piece of a course may take in Markdown, and what a whole lesson may, in UTF-16 units. Well below
/// what the loader refuses.
constexpr qsizetype kLongestPiece = 100'000;
constexpr qsizetype kLongestLesson = 160'000;

/// What converting a course's texts needs of its surroundings, and where what was left out is noted. Content
/// of the platform is anybody's: nothing of it is trusted.
class Conversion
{
public:
    /// `server` as in Account::server. `pictures`: address → file name in the course's `pictures/`; what is
    /// not in it is not shown, and asked for by wanted().
    explicit Conversion(const QString &server, QHash<QString, QString> pictures = {});

    /// Where a link leads, encoded for Markdown; empty when nobody should follow it: no http(s) or mailto, a
    /// user name in front of the host, an unresolved link of the CMS (`None`).
    QString link(const QString &written) const;

    /// The path of a picture from `folder()`; empty when it is not there (yet). Only the platform's own.
    QString picture(const QString &written);

    /// The folder, from the course's root, of the file that is being written: pictures are named from it.
    void setFolder(const QString &folder) { m_folder = folder; }

    void note(const QString &what); ///< Something was left out: English, for the report.

    const QStringList &wanted() const { return m_wanted; } ///< Addresses of pictures, each once, in order.

    const QStringList &report() const { return m_report; }

    void setPlace(const QString &place) { m_place = place; } ///< In front of notes: `lesson-17`.

private:
    QString m_server;
    QHash<QString, QString> m_pictures;
    QString m_folder;
    QString m_place;
    QStringList m_wanted;
    QStringList m_report;
};

/// Without control characters (line ends and tabs stay) and with `\n` only; at most `most` units.
QString cleanText(const QString &text, qsizetype most = kLongestPiece);
/// The same on one line, trimmed.
QString cleanLine(const QString &text, qsizetype most = 200);

} // namespace studio::sync
