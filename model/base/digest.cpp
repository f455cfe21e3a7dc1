// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/digest.h"

#include <cstring>

#ifdef _WIN32
// clang-format off
#include <windows.h>
#include <bcrypt.h>
// clang-format on
#else
#include <openssl/evp.h>
#endif

namespace antecedent {

#ifdef _WIN32
struct Sha256::State
{
    BCRYPT_HASH_HANDLE handle = nullptr;
    State() { BCryptCreateHash(BCRYPT_SHA256_ALG_HANDLE, &handle, nullptr, 0, nullptr, 0, BCRYPT_HASH_REUSABLE_FLAG); }
    ~State() { BCryptDestroyHash(handle); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    void add(const void* data, std::size_t size)
    {
        // BCryptHashData takes an unsigned long length and does not change the bytes.
        auto* p = const_cast<PUCHAR>(static_cast<const unsigned char*>(data));
        while (size > 0) {
            const auto part = static_cast<ULONG>(size < (1U << 30) ? size : (1U << 30));
            BCryptHashData(handle, p, part, 0);
            p += part;
            size -= part;
        }
    }
    void finish(std::uint8_t* out) { BCryptFinishHash(handle, out, 32, 0); }
};
#else
struct Sha256::State
{
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    State() { restart(); }
    ~State() { EVP_MD_CTX_free(context); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    void restart() const { EVP_DigestInit_ex(context, algorithm(), nullptr); }
    void add(const void* data, std::size_t size) const { EVP_DigestUpdate(context, data, size); }
    void finish(std::uint8_t* out)
    {
        EVP_DigestFinal_ex(context, out, nullptr);
        restart();
    }
    // Fetched once: an implicit fetch costs more than hashing a short record.
    static const EVP_MD* algorithm()
    {
        static const EVP_MD* const kAlgorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
        return kAlgorithm;
    }
};
#endif

Sha256::Sha256()
    : m_state(std::make_unique<State>())
{
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::span<const std::byte> bytes)
{
    m_state->add(bytes.data(), bytes.size());
}

void Sha256::add(std::string_view bytes)
{
    m_state->add(bytes.data(), bytes.size());
}

Digest Sha256::finish()
{
    Digest out;
    m_state->finish(out.data());
    return out;
}

Digest sha256(std::string_view bytes)
{
    thread_local Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

std::string toHex(std::span<const std::uint8_t> bytes)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const std::uint8_t b : bytes) {
        out += kDigits[b >> 4U];
        out += kDigits[b & 15U];
    }
    return out;
}

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool readHex(std::string_view hex, std::span<std::uint8_t> out)
{
    if (hex.size() != out.size() * 2)
        return false;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const int high = hexValue(hex[2 * i]);
        const int low = hexValue(hex[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        out[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return true;
}

} // namespace

std::optional<Digest> digestFromHex(std::string_view hex)
{
    Digest out;
    if (!readHex(hex, out))
        return std::nullopt;
    return out;
}

std::string printDigest(const Digest& digest)
{
    return "sha256:" + toHex(digest);
}

RecordId recordIdOf(std::string_view normalForm)
{
    const Digest digest = sha256(normalForm);
    RecordId id;
    std::memcpy(id.bytes.data(), digest.data(), id.bytes.size());
    return id;
}

std::string toHex(const RecordId& id)
{
    return toHex(std::span<const std::uint8_t>(id.bytes));
}

std::optional<RecordId> recordIdFromHex(std::string_view hex)
{
    RecordId id;
    if (!readHex(hex, id.bytes))
        return std::nullopt;
    return id;
}

std::size_t RecordIdHash::operator()(const RecordId& id) const noexcept
{
    std::size_t out = 0;
    std::memcpy(&out, id.bytes.data(), sizeof out);
    return out;
}

} // namespace antecedent
