// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace crema {

/// Gives memory that was freed back to the system, where the C library would keep it for itself. Takes some
/// milliseconds: for after work that needed much for a short time, on the worker that did it.
void giveBackFreeMemory();

/// Lets the allocator give freed memory back by itself, on a thread of its own, also while the program does
/// nothing. For programs that stay open, once they run (jemalloc(3), background_thread).
void keepGivingBackFreeMemory();

/// How long the allocator keeps freed memory (jemalloc(3), dirty_decay_ms). Work of seconds that frees much
/// and takes as much again pays for giving it back in between. To go back to `usual` gives back at once what
/// was kept longer: for a worker.
enum class FreeMemory { usual, keptLonger };
void keepFreeMemory(FreeMemory how);

} // namespace crema
