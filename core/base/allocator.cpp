// SPDX-License-Identifier: GPL-3.0-or-later

// jemalloc reads its settings here before main begins (jemalloc(3), TUNING); without jemalloc nobody reads
// them. Few arenas and small caches of a thread keep the window small; freed pages go back to the system
// after a second.
extern "C" {
const char *malloc_conf = "narenas:4,lg_tcache_max:12,dirty_decay_ms:1000,muzzy_decay_ms:0";
}
