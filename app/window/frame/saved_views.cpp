// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/frame/saved_views.h"

#include "app/window/settings.h"
#include "widgets/common/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

void putLength(QJsonObject& out, const char* name, const std::optional<WindowLength>& length)
{
    if (length)
        out.insert(QString::fromLatin1(name), toQString(toText(*length)));
}

std::optional<WindowLength> lengthIn(const QJsonObject& in, const char* name)
{
    const Result<WindowLength> length = parseWindowLength(toUtf8(in.value(QString::fromLatin1(name)).toString()));
    return length ? std::optional(*length) : std::nullopt;
}

QJsonObject jsonOf(const WindowOptions& window)
{
    QJsonObject out;
    out.insert(QStringLiteral("anchor"), toQString(toText(window.anchor)));
    out.insert(QStringLiteral("clock"), toQString(toText(window.clock)));
    putLength(out, "before", window.before);
    putLength(out, "atLeast", window.atLeast);
    putLength(out, "atMost", window.atMost);
    putLength(out, "fallback", window.fallback);
    putLength(out, "after", window.after);
    out.insert(QStringLiteral("scope"), toQString(toText(window.scope)));
    out.insert(QStringLiteral("controls"), window.controls);
    out.insert(QStringLiteral("stratum"), toQString(toText(wallLength(window.stratum))));
    out.insert(QStringLiteral("coverage"), window.minCoverage);
    return out;
}

WindowOptions windowIn(const QJsonObject& in)
{
    WindowOptions window;
    const auto text = [&](const char* name) { return toUtf8(in.value(QString::fromLatin1(name)).toString()); };
    window.anchor = parseAnchor(text("anchor")).value_or(window.anchor);
    window.clock = parseClock(text("clock")).value_or(window.clock);
    window.scope = parseScope(text("scope")).value_or(window.scope);
    window.before = lengthIn(in, "before").value_or(window.before);
    window.after = lengthIn(in, "after").value_or(window.after);
    window.atLeast = lengthIn(in, "atLeast");
    window.atMost = lengthIn(in, "atMost");
    window.fallback = lengthIn(in, "fallback");
    window.controls = in.value(QStringLiteral("controls")).toInt(window.controls);
    if (const auto stratum = lengthIn(in, "stratum"); stratum && stratum->unit == LengthUnit::Wall)
        window.stratum = stratum->wall;
    window.minCoverage = in.value(QStringLiteral("coverage")).toDouble(window.minCoverage);
    return window;
}

} // namespace

QString keyOf(const InvestigationData& snapshot)
{
    const std::string birth =
        snapshot.audit.empty() ? toHex(sha256(snapshot.path)) : toHex(snapshot.audit.front().hash);
    return toQString(birth.substr(0, 16));
}

std::vector<SavedView> savedViews(const QString& key)
{
    std::vector<SavedView> views;
    for (const QJsonValue& value : QJsonDocument::fromJson(rememberedViews(key)).array()) {
        const QJsonObject in = value.toObject();
        SavedView view;
        view.name = in.value(QStringLiteral("name")).toString();
        view.step = in.value(QStringLiteral("step")).toInt();
        view.arrangement = in.value(QStringLiteral("arrangement")).toString().toUtf8();
        view.question.failure = toUtf8(in.value(QStringLiteral("failure")).toString());
        view.question.filter = in.value(QStringLiteral("filter")).toString();
        view.question.isKnownThen = in.value(QStringLiteral("then")).toBool();
        view.question.isUtc = in.value(QStringLiteral("utc")).toBool();
        if (const auto anchor = parseAnchor(toUtf8(in.value(QStringLiteral("anchor")).toString())))
            view.question.anchor = *anchor;
        if (const QJsonArray brush = in.value(QStringLiteral("brush")).toArray(); brush.size() == 2)
            view.question.brush =
                TimeBrush{Duration(brush[0].toString().toLongLong()), Duration(brush[1].toString().toLongLong())};
        if (in.contains(QStringLiteral("window")))
            view.question.window = windowIn(in.value(QStringLiteral("window")).toObject());
        if (!view.name.isEmpty())
            views.push_back(std::move(view));
    }
    return views;
}

void saveViews(const QString& key, const std::vector<SavedView>& views)
{
    QJsonArray all;
    for (const SavedView& view : views) {
        QJsonObject out;
        out.insert(QStringLiteral("name"), view.name);
        out.insert(QStringLiteral("step"), view.step);
        out.insert(QStringLiteral("arrangement"), QString::fromUtf8(view.arrangement));
        out.insert(QStringLiteral("failure"), toQString(view.question.failure));
        out.insert(QStringLiteral("filter"), view.question.filter);
        out.insert(QStringLiteral("then"), view.question.isKnownThen);
        out.insert(QStringLiteral("utc"), view.question.isUtc);
        out.insert(QStringLiteral("anchor"), toQString(toText(view.question.anchor)));
        if (const auto& brush = view.question.brush) // texts: a double can't hold every microsecond
            out.insert(QStringLiteral("brush"),
                QJsonArray{QString::number(brush->from.count()), QString::number(brush->to.count())});
        if (view.question.window)
            out.insert(QStringLiteral("window"), jsonOf(*view.question.window));
        all.append(out);
    }
    rememberViews(key, QJsonDocument(all).toJson(QJsonDocument::Compact));
}

void putView(std::vector<SavedView>& views, SavedView view)
{
    const auto same =
        std::find_if(views.begin(), views.end(), [&](const SavedView& other) { return other.name == view.name; });
    if (same != views.end())
        *same = std::move(view);
    else
        views.push_back(std::move(view));
}

} // namespace antecedent::app
