// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/memory.h"

#include <cstdlib> // defines __GLIBC__

#ifdef CREMA_JEMALLOC
#include <jemalloc/jemalloc.h>

#define CREMA_TEXT(x) #x
#define CREMA_TEXT_OF(x) CREMA_TEXT(x)
#elif defined(__GLIBC__)
#include <malloc.h>
#endif

namespace crema {

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
