// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/login_name.h"

#ifdef _WIN32
#include <windows.h>

#include <array>
#else
#include <pwd.h>
#include <unistd.h>
#endif

namespace antecedent {

std::string loginName()
{
#ifdef _WIN32
    std::array<wchar_t, 257> wide{}; // UNLEN and the end
    auto size = static_cast<DWORD>(wide.size());
    if (GetUserNameW(wide.data(), &size) == 0 || size < 2)
        return "unknown";
    std::array<char, 1024> utf8{};
    const int bytes = WideCharToMultiByte(CP_UTF8, 0, wide.data(), static_cast<int>(size) - 1, utf8.data(),
        static_cast<int>(utf8.size()), nullptr, nullptr);
    return bytes > 0 ? std::string(utf8.data(), static_cast<std::size_t>(bytes)) : "unknown";
#else
    const passwd* entry = getpwuid(geteuid());
    return entry != nullptr && *entry->pw_name != '\0' ? entry->pw_name : std::to_string(geteuid());
#endif
}

} // namespace antecedent
