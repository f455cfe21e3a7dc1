// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parts of controls that WorkbenchStyle draws, each a function of the painter and Qt's option. Threads: GUI.

#include "widgets/common/palette.h"

#include <QFont>
#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;

namespace antecedent::widgets::style_parts {

// A colour of the theme that the option's palette belongs to.
QColor line(const QStyleOption& option, Paint paint);
// A filled box with a line of one pixel; either may be transparent.
void drawBox(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& stroke, double radius);

void drawButton(QPainter& painter, const QStyleOptionButton& button);
QColor buttonInk(const QStyleOptionButton& button);
void drawToolButton(QPainter& painter, const QStyleOption& option);
void drawField(QPainter& painter, const QStyleOption& option, bool hasFrame);
void drawFocus(QPainter& painter, const QStyleOption& option);
void drawCheckBox(QPainter& painter, const QStyleOption& option);
void drawRadioButton(QPainter& painter, const QStyleOption& option);
void drawArrowDown(QPainter& painter, const QStyleOption& option);
void drawHeader(QPainter& painter, const QStyleOption& option);
QFont headerFont(QFont font); // of the text in a table header, made from that of the table
void drawTab(QPainter& painter, const QStyleOptionTab& tab);
void drawProgress(QPainter& painter, const QStyleOptionProgressBar& bar);
void drawSplitter(QPainter& painter, const QStyleOption& option);
void drawMenuBarItem(QPainter& painter, const QStyleOptionMenuItem& item, const QStyle& style);
void drawComboBox(QPainter& painter, const QStyleOptionComboBox& combo, const QRect& arrow);
void drawSpinBox(QPainter& painter, const QStyleOptionSpinBox& spin, const QRect& up, const QRect& down);
void drawScrollBar(QPainter& painter, const QStyleOptionSlider& bar, const QRect& handle);
void drawSlider(QPainter& painter, const QStyleOptionSlider& slider, const QRect& groove, const QRect& handle);

// Where a part of a scroll bar stands: the handle has the whole length, there are no arrows.
QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part, int leastHandle);

} // namespace antecedent::widgets::style_parts
