#pragma once

#include <QByteArray>
#include <QWidget>

#include <array>

class QSplitter;
class QTabBar;

namespace studio::ui {

/// The three columns of the forum: places, topics, one topic. Beside each other when there is room; under
/// 1000 px the places stand above the topics; under 700 px one at a time behind tabs. F6 goes round.
class ForumColumns final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ForumColumns)

public:
    enum Column { Places, Topics, Topic };

    struct Part
    {
        QWidget *widget; ///< Taken over.
        QString title; ///< Of its tab.
        QWidget *focus; ///< What F6 goes to.
    };

    explicit ForumColumns(const std::array<Part, 3> &parts, QWidget *parent = nullptr);

    QByteArray saveState() const; ///< Only of the form side by side.
    void restoreState(const QByteArray &state);
    void bringForward(Column column); ///< Where only one is shown at a time.
    void giveFocus(Column column); ///< And brings it forward.
    Column focused() const;

    bool oneAtATime() const { return m_form == Form::Tabs; }

Q_SIGNALS:
    void stateChanged(); ///< The person moved a splitter.

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Form { SideBySide, Stacked, Tabs };

    void setForm(Form form);
    void showColumn(int index);
    void goRound(int by);

    std::array<Part, 3> m_parts;
    QSplitter *m_outer; ///< The first two, and the topic.
    QSplitter *m_inner;
    QTabBar *m_tabs;
    Form m_form = Form::SideBySide;
    QByteArray m_sideBySide;
};

} // namespace studio::ui
