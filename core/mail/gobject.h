// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gmime/gmime.h>

#include <memory>
#include <mutex>

// Ownership of the MIME library's objects; for the .cpp files of this folder only.
namespace crema::mail {

struct Unref
{
    void operator()(void *object) const { g_object_unref(object); }
};
struct Free
{
    void operator()(void *memory) const { g_free(memory); }
};
struct FreeFormat
{
    void operator()(GMimeFormatOptions *options) const { g_mime_format_options_free(options); }
};

/// A counted object of the library, let go at the end of the scope.
template <typename T>
using Owned = std::unique_ptr<T, Unref>;
using OwnedText = std::unique_ptr<char, Free>;
using OwnedFormat = std::unique_ptr<GMimeFormatOptions, FreeFormat>;

/// Must run before any other call of the library, from whichever thread comes first. It is never shut down:
/// its types live as long as the process.
inline void initLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

} // namespace crema::mail
