#pragma once

#include <QByteArray>
#include <QWidget>

class QSplitter;
class QTabBar;

namespace studio::ui {

/// The two halves of a work page: reading and doing. Side by side when there is room, stacked under 1000 px,
/// one at a time behind tabs under 700 px. F6 goes from half to half.
class WorkSplit final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkSplit)

public:
    struct Half
    {
        QWidget *widget; ///< Taken over.
        QString title; ///< Of its tab, and of the half for the screen reader.
    };

    WorkSplit(const Half &reading, const Half &doing, QWidget *parent = nullptr);

    QByteArray saveState() const; ///< Only of the side-by-side form.
    void restoreState(const QByteArray &state);
    void showDoing(); ///< Brings the second half to the front when only one is shown.

Q_SIGNALS:
    void stateChanged(); ///< The person moved the splitter.

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Form { SideBySide, Stacked, Tabs };

    void setForm(Form form);
    void showHalf(int index);
    void goRound();

    QSplitter *m_splitter;
    QTabBar *m_tabs;
    Form m_form = Form::SideBySide;
    QByteArray m_sideBySide;
};

} // namespace studio::ui
