// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/style.h"

#include "widgets/common/palette.h"
#include "widgets/common/style_parts.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace antecedent::widgets {

using namespace style_parts;

namespace {

constexpr int kControlHeight = 24;
constexpr int kScrollBar = 12;
constexpr int kSplitter = 5;

} // namespace

WorkbenchStyle::WorkbenchStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void WorkbenchStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            drawButton(*painter, *button);
        return;
    case PE_PanelButtonTool:
        drawToolButton(*painter, *option);
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option))
            drawField(*painter, *option, frame->lineWidth > 0);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_FrameFocusRect:
        drawFocus(*painter, *option);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(*painter, *option);
        return;
    case PE_IndicatorRadioButton:
        drawRadioButton(*painter, *option);
        return;
    case PE_IndicatorArrowDown:
        drawArrowDown(*painter, *option);
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, line(*option, Paint::Panel));
        return;
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelTipLabel:
    case PE_FrameMenu:
        drawBox(*painter, option->rect, option->palette.color(QPalette::Button), line(*option, Paint::LineStrong), 0);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void WorkbenchStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton inked(*button);
            inked.palette.setColor(QPalette::ButtonText, buttonInk(*button));
            QProxyStyle::drawControl(element, &inked, painter, widget);
        }
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeader(*painter, *option);
        return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeader quiet(*header);
            quiet.palette.setColor(QPalette::ButtonText, line(*option, Paint::TextSecondary));
            painter->save();
            painter->setFont(headerFont(painter->font()));
            quiet.fontMetrics = painter->fontMetrics();
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            painter->restore();
        }
        return;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            drawTab(*painter, *tab);
        return;
    case CE_ProgressBarGroove:
        drawBox(*painter, option->rect, line(*option, Paint::Line), Qt::transparent, 2);
        return;
    case CE_ProgressBarContents:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
            bar && bar->maximum > bar->minimum)
            drawProgress(*painter, *bar);
        else
            QProxyStyle::drawControl(element, option, painter, widget);
        return;
    case CE_Splitter:
        drawSplitter(*painter, *option);
        return;
    case CE_ScrollBarAddLine:
    case CE_ScrollBarSubLine:
    case CE_ScrollBarAddPage:
    case CE_ScrollBarSubPage:
        return;
    case CE_MenuBarEmptyArea:
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            drawMenuBarItem(*painter, *item, *proxy());
        else
            painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void WorkbenchStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            drawComboBox(*painter, *combo, proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget));
            return;
        }
        break;
    case CC_SpinBox:
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
            drawSpinBox(*painter, *spin, proxy()->subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget),
                proxy()->subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget));
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            drawScrollBar(*painter, *bar, proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
            return;
        }
        break;
    case CC_Slider:
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            drawSlider(*painter, *slider, proxy()->subControlRect(CC_Slider, option, SC_SliderGroove, widget),
                proxy()->subControlRect(CC_Slider, option, SC_SliderHandle, widget));
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int WorkbenchStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBar;
    case PM_SplitterWidth:
        return kSplitter;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_TabBarTabVSpace:
        return 12;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_HeaderMargin:
        return 6; // so that a header stands over the text of its cells
    case PM_ScrollBarSliderMin:
        return 28;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int WorkbenchStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* more) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, more);
    }
}

QSize WorkbenchStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        size.setWidth(std::max(size.width(), contents.width() + 24));
        [[fallthrough]];
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_SpinBox: // of one height in a row, unless there is more in it than a line of text
        size.setHeight(std::max({kControlHeight, option->fontMetrics.height() + 8, contents.height()}));
        break;
    default:
        break;
    }
    return size;
}

QRect WorkbenchStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const
{
    if (control != CC_ScrollBar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (bar == nullptr)
        return {};
    return scrollBarPart(*bar, part, pixelMetric(PM_ScrollBarSliderMin, option, widget));
}

} // namespace antecedent::widgets
