#include "ui/widgets/rich_text_view.h"

#include <QAbstractTextDocumentLayout>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QTextBlock>

#include <cmath>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLargestPictureSide = 1600;
constexpr qint64 kLargestPictureBytes = 20'000'000;

/// The file a course picture stands for; empty when it is outside the folder.
QString pictureFile(const QString &folder, const QUrl &name)
{
    if (folder.isEmpty() || name.scheme() != "studio"_L1 || name.host() != "course"_L1) {
        return {};
    }
    const QString root = QFileInfo(folder).canonicalFilePath();
    const QString file = QFileInfo(QDir(root).filePath(name.path().mid(1))).canonicalFilePath();
    return !root.isEmpty() && file.startsWith(root % u'/') ? file : QString();
}

} // namespace

RichTextView::RichTextView(QWidget *parent)
    : QTextBrowser(parent)
    , m_colour(u"text"_s)
{
    setFrameShape(NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // wide code scrolls in its box
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    connect(this, &QTextBrowser::anchorClicked, this, &RichTextView::linkRequested);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &RichTextView::fitHeight);
}

void RichTextView::setCourseFolder(const QString &folder)
{
    m_courseFolder = folder;
}

void RichTextView::setText(const RichText &text)
{
    m_html = text.html;
    rebuild();
}

void RichTextView::setTheme(const Theme &theme)
{
    m_theme = theme;
    rebuild();
}

void RichTextView::setZoom(int percent)
{
    m_zoom = percent;
    rebuild();
}

void RichTextView::setReadingSize(double pointSize)
{
    m_pointSize = pointSize;
    rebuild();
}

void RichTextView::setTextColour(const QString &themeKey)
{
    m_colour = themeKey;
    rebuild();
}

QSize RichTextView::sizeHint() const
{
    return {320, static_cast<int>(std::ceil(document()->size().height()))};
}

QVariant RichTextView::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource) {
        return {};
    }
    const QString file = pictureFile(m_courseFolder, name);
    if (file.isEmpty() || QFileInfo(file).size() > kLargestPictureBytes) {
        return {};
    }
    QImageReader reader(file);
    const QSize size = reader.size();
    const int widest = qMin(kLargestPictureSide, qMax(200, viewport()->width()));
    if (size.width() > widest) {
        reader.setScaledSize(size.scaled(widest, kLargestPictureSide, Qt::KeepAspectRatio));
    }
    return reader.read();
}

void RichTextView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fitHeight();
}

void RichTextView::rebuild()
{
    if (m_theme.colours.isEmpty()) {
        return;
    }
    const double size = m_pointSize * m_zoom / 100;
    QFont base = font();
    base.setPointSizeF(size);
    document()->setDefaultFont(base);
    const QString codeFamily = m_theme.codeTheme().font.family();
    document()->setDefaultStyleSheet(
        u"body { color: %1; } a { color: %2; } p, li { line-height: 150%; }"
        " code { font-family: '%3'; font-size: %4pt; background-color: %5; }"
        " pre { font-family: '%3'; font-size: %4pt; background-color: %5; line-height: 145%; }"
        " table { border-collapse: collapse; } th { color: %6; text-align: left; font-weight: normal; }"
        " th, td { padding: 7px 16px 7px 6px; border-bottom: 1px solid %7; border-style: solid; "
        "border-color: %7;"
        " border-top: 0px; border-left: 0px; border-right: 0px; }"_s
            .arg(m_theme.colour(m_colour).name(), m_theme.colour(u"accent"_s).name(), codeFamily)
            .arg(size * 0.94, 0, 'f', 1)
            .arg(m_theme.colour(u"raised"_s).name(), m_theme.colour(u"muted"_s).name(),
                 m_theme.colour(u"line"_s).name()));
    setHtml(m_html);
    // A last paragraph's margin would leave a gap under the text.
    QTextCursor last(document()->lastBlock());
    QTextBlockFormat format = last.blockFormat();
    format.setBottomMargin(0);
    last.setBlockFormat(format);
    fitHeight();
}

void RichTextView::fitHeight()
{
    const int height = static_cast<int>(std::ceil(document()->size().height())) + 2;
    if (height != minimumHeight() || height != maximumHeight()) {
        setFixedHeight(height);
    }
}

} // namespace studio::ui
