#pragma once

#include <QString>
#include <QStringList>

namespace studio::sync {

/// Plain text as Markdown that shows it letter for letter, on one line.
QString escaped(const QString &plain);

/// The same, made safe to begin a line with: `# `, `- `, `1.`, `:::` would mean something there.
QString atLineStart(QString inlineMarkdown);

/// Code between marks longer than any in it. Empty for blank code. `info` is `python`, `python run` …
QString fenced(const QString &code, const QString &info, const QString &title = {});

/// A language's name as the first word after the marks: `text` when it is none.
QString fenceLanguage(const QString &language);

QString codeSpan(const QString &code);

/// `::: name title`, the body in Markdown, `:::`. Empty for an empty body. The body's lines never begin with
/// `:::` when they come from here.
QString callout(const QString &name, const QString &title, const QString &body);

/// `::: name argument`, YAML, `:::`.
QString directive(const QString &name, const QString &argument, const QString &yaml);

/// Blocks one after the other; empty ones do not count.
QString joined(const QStringList &blocks);

} // namespace studio::sync
