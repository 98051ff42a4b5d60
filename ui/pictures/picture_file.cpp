#include "ui/pictures/picture_file.h"

#include "ui/pictures/drawing_painter.h"

#include <QBuffer>
#include <QImageReader>
#include <QSaveFile>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kSavedScale = 2;

bool wantsSvg(const QString &path)
{
    return path.endsWith(".svg"_L1, Qt::CaseInsensitive);
}

Result<> write(const QByteArray &bytes, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(ErrorCode::Storage, file.errorString());
    }
    return {};
}

} // namespace

QImage decoded(const Picture &picture)
{
    QByteArray bytes = picture.png;
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, "png"); // by name: no other reader is to be tried on untrusted bytes
    reader.setAutoDetectImageFormat(false);
    if (reader.size() != QSize(picture.width, picture.height)) {
        return {};
    }
    return reader.read();
}

Result<> saveDrawing(const Drawing &drawing, const QString &title, const QString &path)
{
    if (wantsSvg(path)) {
        return write(svgOf(drawing, title), path);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    imageOf(drawing, kSavedScale).save(&buffer, "png");
    return write(bytes, path);
}

Result<> savePicture(const Picture &picture, const QString &path)
{
    return write(wantsSvg(path) && !picture.svg.isEmpty() ? picture.svg : picture.png, path);
}

} // namespace studio::ui
