// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/audit/audit_words.h"

#include "widgets/common/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace antecedent::app {

using namespace widgets;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AuditWords)

public:
    // Empty: none of its own.
    static QString action(const std::string& action)
    {
        if (action == "create")
            return tr("file created");
        if (action == "set")
            return tr("setting changed");
        if (action == "case_new")
            return tr("case created");
        if (action == "case_close")
            return tr("case closed");
        if (action == "import")
            return tr("imported");
        if (action == "freeze")
            return tr("frozen");
        if (action == "put")
            return tr("saved");
        if (action == "approve")
            return tr("approved");
        if (action == "import_approval")
            return tr("approval brought in");
        if (action == "import_limits")
            return tr("limits brought in");
        if (action == "report")
            return tr("report written");
        return {};
    }
    static QString yes() { return tr("yes"); }
    static QString no() { return tr("no"); }
};

// What only machines compare.
bool isMachineKey(const QString& key)
{
    constexpr std::array kKeys{QLatin1String("seal"), QLatin1String("sha256"), QLatin1String("bundle_sha256"),
        QLatin1String("content_digest"), QLatin1String("hash"), QLatin1String("digest")};
    return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

// What an entry is about stands first, without its key.
constexpr std::array kTitles{QLatin1String("name"), QLatin1String("title"), QLatin1String("value")};

bool isTitle(const QString& key)
{
    return std::find(kTitles.begin(), kTitles.end(), key) != kTitles.end();
}

QString withBlanks(QString text)
{
    return text.replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString valueText(const QJsonValue& value);

QString listText(const QJsonArray& values)
{
    QStringList parts;
    for (const QJsonValue& value : values)
        parts << valueText(value);
    return parts.join(QStringLiteral(", "));
}

QString fieldsText(const QJsonObject& object)
{
    QStringList parts;
    for (const QLatin1String title : kTitles)
        if (object.contains(title))
            parts << valueText(object.value(title));
    for (auto it = object.begin(); it != object.end(); ++it)
        if (const QString text = isMachineKey(it.key()) || isTitle(it.key()) ? QString() : valueText(it.value());
            !text.isEmpty())
            parts << withBlanks(it.key()) + QStringLiteral(": ") + text;
    return parts.join(QStringLiteral("; "));
}

QString valueText(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? Words::yes() : Words::no();
    case QJsonValue::Double:
        return value.toVariant().toString(); // whole numbers to the last digit
    case QJsonValue::String:
        return value.toString().simplified();
    case QJsonValue::Array:
        return listText(value.toArray());
    case QJsonValue::Object: {
        const QString fields = fieldsText(value.toObject());
        return fields.isEmpty() ? fields : QStringLiteral("(%1)").arg(fields);
    }
    default:
        return {};
    }
}

std::optional<QJsonObject> objectOf(const std::string& value)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(value));
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace

QString auditAction(const std::string& action)
{
    const QString words = Words::action(action);
    return words.isEmpty() ? withBlanks(toQString(action)) : words;
}

QString auditValue(const std::string& value)
{
    const std::optional<QJsonObject> object = objectOf(value);
    return object ? fieldsText(*object) : toQString(value).simplified();
}

QString exactEntry(const AuditEntry& entry, const QString& time)
{
    QStringList lines{QStringLiteral("%1  %2  %3  %4  %5")
                          .arg(entry.seq)
                          .arg(time, toQString(entry.actor), toQString(entry.action), toQString(entry.subject))};
    const auto add = [&](const char* name, const std::string& value) {
        if (value.empty())
            return;
        lines << QString::fromLatin1(name) + QStringLiteral(": ") + toQString(value);
    };
    add("before", entry.before);
    add("after", entry.after);
    add("reason", entry.reason);
    add("note", entry.note);
    add("previous hash", toHex(entry.previous));
    add("hash", toHex(entry.hash));
    return lines.join(QLatin1Char('\n'));
}

} // namespace antecedent::app
