// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without libFuzzer: every file of the folder that the first argument names, then damaged forms of
// them, ANTECEDENT_MUTATIONS or kMutations in all. The input at hand stands in <program>.input, so that it is there
// after a crash; it is removed at the end.
#include "tests/fuzz/damage.h"
#include "tests/fuzz/fuzz_target.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t kMutations = 100; // each takes ten times as long
#else
constexpr std::size_t kMutations = 400;
#endif

std::size_t mutations()
{
    const char* stated = std::getenv("ANTECEDENT_MUTATIONS");
    const unsigned long count = stated == nullptr ? 0 : std::strtoul(stated, nullptr, 10);
    return count > 0 ? count : kMutations;
}

std::vector<std::string> filesOf(const fs::path& folder)
{
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> out;
    for (const fs::path& path : paths) {
        std::ifstream file(path, std::ios::binary);
        out.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return out;
}

void run(const std::string& bytes, const fs::path& kept)
{
    std::ofstream(kept, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    // A copy of exactly this size, so that the address sanitizer sees a read behind its end.
    const std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());
    (void)LLVMFuzzerTestOneInput(copy.data(), copy.size());
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> files = argc > 1 ? filesOf(argv[1]) : std::vector<std::string>();
    if (files.empty()) {
        (void)std::fprintf(stderr, "usage: %s FOLDER, with at least one file\n", argv[0]);
        return 2;
    }
    const fs::path kept = fs::path(argv[0]).filename().string() + ".input";
    for (const std::string& bytes : files)
        run(bytes, kept);
    antecedent::fuzz::Damage damage(20260329);
    const std::size_t count = mutations();
    for (std::size_t i = 0; i < count; ++i)
        run(damage.apply(files[i % files.size()]), kept);
    fs::remove(kept);
    (void)std::printf("%zu files and %zu damaged forms\n", files.size(), count);
    return 0;
}
