// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/memory.h"

#include <cstdlib> // defines __GLIBC__
#include <string>

#ifdef CREMA_JEMALLOC
#include <jemalloc/jemalloc.h>

#define CREMA_TEXT(x) #x
#define CREMA_TEXT_OF(x) CREMA_TEXT(x)
#elif defined(__GLIBC__)
#include <malloc.h>
#endif

namespace crema {

void keepFreeMemory(FreeMemory how)
{
#ifdef CREMA_JEMALLOC
    ssize_t milliseconds = how == FreeMemory::keptLonger ? 10'000 : 1000; // the latter as in malloc_conf
    unsigned arenas = 0;
    size_t size = sizeof arenas;
    mallctl("arenas.narenas", &arenas, &size, nullptr, 0);
    for (unsigned arena = 0; arena < arenas; ++arena) { // one that is not there yet refuses
        const std::string name = "arena." + std::to_string(arena) + ".dirty_decay_ms";
        mallctl(name.c_str(), nullptr, nullptr, &milliseconds, sizeof milliseconds);
    }
    mallctl("arenas.dirty_decay_ms", nullptr, nullptr, &milliseconds, sizeof milliseconds); // those to come
#else
    static_cast<void>(how);
#endif
}

void giveBackFreeMemory()
{
#ifdef CREMA_JEMALLOC
    mallctl("arena." CREMA_TEXT_OF(MALLCTL_ARENAS_ALL) ".purge", nullptr, nullptr, nullptr, 0);
#elif defined(__GLIBC__)
    malloc_trim(0);
#endif
}

void keepGivingBackFreeMemory()
{
#ifdef CREMA_JEMALLOC
    bool on = true;
    mallctl("background_thread", nullptr, nullptr, &on, sizeof on);
#endif
}

} // namespace crema
